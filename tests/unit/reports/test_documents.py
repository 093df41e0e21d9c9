"""Words that are looked for in what programs find in a document."""

import time

import pytest

from reports.documents import fold, says, sought


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Zümrûd ḤASAN", ("zumrud", "hasan")),
        ("أَحْمَد ٱلآغـا", ("احمد", "الاغا")),
        ("ﻻجئة", ("لاجيه",)),
        ("ی ک ٣٤ ۵", ("ي", "ك", "34", "5")),
        ("على", ("على",)),
        ("a-b’c_d", ("a", "b", "c", "d")),
    ],
)
def test_words_are_compared_without_what_only_looks_otherwise(text, words):
    """Marks, capitals, forms of letters, digits of other scripts."""
    assert fold(text) == words


@pytest.mark.parametrize(
    ("marks", "translated", "found"),
    [
        (["زمرد حسن"], ["Zumrud Hasan"], {("زمرد", "حسن"), ("زمرد",), ("حسن",), ("zumrud", "hasan"), ("zumrud",), ("hasan",)}),
        (["البيت القديم"], ["the old house"], {("البيت", "القديم"), ("the", "old", "house")}),
        (["عبد الله حسن"], ["Abdul Hasan"], {("عبد", "الله", "حسن"), ("عبد", "الله"), ("حسن",), ("abdul", "hasan")}),
        (["علي"], ["Ali"], {("علي",), ("ali",)}),
        (["من"], ["the"], set()),
        ([], ["a long road to northern villages"], {("road", "to", "northern"), ("to", "northern", "villages")}),
    ],
)
def test_what_is_looked_for(marks, translated, found):
    """Each whole, of long ones three words in a row, of names their parts; nothing that only joins words."""
    assert sought(marks, translated) == found


@pytest.mark.parametrize(
    "text",
    ["a" * 2_000_000, "z u m r u " * 200_000, "زمر د " * 330_000, "than a\nzumru-\nd " * 120_000, "zumruzumru " * 180_000, "-\n" * 1_000_000],
    ids=range(6),
)
def test_a_long_document_is_looked_through_soon(text):
    """Two million characters, also where all of them nearly are what is looked for."""
    began = time.process_time()
    assert not says(text, [("zumruda", "hasan"), ("زمردي", "حسن"), ("a" * 9 + "b",)])
    assert time.process_time() - began < 20
