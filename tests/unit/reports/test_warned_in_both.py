"""Each kind of slip is told in both languages, at its word, by one code."""

import pytest

from tests.helpers.content import Content

EVENT = "events: {e: {type: shelling, when: 2016-10-04}}\n"


def told(content: Content) -> dict[str, list[str]]:
    """The codes of what is told of each text, where its caret stands."""
    found: dict[str, list[str]] = {"ar": [], "en": []}
    carets = {(path, line, column) for path, line, column in content.carets}
    for one in content.read().warnings:
        if one.path.stem in found:
            at = (one.path, one.line, one.column) in carets
            found[one.path.stem].append(one.what.code if at else f"{one.what.code} elsewhere: {one}")
    return found


def both(code: str | None) -> dict[str, list[str]]:
    return {lang: [code] if code else [] for lang in ("ar", "en")}


@pytest.mark.parametrize(
    ("figure", "ar", "en", "code"),
    [
        ("killed: 12", "قتل ‸سبعة آلاف وثلاثمئة وأربعة وعشرون شخصا", "‸seven thousand three hundred and twenty-four people were killed", "other-figure"),
        ("killed: 12", "قتل ‸تسعة وثلاثون شخصا", "‸thirty-nine people were killed", "other-figure"),
        ("killed: 30", "قتل ‸مهندسان", "‸two engineers were killed", "other-figure"),
        ("killed: 30", "قتلت ‸طبيبتان", "‸two doctors were killed", "other-figure"),
        ("killed: 12", "قتل ‸ثلاثون ونيف", "‸thirty-odd people were killed", "other-figure"),
        ("killed: 30", "قتل ‸بضعة عشر شخصا", "‸a dozen people were killed", "other-figure"),
        ("killed: 20", "قتل ‸نحو 20 شخصا", "‸about 20 people were killed", "how-counted"),
        ("killed: 20", "قتل ‸ما لا يقل عن 20 شخصا", "‸at least 20 people were killed", "how-counted"),
        ("killed: 20", "قتل ‸أكثر من 20 شخصا", "‸more than 20 people were killed", "how-counted"),
        ("killed: 20", "قتل ‸ما يصل إلى 20 شخصا", "‸up to 20 people were killed", "how-counted"),
        ("killed: 20", "قتل بين ‸15 و20 شخصا", "between ‸15 and 20 people were killed", "how-counted"),
        ("injured: 20", "قتل ‸20 شخصا", "‸20 people were killed", "other-outcome"),
        ("killed: 20", "اعتقل ‸20 شخصا", "‸20 people were arrested", "other-outcome"),
        ("killed: 20", "قتلت ‸20 عائلة", "‸20 families were killed", "other-unit"),
        ("killed: 20, who: civilians", "قتل ‸20 جنديا", "‸20 soldiers were killed", "other-people"),
        ("killed: 47", "قتل ‸74 شخصا", "‸74 people were killed", "swapped-digits"),
        ("killed: 1247", "قتل ‸١٬٢٧٤ شخصا", "‸1,274 people were killed", "swapped-digits"),
        ("killed: 12", "قتل ‸٢٣ شخصا", "‸２３ people were killed", "other-figure"),
        ("killed: 12", "قتل ‸ﺛﻼﺛﺔ أشخاص", "‸three people were killed", "other-figure"),
        ("killed: 12", "قتل ‸ثمانيه أطفا\u0644", "‸eight cafe\u0301 workers were killed", "other-figure"),
    ],
)  # fmt: skip
def test_words_against_a_figure(content: Content, figure, ar, en, code):
    """Numbers and what is said of them, against the figure of their claim."""
    record = EVENT + f"claims: {{c: {{about: e, casualties: [{{{figure}}}]}}}}\n"
    content.report(record=record, ar=f"[ح]{{.e}} [{ar}]{{.c}}", en=f"[E]{{.e}} [{en}]{{.c}}")
    assert told(content) == both(code)


