"""Where every page and file of the site stands, and how one leads to another.

Addresses are relative and name files, so that the site works from a server and from a folder.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

LANGUAGES = ("ar", "en")

#: The pages that each language has once, by name.
SECTIONS = (
    "home", "dossiers", "timeline", "casualties", "places", "actors", "sources", "corrections", "data", "about",
    "method", "search",
)  # fmt: skip

#: The sections that hold a page for each entry of the registry file of that name.
REGISTRY = ("places", "actors", "sources")

FRONT = "index.html"
NOT_FOUND = "404.html"
ASSETS = "theme"
IMAGES = "images"


def section(lang: str, name: str) -> str:
    """The file of a language's section: ``en/timeline/index.html``; ``home`` is ``en/index.html``."""
    return f"{lang}/index.html" if name == "home" else f"{lang}/{name}/index.html"


def briefing(lang: str, slug: str) -> str:
    """The file of a briefing page."""
    return f"{lang}/briefings/{slug}/index.html"


def dossier(lang: str, slug: str) -> str:
    """The file of a dossier's page."""
    return f"{lang}/dossiers/{slug}/index.html"


def image(name: str) -> str:
    """The file of an image."""
    return f"{IMAGES}/{name}.webp"


def entry(lang: str, section: str, id: str) -> str:
    """The file of the page of a place, actor or source; ``section`` is one of ``REGISTRY``."""
    return f"{lang}/{section}/{id}/index.html"


def month(lang: str, month: str) -> str:
    """The file of a month's page; ``month`` is ``2016-10``."""
    return f"{lang}/months/{month}/index.html"


def feed(lang: str, dossier: str | None = None) -> str:
    """The file of a language's Atom feed, or of a dossier's."""
    return f"{lang}/dossiers/{dossier}/feed.xml" if dossier else f"{lang}/feed.xml"


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


#: Of a file that a PDF is made of, its path: a briefing's or a dossier's page in a language.
PRINTED = re.compile(r"(?P<lang>ar|en)/(?P<kind>briefings|dossiers)/(?P<slug>[^/]+)/index\.html")


def pdf_of(path: str) -> str | None:
    """The PDF that goes with a page: ``en/briefings/aleppo/aleppo.en.pdf``; ``None`` for a page that has none."""
    match = PRINTED.fullmatch(path)
    return f"{path.removesuffix('index.html')}{match['slug']}.{match['lang']}.pdf" if match else None
