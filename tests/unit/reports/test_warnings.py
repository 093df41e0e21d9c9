"""What is worth a second look before publishing; a warning stops nothing."""

from pathlib import Path

import pytest

from reports import ContentErrors, read_site
from tests.helpers.content import Content

EVENT = "events: {e: {type: shelling, when: 2016-10-04}}\n"


def figures(killed: str) -> str:
    """A record with a claim ``c`` of so many killed, and a claim ``d`` of nothing."""
    return EVENT + f"claims: {{c: {{about: e, casualties: [{{killed: {killed}}}]}}, d: {{}}}}\n"


def _at(words: str, said: str | None) -> str:
    """Words with a caret before those that are told."""
    return words.replace(said, f"‸{said}", 1) if said else words


@pytest.mark.parametrize(
    ("words", "when", "said"),
    [
        ("الثلاثاء", "2016-10-04", None),
        ("يوم الثّلاثاء الماضي", "2016-10-04", None),
        ("الخميس", "2016-10-04", "الخميس"),
        ("والخميس", "2016-10-04", "الخميس"),
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
    content.report(ar=f"كان [{_at(words, said)}]{{when={when}}}")
    content.expect_warnings(*[f"the words say `{said}`, and `{when}` is a Tuesday; check the date"] if said else [])


@pytest.mark.parametrize(
    ("words", "said"),
    [("Tuesday", None), ("Tues.", None), ("Thursday", "Thursday"), ("last Thu", "last Thu"), ("on SUNDAY", "SUNDAY"),
     ("Wed, 5 Oct", "Wed, 5 Oct"), ("4 October", None), ("money", None)],
)  # fmt: skip
def test_weekdays_in_english(content: Content, words, said):
    """The same in English, long and short."""
    content.report(ar="كان [أمس]{when=2016-10-04}", en=f"It was [{_at(words, said)}]{{when=2016-10-04}}")
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
        ("5-7", "بين 5 و8", "5 و8"),
        ("400+", "400 شخص على الأقل", None),
        ("some", "قتل 4", "4"),
        ("10", "قتل 10 [أمس 4]{when=2016-10-04}", None),
        ("10", "قتل 10 و[شنت 5 غارات]{.d}", None),
        ("10, including: {children: 3}", "قتل 10 بينهم 3 أطفال", None),
    ],
)
def test_figures_in_arabic(content: Content, killed, words, said):
    """A figure in a claim's own words that no figure of the claim has; dates and other claims inside are not."""
    content.report(record=figures(killed), ar=f"[ح]{{.e}} [ق]{{.d}} [{_at(words, said)}]{{.c}}")
    content.expect_warnings(*[f"the words of `c` say `{said}`, and none of its figures does"] if said else [])


@pytest.mark.parametrize(
    ("words", "said"),
    [("killed ten", None), ("killed Five", "Five"), ("killed 11", "11"), ("twelve killed", "twelve"),
     ("one said ten", None),
     ("twenty-five killed, or so", "twenty-five"), ("10 killed, 30% of them", None)],
)  # fmt: skip
def test_figures_in_english(content: Content, words, said):
    """The same in English."""
    content.report(record=figures("10"), ar="[ح]{.e} [ق]{.c .d}", en=f"[E]{{.e}} [{_at(words, said)}]{{.c .d}}")
    content.expect_warnings(*[f"the words of `c` say `{said}`"] if said else [])


