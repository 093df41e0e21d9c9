"""``[words]{.redacted}``: the words are gone from everything that leaves the room, and leave no trace of themselves."""

import re
from urllib.parse import quote, unquote

import pytest

from reports import ContentErrors
from reports.model import BAR
from tests.helpers.content import Content

SECRET = "الغوث"


def everything(content: Content) -> str:
    """All that is published and all that is said of it, in one text."""
    site = content.read()
    return repr(site.reports) + "".join(map(str, site.warnings))


@pytest.mark.parametrize(
    "ar",
    [
        f"قال [{SECRET}]{{.redacted}} أمس.",
        f"قال [{SECRET}]{{.redacted .aleppo}} و[حلب]{{.aleppo}}.",
        f"[قال [{SECRET}]{{.redacted}} أمس]{{.aleppo}}.",
        f"قال [قبل [{SECRET}]{{.aleppo}} بعد]{{.redacted}}.",
        f'قال [الغ]{{.redacted sic="{SECRET}"}}.',
        f'قال [[الغ]{{sic="{SECRET}"}}]{{.redacted}}.',
        f"قال [[{SECRET}]{{.redacted}}]{{.redacted}}.",
        f"قال [سطر\n{SECRET}]{{.redacted}}.",
        f"قال [**{SECRET}**]{{.redacted}} و[`{SECRET}`]{{.redacted}}.",
        f"قال [[رابط](https://example.org/{SECRET})]{{.redacted}}.",
        f"قال [<b>{SECRET}</b> &amp; كذا]{{.redacted}}.",
        f"# [{SECRET}]{{.redacted}}\n\n- [{SECRET}]{{.redacted}}\n\n> [{SECRET}]{{.redacted}}",
        f"| [{SECRET}]{{.redacted}} |\n| - |\n| [{SECRET}]{{.redacted}} |",
        f"قال[^1].\n\n[^1]: [{SECRET}]{{.redacted}}",
        f"[{SECRET}]{{.redacted}}",
        f"قال [[{SECRET}]{{.redacted}}]{{.aleppo when=2016-10-04}}.",
        f"قال [([{SECRET}]{{.redacted}})، [[{SECRET}]{{.redacted}}]{{.syria}}]{{.army}}.",
        f'قال [[الغ]{{.redacted}} [س [{SECRET}]{{sic="{SECRET}"}}]{{.redacted}}]{{.army}}.',
        f"ق [ص [{SECRET}]{{.redacted}} م]{{.aleppo}} ك [س]{{.syria}} و[{SECRET}]{{.redacted}} ن [ع]{{.army}}",
    ],
)
def test_the_words_are_gone(content: Content, ar):
    """From rows, blocks, marks' words, what stands before and after them, corrections and warnings."""
    content.report(ar=ar)
    assert SECRET not in everything(content)
    assert BAR in "".join(content.one().texts["ar"].rows)


def test_both_languages_are_redacted(content: Content):
    """What is hidden in one language is hidden in the other, or the two do not line up."""
    content.report(ar=f"قال [{SECRET}]{{.redacted}}", en="Said [Ghouth]{.redacted}")
    assert "Ghouth" not in everything(content)
    content.report(ar=f"قال ‸[{SECRET}]{{.redacted}}", en="Said Ghouth").expect("en.md lacks the mark `.redacted`")


def test_a_bar_stands_in_place(content: Content):
    """The bar is as long for a letter as for a page, so that not even the length is told."""
    for slug, secret in {"a": "س", "b": SECRET * 99}.items():
        content.report(slug, ar=f"قال [{secret}]{{.redacted}} ثم [حلب]{{.aleppo}}.")
    texts = [report.texts["ar"] for report in content.read().reports]
    assert texts[0].blocks[0].text == texts[1].blocks[0].text == f"قال {BAR} ثم حلب."
    assert texts[0].rows == texts[1].rows
    assert texts[0].marks == texts[1].marks
    assert [(mark.words, mark.prefix, mark.suffix, mark.redacted) for mark in texts[0].marks] == [
        (BAR, "قال ", " ثم حلب.", True),
        ("حلب", f"قال {BAR} ثم ", ".", False),
    ]


