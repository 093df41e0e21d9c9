"""Marks in a text: what is one, what is none, what it means, and every way to get it wrong."""

import pytest

from tests.helpers.content import Content

#: A record with an event ``e`` and claims ``a`` and ``b``, for marks that need no more.
RECORD = "events: {e: {type: other, when: 2016}}\nclaims: {a: {}, b: {}}\n"
ALL = "[ح]{.e} [ق]{.a} [ق]{.b}"


def marks(content: Content, ar: str, record: str = "") -> list:
    return list(content.report(record=record, ar=ar).one().texts["ar"].marks)


def test_a_mark_says_what_its_words_are_about(content: Content):
    """A claim or event of the record, or an entry of the registry."""
    (mark,) = marks(content, "وصل [حلب]{.aleppo} أمس.")
    assert (mark.ids, mark.words, mark.prefix, mark.suffix) == (("aleppo",), "حلب", "وصل ", " أمس.")
    assert (mark.lang, mark.block, mark.line, mark.column, mark.start) == ("ar", 1, 3, 5, 4)
    assert (mark.when, mark.sic, mark.redacted, mark.inside) == (None, None, False, ())


def test_one_mark_may_be_about_several(content: Content):
    """``{.a .b}`` is about both, in the order written, with blanks or a line break between."""
    (mark,) = marks(content, "[حلب وسوريا]{ .aleppo   .syria\n.army }")
    assert mark.ids == ("aleppo", "syria", "army")


def test_one_mark_may_carry_everything(content: Content):
    """An id, a date and a correction together; values with and without quotes."""
    (mark,) = marks(content, '[الثلثاء]{.aleppo when="2016-10-04" sic="الثلاثاء"}')
    assert (mark.ids, str(mark.when), mark.sic) == (("aleppo",), "2016-10-04", "الثلاثاء")
    (other,) = marks(content, "[الثلثاء]{sic=الثلاثاء when=2016-09/.. .aleppo}")
    assert (other.ids, str(other.when), other.sic) == (("aleppo",), "2016-09/..", "الثلاثاء")


def test_a_correction_can_hold_quotes_and_braces(content: Content):
    """Within quotes everything is the correction's; ``\\"`` is a quote."""
    (mark,) = marks(content, r'[كذا]{sic="قال \"نعم\" {لا} [ربما] \\"}')
    assert mark.sic == 'قال "نعم" {لا} [ربما] \\'


def test_marks_nest(content: Content):
    """Each knows the marks around it, and its words are whole."""
    found = marks(content, "[قال [كذا] ثم [[حلب]{.aleppo} كلها]{.e}]{.a .b}", RECORD)
    assert [(mark.ids, mark.words, mark.inside) for mark in found] == [
        (("a", "b"), "قال [كذا] ثم حلب كلها", ()),
        (("e",), "حلب كلها", (0,)),
        (("aleppo",), "حلب", (0, 1)),
    ]


def test_the_same_id_may_be_marked_again(content: Content):
    """A claim made in two places has two marks; each has an anchor of its own, the first the plain one."""
    found = marks(content, "[حلب]{.aleppo} و[حلب]{.aleppo}، [أمس]{when=2016} و[أمس]{when=2016}")
    assert [mark.anchor for mark in found] == ["ar_aleppo", "ar_aleppo_2", "ar__when_1", "ar__when_2"]


@pytest.mark.parametrize(
    "text",
    [
        "كلام [بين قوسين] عادي",
        "كلام [بين [أقواس] متداخلة] عادي",
        "شفرة `[x]{.nobody}` في السطر",
        "شفرة ``[x` ]{.nobody}`` في السطر",
        "```\n[x]{.nobody}\n```",
        "~~~~\n[x]{.nobody}\n~~~\n~~~~",
        "[رابط](https://example.org/[x])",
        '[رابط](https://example.org "[x]{.nobody}")',
        "<!-- [x]{.nobody} -->",
        "حاشية[^1].\n\n[^1]: نص الحاشية",
        "[رابط][1]\n\n[1]: https://example.org",
        "أسعار {من 1 إلى 5} و{أخرى}",
        "[ ] مهمة و[x] مهمة",
        "هذا ] وذاك",
        "a ] b](c) d",
    ],
)
def test_what_is_no_mark(content: Content, text):
    """Brackets without braces, code, escapes, addresses, comments, links and footnotes are no marks."""
    assert marks(content, text) == []


