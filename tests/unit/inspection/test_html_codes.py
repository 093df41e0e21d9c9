"""Codes of characters, as the inspection reads them in texts and pages."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspection.page_codes import uncoded
from reports import html_codes

CODES = st.lists(
    st.sampled_from(
        [*"&#;0x19aA ", "&#", "&#x", "&#0", "&lt", "&amp;", "&lang", "00000000", "65", "1111111", "1111112", "ن"]
    )
)


@given(CODES)
def test_all_read_codes_alike(pieces: list[str]) -> None:
    """As HTML does: a code of no character, of one that Unicode keeps back, without its end, within another."""
    text = "".join(pieces)
    assert uncoded(text) == html_codes.uncoded(text) == unescape(text)


@pytest.mark.parametrize("read", [uncoded, html_codes.uncoded])
@pytest.mark.parametrize(
    ("code", "means"),
    [("1" * 5000, "\ufffd"), ("0" * 5000 + "65", "A"), ("x" + "f" * 5000, "\ufffd"), ("9999999", "\ufffd")],
)
def test_a_number_without_end(read, code: str, means: str) -> None:
    assert read(f"a &#{code}; b &#{code}") == f"a {means} b {means}"
