"""What reports say of one another: parts of events, later tolls, codes and what leads to an event that moved."""

from pathlib import Path

import pytest

from command.building import build, order
from tests.helpers.content import Content

EVENT = "events: {raid: {type: shelling, when: 2016-10-04}}\n"
DRAFT = "Title: مسودة\nStatus: draft\n\n"


def test_updates_leads_to_nothing(content: Content):
    """A claim that is not there, here or elsewhere; an event is no claim; each is named once."""
    content.report("alpha", record=EVENT + "claims: {toll: {about: raid}}\n")
    content.report(
        "beta",
        record="""
        claims:
          one: {updates: [‸alfa/toll, alpha/toll, ‸alpha/toll]}
          two: {updates: ‸alpha/tol}
          three: {updates: ‸alpha/raid, stance: denies, denies: [alpha/toll, ‸alpha/tull]}
          four: {updates: [one, ‸onne]}
          five: {updates: ‸a b}
        """,
    ).expect(
        "`updates` names a report `alfa` that is not there; did you mean `alpha`?",
        "`alpha/toll` stands twice in `updates`",
        "the report `alpha` has no claim `tol`; did you mean `toll`?",
        "the report `alpha` has no claim `raid`; that is an event: name a claim about it (alpha/toll)",
        "the report `alpha` has no claim `tull`; did you mean `toll`?",
        "the report `beta` has no claim `onne`; did you mean `one`?",
        "`a b` is not a claim; write `id`, or `report-slug/id`",
    )


def test_no_published_toll_replaces_a_draft(content: Content):
    """``updates`` into a draft would leave out what no reader can see."""
    content.report("draft", record="claims: {c: {}}\n", ar=DRAFT + "[ح]{.c}")
    content.report("public", record="claims: {d: {updates: ‸draft/c}}\n")
    content.report("other-draft", record="claims: {d: {updates: draft/c}}\n", ar=DRAFT + "[ح]{.d}")
    content.expect("`updates` leads into the draft `draft`; publish that report first, or remove this")


def test_updates_in_a_circle(content: Content):
    """Claims that replace each other in a circle, or themselves: one error a circle, also where ways part."""
    content.report("a", record="claims: {x: {updates: [first, ‸b/y]}, first: {}, me: {updates: ‸me}}\n")
    content.report("b", record="claims: {y: {updates: [a/x, a/first]}, z: {updates: [y, a/x]}}\n")
    content.expect("`updates` runs in a circle: a/x → b/y → a/x; remove one `updates`", "runs in a circle: a/me → a/me")


def test_two_circles_are_two_errors(content: Content):
    """Circles that share no claim are told apart."""
    content.report(
        record="claims: {a: {updates: ‸b}, b: {updates: a}, c: {updates: [a, d]}, d: {updates: [‸e, b]}, e: {updates: d}}\n"
    ).expect("circle: r/a → r/b → r/a", "circle: r/d → r/e → r/d")


def test_many_updates_are_no_circle(content: Content):
    """A later toll may replace several, and be replaced in turn; a year of days is not too long."""
    days = "".join(f"  c{day}: {{updates: [{f'c{day - 1}, first' if day else 'first'}]}}\n" for day in range(370))
    content.report(record=f"claims:\n  first: {{}}\n{days}")
    assert len(content.one().record.claims) == 371


def test_updates_without_end_are_told(content: Content):
    """A chain that nobody can follow is an error, once."""
    rows = [f"  c{n}: {{updates: {'‸' if n == 501 else ''}c{n - 1}}}\n" for n in range(1, 600)]
    content.report(record="claims:\n  c0: {}\n" + "".join(rows))
    content.expect("`updates` leads on more than 500 times from here; leave out some `updates`")


def test_parts_in_a_circle(content: Content):
    """An event that is a part of its own part, in one report or through ``same-as`` in others."""
    content.report("a", record="events: {x: {type: other, when: 2016}, y: {type: other, when: 2016, part-of: ‸x}}\n")
    content.report("b", record="events: {p: {same-as: a/x, part-of: q}, q: {same-as: a/y}}\n")
    content.report("c", record="events: {me: {type: other, when: 2016, part-of: ‸me}}\n")
    content.expect("`part-of` runs in a circle: a/y → a/x → a/y; remove one `part-of`", "runs in a circle: c/me → c/me")


def test_an_event_is_part_of_one(content: Content):
    """Two reports may say the same of an event, and not that it is a part of two."""
    content.report("a", record="events: {w: {type: other, when: 2016}, e: {type: other, when: 2016, part-of: w}}\n")
    content.report("b", record="events: {v: {same-as: a/w}, f: {same-as: a/e, part-of: v}}\n")
    assert len(content.read().reports) == 2
    content.report("c", record="events: {own: {type: other, when: 2016}, f: {same-as: a/e, part-of: ‸own}}\n")
    content.expect(
        "the event `f` is part of two: of a/w, and of c/own; an event is part of one at most; remove one `part-of`"
    )


LATER = [
    ("by: witness, as-of: 2016-10-03", "by: witness, as-of: 2016-10-02"),
    ("by: witness, as-of: 2016-10-03T18:00", "by: witness, as-of: 2016-10-03T14:00"),
    ("by: witness, as-of: 2016-10-06", "by: witness"),  # the report is of 2016-10-05
    ("by: witness, as-of: 2016-10-04", "by: witness, in: page"),  # the page of 2016-10-03
    ("by: [witness, army], as-of: 2016-10-06", "by: [army, witness]"),
    ("by: outlet, as-of: 2016-10-06", "quote: direct"),  # the report's publisher
    ("by: agency, as-of: 2016-10-04", "in: page"),  # the page's publisher
    ("by: desk, as-of: 2016-10-06", "by: agency"),  # a voice of the agency
]
DOCUMENTS = "documents: {page: {publisher: agency, title: س, published: 2016-10-03}}\n"
DESK = "desk: {name: {ar: المكتب, en: Desk}, kind: news-agency, part-of: agency}\n"


