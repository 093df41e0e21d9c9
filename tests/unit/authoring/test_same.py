"""`make same`: events of several reports that look like one, and what is written when somebody says so."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
import yaml

from authoring.same import list_same, say_same
from reports import Reader
from tests.helpers.content import Content

ROOT = Path(__file__).parents[3]
RAID = """
events:
  {id}:  # told here
    type: air-strike
    when: {when}
    where: {where}
    weapon:
      ar: برميل
      en: a barrel
    title: {{ar: غارة على السوق, en: The raid on the market}}
    # a note
claims:
  toll: {{about: {id}, casualties: [{{killed: {killed}}}]}}
"""


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path)


def two(content: Content, when: str = "2016-10-04", where: str = "east-aleppo", killed: str = "12") -> Content:
    content.report("a", record=RAID.format(id="raid", when="2016-10-04", where="east-aleppo", killed="12"))
    late = "published: 2016-10-07\npublisher: agency\n"
    return content.report("b", record=late + RAID.format(id="strike", when=when, where=where, killed=killed))


def test_the_same_day_place_type_and_figures_speak_for_it(content: Content) -> None:
    ((_, told),) = list_same(two(content).root)
    assert "`a/raid` and `b/strike` look like one event" in told.message
    for reason in ("the day 2016-10-04", "the place `east-aleppo`", "the type `air-strike`", "killed: 12 in both"):
        assert reason in told.message.split("; against it: ")[0]
    assert told.message.endswith("against it: nothing")
    assert (told.path.parent.name, told.line) == ("b", 5)


def test_other_figures_and_the_next_day_are_said_against_it(content: Content) -> None:
    ((_, told),) = list_same(two(content, when="2016-10-05", killed="40").root)
    assert "one day and the next" in told.message
    assert told.message.endswith("against it: killed: 12 and 40")


@pytest.mark.parametrize("other", [{"when": "2016-10-09"}, {"where": "syria", "when": "2016-10-05", "killed": "3"}])
def test_events_that_are_far_apart_are_no_pair(content: Content, other: dict[str, str]) -> None:
    assert list_same(two(content, **other).root) == []


def test_an_answer_makes_the_later_event_the_same_and_keeps_what_it_said_as_a_comment(content: Content) -> None:
    root = two(content).root
    ((key, _),) = list_same(root)
    told = say_same(root, key)
    assert "`b/strike` is now `same-as: a/raid`" in told.message
    assert (root / "reports/b/record.yaml").read_text("utf-8").split("claims:")[0] == (
        "published: 2016-10-07\npublisher: agency\n\n"
        "events:\n  strike:  # told here\n    same-as: a/raid\n"
        "    # type: air-strike\n    # when: 2016-10-04\n    # where: east-aleppo\n"
        "    # weapon:\n    #   ar: برميل\n    #   en: a barrel\n"
        "    title: {ar: غارة على السوق, en: The raid on the market}\n    # a note\n"
    )
    assert list_same(root) == []
    assert not content.errors()


def test_an_event_in_braces_is_rewritten_in_braces(content: Content) -> None:
    late = "published: 2016-10-07\npublisher: agency\nevents:\n  strike: {type: air-strike, when: 2016-10-04, where: east-aleppo, title: {ar: غارة, en: Raid}}\n"
    content.report("a", record=RAID.format(id="raid", when="2016-10-04", where="east-aleppo", killed="12"))
    content.report("b", record=late)
    ((key, _),) = list_same(content.root)
    say_same(content.root, key)
    text = (content.root / "reports/b/record.yaml").read_text("utf-8")
    assert "  strike: {same-as: a/raid, title: {ar: غارة, en: Raid}}\n    # {type: air-strike" in text
    assert not content.errors()


def test_an_event_that_others_name_stays(content: Content) -> None:
    root = two(content).root
    content.report("c", record="published: 2016-10-09\npublisher: agency\nevents:\n  it: {same-as: b/strike}\n")
    ((key, _),) = list_same(root)
    assert "`a/raid` is now `same-as: b/strike`" in say_same(root, key).message
    assert not content.errors()


def test_a_key_that_no_pair_has_changes_nothing(content: Content) -> None:
    root = two(content).root
    before = {path: path.read_bytes() for path in root.rglob("*.yaml")}
    assert "no pair" in say_same(root, "00000000").message
    assert {path: path.read_bytes() for path in root.rglob("*.yaml")} == before


def test_links_that_editors_wrote_are_found_again_when_they_are_told_anew(tmp_path: Path) -> None:
    """The project's own reports say of three events that an earlier report tells them: told in full, they are found."""
    root = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    wanted = set()
    for path in sorted(root.glob("reports/*/record.yaml")):
        text = path.read_text("utf-8")
        for id, slug, other in re.findall(r"^  ([a-z][a-z0-9-]*):.*\n    same-as: (\S+)/(\S+)$", text, re.MULTILINE):
            record = yaml.load((root / f"reports/{slug}/record.yaml").read_text("utf-8"), yaml.BaseLoader)
            declared = record["events"][other]
            lines = [
                f"    {key}: {json.dumps(declared[key])}\n" for key in ("type", "when", "where") if key in declared
            ]
            text = text.replace(f"    same-as: {slug}/{other}\n", "".join(lines))
            wanted.add(frozenset((f"{slug}/{other}", f"{path.parent.name}/{id}")))
        path.write_text(text, "utf-8")
    found = {frozenset(re.findall(r"`([^`]+/[^`]+)`", told.message)[:2]) for _, told in list_same(root)}
    assert len(wanted) == 3
    assert wanted <= found


def test_a_thousand_reports_take_seconds(content: Content) -> None:
    """Events of one place on many days: only those of a day and its next are held against each other."""
    from authoring import same_events

    weighed = []
    before = same_events._weighed
    for number in range(60):
        day = f"2016-{number % 12 + 1:02}-{number % 27 + 1:02}"
        content.report(f"r{number}", record=RAID.format(id="raid", when=day, where="east-aleppo", killed=str(number)))
    try:
        same_events._weighed = lambda pair, registry: (weighed.append(pair), before(pair, registry))[1]
        list_same(content.root)
    finally:
        same_events._weighed = before
    assert len(weighed) < 60
    Reader(content.root)