def test_digits_swapped_in_one_language(content: Content):
    """The record and one text agree; of the other it is told where it stands. A slip that the source made is kept."""
    record = EVENT + "claims: {c: {about: e, casualties: [{killed: 47, injured: 30}]}}\n"
    ar, en = "[ح]{.e} [قتل 47 وأصيب 30]{.c}", "[E]{.e} [‸74 were killed and 30 injured]{.c}"
    content.report(record=record, ar=ar, en=en)
    assert told(content) == {"ar": [], "en": ["swapped-digits"]}
    content.report(record=record, ar=ar, en=en.replace("‸74", '[74]{sic="47"}'))
    assert told(content) == both(None)


def test_people_harmed_outside_of_the_record(content: Content):
    """In a claim without figures, and in no claim."""
    content.report(
        record=EVENT + "claims: {c: {about: e}}\n",
        ar="[ح]{.e} [قتل ‸خمسة أشخاص]{.c}. ثم قتل ‸سبعة أشخاص.",
        en="[E]{.e} [‸five people were killed]{.c}. Then ‸seven people were killed.",
    )
    assert told(content) == {lang: ["figure-without-entry", "unclaimed-figure"] for lang in ("ar", "en")}


def test_the_head_of_a_column_says_it(content: Content):
    """A figure recorded as injured in the column of the dead; what counts no people is left aside."""
    content.report(
        record=EVENT + "claims: {c: {about: e, casualties: [{injured: 12}]}}\n",
        ar="[ح]{.e}\n\n| المصدر | القتلى | السيارات |\n| --- | --- | --- |\n| المشفى | [‸12]{.c} | 40 |\n",
        en="[E]{.e}\n\n| Source | Killed | Cars |\n| --- | --- | --- |\n| the hospital | [‸12]{.c} | 40 |\n",
    )
    assert told(content) == both("other-outcome")


@pytest.mark.parametrize(
    ("when", "ar", "en", "wrong"),
    [
        ("2016-10-05", "4 تشرين الأول", "4 October", True),
        ("2016-09-04", "4 تشرين الأول 2016", "4 October 2016", True),
        ("2015-10-04", "٤ أكتوبر ٢٠١٦", "October 4, 2016", True),
        ("2016-07-04", "4 غشت", "4 Aug 2016", True),
        ("2016-08-04", "4 غشت", "4 Aug 2016", False),
        ("2016-07-04", "4 جوان 2016", "4 June 2016", True),
        ("2016-02-04", "4 كانون الثاني/يناير 2016", "4 January 2016", True),
        ("2016-10-04", "3 صفر 1438 هـ", "3 Safar 1438 AH", True),
        ("2016-10-04", "3 محرم 1438 هـ", "3 Muharram 1438 AH", False),
        ("2016-10-03", "أمس", "yesterday", True),
        ("2016-10-04", "أمس", "yesterday", False),
        ("2016-10-04", "يوم الأربعاء", "Wednesday", True),
        ("2016-10-04", "4 ﺗﺸﺮﻳﻦ ﺍﻟﺜﺎﻧﻲ", "4 November", True),
        ("2016-10-05", "4 أ\u064aلول", "４ September", True),
    ],
)  # fmt: skip
def test_words_against_a_date(content: Content, when, ar, en, wrong):
    """Day, month, year and weekday by each custom, and what is told from 5 October, the day of publication."""
    caret = "‸" if wrong else ""
    ar = ar.replace("الأربعاء", f"{caret}الأربعاء") if "الأربعاء" in ar else caret + ar
    content.report(ar=f"كان [{ar}]{{when={when}}}", en=f"It was [{caret}{en}]{{when={when}}}")
    code = "weekday" if "Wednesday" in en else "other-date"
    assert told(content) == both(code if wrong else None)


