"""Where the entries of the registry are found elsewhere: plain addresses that a page leads to."""

from __future__ import annotations

import re

from reports.model import Entry, Place, Source

_GEONAMES = re.compile(r"[0-9]{1,12}")
_WIKIDATA = re.compile(r"Q[0-9]{1,12}")


def links_out(entry: Entry) -> tuple[tuple[str, str], ...]:
    """What is at each address elsewhere (``geonames``, ``wikidata``, ``source``), and the address.

    An id that cannot be one of that site's is left out.
    """
    found: list[tuple[str, str]] = []
    if isinstance(entry, Place):
        if _GEONAMES.fullmatch(id := entry.ids.get("geonames", "")):
            found.append(("geonames", f"https://www.geonames.org/{id}/"))
        if _WIKIDATA.fullmatch(id := entry.ids.get("wikidata", "")):
            found.append(("wikidata", f"https://www.wikidata.org/wiki/{id}"))
    elif isinstance(entry, Source) and entry.url:
        found.append(("source", entry.url))
    return tuple(found)
