"""The table of events, with their dates, places and parties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bilingual import N_
from findings import Findings
from findings.precision import date_precision, place_precision
from reports import model

from ..page.site_view import SiteView
from .columns import Column, labelled
from .format import Format, Row, Schema

COLUMNS = (
    Column("event", N_("The event: the slug of the report that declares it, and its id there"), "id", True),
    Column("code", N_("The site’s own code for it")),
    Column("former", N_("Ids and codes that it once had"), "list"),
    Column("reports", N_("The reports that tell the event, the declaring one first"), "list", True),
    Column("type", N_("What kinds of event it is"), "list", True, labelled("event-type", model.EVENT_TYPES)),
    Column("when", N_("When it happened"), "date", True),
    Column("earliest", N_("The first day on which it can have begun; empty where that is open"), "day"),
    Column("latest", N_("The last day on which it can have ended; empty where that is open"), "day"),
    Column("date_prec", N_("How exactly the date is known"), "code", True, labelled("date-precision", "12345")),
    Column("places", N_("The places of the event"), "list"),
    Column("lat", N_("The latitude of its own point; where it has none, of its place, if that is one"), "degrees"),
    Column("lon", N_("The longitude of its own point; where it has none, of its place, if that is one"), "degrees"),
    Column(
        "accuracy",
        N_("How exactly its own point is known; empty where it has none"),
        "word",
        False,
        labelled("accuracy", model.ACCURACIES),
    ),
    Column(
        "where_prec",
        N_(
            "How exactly the place is known: by its own point, else by its places; of several places, the least exact, "
            "and 2 at least"
        ),
        "code",
        False,
        labelled("place-precision", "123456"),
    ),
    Column("actors", N_("The parties that acted; their order names no aggressor"), "list"),
    Column("target", N_("What was hit"), "list", False, labelled("target", model.TARGETS)),
    Column("attacks", N_("How many strikes, shells or raids are told as one event, as the record has it")),
    Column(
        "grade",
        N_("How far the editors hold the event to be established; empty where they gave no grade"),
        "word",
        False,
        labelled("grade", model.GRADES),
    ),
    Column("provisional", N_("Whether the editors are not done with it"), "truth", True),
    Column("part_of", N_("The event that it is a part of"), "id"),
    Column(
        "origins",
        N_(
            "How many stand behind the event: the separate sources of the claims that do not deny it, or, where no "
            "claim is about it, the publishers of the reports that tell it"
        ),
        "number",
        True,
    ),
    Column("title_ar", N_("The event’s title in Arabic")),
    Column("title_en", N_("The event’s title in English; empty where there is no translation")),
)


def event_rows(findings: Findings, keys: Iterable[str]) -> Iterator[Row]:
    """A row for each event, as the report that declares it says; ``reports`` are all that tell it."""
    index = findings.index
    for entry in sorted((findings.entries[key] for key in set(keys)), key=lambda entry: entry.event.key):
        event = entry.event.event
        when = event.when
        if when is None:
            continue
        point = event.point or (index.registry.places[event.where[0]].point if len(event.where) == 1 else None)
        yield {
            "event": entry.event.key,
            "code": event.code,
            "former": event.former,
            "reports": tuple(dict.fromkeys(slug for slug, _ in entry.event.tellings)),
            "type": event.types,
            "when": when.text,
            "earliest": when.earliest.isoformat() if when.earliest else None,
            "latest": when.latest.isoformat() if when.latest else None,
            "date_prec": date_precision(when),
            "places": event.where,
            "lat": point[0] if point else None,
            "lon": point[1] if point else None,
            "accuracy": event.accuracy,
            "where_prec": place_precision(index.registry, event),
            "actors": event.actors,
            "target": event.target,
            "attacks": str(event.attacks) if event.attacks else None,
            "grade": event.grade,
            "provisional": event.provisional,
            "part_of": index.parents.get(entry.event.key),
            "origins": len(entry.origins),
            "title_ar": index.title(*entry.event.tellings[0], "ar"),
            "title_en": index.title(*entry.event.tellings[0], "en"),
        }


def _rows(site: SiteView) -> Iterator[Row]:
    yield from event_rows(site.findings, site.index.events)


FORMAT = Format(
    order=40,
    path="events.csv",
    title=N_("Events with their dates, places and parties"),
    description=N_(
        "A row is an event, however many reports tell it. A point (WGS 84) without `accuracy` is the middle of a "
        "place, not the spot where something happened. The codes of date and place are those of the Georeferenced "
        "Event Dataset of the Uppsala Conflict Data Program."
    ),
    media_type="text/csv",
    columns=COLUMNS,
    schema=Schema(primary_key=("event",)),
    rows=_rows,
)
