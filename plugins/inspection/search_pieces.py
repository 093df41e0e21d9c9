"""Do the pieces of the search hold together, and is each word of its index one of the document to which it leads?

``theme/search/index.js`` says which pieces there are; ``documents-N.js`` are what is found, ``words-N.js`` terms with
the documents in which they stand, ``near-…-N.js`` the terms of so many letters in a script: see ``theme/js/search.js``,
which reads them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import accumulate
from typing import Any, NamedTuple

from .faults import Fault
from .site import Site

FOLDER = "theme/search/"
INDEX = f"{FOLDER}index.js"
_PIECE = re.compile(rf"{FOLDER}(?:documents|words|near-[a-z]+)-[0-9]+\.js")
_ARABIC = re.compile("[\u0621-\u064a]+")
_SAME = str.maketrans({"ٱ": "ا", "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك"})


class Found(NamedTuple):
    """A document of the search, and the file that has it."""

    file: str
    document: dict[str, Any]


def documents(site: Site) -> list[Found]:
    """All that the search can find, in the order of its numbers."""
    index = site.script(INDEX)
    count = len(index.get("documents", ())) if isinstance(index, dict) else 0
    found = []
    for name in (f"{FOLDER}documents-{n}.js" for n in range(count)):
        told = site.script(name)
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
    index: Any = site.script(INDEX)
    sizes = {"documents": range(len(index["documents"])), "words": range(len(index["words"]))}
    wanted = {f"{FOLDER}{kind}-{n}.js" for kind, numbers in sizes.items() for n in numbers}
    wanted |= {_near(script, length) for script, length in index["near"]}
    there = {name for name in site.files if _PIECE.fullmatch(name)}
    for name in sorted(wanted ^ there):
        why = "is not there, and the search needs it" if name in wanted else "is a piece that no search needs"
        yield Fault(name, why)
    if wanted - there:
        return
    lengths = [len(site.script(f"{FOLDER}documents-{n}.js")) for n in sizes["documents"]]
    if lengths != index["documents"] or sum(lengths) != index["count"]:
        yield Fault(INDEX, "numbers other documents than there are")
        return
    letters = [_letters(" ".join(map(str, found.document.values()))) for found in documents(site)]
    spelt: dict[str, list[str]] = {_near(script, length): [] for script, length in index["near"]}
    led: set[int] = set()
    for n in sizes["words"]:
        name = f"{FOLDER}words-{n}.js"
        entries: Any = site.script(name)
        if next(iter(entries)) != index["words"][n]:
            yield Fault(name, f"begins with another term than {INDEX} says")
        for term, fields in entries.items():
            if not term.startswith("="):
                spelt.setdefault(_near("ar" if _ARABIC.fullmatch(term) else "other", len(term)), []).append(term)
            for number in {number for steps in fields for number in accumulate(filter(_is_step, steps))}:
                led.add(number)
                if not all(part in letters[number] for part in term.lstrip("=").split("_")):
                    yield Fault(name, f"leads from {term} to document {number}, which does not have it")
    for name, some in sorted(spelt.items()):
        if site.script(name) != " ".join(some):
            yield Fault(name, "has other terms than the index")
    for number in sorted({*range(index["count"])} - led):
        yield Fault(INDEX, f"leads from no word to document {number}")


def _near(script: str, length: int) -> str:
    return f"{FOLDER}near-{script}-{length}.js"


def _is_step(told: object) -> bool:
    """Whether it is how far it is to the next document, and not how much a term counts in each."""
    return isinstance(told, int)


def _letters(text: str) -> str:
    """The letters and digits of a text, one behind another, as words of the index are written."""
    plain = unicodedata.normalize("NFKD", text).lower().translate(_SAME)
    kept = (char for char in plain if char.isalnum() and char not in "ـʿʾ")
    return "".join(str(unicodedata.decimal(char, char)) for char in kept)
