"""A text: its header, its rows and blocks, and the HTML that comes of it."""

import time

import pytest

from reports import ContentErrors, timeout
from reports.plain_pages import read_prose
from tests.helpers.content import Content


def text(content: Content, ar: str):
    return content.report(ar=ar).one().texts["ar"]


def test_the_header(content: Content):
    """Title, summary, status and translator; a long value goes on in the next line, its spaces set in."""
    found = text(content, "Title: عنوان\nSUMMARY: ملخص\n    طويل\nTranslator: فلان\nStatus: published\n\nنص.")
    assert (found.title, found.summary, found.translator, found.draft) == ("عنوان", "ملخص طويل", "فلان", False)
    assert found.rows == ("<p>نص.</p>",)


def test_a_header_without_a_text(content: Content):
    """What follows nothing is nothing: the header is never shown as the text, whatever text was read before."""
    content.report("a", ar="نص.").report("b", ar="Title: عنوان").report("c", ar="Title: عنوان\n").report(
        "d", ar="Title: ع\n\n \n"
    )
    assert [(r.slug, r.texts["ar"].rows) for r in content.read().reports] == [
        ("d", ()),
        ("c", ()),
        ("b", ()),
        ("a", ("<p>نص.</p>",)),
    ]


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("‸Summary: ملخص\n\nنص.", "the header has no title; begin the file with `Title: …`"),
        ("‸Title:\n\nنص.", "the header has no title"),
        (
            "Title: ع\n‸Date: 2016\n\nنص.",
            "unknown key `Date` in the header; write one of: Title, Summary, Status, Translator",
        ),
        ("Title: ع\n‸Sumary: م\n\nنص.", "unknown key `Sumary` in the header; did you mean `Summary`?"),
        ("Title: ع\n‸title: غ\n\nنص.", "`Title` stands twice in the header"),
        ("Title: ع\n‸Status: drfat\n\nنص.", "`drfat` is no status; did you mean `draft`?"),
        ("Title: ع\n‸Status: hidden\n\nنص.", "`hidden` is no status; write one of: draft, published"),
        ("Title: ع\n‸نص.", "this line is no header line; begin with `Title: …`; an empty line ends the header"),
        ("Title: معركة ‸[حلب]{.aleppo}\n\nنص.", "the header holds a mark; it has none"),
        ("Title: ع\nSummary: ‸[سر]{.redacted} هنا\n\nنص.", "the header holds a mark"),
        ("Title: ع\nSummary: ملخص\n    ‸[أمس]{when=2016} هنا\n\nنص.", "the header holds a mark"),
    ],
)
def test_what_is_wrong_with_a_header(content: Content, header, message):
    """Each fault of a header is told where it stands."""
    content.report().write("reports/r/ar.md", header)
    content.expect(message)


def test_rows_and_blocks(content: Content):
    """Rows are what stands at the top; blocks are headings, paragraphs, list items, quotations and table cells."""
    found = text(
        content,
        """
        # عنوان

        فقرة **أولى**
        في سطرين.

        - بند
        - آخر

            فقرة في بند

        > اقتباس

        | أ | ب |
        | - | - |
        | ج |   |

        1. أول

        ***

        نهاية
        """,
    )
    assert len(found.rows) == 8
    assert [(block.number, block.row, block.kind, block.text, block.line) for block in found.blocks] == [
        (1, 0, "heading", "عنوان", 3),
        (2, 1, "paragraph", "فقرة أولى في سطرين.", 5),
        (3, 2, "list item", "بند", 8),
        (4, 2, "list item", "آخر", 9),
        (5, 2, "list item", "فقرة في بند", 11),
        (6, 3, "quotation", "اقتباس", 13),
        (7, 4, "table cell", "أ", 15),
        (8, 4, "table cell", "ب", 15),
        (9, 4, "table cell", "ج", 17),
        (10, 5, "list item", "أول", 19),
        (11, 7, "paragraph", "نهاية", 23),
    ]


