"""Every key of a content's YAML files, in tables: what it is called, what can stand there, and what it means.

The readers take their keys from here, and ``json_schema`` makes of it what editors complete and explain by.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from . import model
from .attachments import KINDS


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a file.

    ``kind`` says what can stand there: ``json_schema`` has each. ``words`` is its vocabulary, ``of`` its own keys where
    it has some; where it is ``several``, a list can stand there, or one bare value.
    """

    key: str
    kind: str
    what: str
    words: tuple[str, ...] = ()
    of: Table = ()
    several: bool = False
    required: bool = False


Table = tuple[Field, ...]


def keys(table: Iterable[Field]) -> list[str]:
    """The keys of a table, in their order."""
    return [field.key for field in table]


def required(table: Iterable[Field]) -> list[str]:
    """The keys that cannot be left out."""
    return [field.key for field in table if field.required]


_ACKNOWLEDGED = Field(
    "acknowledged", "acknowledgement", "Warnings that somebody has looked at, by their codes", several=True
)

DOCUMENT: Table = (
    Field("publisher", "id", "The source that published this document", required=True),
    Field("title", "text", "Its title, in its own language"),
    Field("lang", "language", "Its language (BCP 47); ar where nothing is said"),
    Field("url", "url", "Its address"),
    Field("archive", "url", "The address of an archived copy"),
    Field("published", "date", "When it was published (EDTF)"),
    Field("retrieved", "date", "When it was read"),
    Field("sha256", "sha256", "The SHA-256 of the archived copy"),
)

EVENT: Table = (
    Field("type", "word", "What kind of event it is", model.EVENT_TYPES, several=True),
    Field("when", "date", "When it happened, as exactly as that is known (EDTF)"),
    Field("where", "id", "The places where it happened", several=True),
    Field("point", "point", "Where exactly: latitude, longitude (WGS 84)"),
    Field("accuracy", "word", "How exactly the point is known", model.ACCURACIES),
    Field("actors", "id", "Who acted; the order names no aggressor", several=True),
    Field("weapon", "words", "The weapon, in words"),
    Field("target", "word", "What was hit", model.TARGETS, several=True),
    Field("attacks", "figure", "How many strikes, shells or raids are told as one event"),
    Field("grade", "word", "How sure the editors are of it; what is discounted is not counted", model.GRADES),
    Field("provisional", "flag", "The editors are not done with it"),
    Field("background", "flag", "It is told as background, and not counted in the totals of this report"),
    Field("part-of", "id", "The event of this record that has this one as a part"),
    Field("same-as", "reference", "The event of another report that this one is: <report-slug>/<id>"),
    Field("code", "code", "A code of the site’s own, unique in it"),
    Field("former", "code", "Ids or codes that it once had; they keep leading here", several=True),
    Field("note", "words", "The editors’ note: how this entry came about"),
    Field("title", "words", "Its title; the marked words, where none is given"),
)

CASUALTIES: Table = (
    *(
        Field(outcome, "figure", what)
        for outcome, what in zip(
            model.OUTCOMES,
            (
                "How many were killed",
                "How many were injured",
                "How many were killed or injured, where one number was given for both",
                "How many died of hunger, cold, illness or want of care that the conflict brought",
                "How many are missing",
                "How many were taken by force by who has no authority",
                "How many were arrested or are held by who claims some authority",
                "How many were displaced",
            ),
            strict=True,
        )
    ),
    Field("unit", "word", "What was counted; people where nothing is said", model.UNITS),
    Field("who", "word", "Their status; unknown where nothing is said", model.WHO),
    Field("of", "id", "The actors whose people they were", several=True),
    Field("part", "part", "A name for the people that this entry speaks of, where these are not all who were harmed"),
    Field("including", "including", "Some of these people: by sex and age, work or status, or fighters of an actor"),
    Field("blames", "id", "The actors that the claim holds responsible", several=True),
    Field("scope", "word", "One event’s, or those of a whole time; incident where nothing is said", model.SCOPES),
    Field("period", "date", "The time that a cumulative figure covers (EDTF)"),
    Field("where", "id", "The places; those of the event where none is said", several=True),
)

CLAIM: Table = (
    Field("by", "id", "Who says so first: sources or actors; without it, the report says so itself", several=True),
    Field("via", "steps", "Who relayed it, nearest to who said it first; a list in the list relayed it side by side"),
    Field("in", "id", "The documents in which it was read; the report itself where none is named", several=True),
    Field("words", "words-of-document", "The words of that document, by language"),
    Field("as-of", "date", "When it was said (EDTF)"),
    Field("updates", "reference", "The earlier claims that it replaces: <id> or <report-slug>/<id>", several=True),
    Field("first-count", "flag", "The speaker calls the number provisional"),
    Field(
        "identified",
        "word",
        "How the text identifies who says so; unattributed where it names nobody",
        (*model.IDENTIFIED, model.UNATTRIBUTED),
    ),
    Field("stance", "word", "What the claim does with what it says; asserts where nothing is said", model.STANCES),
    Field("denies", "reference", "The claims that it denies: <id> or <report-slug>/<id>", several=True),
    Field("denies-what", "word", "What it denies of them; number where nothing is said", model.DENIED),
    Field("quote", "word", "Whether the words are the speaker’s own; indirect where nothing is said", model.QUOTES),
    Field("reliability", "word", "The Admiralty system’s letter for the source", model.RELIABILITY),
    Field("credibility", "word", "The Admiralty system’s number for the information", model.CREDIBILITY),
    Field("about", "id", "The events of this record that it is about", several=True),
    Field("casualties", "items", "Figures, an entry for each group of people", of=CASUALTIES),
)

