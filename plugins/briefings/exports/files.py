"""The data files that the site hands out: what each is and how it is to be read. ``columns`` says what is in them."""

from __future__ import annotations

from dataclasses import dataclass

from bilingual import N_

from . import columns
from .columns import Column


@dataclass(frozen=True, slots=True)
class File:
    """A data file: its path below ``data/``, what it is, and how it is to be read.

    ``key`` are the columns that no two rows have in common; ``leads`` are columns whose values stand in another
    table, with that table and its columns there.
    """

    path: str
    title: str
    says: str
    columns: tuple[Column, ...] = ()
    key: tuple[str, ...] = ()
    leads: tuple[tuple[tuple[str, ...], str, tuple[str, ...]], ...] = ()

    @property
    def name(self) -> str:
        """A table's name: its path without the ending."""
        return self.path.removesuffix(".csv")


TABLES = (
    File(
        "claims.csv",
        N_("Claims: who says what, and through whom"),
        N_("A row is a claim: something that a source or a party says in a report, or that the report says itself."),
        columns.CLAIMS,
        ("report", "claim"),
        ((("by",), "sources", ("id",)),),
    ),
    File(
        "casualties.csv",
        N_("Casualties: every figure of every claim"),
        N_(
            "A row is one outcome of one figure: a claim of three killed and ten injured has two rows. Rows must not "
            "be added up, since several may count the same people; the sums are in `totals.csv`."
        ),
        columns.CASUALTIES,
        (),
        ((("report", "claim"), "claims", ("report", "claim")), (("by",), "sources", ("id",))),
    ),
    File(
        "totals.csv",
        N_("Totals of each report, of each dossier and of the site"),
        N_(
            "A row is a total by the counting rules; where nobody was reported there is none. Totals must not be added "
            "up: an event that two reports tell is in the totals of both, and once in that of the site. Civilians, "
            "combatants and people of unknown status need not add up to `all`, since a figure of unknown status may "
            "count the same people again."
        ),
        columns.TOTALS,
    ),
    File(
        "events.csv",
        N_("Events with their dates, places and parties"),
        N_(
            "A row is an event, however many reports tell it. A point (WGS 84) is the middle of a place, not the spot "
            "where something happened. The codes of date and place are those of the Georeferenced Event Dataset of "
            "the Uppsala Conflict Data Program."
        ),
        columns.EVENTS,
        ("event",),
    ),
    File(
        "sources.csv",
        N_("Sources and parties that make claims"),
        N_("A row is a source or a party that is the origin of a claim."),
        columns.SOURCES,
        ("id",),
    ),
    File(
        "links.csv",
        N_("Links: every address outside that the pages lead to"),
        N_(
            "A row is an address and a place where it stands. It leads to the `original` of a report or an `archive` "
            "copy of it, to the site of a `source`, to what a `text` links to, to a place in `geonames` or `wikidata`, "
            "or to the `licence` of the data."
        ),
        columns.LINKS,
        ("where", "what", "url"),
    ),
)

OTHERS = (
    File(
        "events.geojson",
        N_("Events for maps (GeoJSON)"),
        N_(
            "A feature is an event. Its properties are the columns of `events.csv` and these; lists are lists there, "
            "and what is unknown is `null`. Its geometry is the point of its place or the points of its places, and "
            "`null` where none of them has a point."
        ),
        columns.PROPERTIES,
    ),
    File(
        "casualties.hxl.csv",
        N_("Casualties with HXL hashtags"),
        N_(
            "The rows of `casualties.csv`, and between heading and rows the hashtags of the Humanitarian Exchange "
            "Language (HXL 1.1)."
        ),
    ),
    File(
        "datapackage.json",
        N_("Data package"),
        N_(
            "Describes the tables to programs (Data Package, version 2): their columns, types, keys, sizes and SHA-256 "
            "sums. The `frictionless` program checks the tables by it."
        ),
    ),
)

OF_A_REPORT = (
    File(
        "reports/<slug>.json",
        N_("One report, whole"),
        N_(
            "The report’s titles, summaries, provenance and corrections, its rows of the tables, and its marks. Lists "
            "are lists there, and what is unknown is `null`. A mark has:"
        ),
        columns.MARKS,
    ),
    File(
        "reports/<slug>.<lang>.txt",
        N_("The plain text of a report in a language"),
        N_("Each heading, paragraph, item of a list, quotation or cell of a table is a line."),
    ),
    File(
        "reports/<slug>.original.txt",
        N_("The text that a report was made from"),
        N_("As the source had it, byte for byte. Only where the editors publish it."),
    ),
    File(
        "reports/<slug>.annotations.jsonld",
        N_("The marks of a report as annotations of its plain text"),
        N_(
            "An annotation for each mark in both languages, in the Web Annotation Data Model of the W3C: the exact "
            "words with what stands around them, their place in the plain text in characters, where they stand on the "
            "page, and what they are about: a claim, an event, an entry of the registry, a date, a correction."
        ),
    ),
)
