"""A record in the words of the report format: what ``record.yaml`` says, as a value for JSON.

What a record leaves out, or says as it would hold anyway, is left out here too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields

from reports.edtf import EdtfDate
from reports.figure_notation import Figure
from reports.model import Casualties, Claim, Document, Event, Record, Reference, Words

#: The keys of a claim or an event that are not called as in the model.
_KEYS = {"types": "type", "documents": "in"}


def record_data(record: Record) -> dict[str, object]:
    """The whole record, by the keys of the format. Lists are lists, also where the record has one bare value."""
    found: dict[str, object] = {
        "published": record.published.text,
        "publisher": record.publisher,
        "url": record.url,
        "archive": record.archive,
        "retrieved": record.retrieved and record.retrieved.text,
        "sha256": record.sha256,
        "main": record.main,
        "limits": record.limits and _value(record.limits),
        "documents": {id: _said(document) for id, document in record.documents.items()},
        "events": {id: _event(event) for id, event in record.events.items()},
        "claims": {id: _claim(claim) for id, claim in record.claims.items()},
        "corrections": [{"on": one.on.text, **_words(one.text)} for one in record.corrections],
    }
    return {key: value for key, value in found.items() if value}


def _event(event: Event) -> dict[str, object]:
    return _said(event, same_as=event.same_as and "/".join(event.same_as))


def _claim(claim: Claim) -> dict[str, object]:
    return _said(
        claim,
        via=[step[0] if len(step) == 1 else list(step) for step in claim.via],
        updates=_keys(claim.updates),
        denies=_keys(claim.denies),
        casualties=[_entry(entry) for entry in claim.casualties],
    )


def _entry(entry: Casualties) -> dict[str, object]:
    told = {outcome: figure.written for outcome, figure in entry.figures}
    return told | _said(entry, figures=None, including={part.group: part.figure.written for part in entry.including})


def _keys(references: Iterable[Reference]) -> list[str]:
    return ["/".join(reference) for reference in references]


def _said(one: Event | Claim | Casualties | Document, **instead: object) -> dict[str, object]:
    """What is not at its default, by the key of the format; ``instead`` has values that are written otherwise."""
    found = {}
    for field in fields(one):
        value = getattr(one, field.name)
        default = field.default if field.default_factory is MISSING else field.default_factory()
        value = instead.get(field.name, _value(value)) if value != default else None
        if field.name != "id" and value is not None:
            found[_KEYS.get(field.name, field.name.replace("_", "-"))] = value
    return found


def _value(value: object) -> object:
    """A value as the format writes it."""
    if isinstance(value, EdtfDate):
        return value.text
    if isinstance(value, Figure):
        return value.written
    if isinstance(value, Words):
        return _words(value)
    if isinstance(value, Mapping):
        return dict(value)
    return list(value) if isinstance(value, tuple) else value


def _words(words: Words) -> dict[str, str]:
    return {lang: text for lang in ("ar", "en") if (text := words[lang])}
