"""Plain pages, and the drawings that they can show."""

from __future__ import annotations

import pytest

from reports import ContentErrors
from reports.plain_pages import DRAWINGS, NAMES, Drawn, Prose, read_prose
from tests.helpers.content import Content
from tests.helpers.pages import THEME


def page(content: Content, body: str) -> Prose:
    for lang in ("ar", "en"):
        content.write(f"pages/method/{lang}.md", f"Title: x\n\n{body}\n")
    return read_prose(content.root / "pages", names=["method"])["method", "en"]


def test_a_drawing_stands_where_the_page_names_it_with_the_words_that_say_the_same(content: Content) -> None:
    before, drawn, after = page(content, "Before.\n\n![Three of *ten*.](drawing:parts)\n\nAfter.").pieces
    assert (before, drawn, after) == ("<p>Before.</p>", Drawn("parts", "Three of *ten*."), "<p>After.</p>")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("![A photograph](photo.jpg)", "no images but drawings"),
        ("![Nothing like that](drawing:circle)", "no images but drawings"),
        ("![No scheme](parts)", "no images but drawings"),
        ('![With a caption](drawing:parts "so")', "no images but drawings"),
        ("![Covered](drawing:parts){.graphic}", "no images but drawings"),
        ("Beside words ![stands one](drawing:parts).", "in a paragraph of its own"),
        ("![](drawing:parts)", "the image is not described"),
        ("![Hidden \u200b words](drawing:parts)", "U+200B"),
    ],
)
def test_any_other_image_is_refused(content: Content, body: str, told: str) -> None:
    with pytest.raises(ContentErrors) as raised:
        page(content, body)
    assert told in str(raised.value)


def test_the_method_shows_every_drawing_once_in_both_languages() -> None:
    pages = read_prose(THEME / "pages", names=NAMES)
    for lang in ("ar", "en"):
        drawn = [piece.name for piece in pages["method", lang].pieces if isinstance(piece, Drawn)]
        assert drawn == list(DRAWINGS)
