"""What is worth a second look before publishing; a warning stops nothing."""

import pytest

from tests.helpers.content import Content

EVENT = "events: {e: {type: shelling, when: 2016-10-04}}\n"


def figures(killed: str) -> str:
    """A record with a claim ``c`` of so many killed, and a claim ``d`` of nothing."""
    return EVENT + f"claims: {{c: {{about: e, casualties: [{{killed: {killed}}}]}}, d: {{}}}}\n"


@pytest.mark.parametrize(
    ("words", "when", "said"),
    [
        ("الثلاثاء", "2016-10-04", None),
        ("يوم الثّلاثاء الماضي", "2016-10-04", None),
        ("الخميس", "2016-10-04", "الخميس"),
        ("والخميس", "2016-10-04", "والخميس"),
        ("الإثنين", "2016-10-04", "الإثنين"),
        ("الأربعاء", "2016-10-04", "الأربعاء"),
        ("الأحد", "2016-10-09", None),
        ("أحد القادة", "2016-10-04", None),
        ("الخميس", "2016-10", None),
        ("الخميس", "2016-10-04~", None),
        ("الخميس", "2016-10-04/2016-10-05", None),
    ],
)
def test_weekdays_in_arabic(content: Content, words, when, said):
    """A weekday that is not that of the marked day, with particles, diacritics and spellings; only of certain days."""
    content.report(ar=f"كان {'‸' if said else ''}[{words}]{{when={when}}}")
    content.expect_warnings(*[f"the words say `{said}`, and `{when}` is a Tuesday; check the date"] if said else [])


@pytest.mark.parametrize(
    ("words", "said"),
    [("Tuesday", None), ("Tues.", None), ("Thursday", "thursday"), ("last Thu", "thu"), ("on SUNDAY", "sunday"),
     ("Wed, 5 Oct", "wed"), ("4 October", None), ("money", None)],
)  # fmt: skip
def test_weekdays_in_english(content: Content, words, said):
    """The same in English, long and short."""
    content.report(ar="كان [أمس]{when=2016-10-04}", en=f"It was {'‸' if said else ''}[{words}]{{when=2016-10-04}}")
    content.expect_warnings(*[f"the words say `{said}`, and `2016-10-04` is a Tuesday"] if said else [])


def test_an_event_after_its_report(content: Content):
    """An event that begins after its report was published is dated wrongly, or the report is."""
    content.report(
        record="""\
        published: 2016-10-04
        publisher: outlet
        events:
          same-day: {type: other, when: 2016-10-04}
          month: {type: other, when: 2016-10}
          ‸next-day: {type: other, when: 2016-10-05}
          ‸next-year: {type: other, when: 2017~/..}
          open: {type: other, when: ../2017}
        """
    ).expect_warnings(
        "the event `next-day` is dated 2016-10-05, after its report of 2016-10-04; check the year",
        "the event `next-year` is dated 2017~/..",
    )


@pytest.mark.parametrize(
    ("killed", "words", "said"),
    [
        ("10", "قتلنا 10 منهم", None),
        ("10", "قتلنا ١٠ منهم", None),
        ("10", "قتلنا عشرة منهم", None),
        ("10", "قتلنا خمسة منهم", "خمسة"),
        ("10", "قتل ٥ منهم", "٥"),
        ("10", "قتل 1,200 منهم", "1,200"),
        ("10", "مقتل قتيلين", "قتيلين"),
        ("5-7", "بين 5 و7", None),
        ("5-7", "بين 5 و8", "8"),
        ("400+", "400 شخص على الأقل", None),
        ("some", "قتل 4", "4"),
        ("10", "قتل 10 [أمس 4]{when=2016-10-04}", None),
        ("10", "قتل 10 و[جرح 5]{.d}", None),
        ("10, including: {children: 3}", "قتل 10 بينهم 3 أطفال", None),
    ],
)
def test_figures_in_arabic(content: Content, killed, words, said):
    """A figure in a claim's own words that no figure of the claim has; dates and other claims inside are not."""
    caret = "‸" if said else ""
    content.report(record=figures(killed), ar=f"[ح]{{.e}} [ق]{{.d}} {caret}[{words}]{{.c}}")
    content.expect_warnings(*[f"the words of `c` say `{said}`, and none of its figures does"] if said else [])


