"""What reports say together that none says alone: one address in two, one event twice, a toll that falls, a grade that
its sources do not bear out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from .. import messages, voices
from ..crossing import Records, Reports, is_draft
from ..edtf import EdtfDate
from ..figure_notation import Figure
from ..model import Casualties, Claim, Event, Record, Reference, Registry
from ..nodes import Node
from ..record import RecordFile

_ADDRESSES = ("url", "archive")


def warn_across(reports: Reports, records: Records, registry: Registry) -> None:
    """Tell what is odd in reports beside one another, each at its place."""
    _warn_of_addresses(records)
    _warn_of_same_events(records)
    _warn_of_falling_tolls(records, registry)
    _warn_of_grades(reports, records, registry)


def _warn_of_addresses(records: Records) -> None:
    """One original in two reports."""
    first: dict[str, str] = {}
    for slug, file in records.items():
        for key in _ADDRESSES:
            address = getattr(file.record, key) if file.record else None
            if address is None:
                continue
            plain = (
                address.split("#")[0].removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
            )
            if first.setdefault(plain, slug) != slug and (node := file.addresses.get(key)):
                node.warning(messages.SAME_ADDRESS(key=key, slug=first[plain]))


def _warn_of_same_events(records: Records) -> None:
    """Two events of two reports, of one day, type and place, of which neither is said to be the other."""
    first: dict[_Kind, tuple[str, str]] = {}
    for slug, file in records.items():
        for id, kinds in file.once("kinds", [], partial(_kinds, file)):
            for kind in kinds:
                other = first.setdefault(kind, (slug, id))
                if other[0] != slug and id in file.events:
                    file.events[id].warning(messages.SAME_EVENT(id=id, other="/".join(other)))
                    break


#: The day of an event, what it was, and where.
_Kind = tuple[date, str, frozenset[str]]


def _kinds(file: RecordFile) -> list[tuple[str, list[_Kind]]]:
    """The events of a record whose day and place are known, and that no other report tells for it."""
    found = []
    for id, event in file.record.events.items() if file.record else ():
        day = event.when.exact_day if event.when else None
        if day and event.where and not event.same_as:
            found.append((id, [(day, type, frozenset(event.where)) for type in event.types]))
    return found


@dataclass(frozen=True, slots=True)
class _Toll:
    slug: str
    claim: Claim
    record: Record
    node: Node
    period: EdtfDate
    figure: Figure


def _warn_of_falling_tolls(records: Records, registry: Registry) -> None:
    """A cumulative toll that is lower than an earlier one of the same origins, people and beginning."""
    tolls: dict[tuple[object, ...], list[_Toll]] = defaultdict(list)
    for slug, file in records.items():
        for claim, entry, outcome, figure in _cumulative(file.record):
            if file.record is None or claim.id not in file.claims or entry.period is None:
                continue
            origins = voices.origins(registry, slug, file.record, claim)
            key = (
                origins,
                outcome,
                entry.unit,
                entry.who,
                frozenset(entry.of),
                entry.part,
                frozenset(entry.where),
                _start(entry.period),
            )
            tolls[key].append(_Toll(slug, claim, file.record, file.claims[claim.id], entry.period, figure))
    for some in tolls.values():
        for later in some:
            for earlier in some:
                if _falls(earlier, later):
                    id = earlier.claim.id if earlier.slug == later.slug else f"{earlier.slug}/{earlier.claim.id}"
                    later.node.warning(
                        messages.LOWER_TOLL(
                            id=later.claim.id, other=id, figure=later.figure.written, before=earlier.figure.written
                        )
                    )
                    break


def _cumulative(record: Record | None) -> Iterator[tuple[Claim, Casualties, str, Figure]]:
    for claim in record.claims.values() if record else ():
        for entry in claim.casualties:
            if entry.scope == "cumulative":
                for outcome, figure in entry.figures:
                    if figure.counted:
                        yield claim, entry, outcome, figure


def _start(period: EdtfDate) -> object:
    return (period.earliest.year, period.earliest.month) if period.earliest else None


def _falls(earlier: _Toll, later: _Toll) -> bool:
    ended, ends = earlier.period.latest, later.period.latest
    if ended is None or ends is None or ended >= ends or later.figure.open or later.figure.high is None:
        return False
    return bool(earlier.figure.low and later.figure.high < earlier.figure.low)


def _warn_of_grades(reports: Reports, records: Records, registry: Registry) -> None:
    """A grade that the number of separate origins of an event's claims does not bear out."""
    origins: dict[tuple[str, str], set[str]] = defaultdict(set)
    admitted: set[tuple[str, str]] = set()
    for slug, file in records.items():
        if not is_draft(records, slug):
            for declared, claimed, admits in file.once("origins", [registry], partial(_origins, slug, file, registry)):
                origins[declared] |= claimed
                if admits:
                    admitted.add(declared)
    for slug, file in records.items():
        parts = _parts(file)
        for id, event in file.record.events.items() if file.record else ():
            needs_several = event.grade in ("fair", "contested")
            needs_several |= event.grade == "confirmed" and (slug, id) not in admitted
            if not needs_several or id not in file.events:
                continue
            of_all = set().union(*(origins[slug, one] for one in _with_parts(id, parts)))
            if len(of_all) < 2:
                file.events[id].warning(messages.UNBORNE_GRADE(id=id, grade=event.grade or "", count=len(of_all)))


def _origins(slug: str, file: RecordFile, registry: Registry) -> list[tuple[Reference, frozenset[str], bool]]:
    """The events of which a report's claims tell, each with the origins of the claim, and whether it admits it."""
    if (record := file.record) is None:
        return []
    claims, found = record.claims, []
    for claim in claims.values():
        answered = [id for there, link in claim.denies if there == slug and link in claims for id in claims[link].about]
        origins = voices.origins(registry, slug, record, claim)
        admits = claim.stance in ("concedes", "claims-responsibility")
        for id in dict.fromkeys((*claim.about, *answered)):
            found.append((_declared(slug, id, record.events), origins, admits))
    return found


def _parts(file: RecordFile) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for id, event in file.record.events.items() if file.record else ():
        if event.part_of:
            found[event.part_of].append(id)
    return found


def _with_parts(id: str, parts: Mapping[str, list[str]]) -> list[str]:
    """An event and its parts, and theirs."""
    found = [id]
    for one in found:
        found += [part for part in parts.get(one, ()) if part not in found]
    return found


def _declared(slug: str, id: str, events: Mapping[str, Event]) -> tuple[str, str]:
    event = events.get(id)
    return event.same_as if event and event.same_as else (slug, id)
