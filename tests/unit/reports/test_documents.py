"""Words that are looked for in what programs find in a document."""

import time

import pytest

from reports.document_words import says


@pytest.mark.parametrize(
    "text",
    [
        "a" * 400_000,
        "z u m r u " * 40_000,
        "زمر د " * 66_000,
        "than a\nzumru-\nd " * 24_000,
        "zumruzumru " * 36_000,
        "-\n" * 200_000,
    ],
    ids=range(6),
)
@pytest.mark.slow
def test_a_long_document_is_looked_through_soon(text):
    """A hundred pages, also where all of them nearly are what is looked for."""
    began = time.process_time()
    assert not says(text, [("zumruda", "hasan"), ("زمردي", "حسن"), ("a" * 9 + "b",)])
    assert time.process_time() - began < 6


def test_a_word_that_is_broken_at_the_ends_of_two_lines_is_found():
    """As in a narrow column."""
    assert says("said Zum-\nrud-\nkhan that", [("zumrudkhan",)])
    assert not says("said Zum-\nand-\nkhan that", [("zumrudkhan",)])