def test_any_line_ends_and_a_byte_order_mark(content: Content):
    """A text of any system is the same text, and its marks stand in the same lines and columns."""
    content.report("lf", ar="سطر\nو[حلب]{.aleppo}\n\nفقرة")
    data = (content.root / "reports/lf/ar.md").read_bytes()
    for slug, other in {
        "bom": b"\xef\xbb\xbf" + data,
        "cr": data.replace(b"\n", b"\r"),
        "crlf": data.replace(b"\n", b"\r\n"),
    }.items():
        content.report(slug)
        (content.root / f"reports/{slug}/ar.md").write_bytes(other)
    texts = [report.texts["ar"] for report in content.read().reports]
    assert {(text.title, text.rows, text.blocks, text.marks) for text in texts} == {
        (texts[0].title, texts[0].rows, texts[0].blocks, texts[0].marks)
    }
    assert (texts[0].marks[0].line, texts[0].marks[0].column) == (4, 2)


def test_links_and_footnotes_work(content: Content):
    """Links keep their whole address; footnotes carry the language, since both languages stand on one page."""
    found = text(content, "قال[^1] [كذا](https://example.org/a?b=1&c=2) و<mailto:a@example.org>.\n\n[^1]: حاشية")
    assert 'href="https://example.org/a?b=1&amp;c=2"' in found.rows[0]
    assert 'href="mailto:a@example.org"' in found.rows[0]
    assert 'href="#ar_fn.1"' in found.rows[0]
    assert 'id="ar_fn.1"' in found.rows[1]
    assert 'href="#ar_fnref.1"' in found.rows[1]
    assert [block.text for block in found.blocks] == ["قال كذا وa@example.org.", "حاشية"]


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>", "<style>p {display: none}</style>", "<iframe src='https://evil.example'></iframe>",
        "<img src='https://evil.example/x.png' onerror='alert(1)'>", "<form action='https://evil.example'><input></form>",
        "<p onclick='alert(1)' style='position: fixed' id='x' class='y'>x</p>", "<svg onload='alert(1)'></svg>",
        "<object data='https://evil.example'></object>", "<base href='https://evil.example'>", "<div>كلام</div>",
        "<meta http-equiv='refresh' content='0;url=https://evil.example'>", "<h1>كلام</h1>", "<pre>كلام</pre>", "<ul><li>كلام</li></ul>",
        "<template>كلام</template>", "<noscript>كلام</noscript>", "<details>كلام</details>", "<x-y>كلام</x-y>", "<name>", "<table><tr><td>كلام",
        "<?php كلام ?>", "<![CDATA[كلام]]>", "<DIV>كلام</DIV>", "<div\nclass=x>كلام</div>", "</div>", "<math>كلام</math>", "<textarea>كلام", "<title>كلام",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "around", ["{}", "نص {} نص", "- {}", "> {}", "# {}", "| {} |\n| - |", "نص[^1]\n\n[^1]: {}", "نص\n: {}"]
)
def test_html_that_would_be_shown_and_not_read_is_refused(content: Content, html, around):
    """Or read and not shown: what is on the page, in the data and in the search is the same."""
    if "\n" in html and around[0] in "#|":
        return
    content.report(ar=around.format(html))
    assert any("is HTML that no text can have; write it in Markdown" in str(problem) for problem in content.errors())


@pytest.mark.parametrize(
    "html", ["<a href='‸javascript:alert(1)'>x</a>", "<a href=‸//evil.example>x</a>", '<a href="‸/evil">x</a>']
)
def test_an_address_in_html_is_looked_at_as_one_in_markdown(content: Content, html):
    content.report(ar=f"نص {html}").expect("cannot be followed")


def test_html_within_a_line_brings_nothing_with_it(content: Content):
    assert "".join(text(content, "نص <b>أ</b> <sub>ب</sub> <i>ج</i><br>د").rows) == "<p>نص أ <sub>ب</sub> ج<br>د</p>"


