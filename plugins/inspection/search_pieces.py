"""Do the pieces of the search hold together, and is each word of its index one of the document to which it leads?

``theme/search/index.js`` says which pieces there are; ``documents-N.js`` are what is found, ``words-N.js`` terms with
the documents in which they stand, ``near-N.js`` the terms of so many letters: see ``theme/js/search.js``, which reads
them.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from itertools import accumulate
from typing import Any, NamedTuple

from .faults import Fault
from .site import Site

FOLDER = "theme/search/"
INDEX = f"{FOLDER}index.js"
_PIECE = re.compile(rf"{FOLDER}(?:documents|words|near)-[0-9]+\.js")
_SAME = str.maketrans({"ٱ": "ا", "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك"})


class Found(NamedTuple):
    """A document of the search, and the file that has it."""

    file: str
    document: dict[str, Any]


def documents(site: Site) -> list[Found]:
    """All that the search can find, in the order of its numbers."""
    index = _content(site, INDEX)
    count = len(index.get("documents", ())) if isinstance(index, dict) else 0
    found = []
    for name in (f"{FOLDER}documents-{n}.js" for n in range(count)):
        told = _content(site, name)
        found += [Found(name, one) for one in (told if isinstance(told, list) else ()) if isinstance(one, dict)]
    return found


def search_pieces(site: Site) -> Iterator[Fault]:
    """Everything that is wrong between the pieces."""
    if INDEX not in site.files:
        return
    try:
        yield from _pieces(site)
    except (KeyError, TypeError, AttributeError, ValueError, IndexError):
        yield Fault(INDEX, "leads to pieces of the search that cannot be read")


def _pieces(site: Site) -> Iterator[Fault]:
    index: Any = _content(site, INDEX)
    sizes = {"documents": range(len(index["documents"])), "words": range(len(index["words"])), "near": index["lengths"]}
    wanted = {f"{FOLDER}{kind}-{n}.js" for kind, numbers in sizes.items() for n in numbers}
    there = {name for name in site.files if _PIECE.fullmatch(name)}
    for name in sorted(wanted ^ there):
        why = "is not there, and the search needs it" if name in wanted else "is a piece that no search needs"
        yield Fault(name, why)
    if wanted - there:
        return
    lengths = [len(_content(site, f"{FOLDER}documents-{n}.js")) for n in sizes["documents"]]
    if [0, *accumulate(lengths)] != [*index["documents"], index["count"]] and index["count"]:
        yield Fault(INDEX, "numbers other documents than there are")
        return
    letters = [_letters(" ".join(map(str, found.document.values()))) for found in documents(site)]
    terms: dict[int, list[str]] = {length: [] for length in index["lengths"]}
    led: set[int] = set()
    for n in sizes["words"]:
        name = f"{FOLDER}words-{n}.js"
        entries: Any = _content(site, name)
        if next(iter(entries)) != index["words"][n]:
            yield Fault(name, f"begins with another term than {INDEX} says")
        for term, fields in entries.items():
            if not term.startswith("="):
                terms.setdefault(len(term), []).append(term)
            for number in {number for steps in fields for number in accumulate(filter(_is_step, steps))}:
                led.add(number)
                if not all(part in letters[number] for part in term.lstrip("=").split("_")):
                    yield Fault(name, f"leads from {term} to document {number}, which does not have it")
    for length, some in sorted(terms.items()):
        if _content(site, f"{FOLDER}near-{length}.js") != " ".join(some):
            yield Fault(f"{FOLDER}near-{length}.js", "has other terms than the index")
    for number in sorted({*range(index["count"])} - led):
        yield Fault(INDEX, f"leads from no word to document {number}")


def _is_step(told: object) -> bool:
    """Whether it is how far it is to the next document, and not how much a term counts in each."""
    return isinstance(told, int)


def _content(site: Site, name: str) -> Any:
    """What a piece gives to the script; ``None`` where that cannot be read."""
    try:
        return json.loads(site.text(name).partition(" = ")[2].rstrip().rstrip(";"))
    except ValueError:
        return None


def _letters(text: str) -> str:
    """The letters and digits of a text, one behind another, as words of the index are written."""
    plain = unicodedata.normalize("NFKD", text).lower().translate(_SAME)
    kept = (char for char in plain if char.isalnum() and char not in "ـʿʾ")
    return "".join(str(unicodedata.decimal(char, char)) for char in kept)
