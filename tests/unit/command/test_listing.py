"""What authors are told of their content, in Arabic or in English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bilingual.direction import FSI, LRI, PDI, RLI
from command.listing import MOST_ALIKE, counted, sentence, told, wording
from reports import Problem, messages
from reports.messages import English, Message, Template

ARABIC = wording({"LANGUAGE": "ar"})
#: What is written in Latin letters within Arabic: names of formats and of what has no other name.
NAMES = {
    "BCP",
    "CSV",
    "EDTF",
    "HTML",
    "JPEG",
    "GIF",
    "Markdown",
    "MiB",
    "PDF",
    "PNG",
    "SHA",
    "SPDX",
    "SVG",
    "UTF",
    "WebP",
    "Windows",
    "XML",
    "YAML",
}


@pytest.mark.parametrize(
    ("environment", "arabic"),
    [
        ({}, False),
        ({"LANG": "C.UTF-8"}, False),
        ({"LANG": "ar"}, True),
        ({"LANG": "ar_SY.UTF-8"}, True),
        ({"LANG": "arn_CL.UTF-8"}, False),
        ({"LC_MESSAGES": "ar_EG", "LANG": "en_GB.UTF-8"}, True),
        ({"LC_ALL": "en_GB.UTF-8", "LC_MESSAGES": "ar_EG", "LANG": "ar"}, False),
        ({"LANGUAGE": "", "LANG": "ar"}, True),
        ({"LANGUAGE": "ar", "LC_ALL": "C"}, True),
        ({"LANGUAGE": "en:ar", "LANG": "ar_SY.UTF-8"}, False),
        ({"LANGUAGE": "ar:en"}, True),
    ],
)
def test_the_language_is_the_one_that_is_asked_for_and_else_that_of_the_locale(environment, arabic):
    assert isinstance(wording(environment), English) != arabic


def filled(template: Template) -> Message:
    """A message with the hint of the table and a sign for each value."""
    names = re.findall(r"%\((\w+)\)s", template.text + template.hint)
    return template(**dict.fromkeys(names, "§"))


@pytest.mark.parametrize("template", messages.ALL.values(), ids=messages.ALL)
def test_an_arabic_message_has_no_english_words(template: Template):
    """But for what it quotes and for names."""
    message = filled(template)
    for part in filter(None, (message, message.hint)):
        words = re.findall("[A-Za-z]+", re.sub("`[^`]*`", "", part.write(ARABIC)))
        assert set(words) <= NAMES


@pytest.mark.parametrize("template", messages.ALL.values(), ids=messages.ALL)
def test_what_an_arabic_message_quotes_stays_in_order(template: Template):
    """What programs read runs from left to right in it, and every isolate ends."""
    message = filled(template)
    for part in filter(None, (message, message.hint)):
        text = part.write(ARABIC)
        depth = 0
        for char in text:
            depth += (char in LRI + FSI) - (char == PDI)
            assert depth >= 0
        assert depth == 0
        assert [*re.findall("`[^`]*`", text)] == re.findall(f"(?<={LRI})`[^`]*`(?={PDI})", text)


def test_a_line_in_arabic_begins_with_its_place_and_runs_from_right_to_left_after_it():
    problem = Problem(Path("/c/reports/r/ar.md"), 3, 16, messages.UNKNOWN_ID(messages.DID_YOU_MEAN(word="ab"), id="aa"))
    arabic = f"{RLI}لا شيء يحمل المعرّف {LRI}`aa`{PDI}؛ هل تقصد {LRI}`ab`{PDI}؟{PDI}"
    assert problem.write(ARABIC) == f"/c/reports/r/ar.md:3:16: {arabic}"


def test_no_value_leaves_its_place_in_an_arabic_line():
    """Characters that would turn the line round stand as codes, as they do in English."""
    problem = Problem(
        Path("/c/a\u202eb"), 1, 1, messages.UNKNOWN_KEY(what=messages.THE_RECORD(), key="x\u2069\u202e\x1b[2Jy")
    )
    line = problem.write(ARABIC)
    assert line.startswith("/c/a\\u202eb:1:1: ")
    assert "`x\\u2069\\u202e\\x1b[2Jy`" in line


@pytest.mark.parametrize(("language", "said"), [("ar", "تحذير"), ("en", "warning: ")])
def test_problems_are_told_in_the_language(language, said, monkeypatch, tmp_path):
    monkeypatch.setenv("LANGUAGE", language)
    monkeypatch.chdir(tmp_path)
    (line,) = told([Problem(tmp_path / "ar.md", 1, 1, messages.DRAFT(what=messages.REPORT()), "warning")])
    assert line.startswith("ar.md:1:1: ")
    assert said in line


def test_errors_and_warnings_are_counted_in_both_languages():
    problem = Problem(Path("a"), 1, 1, messages.NOT_UTF8())
    warning = Problem(Path("a"), 1, 1, messages.WEEKDAY(word="a", date="b", day="c"), "warning")
    assert sentence(counted([]), English()) == "no warnings"
    assert sentence(counted([problem, problem, warning]), English()) == "2 errors, 1 warning"
    arabic = sentence(counted([problem, problem, warning]), ARABIC)
    assert re.sub(f"[{FSI}{LRI}{RLI}{PDI}]", "", arabic) == "عدد الأخطاء 2، وعدد التحذيرات 1"


def test_what_repeats_is_counted():
    """Of each kind the first are listed; all are where somebody wants all."""
    weekday = messages.WEEKDAY(word="a", date="2016-10-04", day="c")
    problems = [Problem(Path(f"/c/{line % 2}.md"), line, 1, weekday, "warning") for line in range(MOST_ALIKE + 5)]
    problems += [Problem(Path("/c/0.md"), 1, 1, messages.NO_TITLE())]
    lines = told(problems)
    assert len(lines) == MOST_ALIKE + 2
    assert lines[-1] == "and 5 more [weekday] in 1 file; `make check ALL=1` lists them"
    assert sum("the header has no title" in line for line in lines) == 1
    assert told(problems[:MOST_ALIKE]) == told(problems[:MOST_ALIKE], everything=True)
    assert len(told(problems, everything=True)) == MOST_ALIKE + 6
