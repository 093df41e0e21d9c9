"""What the page for authors shows of `make suggest` is what it does."""

from __future__ import annotations

import re
from pathlib import Path

from authoring.suggest import suggest
from tests.unit.test_docs import BEGINNINGS, PAGES, REGISTRY, write


def block(what: str) -> str:
    match = re.search(rf"<!-- suggested {what} -->\n```\w+\n(.*?)```", PAGES["authors/suggest.md"], re.DOTALL)
    assert match
    return match[1]


def test_the_example_of_the_page_is_what_is_proposed_and_written(tmp_path: Path) -> None:
    text = BEGINNINGS["ar.md"] + block("text")
    root = write(tmp_path / "content", {**REGISTRY, "reports/wire/ar.md": text})
    found = suggest(root, "wire")
    told = [str(one).removeprefix(f"{one.path.parent}/") for one in found.told]
    assert told == block("lines").splitlines()
    found.apply()
    record = (root / "reports/wire/record.yaml").read_text("utf-8")
    assert record == f"{BEGINNINGS['record.yaml']}\n{block('record')}"