@pytest.mark.parametrize(
    ("when", "ar", "en", "wrong"),
    [
        ("2016-09-20", "اليوم نفسه", "the same day", False),
        ("2016-09-21", "اليوم نفسه", "the same day", True),
        ("2016-09-21", "اليوم التالي", "the next day", False),
        ("2016-09-19", "اليوم السابق", "the day before", False),
        ("2016-09-17", "اليوم السابق", "the day before", True),
        ("2016-09-19/2016-09-20", "الليلة السابقة", "the night before", False),
    ],
)
def test_a_day_told_from_another(content: Content, when, ar, en, wrong):
    """From one whose date is marked before; nothing is told where none is."""
    caret = "‸" if wrong else ""
    content.report(
        ar=f"كان [20 أيلول]{{when=2016-09-20}}، ثم [{caret}{ar}]{{when={when}}}",
        en=f"It was [20 September]{{when=2016-09-20}}, then [{caret}{en}]{{when={when}}}",
    )
    assert told(content) == both("other-date" if wrong else None)
    content.report(ar=f"كان [{ar}]{{when={when}}}", en=f"It was [{en}]{{when={when}}}")
    assert told(content) == both(None)


@pytest.mark.parametrize(
    ("figure", "ar", "en"),
    [
        ("2", "قتل رجل (65 عاما) وطفل (6 سنوات) بعد 12 غارة", "a man aged 65 and a child of 6 were killed in 12 strikes"),
        ("5", "قتل 5 على بعد 20 كيلومترا في الساعة 21:30", "5 people were killed 20 kilometres away at 21:30"),
        ("5", "قتل 5 بقنابل سو-24 من اللواء 55", "5 people were killed by a Su-24 of the 55th Brigade"),
        ("5", "قتل 5 في اليوم الثالث والعشرين من عام 2016", "5 people were killed on the twenty-third day of 2016"),
        ("5", "قتل 5 قرب كيلو 40 و6 منازل", "5 people were killed near Kilo 40 and 6 houses"),
        ("1500000", "قتل 1.5 مليون شخص", "1.5 million people were killed"),
        ("500000", "قتل نصف مليون شخص", "half a million people were killed"),
        ("5", "قتل ضابط و4 جنود", "an officer and 4 soldiers were killed"),
    ],
)  # fmt: skip
def test_numbers_of_other_things(content: Content, figure, ar, en):
    """Ages, hours, distances, strikes, names and days are no people; decimals, halves and sums are read."""
    record = EVENT + f"claims: {{c: {{about: e, casualties: [{{killed: {figure}}}]}}}}\n"
    content.report(record=record, ar=f"[ح]{{.e}} [{ar}]{{.c}}", en=f"[E]{{.e}} [{en}]{{.c}}")
    assert told(content) == both(None)


def test_names(content: Content):
    """Everyday words, a longer name around a mark, words of a link and of a clock are silent; a name is told."""
    content.registry(
        places="tal: {name: {ar: تلون, en: Tallun}, aliases: {ar: [مديرية تلون], en: [Tallun District]}, kind: town}\n"
        "mali: {name: {ar: مالي, en: Mali}, kind: country}\n",
        sources="today: {name: {ar: اليوم, en: Today}, kind: newspaper}\n"
        "times: {name: {ar: المصدر, en: The Source}, kind: newspaper}\n",
    ).report(
        ar="قُصفت اليوم مديرية [تلون]{.tal} بدعم مالي، في الثامنة بتوقيت تلون، كما قال المصدر. انظر [ما كتبه تلون](https://example.org/). وبقي في ‸تلون أهلها.",
        en="Today [Tallun]{.tal} District was shelled, at 8 Tallun time, the source said. See [what Tallun wrote](https://example.org/). People stayed in ‸Tallun.",
    )
    assert told(content) == both("unmarked-name")


@pytest.mark.parametrize("sign", ["# عنوان", "- بند", "> قول"])
@pytest.mark.parametrize("char", ["\u200e", "\u200f", "\u061c"])
def test_a_mark_of_direction_before_a_sign(content: Content, sign, char):
    """Nobody sees it, in either language; before the braces of a mark too."""
    text = f"نص.\n\n‸{char}{sign}\n\nنص."
    content.report(ar=text, en=text)
    assert told(content) == both("unseen-before-sign")
