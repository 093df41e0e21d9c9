"""Dossiers: what selects their reports, the editors' text, and marks that lead into reports."""

import re
from pathlib import Path

import pytest

from reports.model import Dossier
from reports.redaction import BAR
from tests.helpers.content import Content

RECORD = """
events: {raid: {type: air-strike, when: 2016-10-04}}
claims: {toll: {about: raid, casualties: [{killed: 5}]}, denial: {}}
"""
DRAFT = "Title: مسودة\nStatus: draft\n\n"
RAID = "[غارة]{.raid} [قتل خمسة]{.toll} [نفي]{.denial}"


@pytest.fixture
def content(content: Content) -> Content:
    """Two reports of which dossiers can speak; the slug of one begins with a digit."""
    return content.report("2016-raid", record=RECORD, ar=RAID).report("talks", record="claims: {c: {}}\n")


def one(content: Content) -> Dossier:
    (dossier,) = content.read().dossiers
    return dossier


# What selects


def test_without_dossiers_there_are_none(content: Content):
    """The folder need not be there."""
    assert content.read().dossiers == ()


def test_what_a_dossier_says(content: Content):
    """Every key; lists in the order in which they are written."""
    dossier = one(
        content.dossier(
            "autumn",
            yaml="""
            # a note
            reports: [talks, 2016-raid]
            places: [east-aleppo, syria]
            actors: [front]
            from: 2016-09
            to: 2016-10-05
            """,
            ar="Title: عنوان\nSummary: خلاصة\n\nنص.",
            en="Title: A title\nTranslator: T\n\nText.",
        )
    )
    assert (dossier.slug, dossier.reports) == ("autumn", ("talks", "2016-raid"))
    assert (dossier.places, dossier.actors) == (("east-aleppo", "syria"), ("front",))
    assert (str(dossier.first), str(dossier.last)) == ("2016-09", "2016-10-05")
    assert (dossier.text("ar").summary, dossier.text("en").translator) == ("خلاصة", "T")


@pytest.mark.parametrize(
    ("yaml", "field", "value"),
    [
        ("reports: talks\n", "reports", ("talks",)),
        ("places: aleppo\n", "places", ("aleppo",)),
        ("actors: army\n", "actors", ("army",)),
        ("from: 2016\n", "first", "2016"),
        ("to: 2016-10-04\n", "last", "2016-10-04"),
    ],
)
def test_one_key_is_enough(content: Content, yaml, field, value):
    """Any of them; and one bare value stands for a list."""
    found = getattr(one(content.dossier(yaml=yaml)), field)
    assert (found if isinstance(found, tuple) else str(found)) == value


def test_dossiers_come_by_slug(content: Content):
    """Whatever their texts and times."""
    for slug in ("b", "2016", "a-b", "a"):
        content.dossier(slug)
    assert [dossier.slug for dossier in content.read().dossiers] == ["2016", "a", "a-b", "b"]


