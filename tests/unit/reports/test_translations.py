"""The two languages line up block by block and mark by mark; a translation may be missing, not out of step."""

import pytest

from tests.helpers.content import Content

RECORD = "events: {e: {type: other, when: 2016}}\nclaims: {c: {}}\n"


def test_a_translation_may_come_later(content: Content):
    """Without ``en.md`` the report is published in Arabic."""
    report = content.report(ar="نص.").one()
    assert list(report.texts) == ["ar"]
    assert report.text("en").lang == "ar"


def test_what_lines_up(content: Content):
    """Within a block neither order nor nesting of marks matters, and corrections of slips are not compared."""
    content.report(
        record=RECORD,
        ar="""
        # [حدث]{.e}

        [قال [إن]{sic="أن"} [حلب]{.aleppo} [أمس]{when=2016-10-04}]{.c} و[حلب]{.aleppo}.

        - [بند]{when=2016}
        """,
        en="""
        # [Event]{.e}

        [On the [4th]{when=2016-10-04}]{.aleppo} [it said]{.c} [Aleppo]{.aleppo}.

        - [Item]{when=2016}
        """,
    )
    assert list(content.one().texts) == ["ar", "en"]


def test_a_mark_that_one_language_lacks(content: Content):
    """Ids, dates and redactions are compared by block; each is told where it stands, in either language."""
    content.report(
        record=RECORD,
        ar="[ح]{.e} [ق]{.c} ‸[حلب]{.aleppo} ‸[أمس]{when=2016-10-04}\n\nو[حلب]{.aleppo} ‸[سر]{.redacted}",
        en="[E]{.e} [S]{.c} ‸[day]{when=2016-10-05}\n\n[Aleppo]{.aleppo} and [again]{.aleppo} and ‸[again]{.aleppo}",
    ).expect(
        "en.md lacks the mark `.aleppo` in the matching paragraph; mark the same words at en.md:3",
        "en.md lacks the mark `when=2016-10-04` in the matching paragraph",
        "en.md lacks the mark `.redacted` in the matching paragraph; mark the same words at en.md:5",
        "ar.md lacks the mark `when=2016-10-05` in the matching paragraph; mark the same words at ar.md:3",
        "ar.md lacks the mark `.aleppo` 2 times in the matching paragraph; mark the same words at ar.md:5",
    )


def test_a_mark_in_another_block(content: Content):
    """The same marks in other blocks do not line up: each is missing where it should be."""
    content.report(ar="و‸[حلب]{.aleppo}\n\nثانية", en="First\n\nand ‸[Aleppo]{.aleppo}").expect(
        "en.md lacks the mark `.aleppo`", "ar.md lacks the mark `.aleppo`"
    )


@pytest.mark.parametrize(
    ("ar", "en", "messages"),
    [
        ("أولى\n\n‸ثانية\n\nثالثة", "First", ["this paragraph and 1 more blocks has nothing to match in en.md"]),
        ("أولى", "First\n\n‸Second", ["this paragraph has nothing to match in ar.md; both texts need the same blocks"]),
        ("‸# أول", "First", ["this heading has a paragraph in the other language"]),
        ("‸# أول\n\nثانية", "A\n\n‸B", ["this heading has nothing to match", "this paragraph has nothing to match"]),
        ("أ\n\n‸- ب\n- ج", "A\n\nB\n\nC", ["this list item has a paragraph in the other language"]),
        ("‸نص.", "", ["this paragraph has nothing to match in en.md"]),
        ("أ\n\n> ب\n\n‸- ج", "A\n\n> B", ["this list item has nothing to match in en.md"]),
    ],
)
def test_a_block_that_one_language_lacks(content: Content, ar, en, messages):
    """Blocks are compared in order; marks only once the blocks match."""
    content.report(ar=ar, en=en).expect(*messages)


def test_table_cells_and_footnotes_line_up(content: Content):
    """Every cell of a table is a block of its own, and so is a footnote."""
    content.report(
        ar="| أ | ‸[حلب]{.aleppo} |\n| - | - |\n| ج | د |\n\nحاشية[^1]\n\n[^1]: ‸[أمس]{when=2016}",
        en="| A | B |\n| - | - |\n| ‸[Aleppo]{.aleppo} | D |\n\nnote[^1]\n\n[^1]: yesterday",
    ).expect(
        "lacks the mark `.aleppo` in the matching table cell; mark the same words at en.md:3",
        "lacks the mark `when=2016` in the matching list item",
        "ar.md lacks the mark `.aleppo` in the matching table cell; mark the same words at ar.md:5",
    )


def test_a_draft_out_of_step_is_a_warning(content: Content):
    """A draft in either language is not published as it is: what is out of step is told, and stops nothing."""
    content.report(ar="‸و[حلب]{.aleppo}", en="Title: A title\nStatus: draft\n\nNot yet.")
    content.carets = [(content.root / "reports/r/ar.md", 3, 2), (content.root / "reports/r/en.md", 1, 1)]
    content.expect_warnings("en.md lacks the mark `.aleppo`", "the translation is a draft, so it is left out")
    assert list(content.one().texts) == ["ar"]


def test_what_a_draft_does_not_mark_is_no_error(content: Content):
    """That every event is marked is asked of the Arabic text alone."""
    content.report(
        record="events: {e: {type: other, when: 2016}}\n", ar="[ح]{.e}", en="Title: A title\nStatus: draft\n\nNot yet."
    )
    assert "en.md lacks the mark `.e`" in str(content.read().warnings[0])


def test_english_errors_are_told_too(content: Content):
    """An unknown id or a bad date in the translation; an event that only English marks is still unmarked."""
    content.report(
        record="events: {‸e: {type: other, when: 2016}}\n",
        ar="نص.",
        en="[x]{.e ‸.alepo}, [y]{‸when=2016-99} ‸[z",
    ).expect("unknown id `alepo`", "2016-99", "the bracket is not closed", "the event `e` is never marked in ar.md")
