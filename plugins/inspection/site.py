"""A built site as a folder of files, and where the addresses in it lead."""

from __future__ import annotations

import csv
import json
import os
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Protocol, TypeVar
from urllib.parse import unquote, urlsplit

from .faults import Fault
from .page_reading import Page, read_page

LANGUAGES = ("ar", "en")
#: The folder of the pages that other sites may show in a frame.
FRAMED = "embed/"
Row = dict[str, str]
Given = TypeVar("Given", contravariant=True)
Made = TypeVar("Made", covariant=True)

#: So many pages are read at a time.
PART = 8

#: A control character or white space in an address, which readers drop or keep as they like.
_UNCLEAN = re.compile(r"[\x00-\x20\x7f\\]")
#: The apostrophe that stands in tables before what a spreadsheet would calculate.
GUARD = re.compile("(?:^|(?<=[;,\t\r\n|]))'(?=[-=+@\uff1d\uff0b\uff0d\uff20\t\r])")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(frozen=True, slots=True)
class Target:
    """Where an address leads: ``file`` and ``fragment`` within the site; or ``outside``, its scheme; or ``wrong``."""

    file: str = ""
    fragment: str = ""
    outside: str = ""
    wrong: str = ""


class Mapped(Protocol):
    """``map``, or what does the same with several workers."""

    def __call__(self, function: Callable[[Given], Made], items: Iterable[Given], /) -> Iterable[Made]: ...


class Site:
    """The site in a folder, with its public address or an empty text; everything is read when it is first asked for.

    ``mapped`` reads the pages.
    """

    def __init__(self, folder: Path, address: str = "", mapped: Mapped | None = None) -> None:
        self.folder, self._mapped = folder, mapped or map
        self.address = address.rstrip("/")
        self._path = urlsplit(self.address).path
        self._known: dict[tuple[str, str], Target] = {}
        self._tables: dict[str, list[Row]] = {}
        self.unreadable: list[Fault] = []

    @cached_property
    def files(self) -> dict[str, str]:
        """Every file by its name in the site, with its path; links and other things that are no plain files too.

        A folder that cannot be read is a fault in ``unreadable``.
        """

        def cannot(error: OSError) -> None:
            below = os.path.relpath(error.filename, self.folder).replace(os.sep, "/")
            self.unreadable.append(Fault(below, "the folder cannot be read"))

        found = {}
        for parent, folders, names in os.walk(self.folder, onerror=cannot):
            links = [name for name in folders if os.path.islink(os.path.join(parent, name))]
            below = os.path.relpath(parent, self.folder).replace(os.sep, "/")
            for name in names + links:
                found[name if below == "." else f"{below}/{name}"] = os.path.join(parent, name)
        return dict(sorted(found.items()))

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every HTML page by its name."""
        names = [name for name in self.files if name.endswith((".html", ".htm"))]
        parts = (names[start : start + PART] for start in range(0, len(names), PART))
        return {page.name: page for part in self._mapped(partial(_pages, self.folder), parts) for page in part}

    def bytes(self, name: str) -> bytes:
        """What a file holds; nothing where it cannot be read, or is no plain file."""
        return _bytes(self.files[name]) if name in self.files else b""

    def text(self, name: str) -> str:
        """What a file holds as text; what is not in UTF-8 in it is a fault in ``unreadable``."""
        try:
            return self.bytes(name).decode("utf-8")
        except UnicodeDecodeError:
            self._fault(name, "is not in UTF-8")
            return ""

    def json(self, name: str) -> object:
        """What a JSON file holds; ``None``, and a fault in ``unreadable``, where it is none."""
        try:
            return json.loads(self.text(name))
        except ValueError as error:
            self._fault(name, f"is no JSON: {error}")
            return None

    def script(self, name: str) -> Any:
        """The data that a script gives, which is JSON behind the first " = "; ``None`` where it gives none."""
        try:
            return json.loads(self.text(name).partition(" = ")[2].rstrip().rstrip(";"))
        except ValueError:
            return None

    def table(self, name: str) -> list[Row]:
        """The rows of ``data/<name>.csv``, each by the names of its columns; an empty cell is an empty text."""
        if name not in self._tables:
            self._tables[name] = self._read_table(f"data/{name}.csv")
        return self._tables[name]

    def _read_table(self, file: str) -> list[Row]:
        rows = [[GUARD.sub("", cell) for cell in row] for row in csv.reader(self.text(file).splitlines(keepends=True))]
        if not rows:
            self._fault(file, "is not there, or has no row of headings")
            return []
        head = rows[0]
        for number, row in enumerate(rows[1:], 2):
            if len(row) != len(head):
                self._fault(file, f"row {number} has {len(row)} cells, and not {len(head)}")
        return [dict(zip(head, row, strict=False)) for row in rows[1:] if len(row) == len(head)]

    @cached_property
    def slugs(self) -> list[str]:
        """The slugs of the reports, by their files among the data."""
        found = (re.fullmatch(r"data/reports/([^/]+)\.json", name) for name in self.files)
        return [match[1] for match in found if match]

    @cached_property
    def reports(self) -> dict[str, dict]:
        """The file of each report by its slug."""
        found = {slug: self.json(f"data/reports/{slug}.json") for slug in self.slugs}
        return {slug: report for slug, report in found.items() if isinstance(report, dict)}

    def leads(self, address: str, file: str) -> Target:
        """Where an address in a file leads. An address that is only a fragment stays in the file."""
        folder = posixpath.dirname(file)
        if address[:1] == "#":
            return Target(file, unquote(address[1:]))
        target = self._known.get((address, folder))
        if target is None:
            target = self._known[(address, folder)] = self._leads(address, folder)
        return target

    def _leads(self, address: str, folder: str) -> Target:
        if _UNCLEAN.search(address):
            return Target(wrong="has a blank, a backslash or a control character")
        try:
            parts = urlsplit(address)
        except ValueError:
            return Target(wrong="is no address")
        own = self.address and (address + "/").startswith(self.address + "/")
        if _SCHEME.match(address) and not own:
            return Target(outside=parts.scheme.lower())
        if address.startswith("//"):
            return Target(outside="//")
        if parts.query:
            return Target(wrong="asks a question of a site that has no server")
        path = unquote(parts.path)
        if own or (self.address and (path + "/").startswith(self._path + "/")):
            way = path[len(self._path) :].lstrip("/")
        elif path.startswith("/"):
            return Target(wrong="begins at the top of a server, where the site may not be")
        else:
            way = posixpath.join(folder, path)
        way = posixpath.normpath(way) if way else "index.html"
        if way == ".." or way.startswith("../"):
            return Target(wrong="leads out of the site")
        return Target(way, unquote(parts.fragment))

    def _fault(self, file: str, what: str) -> None:
        fault = Fault(file, what)
        if fault not in self.unreadable:
            self.unreadable.append(fault)


def _pages(folder: Path, names: Iterable[str]) -> list[Page]:
    """Some pages of a site."""
    return [read_page(name, _bytes(os.path.join(folder, name))) for name in names]


def _bytes(path: str) -> bytes:
    """What a file holds; nothing where it cannot be read, or is no plain file."""
    if not os.path.isfile(path) or os.path.islink(path):
        return b""
    with open(path, "rb") as file:
        return file.read()


def each_language(name: str) -> Iterator[str]:
    """A page in each language: ``timeline/index.html`` → ``ar/timeline/index.html`` and the other."""
    return (f"{lang}/{name}" for lang in LANGUAGES)