CORRECTION: Table = (
    Field("on", "date", "The day of the correction", required=True),
    Field("ar", "text", "What was corrected, in Arabic"),
    Field("en", "text", "What was corrected, in English"),
)

RECORD: Table = (
    Field("published", "date", "When the publisher published the report (EDTF)", required=True),
    Field("publisher", "id", "The source that published it", required=True),
    Field("url", "url", "The address of the original"),
    Field("archive", "url", "The address of an archived copy"),
    Field("retrieved", "date", "When it was read"),
    Field("sha256", "sha256", "The SHA-256 of the copy beside the report, or of the archived one"),
    Field("main", "id", "The event that the report is about; the first that is no background, where none is named"),
    Field("limits", "words", "One sentence on what the report could not see"),
    Field("documents", "entries", "What was read besides the report, each by an id", of=DOCUMENT),
    Field("events", "entries", "What happened, each event by an id", of=EVENT),
    Field("claims", "entries", "Who says what, each claim by an id", of=CLAIM),
    Field("corrections", "items", "What was corrected, the newest first", of=CORRECTION),
    _ACKNOWLEDGED,
)

_NAME = Field("name", "names", "Its name", required=True)
_ALIASES = Field("aliases", "aliases", "Other names and spellings")


def _kind(words: tuple[str, ...]) -> Field:
    return Field("kind", "word", "What kind it is of", words, required=True)


IDS: Table = (
    Field("geonames", "text", "Its number in GeoNames"),
    Field("wikidata", "text", "Its item in Wikidata"),
    Field("pcode", "text", "Its P-code"),
)

PLACE: Table = (
    _NAME,
    _ALIASES,
    _kind(model.PLACE_KINDS),
    Field("within", "id", "The place that contains it"),
    Field("point", "point", "Latitude, longitude (WGS 84)"),
    Field("ids", "table", "What it is called elsewhere", of=IDS),
    _ACKNOWLEDGED,
)

ACTOR: Table = (
    _NAME,
    _ALIASES,
    _kind(model.ACTOR_KINDS),
    Field("part-of", "id", "The actor of which it is a part"),
    Field("side", "side", "Its side in the conflict, a word that site.yaml names"),
    _ACKNOWLEDGED,
)

SOURCE: Table = (
    _NAME,
    _ALIASES,
    _kind(model.SOURCE_KINDS),
    Field("role", "names", "The role in which somebody speaks"),
    Field("part-of", "id", "The source whose voice it is; both are one origin"),
    Field("speaks-for", "id", "The actor that it speaks for"),
    Field("identified", "word", "How texts identify it", model.IDENTIFIED),
    Field("url", "url", "Its address"),
    _ACKNOWLEDGED,
)

SCOPE: Table = (
    Field("territory", "names", "The territory"),
    Field("period", "names", "The period"),
    Field("parties", "names", "The parties"),
    Field("which-harm", "names", "Which harm is in, and which is out"),
)

SITE: Table = (
    Field("name", "names", "What the site is called", required=True),
    Field("tagline", "names", "What it is, in a line"),
    Field("limits", "names", "One sentence that stands on every briefing: what the reports could not see"),
    Field("publisher", "names", "Who publishes the site"),
    Field("contact", "contact", "How to reach them: a mail address or the address of a page"),
    Field("scope", "table", "What the site covers", of=SCOPE),
    Field("funding", "names", "Who pays for it"),
    Field("url", "url", "The public address of the site"),
    Field("months", "word", "How Arabic pages name the months", model.MONTHS),
    Field("digits", "word", "Which digits Arabic pages write", model.DIGITS),
    Field("sides", "sides", "The sides of the conflict: a name for each word that actors have as their `side`"),
    Field("licence", "text", "Under which licence others may use the data: an id of SPDX, such as CC-BY-4.0"),
    Field("attachments", "word", "Files that reports can show besides photographs", KINDS, several=True),
    Field("published-originals", "slug", "Reports whose original.txt readers may have", several=True),
)

DOSSIER: Table = (
    Field("reports", "slug", "The reports that it brings together, by their slugs", several=True),
    Field("places", "id", "Places: reports with an event there are in it", several=True),
    Field("actors", "id", "Actors: reports with an event of theirs are in it", several=True),
    Field("from", "bound", "The first day, month or year"),
    Field("to", "bound", "The last day, month or year"),
    _ACKNOWLEDGED,
)
