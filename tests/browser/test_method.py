"""The drawings of the page that explains the counting."""

from __future__ import annotations

import pytest

from tests.browser.conftest import DESK, LANGUAGES, Open

pytestmark = pytest.mark.browser

#: Boxes of which the words do not stand inside: each word's drawing, beside the box that was drawn before it.
OUTSIDE = """() => {
  const boxes = [...document.querySelectorAll(".explained-bands rect")];
  const words = [...document.querySelectorAll(".explained-bands text")];
  return boxes.flatMap((box, number) => {
    const around = box.getBoundingClientRect(), text = words[number].getBoundingClientRect();
    const fits = text.left >= around.left && text.right <= around.right && text.bottom <= around.bottom;
    return fits ? [] : [words[number].textContent];
  }).concat(boxes.length === words.length && boxes.length ? [] : ["boxes without words"]);
}"""


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [320, 390, DESK["width"]])
def test_words_stand_within_their_boxes(visitor: Open, lang: str, width: int) -> None:
    page = visitor("golden", viewport={"width": width, "height": 900}).visit(f"{lang}/method/index.html")
    assert page.evaluate(OUTSIDE) == []
