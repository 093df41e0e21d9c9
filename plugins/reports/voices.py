"""Whose word a claim is, and which of two came later: what rule 6 of the counting rules asks of a record.

Checks ask it of what is being read, ``findings`` of what is published, so it stands here once.
"""

from __future__ import annotations

from datetime import UTC, datetime

from .edtf import EdtfDate
from .model import Claim, Document, Record, Registry


def speakers(record: Record, claim: Claim) -> tuple[str, ...]:
    """Who says it: its ``by``; else the publishers of the documents in which it was read, else of its report.

    Ids of sources or actors, each once; none for a claim that is unattributed.
    """
    if claim.unattributed:
        return ()
    publishers = (document.publisher for document in read_in(record, claim))
    return tuple(dict.fromkeys(claim.by or publishers)) or (record.publisher,)


def read_in(record: Record, claim: Claim) -> list[Document]:
    """The documents in which a claim was read; none where that is the report itself."""
    return [record.documents[id] for id in claim.documents if id in record.documents]


def origins(registry: Registry, slug: str, record: Record, claim: Claim) -> frozenset[str]:
    """The origins of a claim of the report ``slug``: its speakers, sources taken to the top of their ``part-of`` chain.

    An unattributed claim is an origin of its own, by its key ``slug/id``. Source: report format, *How casualties are
    counted*.
    """
    if claim.unattributed:
        return frozenset({f"{slug}/{claim.id}"})
    return frozenset(origin_of(registry, speaker) for speaker in speakers(record, claim))


def origin_of(registry: Registry, speaker: str) -> str:
    """The origin that a source or actor is a voice of: the source at the top of its ``part-of`` chain, else itself."""
    return registry.voices_above(speaker)[-1] if speaker in registry.sources else speaker


def is_later(record: Record, claim: Claim, other_record: Record, other: Claim) -> bool:
    """Whether a claim gives a time at which it was said that begins after that of another ends (rule 6)."""
    begins = claim.as_of.begins if claim.as_of else None
    ended = said_at(other_record, other).ends
    return begins is not None and ended is not None and ended <= begins


def said_at(record: Record, claim: Claim) -> EdtfDate:
    """When a claim was made at the latest: its ``as-of``; else when the documents were published in which it was read,
    of several the last; else when its report was.
    """
    if claim.as_of:
        return claim.as_of
    dates = [document.published for document in read_in(record, claim)]
    known = [date for date in dates if date] or [record.published]
    return max(known, key=lambda date: date.ends or datetime.max.replace(tzinfo=UTC))