@pytest.mark.parametrize(
    ("yaml", "messages"),
    [
        ("‸", ["the dossier selects nothing; add `reports: …`, or `places`, `actors`, `from` or `to`"]),
        ("‸# only a note\n", ["the dossier selects nothing"]),
        ("# a note\n‸reports: []\nplaces: []\n", ["the dossier selects nothing"]),
        ("‸{}\n", ["the dossier selects nothing"]),
        ("‸- talks\n", ["the dossier must be a mapping"]),
        ("‸report: talks\n", ["unknown key `report` in the dossier; did you mean `reports`?"]),
        ("to: 2016\n‸first: 2015\n", ["unknown key `first` in the dossier; write one of: reports, places"]),
        ("to: 2016\n‸to: 2017\n", ["the key `to` stands twice; it stands first in line 1"]),
        ("reports:‸\n", ["`reports` has no value"]),
        ("reports: [‸}\n", ["this is not YAML"]),
        ("reports: ‸talk\n", ["there is no report `talk`; did you mean `talks`?"]),
        ("reports:\n  - talks\n  - ‸aleppo\n", ["there is no report `aleppo`; write the name of a report’s folder"]),
        ("reports: [talks, ‸talks]\n", ["`talks` stands twice in `reports`; keep one"]),
        ("reports: [‸[talks]]\n", ["a report must be one value"]),
        ("reports: ‸{talks: yes}\n", ["`reports` must be a list"]),
        ("places: [aleppo, ‸alepo]\n", ["there is no place `alepo`; did you mean `aleppo`?"]),
        ("places: ‸army\n", ["there is no place `army`"]),
        ("places: [aleppo, ‸aleppo]\n", ["`aleppo` stands twice in `places`"]),
        ("places: ‸Aleppo\n", ["`Aleppo` is not an id"]),
        ("actors: ‸arny\n", ["there is no actor `arny`; did you mean `army`?"]),
        ("actors: [‸aleppo, ‸outlet]\n", ["there is no actor `aleppo`", "there is no actor `outlet`"]),
        ("actors: [army, ‸army]\n", ["`army` stands twice in `actors`"]),
        ("from: ‸2016-13\n", ["`from`: '2016-13' is no day of the calendar; write a day, a month or a year"]),
        ("to: ‸soon\n", ["`to`: 'soon' is not a date; write a day, a month or a year, such as 2016-10-04"]),
        ("from: ‸[2016]\n", ["`from` must be one value"]),
        ("from: ‸2016-10-05\nto: 2016-10-04\n", ["`from` is after `to`; exchange them, or mend one"]),
        ("from: ‸2017\nto: 2016-12\n", ["`from` is after `to`"]),
    ],
)
def test_what_is_wrong_with_a_dossier(content: Content, yaml, messages):
    """Each is told where it stands, with what to do."""
    content.dossier(yaml=yaml).expect(*messages)


@pytest.mark.parametrize("bound", ["2016-10-01/2016-10-04", "2016-09/..", "2016-21", "201X", "2016-10-XX", "2016-10~"])
def test_a_time_begins_and_ends_exactly(content: Content, bound):
    """A bound is a day, month or year: no interval, season or decade, and not about one."""
    content.dossier(yaml=f"to: ‸{bound}\n").expect(f"`to`: '{bound}' is no day, no month and no year; write a day")


def test_a_time_may_be_as_short_as_its_bounds(content: Content):
    """A bound takes all its days: from a day in a month to that month, and from a year to itself."""
    content.dossier("a", yaml="from: 2016-10-15\nto: 2016-10\n").dossier("b", yaml="from: 2016\nto: 2016\n")
    content.dossier("c", yaml="from: 2016-10\nto: 2016-10-01\n")
    assert len(content.read().dossiers) == 3


def test_all_errors_are_told_in_one_run(content: Content):
    """Of reports and of all dossiers, of their YAML and of both texts."""
    content.report("bad", ar="[x]{‸.nobody}")
    content.dossier(
        "a", yaml="places: ‸alepo\nreports: ‸tolks\n", ar="[x]{‸.talks/d}", en="[x]{‸.talks/c/d} [y]{‸when=2}"
    )
    content.dossier("b", yaml="to: ‸2016-13\n").expect(
        "the report `talks` has no event or claim `d`",
        "there is no place `alepo`",
        "there is no report `tolks`",
        "`.talks/c/d` is nothing that a mark can carry; write `.id` or `.report-slug/id`",
        "'2' is not a date",
        "'2016-13' is no day of the calendar",
        "unknown id `nobody`",
    )


# Drafts


def test_a_draft_dossier_is_left_out(content: Content):
    """It is read and checked, and may speak of drafts, since it stays at home with them."""
    content.report("later", record="claims: {c: {}}\n", ar=DRAFT + "[ق]{.c}")
    content.dossier(yaml="reports: [later]\n", ar="‸" + DRAFT + "[ق]{.later/c}")
    content.carets.append((content.root / "reports/later/ar.md", 1, 1))
    content.expect_warnings(
        "the dossier is a draft, so it is left out; take out `Status: draft` to publish it", "the report is a draft"
    )
    assert content.read().dossiers == ()
    content.carets.clear()
    content.dossier(yaml="reports: [‸laten]\n", ar=DRAFT).expect("there is no report `laten`")