@pytest.mark.parametrize(
    "html",
    [
        '<span style="display:none">أ</span>', "<bdi class=blackout>أ</bdi>", "<b onclick=x>أ</b>", "<sub id=x>أ</sub>",
        "<q hidden>أ</q>", "<s>أ</s>", "<del>أ</del>",
    ],
)  # fmt: skip
def test_html_that_would_be_shown_otherwise_is_told(content: Content, html):
    """What a style hides would stand open, and what is struck through would be as true as the rest."""
    content.report(ar=f"نص ‸{html}").expect("HTML that no text can have")


@pytest.mark.parametrize(
    ("ar", "said"),
    [
        ("أ<!-- خفي -->ب", ["أب"]), ("أ <!-- خفي\n\nخفي --> ب", ["أ  ب"]), ("أ\n<!-- خفي -->\nب", ["أ ب"]), ("<!-- خفي -->\n\nأ", ["أ"]),
        ("- أ\n<!--\nخفي\n-->\n- ب", ["أ", "ب"]), ("`<!-- أ -->`", ["<!-- أ -->"]), ("أ <!-- [خفي]{.nobody} ![](x) --> ب", ["أ  ب"]),
    ],
)  # fmt: skip
def test_comments_are_no_part_of_a_text(content: Content, ar, said):
    """Neither of the page nor of anything else, wherever they begin and end."""
    found = text(content, ar)
    assert [block.text for block in found.blocks] == said
    assert "خفي" not in "".join(found.rows)


@pytest.mark.parametrize("ar", ["‸أ <!-- ب", "أ ‸<!-- ب <!-- ج --> د", "أ ‸<!-- ب --!> ج -->", "أ ‸<!---> ب -->"])
def test_a_comment_that_programs_end_elsewhere_is_refused(content: Content, ar):
    content.report(ar=ar.replace("‸أ <!--", "أ ‸<!--"))
    content.expect("the comment is not closed" if "-->" not in ar else "programs do not agree where this comment ends")


def test_code_is_read_as_it_is_shown(content: Content):
    """In a line, in a block, and between fences."""
    found = text(content, "أ `<b>&amp;` ب\n\n    ج <i>\n\n```\nد & <u>\n```\n")
    assert [(block.kind, block.text) for block in found.blocks] == [
        ("paragraph", "أ <b>&amp; ب"), ("code", "ج <i>"), ("code", "د & <u>")
    ]  # fmt: skip


def test_raw_html_may_carry_direction_and_language(content: Content):
    """``bdi``, ``lang`` and ``dir`` are what an Arabic text needs of HTML."""
    found = text(content, 'رقم <bdi dir="ltr" lang="en">7-9</bdi>.')
    assert found.rows == ('<p>رقم <bdi dir="ltr" lang="en">7-9</bdi>.</p>',)


@pytest.mark.parametrize(
    ("ar", "message"),
    [
        ("نص ‸![صورة][1]\n\n[1]: https://example.org/a.png", "the image is not written with its file"),
        ("هنا [رابط](‸example.org)", "the link to `example.org` cannot be followed; write a whole https:// address"),
        ("هنا [رابط](‸/about)", "the link to `/about` cannot be followed"),
        ("هنا [رابط](‸//evil.example)", "cannot be followed"),
        ("هنا [رابط](‸javascript:alert(1))", "cannot be followed"),
        ("هنا [رابط](‸{static}/x.pdf)", "the link to `{static}/x.pdf` cannot be followed"),
        ("هنا [رابط](<‸ftp://example.org>)", "cannot be followed"),
        ("هنا [رابط][1].\n\n[1]: ‸example.org", "the link to `example.org` cannot be followed"),
        ("x example.org\n\n- هنا [رابط](‸x) و[رابط](https://x.example)", "the link to `x` cannot be followed"),
        ("نص `[سر]‸{.redacted}` نص", "`.redacted` stands in plain text; write `[words]{.redacted}`"),
        ("[سر]{.redacted} و`[سر]‸{.redacted}` و[سر]{.aleppo .redacted}", "`.redacted` stands in plain text"),
        ("```\n[سر]‸{.redacted}\n```", "`.redacted` stands in plain text"),
        ('[رابط](https://example.org "[سر]‸{.redacted}")', "`.redacted` stands in plain text"),
        ('<abbr title="[سر]‸{ .redacted}">نص</abbr>', "`.redacted` stands in plain text"),
        ("هنا [رابط](‸#top) وهنا", "the link to `#top` leads to no place of a page that a text could know"),
    ],
)
def test_what_cannot_be_shown(content: Content, ar, message):
    """Images, links that lead nowhere, and words that were meant to be redacted and would be shown."""
    content.report(ar=ar).expect(message)