def test_a_bar_carries_nothing(content: Content):
    """No id of the registry, since it says who hides there, and none of a claim: that says who made it."""
    content.report(
        record="events: {e: {type: other, when: 2016}}\nclaims: {c: {about: e}}\n",
        ar="[ق [ح]{.e} [أمس]{when=2016-10-04} [ع]{.aleppo .c}]{.c .redacted when=2016} و[ح]{.e}",
    )
    bar, event = content.one().texts["ar"].marks
    assert (bar.ids, bar.when, bar.sic, bar.words, bar.redacted) == ((), None, None, BAR, True)
    assert (bar.anchor, event.anchor) == ("ar__redacted_1", "ar_e")
    assert bar.inside == event.inside == ()


def test_marks_around_keep_theirs(content: Content):
    """A redacted word in a claim's words is hidden there too; the claim's mark and its neighbours stay."""
    content.report(record="claims: {c: {}}\n", ar="[قتل [سر]{.redacted} في [حلب]{.aleppo}]{.c}")
    claim, bar, place = content.one().texts["ar"].marks
    assert (claim.words, claim.inside) == (f"قتل {BAR} في حلب", ())
    assert (bar.inside, place.words, place.inside) == ((0,), "حلب", (0,))


def test_warnings_do_not_tell(content: Content):
    """A weekday, a figure or half a name that is hidden is in no warning."""
    content.report(
        record="""
        events: {e: {type: shelling, when: 2016-10-04}}
        claims: {c: {about: e, casualties: [{killed: 1}]}}
        """,
        ar="""
        [ح]{.e} [قتل [خمسة]{.redacted} و[7 آخرون [9]{.c}]{.redacted}]{.c} [[الجمعة]{.redacted} في ساعات صباح أمس الباكرة]{when=2016-10-04}

        [يوم [الجمعة]{when=2016-10-04}]{.redacted} في [حلب]{.aleppo}ت و[الحرس]{.redacted} الجديد، الجبه[ة]{.redacted}
        """,
    )
    assert content.read().warnings == ()