@pytest.mark.parametrize(("old", "new"), LATER)
def test_no_claim_replaces_a_later_one_of_the_same_origins(content: Content, old, new):
    """By their times the one would replace the other, and by ``updates`` the other the one."""
    content.registry(sources=DESK)
    content.report(record=f"{DOCUMENTS}claims: {{old: {{{old}}}, new: {{{new}, updates: ‸old}}}}\n").expect(
        "`new` updates `old`, which is later"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("by: witness, as-of: 2016-10-03", "by: outlet, as-of: 2016-10-02"),
        ("by: witness, as-of: 2016-10-06", "by: [witness, army]"),
        ("by: witness, as-of: 2016-10-03", "by: witness, as-of: 2016-10-03T14:00"),
        ("by: witness", "by: witness, as-of: 2016-10-02"),
        ("identified: unattributed, as-of: 2016-10-06", "identified: unattributed"),
        ("by: agency, as-of: 2016-10-04", "quote: direct"),
    ],
)
def test_a_claim_replaces_those_of_others_and_of_no_later_time(content: Content, old, new):
    """Who knows better need not speak later; of what gives no time of its own nobody can say that it is later."""
    content.report(record=f"{DOCUMENTS}claims: {{old: {{{old}}}, new: {{{new}, updates: old}}}}\n").expect()


def test_a_later_claim_of_another_report(content: Content):
    """What is later is judged across reports, each by its own day."""
    content.report("a", record="claims: {old: {by: witness, as-of: 2016-10-07}}\n")
    content.report("b", record="claims: {new: {by: witness, updates: ‸a/old}}\n").expect(
        "`new` updates `old`, which is later (2016-10-07) and of the same origins; exchange them, or mend one `as-of`"
    )


def test_codes_are_unique_in_the_site(content: Content):
    """A code leads to one event, in whatever letters it is written, and so does what an event was called before."""
    event = "{type: other, when: 2016, "
    content.report(
        "a",
        record=f"claims: {{toll: {{}}}}\nevents:\n  x: {event}code: SY1}}\n  y: {event}code: ‸sy1}}\n"
        f"  z: {event}former: [old, ‸x, ‸Toll, ‸SY1, ‸b/x, b/old, ‸SY9], code: SY9}}\n",
    )
    content.report(
        "b",
        record=f"events:\n  x: {event}code: ‸SY1}}\n  w: {event}former: [‸old, a/old, SY2], code: ‸X}}\n  own: {event}code: OWN}}\n",
    )
    content.expect(
        "the code `sy1` is also that of a/x; give one event another",
        "`x` leads to a/x already; a former id or code leads to one event; remove one",
        "`Toll` leads to a/toll already",
        "`SY1` leads to a/x already",
        "`b/x` leads to b/x already",
        "`SY9` leads to a/z already",
        "the code `SY1` is also that of a/x",
        "`old` leads to a/z already",
        "the code `X` is also that of b/x",
    )


WARNED = "`new` updates `a/old`, which is about another event, and replaces nothing"


@pytest.mark.parametrize(
    ("old", "new", "warned"),
    [
        ("about: raid", "about: other", True),
        ("about: wave", "about: raid", True),  # who counts a part replaces nobody who counted the whole
        ("about: [raid, strike]", "about: other", True),
        ("about: raid", "about: raid", False),
        ("about: raid", "about: [other, raid]", False),
        ("about: raid", "about: wave", False),
        ("about: strike", "about: wave", False),  # the strike is part of the raid, and the raid of the wave
        ("about: raid", "quote: direct", False),
        ("quote: direct", "about: raid", False),
    ],
)
def test_a_claim_that_updates_one_of_another_event_replaces_nothing(content: Content, old, new, warned):
    events = """\
events:
  wave: {type: shelling, when: 2016}
  raid: {type: shelling, when: 2016, part-of: wave}
  strike: {type: shelling, when: 2016, part-of: raid}
  other: {type: shelling, when: 2016}
"""
    content.report("a", record=f"{events}claims: {{old: {{by: witness, {old}}}}}\n")
    names = "{wave: {same-as: a/wave}, raid: {same-as: a/raid}, other: {same-as: a/other}}"
    content.report("b", record=f"events: {names}\nclaims: {{new: {{by: army, {new}, updates: a/old}}}}\n")
    said = [str(warning) for warning in content.read().warnings]
    assert any(WARNED in one for one in said) == warned
    if warned:
        content.report(
            "b",
            record=f"acknowledged: updates-other-event new\nevents: {names}\nclaims: {{new: {{by: army, {new}, updates: a/old}}}}\n",
        )
        assert not any(WARNED in str(warning) for warning in content.read().warnings)


def test_a_code_may_be_the_id_in_capital_letters(content: Content, tmp_path: Path):
    """On a disk that takes both for the same, each would stand where the other does: the id has the page."""
    content.report(record="events: {sy1-raid: {type: other, when: 2016, code: SY1-RAID}}\n").expect()
    build(order(str(content.root), str(tmp_path / "site")))
    assert [page.name for page in (tmp_path / "site" / "en" / "events" / "r").iterdir()] == ["sy1-raid"]