def test_marks_stand_wherever_words_stand(content: Content):
    """In links and around them, in emphasis and around it, in headings, lists, quotations, tables and footnotes."""
    text = """
        ## [حلب]{.aleppo}

        **[حلب]{.aleppo}** و[*حلب*]{.aleppo} و[[حلب]{when=2016}](https://example.org) و[[حلب](https://example.org)]{.aleppo}

        - [حلب]{.aleppo}

        > [حلب]{.aleppo}

        | [حلب]{.aleppo} | ب |
        | --- | --- |
        | ج | [حلب]{.aleppo} |

        مصطلح
        :   [حلب]{.aleppo}

        حاشية[^1].

        [^1]: عن [حلب]{.aleppo}
        """
    report = content.report(ar=text).one().texts["ar"]
    assert {mark.words for mark in report.marks} == {"حلب"}
    assert [report.blocks[mark.block - 1].kind for mark in report.marks] == [
        "heading", *["paragraph"] * 4, "list item", "quotation", "table cell", "table cell", "definition", "list item",
    ]  # fmt: skip


def test_words_are_what_a_reader_sees(content: Content):
    """Emphasis, links, escapes and line breaks are not part of a mark's words; blanks at its ends are not either."""
    (mark, _) = marks(
        content,
        "قال [ **إنه**  \nزار \\*[حلب](https://example.org)\\* و`كذا` ]{.a} ثم.\n\n[ك]{.b}",
        "claims: {a: {}, b: {}}",
    )
    assert (mark.prefix, mark.words, mark.suffix) == ("قال  ", "إنه زار *حلب* وكذا", "  ثم.")


def test_raw_html_and_footnotes_leave_no_trace_in_words(content: Content):
    """Tags and footnotes are not part of a mark's words, and a character's code is read as the character."""
    mark = marks(content, "قال <b>ثم</b>[^1] [في <bdi>حلب</bdi>[^1] كلها]{.aleppo} &amp; <i>غيرها</i>\n\n[^1]: ح")[0]
    assert (mark.prefix, mark.words, mark.suffix) == ("قال ثم ", "في حلب كلها", " & غيرها")


def test_code_and_mail_stand_in_words_as_they_are_shown(content: Content):
    """Markdown writes both as codes of characters; a reader sees the characters."""
    mark = marks(content, "`a<b & c` [&lt;حلب&gt;&nbsp;&#1587;]{.aleppo} <a@b.example>")[0]
    assert (mark.prefix, mark.words, mark.suffix) == ("a<b & c ", "<حلب>\xa0س", " a@b.example")