def test_a_cumulative_figure_may_name_its_period(content: Content):
    """The years and days of the period that a toll covers are no figures."""
    content.report(
        record="claims: {c: {casualties: [{killed: 400+, scope: cumulative, period: 2016-09-27/2016-10-04}]}}\n",
        ar="[قتل 400 بين 27 أيلول و4 تشرين الأول عام 2016]{.c}",
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

        دخل ‸الجيش مدينة و‸حلب، وبحلب.

        قال ‸نور  الدين زنكي. الحلبي والجيشان والزنكيون.
        """,
    )
    content.expect_warnings(
        "`الجيش` stands unmarked here; mark it: `[الجيش]{.army}`",
        "`حلب` stands unmarked here and once more; mark it: `[حلب]{.aleppo}`",
        "`نور  الدين زنكي` stands unmarked here",
    )


def test_the_longest_name_is_meant(content: Content):
    """Where one name begins another, the longer is the one that stands there."""
    content.report(ar="في ‸حلب الشرقية.").expect_warnings("`حلب الشرقية` stands unmarked here; mark it")


def test_names_that_stand_unmarked_in_english(content: Content):
    """The same in English; parts of words are no names."""
    content.report(ar="نص.", en="In ‸Eastern Aleppo, the Armyworm.").expect_warnings(
        "`Eastern Aleppo` stands unmarked here; mark it: `[Eastern Aleppo]{.east-aleppo}`"
    )


def test_warnings_are_told_with_errors(content: Content):
    """Where there are errors the warnings come with them, each in its place."""
    content.report(ar="كان [الخميس]{when=2016-10-04} [كلام]{‸.nobody}").expect("unknown id `nobody`")
    (content.root / "reports/r/ar.md").write_text("Title: ع\n\nكان [الخميس]{when=2016-10-04}\n")
    assert [str(w).split(": ")[1] for w in content.read().warnings] == ["warning"]


def test_drafts_are_warned_of(content: Content):
    """A draft is what a writer still works on: its warnings are told, and that it is left out."""
    content.report(ar="‸Title: مسودة\nStatus: draft\n\nكان [‸الخميس]{when=2016-10-04}")
    content.expect_warnings("the report is a draft, so it is left out", "الخميس")


# Words against figures

SAYS = "the words of `c` say"


@pytest.mark.parametrize(
    ("killed", "words", "told"),
    [
        ("12", "قتل ‸ثلاثة وعشرون شخصا", f"{SAYS} `ثلاثة وعشرون`"),
        ("12", "قتل ‸مئتان وخمسة", f"{SAYS} `مئتان وخمسة`"),
        ("30", "قتل ‸جنديان", f"{SAYS} `جنديان`"),
        ("30", "قتلت ‸ممرضتان", f"{SAYS} `ممرضتان`"),
        ("30", "قتل ‸شخص في القصف", f"{SAYS} `شخص`"),
        ("30", "قتل ‸بضعة عشر شخصا", f"{SAYS} `بضعة عشر`"),
        ("30", "قتل ‸ﺛﻼﺛﺔ أشخاص", f"{SAYS} `ﺛﻼﺛﺔ`"),
        ("20", "قتل ‸نحو 20 شخصا", f"{SAYS} `نحو 20` otherwise than its figure `20`; write `~20`"),
        ("20", "قتل ‸20 شخصا على الأقل", f"{SAYS} `20 شخصا على الأقل` otherwise than its figure `20`; write `20+`"),
        ("20", "قتل ‸أكثر من 20 شخصا", "write `20+`"),
        ("20", "قتل ‸ما يصل إلى 20 شخصا", "write `..20`"),
        ("7", "قتل بين ‸5 و7 أشخاص", "write `5-7`"),
        ("30, injured: 12", "قتل ‸12 شخصا", f"{SAYS} `12` of `killed`, and the record has that figure as `injured`"),
        ("12", "اعتقل ‸12 شخصا", f"{SAYS} `12` of `detained`, and the record has that figure as `killed`"),
        ("12", "قتلت ‸12 عائلة", "count families (`12`), and the record counts people"),
        ("12, who: civilians", "قتل ‸12 جنديا", "of `combatants`, and the record has `civilians`"),
        ("12, who: combatants", "قتل ‸12 مدنيا", "of `civilians`, and the record has `combatants`"),
    ],
)
def test_what_words_say_otherwise_than_their_figure(content: Content, killed, words, told):
    """Numbers in words, duals, single people; about, at least, up to, between; who they were and what befell them."""
    content.report(record=figures(killed), ar=f"[ح]{{.e}} [ق]{{.d}} [{words}]{{.c}}").expect_warnings(told)


@pytest.mark.parametrize(
    ("killed", "words", "told"),
    [
        ("12", "‸twenty-three people were killed", f"{SAYS} `twenty-three`"),
        ("12", "‸thirty-odd people were killed", f"{SAYS} `thirty-odd`"),
        ("12", "‸two soldiers were killed", f"{SAYS} `two`"),
        ("21", "‸12 people were killed", f"{SAYS} `12`"),
        ("20", "‸about 20 people were killed", f"{SAYS} `about 20` otherwise than its figure `20`; write `~20`"),
        ("20", "‸at least 20 people were killed", "write `20+`"),
        ("20", "‸up to 20 people were killed", "write `..20`"),
        ("30, injured: 12", "‸12 people were killed", "of `killed`, and the record has that figure as `injured`"),
        ("12", "police arrested ‸12 people", "of `detained`, and the record has that figure as `killed`"),
        ("12", "‸12 families were killed", "count families"),
        ("12, who: civilians", "‸12 soldiers were killed", "of `combatants`, and the record has `civilians`"),
    ],
)
def test_what_english_words_say_otherwise_than_their_figure(content: Content, killed, words, told):
    """The same in English, also where the digits of one language are swapped."""
    content.report(record=figures(killed), ar="[ح]{.e} [ق]{.c .d}", en=f"[E]{{.e}} [{words}]{{.c .d}}")
    content.expect_warnings(told)


@pytest.mark.parametrize(
    ("killed", "words"),
    [
        ("2, including: {men: 1, children: 1}", "قتل رجل (65 عاما) وطفل (6 سنوات)"),
        ("1", "شنت الطائرات 12 غارة على ثلاث قرى وقتل شخص"),
        ("1", "قتل شخص على بعد 20 كيلومترا في الساعة 21:30"),
        ("1700000", "قتل 1.7 مليون شخص"),
        ("5", "قتل 5 أشخاص بطائرة سو-24 من اللواء 55"),
        ("5", "قتل 5 في اليوم الثالث من الحملة الثانية والعشرين"),
        ("5", "قتل ضابط و4 جنود"),
        ("~30", "قتل ثلاثون ونيّف"),
        ("15", "قتل بضعة عشر"),
        ("some", "قتل صحفيين"),
        ("6-8", "قتل أقل من ثمانية وأكثر من ستة"),
        ("~170+", "قتل نحو 170 مدنيا على الأقل"),
        ("10", "سقط 10 بين قتيل وجريح"),
    ],
)
def test_numbers_of_other_things_are_not_told(content: Content, killed, words):
    """Ages, hours, distances, strikes, days, decimals, names; a sum of what stands beside one another; what is unsure."""
    content.report(record=figures(killed), ar=f"[ح]{{.e}} [ق]{{.d}} [{words}]{{.c}}").expect_warnings()


def test_people_harmed_outside_of_the_record(content: Content):
    """In a claim without figures, and in no claim; a number that a claim has may be said again, and one denied is none."""
    content.report(
        record=EVENT + "claims:\n  c: {about: e, casualties: [{killed: 5}]}\n  d: {about: e}\n"
        "  n: {about: e, stance: denies, denies: c}\n",
        ar="[ح]{.e}: [قتل 5]{.c}. [قتل ‸12 شخصا]{.d}. [لم يقتل 9 أشخاص]{.n}.\n\nقتل ‸14 شخصا قبل ذلك، وقتل 5 اليوم.",
    ).expect_warnings(
        "the words of `d` say how many were harmed (`12`), and the claim has no `casualties`",
        "`14` says how many were harmed, and stands in no claim",
    )


# Words against dates


@pytest.mark.parametrize(
    ("words", "when", "told"),
    [
        ("5 آب 2016", "2016-07-05", True),
        ("٥ أغسطس ٢٠١٦", "2016-08-05", False),
        ("5 غشت", "2016-08-05", False),
        ("5 أوت 2016", "2016-09-05", True),
        ("4 تشرين الأول/أكتوبر 2016", "2016-10-04", False),
        ("4 تشرين 2", "2016-10-04", True),
        ("3 ﺗﺸﺮﻳﻦ ﺍﻷﻭﻝ 2016", "2016-10-04", True),
        ("عام 2015", "2016", True),
        ("أيلول الماضي", "2016-09", False),
        ("أيلول الماضي", "2016-08", True),
        ("3 محرم 1438 هـ", "2016-10-04", False),
        ("3 صفر 1438 هـ", "2016-10-04", True),
        ("أمس", "2016-10-04", False),
        ("أمس", "2016-10-03", True),
        ("أول من أمس", "2016-10-03", False),
        ("الشهر الماضي", "2016-09", False),
        ("الشهر الماضي", "2016-08", True),
        ("قبل أربعة أيام", "2016-10-01", False),
        ("من 17 إلى 19 أيلول", "2016-09-17/2016-09-19", False),
        ("من 17 إلى 19 أيلول", "2016-09-17/2016-09-20", True),
        ("أواخر أيلول", "2016-09-29~", False),
        ("أمس الأول", "2016-10-03", False),
        ("أمس الأول", "2016-10-04", True),
        ("الأربعاء 28 منه", "2016-09-28", False),
        ("الأربعاء 28 منه", "2016-10-05", True),
    ],
)
def test_dates_in_arabic(content: Content, words, when, told):
    """Day, month and year by each custom and calendar, and what is told from the day of publication, 5 October."""
    caret = "‸" if told and not words.startswith(("عام", "من ", "أواخر")) else ""
    body = words.replace("من 17", "من ‸17").replace("عام 2", "‸عام 2") if told and not caret else caret + words
    content.report(ar=f"كان [{body}]{{when={when}}}")
    content.expect_warnings(*["the words say"] if told else [])


@pytest.mark.parametrize(
    ("words", "when", "told"),
    [
        ("5 August 2016", "2016-08-05", False),
        ("‸August 5, 2016", "2016-07-05", True),
        ("‸yesterday", "2016-10-03", True),
        ("yesterday, Tuesday,", "2016-10-04", False),
        ("last month", "2016-09", False),
        ("‸last month", "2016-08", True),
        ("from ‸17 to 19 July", "2016-07-17/2016-07-18", True),
        ("four days ago", "2016-10-01", False),
    ],
)
def test_dates_in_english(content: Content, words, when, told):
    """The same in English."""
    content.report(ar=f"كان [ذلك]{{when={when}}}", en=f"It was [{words}]{{when={when}}}")
    content.expect_warnings(*["the words say"] if told else [])


def test_yesterday_in_a_claim_can_be_that_of_its_day(content: Content):
    """What somebody said on another day is told from that."""
    record = EVENT + "claims: {c: {as-of: 2016-10-02}}\n"
    content.report(record=record, ar="[ح]{.e} [قال إنه كان [أمس]{when=2016-10-01}]{.c}").expect_warnings()


# Names


def test_names_that_only_seem_to_stand_there(content: Content):
    """Everyday words, an adjective that looks like a country, a longer name of which a part is marked, words of a link."""
    content.registry(
        places="mali: {name: {ar: مالي, en: Mali}, kind: country}\n"
        "tal: {name: {ar: تلون, en: Tallun}, aliases: {ar: [مديرية تلون]}, kind: town}\n",
        sources="today: {name: {ar: اليوم, en: Today}, kind: newspaper}\n",
    )
    content.report(
        ar="قُصفت اليوم مديرية [تلون]{.tal} بدعم مالي. قالت صحيفة ‸اليوم إن في ‸مالي هدوءا.\n\nانظر [ما كتبه حلب](https://example.org/حلب)."
    ).expect_warnings("`اليوم` stands unmarked here", "`مالي` stands unmarked here")


# Records


def test_what_is_odd_in_a_record(content: Content):
    """An air strike of three months, parts that are more than their figure, a point whose numbers are swapped, one far
    away, and grades that need a second source."""
    content.report(
        record="""\
        published: 2016-10-05
        publisher: outlet
        events:
          ‸long: {type: air-strike, when: 2016-05-01/2016-08-01}
          many: {type: air-strike, when: 2016-05-01/2016-08-01, attacks: 40}
          war: {type: armed-clash, when: 2016-05-01/2016-08-01}
          ‸swapped: {type: shelling, when: 2016-10-04, where: aleppo, point: [37.16, 36.2], accuracy: street}
          ‸far: {type: shelling, when: 2016-10-03, where: aleppo, point: [33.5, 36.3], accuracy: street}
          near: {type: shelling, when: 2016-10-02, where: aleppo, point: [36.21, 37.1], accuracy: street}
          ‸graded: {type: shelling, when: 2016-10-01, where: aleppo, grade: fair}
          borne: {type: shelling, when: 2016-09-01, where: aleppo, grade: fair}
        claims:
          ‸parts: {about: near, casualties: [{killed: 10, including: {civilians: 7, combatants: 5}}]}
          one: {by: agency, about: [graded, borne]}
          two: {by: witness, about: borne}
        """
    ).expect_warnings(
        "the event `long` (`air-strike`) lasts longer than a month",
        "the point of `swapped` lies in `aleppo` if its two numbers are swapped",
        "the point of `far` is far from that of `aleppo`",
        "the event `graded` is graded `fair`, and its claims have fewer than two separate origins (1)",
        "of `parts` civilians, combatants together are more than its figure `10`",
    )


def test_a_toll_that_falls(content: Content):
    """Of one origin and one beginning; another origin's may be lower."""
    toll = (
        "{{by: {by}, casualties: [{{killed: {killed}, scope: cumulative, period: 2016-09-01/{until}, where: aleppo}}]}}"
    )
    content.report(
        record="published: 2016-10-05\npublisher: outlet\nclaims:\n"
        f"  first: {toll.format(by='agency', killed=40, until='2016-09-10')}\n"
        f"  ‸second: {toll.format(by='agency', killed=30, until='2016-09-20')}\n"
        f"  third: {toll.format(by='witness', killed=10, until='2016-09-30')}\n",
    ).expect_warnings("the toll of `second` (30) is lower than that of `first` before it (40), by the same origins")


def test_a_toll_that_contradicts_its_parts(content: Content):
    """Of one origin: an event of its period and place, or the parts of its event together; what was counted later is no
    contradiction, nor is what happened elsewhere."""
    toll = "scope: cumulative, period: 2016-09-01/2016-09-20, where: aleppo"
    content.report(
        record=f"""\
        published: 2016-10-05
        publisher: outlet
        events:
          day: {{type: shelling, when: 2016-09-10, where: east-aleppo}}
          after: {{type: shelling, when: 2016-09-25, where: east-aleppo}}
          wave: {{type: shelling, when: 2016-09-30, where: aleppo}}
          one: {{type: shelling, when: 2016-09-30, where: aleppo, part-of: wave}}
          two: {{type: shelling, when: 2016-09-30, where: aleppo, part-of: wave}}
        claims:
          ‸month: {{by: agency, casualties: [{{killed: 20, {toll}}}]}}
          month-open: {{by: agency, casualties: [{{killed: 20+, {toll}}}]}}
          month-other: {{by: witness, casualties: [{{killed: 20, {toll}}}]}}
          in-it: {{by: agency, about: day, casualties: [{{killed: 25}}]}}
          later: {{by: agency, about: after, casualties: [{{killed: 90}}]}}
          ‸whole: {{by: agency, about: wave, as-of: 2016-09-30, casualties: [{{killed: 10}}]}}
          first: {{by: agency, about: one, casualties: [{{killed: 6}}]}}
          second: {{by: agency, about: two, casualties: [{{killed: 5}}]}}
          grown: {{by: agency, about: two, as-of: 2016-10-02, casualties: [{{killed: 50}}]}}
        """
    ).expect_warnings(
        "the toll of `month` (20) is lower than what the same origins count within it (25 in in-it)",
        "the toll of `whole` (10) is lower than what the same origins count within it (11 in first, second)",
    )


def test_what_two_reports_have_in_common(content: Content):
    """One address, and one event of which neither says that it is the other's."""
    event = "{type: shelling, when: 2016-10-04, where: aleppo}"
    content.report(
        "a",
        record=f"published: 2016-10-05\npublisher: outlet\nurl: https://example.org/1\nevents: {{e: {event}}}\n",
        ar="[ح]{.e}",
    )
    content.report(
        "b",
        record=f"published: 2016-10-05\npublisher: outlet\nurl: ‸http://www.example.org/1/\nevents: {{‸f: {event}}}\n",
        ar="[ح]{.f}",
    ).expect_warnings("the report `a` has the same `url`", "the event `f` has the day, type and place of `a/e`")


def test_what_is_odd_in_the_registry(content: Content):
    """Two places of one name, kind and parent; a place far from the one that holds it."""
    content.registry(
        places="north: {name: {ar: الشمال, en: North}, kind: town, within: aleppo, point: [36.3, 37.2]}\n"
        "again: {name: ‸{ar: الشَّمال, en: Northern}, kind: town, within: aleppo}\n"
        "turned: {name: {ar: الجنوب, en: South}, kind: town, within: aleppo, point: ‸[37.2, 36.1]}\n"
    )
    content.report(ar="نص.").expect_warnings(
        "`again` and `north` are both called `الشَّمال`",
        "the point of `turned` lies in `aleppo` if its two numbers are swapped",
    )


@pytest.mark.parametrize("sign", ["# عنوان", "- بند", "> قول"])
def test_a_mark_of_direction_before_a_sign(content: Content, sign):
    """Nobody sees it, and what stands behind it is no heading, no item and no quotation."""
    content.report(ar=f"نص.\n\n‸\u200f{sign}\n\nنص.").expect_warnings(f"U+200F stands before `{sign[0]}`")


def test_a_warning_at_a_word_is_acknowledged_by_its_code(content: Content):
    """As any other."""
    record = figures("20") + "acknowledged: [how-counted c, other-date 2016-07-05]\n"
    content.report(record=record, ar="[ح]{.e} [ق]{.d} [قتل نحو 20 شخصا]{.c} [5 آب]{when=2016-07-05}").expect_warnings()


TRIALS = Path(__file__).parents[4] / "shared/trials"


@pytest.mark.skipif(not TRIALS.is_dir(), reason="the trials are not beside the project (../shared/trials)")
def test_the_small_trials():
    """Each slip in them is told, and each false alarm is silent."""
    told = {warning.path.parent.name for warning in read_site(TRIALS / "small").warnings}
    folders = {folder.name for folder in (TRIALS / "small/reports").iterdir()}
    assert told == {name for name in folders if name.startswith("miss-")}


@pytest.mark.skipif(not TRIALS.is_dir(), reason="the trials are not beside the project (../shared/trials)")
def test_the_trials_in_the_field():
    """What is told of twelve real reports is right: names without a mark, and the 36 of 39 children, whom no figure has."""
    try:
        told = list(read_site(TRIALS / "field").warnings)
    except ContentErrors as errors:
        told = errors.problems
    warnings = [problem for problem in told if problem.severity == "warning"]
    codes = {warning.what.code for warning in warnings}
    assert codes == {"unmarked-name", "other-figure"}
    names = {warning.what.about for warning in warnings if warning.what.code == "unmarked-name"}
    # Names that stand in the text without any mark around them, as people read it.
    assert names <= {"united-states", "taiz", "yemen", "egypt", "sudan-security-forces", "cnn"}
    assert {warning.what.about for warning in warnings if warning.what.code == "other-figure"} == {"eid-157"}