@pytest.mark.parametrize(
    ("ar", "messages"),
    [
        ("قال ‸[سر\n\nسر‸]{.redacted}", ["the bracket is not closed", "a mark is closed that was never opened"]),
        ("قال [سر] ‸{.redacted}", ["attributes follow no bracket"]),
        ("قال [سر]{‸redacted}", ["`redacted` is nothing that a mark can carry"]),
        ("قال [سر]{‸.Redacted}", ["`.Redacted` is nothing"]),
        ("قال [سر]{‸.redact}", ["unknown id `…`"]),
        ("قال [سر]‸{.redacted", ["attributes are not closed"]),
        ("قال \\[سر\\]‸{.redacted}", ["attributes follow no bracket"]),
        ("‸<div>[سر]{.redacted}</div>", ["is HTML that no text can have"]),
        ("كلام `‸<!-- [سر]{.redacted}", ["the comment is not closed"]),
        ("كلام <!-- [سر]‸{.redacted} --> كلام", ["`.redacted` stands in plain text"]),
        ("كلام <!-- x\n\n[سر]‸{.said .redacted} --> كلام", ["`.redacted` stands in plain text"]),
        ("كلام ‸<!--> [سر]‸{.redacted} -->", ["programs do not agree where this", "stands in plain text"]),
        ("*قال ‸[سر* سر]{.redacted}", ["overlaps half"]),
        ("قال `[سر]‸{.redacted}`", ["`.redacted` stands in plain text"]),
        ("قال `[سر]‸{.said .redacted}`", ["`.redacted` stands in plain text"]),
        ("قال `[سر]‸{when=2016 .redacted}`", ["`.redacted` stands in plain text"]),
        ("```\n[سر]‸{.said .redacted}\n```", ["`.redacted` stands in plain text"]),
        ("س\n\n    ‸[سر]{.redacted}", ["a mark cannot stand in code"]),
        ("قال [سر]‸&#123;.said .redacted&#125;", ["`.redacted` stands in plain text"]),
        ("قال [سر]‸&lbrace;.redacted&rbrace;", ["`.redacted` stands in plain text"]),
        ("قال [سر]\\‸{.said .redacted}", ["`.redacted` stands in plain text"]),
        ("قال [سر] ‸{\u00a0.redacted}", ["`.redacted` stands in plain text"]),
        ("قال [سر]‸[.redacted]", ["`.redacted` stands in plain text"]),
        ("قال [سر]‸[redacted]", ["a word for a redaction stands at a bracket here and redacts nothing"]),
        ("قال [سر] ‸(redacted)", ["a word for a redaction stands at a bracket"]),
        ("قال [سر]‸｛.redacted｝", ["`.redacted` stands in plain text"]),
        ("قال ]سر‸[}redacted.{", ["the bracket is not closed in its block"]),
        ("قال [سر]{‸\u200f.redacted}", ["is nothing that a mark can carry"]),
        ("قال [سر]{‸.محجوب}", ["is nothing that a mark can carry"]),
        ("قال [سر]‸[محجوب]", ["a word for a redaction stands at a bracket"]),
        ("قال سر ‸(المحجوبة)", ["a word for a redaction stands at a bracket"]),
        ("قال [سر‸] .redacted", ["`.redacted` stands in plain text"]),
        ("قال `[سر]‸{.redcated}`", ["a word for a redaction stands at a bracket"]),
        ('<span class="‸redacted">سر</span>'.replace("<span", "‸<span").replace('"‸', '"'), ["a word for a redaction"]),
        ("‸::: redacted\nسر\n:::", ["a word for a redaction"]),
        ("قال [سر] ‸{redactd}", ["a word for a redaction"]),
        ("قال [سر‸]^redacted^", ["a word for a redaction"]),
        ("قال ‸[redact]سر‸[/redact]", ["a word for a redaction", "a word for a redaction"]),
        ("قال [سر‸] — redacted", ["a word for a redaction"]),
        ("قال [سر] ‸{rеdacted}", ["a word for a redaction"]),
        ("قال <abbr title='x'>‸[سر]{.redacted}</abbr>", ["an element whose title would be published"]),
        *(
            (f"قال {slip} ذلك.", ["a word for a redaction"] * slip.count("‸"))
            for slip in (
                "[سر]{.syria‸}: redacted",
                "[سر]{.syria‸} - redacted",
                "‸<!-- redact-start -->سر‸<!-- redact-end -->",
                "‸<!-- begin-redacted -->سر‸<!-- end-redacted -->",
                "سر ‸<!-- redact this -->",
                "‸<!-- hide -->سر‸<!-- /hide -->",
                "‸redact[سر]",
                "@‸redact{سر}",
                "[سر]‸‹redacted›",
                "سر‸.redacted",
                "‸&lt;redacted&gt;سر‸&lt;/redacted&gt;",
                "[سر]‸[hide]",
                "[سر]‸[hidden]",
                "[سر]‸[مخفي]",
                "سر ‸{مخفي}",
                "[hide]سر‸[/hide]",
                "سر (‸to be redacted)",
                "سر ‸(للحجب)",
                "سر ‸[يحجب]",
                '‸[سر]{sic="hidden"}',
                '‸[سر]{sic="مخفي"}',
                "[سر‸]██",
                "‸██ [سر]",
                "‸~~سر~~",
                "‸{{سر}}",
                '[سر]‸(https://a.example "redacted")',
                "‸(سر: redacted)",
                "‸(سر — محجوب)",
                "[سر] ‸(redact)",
                "[سر] ‸(name redacted)",
                "[سر] ‸(يحجب الاسم)",
                "‸محجوب: [سر]",
                "‸%%redacted%%سر‸%%redacted%%",
                "*redacted* سر ‸*/redacted*",
                r"‸\censor{سر}",
                r"‸\textredacted{سر}",
                "‸█سرهم█",
            )
        ),
        ("‸!!! redacted\n    سر", ["a word for a redaction"]),
        ("‸||سر||", ["a word for a redaction"]),
    ],
)
def test_a_slip_stops_the_build(content: Content, ar, messages):
    """Where a redaction is not understood nothing is published."""
    content.report(ar=ar).expect(*messages)


@pytest.mark.parametrize(
    "ar",
    [
        "الموقع محجوب منذ أمس.",
        "قال (إن الاسم محجوب عن الناس) ثم مضى.",
        "[حلب]{.aleppo} محجوبة.",
        "كتب «محجوب» على الباب.",
        "names redacted by the court",
        "[حلب]{.aleppo} redacted the names",
        "The list was redacted. [حلب]{.aleppo} too",
        "[the redacted list](https://a.example/redacted)",
        "الموقع محجوب (في سوريا) منذ سنة.",
        "قال محمد محجوب (45 عاماً) كذا.",
        "The names were redacted (two people). (Redacted documents were leaked.)",
        "'redacted' [sic]",
        "قال {related} و{dedicated} و{a-b}",
        "قال ███ إن ███ قُتل، و███ و███ معه.",
        "The names were redacted: ten of them (a redaction: three pages), (the court redacted two).",
        "رواية: الأسماء محجوبة: عشرة (الأسماء فيها محجوبة).",
        "lp [x] and lpf, re_enacted (re-dated)",
        'كان الأمر [سرى]{sic="سري"} جداً',
    ],
)
def test_words_that_are_no_slip_stay(content: Content, ar):
    content.report(ar=ar).expect()


