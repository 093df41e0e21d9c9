"""``make same``: the door to events that look like one, and what is written when somebody says that they are."""

from __future__ import annotations

import re
from functools import reduce
from pathlib import Path
from tempfile import TemporaryDirectory

from reports import Problem, Registry
from reports.messages import Message
from reports.messages import suggestions as messages
from reports.problems import Problems
from reports.record import read_record
from reports.registry import read_registry
from reports.settings import read_settings

from .same_as import which_stays, written
from .same_events import Found, Pair, same_events
from .told_of import Events
from .written_files import write_all


def list_same(content: Path) -> list[tuple[str, Problem]]:
    """Pairs of events that look like one, each with the key by which it is answered. Raises ``ContentErrors`` where the
    registry cannot be read."""
    registry = _registry(content)
    pairs = same_events(registry, Events(content, registry).declared.values())
    return [(pair.key, _told(content, pair)) for pair in pairs]


def say_same(content: Path, key: str) -> Problem:
    """Write ``same-as`` for a pair: into the event of the later report, unless others name that one. Says what was
    written, or why nothing was."""
    registry = _registry(content)
    events = Events(content, registry)
    pair = next((pair for pair in same_events(registry, events.declared.values()) if pair.key == key), None)
    if pair is None:
        return Problem(content, 1, 1, messages.NO_PAIR(key=key), "open")
    both = which_stays(pair, events.named)
    if both is None:
        one, other = ("/".join(found.key) for found in (pair.first, pair.second))
        return Problem(*_place(content, pair.second), messages.BOTH_ARE_NAMED(one=one, other=other), "open")
    goes, stays = both
    path = _record(content, goes)
    text = written(path.read_text("utf-8"), goes.id, stays.key)
    _hold(text, goes.slug, registry)
    write_all({path: text})
    said = messages.SAME_AS_WRITTEN(one="/".join(goes.key), other="/".join(stays.key))
    return Problem(*_place(content, goes), said, "written")


def _registry(content: Path) -> Registry:
    problems = Problems()
    registry = read_registry(content / "registry", problems, read_settings(content, Problems()).check_side)
    problems.raise_if_any()
    return registry


def _hold(text: str, slug: str, registry: Registry) -> None:
    """Raise ``ContentErrors`` where a record as it would be written is none."""
    problems = Problems()
    with TemporaryDirectory() as folder:
        path = Path(folder, "record.yaml")
        path.write_text(text, "utf-8")
        read_record(path, slug, registry, problems)
    problems.raise_if_any()


def _record(content: Path, found: Found) -> Path:
    return content / "reports" / found.slug / "record.yaml"


def _place(content: Path, found: Found) -> tuple[Path, int, int]:
    """Where an event stands in its record."""
    path = _record(content, found)
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if match := re.match(rf"[ \t]+(?={re.escape(found.id)}:)", line):
            return path, number, match.end() + 1
    return path, 1, 1


def _told(content: Path, pair: Pair) -> Problem:
    one, other = ("/".join(found.key) for found in (pair.first, pair.second))
    said = messages.SAME_PAIR(
        key=pair.key, one=one, other=other, reasons=_listed(pair.for_it), doubts=_listed(pair.against)
    )
    return Problem(*_place(content, pair.second), said, "alike")


def _listed(several: list[Message]) -> Message:
    if not several:
        return messages.NOTHING_AGAINST()
    return reduce(lambda first, second: messages.AND_MORE(first=first, second=second), several)
