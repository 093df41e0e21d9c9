"""From report to report: ``same-as``, ``denies`` and drafts; and all errors of all files in one run."""

import pytest

from reports import ContentErrors, read_site
from tests.helpers.content import Content

EVENT = "events: {raid: {type: shelling, when: 2016-10-04}}\n"
DRAFT = "Title: مسودة\nStatus: draft\n\n"


def test_two_reports_tell_one_event(content: Content):
    """``same-as`` names the event by the report that declares it, whichever report is read first."""
    content.report("a", record="events: {x: {same-as: b/raid, title: {ar: غارة}}}\n").report("b", record=EVENT)
    events = {report.slug: report.record.events for report in content.read().reports}
    assert events["a"]["x"].same_as == ("b", "raid")
    assert (events["a"]["x"].title.ar, events["a"]["x"].types) == ("غارة", ())


def test_same_as_leads_to_nothing(content: Content):
    """A report or event that is not there: the nearest is offered."""
    content.report("alpha", record=EVENT)
    content.report(
        "beta",
        record="""
        events:
          one: {same-as: ‸alfa/raid}
          two: {same-as: ‸alpha/rade}
          three: {same-as: ‸beta/own}
          four: {same-as: ‸own}
          five: {same-as: ‸a/b/c}
          six: {same-as: ‸alpha/}
          own: {type: other, when: 2016}
        """,
    ).expect(
        "`same-as` names a report `alfa` that is not there; did you mean `alpha`?",
        "the report `alpha` has no event `rade`; did you mean `raid`?",
        "`same-as` names this report",
        "`same-as` names this report",
        "`a/b/c` is not an event; write `id`, or `report-slug/id`",
        "`alpha/` is not an event",
    )


def test_same_as_leads_to_a_same_as(content: Content):
    """What it names must declare the event itself; in a circle nobody does."""
    content.report("a", record=EVENT)
    content.report("b", record="events: {x: {same-as: a/raid}, y: {same-as: ‸c/y}}\n")
    content.report("c", record="events: {x: {same-as: ‸b/x}, y: {same-as: ‸b/y}}\n")
    content.expect(
        "`c/y` is itself a `same-as`; one of them declares the event",
        "`b/x` is itself a `same-as`; name a/raid",
        "`b/y` is itself a `same-as`; one of them declares the event",
    )


def test_denies_leads_to_nothing(content: Content):
    """A claim that is not there, here or elsewhere; an event is no claim."""
    content.report(
        "alpha",
        record="""
        events: {raid: {type: shelling, when: 2016}, wave: {type: shelling, when: 2016}}
        claims: {toll: {about: raid}, more: {about: [raid]}}
        """,
    )
    content.report(
        "beta",
        record="""
        claims:
          one: {stance: denies, denies: ‸alfa/toll}
          two: {stance: denies, denies: ‸alpha/tol}
          three: {stance: denies, denies: ‸alpha/raid}
          four: {stance: denies, denies: ‸onne}
          five: {stance: denies, denies: ‸alpha/wave}
          six: {stance: denies, denies: ‸witness}
        """,
    ).expect(
        "`denies` names a report `alfa` that is not there; did you mean `alpha`?",
        "the report `alpha` has no claim `tol`; did you mean `toll`?",
        "the report `alpha` has no claim `raid`; that is an event: deny a claim about it (alpha/toll, alpha/more), and add "
        "`denies-what: event` if it is said not to have happened",
        "the report `beta` has no claim `onne`; did you mean `one`?",
        "the report `alpha` has no claim `wave`; that is an event, and no claim is about it",
        "the report `beta` has no claim `witness`; that is a source",
    )


def test_what_leads_into_a_broken_record_is_not_judged(content: Content):
    """A record that cannot be read has its error; what others name of it may be there."""
    content.report("a", record="events: {x: {same-as: b/raid}}\nclaims: {c: {stance: denies, denies: b/toll}}\n")
    content.report("b", record="events: [‸}\n").expect("this is not YAML")


