"""A report or a dossier that redacts words: what is looked for of these, and what its files say beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from . import messages
from .evidence import originals_in
from .file_text import MAX_BYTES
from .folding import words
from .html_codes import uncoded
from .marks import Span
from .model import LANGUAGES, Mark, Record, Registry, Text
from .naming import named_by
from .pairs import Pair
from .remembering import Remembering
from .said import HASH, Said, mappings, of_text
from .searching import Search
from .sought import Known, Secret, digests, of_digest, of_link, secrets_of
from .written import Written

_SMALL = re.compile(r"(?<!\w)[a-z]\w+")
_LABEL = re.compile(r"\[([^\[\]\n^][^\[\]\n]{0,200})\]")
_REFERENCE = re.compile(r"^[ ]{0,3}\[([^\[\]\n^][^\[\]\n]{0,200})(?=\]:)", re.M)
_LINK = re.compile(r"(?:\]\(\s*|\]:[ ]*|(?=<https?:))<?([^\s()<>]+)>?(?:\s+[\"'(]([^\"\n]{0,400}?)[\"')])?")


@dataclass
class Folder(Remembering):
    """A report or a dossier as it was read: its texts and its YAML file."""

    path: Path
    pair: Pair
    yaml: Path

    def known(self, registry: Registry) -> Known:
        """What is looked for of its redacted marks, as far as it was asked for with this registry."""
        return self.once("known", [registry], dict)

    @cached_property
    def hides(self) -> bool:
        """Whether words of its texts are redacted."""
        return any(span.redacted for written in self.pair.written.values() for span in written.spans)

    @cached_property
    def mappings(self) -> list[tuple[str, Said]]:
        """Each key of its YAML file with what is said there, and ``HASH`` with the hash of each of its documents."""
        return list(mappings(self.yaml, documents=True))

    @cached_property
    def sayings(self) -> list[tuple[Path, Said]]:
        """Its files that are published, and what they say beside what is redacted."""
        return list(_sayings(self))


def secrets_in(folder: Folder, record: Record | None, registry: Registry) -> Sequence[Secret]:
    """What is looked for of a report or dossier: its redacted words, and the hashes of what holds them. Its ``record``,
    where it goes out, names entries that need not be looked for."""
    if not folder.hides:
        return ()
    found = partial(redacted_words, folder, record, registry)
    return folder.once("secrets", [registry, record], lambda: (*found(), *_hashes(folder)))


def redacted_words(folder: Folder, record: Record | None, registry: Registry) -> Sequence[Secret]:
    """What is looked for of the redacted words of a report or dossier; ``record`` is as in ``secrets_in``."""
    return folder.once(
        "words" if record else "all words", [registry, record], lambda: _read_words(folder, record, registry)
    )


def within_report(secrets: Iterable[Secret]) -> Search:
    """A search for what is looked for in the report itself alone."""
    return Search(secret for secret in secrets if not secret.widely)


def _read_words(folder: Folder, record: Record | None, registry: Registry) -> list[Secret]:
    marks: dict[str, list[Mark]] = {}
    for lang, text in folder.pair.texts.items():
        outermost = [mark for mark in text.marks if mark.redacted and not _within_redacted(mark, text)]
        marks[lang] = outermost
    paths = {lang: text.path for lang, text in folder.pair.texts.items()}
    named = {*named_by(record)} if record else ()
    english = folder.pair.written.get("en")
    small = {word for piece in {*_SMALL.findall(english.text)} for word in words(piece)} if english else ()
    found = secrets_of(marks, paths, registry, named, small, folder.known(registry))
    for written in folder.pair.written.values():
        labels = {match[1].casefold(): match.end() for match in _REFERENCE.finditer(written.text)}
        for span in written.spans:
            if span.redacted:
                place = (written.path, *written.position(span.start))
                for link in _links(written, span, labels):
                    found += of_link(uncoded(link[1]), uncoded(link[2] or ""), place)
    return found


def _links(written: Written, span: Span, labels: Mapping[str, int]) -> Iterator[re.Match[str]]:
    """The addresses in a mark, and those to which its labels lead: ``labels`` has where the address of each begins."""
    yield from _LINK.finditer(written.text, span.start, span.close)
    for label in _LABEL.finditer(written.text, span.start, span.close):
        if (begins := labels.get(label[1].casefold())) and (link := _LINK.match(written.text, begins)):
            yield link


def _hashes(folder: Folder) -> Iterator[Secret]:
    """The hashes that a record has of sources whose words are redacted, and those of its files: with one a guess can be
    tried. A film is hashed nowhere but for the record."""
    for path in (*(written.path for written in folder.pair.written.values()), *originals_in(folder.path)):
        if path.stat().st_size <= MAX_BYTES:
            for digest in digests(path.read_bytes()):
                yield Secret(digest, path, 1, 1, True, messages.HASH_OF_SOURCE())
    for key, said in folder.mappings:
        for word, line in zip(said.words, said.lines, strict=True):
            if key == HASH and word != HASH and word.isalnum():
                for form in of_digest(word):
                    yield Secret(form, folder.yaml, line, 1, True, messages.HASH_OF_SOURCE())


def _within_redacted(mark: Mark, text: Text) -> bool:
    return any(text.marks[outer].redacted for outer in mark.inside)


def _sayings(folder: Folder) -> Iterator[tuple[Path, Said]]:
    """The files of a report or dossier that are published, and what they say beside what is redacted."""
    for lang in LANGUAGES:
        written = folder.pair.written.get(lang)
        if written and not written.draft:
            yield written.path, of_text(written)
    named = Said()
    named.add(folder.path.name, 1)
    for said in (named, *(said for key, said in folder.mappings if not (folder.hides and key == HASH))):
        yield folder.yaml, said