def test_a_draft_translation_is_left_out(content: Content):
    """The dossier is published in Arabic; what is out of step in the draft is a warning."""
    content.dossier(ar="و‸[حلب]{.aleppo}", en="‸Title: A title\nStatus: draft\n\nNot yet.")
    content.expect_warnings("en.md lacks the mark `.aleppo`", "the translation is a draft, so it is left out")
    assert list(one(content).texts) == ["ar"]


def test_a_listed_draft_is_left_out(content: Content):
    """The dossier is published without it."""
    content.report("later", ar="‸" + DRAFT).dossier(yaml="reports: [talks, ‸later]\n")
    content.expect_warnings(
        "the report `later` is a draft, so the dossier leaves it out; publish it, or take it off the list",
        "the report is a draft",
    )
    assert one(content).reports == ("talks",)


def test_a_dossier_of_nothing_but_drafts_is_left_out(content: Content):
    """Unless it selects by something else as well."""
    content.report("later", ar="‸" + DRAFT).dossier("a", yaml="reports: ‸[‸later]\n")
    content.dossier("b", yaml="reports: [‸later]\nfrom: 2016\n")
    content.expect_warnings(
        "all reports of the dossier are drafts, so it is left out; publish one of them",
        "the report `later` is a draft",
        "the report `later` is a draft",
        "the report is a draft",
    )
    dossier = one(content)
    assert (dossier.slug, dossier.reports) == ("b", ())


def test_a_published_text_leads_into_no_draft(content: Content):
    """A mark would lead a reader to what is not there. A translation that is itself a draft may."""
    content.report("later", record="claims: {c: {}}\n", ar=DRAFT + "[ق]{.c}")
    content.dossier(ar="[ق]{‸.later/c}").expect("the mark leads into the draft `later`; publish that report first")
    content.carets.clear()
    content.dossier(ar="نص.", en="Title: A title\nStatus: draft\n\n[ق]{.later/c}")
    assert list(one(content).texts) == ["ar"]


# Marks


def test_marks_lead_into_reports(content: Content):
    """An event or claim is named with its report; entries of the registry, dates and corrections as in reports."""
    ar = "[غارة [حلب]{.aleppo}]{.2016-raid/raid} [خمسه]{.2016-raid/toll .talks/c sic=خمسة} [أمس]{when=2016-10-04}"
    dossier = one(content.dossier(ar=ar + " [ثانية]{.2016-raid/raid}"))
    marks = dossier.text("ar").marks
    assert [mark.ids for mark in marks] == [
        ("2016-raid/raid",), ("aleppo",), ("2016-raid/toll", "talks/c"), (), ("2016-raid/raid",),
    ]  # fmt: skip
    assert [mark.anchor for mark in marks] == [
        "ar_2016-raid_raid", "ar_aleppo", "ar_2016-raid_toll", "ar__when_1", "ar_2016-raid_raid_2",
    ]  # fmt: skip
    assert [mark.words for mark in marks[:3]] == ["غارة حلب", "حلب", "خمسه"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("كلام [حلب]{‸.alepo}", "unknown id `alepo`; did you mean `aleppo`?"),
        ("كلام [حلب]{‸.xyzzy}", "unknown id `xyzzy`; add it to the registry"),
        ("كلام [غارة]{‸.raid}", "`raid`; an event or claim goes with its report: `.2016-raid/raid` or `.third/raid`"),
        ("كلام [قول]{.aleppo ‸.c}", "unknown id `c`; an event or claim goes with its report: `.talks/c`"),
        ("كلام [قول]{‸.talk/c}", "there is no report `talk`; did you mean `talks`?"),
        ("كلام [قول]{‸.2016-raid/tol}", "the report `2016-raid` has no event or claim `tol`; did you mean `toll`?"),
        ("كلام [حلب]{‸.talks/aleppo}", "no event or claim `aleppo`; write `.aleppo` for an entry of the registry"),
        ("كلام [قول]{‸.talks/redacted}", "the report `talks` has no event or claim `redacted`"),
        ("كلام [قول]{‸.d/c}", "there is no report `d`"),
        ("كلام [قول]{.talks/c ‸.talks/c}", "`.talks/c` stands twice in a mark"),
        ("كلام [قول]{‸.talks/}", "`.talks/` is nothing that a mark can carry; write `.id` or `.report-slug/id`"),
        ("كلام [قول]{‸./c}", "`./c` is nothing that a mark can carry"),
        ("كلام [قول]{‸.talks/7c}", "`.talks/7c` is nothing that a mark can carry"),
        ("كلام [قول]{‸.Talks/c}", "`.Talks/c` is nothing that a mark can carry"),
        ("كلام [قول]{‸.talks/c/c}", "`.talks/c/c` is nothing that a mark can carry"),
        ("كلام [قول]{‸.2016-raid}", "`.2016-raid` is nothing that a mark can carry"),
        ("كلام [قول]‸{.2016-raid/toll", "the mark’s attributes are not closed"),
        ("كلام [قول] ‸{.2016-raid/toll}", "attributes follow no bracket"),
        ("[قول](https://a.example)‸{.2016-raid/toll}", "attributes follow no bracket"),
        ("[كلام ‸[قول]{.talks/c}](https://a.example)", "the mark leads somewhere and stands inside a link"),
        ("كلام [أمس]{‸when=2016-13}", "`when`: '2016-13' is no day of the calendar"),
        ("كلام ‸[قول", "the bracket is not closed in its block"),
        ("‸![صورة](https://a.example/x)", "the text has an image"),
    ],
)
def test_what_is_wrong_with_a_mark(content: Content, text, message):
    """Each is told where it stands, with what to do."""
    content.report("third", record="events: {raid: {type: other, when: 2016}}\n")
    content.dossier(ar=text).expect(message)


