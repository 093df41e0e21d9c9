"""The events as GeoJSON (RFC 7946): longitude before latitude, and no point that the registry does not give."""

from __future__ import annotations

from collections.abc import Iterable

from findings import EventCount

from ..page import addresses
from ..page.site_view import SiteView
from .placing import address
from .table_rows import Row

FILE = "data/events.geojson"


def feature_collection(site: SiteView, rows: Iterable[Row]) -> dict:
    """A feature for each row of the table of events, with its counts and the addresses of its pages."""
    return {"type": "FeatureCollection", "features": [_feature(site, row) for row in rows]}


def _feature(site: SiteView, row: Row) -> dict:
    key = str(row["event"])
    counts = site.findings.counts_by_event.get(key, ())
    return {
        "type": "Feature",
        "id": key,
        "geometry": _geometry(site, site.index.events[key].event.where),
        "properties": {**row, "places_without_point": _unplaced(site, key), **_counts(counts), **_pages(site, key)},
    }


def _geometry(site: SiteView, places: Iterable[str]) -> dict | None:
    """The points of the places that have one; a place without a point does not take that of what contains it."""
    points = [point for place in places if (point := site.registry.places[place].point)]
    positions = [[longitude, latitude] for latitude, longitude in dict.fromkeys(points)]
    if not positions:
        return None
    if len(positions) == 1:
        return {"type": "Point", "coordinates": positions[0]}
    return {"type": "MultiPoint", "coordinates": positions}


def _unplaced(site: SiteView, key: str) -> list[str]:
    """The event's places that have no point: where there are any, its geometry shows a part of where it was."""
    return [place for place in site.index.events[key].event.where if site.registry.places[place].point is None]


def _counts(counts: Iterable[EventCount]) -> Row:
    """Each outcome's range of all people; an outcome that nobody counted has none."""
    found: Row = {}
    for count in counts:
        range = count.range("all")
        if range is not None:
            found |= {
                f"{count.outcome}_low": range.low,
                f"{count.outcome}_high": range.high,
                f"{count.outcome}_open": range.open,
                f"{count.outcome}_approximate": range.approximate,
                f"{count.outcome}_contested": range.contested,
            }
    return found


def _pages(site: SiteView, key: str) -> Row:
    """Where the report that declares the event tells it."""
    slug, id = site.index.events[key].tellings[0]
    return {
        f"page_{lang}": address(site.address, FILE, f"{addresses.briefing(lang, slug)}#event-{id}")
        for lang in addresses.LANGUAGES
    }
