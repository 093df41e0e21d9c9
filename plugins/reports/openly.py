"""Redacted words that the content says openly in another place: in a title, a record, the registry, another report.

All that is published is looked through, line by line of its files (``said``), for what is ``sought``. What stands in a
line that is acknowledged is a warning, any other an error. No message quotes the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache, partial
from itertools import chain
from pathlib import Path

from . import messages
from .acknowledged import Acknowledged
from .file_text import read_text
from .folding import words
from .model import LANGUAGES, Document, Record, Registry, Text
from .naming import marked_in, named_by, with_those_above
from .problems import Problems, Says
from .redacting import Folder, redacted_words, secrets_in, within_report
from .said import Said, mappings, of_markdown
from .searching import Search
from .settings import FILE as SETTINGS
from .sought import DIGITS, Secret, decoded, of_digest
from .timeout import TimedOut, time_limit
from .web import page_of

#: Of so many searches an entry of the registry remembers what they found in it: that of each report that names it.
SEARCHES_OF_ENTRIES = 10_000

#: So many seconds may be taken to see whether a message says what is redacted, when all the rest has been read.
PATIENCE = 3.0

#: The pages of the editors' own words.
PAGES = ("about", "method")

#: What goes out of a report or dossier: its public texts, and its record, if it is a report.
Published = tuple[Mapping[str, Text], Record | None]
NOTHING: Published = ({}, None)


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
    own = {folder.path: secrets_in(folder, published.get(folder.path, NOTHING)[1], registry) for folder in folders}
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
        within = folder.once("within", [some], partial(within_report, some))
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
        # what cannot be read is told where the page is made
        if widely and path.exists() and (text := read_text(path, Problems())) is not None:
            tell.of(path, of_markdown(text), widely)
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
                some = (redacted_words(one, None, registry) for one in folders if one.hides)
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
            for form in of_digest(given):
                secrets[folder.path].append(Secret(form, folder.yaml, 1, 1, True, messages.HASH_OF_SOURCE()))


def _read(record: Record) -> Iterator[tuple[str, str | None]]:
    """The pages that a record says were read, each with the hash that it gives of it."""
    sources: list[Record | Document] = [record, *record.documents.values()]
    for one in sources:
        yield from ((page_of(address), one.sha256) for address in (one.url, one.archive) if address)


def _named(folder: Folder, published: Published, registry: Registry) -> set[str]:
    """The entries of the registry whose names the pages of a report or dossier say."""
    texts, record = published

    def find() -> set[str]:
        return with_those_above(registry, [*marked_in(texts.values()), *(named_by(record) if record else ())])

    return folder.once("named", [registry, record, *texts.values()], find)


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
