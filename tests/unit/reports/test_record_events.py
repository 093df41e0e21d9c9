"""The events of a record: every field as the format has it, and every error in them."""

import pytest

from reports.edtf import parse_date
from reports.figure_notation import parse_figure
from reports.model import Event, Words
from tests.helpers.content import Content

EVENT = "events: {raid: {type: shelling, when: 2016-10-04}}\n"


def test_every_field_of_an_event(content: Content):
    """An event has a type and a date, and may have all the rest; of what is a list, one bare value will do."""
    content.report(
        record="""
        main: clash
        limits: {ar: لم نصل إلى المكان, en: We could not go there}
        events:
          clash:
            type: [armed-clash, shelling]
            when: 2016-10-04T22:30
            where: [aleppo, east-aleppo]
            point: [36.158, -37.148]
            accuracy: street
            actors: army
            weapon: {ar: قذائف, en: shells}
            target: [hospital, road]
            attacks: 5-7
            grade: contested
            provisional: true
            background: true
            part-of: wave
            code: SY1004-A
            former: [SY1004, old-clash, other/clash]
            note: {ar: ملاحظة, en: A note}
            title: {ar: اشتباك}
          wave: {type: other, when: 2016-10/.., target: water, provisional: false, former: س-1}
        """
    )
    record = content.one().record
    assert (record.main, record.limits) == ("clash", Words("لم نصل إلى المكان", "We could not go there"))
    assert dict(record.events) == {
        "clash": Event(
            "clash",
            ("armed-clash", "shelling"),
            parse_date("2016-10-04T22:30"),
            where=("aleppo", "east-aleppo"),
            point=(36.158, -37.148),
            accuracy="street",
            actors=("army",),
            weapon=Words("قذائف", "shells"),
            target=("hospital", "road"),
            attacks=parse_figure("5-7"),
            grade="contested",
            provisional=True,
            background=True,
            part_of="wave",
            code="SY1004-A",
            former=("SY1004", "old-clash", "other/clash"),
            note=Words("ملاحظة", "A note"),
            title=Words("اشتباك", None),
        ),
        "wave": Event("wave", ("other",), parse_date("2016-10/.."), target=("water",), former=("س-1",)),
    }


def test_same_as_stands_alone(content: Content):
    """An event that another report declares has nothing of its own but a title, its background and its whole."""
    content.report("a", record=EVENT)
    content.report(
        "b",
        record="""
        events:
          x: {same-as: a/raid, title: {en: Raid}, background: true, part-of: z, when: ‸2016, note: ‸{ar: م}}
          y: {same-as: a/raid, grade: ‸weak, code: ‸A1}
          z: {type: other, when: 2016}
        """,
    ).expect(
        "the event `x` has `when` beside `same-as`; the other report declares it; keep `same-as` and, if you want, "
        "`title`, `background` and `part-of`",
        "the event `x` has `note` beside `same-as`",
        "the event `y` has `grade` beside `same-as`",
        "the event `y` has `code` beside `same-as`",
    )


def test_what_an_event_of_another_report_is_here(content: Content):
    """Whether it is told as background, and of what it is a part, each report says for itself."""
    content.report("a", record=EVENT)
    content.report(
        "b",
        record="events: {x: {same-as: a/raid, background: true, part-of: z}, z: {type: other, when: 2016}}\n",
    )
    (record,) = [report.record for report in content.read().reports if report.slug == "b"]
    assert record.events["x"] == Event("x", background=True, part_of="z", same_as=("a", "raid"))


def test_a_point_says_how_exactly_it_is_known(content: Content):
    """``point`` and ``accuracy`` stand together, and a point is one."""
    content.report(
        record="""
        events:
          a: {type: other, when: 2016, point: ‸[36.1, 37.1]}
          b: {type: other, when: 2016, accuracy: ‸town}
          c: {type: other, when: 2016, accuracy: town, point: ‸[37.1]}
          d: {type: other, when: 2016, accuracy: town, point: ‸[137, 36]}
        """
    ).expect(
        "the event `a` has `point` without `accuracy`; add `accuracy: …`; a point says nothing without how exactly",
        "the event `b` has `accuracy` without `point`; add `point: …`",
        "a point is two numbers",
        "the point is not on the globe",
    )


def test_what_an_event_is_named_by_is_there(content: Content):
    """``main`` and ``part-of`` are events of the record; whose event is elsewhere needs ``same-as`` first."""
    content.report("other", record=EVENT)
    content.report(
        record="main: ‸rade\nevents: {raid: {type: other, when: 2016, part-of: ‸wave}, x: {type: other, when: 2016, part-of: ‸other/raid}}\n"
    ).expect(
        "there is no event of this record `rade`; did you mean `raid`?",
        "there is no event of this record `wave`",
        "`other/raid` is not an id",
    )


@pytest.mark.parametrize("code", ["A 1", "A;1", "-A", "A/", "x" * 101, "«1»"])
def test_a_code_is_one_word(content: Content, code):
    """Codes stand in addresses and in lists: letters and digits of any script, parted by no blanks."""
    content.report(
        record=f'events: {{raid: {{type: other, when: 2016, code: ‸"{code}", former: [ok, ‸"{code}"]}}}}\n'
    ).expect(*[f"`{code}` is neither a code nor an id; use letters and digits"] * 2)
