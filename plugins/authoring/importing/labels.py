"""What the labels, relations and values of tools mean in a report; an author's own file says more, or otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reports import messages
from reports.model import ACTOR_KINDS, OUTCOMES, PLACE_KINDS, SOURCE_KINDS
from reports.nodes import Node, compose
from reports.problems import Problems
from reports.slips import is_meant, says_no

from .annotated import Annotation

PLACE, ACTOR, SOURCE, DATE, EVENT, CLAIM, SIC, REDACTED = "place actor source date event claim sic redacted".split()
#: Labels of programs that say nothing that a report has: sentences, tokens, what parsers find.
NOTHING = "nothing"
KINDS_OF: Mapping[str, tuple[str, ...]] = {PLACE: PLACE_KINDS, ACTOR: ACTOR_KINDS, SOURCE: SOURCE_KINDS}
MEANINGS = (PLACE, ACTOR, SOURCE, DATE, EVENT, CLAIM, SIC, REDACTED, NOTHING)

_LABELS = {
    PLACE: "place location loc gpe fac facility placename settlement geo toponym مكان موقع",
    ACTOR: "actor party org organization organisation group norp belligerent armedgroup جهة طرف منظمة",
    SOURCE: "source src speaker person per outlet witness مصدر شخص",
    DATE: "date time timex timex3 timeexpression datetime تاريخ زمن",
    EVENT: "event conflictevent incident eventmention حدث واقعة",
    CLAIM: "claim statement assertion ادعاء رواية",
    SIC: "sic correction error",
    REDACTED: "redacted redact redaction محجوب محجوبة حجب للحجب",
    NOTHING: "sentence token lemma pos dependency paragraph div",
}
#: The roles that relations have in a record, of claims and of events.
BY, VIA, ABOUT, DENIES, UPDATES, WHERE, ACTORS = "by via about denies updates where actors".split()
ROLES = (BY, VIA, ABOUT, DENIES, UPDATES, WHERE, ACTORS)
_RELATIONS = {
    BY: "by saidby source speaker claimedby attributedto attribution author قاله",
    VIA: "via relayedby reportedby through نقله",
    ABOUT: "about concerns describes event عن",
    DENIES: "denies refutes contradicts ينفي",
    UPDATES: "updates replaces supersedes يحدث",
    WHERE: "where place location locatedin at occurredat مكان",
    ACTORS: "actors actor party agent participant طرف",
}
#: The values that a mark, an event or a claim can have.
VALUES = ("id", "when", "sic", "type", "stance", "quote", "who", *OUTCOMES)
_VALUES = {
    "id": "id identifier label ref key",
    "when": "when date value normalized normalised timexvalue edtf",
    "sic": "sic correction corrected",
    "type": "type eventtype subtype",
    "stance": "stance",
    "quote": "quote quotation",
    "who": "who status",
    **{outcome: outcome for outcome in OUTCOMES},
}


def _plain(label: str) -> str:
    """A label in the letters in which labels are compared."""
    return re.sub(r"[\W_]+", "", label).lower()


def _turned(table: Mapping[str, str]) -> dict[str, str]:
    return {_plain(label): meaning for meaning, labels in table.items() for label in labels.split()}


def _all_said(one: Annotation) -> Iterator[str]:
    """What an annotation says: its labels, what it has values of, these, and its notes."""
    yield from one.labels
    for name, value in one.values.items():
        if not says_no(value):
            yield from (name, value)
    yield from one.notes


@dataclass(slots=True)
class Labels:
    """What labels mean, and of which kind the entries of the registry are that they name."""

    labels: dict[str, str] = field(default_factory=lambda: _turned(_LABELS))
    kinds: dict[str, str] = field(default_factory=dict)
    relations: dict[str, str] = field(default_factory=lambda: _turned(_RELATIONS))
    values: dict[str, str] = field(default_factory=lambda: _turned(_VALUES))

    def meaning(self, one: Annotation) -> tuple[str, str] | None:
        """The first label of an annotation that means something, and what. What is redacted is that before all else,
        wherever the annotation says so."""
        known = [(label, self.labels[_plain(label)]) for label in one.labels if _plain(label) in self.labels]
        redacting = ((said, REDACTED) for said in _all_said(one) if self.labels.get(_plain(said)) == REDACTED)
        return next(redacting, None) or next(iter(known), None)

    def unsure(self, one: Annotation) -> str | None:
        """What an annotation says that is not known, and looks like a word for what is to be redacted."""
        return next((said for said in _all_said(one) if _plain(said) not in self.labels and is_meant(said)), None)

    def kind(self, label: str) -> str | None:
        """The kind that an entry has which this label names, if an author has said."""
        return self.kinds.get(_plain(label))

    def role(self, label: str) -> str | None:
        """What a relation says."""
        return self.relations.get(_plain(label))

    def value(self, name: str) -> str | None:
        """What a value says."""
        return self.values.get(_plain(name))


def read_labels(path: Path | None) -> Labels:
    """The labels that are known, with those that a file of an author's adds or changes.

    Raises ``ContentErrors`` with all that is wrong in it.
    """
    found = Labels()
    if path is None:
        return found
    problems = Problems()
    root = compose(path, problems)
    parts = root.fields(messages.THE_LABELS(), ("labels", "relations", "values")) if root else {}
    for key, node in parts["labels"].entries(messages.THE_LABELS()) if "labels" in parts else ():
        _read_label(found, str(key.node.value), node)
    for name, known, words in (("relations", found.relations, ROLES), ("values", found.values, VALUES)):
        for key, node in parts[name].entries(messages.THE_LABELS()) if name in parts else ():
            if meaning := node.word(messages.A_MEANING(), words):
                known[_plain(str(key.node.value))] = meaning
    problems.raise_if_any()
    return found


def _read_label(found: Labels, label: str, node: Node) -> None:
    """``Militia: actor``, or ``Militia: {is: actor, kind: political-militia}``."""
    given = node.fields(messages.A_LABEL(), ("is", "kind"), ("is",)) if node.is_mapping else {"is": node}
    meaning = given["is"].word(messages.A_MEANING(), MEANINGS) if "is" in given else None
    if meaning is None:
        return
    found.labels[_plain(label)] = meaning
    if "kind" in given and (kind := given["kind"].word(messages.KIND(), KINDS_OF.get(meaning, ()))):
        found.kinds[_plain(label)] = kind