@pytest.mark.parametrize(
    ("words", "said"),
    [("killed ten", None), ("killed Five", "Five"), ("killed 11", "11"), ("twelve killed", "twelve"),
     ("one said ten", None),
     ("twenty-five or five hundred", None), ("10 killed, 30% of them", None)],
)  # fmt: skip
def test_figures_in_english(content: Content, words, said):
    """The same in English; larger numbers in words are not read."""
    content.report(
        record=figures("10"), ar="[ح]{.e} [ق]{.c .d}", en=f"[E]{{.e}} {'‸' if said else ''}[{words}]{{.c .d}}"
    )
    content.expect_warnings(*[f"the words of `c` say `{said}`"] if said else [])


def test_a_cumulative_figure_may_name_its_period(content: Content):
    """The years and days of the period that a toll covers are no figures."""
    content.report(
        record="claims: {c: {casualties: [{killed: 400+, scope: cumulative, period: 2016-09-27/2016-10-04}]}}\n",
        ar="[قتل 400 بين 27 و4 عام 2016]{.c}",
    ).expect_warnings()


def test_a_claim_without_casualties_has_no_figures_to_compare(content: Content):
    """Numbers of other things are not told."""
    content.report(record="claims: {c: {}}\n", ar="[شنت 15 غارة]{.c}").expect_warnings()


def test_names_that_stand_unmarked(content: Content):
    """A name or alias of the registry outside any mark of the registry: one warning an entry, at its first place."""
    content.registry(
        actors="zenki: {name: {ar: نور الدين زنكي, en: Zenki}, aliases: {ar: [الزنكي]}, kind: rebel-group}\n"
    )
    content.report(
        ar="""
        في [حلب]{.aleppo} وفي [حلب الشرقية]{.east-aleppo}، [قوات [الجيش]{.army}]{.guards}.

        ‸دخل الجيش مدينة وحلب، وبحلب.

        ‸قال نور  الدين زنكي. الحلبي والجيشان والزنكيون.
        """,
    )
    path = content.root / "reports/r/ar.md"
    content.carets.append((path, 5, 1))
    content.expect_warnings(
        "`الجيش` stands unmarked here; mark it: `[الجيش]{.army}`",
        "`حلب` stands unmarked here and once more; mark it: `[حلب]{.aleppo}`",
        "`نور  الدين زنكي` stands unmarked here",
    )


def test_the_longest_name_is_meant(content: Content):
    """Where one name begins another, the longer is the one that stands there."""
    content.report(ar="‸في حلب الشرقية.").expect_warnings("`حلب الشرقية` stands unmarked here; mark it")


def test_names_that_stand_unmarked_in_english(content: Content):
    """The same in English; parts of words are no names."""
    content.report(ar="نص.", en="‸In Eastern Aleppo, the Armyworm.").expect_warnings(
        "`Eastern Aleppo` stands unmarked here; mark it: `[Eastern Aleppo]{.east-aleppo}`"
    )


def test_warnings_are_told_with_errors(content: Content):
    """Where there are errors the warnings come with them, each in its place."""
    content.report(ar="كان [الخميس]{when=2016-10-04} [كلام]{‸.nobody}").expect("unknown id `nobody`")
    (content.root / "reports/r/ar.md").write_text("Title: ع\n\nكان [الخميس]{when=2016-10-04}\n")
    assert [str(w).split(": ")[1] for w in content.read().warnings] == ["warning"]


def test_drafts_are_warned_of(content: Content):
    """A draft is what a writer still works on: its warnings are told, and that it is left out."""
    content.report(ar="‸Title: مسودة\nStatus: draft\n\nكان ‸[الخميس]{when=2016-10-04}")
    content.expect_warnings("the report is a draft, so it is left out", "الخميس")
