"""What stands above people who are counted says what befell them, where no word beside them does."""

import pytest

from words import Piece, Reading, casualties_in, outcomes_above

TEXTS = {
    "ar": [
        ("paragraph", "قُتل سبعة في قصف السوق يوم الأحد."),
        ("heading", "كم شخصا نزح؟"),
        ("table cell", "القائل", "العدد", "الحافلات"),
        ("table cell", "البلدية", "نحو 900", "14"),
        ("table cell", "الإذاعة", "1200 مدني، وما زال 300 شخص باقين", "20"),
        ("heading", "حصيلة السوق"),
        ("list item", "المستوصف: سبعة رجال"),
        ("paragraph", "وعدّت الإذاعة الجرحى في الأحياء:"),
        ("list item", "السوق: 11، وفي الميناء ثمانية قتلى"),
        ("paragraph", "وحضر 50 شخصا الدفن."),
    ],
    "en": [
        ("paragraph", "Seven people were killed when the market was shelled on Sunday."),
        ("heading", "How many people fled?"),
        ("table cell", "Who says it", "Number", "Buses"),
        ("table cell", "the council", "about 900", "14"),
        ("table cell", "the radio", "1,200 civilians, with 300 people still there", "20"),
        ("heading", "The toll of the market"),
        ("list item", "the clinic: seven men"),
        ("paragraph", "The radio counted the wounded by district:"),
        ("list item", "the market: 11, and at the harbour eight dead"),
        ("paragraph", "50 people came to the burial."),
    ],
}
READ = ["killed 7", "displaced 900", "displaced 1200", "killed 7", "injured 11", "killed 8"]


def pieces(lang):
    """A text of ours in pieces; the cells of a line together."""
    return [
        Piece(kind, line, Reading(words, lang)) for line, (kind, *cells) in enumerate(TEXTS[lang]) for words in cells
    ]


@pytest.mark.parametrize("lang", TEXTS)
def test_the_nearest_thing_above_says_it(lang):
    """The head of the column, then the words before a list, the heading, and what the text is about; in a paragraph, and of
    those who stay, nothing does."""
    text = pieces(lang)
    found = [
        f"{one.outcome} {one.number.low}"
        for piece, above in zip(text, outcomes_above(text), strict=True)
        for one in casualties_in(piece.reading, above=above, uncounted=False)
    ]
    assert found == READ


@pytest.mark.parametrize(("lang", "head", "cell"), [("ar", "الجرحى", "12"), ("en", "Wounded", "12")])
def test_a_column_says_it_before_anything_else(lang, head, cell):
    """Of two columns each has its own; a line with a cell too few says nothing of its columns."""
    dead = {"ar": "القتلى", "en": "Dead"}[lang]
    rows = [(dead, head), ("7", cell), (cell,)]
    text = [Piece("table cell", line, Reading(words, lang)) for line, row in enumerate(rows) for words in row]
    assert outcomes_above(text)[2:] == ["killed", "injured", ""]


@pytest.mark.parametrize("lang", TEXTS)
def test_what_is_said_above_is_told_apart(lang):
    """A figure knows whether its own words say what befell people."""
    own, *others = (
        one.above
        for piece, above in zip(pieces(lang), outcomes_above(pieces(lang)), strict=True)
        for one in casualties_in(piece.reading, above=above, uncounted=False)
    )
    assert (own, others) == (False, [True, True, True, True, False])