def test_every_bad_link_and_image_is_told(content: Content):
    """The same wrong address twice is two errors."""
    content.report(ar="[أ](‸x) [ب](‸x)\n\n![ج](‸https://a.example/x)\n\n![د](‸https://a.example/y)").expect(
        "link to `x`", "link to `x`", "is no file beside", "is no file beside"
    )


def test_both_languages_are_texts(content: Content):
    """An English text has its own header, rows, blocks and anchors."""
    content.report(ar="[حلب]{.aleppo}", en="Title: A title\nTranslator: editors\n\n[Aleppo]{.aleppo}")
    en = content.one().texts["en"]
    assert (en.lang, en.title, en.translator, en.marks[0].anchor) == ("en", "A title", "editors", "en_aleppo")


def test_columns_of_a_table_are_set_to_a_side_by_a_class(content: Content) -> None:
    """Without a style in the page, and to no physical side: a page in Arabic runs the other way."""
    table = "| أ | ب | ج |\n| :-- | :-: | --: |\n| 1 | 2 | 3 |\n"
    content.report(ar=table)
    html = "\n".join(content.one().texts["ar"].rows)
    assert '<td class="align-start">1</td>' in html
    assert '<td class="align-center">2</td>' in html
    assert '<td class="align-end">3</td>' in html
    assert "style" not in html


def test_a_footnote_that_nothing_calls_is_told_and_has_no_dead_way_back(content: Content) -> None:
    content.report(ar="نص[^1].\n\n[^1]: حاشية.\n[^2]: منسية.\n")
    site = content.read()
    assert [problem.message for problem in site.warnings] == ["nothing calls the footnote `2`"]
    html = "\n".join(site.reports[0].texts["ar"].rows)
    assert "منسية" in html
    assert html.count("footnote-backref") == 1
    assert 'href="#ar_fnref.1"' in html


def test_an_escaped_character_in_an_address_of_mail_is_told(content: Content) -> None:
    """Markdown leaves control characters of its own in such an address."""
    content.report(ar="كلام ‸<a\\+b@c.example> كلام")
    content.expect("a character of an address is escaped; take the backslash out")