def test_denials_in_a_circle(content: Content):
    """Claims that deny each other in a circle, or themselves: one error a circle."""
    content.report("a", record="claims: {x: {stance: denies, denies: ‸b/y}, me: {stance: denies, denies: ‸me}}\n")
    content.report("b", record="claims: {y: {stance: denies, denies: a/x}, z: {stance: denies, denies: y}}\n")
    content.expect("`denies` runs in a circle: a/x → b/y → a/x; remove one `denies`", "runs in a circle: a/me → a/me")


def test_a_chain_of_denials_is_no_circle(content: Content):
    """A denial may be denied in turn."""
    content.report(record="claims: {a: {}, b: {stance: denies, denies: a}, c: {stance: denies, denies: b}}\n")
    assert len(content.one().record.claims) == 3


def test_drafts_are_not_published(content: Content):
    """A draft is read and checked, and is in nothing that is handed out."""
    content.report("a").report("b", ar=DRAFT + "نص.")
    assert [report.slug for report in content.read().reports] == ["a"]
    content.report("b", ar=DRAFT + "[نص]{‸.nobody}").expect("unknown id `nobody`")


def test_an_english_draft_stays_at_home(content: Content):
    """A translation that is not finished leaves the Arabic report as it is."""
    content.report(ar="نص.", en="Title: Not yet\nStatus: Draft\n\nText.")
    assert list(content.one().texts) == ["ar"]


def test_nothing_published_leads_into_a_draft(content: Content):
    """``same-as`` and ``denies`` from a published report into a draft would lead readers nowhere."""
    content.report("draft", record=EVENT + "claims: {c: {}}\n", ar=DRAFT + "[ح]{.raid .c}")
    links = "events: {x: {same-as: ‸draft/raid}}\nclaims: {d: {stance: denies, denies: ‸draft/c}}\n"
    content.report("public", record=links)
    content.report("other-draft", record=links.replace("‸", ""), ar=DRAFT + "[ح]{.x .d}")
    content.expect(
        "`same-as` leads into the draft `draft`; publish that report first, or remove this",
        "`denies` leads into the draft `draft`",
    )


def test_reports_come_newest_first(content: Content):
    """Reports stand by the day of their publication, then by slug."""
    for slug, day in {"b": "2016-10-04", "a": "2016-10-04", "c": "2016-10-05", "d": "2016-09"}.items():
        content.report(slug, record=f"published: {day}\npublisher: outlet\n")
    assert [report.slug for report in content.read().reports] == ["c", "b", "a", "d"]


def test_all_errors_of_all_files_in_one_run(content: Content):
    """Registry, records and both texts of every report: the author hears of everything at once, in order."""
    content.registry(places="x: {name: ‸{ar: س}, kind: town}\n")
    content.report(
        "a",
        record="published: 2016\npublisher: ‸nobody\nclaims: {‸c: {stance: denies, denies: ‸b/zz}}\n",
        ar="‸[كلام",
    )
    content.report("b", record="claims: {c: {‸bye: outlet}}\n", ar="[ق]{.c ‸.zz}", en="[s]{.c ‸.zz}")
    content.report("c", record="events: [‸}\n", ar="‸![صورة](‸https://a.example/x) [رابط](‸y)")
    content.expect(
        "missing key `en` in the name",
        "the bracket is not closed",
        "there is no source `nobody`",
        "the claim `c` is never marked",
        "the report `b` has no claim `zz`",
        "unknown id `zz`",
        "unknown id `zz`",
        "unknown key `bye` in the claim `c`",
        "the image does not stand in a paragraph of its own",
        "`https://a.example/x` is no file beside the report",
        "the link to `y` cannot be followed",
        "this is not YAML",
    )


def test_an_error_reads_path_line_column_what_hint(content: Content):
    """The form that editors and terminals can jump to."""
    content.report(ar="[هنا]{.alepo}")
    with pytest.raises(ContentErrors) as caught:
        content.read()
    assert str(caught.value) == f"{content.root}/reports/r/ar.md:3:7: unknown id `alepo`; did you mean `aleppo`?"
    assert caught.value.exitcode == 1


def test_progress_is_told(content: Content):
    """Whoever reads a large site hears how far it is."""
    content.report("a").report("b")
    told = []
    read_site(content.root, lambda *step: told.append(step))
    assert told == [("reading", 1, 2), ("reading", 2, 2)]
