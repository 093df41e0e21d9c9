"""What a reader of the golden site is told, worked out by hand from its reports.

The same is asked of it as of every report: what nobody counted is not 0, what covers a time of its own is in no total,
who names nobody is shown to, and each total is what the rules give.
"""

from __future__ import annotations

import pytest

from tests.site.built_site import LANGUAGES, BuiltSite, Page, classes, text_of

MARKET, BRIDGE, WINTER, CAMP, SHORES = (
    "2031-03-05-marzuba-market", "2031-03-07-qandara", "tallun-winter", "2031-03-08-birch-camp",
    "2031-03-12-two-shores",
)  # fmt: skip

#: Worked out by hand: scope, outcome and people, then what a page says in English.
TOTALS = [
    # The market: 12 (the paper), 10, then 9 + 5 (the doctor); the radio's denial changes no number.
    (MARKET, "killed/civilians", "10 to 14"),
    # The hills: 5-7 of the guard; 4 and ~30 of army and archers; ~45 and, in the same claim, 2 + 1 + 1 of others: ~49.
    (MARKET, "killed/combatants", "about 49"),
    # The accusers of the market: a word.
    (MARKET, "killed/unknown", "tens"),
    # The market 10-14, since a word lowers nothing, and the hills ~49.
    (MARKET, "killed/all", "between about 59 and 63"),
    (MARKET, "injured/civilians", "some, number not given"),
    (MARKET, "injured/combatants", "0 to 100"),
    # ~20 at the market, 0 to 100 in the hills.
    (MARKET, "injured/all", "between about 20 and 120"),
    (MARKET, "missing/all", "some, number not given"),
    (MARKET, "detained/all", "dozens"),
    (MARKET, "displaced/all", "hundreds"),
    # 2 at the market and 0 at the bridge; 50 in a blast that the editors discount.
    (BRIDGE, "killed/civilians", "2"),
    (BRIDGE, "killed/all", "between about 5 and 173, or more"),
    (BRIDGE, "displaced/civilians", "1,500 to 2,000"),
    (WINTER, "killed/all", "some, number not given"),
    (WINTER, "detained/all", "11 to 14"),
    (CAMP, "injured/civilians", "2"),
    # The doctor of the two shores speaks of "5 civilians, 2 of the guard" and of 7; later 8 are counted.
    (SHORES, "killed/all", "10 to 20"),
    (SHORES, "killed-or-injured/all", "dozens"),
    (SHORES, "displaced/families/all", "40"),
]


@pytest.mark.parametrize(("scope", "name", "words"), TOTALS)
def test_totals_are_those_worked_out_by_hand(golden: BuiltSite, scope: str, name: str, words: str) -> None:
    page = golden.page("en", "casualties") if scope == "site" else golden.briefing("en", scope)
    here = [e for e in page.having("data-total") if e.get("data-scope") == scope]
    assert {text_of(e) for e in here if e.get("data-total") == name} == {words}


def figures_of(page: Page, claim: str) -> set[str]:
    return {text_of(e) for e in page.having("data-claim") if e.get("data-claim", "").endswith(f"/{claim}")}


@pytest.mark.parametrize(("lang", "words"), [("en", "some, number not given"), ("ar", "لم يُذكر العدد")])
def test_people_whom_nobody_counted_are_shown_as_such(golden: BuiltSite, lang: str, words: str) -> None:
    assert figures_of(golden.briefing(lang, MARKET), "quiet-losses") == {words}
    assert figures_of(golden.briefing(lang, WINTER), "counted-nobody") == {words}
    row = golden.briefing(lang, MARKET).ids["total-injured-civilians"]
    assert [e for e in row.iter() if "data-low" in e.attrib] == []


