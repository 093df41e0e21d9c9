"""Where every page and file of the site stands, and how one leads to another.

Addresses are relative and name files, so that the site works from a server and from a folder.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import quote

from bilingual import LANGUAGES
from reports.model import Actor, Entry, Place

ASSETS = "theme"
IMAGES = "images"


@dataclass(frozen=True, slots=True)
class Address:
    """Where the pages of a kind stand: ``{lang}/briefings/{subject}/index.html``, filled in or read from a path.

    A subject that is a key, ``report/id``, is written ``{key}``, one that may be a page of a long list, ``2016-10/2``,
    ``{sheet}``.
    """

    pattern: str

    def __call__(self, lang: str = "", subject: str = "") -> str:
        """The file of a page."""
        return self.pattern.format(lang=lang, subject=subject, key=subject, sheet=subject)

    def match(self, path: str) -> tuple[str, str] | None:
        """The language and the subject of the page that would stand in a file, empty where the pattern has none."""
        found = _reading(self.pattern).fullmatch(path)
        return (found.groupdict().get("lang", ""), found.groupdict().get("subject", "")) if found else None


@cache
def _reading(pattern: str) -> re.Pattern[str]:
    parts = {
        "{lang}": f"(?P<lang>{'|'.join(LANGUAGES)})",
        "{subject}": "(?P<subject>[^/]+)",
        "{key}": "(?P<subject>[^/]+/.+)",
        "{sheet}": r"(?P<subject>[^/]+(?:/[1-9][0-9]*)?)",
    }
    return re.compile("".join(parts.get(part, re.escape(part)) for part in re.split(r"(\{\w+\})", pattern)))


#: The page of both languages, and the one that stands for those that are not there.
front, not_found = Address("index.html"), Address("404.html")
FRONT = front()
#: The first page of a language.
home = Address("{lang}/index.html")
briefing = Address("{lang}/briefings/{subject}/index.html")
event = Address("{lang}/events/{key}/index.html")
#: The page of an event that other sites may show in a frame: apart from all others, so that a server can tell them.
embed = Address("embed/{lang}/{key}/index.html")
dossier = Address("{lang}/dossiers/{subject}/index.html")
place = Address("{lang}/places/{subject}/index.html")
actor = Address("{lang}/actors/{subject}/index.html")
source = Address("{lang}/sources/{subject}/index.html")
#: The pages of months of a place, party or source with long lists; their subjects are ``aleppo/2016-10``, and of a
#: month with many lines ``aleppo/2016-10/2`` too.
place_part = Address("{lang}/places/{key}/index.html")
actor_part = Address("{lang}/actors/{key}/index.html")
source_part = Address("{lang}/sources/{key}/index.html")
#: The page of a dossier with some more figures of a time of their own than can be taken in at a glance.
dossier_figures = Address("{lang}/dossiers/{subject}/figures/index.html")
#: The pages of months of a dossier with many events.
dossier_part = Address("{lang}/dossiers/{key}/index.html")
#: The page of a month; its subject is ``2016-10``. Of many events more pages follow: ``2016-10/2``.
month = Address("{lang}/months/{sheet}/index.html")
#: The pages of the years or months of many briefings and many corrections.
published = Address("{lang}/published/{sheet}/index.html")
corrected = Address("{lang}/corrections/{sheet}/index.html")


def section(name: str) -> Address:
    """Where a page stands that each language has once: ``{lang}/timeline/index.html``."""
    return Address(f"{{lang}}/{name}/index.html")


def entry(lang: str, entry: Entry) -> str:
    """The file of the page of an entry of the registry."""
    return (place if isinstance(entry, Place) else actor if isinstance(entry, Actor) else source)(lang, entry.id)


def image(name: str) -> str:
    """The file of an image."""
    return f"{IMAGES}/{name}.webp"


def preview(name: str) -> str:
    """The file of the image that stands for a page where its address is shared."""
    return f"{IMAGES}/{name}.png"


def twin(path: str) -> str | None:
    """The same page in the other language, or ``None`` for a page that serves both."""
    lang, slash, rest = path.partition("/")
    if not slash or lang not in LANGUAGES:
        return None
    return f"{'en' if lang == 'ar' else 'ar'}/{rest}"


def relative(here: str, there: str) -> str:
    """The address that leads from one file of the site to another, fragment and all."""
    path, hash, fragment = there.partition("#")
    if path == here and hash:
        return f"#{fragment}"
    return _way(here.rpartition("/")[0], path) + hash + fragment


@lru_cache(maxsize=100_000)
def _way(folder: str, path: str) -> str:
    """The way from a folder of the site to a file. (``posixpath.relpath`` asks the system where it is, each time.)"""
    begin, end = folder.split("/") if folder else [], path.split("/")
    shared = 0
    while shared < min(len(begin), len(end) - 1) and begin[shared] == end[shared]:
        shared += 1
    return quote("/".join([".."] * (len(begin) - shared) + end[shared:]), safe="/.-_~")


def beside(path: str, name: str) -> str:
    """A file in the folder of a page."""
    folder, slash, _ = path.rpartition("/")
    return folder + slash + name