def test_a_redaction_in_a_record_or_the_registry_is_none(content: Content):
    """Nothing is redacted there, and an author may think that it is."""
    content.report(record='corrections: [{on: 2016-10-09, ar: ‸"قال [سر] {.redacted}", en: x}]\n', ar="نص.")
    content.expect("this looks like a redaction, and here nothing is redacted")
    content.carets.clear()
    for said in (
        "[سر]{.redacted}",
        "[سر]{.hidden}",
        "[سر] {مخفي}",
        "سر {.secret}",
        "سر {re_dacted}",
        "سر }detcader.{",
        "سر قثيشؤفثي",
        "سر lp[,f",
        "<redacted>سر</redacted>",
        "[سر]██",
        "<!-- redact -->سر",
    ):
        content.carets.clear()
        content.registry(sources=f'x: {{name: {{ar: ‸"{said}", en: x}}, kind: person}}').report()
        content.expect("this looks like a redaction, and here nothing is redacted")


def test_a_mark_may_stand_in_an_abbreviation(content: Content):
    content.report(ar="نص <abbr title='مدينة'>[حلب]{.aleppo}</abbr>").expect()


CALLED = "كلام [سر[^n]]{.redacted} ثم كلام[^m].\n\n"


@pytest.mark.parametrize(
    "ar",
    [
        CALLED + "[^n]: خفي.\n[^m]: ظاهر.",
        CALLED + "وفي `[^n]` و\\[^n] <!-- [^n] --> شيء.\n\n[^n]: خفي.\n[^m]: ظاهر.",
        CALLED + "[^n]: خفي، وراجع[^k].\n[^m]: ظاهر.\n[^k]: خفي.",
        CALLED + "[^n]: خفي[^n].\n[^k]: خفي[^n].\n[^m]: ظاهر.\n\n[سر[^k]]{.redacted}",
        CALLED + "[^m]: ظاهر.\n[^n]: خفي\n\n    وفقرة أخرى خفي.",
        "كلام [سر[^n]]{.redacted} ثم كلام[^m].\n\n[^n]: خفي [خ[^n]]{.redacted}.\n[^m]: ظاهر.",
        "كلام [سر<!-- [^n] -->]{.redacted} ثم كلام[^m].\n\n[^n]: خفي.\n[^m]: ظاهر.",
        "كلام [سر[^N]]{.redacted} ثم كلام[^m].\n\n[^n]: خفي.\n[^m]: ظاهر.",
        "كلام [[سر]{.redacted}[^n]]{.aleppo} ثم كلام[^m].\n\n[^n]: خفي.\n[^m]: ظاهر.",
        "كلام [██[^n]]{.aleppo} ثم كلام[^m].\n\n[^n]: خفي.\n[^m]: ظاهر.",
    ],
)
def test_a_footnote_that_only_redacted_words_call_goes_with_them(content: Content, ar):
    """Whatever else seems to call it: code, a comment, another footnote that goes too, itself. The others are numbered
    as they stand then."""
    content.report(ar=ar)
    text = content.one().texts["ar"]
    assert "خفي" not in everything(content)
    assert [block.text for block in text.blocks][-1] == "ظاهر."
    assert re.findall(r'id="([^"]+)"', "".join(text.rows)) == ["ar_fnref.1", "ar_fn.1"]


def test_a_footnote_stays_that_open_words_call_too(content: Content):
    content.report(ar="كلام [سر[^n]]{.redacted} ثم كلام[^n].\n\n[^n]: ظاهر.")
    assert "ظاهر" in "".join(content.one().texts["ar"].rows)


def test_how_an_author_calls_a_footnote_is_published_nowhere(content: Content):
    """A label can be a name, and stand beside a bar."""
    content.report(ar=f"كلام [سر]{{.redacted}}[^{SECRET}] و[^%20] و[^a b].\n\n[^{SECRET}]: أ\n[^%20]: ب\n[^a b]: ج")
    assert SECRET not in everything(content)
    assert 'href="#ar_fn.3"' in content.one().texts["ar"].rows[0]


