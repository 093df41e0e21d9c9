"""Reports made in memory as the inspection counts them, which shares nothing with ``findings``.

What it needs to know is found here in the records themselves, and not by what ``findings`` makes of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from inspection.facts import Claim, Entry, Event
from inspection.times import time
from reports import model
from reports.model import Record, Site


class Told:
    """The facts of a site; see ``inspection.facts.Facts``.

    The scope ``dossier:d`` has the reports ``slugs``; ``choices`` are the events of scopes that are choices of them.
    """

    def __init__(self, site: Site, slugs: Collection[str] = ()) -> None:
        self.choices: dict[str, Collection[str]] = {}
        self._registry = site.registry
        self._records = {report.slug: report.record for report in site.reports}
        self._dossier = slugs
        self.claims = {
            f"{slug}/{claim.id}": self._claim(slug, record, claim)
            for slug, record in self._records.items()
            for claim in record.claims.values()
        }
        self.events = {key: self._event(key) for slug in self._records for key in self._declared(slug)}

    def side(self, actor: str) -> str:
        entry = self._registry.actors[actor]
        return entry.side or (self.side(entry.part_of) if entry.part_of else actor)

    def reports(self, scope: str) -> Collection[str]:
        return {"site": list(self._records), "dossier:d": self._dossier}.get(scope, [scope])

    def chosen(self, scope: str) -> Collection[str] | None:
        return self.choices.get(scope)

    def key(self, slug: str, event: str) -> str:
        """An event is known by the report that declares it."""
        return "/".join(self._records[slug].events[event].same_as or (slug, event))

    def _declared(self, slug: str) -> Iterator[str]:
        return (f"{slug}/{event.id}" for event in self._records[slug].events.values() if event.same_as is None)

    def _event(self, key: str) -> Event:
        tellings = [
            (slug, event)
            for slug, record in self._records.items()
            for event in record.events.values()
            if self.key(slug, event.id) == key
        ]
        wholes = [self.key(slug, event.part_of) for slug, event in tellings if event.part_of]
        discounted = any(event.grade == "discounted" for _, event in tellings if event.same_as is None)
        return Event(key, *wholes[:1], discounted=discounted, told={slug: event.background for slug, event in tellings})

    def _claim(self, slug: str, record: Record, claim: model.Claim) -> Claim:
        key, documents = f"{slug}/{claim.id}", [record.documents[id] for id in claim.documents]
        origins = claim.by or [document.publisher for document in documents] or [record.publisher]
        published = [document.published.text for document in documents if document.published]
        return Claim(
            key,
            slug,
            frozenset([key] if claim.identified == "unattributed" else map(self._whole_voice, origins)),
            time(claim.as_of.text if claim.as_of else max(published, default=record.published.text)),
            time(claim.as_of.text) if claim.as_of else None,
            tuple("/".join(updated) for updated in claim.updates),
            tuple("/".join(denied) for denied in claim.denies) if claim.denies_what != "responsibility" else (),
            tuple(self._entries(slug, claim)),
        )

    def _entries(self, slug: str, claim: model.Claim) -> Iterator[Entry]:
        told = ((number, entry) for number, entry in enumerate(claim.casualties) if len(claim.about) == 1)
        for number, entry in told:
            for outcome, figure in entry.figures:
                yield Entry(
                    number,
                    self.key(slug, claim.about[0]),
                    outcome,
                    figure.written,
                    entry.unit,
                    entry.who,
                    entry.of,
                    entry.part or "",
                    tuple((part.group, part.figure.written) for part in entry.including),
                    entry.scope == "cumulative",
                )

    def _whole_voice(self, speaker: str) -> str:
        source = self._registry.sources.get(speaker)
        return self._whole_voice(source.part_of) if source and source.part_of else speaker