@pytest.mark.parametrize(("mark", "message"), [(".talks‸/c", "`/c` is nothing"), ("‸.2016-raid/toll", "is nothing")])
def test_in_a_report_marks_name_no_other_report(content: Content, mark, message):
    """What another report says is not what these words say: that is for dossiers."""
    content.report("own", ar=f"كلام [قول]{{{mark}}}").expect(message)


def test_what_leads_into_a_broken_record_is_not_judged(content: Content):
    """A record that cannot be read has its error; what a dossier names of it may be there."""
    content.dossier(yaml="reports: [bad]\n", ar="[ق]{.bad/c}")
    content.write("reports/bad/ar.md", "Title: ع\n\nنص.")
    content.write("reports/bad/record.yaml", "claims: [‸}\n")
    content.expect("this is not YAML")


def test_the_languages_line_up(content: Content):
    """Blocks and marks are compared as in reports."""
    content.dossier(ar="‸[خمسة]{.2016-raid/toll} [حلب]{.aleppo}", en="[Aleppo]{.aleppo} ‸[c]{.talks/c}").expect(
        "en.md lacks the mark `.2016-raid/toll` in the matching paragraph",
        "ar.md lacks the mark `.talks/c` in the matching paragraph",
    )
    content.carets.clear()
    content.dossier(ar="أ\n\n‸ب", en="A").expect("this paragraph has nothing to match in en.md")


def test_warnings(content: Content):
    """A figure that the claim does not have, a weekday, a footnote; names need no marks."""
    content.dossier(
        ar="[‸ستة قتلى]{.2016-raid/toll} و[5 قتلى]{.2016-raid/toll} و[9]{.2016-raid/raid} [‸الأحد]{when=2016-10-04} حلب‸[^1]"
    ).expect_warnings(
        "the words of `2016-raid/toll` say `ستة`, and none of its figures does",
        "the words say `الأحد`, and `2016-10-04` is a Tuesday",
        "there is no footnote `1`",
    )


# Files and folders


def test_a_dossier_has_both_files(content: Content):
    """The Arabic text is needed, and so is what selects."""
    content.dossier("a", ar=None)
    content.write("dossiers/b/ar.md", "Title: ع\n\nنص.")
    content.carets = [(content.root / path, 1, 1) for path in ("dossiers/a/ar.md", "dossiers/b/dossier.yaml")]
    content.expect("the file cannot be read", "the file cannot be read")


def test_headers_are_checked(content: Content):
    """A text without a title, and a key that there is not."""
    content.write("dossiers/d/dossier.yaml", "from: 2016\n")
    content.write("dossiers/d/ar.md", "‸‸Sumary: خ\n\nنص.")
    content.expect("the header has no title", "unknown key `Sumary` in the header")


