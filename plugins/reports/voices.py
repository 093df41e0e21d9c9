"""Whose word a claim is, and which of two came later: what rule 6 of the counting rules asks of a record.

Checks ask it of what is being read, ``findings`` of what is published, so it stands here once.
"""

from __future__ import annotations

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
    """Whether a claim gives a time at which it was said that begins after that of another ends (rule 6).

    The other's time is its ``as-of``, else the days on which the documents were published in which it was read, else
    the day of its report.
    """
    begins = claim.as_of.begins if claim.as_of else None
    ends = [date.ends for date in _said(other_record, other)]
    return begins is not None and all(end is not None and end <= begins for end in ends)


def _said(record: Record, claim: Claim) -> list[EdtfDate]:
    """The dates that bound the time at which a claim was made; one at least."""
    if claim.as_of:
        return [claim.as_of]
    dates = [document.published for document in read_in(record, claim)]
    return [date for date in dates if date] or [record.published]
