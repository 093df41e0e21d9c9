"""Figures in words → what they mean: the way back from a page to a table, as the inspection reads it.

The inspection shares no code with what writes the words; here, words that it cannot read are a fault.
"""

from __future__ import annotations

from dataclasses import replace

from inspection.words import Meant
from inspection.words import meant as read

__all__ = ["Meant", "meant", "tabled"]


def meant(text: str, lang: str) -> Meant:
    """What the words of a page mean. Raises ``ValueError`` for words that mean no figure."""
    found = read(text, lang)
    if found is None:
        raise ValueError(f"{text!r} is no figure in words ({lang})")
    return _alike(found)


def tabled(row: dict[str, str]) -> Meant:
    """What a row of a table says in its columns low, high, open and approximate, and a figure's as it is written."""
    if not row["low"]:
        return Meant()
    written, flags = row.get("written", ""), (row["open"] == "true", row["approximate"] == "true")
    return _alike(Meant(int(row["low"]), int(row["high"]), *flags, written.isalpha(), written.startswith("..")))


def _alike(said: Meant) -> Meant:
    """Arabic says tens and dozens with one word: here they are the same."""
    return replace(said, low=10, high=10) if said.word and said.low == 12 else said
