"""What a reader is told has “these” marks in English and «these» in Arabic, and ’ in don’t: no straight ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from babel.messages.pofile import read_po

from tests.conftest import PROJECT

CATALOGUES = [
    *(PROJECT / "themes" / "briefing" / "translations").rglob("*.po"),
    *(PROJECT / "plugins" / "bilingual" / "translations").rglob("*.po"),
]
TEXTS = [*(PROJECT / "content").rglob("*.md"), *(PROJECT / "themes" / "briefing" / "pages").rglob("*.md")]
RECORDS = [*(PROJECT / "content").rglob("*.yaml")]

#: What programs read and no reader: code, addresses in brackets, and what stands in braces or tags.
UNSPOKEN = re.compile(r"`[^`]*`|\]\([^)]*\)|\{[^{}]*\}|<[^<>]*>|https?://\S+")


def straight(text: str) -> list[str]:
    """The straight quotation marks and apostrophes of a text, each with what stands around it."""
    spoken = UNSPOKEN.sub(" ", text)
    return [spoken[max(0, match.start() - 20) : match.end() + 20] for match in re.finditer(r"[\"']", spoken)]


def values(node: object) -> Iterator[str]:
    """Every text of what YAML holds; keys are no words for readers."""
    if isinstance(node, dict):
        for value in node.values():
            yield from values(value)
    elif isinstance(node, list):
        for value in node:
            yield from values(value)
    elif isinstance(node, str):
        yield node


def test_straight_marks_are_found() -> None:
    assert straight('they said "ten"')
    assert straight("the agency's count")
    assert not straight("“ten”, «عشرة», the agency’s, `it's`, [a](b's \"c\"), <i class='d'>")


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_no_message_has_straight_marks(path: Path) -> None:
    with path.open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    said = [text for message in messages for text in (*_forms(message.id), *_forms(message.string))]
    assert not [found for text in said for found in straight(text)]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_no_text_has_straight_marks(path: Path) -> None:
    assert not straight(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_no_record_or_registry_has_straight_marks(path: Path) -> None:
    assert not [found for text in values(yaml.safe_load(path.read_text(encoding="utf-8"))) for found in straight(text)]


def _forms(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)