def test_a_figure_of_0_is_shown_as_0(golden: BuiltSite) -> None:
    assert figures_of(golden.briefing("en", BRIDGE), "nobody-hurt") == {"0", "1"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_covers_a_time_of_its_own_stands_apart(golden: BuiltSite, lang: str) -> None:
    page = golden.briefing(lang, MARKET)
    apart = [step for step in page.elements if "key-apart" in classes(step)]
    shown = {e.get("data-claim") for part in apart for e in part.iter() if "data-claim" in e.attrib}
    assert shown == {f"{MARKET}/siege-toll", f"{MARKET}/siege-and-market"}


@pytest.mark.parametrize(("lang", "words"), [("en", "Source not named"), ("ar", "لم يُذكر قائله")])
def test_an_accusation_that_names_no_accuser_says_so(golden: BuiltSite, lang: str, words: str) -> None:
    page = golden.briefing(lang, MARKET)
    assert words in text_of(page.ids["claim-accusation"])


@pytest.mark.parametrize(
    ("claim", "chain"),
    [
        ("herald-count", ["Marzuba Herald"]),
        ("doctor-count", ["The Lantern doctor", "North Wire", "Valley Log"]),
        ("archers-toll", ["An archer who gave no name", "North Wire"]),
        ("accusation", ["Source not named"]),
    ],
)
def test_a_claim_shows_its_chain_in_order(golden: BuiltSite, claim: str, chain: list[str]) -> None:
    """Whoever says it first, then each who passes it on; the publisher of the page's own report is its last link."""
    page = golden.briefing("en", MARKET)
    (drawn,) = [e for e in page.ids[f"claim-{claim}"].iter() if "chain" in classes(e)]
    steps = [e for e in drawn.iter() if {"claim-who", "via"} & set(classes(e))]
    assert [text_of(step).removeprefix("through ") for step in steps] == chain


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_misprint_is_kept_and_put_right(golden: BuiltSite, lang: str) -> None:
    page = golden.briefing(lang, MARKET)
    assert text_of(page.ids["ar_tannery-quarter"]) == "حي الدباقين"
    section = next(step for step in page.around(page.ids["misprints"]) if step.tag == "section")
    assert "حي الدباغين" in text_of(section)


@pytest.mark.parametrize("slug", [WINTER, CAMP])
def test_a_report_without_translation_says_so_and_shows_its_own_words(golden: BuiltSite, slug: str) -> None:
    page = golden.briefing("en", slug)
    assert "This report has not been translated yet" in text_of(page.root)
    assert "This report has not been translated yet" not in text_of(golden.briefing("en", MARKET).root)
    assert {page.language_of(e) for e in page.having("data-ref")} == {"ar"}
    assert page.language_of(next(inner for inner in page.named("h1")[0].iter() if "lang" in inner.attrib)) == "ar"


def test_an_event_that_two_reports_tell_stands_once_in_the_timeline_of_the_site(golden: BuiltSite) -> None:
    timeline = golden.page("en", "timeline")
    entries = [text_of(e) for e in timeline.elements if "index-line" in classes(e)]
    assert len(entries) == len(golden.table("events"))
    assert len([text for text in entries if "The clash in the hills" in text]) == 1
    told = text_of(golden.page("en", "events/2031-03-05-marzuba-market/hill-clash").root)
    assert "A strike on Marzuba's market" in told
    assert "The bridge of Salt Road" in told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_uncertain_and_open_dates_are_shown_as_what_they_are(golden: BuiltSite, lang: str) -> None:
    words = {
        "en": ["possibly 1 March 2031", "since November 2030", "spring 2031", "about March 2031"],
        "ar": ["1 آذار 2031 (غير مؤكد)", "منذ تشرين الثاني 2030", "ربيع 2031", "آذار 2031 تقريباً"],
    }
    briefing = golden.briefing(lang, MARKET)
    days = [text_of(e) for e in briefing.elements if "event-day" in classes(e)]
    assert [date for date in words[lang] if days.count(date) != 1] == []
    listed = [text_of(e) for e in golden.page(lang, "timeline").elements if "index-when" in classes(e)]
    assert [date for date in words[lang] if not any(when.endswith(date) for when in listed)] == []


def test_corrections_come_newest_first_in_the_language_they_have(golden: BuiltSite) -> None:
    page = golden.briefing("en", MARKET)
    text = text_of(page.ids["corrections"])
    assert text.index("7 March 2031") < text.index("6 March 2031")
    assert "The name of the quarter was corrected." in text
    (arabic,) = [e for e in page.ids["corrections"].iter() if e.get("lang") == "ar"]
    assert text_of(arabic) == "أضيف إحصاء المرصد."