def test_folders_are_slugs(content: Content):
    """Small letters, digits and hyphens; hidden folders are passed over."""
    content.dossier("Autumn").dossier(".hidden")
    content.carets = [(content.root / "dossiers/Autumn", 1, 1)]
    content.expect("`Autumn` is no slug")


def test_a_folder_that_is_a_link_is_an_error(content: Content, tmp_path: Path):
    """What stands elsewhere could change without anybody seeing."""
    (tmp_path / "else").mkdir()
    (content.root / "dossiers").mkdir()
    (content.root / "dossiers/d").symlink_to(tmp_path / "else")
    content.carets = [(content.root / "dossiers/d", 1, 1)]
    content.expect("this is a symbolic link; put what it leads to here")


def test_what_is_not_read_is_told(content: Content):
    """Files with other names, and files outside a dossier's folder; notes of other kinds are nobody's matter."""
    content.dossier()
    for path in ("d/record.yaml", "d/doser.yaml", "autumn.md", "d/notes.txt", "d/.hidden"):
        content.write(f"dossiers/{path}", "x")
    content.carets = [
        (content.root / "dossiers" / path, 1, 1) for path in ("autumn.md", "d/doser.yaml", "d/record.yaml")
    ]
    content.expect_warnings(
        "`autumn.md` is not read; move it to where it belongs",
        "`doser.yaml` is not read; did you mean `dossier.yaml`?",
        "`record.yaml` is not read; a dossier is `ar.md`, `en.md` and `dossier.yaml`",
    )


# Redaction

SECRET = "الغوث"


@pytest.mark.parametrize(
    "mark",
    [
        f"[{SECRET}]{{.redacted}}",
        f"[{SECRET}]{{.redacted .aleppo .talks/c}}",
        f"[{SECRET}]{{.talks/c .redacted}}",
        f"[م [{SECRET} [ق]{{.2016-raid/toll}}]{{.talks/c}} ن]{{.redacted}}",
        f'[ا]{{.2016-raid/raid .redacted sic="{SECRET}" when=2016-10-04}}',
    ],
)
def test_redacted_words_are_gone(content: Content, mark):
    """With all that they were about: a dossier has no event or claim of its own that would need a place."""
    content.dossier(ar=f"قال {mark} [حلب]{{.aleppo}}", en=f"S [Aleppo]{{.aleppo}} {mark}")
    dossier = one(content)
    assert SECRET not in repr(dossier)
    bar, place = dossier.text("ar").marks
    assert (bar.ids, bar.when, bar.sic, bar.words, bar.redacted) == ((), None, None, BAR, True)
    assert (bar.anchor, place.ids, place.prefix) == ("ar__redacted_1", ("aleppo",), f"قال {BAR} ")
    assert not re.search("talks|raid|toll", repr(dossier))


def test_a_redacted_word_in_a_claim_of_a_report(content: Content):
    """The mark around stays, with the bar in its words."""
    content.dossier(ar=f"[قتل [{SECRET}]{{.redacted}} أمس]{{.2016-raid/toll}}")
    around, bar = one(content).text("ar").marks
    assert (around.ids, around.words, bar.inside) == (("2016-raid/toll",), f"قتل {BAR} أمس", (0,))


def test_warnings_do_not_tell(content: Content):
    """A hidden weekday or figure is in no warning."""
    content.dossier(ar="[قتل [ستة]{.redacted}]{.2016-raid/toll} [[الأحد]{.redacted} صباح أمس الأول]{when=2016-10-04}")
    assert content.read().warnings == ()


@pytest.mark.parametrize(
    ("ar", "message"),
    [
        ("قال [سر] ‸{.redacted}", "attributes follow no bracket"),
        ("قال `[سر]‸{.redacted}`", "`.redacted` stands in plain text"),
        ("قال [سر]{‸.redacted/}", "`.redacted/` is nothing that a mark can carry"),
        ("قال [سر]{‸.redacted/c}", "there is no report `redacted`"),
        ("قال [سر]{‸.redacted,.talks/c}", "is nothing that a mark can carry"),
    ],
)
def test_a_slip_stops_the_build(content: Content, ar, message):
    """Where a redaction is not understood nothing is published."""
    content.dossier(ar=ar).expect(message)
