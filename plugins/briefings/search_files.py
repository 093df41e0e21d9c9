"""The files of the search: its index in pieces, what it finds, and the library that looks through it.

Each piece is a script that leaves something in ``isnadSearch.pieces`` under its own name, so that it can be loaded from
a folder as well. A reader loads those that a query needs.

- ``index.js``: how many documents there are, and how many stand in each piece; the number of the first of each kind;
  places of one word; the first term of each piece of words; and the lists of spellings.
- ``words-N.js``: terms, and in which documents they stand: in titles, in other names, in texts. Documents are told by
  how many lie between one and the next, and behind them a letter for each says how much the term counts there. A term
  that begins with ``=`` is the whole of a title or name.
- ``documents-N.js``: what is shown of documents.
- ``near-ar-N.js``, ``near-other-N.js``: all terms of so many letters in Arabic or any other script, for what is spelt
  otherwise.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from math import log2
from statistics import mean
from typing import TypeVar

from bilingual import LANGUAGES

from .assets.packages import package_file
from .kinds import KINDS
from .kinds.search import INDEX, LIBRARY, PIECES
from .page.kind import Kind, Planned
from .page.search_documents import JOINED, Document
from .page.site_view import SiteView
from .search_terms import bare, forms, is_arabic, whole, words_of

LICENCE = "search/minisearch-LICENSE.txt"
#: A piece is full with so many letters. The first results stand in as many pieces as there are of them.
OF_WORDS, OF_DOCUMENTS = 16_000, 5_000
#: So many words has a title at most that is looked for as a whole.
LONGEST_NAME = 12
_Key = TypeVar("_Key")
_Entry = TypeVar("_Entry")
#: In what a term stands, as the search tells it.
_TITLE, _NAMES, _TEXT = range(3)
#: The parameter ``b`` of BM25, as MiniSearch has it.
_LENGTH_COUNTS = 0.7


def search_files(site: SiteView) -> dict[str, bytes]:
    """The files of the search, by their names below the assets. Raises ``BuildFailed`` where the library is not
    installed."""
    return {
        **pieces(list(documents(site))),
        LIBRARY: package_file("minisearch", "dist/umd/index.js").replace(b"\n//# sourceMappingURL=index.js.map", b""),
        LICENCE: package_file("minisearch", "LICENSE.txt"),
    }


def documents(site: SiteView) -> Iterator[Document]:
    """Every document of the site: first of the pages about one thing, then of those that each language has once."""
    for kind in sorted(KINDS, key=_is_single):
        for subject in kind.subjects(site.findings):
            yield from kind.documents({lang: Planned.of(site, kind, lang, subject) for lang in LANGUAGES})


def _is_single(kind: Kind) -> bool:
    return kind.path.pattern == kind.path("{lang}")


def pieces(documents: Iterable[Document]) -> dict[str, bytes]:
    """The index of some documents and what is shown of them, by the names of the files."""
    told = sorted(documents, key=lambda one: str(one["kind"]))
    names = _places_of_one_word(told)
    terms = _terms(told, names)
    words = list(_in_pieces(terms.items(), OF_WORDS))
    without_kind = ({key: value for key, value in one.items() if key != "kind"} for one in told)
    shown = list(_in_pieces(enumerate(without_kind), OF_DOCUMENTS))
    spellings: dict[tuple[str, int], list[str]] = defaultdict(list)
    for term in terms:
        if not term.startswith("="):
            spellings["ar" if is_arabic(term) else "other", len(term)].append(term)
    index = {
        "count": len(told),
        "kinds": [[kind, next(some)[0]] for kind, some in groupby(enumerate(told), lambda one: one[1]["kind"])],
        "names": sorted(names),
        "documents": [len(some) for some in shown],
        "words": [next(iter(some)) for some in words],
        "near": sorted(spellings),
        "pieces": {},
    }
    files = {INDEX: f'"use strict";\nvar isnadSearch = {_script(index)};\n'.encode()}
    for n, some in enumerate(words):
        files |= _piece(f"words-{n}", some)
    for (script, length), spelt in spellings.items():
        files |= _piece(f"near-{script}-{length}", " ".join(spelt))
    for n, documents_there in enumerate(shown):
        files |= _piece(f"documents-{n}", list(documents_there.values()))
    return files


def _places_of_one_word(documents: Iterable[Document]) -> frozenset[str]:
    titles = (words_of(str(one.get("title_ar", ""))) for one in documents if one["kind"] == "place")
    return frozenset(bare(words[0]) for words in titles if len(words) == 1)


def _terms(documents: Iterable[Document], names: frozenset[str]) -> dict[str, list[list[int | str]]]:
    """All terms, in the order of their letters, and where they stand: for titles, names and texts, the steps from each
    document to the next, and how much each counts there."""
    kept: dict[str, list[str]] = {}
    stands: dict[str, list[dict[int, float]]] = defaultdict(lambda: [{}, {}, {}])
    lengths: list[dict[int, int]] = [{}, {}, {}]
    for n, one in enumerate(documents):
        titles = [str(one[f"title_{lang}"]) for lang in LANGUAGES if f"title_{lang}" in one]
        other = str(one.get("names", "")).split(JOINED) if "names" in one else []
        texts = [str(one[f"text_{lang}"]) for lang in LANGUAGES if f"text_{lang}" in one]
        for field, parts in ((_TITLE, titles), (_NAMES, other), (_TEXT, texts)):
            said = Counter(word for part in parts for word in words_of(part))
            lengths[field][n] = len(said)
            for word, times in said.items():
                for form in kept.get(word) or kept.setdefault(word, forms(word, names)):
                    stands[form][field][n] = stands[form][field].get(n, 0) + times
        for words in {tuple(words_of(name)) for name in (*titles, *other)}:
            if 0 < len(words) <= LONGEST_NAME:
                stands[whole(words)][_TITLE][n] = 1
    means = [mean(length for length in some.values() if length) if any(some.values()) else 1 for some in lengths]
    # As scripts compare them: by the units of UTF-16.
    ordered = sorted(stands, key=lambda term: term.encode("utf-16-be"))
    return {term: _told(term, stands[term], lengths, means) for term in ordered}


def _told(
    term: str, fields: list[dict[int, float]], lengths: list[dict[int, int]], means: list[float]
) -> list[list[int | str]]:
    told: list[list[int | str]] = []
    for field, length, usual in zip(fields, lengths, means, strict=True):
        steps: list[int | str] = [number - before for before, number in zip([0, *field], field, strict=False)]
        if steps and not term.startswith("="):
            steps.append("".join(_weight(times, length[n] / usual) for n, times in field.items()))
        told.append(steps)
    while not told[-1]:
        told.pop()
    return told


def _weight(times: float, length: float) -> str:
    """How much a term counts in a text in which it stands some ``times``, as a letter: ``m`` for once in one of usual
    ``length``, and two letters further for twice as much.

    Okapi BM25 divides by the length (Robertson and Zaragoza, *The Probabilistic Relevance Framework*, 3.5); so the
    script need not know it, and has 1 for all.
    """
    much = times / (1 - _LENGTH_COUNTS + _LENGTH_COUNTS * length)
    return chr(ord("m") + max(-12, min(13, round(2 * log2(much)))))


def _in_pieces(entries: Iterable[tuple[_Key, _Entry]], most: int) -> Iterator[dict[_Key, _Entry]]:
    """Entries in pieces of ``most`` letters, but for an entry that has more."""
    some: dict[_Key, _Entry] = {}
    size = 0
    for key, entry in entries:
        longer = len(_script([key, entry]))
        if some and size + longer > most:
            yield some
            some, size = {}, 0
        some[key] = entry
        size += longer
    if some:
        yield some


def _piece(name: str, content: object) -> dict[str, bytes]:
    script = f'"use strict";\nisnadSearch.pieces["{name}"] = {_script(content)};\n'
    return {f"{PIECES}{name}.js": script.encode()}


def _script(content: object) -> str:
    """JSON as JavaScript: these two signs would end a line there."""
    told = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return told.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
