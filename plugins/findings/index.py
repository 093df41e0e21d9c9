"""The site's events and claims by key, made once: what every finding starts from.

A key is ``<report-slug>/<id>``. An event that several reports tell (``same-as``) has one key, that of the report
that declares it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, TypeVar

from reports import voices
from reports.model import BAR, UNATTRIBUTED, Claim, Event, Mark, PublicReport, Registry, Site

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a claim comes from. ``id`` is a source or actor, or ``None`` for one that nobody names.

    ``key`` is what is counted: two claims with one key have one origin, however they were relayed.
    """

    key: str
    id: str | None


@dataclass(frozen=True, slots=True)
class PlacedClaim:
    """A claim in its report: ``key`` is ``slug/id``, ``about`` the keys of its events, ``identified`` as it holds.

    ``speakers`` are the sources and actors that say it, or the publisher of what it was read in; ``origins`` whose
    voices they are, each once. ``publishers`` published the documents in which it was read, or the report. ``sides``
    are those that its speakers speak for. ``denies`` and ``updates`` are keys of claims. ``ended`` is when the time
    ends at which it was made (rule 6); ``None`` where that is open.
    """

    key: str
    report: str
    claim: Claim
    speakers: tuple[str, ...]
    origins: tuple[Origin, ...]
    publishers: tuple[str, ...]
    identified: str
    sides: tuple[str, ...]
    about: tuple[str, ...]
    denies: tuple[str, ...]
    updates: tuple[str, ...]
    ended: datetime | None

    @property
    def origin_keys(self) -> frozenset[str]:
        """What is counted of its origins."""
        return frozenset(origin.key for origin in self.origins)


@dataclass(frozen=True, slots=True)
class ReportedEvent:
    """An event with every telling of it, as ``(report slug, id there)``, the declaring report's first."""

    key: str
    event: Event
    tellings: tuple[tuple[str, str], ...]

    @property
    def report(self) -> str:
        """The slug of the report that declares it."""
        return self.key.partition("/")[0]


def side_of(registry: Registry, actor: str | None) -> str | None:
    """The side of an actor: its own, else the nearest up its ``part-of`` chain, else the top of that chain.

    The last is the actor's id. Source: report format, *How casualties are counted*.
    """
    top, step = actor, actor
    while step:
        entry = registry.actors[step]
        if entry.side:
            return entry.side
        top, step = step, entry.part_of
    return top


def _can_be_folders(name: str) -> bool:
    """Whether a name can be that of folders: a code can have dots and strokes in it."""
    return all(part.strip(".") for part in name.split("/"))


