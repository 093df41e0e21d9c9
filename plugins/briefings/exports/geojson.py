"""The events as GeoJSON (RFC 7946): longitude before latitude, and no point that neither record nor registry gives."""

from __future__ import annotations

from collections.abc import Iterable

from bilingual import LANGUAGES, N_
from findings import EventCount
from reports.model import Event

from ..page import addresses
from ..page.site_view import SiteView
from .columns import Column
from .events import FORMAT as EVENTS
from .format import Data, Format, Row, json_text
from .placing import address

FILE = "data/events.geojson"

#: The properties of a feature besides the columns of the table of events.
PROPERTIES = (
    Column(
        "places_without_point",
        N_("The places of the event that have no point, so that the geometry does not show them"),
        "array",
        True,
    ),
    Column(
        "killed_low",
        N_(
            "The least number of people killed, by the claims of all reports; not there where nobody counted. Each "
            "other outcome has the same five: `injured_low`, `killed_or_injured_low` and so on; so have families: "
            "`displaced_families_low`"
        ),
        "number",
    ),
    Column("killed_high", N_("The greatest number of people killed"), "number"),
    Column("killed_open", N_("Whether the true number may be higher than `killed_high`"), "truth"),
    Column("killed_approximate", N_("Whether the range is not exact"), "truth"),
    Column("killed_contested", N_("Whether somebody denies a figure in the range"), "truth"),
    Column("page_ar", N_("The event’s page in Arabic"), "address", True),
    Column("page_en", N_("The event’s page in English"), "address", True),
)


def feature_collection(site: SiteView, rows: Iterable[Row]) -> dict:
    """A feature for each row of the table of events, with its counts and the addresses of its pages."""
    return {"type": "FeatureCollection", "features": [_feature(site, row) for row in rows]}


def _feature(site: SiteView, row: Row) -> dict:
    key = str(row["event"])
    counts = site.findings.counts_by_event.get(key, ())
    return {
        "type": "Feature",
        "id": key,
        "geometry": _geometry(site, site.index.events[key].event),
        "properties": {**row, "places_without_point": _unplaced(site, key), **_counts(counts), **_pages(site, key)},
    }


def _geometry(site: SiteView, event: Event) -> dict | None:
    """The event's own point, else the points of the places that have one.

    A place without a point does not take that of what contains it.
    """
    points = [event.point] if event.point else [site.registry.places[place].point for place in event.where]
    positions = [[longitude, latitude] for latitude, longitude in dict.fromkeys(filter(None, points))]
    if not positions:
        return None
    if len(positions) == 1:
        return {"type": "Point", "coordinates": positions[0]}
    return {"type": "MultiPoint", "coordinates": positions}


def _unplaced(site: SiteView, key: str) -> list[str]:
    """The event's places that have no point: where there are any, its geometry shows a part of where it was."""
    return [place for place in site.index.events[key].event.where if site.registry.places[place].point is None]


def _counts(counts: Iterable[EventCount]) -> Row:
    """The range of all people, or families, of each outcome; what nobody counted has none."""
    found: Row = {}
    for count in counts:
        range = count.range("all")
        if range is not None:
            name = count.outcome if count.unit == "people" else f"{count.outcome}_{count.unit}"
            flags = {"open": range.open, "approximate": range.approximate, "contested": range.contested}
            bounds = {"low": range.low, "high": range.high, **flags}
            found |= {f"{name}_{end}".replace("-", "_"): value for end, value in bounds.items()}
    return found


def _pages(site: SiteView, key: str) -> Row:
    """The page of the event."""
    return {f"page_{lang}": address(site.address, FILE, addresses.event(lang, key)) for lang in LANGUAGES}


def _make(data: Data) -> bytes:
    return json_text(feature_collection(data.site, data.rows(EVENTS)))


FORMAT = Format(
    order=70,
    path="events.geojson",
    title=N_("Events for maps (GeoJSON)"),
    description=N_(
        "A feature is an event. Its properties are the columns of `events.csv` and these; lists are lists there, "
        "and what is unknown is `null`. Its geometry is its own point, where it has none the point of its place or the "
        "points of its places, and `null` where none of them has a point."
    ),
    media_type="application/geo+json",
    columns=PROPERTIES,
    rows=EVENTS.rows,
    make=_make,
)