def test_prefix_and_suffix_are_short(content: Content):
    """A quotation's context is at most 32 characters of its own block."""
    mark = marks(content, f"فقرة أولى.\n\n{'س' * 50}[حلب]{{.aleppo}}{'ص' * 50}\n\nفقرة.")[0]
    assert (mark.prefix, mark.suffix) == ("س" * 32, "ص" * 32)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("كلام ‸[بلا نهاية", "the bracket is not closed in its block; close it with `]{.id}`, or write `\\[`"),
        ("كلام ‸[بلا نهاية\n\nوهنا]", "the bracket is not closed in its block"),
        ("كلام [حلب]‸{.aleppo", "the mark’s attributes are not closed"),
        ("كلام حلب‸]{.aleppo}", "a mark is closed that was never opened"),
        ("كلام [حلب] ‸{.aleppo}", "attributes follow no bracket; write `[words]{.id}` without a blank"),
        ("كلام حلب‸{.aleppo}", "attributes follow no bracket"),
        ("كلام [حلب](https://a.example)‸{.aleppo}", "for a link, put it inside the mark"),
        ("كلام ‸[]{.aleppo}", "the mark holds no words"),
        ("كلام ‸[ ]{.aleppo}", "the mark holds no words"),
        ("كلام [حلب]‸{}", "the mark says nothing"),
        ("كلام [حلب]{‸aleppo}", "`aleppo` is nothing that a mark can carry; write `.id` (small letters,"),
        ("كلام [حلب]{‸.Aleppo}", "`.Aleppo` is nothing that a mark can carry"),
        ("كلام [حلب]{‸#aleppo}", "`#aleppo` is nothing that a mark can carry"),
        ("كلام [حلب]{.aleppo ‸class=x}", "`class=x` is nothing that a mark can carry"),
        ("كلام [حلب]{.aleppo‸,.syria}", "`,.syria` is nothing that a mark can carry"),
        ("كلام [حلب]{.aleppo ‸onclick=x}", "`onclick=x` is nothing that a mark can carry"),
        ("كلام [حلب]{.aleppo ‸.aleppo}", "`.aleppo` stands twice in a mark"),
        ("كلام [حلب]{when=2016 ‸when=2017}", "a mark has two dates"),
        ('كلام [حلب]{sic="ا" ‸sic="ب"}', "a mark has two corrections"),
        ('كلام [حلب]{‸sic=""}', "`sic` has no correction"),
        ("كلام !‸[حلب]{.aleppo}", "an image cannot be marked; mark words of the text"),
        ("كلام \\[حلب\\]‸{.aleppo}", "attributes follow no bracket"),
        ("كلام [حلب]{‸.alepo}", "unknown id `alepo`; did you mean `aleppo`?"),
        ("كلام [حلب]{.aleppo ‸.xyz}", "unknown id `xyz`; add it to the record or the registry"),
        ("سطر\nكلام [[حلب]{‸.alepo} و]{.aleppo}", "unknown id `alepo`"),
        ("*كلام ‸[حلب* وسوريا]{.aleppo}", "the mark does not stay within one block, or overlaps half with emphasis"),
        ("‸[كلام <em>حلب]{.aleppo} وسوريا</em>", "overlaps half with emphasis"),
        ("<em>كلام ‸[حلب</em> وسوريا]{.aleppo}", "overlaps half with emphasis"),
        ("- كلام ‸[حلب\n- وسوريا]{.aleppo}", "the mark does not stay within one block"),
        ("نص.\n\n    شفرة ‸[حلب]{.aleppo}", "a mark cannot stand in code"),
        ("‸<div>[حلب]{.aleppo}</div>", "`<div>` is HTML that no text can have; write it in Markdown"),
        ("نص ‸<template>[حلب]{.aleppo}", "`<template>` is HTML that no text can have"),
        ("[في ‸[حلب]{.aleppo}](https://a.example)", "stands inside a link; put the link inside the mark instead: `[[words]"),
        ("[‸[حلب]{.aleppo}](https://a.example)", "the mark leads somewhere and stands inside a link"),
        ("[*في ‸[[حلب]{sic=ا} ]{when=2016 .aleppo}*][1]\n\n[1]: https://a.example", "stands inside a link"),
        ("<a href='https://a.example'>في ‸[حلب]{.aleppo}</a>", "stands inside a link"),
        ("كلام ‸\x1b كلام", "a control character stands here; remove it"),
        ("كلام ‸&#x1B; كلام", "the code of a control character stands here"),
        ("كلام ‸&#xF0000;حلب", "the code of a private-use character stands here"),
        ("كلام <b title='‸&#983040'>حلب</b>", "the code of a private-use character"),
        ("كلام ‸\ue000 كلام", "a private-use character stands here"),
        ("كلام ‸\U000f0000حلب\U00100000", "a private-use character stands here"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_mark(content: Content, text, message):
    """Each way to get a mark wrong is told where it stands, with what to do."""
    content.report(ar=text).expect(message)


@pytest.mark.parametrize("mark", ["when=2016", 'sic="حلب"', "when=2016 sic=ا"])
def test_what_leads_nowhere_may_stand_inside_a_link(content: Content, mark):
    """A date and a correction make no link of their own."""
    assert len(marks(content, f"[في [حلب]{{{mark}}}](https://example.org)")) == 1


def test_marks_that_overlap(content: Content):
    """Brackets pair with the nearest: what would overlap is a bracket too many."""
    content.report(ar="‸[حلب [وسوريا]{.aleppo} كلها").expect("the bracket is not closed in its block")


def test_marks_nested_without_end(content: Content):
    """Marks nest as deep as anybody reads; deeper is an error, not a crash."""
    deepest = "[" * 24 + "حلب" + "]{.aleppo}" * 24
    assert len(marks(content, deepest)) == 24
    content.report(ar=f"[{deepest}]{{.aleppo}}")
    assert ["marks nest more than 24 deep" in str(error) for error in content.errors()] == [True]
    content.report(ar="[" * 2000 + "حلب" + "]{.aleppo}" * 2000)
    assert "brackets nest too deeply" in str(content.errors()[0])


def test_every_event_and_claim_is_marked_in_arabic(content: Content):
    """An event or claim that no Arabic words carry has no way back to the text; English marks do not serve."""
    content.report(
        record="events:\n  ‸e: {type: other, when: 2016}\n  f: {type: other, when: 2016}\nclaims:\n  ‸c: {}\n",
        ar="[ح]{.f}",
    ).expect(
        "the event `e` is never marked in ar.md; mark its words: `[…]{.e}`", "the claim `c` is never marked in ar.md"
    )


def test_one_broken_mark_hides_no_other_error(content: Content):
    """All that is wrong in a text is told in one run, and nothing is told twice in other words."""
    content.report(
        record="events: {e: {type: other, when: 2016}}\nclaims: {a: {}, ‸b: {}}\n",
        ar="[حلب]{‸.alepo} ‸[وسوريا\n\n[أمس]{‸when=2016-13} [ق] ‸{.a} [ح]{‸e .e}",
    ).expect(
        "unknown id `alepo`",
        "the bracket is not closed",
        "2016-13",
        "attributes follow no bracket",
        "`e` is nothing that a mark can carry",
        "the claim `b` is never marked",
    )
