"""What every column of the data files holds: said here once, for the data package, the page of the data and the
documentation.

Messages are English as a reader sees it; words between backticks are written as they stand in the files.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bilingual import N_
from findings.casualties import CLASSES
from reports import model

#: What the cells of a column are, for a reader.
KINDS = {
    "text": N_("Text"),
    "id": N_("Id"),
    "word": N_("One of these words"),
    "list": N_("List, joined by `;`"),
    "array": N_("List"),
    "number": N_("Whole number"),
    "truth": N_("`true` or `false`"),
    "day": N_("Day"),
    "date": N_("Date in EDTF"),
    "degrees": N_("Degrees"),
    "code": N_("Code"),
    "address": N_("Address"),
}

#: What ``links.csv`` says that an address leads to.
LINKED = ("original", "archive", "source", "text", "geonames", "wikidata", "licence")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it means, of which kind its cells are, and whether none of them is ever empty.

    ``words`` are all that a cell can hold, each with the vocabulary that has its label, empty where none has.
    """

    name: str
    means: str
    kind: str = "text"
    full: bool = False
    words: tuple[tuple[str, str], ...] = ()

    @property
    def choices(self) -> list[str]:
        """The words, each once."""
        return list(dict.fromkeys(word for _, word in self.words))


def _of(vocabulary: str, words: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((vocabulary, word) for word in words)


_REPORT = Column("report", N_("The report, by its slug"), "id", True)
_CLAIM = Column("claim", N_("The claim, by its id in the report"), "id", True)
_BY = Column(
    "by",
    N_("Who makes the claim: a source or a party; empty where the report says it itself, and where nobody is named"),
    "id",
)
_VIA = Column("via", N_("Who relayed the claim, nearest to its origin first"), "list")
_OUTCOME = Column("outcome", N_("What happened to the people"), "word", True, _of("outcome", model.OUTCOMES))
_OPEN = Column("open", N_("Whether the true number may be higher than `high`"), "truth", True)

CLAIMS = (
    _REPORT,
    _CLAIM,
    _BY,
    Column(
        "identified",
        N_("How the text identifies who makes the claim"),
        "word",
        True,
        _of("identified", (*model.IDENTIFIED, model.UNATTRIBUTED)),
    ),
    _VIA,
    Column("stance", N_("What the claim does with what it says"), "word", True, _of("stance", model.STANCES)),
    Column("quote", N_("Whether the words are the source’s own"), "word", True, _of("quote", model.QUOTES)),
    Column("events", N_("The events that the claim is about"), "list"),
    Column("origin_side", N_("The side that the claim’s origin speaks for; empty where it speaks for none")),
    Column("text_ar", N_("The words of the claim in the Arabic text; `[…]` stands between words from several places")),
    Column("text_en", N_("The words of the claim in the English text; empty where there is no translation")),
)

CASUALTIES = (
    _REPORT,
    _CLAIM,
    Column("event", N_("The event; a figure of a day or a period may have several, or none"), "list"),
    _OUTCOME,
    Column("who", N_("Whether the people were civilians or combatants"), "word", True, _of("who", model.WHO)),
    Column("of", N_("The party whose people they were; empty where the record names none"), "id"),
    Column("written", N_("The figure as the record has it, such as `400+` or `tens`"), "text", True),
    Column("low", N_("The least number that the figure can mean; empty where nobody counted"), "number"),
    Column("high", N_("The greatest number that the figure names; empty where nobody counted"), "number"),
    _OPEN,
    Column("approximate", N_("Whether the figure is not exact"), "truth", True),
    Column("including", N_("Whom the figure includes, such as `children=3`; never to be added to it"), "list"),
    Column(
        "scope",
        N_("Whether the figure is of one event, or of a day or a period and in no total"),
        "word",
        True,
        _of("scope", model.SCOPES),
    ),
    Column("period", N_("The time that a figure of a day or a period covers"), "date"),
    Column("where", N_("The places of the figure; where it has none of its own, those of its events"), "list"),
    Column("blames", N_("The parties that the claim holds responsible"), "list"),
    _BY,
    _VIA,
)

TOTALS = (
    Column(
        "scope_kind",
        N_("What the total is of: a `report`, a `dossier` or the whole `site`"),
        "word",
        True,
        _of("", ("report", "dossier", "site")),
    ),
    Column("scope_id", N_("The slug of the report or dossier; empty for the site"), "id"),
    _OUTCOME,
    Column("who", N_("Whose people are counted"), "word", True, _of("who", CLASSES)),
    Column("low", N_("The low end of the total; empty where nobody counted"), "number"),
    Column("high", N_("The high end of the total; empty where nobody counted"), "number"),
    _OPEN,
    Column("approximate", N_("Whether the total is not exact"), "truth", True),
    Column("contested", N_("Whether somebody denies a figure in it"), "truth", True),
    Column(
        "uncounted_events",
        N_("The number of events in which people were reported and nobody counted them"),
        "number",
        True,
    ),
    Column("events", N_("The number of events that have a counted figure in the total"), "number", True),
    Column("origins", N_("The number of independent origins of the counted figures in the total"), "number", True),
)

EVENTS = (
    Column("event", N_("The event: the slug of the report that declares it, and its id there"), "id", True),
    Column("reports", N_("The reports that tell the event, the declaring one first"), "list", True),
    Column("type", N_("What kind of event it is"), "word", True, _of("event-type", model.EVENT_TYPES)),
    Column("when", N_("When it happened"), "date", True),
    Column("earliest", N_("The first day on which it can have begun; empty where that is open"), "day"),
    Column("latest", N_("The last day on which it can have ended; empty where that is open"), "day"),
    Column("date_prec", N_("How exactly the date is known"), "code", True, _of("date-precision", "12345")),
    Column("places", N_("The places of the event"), "list"),
    Column("lat", N_("The latitude of its place; empty unless it has one place, and that has a point"), "degrees"),
    Column("lon", N_("The longitude of its place; empty unless it has one place, and that has a point"), "degrees"),
    Column(
        "where_prec",
        N_("How exactly the place is known; of several places, the least exact, and 2 at least"),
        "code",
        False,
        _of("place-precision", "123456"),
    ),
    Column("actors", N_("The parties that acted; their order names no aggressor"), "list"),
    Column(
        "grade",
        N_("How far the editors hold the event to be established; empty where they gave no grade"),
        "word",
        False,
        _of("grade", model.GRADES),
    ),
    Column(
        "origins",
        N_(
            "How many stand behind the event: the independent origins of the claims that do not deny it, or, where no "
            "claim is about it, the publishers of the reports that tell it"
        ),
        "number",
        True,
    ),
    Column("title_ar", N_("The event’s title in Arabic")),
    Column("title_en", N_("The event’s title in English; empty where there is no translation")),
)

SOURCES = (
    Column("id", N_("The source or party, by its id in the registry"), "id", True),
    Column(
        "kind",
        N_("What it is"),
        "word",
        True,
        _of("source-kind", model.SOURCE_KINDS) + _of("actor-kind", model.ACTOR_KINDS),
    ),
    Column("name_ar", N_("Its name in Arabic"), "text", True),
    Column("name_en", N_("Its name in English"), "text", True),
    Column("speaks_for", N_("The party that a source speaks for; empty where it speaks for none"), "id"),
    Column("claims", N_("The number of claims of which it is the origin"), "number", True),
    Column("reports", N_("The number of reports with such claims"), "number", True),
)

LINKS = (
    Column(
        "where",
        N_(
            "Where the address stands: the slug of a report or dossier, the id of an entry of the registry, or the "
            "name of a page"
        ),
        "id",
        True,
    ),
    Column("what", N_("What the address leads to"), "word", True, _of("", LINKED)),
    Column("url", N_("The address"), "address", True),
)

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
            "other outcome has the same five: `injured_low` and so on"
        ),
        "number",
    ),
    Column("killed_high", N_("The greatest number of people killed"), "number"),
    Column("killed_open", N_("Whether the true number may be higher than `killed_high`"), "truth"),
    Column("killed_approximate", N_("Whether the range is not exact"), "truth"),
    Column("killed_contested", N_("Whether somebody denies a figure in the range"), "truth"),
    Column("page_ar", N_("Where the event stands on an Arabic page"), "address", True),
    Column("page_en", N_("Where the event stands on an English page"), "address", True),
)

MARKS = (
    Column("lang", N_("The language of the marked words"), "text", True),
    Column("block", N_("The number of the block of the text that they stand in, from 1"), "number", True),
    Column("anchor", N_("The id of the words in the briefing page of their language"), "id", True),
    Column("ids", N_("What the words are about: claims and events of the report, entries of the registry"), "array"),
    Column("when", N_("The date that the words mean"), "date"),
    Column("sic", N_("What the words should have been, where the source has an error")),
    Column("redacted", N_("Whether a bar stands in place of the words"), "truth", True),
    Column("exact", N_("The marked words"), "text", True),
    Column("prefix", N_("Up to 32 characters before the words in their block")),
    Column("suffix", N_("Up to 32 characters after the words in their block")),
)