def test_a_text_is_read_rightly_after_one_that_could_not_be(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """Markdown is stopped within its work and begins anew: what it was at must not reach into other texts."""
    monkeypatch.setattr(timeout, "SECONDS", 0.3)
    content.report("a", ar="‸" + "* " * 800 + "a").report("b", ar="> كلام [كلام]{.outlet}\n\n* كلام [كلام]{‸.nobody}")
    content.expect("this text cannot be read", "unknown id `nobody`")


def test_blanks_without_end_take_no_time(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """A search in them cannot be stopped, so it must not begin again at each."""
    monkeypatch.setattr(timeout, "SECONDS", 5.0)
    content.report("a", ar="\t" * 100_000 + "a").report("b", ar="a" + " " * 200_000 + "\nb[^1]\n\n[^1]: c")
    began = time.process_time()
    content.expect()
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("ar", "told"),
    [
        ("قبل\n\n‸[العدد]: 12\n\nبعد", "this line would be the address of a link, and be shown nowhere"),
        ("[‸خبر]:\n12", "words of this line, or of one like it, would be shown nowhere"),
        ("| أ | ب |\n|---|---|\n| حلب | 3 | ‸12 |", "would be shown nowhere"),
        ("نص[^a]\n\n[^a]: ‸أول\n\n[^a]: ثان", "would be shown nowhere"),
        ("[x][r]\n\n[r]: https://a.example/a\n(‸12 قتيلاً)", "would be shown nowhere"),
        ("نص[^1]\n\n[^1]: أ\n\n    [^‸2]: ب", "would be shown nowhere"),
        ("كلمة[س][‸12] ليس رابطاً\n\n| أ | ب |\n|---|---|\n| حلب | 3 | 12 |", "would be shown nowhere"),
        ("كلمة[^‸12] ليست حاشية\n\n| أ | ب |\n|---|---|\n| حلب | 3 | 12 |", "would be shown nowhere"),
        ("نص\n\n```‸سمير\nشيفرة\n```", "would be shown nowhere"),
        ("نص\n\n~~~ ‸python hl_lines='1'\nx = 1\n~~~", "would be shown nowhere"),
        ("```\nx = 1\n```\n\n````\n```\n````\n\nنص", None),
        (
            "قال [سمير][r]‸{.redacted}.\n\n[r]: https://a.example/x",
            "attributes follow the label of a link, and no words",
        ),
    ],
)
def test_nothing_that_an_author_wrote_vanishes(content: Content, ar, told):
    """Markdown drops it in silence, and a number is lost."""
    content.report(ar=ar).expect(*[told] if told else ())


def test_nothing_vanishes_from_a_plain_page_either(content: Content):
    for lang, said in {"ar": "```‸سمير\nشيفرة\n```", "en": "| A |\n|---|\n| B | ‸lost |"}.items():
        content.write(f"pages/about/{lang}.md", f"Title: x\n\n{said}\n")
    with pytest.raises(ContentErrors) as errors:
        read_prose(content.root / "pages", names=["about"])
    told = [(problem.path, problem.line, problem.column) for problem in errors.value.problems]
    assert told == content.carets
    assert all("would be shown nowhere" in str(problem) for problem in errors.value.problems)


@pytest.mark.parametrize(
    "ar",
    [
        "- [خبر]: 12 قتيلاً",
        "```\nx = 1\n```",
        "&copy; &amp; `&amp;`",
        "[س][a b]\n\n[a b]: https://a.example 'title'",
        "<mailto:a@b.example> <https://a.example/x>",
        "# 12 #",
        "كلمة\n: شرح",
        "<abbr title='x y'>س</abbr>",
        "1\\. س",
        "**زمر**د",
    ],
)
def test_what_is_shown_otherwise_than_it_is_written_is_not_lost(content: Content, ar):
    content.report(ar=ar).expect()


@pytest.mark.parametrize(
    "ar",
    [
        "1. أ\n2. ب",
        "1. أ\n\n2. ب\n\n3. ت",
        "1. أ\n1. ب\n1. ت",
        "1. أ\n    1. ب\n    2. ت\n2. ث",
        "١. أ\n٢. ب",
        "- 1. أ\n- 1. ب",
        "> 1. أ\n> 2. ب",
        "12\\. أ",
    ],
)
def test_a_list_counts_from_one(content: Content, ar):
    """Or is written as ones only, to be counted."""
    content.report(ar=ar).expect()


@pytest.mark.parametrize(
    "ar",
    [
        "‸3. أ\n‸4. ب",
        "1. أ\n‸3. ب",
        "‸2016. كانت سنة",
        "1. أ\n‸2016. ب",
        "‸0. أ\n‸1. ب",
        "‸1. أ\n\n1. ب",
        "1. أ\n    ‸5. ب\n2. ث",
        "‸٧. أ",
        "- ‸4. أ",
        "> ‸4. أ",
    ],
)
def test_a_number_that_only_a_list_would_show_is_told(content: Content, ar):
    """It would be on the page, and in no data, and compared with nothing."""
    content.report(ar=ar).expect(*["would be an item of a list"] * ar.count("‸"))


@pytest.mark.parametrize(
    ("ar", "told"),
    [
        ("‸12<sup>3</sup>", 1), ("‸CO<sub>2</sub>2", 1), ("‸1<sup>**2**</sup>", 1), ("‸12<bdi>34</bdi>", 1), ("‸12[^1]3\n\n[^1]: ح", 1),
        ("‸5<q>7</q>", 1), ("‸1<bdi>.5</bdi>", 1), ("‸1,<strong>200</strong>", 1),
        ("12 م<sup>2</sup>", 0), ("12<sup>ب</sup>", 0), ("12[^1]\n\n[^1]: ح", 0), ("5 <b>7</b>", 0), ("<b>5</b>-7", 0), ("<b>12</b>. 3", 0),
    ],
)  # fmt: skip
def test_a_number_stands_in_one_piece(content: Content, ar, told):
    """Elements in it raise a part, or turn it round, and data say another number."""
    content.report(ar=ar).expect(*["digits that stand together here are not one number"] * told)


@pytest.mark.parametrize("mark", ["\u200f", "\u200e", "\u061c", "\u2069\u2066"])
def test_no_mark_of_direction_stands_in_a_number(content: Content, mark):
    signs = ("\u202f", "\u00a0", "\u2009", "’", "'", "،")
    parted = (number for sign in signs for number in (f"12{mark}{sign}000", f"12{sign}{mark}000"))
    for number in (f"12{mark}34", f"1.{mark}5", f"1{mark}.5", f"12{mark}:30", *parted):
        number = f"\u2066{number}\u2069" if "\u2066" in mark else number
        content.report(ar=f"قتل {number} هنا")
        assert ["stands here in a number" in str(problem) for problem in content.errors()] == [True]
    content.report(ar=f"قتل 12{mark} و{mark}34" if "\u2066" not in mark else "12").expect()


@pytest.mark.parametrize(
    "ar",
    ["قتل [‸12[^1]](https://a.example/p)\n\n[^1]: ح", "‸[س <a href='https://a.example/q'>ع</a>](https://a.example/p)"],
)
def test_nothing_leads_elsewhere_from_within_a_link(content: Content, ar):
    """The browser would end the link there, and show the number of the footnote as a part of the word's."""
    ar = ar.replace("12[^1]", "12‸[^1]").replace("‸12", "12")
    content.report(ar=ar).expect("a footnote or a link stands in the words of a link")


@pytest.mark.parametrize(
    ("ar", "told"),
    [("<small><sub><sup>لم يقتل أحد</sup></sub></small>", True), ("<small>x<sub>2</sub></small>", False)],
)
def test_words_are_large_enough_to_be_seen(content: Content, ar, told):
    content.report(ar=("‸" if told else "") + ar).expect(*["that nobody would see them"] if told else [])


@pytest.mark.parametrize(
    ("ar", "shown"),
    [
        ("أ \\<b ج> د", "أ <b ج> د"),
        ("\\<عشرة قتلى\\>", "<عشرة قتلى>"),
        ("3 \\< 5", "3 < 5"),
        ("`&eacute;`", "&eacute;"),
        ("أ &\\#65; ب", "أ &#65; ب"),
    ],
)
def test_a_sign_that_is_escaped_is_a_sign(content: Content, ar, shown):
    assert [block.text for block in text(content, ar).blocks] == [shown]


@pytest.mark.parametrize("ar", ["‸<b عشرة قتلى>س</b>", "<b>س‸</b قتل سبعة>"])
def test_a_tag_hides_no_words(content: Content, ar):
    content.report(ar=ar).expect("is HTML that no text can have")
