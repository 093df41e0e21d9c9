"""What is looked for of redacted words, and the letters in which words are compared."""

import pytest

from reports.folding import words
from reports.sought import _sought
from reports.within import OTHERS


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zümrûd ḤASAN", ["zumrud", "hasan"]),
        ("أَحْمَد ٱلآغـا", ["احمد", "الاغا"]),
        ("ﻻجئة", ["لاجيه"]),
        ("ی ک ٣٤ ۵", ["ي", "ك", "34", "5"]),
        ("على وعلى إلى حتى لدى", ["على", "وعلى", "الى", "حتى", "لدى"]),
        ("مصطفى مصطفي موسىٰ ليلى", ["مصطفي", "مصطفي", "موسي", "ليلي"]),
        ("a-b_c", ["a", "b", "c"]),
        ("Ja’far's Sa‘d", ["jafar", "sad"]),
    ],
)
def test_words_are_compared_without_what_only_looks_otherwise(text, found):
    """Marks, capitals, forms of letters, digits of other scripts."""
    assert words(text) == found


@pytest.mark.parametrize(
    ("said", "english", "found"),
    [
        ("زمرد حسن", "Zumrud Hasan", {("زمرد", "حسن"), ("حسن", "زمرد"), ("زمرد", OTHERS, "حسن"), ("زمرد",), ("حسن",)}),
        (
            "Zumrud Hasan",
            None,
            {("zumrud", "hasan"), ("hasan", "zumrud"), ("zumrud", OTHERS, "hasan"), ("zumrud",), ("hasan",)},
        ),
        ("البيت القديم", "the old house", {("البيت", "القديم")}),
        (
            "عبد الله حسن",
            "Abdullah Hasan",
            {("عبد", "الله", "حسن"), ("حسن", "عبد", "الله"), ("عبد", "الله"), ("حسن",)},
        ),
        ("علي", "Ali", {("علي",)}),
        (
            "Dr. Samir Ja'far",
            None,
            {("dr", "samir", "jafar"), ("samir", "jafar"), ("dr", "samir"), ("dr", "jafar"), ("samir",), ("jafar",)},
        ),
        ("من", "of", set()),
        ("near the house", None, set()),
        ("quiet northern village", None, {("quiet", "northern", "village")}),
        ("a long road to northern villages", None, set()),
        ("يوم الثلاثاء", "on Tuesday", set()),
        ("x", None, set()),
    ],
)
def test_what_is_looked_for(said, english, found):
    """Each whole, of long ones three words in a row, names also turned round and with others between, and their parts; nothing that stands in places by chance."""
    assert {words for words, _ in _sought(said, english)} == found
