"""Redacted words that the content says openly in another place: in a title, a record, the registry, another report.

All that is published is looked through, line by line of its files (``said``), for what is ``sought``. What stands in a
line that is acknowledged is a warning, any other an error. No message quotes the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache, partial
from html import unescape
from itertools import chain
from pathlib import Path

from . import messages
from .acknowledged import Acknowledged
from .evidence import originals_in
from .folding import words
from .marks import Span
from .model import LANGUAGES, Document, Mark, Record, Registry, Text
from .naming import named_by
from .nodes import MAX_BYTES
from .pairs import Pair
from .problems import Problems, Says
from .remembering import Remembering
from .said import HASH, Said, mappings, of_markdown, of_text
from .searching import Search
from .settings import FILE as SETTINGS
from .sought import DIGITS, Known, Secret, decoded, digests, of_link, secrets_of
from .timeout import TimedOut, time_limit
from .written import Written

#: Of so many searches an entry of the registry remembers what they found in it: that of each report that names it.
SEARCHES_OF_ENTRIES = 10_000

#: So many seconds may be taken to see whether a message says what is redacted, when all the rest has been read.
PATIENCE = 3.0

_SMALL = re.compile(r"(?<!\w)[a-z]\w+")
_LABEL = re.compile(r"\[([^\[\]\n^][^\[\]\n]{0,200})\]")
_REFERENCE = re.compile(r"^[ ]{0,3}\[([^\[\]\n^][^\[\]\n]{0,200})(?=\]:)", re.M)
_LINK = re.compile(r"(?:\]\(\s*|\]:[ ]*|(?=<https?:))<?([^\s()<>]+)>?(?:\s+[\"'(]([^\"\n]*?)[\"')])?")


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


#: The pages of the editors' own words.
PAGES = ("about", "method")

#: What goes out of a report or dossier: its public texts, and its record, if it is a report.
Published = tuple[Mapping[str, Text], Record | None]


class Remembered:
    """What looking through a content leaves for the next time, when most of it will be the same."""

    def __init__(self) -> None:
        self._searches: dict[str, tuple[list[Secret], Search]] = {}
        self._entries: dict[Path, tuple[bytes, list[tuple[str, Said]]]] = {}

    def search(self, what: str, secrets: Iterable[Secret]) -> Search:
        """A search for these secrets: the last one, where it was for the same."""
        wanted = list(secrets)
        if what not in self._searches or self._searches[what][0] != wanted:
            self._searches[what] = (wanted, Search(wanted))
        return self._searches[what][1]

    def entries(self, path: Path) -> list[tuple[str, Said]]:
        """What a file of the registry says of each entry: the same as the last time, where the file is."""
        written = path.read_bytes() if path.is_file() else b""
        if path not in self._entries or self._entries[path][0] != written:
            self._entries[path] = (written, [*mappings(path, searches=SEARCHES_OF_ENTRIES)])
        return self._entries[path][1]


def check_openly(
    content: Path,
    folders: Iterable[Folder],
    published: Mapping[Path, Published],
    registry: Registry,
    originals: Mapping[str, bytes],
    acknowledged: Acknowledged,
    problems: Problems,
    remembered: Remembered,
) -> None:
    """Tell of all redacted words that are said openly.

    ``published`` has what goes out of each folder that is no draft; ``originals`` are texts that are published as they
    are.
    """
    folders = list(folders)
    own = {folder.path: _secrets(folder, published.get(folder.path), registry) for folder in folders}
    secrets = {path: [*some] for path, some in own.items()}
    _hashed_by_others(folders, published, secrets)
    if not any(secrets.values()):
        return
    widely = remembered.search("widely", (secret for some in secrets.values() for secret in some if secret.widely))
    named = {
        folder.path: _named(folder, published[folder.path], registry) for folder in folders if folder.path in published
    }
    entries = _entries(content, registry, set().union(*named.values()), remembered)
    tell = _Teller(content, acknowledged, problems)
    for folder in folders:
        if folder.path not in published:
            continue
        some = own[folder.path]
        within = folder.once("within", [some], partial(_within, some))
        for path, said in folder.sayings:
            tell.of(path, said, widely)
            tell.of(path, said, within)
        if within:
            for id, (path, said) in entries.items():
                if id in named[folder.path]:
                    tell.of(path, said, within)
    for path, said in entries.values():
        tell.of(path, said, widely)
    for path in (content / "pages" / name / f"{lang}.md" for name in PAGES for lang in LANGUAGES):
        if widely and path.is_file():
            tell.of(path, of_markdown(path.read_text("utf-8-sig", "replace")), widely)
    for _, said in mappings(content / SETTINGS) if widely else ():
        tell.of(content / SETTINGS, said, widely)
    for slug, data in originals.items():
        said = Said()
        said.add(data.decode("utf-8", "replace"), 1)
        tell.of(content / "reports" / slug / "original.txt", said, widely)


def says_redacted(folders: Iterable[Folder], registry: Registry, remembered: Remembered) -> Says:
    """Whether a text says what any report redacts, or may have wanted to: any word of a text with a slip. Nothing is
    read before the first text is asked for.

    Where what is redacted takes too long to be read, any text may say it.
    """
    folders = list(folders)
    written = [written for one in folders for written in one.pair.written.values() if written.slipped]

    @cache
    def slipped() -> frozenset[str]:
        return frozenset(word for one in written for word in words(one.text))

    @cache
    def search() -> Search | None:
        try:
            with time_limit(PATIENCE):
                some = (_redacted_words(one, None, registry) for one in folders if one.hides)
                return remembered.search("messages", chain.from_iterable(some))
        except TimedOut:
            return None

    @lru_cache(maxsize=10_000)
    def says(text: str) -> bool:
        if (sought := search()) is None:
            return not re.fullmatch(rf"[0-9.]{{0,{DIGITS - 1}}}", text)
        if written and not slipped().isdisjoint(words(decoded(text))):
            return True
        return sought.says(text)

    return says


class _Teller:
    def __init__(self, content: Path, acknowledged: Acknowledged, problems: Problems) -> None:
        self.content, self.acknowledged, self.problems = content, acknowledged, problems

    def of(self, path: Path, said: Said, search: Search) -> None:
        """Tell of what the search finds in a file, once for each line and each report that redacts it."""
        hits = said.hits(search) if search else ()
        name = path.relative_to(self.content).as_posix() if hits else ""
        for line, secret in ((line, secret) for line, found in hits for secret in _one_each(search.of_words[found])):
            place = messages.PLACE(file=Path(name), line=line)
            if (name, line) in self.acknowledged:
                self.problems.warning(
                    secret.path, secret.line, secret.column,
                    messages.ACKNOWLEDGED_LINE(what=secret.said, place=place),
                )  # fmt: skip
            else:
                self.problems.error(
                    secret.path, secret.line, secret.column,
                    messages.SAID_OPENLY(what=secret.said, place=place),
                )  # fmt: skip


def _one_each(secrets: Iterable[Secret]) -> Iterable[Secret]:
    """The first secret of each file that redacts the words."""
    first: dict[Path, Secret] = {}
    for secret in secrets:
        first.setdefault(secret.path, secret)
    return first.values()


def _secrets(folder: Folder, published: Published | None, registry: Registry) -> Sequence[Secret]:
    """What is looked for of a report or dossier: its redacted words, and the hashes of what holds them."""
    if not folder.hides:
        return ()
    record = published[1] if published else None
    found = partial(_redacted_words, folder, record, registry)
    return folder.once("secrets", [registry, record], lambda: (*found(), *_hashes(folder)))


def _redacted_words(folder: Folder, record: Record | None, registry: Registry) -> Sequence[Secret]:
    """What is looked for of the redacted words of a report or dossier. Its ``record``, where it goes out, names entries
    that need not be looked for."""
    return folder.once(
        "words" if record else "all words", [registry, record], lambda: _read_words(folder, record, registry)
    )


def _within(secrets: Iterable[Secret]) -> Search:
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
                    found += of_link(unescape(link[1]), unescape(link[2] or ""), place)
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
                yield Secret((word,), folder.yaml, line, 1, True, messages.HASH_OF_SOURCE())


def _hashed_by_others(
    folders: Iterable[Folder], published: Mapping[Path, Published], secrets: Mapping[Path, list[Secret]]
) -> None:
    """Add the hashes that other records give of a page of which a report redacts words."""
    read = {path: [*_read(record)] for path, (_, record) in published.items() if record}
    digests: dict[str, set[str]] = {}
    for address, digest in chain.from_iterable(read.values()):
        if digest:
            digests.setdefault(address, set()).add(digest)
    for folder in folders:
        own = read.get(folder.path, []) if folder.hides else []
        for given in sorted(set().union(*(digests.get(address, ()) for address, _ in own))):
            secrets[folder.path].append(Secret((given,), folder.yaml, 1, 1, True, messages.HASH_OF_SOURCE()))


def _read(record: Record) -> Iterator[tuple[str, str | None]]:
    """The addresses of what a record says was read, each with the hash that it gives of it."""
    sources: list[Record | Document] = [record, *record.documents.values()]
    for one in sources:
        yield from ((address, one.sha256) for address in (one.url, one.archive) if address)


def _within_redacted(mark: Mark, text: Text) -> bool:
    return any(text.marks[outer].redacted for outer in mark.inside)


def _named(folder: Folder, published: Published, registry: Registry) -> set[str]:
    """The entries of the registry whose names the pages of a report or dossier say."""
    texts, record = published
    return folder.once("named", [registry, record, *texts.values()], lambda: _read_named(texts, record, registry))


def _read_named(texts: Mapping[str, Text], record: Record | None, registry: Registry) -> set[str]:
    ids = {id for text in texts.values() for mark in text.marks for id in mark.ids}
    if record:
        ids.update(named_by(record))
    todo = [id for id in ids if id in registry]
    found: set[str] = set()
    while todo:
        id = todo.pop()
        if id in registry and id not in found:
            found.add(id)
            entry = registry[id]
            above = (getattr(entry, key, None) for key in ("within", "part_of", "speaks_for"))
            todo += [other for other in above if other]
    return found


def _entries(
    content: Path, registry: Registry, published: set[str], remembered: Remembered
) -> dict[str, tuple[Path, Said]]:
    """What the registry's files say of each entry that is published."""
    found: dict[str, tuple[Path, Said]] = {}
    for name, some in (("places", registry.places), ("actors", registry.actors), ("sources", registry.sources)):
        path = content / "registry" / f"{name}.yaml"
        if published.intersection(some):
            found |= {key: (path, said) for key, said in remembered.entries(path) if key in published and key in some}
    return found


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
