"""A content in which nothing stands yet but who publishes it, and what is told of a report that is begun there."""

from __future__ import annotations

from pathlib import Path

from reports import read_site

SITE = {
    "site.yaml": "name: {ar: مثال, en: An example}\nlicence: CC-BY-4.0\n",
    "registry/sources.yaml": "daily-paper:\n  name: {ar: الصحيفة اليومية, en: The Daily Paper}\n  kind: newspaper\n",
}


def begun(folder: Path) -> Path:
    """The content, written into a new folder."""
    for name, text in SITE.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def warned(content: Path) -> set[str]:
    """The warnings of a content that has no errors, but that it is a draft and that its figures are in no claim yet."""
    return {warning.what.code for warning in read_site(content).warnings} - {"draft", "unclaimed-figure"}
