"""Where every page and file of the site stands, and how one leads to another.

Addresses are relative and name files, so that the site works from a server and from a folder.
"""

from __future__ import annotations

import posixpath
from urllib.parse import quote

LANGUAGES = ("ar", "en")

#: The pages that each language has once, by name.
SECTIONS = ("home", "timeline", "casualties", "sources", "about", "method")

FRONT = "index.html"
NOT_FOUND = "404.html"
ASSETS = "theme"


def section(lang: str, name: str) -> str:
    """The file of a language's section: ``en/timeline/index.html``; ``home`` is ``en/index.html``."""
    return f"{lang}/index.html" if name == "home" else f"{lang}/{name}/index.html"


def briefing(lang: str, slug: str) -> str:
    """The file of a briefing page."""
    return f"{lang}/briefings/{slug}/index.html"


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
    way = posixpath.relpath(path, posixpath.dirname(here) or ".")
    return quote(way, safe="/.-_~") + hash + fragment
