"""No cell of a table begins a formula, and nothing else is changed by that. Guard: ``briefings.exports.csv_text.cell``.

``test_corpora.py`` holds the tables of whole sites to the same.
"""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefings.exports.csv_text import cell, csv_lines
from tests.hostile.clean import FORMULA, NUMBER
from tests.hostile.fields import xss

#: Ways of beginning a formula, some behind what looks like a number.
FORMULAS = (
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "=cmd|' /C calc'!A0", "+cmd|' /C calc'!A0", "-1 +cmd|' /C calc'!A0", "-1 +1",
    "+5 =1", "-", "+", "=", "@", "\t=1", "\r=1", "-1-HYPERLINK(A1)", "-1*A1", "-1&A1", "+1;=1", "-1\t=1", "-1|=1",
    "\uff1dSUM(1)", "\uff0b1+1", "\uff0d1+1", "\uff20SUM(1)", "-1e5+A1", "-1..A1", "-٣+A1", "--1", "+-1", "-.5", "==1",
)  # fmt: skip
#: What is no formula: numbers, dates, ids, lists, figures as they are written, and words.
PLAIN = (
    "0", "-5", "+5", "-36.25", "36.2", "1,000", "-1,000.5", "400+", "~170+", "5-7", "0-100", "2016-10-04", "2016-09/..",
    "../2016", "a-b", "r/e", "army;front", "children=3;women=some", "https://a.example/?a=b&c=-1", "true", "", "'", "don't",
    "حلب", "a + b", "a|b", "-5;+6",
)  # fmt: skip

#: Texts in which what matters stands often, and any others.
TEXTS = st.text(st.sampled_from("-=+@'\t\r\n;,|. 0123456789aا\uff1d\uff0b\uff0d\uff20\"")) | st.text()
#: What spreadsheets part a line at, if they are not told of the comma.
PARTS = re.compile("[;,\t\r\n|]")


def begins_formula(text: str) -> bool:
    """Whether a spreadsheet could calculate a cell, or a part of one; before ``|`` a signed number may name a program."""
    return bool(re.search(r"(?:^|[;,\t\r\n|])[-+][0-9][0-9.,]*\|", text)) or any(
        FORMULA.match(part) and not NUMBER.fullmatch(part) for part in PARTS.split(text)
    )


@pytest.mark.parametrize("text", FORMULAS, ids=ascii)
def test_a_formula_becomes_words(text: str) -> None:
    assert "'" in cell(text)
    assert not FORMULA.match(cell(text)) or NUMBER.match(cell(text))


@pytest.mark.parametrize("text", PLAIN, ids=ascii)
def test_what_is_no_formula_stays_as_it_is(text: str) -> None:
    assert cell(text) == text


@pytest.mark.parametrize("value", [-5, 0, 12.5, -36.25, True, False, None, ("a", "b"), (), ("army",)], ids=repr)
def test_numbers_truth_and_ids_stay_as_they_are(value: object) -> None:
    told = {True: "true", False: "false", None: "", ("a", "b"): "a;b", (): "", ("army",): "army"}
    assert cell(value) == (told[value] if isinstance(value, bool | tuple | None) else str(value))


@given(TEXTS)
@example("-1 +1").via("a sum that begins as a number")
@example("-1\n+1")
@example("|=1")
@example("-0|")
def test_no_text_begins_a_formula(text: str) -> None:
    """Whatever a text is, no spreadsheet calculates its cell, nor a part of it; what was added can be taken away."""
    shown = cell(text)
    parts = [part for part in PARTS.split(shown) if part and not NUMBER.fullmatch(part)]
    assert not any(re.match("[-=+@\uff1d\uff0b\uff0d\uff20]", part) for part in parts)
    assert not shown.startswith(("\t", "\r"))
    assert re.sub("'(?=[-=+@\t\r\uff1d\uff0b\uff0d\uff20])", "", shown) == re.sub(
        "'(?=[-=+@\t\r\uff1d\uff0b\uff0d\uff20])", "", text
    )
    assert len(shown) - len(text) == shown.count("'") - text.count("'")
    if not begins_formula(text) and not text.startswith(("\t", "\r")) and not re.search("[;,\t\r\n|][\t\r]", text):
        assert shown == text


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_a_table_holds_what_was_put_in_it(texts: list[str]) -> None:
    """No text can begin another cell or row: what is read back is what was written."""
    columns = [f"c{i}" for i in range(len(texts))]
    lines = csv_lines(columns, [dict(zip(columns, texts, strict=True))])
    read = list(csv.reader(io.StringIO("".join(lines), newline="")))
    assert read == [columns, [cell(text) for text in texts]]


def test_each_hostile_string_is_harmless_in_a_table() -> None:
    assert [text for text in xss() if FORMULA.match(cell(text))] == []