#: What stands in a mark beside redacted words, where nothing else in it can be read.
BESIDE = (
    "[{}]", "_[{}]_", "**[{}]**", "<b>[{}]</b>", "<q>[{}]</q>", "<bdi>[{}]</bdi>", "&quot;[{}]&quot;", "&nbsp;[{}]&#160;", "[{}]<br>",
    "<!-- name -->[{}]", "[{}][^1]", "و[{}]", "ب[{}]", "وال[{}]", "ل**[{}]**", "([{}])", "«[{}]»،", "[{}]ية", "al-[{}]", "[{}]'s", "—[{}]…",
    "[{}]  \n[{}]", "[{}] و[{}]", "*[{}]* <small>[{}]</small>", "ولِ[{}]", "[{}]ُهم", "[{}]/ها", "ول[{}]", "فب[{}]", "[{}].ي", "\\[[{}]\\]", "[[{}]]{{.syria}}", "[[{}]]{{when=2016}}", "ـ[{}]", "و [{}]",
)  # fmt: skip


@pytest.mark.parametrize("beside", BESIDE)
def test_a_mark_whose_words_are_all_redacted_goes_with_them(content: Content, beside):
    """Whoever or whenever it is, the mark would say it, whatever stands in the source beside the words."""
    words = beside.replace("[{}]", f"[{SECRET}]{{.redacted}}").replace("{{", "{").replace("}}", "}")
    content.report(
        record="events: {e: {type: other, when: 2016}}\nclaims: {c: {about: e}}\n",
        ar=f"ق [{words}]{{.aleppo .c when=2016-10-04}} و[ح]{{.e}} و[ق]{{.c}}\n\n[^1]: حاشية",
    )
    *bars, event, claim = content.one().texts["ar"].marks
    assert bars
    assert {(mark.ids, mark.when, mark.words, mark.redacted) for mark in bars} == {((), None, BAR, True)}
    assert (event.ids, claim.ids) == (("e",), ("c",))


@pytest.mark.parametrize(
    "bar",
    [
        "\u2588\u2588\u2588\u2588",
        "▓▓",
        "■■■",
        "⬛",
        "«██»",
        "و██",
        "█ █",
        "&#9608;&#9608;",
        "&block;",
        "●●●",
        "▬▬",
        "____",
        "…",
        "\\*\\*\\*",
        "- -",
        "ـــ",
        "و____",
        "و…",
        "و◾◾",
        "و⬜⬜",
        "و؟؟؟",
        "وـــ",
        "السيد …",
        "Mr …",
        "al-…",
        "XXXX",
        *"٭٭٭ ─── xxxx ### — ==== //// ~~~~ ＿＿＿ ＊＊＊ ۔۔۔ ··· ⋯ ‥ .. ☒☒ ✕✕✕ 🟥🟥 ❚❚ ⸺ XX 0000".split(),
        "السيد ٭٭٭",
        "و———",
    ],
)
def test_a_bar_that_an_author_typed_leads_to_nobody_either(content: Content, bar):
    content.report(ar=f"قال [{bar}]{{.syria}} ذلك.\n\nقال [{bar} الناس كلهم اليوم]{{.syria}} ذلك.")
    assert [mark.ids for mark in content.one().texts["ar"].marks] == [("syria",)]


@pytest.mark.parametrize("bar", ["██", "&block;", "و██", "**██**", "[سر]{.redacted}"])
@pytest.mark.parametrize(
    "around",
    ["[{}](https://a.example/hasan)", "[{}][r]", '<a href="https://a.example/hasan">{}</a>', '<abbr title="حسن">{}</abbr>', '<abbr title="حسن">و</abbr>{}', '<abbr title="حسن">د.</abbr> «{}»', '<bdi lang="ku">{}</bdi>',
     '<span lang="ku">{}</span>', '<i><span lang="ku">«{}»</span></i>', '{}<span lang="ku"></span>', '<bdi dir="ltr">{}</bdi>'],
)  # fmt: skip
def test_nothing_stands_around_a_bar_that_could_tell(content: Content, around, bar):
    """An address, a title or a language, of a bar that an author typed as of one that the program made."""
    said = around.format(bar)
    content.report(ar=f"نص.\n\nقال {said} ذلك.\n\n[r]: https://a.example/hasan")
    (told,) = content.errors()
    assert told.line == 5
    assert "at nothing but a bar" in told.message or "redacted words stand in" in told.message
    assert "hasan" not in str(told)


def test_what_stands_around_open_words_beside_a_bar_stays(content: Content):
    """And what tells of nobody: emphasis, an element without attributes, the number of a footnote."""
    content.report(
        ar="قال **██** و<bdi>██</bdi> و[صحيفة الوطن](https://a.example/x) ██[^1] [1](https://a.example/y).\n\n[^1]: ح"
    ).expect()