class Made:
    """What was made of the same things before, by these findings or by those of the reading ``before``.

    What only older ones asked for is forgotten.
    """

    def __init__(self, before: Made | None = None) -> None:
        self._before: dict[Hashable, Any] = before._now if before else {}
        self._now: dict[Hashable, Any] = {}

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What has the key; it is made if there is none. The key says all that it is made of."""
        if key not in self._now:
            self._now[key] = self._before[key] if key in self._before else make()
        return self._now[key]  # type: ignore[no-any-return]


class Index:
    """Events and claims of the reports, by key. ``reports`` are in the site's order, newest first.

    What was ``made`` for an ``earlier`` reading with the same registry is taken where it would be the same.
    """

    def __init__(self, site: Site, earlier: Index | None = None) -> None:
        self.registry = site.registry
        self.made: Made = Made(earlier.made if earlier and earlier.registry is site.registry else None)
        self.reports: dict[str, PublicReport] = {report.slug: report for report in site.reports}
        self._marks: dict[tuple[str, str], dict[str, list[Mark]]] = {}

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each report in the site's order."""
        return {slug: number for number, slug in enumerate(self.reports)}

    @cached_property
    def mentions(self) -> dict[str, list[str]]:
        """The reports whose published words are marked with an entry of the registry, by its id."""
        found: dict[str, list[str]] = {}
        for slug, report in self.reports.items():
            marked = dict.fromkeys(id for text in report.texts.values() for mark in text.marks for id in mark.ids)
            for id in marked:
                if id in self.registry:
                    found.setdefault(id, []).append(slug)
        return found

    @cached_property
    def claims(self) -> dict[str, PlacedClaim]:
        return {claim.key: claim for report in self.reports.values() for claim in self._placed(report)}

    @cached_property
    def events(self) -> dict[str, ReportedEvent]:
        declared: dict[str, Event] = {}
        tellings: dict[str, list[tuple[str, str]]] = {}
        for slug in sorted(self.reports):
            for id, event in self.reports[slug].record.events.items():
                key = self.event_key(slug, id)
                if event.same_as is None:
                    declared[key] = event
                    tellings.setdefault(key, []).insert(0, (slug, id))
                else:
                    tellings.setdefault(key, []).append((slug, id))
        return {key: ReportedEvent(key, event, tuple(tellings[key])) for key, event in declared.items()}

    @cached_property
    def moved(self) -> dict[str, str]:
        """Where an event stands that is asked for by another name: its key, by ``slug/`` and that name.

        These are the ids of other reports that tell it, and the code and former ids of the report that declares it. A
        name that an event has as its own leads there.
        """
        found: dict[str, str] = {}
        for key, event in self.events.items():
            ids = [f"{slug}/{id}" for slug, id in event.tellings[1:]]
            names = [f"{event.report}/{name}" for name in (event.event.code, *event.event.former) if name]
            found |= dict.fromkeys([*ids, *names], key)
        own = {key.casefold() for key in self.events}
        return {name: key for name, key in found.items() if name.casefold() not in own and _can_be_folders(name)}

    @cached_property
    def claims_by_report(self) -> Mapping[str, tuple[PlacedClaim, ...]]:
        return self._grouped((claim.report, claim) for claim in self.claims.values())

    @cached_property
    def claims_by_event(self) -> Mapping[str, tuple[PlacedClaim, ...]]:
        return self._grouped((key, claim) for claim in self.claims.values() for key in claim.about)

    def event_key(self, slug: str, id: str) -> str:
        """The key under which a report's event is known: its own, or that of the event it is the same as."""
        same_as = self.reports[slug].record.events[id].same_as
        return "/".join(same_as) if same_as else f"{slug}/{id}"

    def words(self, slug: str, id: str, lang: str) -> str | None:
        """The exact words that a report marks with an id; where it does so several times, each, parted by an ellipsis.

        A bar where all of them are redacted; ``None`` in a language that the report does not have.
        """
        if lang not in self.reports[slug].texts:
            return None
        return " […] ".join(mark.words for mark in self.marks(slug, lang).get(id, ())) or BAR

    def title(self, slug: str, id: str, lang: str) -> str | None:
        """A report's own title for its event: the record's, else its first marked words in that language.

        An event told elsewhere (``same-as``) falls back on the title of the report that declares it. ``None`` where
        the language has neither.
        """
        report = self.reports[slug]
        event = report.record.events[id]
        if event.title[lang]:
            return event.title[lang]
        if marks := self.marks(slug, lang).get(id):
            return marks[0].words
        return self.title(*event.same_as, lang) if event.same_as else None

    def marks(self, slug: str, lang: str) -> Mapping[str, list[Mark]]:
        """The marks of each id in a report's text, in order; none where it has no text in that language."""
        if (slug, lang) not in self._marks:
            found: dict[str, list[Mark]] = {}
            text = self.reports[slug].texts.get(lang)
            for mark in text.marks if text else ():
                for id in mark.ids:
                    found.setdefault(id, []).append(mark)
            self._marks[slug, lang] = found
        return self._marks[slug, lang]

    @staticmethod
    def _grouped(pairs: Iterable[tuple[str, PlacedClaim]]) -> dict[str, tuple[PlacedClaim, ...]]:
        groups: dict[str, list[PlacedClaim]] = {}
        for key, claim in pairs:
            groups.setdefault(key, []).append(claim)
        return {key: tuple(claims) for key, claims in groups.items()}

    def _placed(self, report: PublicReport) -> tuple[PlacedClaim, ...]:
        """The claims of a report: they follow from its record and the registry."""
        key = ("claims", report.slug, id(report.record))  # the record is held with them, so no other has its id
        return self.made.once(key, lambda: (report.record, tuple(self._place(report))))[1]

    def _place(self, report: PublicReport) -> Iterable[PlacedClaim]:
        record = report.record
        for claim in record.claims.values():
            speakers = voices.speakers(record, claim)
            keys = voices.origins(self.registry, report.slug, record, claim)
            named = {voices.origin_of(self.registry, speaker) for speaker in speakers}
            publishers = dict.fromkeys(record.documents[id].publisher for id in claim.documents)
            sides = (self._side(speaker) for speaker in speakers)
            yield PlacedClaim(
                f"{report.slug}/{claim.id}",
                report.slug,
                claim,
                speakers,
                tuple(Origin(key, key if key in named else None) for key in sorted(keys)),
                tuple(publishers) or (record.publisher,),
                self._identified(claim, speakers),
                tuple(sorted({side for side in sides if side})),
                tuple(dict.fromkeys(self.event_key(report.slug, id) for id in claim.about)),
                tuple("/".join(denied) for denied in claim.denies),
                tuple("/".join(earlier) for earlier in claim.updates),
                voices.said_at(record, claim).ends,
            )

    def _identified(self, claim: Claim, speakers: Sequence[str]) -> str:
        """How its originator is identified; of several, the first."""
        if claim.identified or not speakers:
            return claim.identified or UNATTRIBUTED
        source = self.registry.sources.get(speakers[0])
        if source and source.identified:
            return source.identified
        return "named" if source and source.kind in ("person", "witness", "expert") else "institution"

    def _side(self, speaker: str) -> str | None:
        source = self.registry.sources.get(speaker)
        return side_of(self.registry, source.speaks_for if source else speaker)

    @cached_property
    def parents(self) -> dict[str, str]:
        """The event that an event is a part of, by its key, whichever report says so."""
        found: dict[str, str] = {}
        for slug, report in self.reports.items():
            for id, event in report.record.events.items():
                if event.part_of:
                    found[self.event_key(slug, id)] = self.event_key(slug, event.part_of)
        return found

    @cached_property
    def parts(self) -> dict[str, tuple[str, ...]]:
        """The events that are directly part of an event, by its key."""
        found: dict[str, list[str]] = {}
        for part, whole in self.parents.items():
            found.setdefault(whole, []).append(part)
        return {whole: tuple(sorted(parts)) for whole, parts in found.items()}

    def parts_in(self, event: str) -> list[str]:
        """The events that are part of an event, directly or through others."""
        return [each for part in self.parts.get(event, ()) for each in (part, *self.parts_in(part))]

    @cached_property
    def updaters(self) -> dict[str, frozenset[str]]:
        """The claims that update a claim, directly or through others, by its key (rule 6)."""
        direct: dict[str, list[str]] = {}
        for claim in self.claims.values():
            for earlier in claim.updates:
                direct.setdefault(earlier, []).append(claim.key)
        found: dict[str, frozenset[str]] = {}
        for earlier in direct:
            seen, pending = set[str](), list(direct[earlier])
            while pending:
                step = pending.pop()
                if step not in seen:
                    seen.add(step)
                    pending += direct.get(step, ())
            found[earlier] = frozenset(seen)
        return found

    def is_background(self, event: str, slugs: Collection[str]) -> bool:
        """Whether every report of these that tells an event tells it as background (rule 1)."""
        told = [self.reports[slug].record.events[id] for slug, id in self.events[event].tellings if slug in slugs]
        return bool(told) and all(event.background for event in told)
