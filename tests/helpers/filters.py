"""Filters as readers make them, and what they choose by a second reading of the files themselves.

``PlainChoice`` knows YAML and calendars, and no code of ``reports`` or ``findings``.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from urllib.parse import urlencode

import yaml

from findings import Filter, Findings

OUTCOMES = ("killed", "injured", "killed-or-injured", "died", "missing", "abducted", "detained", "displaced")
#: What `including` knows besides actors.
WORDS = (
    "children women men girls boys elderly medics journalists aid-workers rescuers teachers students civilians "
    "combatants"
).split()
#: What a filter chooses by besides the time, and where that stands in ``Traits``.
NAMES = {"place": "places", "party": "parties", "type": "types", "outcome": "outcomes", "grade": "grades"}
Figure = tuple[str, str, int, str]


def random_filters(found: Findings, number: int, seed: int) -> list[Filter]:
    """None, each value by itself, and then as many as are asked for of several together; always the same ones.

    Half of the values are taken from one event or figure, so that not all filters choose nothing.
    """
    chance = random.Random(seed)
    traits = [*found.traits.values(), *found.figure_traits.values()]
    words = {
        name: sorted(set().union(*(getattr(one, attribute) for one in traits))) for name, attribute in NAMES.items()
    }
    days = sorted({day for one in traits for day in (one.first, one.last) if day})
    near = [day + timedelta(days=shift) for day in days for shift in (-1, 0, 1)]
    filters = [Filter(), *(Filter(**{name: word}) for name in NAMES for word in words[name])]
    for _ in range(number):
        model = chance.choice(traits)
        chosen: dict[str, object] = {}
        for name, attribute in NAMES.items():
            if chance.random() < 0.4:
                own = sorted(getattr(model, attribute))
                chosen[name] = chance.choice(own if own and chance.random() < 0.7 else words[name])
        start, end = sorted(chance.choices(near, k=2), reverse=chance.random() < 0.05)
        if chance.random() < 0.35:
            chosen["start"] = start
        if chance.random() < 0.35:
            chosen["end"] = end
        filters.append(Filter(**chosen))
    return filters


def query_of(choice: Filter) -> str:
    """The query of the address that asks for a filter."""
    given = [(name, getattr(choice, name)) for name in NAMES] + [("from", choice.start), ("to", choice.end)]
    return urlencode([(name, str(value)) for name, value in given if value is not None])


class PlainChoice:
    """What filters choose from the reports in a folder of content: keys of events, and names of cumulative figures."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self.registry = {
            id: entry
            for name in ("places", "actors")
            for id, entry in (self._read(content / "registry" / f"{name}.yaml") or {}).items()
        }
        self.records = {
            folder.name: self._read(folder / "record.yaml")
            for folder in sorted((content / "reports").iterdir())
            if "\nStatus: draft" not in (folder / "ar.md").read_text("utf-8")
        }

    def events(self, choice: Filter) -> set[str]:
        return {key for key, traits in self.of_events.items() if _fits(choice, *traits)}

    def figures(self, choice: Filter) -> set[Figure]:
        return {name for name, traits in self.of_figures.items() if _fits(choice, *traits)}

    @cached_property
    def of_events(self) -> dict[str, tuple]:
        found = {}
        for slug, record in self.records.items():
            for id, event in (record.get("events") or {}).items():
                if "same-as" in event:
                    continue
                key = f"{slug}/{id}"
                entries = [entry for _, entry, about in self._entries() if about == [key] and not _cumulative(entry)]
                places = _listed(event, "where") or [place for entry in entries for place in _listed(entry, "where")]
                parties = _listed(event, "actors") + [actor for entry in entries for actor in _parties(entry)]
                here = [key, *self._in(key)]
                told = [entry for _, entry, about in self._entries() if about[0:1] and about[0] in here]
                outcomes = {outcome for one in told if not _cumulative(one) for outcome in OUTCOMES if outcome in one}
                words = {
                    "place": self._up(places, "within"),
                    "party": self._up(parties, "part-of"),
                    "type": {*_listed(event, "type")},
                    "grade": {event.get("grade", "ungraded")},
                    "outcome": outcomes,
                }
                found[key] = (words, *_bounds(event["when"]))
        return found

    def _in(self, key: str) -> list[str]:
        """The events that are part of an event, directly or through others."""
        parts = [
            self._key(slug, id)
            for slug, record in self.records.items()
            for id, event in (record.get("events") or {}).items()
            if "part-of" in event and self._key(slug, event["part-of"]) == key
        ]
        return [each for part in parts for each in (part, *self._in(part))]

    @cached_property
    def of_figures(self) -> dict[Figure, tuple]:
        found = {}
        for (slug, claim, number), entry, about in self._entries():
            if not _cumulative(entry):
                continue
            events = [self.records[slug]["events"][id] for slug, id in (key.split("/") for key in about)]
            places = _listed(entry, "where") or [place for event in events for place in _listed(event, "where")]
            parties = _parties(entry) + [actor for event in events for actor in _listed(event, "actors")]
            for outcome in OUTCOMES:
                if outcome in entry:
                    words = {
                        "place": self._up(places, "within"),
                        "party": self._up(parties, "part-of"),
                        "type": {type for event in events for type in _listed(event, "type")},
                        "grade": {event.get("grade", "ungraded") for event in events},
                        "outcome": {outcome},
                    }
                    found[(slug, claim, number, outcome)] = (words, *_bounds(entry["period"]))
        return found

    def _entries(self) -> Iterable[tuple[tuple[str, str, int], dict, list[str]]]:
        """Every entry of casualties: whose it is, what it says, and the keys of the events of its claim."""
        for slug, record in self.records.items():
            for id, claim in (record.get("claims") or {}).items():
                about = [self._key(slug, event) for event in _listed(claim, "about")]
                for number, entry in enumerate(claim.get("casualties") or []):
                    yield (slug, id, number), entry, about

    def _key(self, slug: str, id: str) -> str:
        return self.records[slug]["events"][id].get("same-as", f"{slug}/{id}")

    def _up(self, ids: Iterable[str], way: str) -> set[str]:
        found = set()
        for id in ids:
            while id:
                found.add(id)
                id = self.registry[id].get(way)
        return found

    @staticmethod
    def _read(file: Path) -> dict:
        return yaml.load(file.read_text("utf-8"), yaml.BaseLoader)


