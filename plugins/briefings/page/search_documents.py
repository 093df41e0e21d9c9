"""The documents of the search: a page, an event or a claim in both languages, as the search finds it.

A document holds what a reader may look for in either language, so that an Arabic name finds an English page and the
reverse. It is made of what the pages show, of public reports only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from bilingual import LANGUAGES

#: One document: what it is, its page below the language's folder (with fragment), titles and texts by language, and
#: other names. An empty text stands for one that is the same as the other language's, or that there is not.
Document = dict[str, object]
#: What stands between the other names of a document.
JOINED = " · "


class Result(NamedTuple):
    """What a result is, as a reader is told: its name in the documents, its label with context, its place among all."""

    name: str
    label: tuple[str, str]
    order: int


def document(
    result: Result,
    path: str,
    titles: Mapping[str, str],
    texts: Mapping[str, str] | None = None,
    names: Iterable[str] = (),
) -> Document:
    """A document for what stands at ``path``: titles and texts by language, and what else it is called."""
    texts = texts or {}
    # The folder of the language is the reader's own.
    told: Document = {"kind": result.name, "at": path.partition("/")[2]}
    for lang in LANGUAGES:
        told[f"title_{lang}"] = titles.get(lang, "")
        told[f"text_{lang}"] = texts.get(lang, "")
    told["names"] = JOINED.join(names)
    return {key: value for key, value in told.items() if value}
