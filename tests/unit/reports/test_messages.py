"""Messages to authors: one table, values apart from words, and warnings that somebody has looked at."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reports import messages
from reports.messages import Template
from reports.pixels import refusal
from reports.problems import MOST, Problems
from tests.helpers.content import Content


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path)


# The table


def test_every_message_has_a_code_of_its_own():
    codes = [template.code for template in messages.ALL.values() if template.code]
    assert len(codes) == len(set(codes)) > 200
    assert [code for code in codes if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)] == []


@pytest.mark.parametrize("template", messages.ALL.values(), ids=messages.ALL)
def test_a_hint_needs_no_other_values_than_its_message(template: Template):
    """But where the message is always given them: then both are written from the same values."""
    values = dict.fromkeys(re.findall(r"%\((\w+)\)s", template.text + template.hint), "§")
    message = template(**values)
    assert "%(" not in str(message)
    assert "%(" not in str(message.hint or "")
    assert not template.about or template.about in values


def test_what_can_be_acknowledged_says_what_to_do():
    """So the extraction of texts, which sees all words of an entry in their order, takes no other for a hint."""
    assert [template.code for template in messages.ALL.values() if template.about and not template.hint] == []


def test_a_message_at_a_hidden_place_keeps_its_own_words_and_what_is_no_quotation():
    what = messages.MARK_NOT_IN_TRANSLATION(
        file=Path("en.md"), what=messages.THE_MARK(mark=".secret-id"), kind=messages.PARAGRAPH(), line=7
    )
    problems = Problems()
    problems.error(Path("ar.md"), 3, 5, what)
    problems.error(Path("ar.md"), 9, 1, what)
    problems.hide(Path("ar.md"), (3, 1), (4, 1))
    hidden, shown = problems.errors
    assert hidden.message == "en.md lacks the mark `…` in the matching paragraph"
    assert hidden.hint == "mark the same words at en.md:7, or take the mark out here"
    assert "`.secret-id`" in shown.message


def test_what_to_do_quotes_nothing_at_a_hidden_place_either():
    problems = Problems()
    problems.warning(Path("ar.md"), 1, 1, messages.UNMARKED_NAME(name="x", id="secret-id", where=messages.HERE()))
    problems.warning(Path("ar.md"), 1, 1, messages.UNKNOWN_ID(messages.DID_YOU_MEAN(word="secret-id"), id="y"))
    problems.hide(Path("ar.md"), (1, 1), (2, 1))
    assert [str(warning) for warning in problems.warnings if "secret" in str(warning)] == []


@pytest.mark.parametrize(
    "told",
    [
        None,
        "image-broken",
        ["image-broken"],
        ["no such code", {}],
        ["image-side", {}],
        ["image-side", {"most": []}],
        [{}, {}],
    ],
)
def test_a_process_that_was_led_astray_cannot_say_anything_of_its_own(told):
    assert str(refusal(told)) == "the image cannot be read in the time and memory that there are"


def test_a_process_says_what_is_wrong_by_its_code():
    assert str(refusal(["image-side", {"most": "12,000"}])) == "the image has a side of more than 12,000 pixels"


def test_of_a_file_all_problems_are_told_to_who_wants_them():
    for most, told in ((MOST, MOST + 1), (10_000, MOST + 100)):
        problems = Problems(most)
        for line in range(1, MOST + 101):
            problems.warning(Path("ar.md"), line, 1, messages.NO_TITLE())
        assert len(problems.warnings) == told


# Warnings that somebody has looked at

LATE = "published: 2016-10-06\npublisher: outlet\nevents: {raid: {type: shelling, when: 2017-10-04}}\n"
WEDNESDAY = "[كلام]{.raid} [الأربعاء]{when=2016-10-04}"


def said(content: Content) -> list[str]:
    return [warning.acknowledgement for warning in content.read().warnings]


def test_a_warning_ends_with_that_by_which_it_is_acknowledged(content):
    content.report(record=LATE, ar=WEDNESDAY)
    late, weekday = sorted(content.read().warnings, key=lambda warning: warning.acknowledgement)
    assert str(late).endswith("; check the year [late-event raid]")
    assert str(weekday).endswith(" [weekday 2016-10-04]")


@pytest.mark.parametrize(
    ("acknowledged", "left"),
    [
        ("[weekday 2016-10-04]", ["late-event raid"]),
        ("weekday   2016-10-04", ["late-event raid"]),
        ("[late-event raid, weekday 2016-10-04]", []),
    ],
)
def test_a_warning_of_a_report_is_acknowledged_in_its_record(content, acknowledged, left):
    """Whichever of its files it is of."""
    content.report(record=f"{LATE}acknowledged: {acknowledged}\n", ar=WEDNESDAY)
    assert said(content) == left


def test_an_acknowledgement_silences_one_warning_and_no_other(content):
    """Not a second that says the same, and not one of another report."""
    ar = f"{WEDNESDAY}\n\n[الأربعاء]{{when=2016-10-04}}"
    content.report(record=LATE.replace("2017", "2016") + "acknowledged: [weekday 2016-10-04]\n", ar=ar)
    content.report("s", ar="[الأربعاء]{when=2016-10-04}")
    assert [(warning.path.parent.name, warning.acknowledgement) for warning in content.read().warnings] == [
        ("r", "weekday 2016-10-04"),
        ("s", "weekday 2016-10-04"),
    ]


def test_an_acknowledgement_that_fits_nothing_is_told(content):
    content.report(
        record=LATE.replace("2017", "2016") + "acknowledged: [‸weekday 2016-10-05, weekday 2016-10-04]\n", ar=WEDNESDAY
    )
    content.expect_warnings("no warning here is `weekday 2016-10-05`; take it off the list [needless-acknowledgement]")


def test_an_acknowledgement_has_the_code_of_a_message(content):
    content.report(record=LATE + "acknowledged: [‸weekdays 2016-10-04, late-event raid]\n", ar="[كلام]{.raid}")
    content.expect("no warning has the code `weekdays`; did you mean `weekday`?")


def test_a_warning_of_an_entry_is_acknowledged_in_the_entry(content):
    mixed = "name: {ar: وكالة أخرى, en: R\u0435uters}, kind: news-agency"
    content.registry(
        sources=f"one: {{{mixed}, acknowledged: [lookalike-mix R\u0435uters]}}\ntwo: {{{mixed.replace('ters', 'ter').replace('أخرى', 'ثالثة')}}}\n"
    )
    content.report(record="published: 2016\npublisher: two\n", ar="نص.")
    (warning,) = content.read().warnings
    assert (warning.path.name, warning.line) == ("sources.yaml", 5)


def test_a_warning_of_a_dossier_is_acknowledged_beside_its_text(content):
    content.report(record=LATE.replace("2017", "2016"), ar="[كلام]{.raid}")
    content.dossier(ar="[الأربعاء]{when=2016-10-04}", yaml="reports: [r]\nacknowledged: [weekday 2016-10-04]\n")
    assert said(content) == []