def _fits(choice: Filter, words: dict[str, set[str]], first: str, last: str) -> bool:
    if any(getattr(choice, name) not in (None, *words[name]) for name in NAMES):
        return False
    return first <= (str(choice.end) if choice.end else "9") and last >= (str(choice.start) if choice.start else "")


def _cumulative(entry: dict) -> bool:
    return entry.get("scope") == "cumulative"


def _parties(entry: dict) -> list[str]:
    fighters = [group for group in entry.get("including", {}) if group not in WORDS]
    return _listed(entry, "of") + fighters + _listed(entry, "blames")


def _listed(holder: dict, name: str) -> list[str]:
    value = holder.get(name) or []
    return value if isinstance(value, list) else [value]


def _bounds(text: str) -> tuple[str, str]:
    """The first and last day of a date, as texts that sort; ``""`` and ``"9"`` where it is open."""
    first, _, last = text.partition("/") if "/" in text else (text, "", text)
    return ("" if first in ("", "..") else _moment(first)[0]), ("9" if last in ("", "..") else _moment(last)[1])


def _moment(text: str) -> tuple[str, str]:
    text = re.sub(r"[?~%]|T.*|-XX", "", text)
    if re.fullmatch(r"\d{4}-2[1-4]", text):
        year, begins = int(text[:4]), int(text[5:]) % 20 * 3
        after = date(year + 1, 3, 1) if begins == 12 else date(year, begins + 3, 1)
        return date(year, begins, 1).isoformat(), (after - timedelta(days=1)).isoformat()
    if "X" in text:
        return text.replace("X", "0") + "-01-01", text.replace("X", "9") + "-12-31"
    if len(text) == 4:
        return f"{text}-01-01", f"{text}-12-31"
    if len(text) == 7:
        year, month = map(int, text.split("-"))
        after = date(year + month // 12, month % 12 + 1, 1)
        return f"{text}-01", (after - timedelta(days=1)).isoformat()
    date.fromisoformat(text)
    return text, text