@pytest.mark.parametrize(
    "ar", ["[و]{.army}[سر]{.redacted}", "[سر]{.redacted}[،]{.army}", "[ح. ]{.army}[سر]{.redacted}", "[██]{sic='حسن'}"]
)
def test_a_mark_without_a_word_at_a_bar_goes_too(content: Content, ar):
    content.report(ar=ar.replace("'", '"'))
    assert [(mark.ids, mark.sic) for mark in content.one().texts["ar"].marks if not mark.redacted] == []
    assert "حسن" not in everything(content)


def test_a_place_behind_a_redaction_of_several_lines_is_told_as_it_stands(content: Content):
    content.report(ar="كلام [سر\nسر\nسر]{.redacted}\n\n[ب]{.aleppo}\n\nج", en="x [y]{.redacted}\n\n[B]{.aleppo}")
    (problem,) = content.errors()
    assert (problem.path.name, problem.line) == ("ar.md", 9)


@pytest.mark.parametrize(
    "ar", ["‸[الطبيب]{.army} [سر]{.redacted}", "قال [سر]{.redacted}-‸[العلي]{.army}", "قال «‸[الطبيب]{.army} ██»"]
)
def test_a_name_right_at_a_bar_is_told(content: Content, ar):
    """It may be the other half of one."""
    content.report(ar=ar).expect_warnings("a name stands right at a bar")


@pytest.mark.parametrize(
    "ar", ["[الجيش]{.army} و[سر]{.redacted}", "[الجيش]{.army}، [سر]{.redacted}", "[حلب]{.aleppo} [سر]{.redacted}"]
)
def test_a_name_beside_a_redacted_one_may_be_another(content: Content, ar):
    content.report(ar=ar).expect_warnings()


def test_a_mark_with_open_words_keeps_what_it_says(content: Content):
    content.report(ar=f"[قال السيد الوالي [{SECRET}]{{.redacted}}]{{.syria}}")
    around, bar = content.one().texts["ar"].marks
    assert (around.ids, around.words, bar.ids) == (("syria",), f"قال السيد الوالي {BAR}", ())


@pytest.mark.parametrize(
    "ar",
    [
        "‸[الطبيب [سر]{.redacted}]{.syria}",
        "‸[يوم [سر]{.redacted}]{when=2016-10-04}",
        "‸[سوق [سر]{.redacted} الكبير]{.aleppo}",
    ],
)
def test_a_name_or_a_date_on_hardly_more_than_a_bar_is_told(content: Content, ar):
    """With a word or two beside it, it names what the bar hides."""
    content.report(ar=ar)
    content.expect_warnings("stands on a bar and hardly a word beside it, and may say what the bar hides")


def test_what_one_language_hides_the_other_does_not_say(content: Content):
    """Arabic joins "and" to the name: the mark goes there, and in English, where "and" can be read, as well."""
    content.report(ar=f"[و[{SECRET}]{{.redacted}}]{{.syria}}", en="[and [Ghouth]{.redacted}]{.syria}")
    report = content.one()
    assert [mark.ids for text in report.texts.values() for mark in text.marks] == [(), ()]


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (
            "events: {e: {type: other, when: 2016, title: {ar: ع}}}\nclaims: {c: {about: e, casualties: [{killed: 3}]}}\n",
            "[ح]{.e} ‸[س]{.c .redacted}",
        ),
        ("events: {e: {type: other, when: 2016}}\n", "‸[[س]{.redacted}]{.e}"),
    ],
)
def test_a_figure_must_lead_to_words(content: Content, record, said):
    """And an event needs a name: what pages would show must not be redacted whole."""
    content.report(record=record, ar=said).expect("no word of `")


def test_a_claim_without_figures_may_have_no_open_word(content: Content):
    content.report(record="claims: {c: {by: witness}}\n", ar="قال [س]{.c .redacted}")
    assert [mark.ids for mark in content.one().texts["ar"].marks] == [()]


@pytest.mark.parametrize(
    ("ar", "message"),
    [
        (
            f"قال [رابط ‸[{SECRET}]{{.redacted}}](https://example.org/{SECRET}).",
            "redacted words stand in a link, whose address would be published; "
            "take the link out, or redact it whole: `[[words](https://…)]{.redacted}`",
        ),
        (
            f'قال ‸[[{SECRET}]{{.redacted}} كلام]{{sic="{SECRET} صواب"}}.',
            "a correction stands around redacted words and would be published; "
            "redact the whole mark, or take `sic` out",
        ),
    ],
)
def test_what_would_tell_of_them_is_an_error(content: Content, ar, message):
    content.report(ar=ar).expect(message)


SAID = "only redacted words name `…`, and the record names it too; it is published, with a page of its own;"


@pytest.mark.parametrize(
    ("ar", "said"),
    [
        ("[كذا]{.e} في ‸[المدينة]{.aleppo .redacted}.", [SAID]),
        ("[كذا]{.e} في [ح ‸[المدينة]{.aleppo}]{.redacted}.", [SAID]),
        ("[كذا]{.e} في [المدينة]{.aleppo .redacted} و[حلب]{.aleppo}.", []),
        ("[كذا]{.e} في [البلد]{.syria .redacted}.", []),
    ],
)
def test_whom_the_record_names_and_the_text_hides(content: Content, ar, said):
    content.report(ar=ar, record="events: {e: {type: other, when: 2016, where: aleppo}}\n").expect_warnings(*said)


#: Constructs of which something is told, with a secret in what would be quoted. In redacted words nothing is.
QUOTING = (
    "[x]{{.{id}}}", "[x]{{when={id}}}", '[x]{{when="2016-13-{id}"}}', "[x](https://{id})", "[x](http://localhost/{id})", "[x]({id})",
    "[x](<ftp://{id}>)", "[x][^{id}]", "![x]({id}.png)", "![{id}](x.png)", "![](x.png \"{id}\")", "<{id}>x</{id}>", "<div id={id}>x</div>",
    "[x]{{.{id} .{id}}}", "[x]{{#{id}}}", "[x]{{class={id}}}", "[x]{{.a b{id}}}", "[x] {{.{id}}}", "{{.{id}}}", "[x]{{sic=}} {id}", "[x]{{.Redacted .{id}}}",
    "[x]{{when=2016 when={id}}}", "[x]{{.aleppo .syri{id}}}", "<http://{id}>", "<{id}@x\\+y>", "`{id}`[x]{{.c}}", "[{id}[x]{{.c}}", "[x]{{.c\n\n{id}}}",
    "&#8238;{id}", "[x](#{id})", "<!-- {id}", "<a href='{id}'>x</a>", "[x](https://a.example \"{id}", "[x]{{.c}}{{.{id}}}", "``{id}`", "[x]{{.a`{id}`}}", "[x]{{.'{id}'}}",
    "[x]{{.«{id}»}}", "[الجمعة {id}]{{when=2016-10-04}}", "حلب {id}", "[x][y]\n\n[y]: {id}", "[x][y]\n\n[y]: http://localhost/{id}", "[x][^n]\n\n[^n]: [y](http://localhost/{id})",
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("quoting", QUOTING)
@pytest.mark.parametrize(
    "around",
    [
        "[{}]{{.redacted}}",
        "[س {} ص]{{.redacted .aleppo}}",
        "[س [ص {} ع]{{.redacted}}]{{.syria}}",
        "- [{}]{{.redacted}}",
        "[{}]{{.redacted",
        "[{}]{{.redcated}}",
        "[س\n\nص {}]{{.redacted}}",
        "[{}\n\nص]{{.redacted}}",
    ],
)
def test_no_message_quotes_what_is_redacted(content: Content, quoting, around):
    """Whatever is wrong with it: ids, dates, addresses, labels, names of files, what was mistyped."""
    secret = "zumrudhan"
    inside = quoting.format(id=secret)
    for text in (around.format(inside), around.format(inside) + f"\n\nو[{secret}]{{.redacted}}"):
        content.report(ar=f"كلام {text} كلام", en=f"words {text} words", record="claims: {c: {}}\n")
        try:
            said = [str(warning) for warning in content.read().warnings]
        except ContentErrors as errors:
            said = [str(problem) for problem in errors.problems]
        assert not [line for line in said if secret in line.casefold()]


@pytest.mark.parametrize(
    "ar",
    [
        "[[x][y]]{.redacted}\n\n[y]: http://localhost/zumrudhan",
        "[x[^n]]{.redacted}\n\n[^n]: في [x](http://localhost/zumrudhan).",
        "[x[^n]]{.redacted}\n\n[^n]: حاشية\n\n    في [x](http://localhost/zumrudhan).",
    ],
)
def test_no_message_quotes_what_only_redacted_words_lead_to(content: Content, ar):
    """An address or a footnote elsewhere in the text."""
    content.report(ar=ar)
    said = content.errors()
    assert said
    assert not [str(problem) for problem in said if "zumrudhan" in str(problem)]


@pytest.mark.parametrize(
    "record",
    [
        "claims: {d: {by: zumrudhan-halabi, casualties: [{killed: 1}]}}\n",
        "events: {c: {type: other, when: Zumrudhan}}\n",
        "zumrudhan: 1\n",
        "claims: {d: {casualties: [{killed: Zumrudhan Halabi}]}}\n",
    ],
)
def test_no_message_quotes_redacted_words_that_stand_elsewhere(content: Content, record):
    """What an author typed into a record by mistake says them as well; what else the message says stays."""
    content.report(
        record=record, ar="[ق]{.c} [ق]{.d} [زمرذ]{.redacted}", en="[x]{.c} [x]{.d} [Zumrudhan Halabi]{.redacted}"
    )
    said = [str(problem) for problem in content.errors()]
    assert any("record.yaml:3:" in line and "…" in line for line in said)
    assert not [line for line in said if "zumrudhan" in line.casefold()]


MISTYPED = (
    "redacted(حسن)",
    "@redacted(حسن)",
    "<!-- start redaction -->حسن<!-- end redaction -->",
    "[حسن] {مخفي}",
    "[حسن] {secret}",
    "[حسن] {تم الحجب}",
    "[حسن][1]{.redacted}",
    "[حسن] {.مُحجَب}",
    "[حسن] {.م ح ج و ب}",
    "[حسن]، redacted",
    "[حسن] → redacted",
    "[حسن] «redacted»",
    "(redacted: حسن)",
    "(محجوب: حسن)",
    "<!-- redacted: -->حسن",
    '[حسن]{sic="redacted"}',
    "[حسن]{sic=محجوب}",
    "```redacted\nسر\n```",
    "~~~ redacted\nسر\n~~~",
    "[حسن] {.مجحوب}",
    "[حسن] {مخجوب}",
    "[حسن] {ومحجوب}",
    "[حسن] {.حجب}",
    "[حسن] {حجب}",
    "[حسن] {محذوف}",
    "::: محجوب\nسر\n:::",
    "::: redcated\nسر\n:::",
    "كلام :redacted[حسن]",
    "كلام redacted[حسن]",
    "قال [حسن] {: redcated}",
    "قال [حسن] {redcated name}",
    "قال [حسن].redcated",
    "قال [حسن][redcated]",
    "قال حسن ﴾محجوب﴿",
    "قال حسن[^redacted]",
    "قال <!-- redacted -->حسن<!-- /redacted -->",
    "قال {re_dacted} حسن",
    "قال حسن {re*dac*ted}",
    "قال {r e d a c t e d} حسن",
    "قال حسن (re_dacted) [كذا]",
    "قال حسن }detcader.{",
    "قال حسن }detcadre{",
    "قال حسن {بوجحم}",
    "قال [حسن] detcader.",
    "قال {قثيشؤفثي} حسن",
    "قال حسن زقثيشؤفثي ذلك",
    "قال [حسن] قثيضؤفثي",
    "قال {قثيشؤفي} حسن",
    "قال [حسن] {.lp[,f}",
    "قال حسن hglp^;f",
    "قال حسن lp^;f",
)  # fmt: skip


@pytest.mark.parametrize("ar", MISTYPED)
def test_a_mistyped_word_for_a_redaction_is_told(content: Content, ar):
    content.report(ar=ar)
    with pytest.raises(
        ContentErrors,
        match=r"a word for a redaction stands at a bracket|attributes follow no bracket|a redaction stands right behind",
    ):
        content.read()


@pytest.mark.parametrize(
    "ar", [*MISTYPED, "قال [حسن]{.redacted", "قال [حسن]{redacted}", "قال [حسن]{.redactd}", "قال [حسن] {.redacted}"]
)
def test_no_message_quotes_what_was_meant_to_be_redacted(content: Content, ar: str) -> None:
    """Neither of that text nor of the record, nor of another report: nobody knows which of its words were meant."""
    secret = "زمرذان"
    content.report(
        ar=ar.replace("حسن", secret).replace("سر", secret), record=f"events: {{e: {{type: {secret}, when: 2016}}}}\n"
    )
    content.report(
        "s",
        ar=f"[نص]{{.{secret}}}",
        record=f"published: {secret}\npublisher: agency-zumrudh\nurl: http://localhost/{quote(secret)}\n",
    )
    said = [str(problem) for problem in content.errors()]
    assert any("agency-zumrudh" in line for line in said)
    assert not [line for line in said if secret in unquote(line)]
