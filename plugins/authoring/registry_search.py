"""``make registry FIND=…``: entries of the registry by any of their names, where they are used, and which look like one
another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from itertools import combinations
from pathlib import Path

from reports import Problem, Registry
from reports.messages import suggestions as messages
from reports.model import Entry
from reports.problems import Problems
from reports.registry import read_registry
from reports.settings import read_settings
from words.letters import fold

#: Words that say what a place or a party is, and are no part of what tells it from others.
_KINDS = frozenset(
    map(
        fold,
        "حي مدينة بلدة قرية مخيم محافظة ولاية منطقة ناحية city town village camp district neighbourhood governorate "
        "province area the of".split(),
    )
)
_JOINED = re.compile("^[وفبلك](?=..)")
_WORD = re.compile(r"\w+")
_LIKE = 0.8
#: A name of more letters is held against others as it is: each of its letters would be another name to keep.
_LONGEST = 100
#: So many places where an entry is used are named.
_MOST = 5


def search(content: Path, wanted: str) -> list[Problem]:
    """The entries that are called as is wanted, the nearest first, and those that look like one of them; where nothing
    is wanted, all that look alike. Raises ``ContentErrors`` where the registry cannot be read."""
    problems = Problems()
    registry = read_registry(content / "registry", problems, read_settings(content, Problems()).check_side)
    problems.raise_if_any()
    places = _lines(content, registry)
    alike = list(look_alike(registry))
    if not wanted.strip():
        return [_told_alike(one, other, registry, places) for one, other in alike]
    found = matching(registry, wanted)
    if not found:
        return [Problem(content / "registry", 1, 1, messages.NOT_FOUND(words=wanted), "found")]
    used = _uses(content, found)
    told = [_told(id, registry, places, used[id], content) for id in found]
    return told + [_told_alike(one, other, registry, places) for one, other in alike if {one, other} & {*found}]


def matching(registry: Registry, wanted: str) -> list[str]:
    """The ids of the entries whose id or name is that, has it as words, or is nearly it; the nearest first."""
    key = _plain(wanted)
    keys = {key, _plain(_JOINED.sub("", fold(wanted.strip())))}
    names = {id: {_plain(name) for name in (id, *names_of(registry[id]))} for id in registry}
    names = {id: some | {name.removeprefix("al ") for name in some} for id, some in names.items()}
    whole = [id for id in registry if names[id] & keys]
    part = [id for id in registry if id not in whole and any(_has(name, one) for name in names[id] for one in keys)]
    if whole or part:
        return whole + part
    every = {name: id for id, some in names.items() for name in some}
    return list(dict.fromkeys(every[name] for name in get_close_matches(key, every, 5, _LIKE)))


def _has(name: str, key: str) -> bool:
    return bool(key) and re.search(rf"(?<!\w)(?:ال)?{re.escape(key)}(?!\w)", name) is not None


def names_of(entry: Entry) -> Iterator[str]:
    """Every name of an entry, in both languages."""
    for lang in ("ar", "en"):
        if name := entry.name[lang]:
            yield name
        yield from entry.aliases.get(lang, ())


def _plain(name: str) -> str:
    """A name in the letters in which names are compared; hyphens part words as blanks do."""
    return " ".join(_WORD.findall(fold(name).replace("'", "").replace("’", "")))


def look_alike(registry: Registry) -> Iterator[tuple[str, str]]:
    """Two entries of one file whose names are the same but for a letter, an article or a word for what they are, and of
    which neither lies in the other or is a part of it."""
    for group in (registry.places, registry.actors, registry.sources):
        by_key: dict[str, set[str]] = defaultdict(set)
        for id, entry in group.items():
            for name in names_of(entry):
                for key in _keys(name):
                    by_key[key].add(id)
        told = {pair for ids in by_key.values() if 1 < len(ids) < 20 for pair in combinations(sorted(ids), 2)}
        yield from ((one, other) for one, other in sorted(told) if _are_apart(registry, group, one, other))


def _keys(name: str) -> set[str]:
    """What a name has in common with those that differ by one letter of a long word: all of it, and it without each."""
    words = [word.removeprefix("ال") for word in _plain(name).split() if word not in (*_KINDS, "al", "el")]
    if len("".join(words)) < 3:
        return set()
    keys = {"".join(words)}
    for number, word in enumerate(words if len("".join(words)) <= _LONGEST else ()):
        if len(word) > 4 and not any(letter.isdigit() for letter in word):
            for at in range(len(word)):
                keys.add("".join([*words[:number], word[:at], "?", word[at + 1 :], *words[number + 1 :]]))
    return keys


def _are_apart(registry: Registry, group: object, one: str, other: str) -> bool:
    """Whether two entries could be one: of one kind, and not one within the other."""
    if registry[one].kind != registry[other].kind:
        return False
    around = {
        id(registry.places): registry.around,
        id(registry.actors): registry.above,
        id(registry.sources): registry.voices_above,
    }[id(group)]
    if other in around(one) or one in around(other):
        return False
    # Two places of one name in two regions are two places.
    return group is not registry.places or set(around(one)[1:2]) == set(around(other)[1:2])


def _lines(content: Path, registry: Registry) -> dict[str, tuple[Path, int]]:
    """Where in the files of the registry each entry stands."""
    found: dict[str, tuple[Path, int]] = {}
    for name in ("places", "actors", "sources"):
        path = content / "registry" / f"{name}.yaml"
        text = path.read_text("utf-8") if path.exists() else ""
        for number, line in enumerate(text.splitlines(), 1):
            id = line.partition(":")[0].strip("\"'")
            if id in registry and not line.startswith((" ", "#")):
                found.setdefault(id, (path, number))
    return found


def _uses(content: Path, ids: Iterable[str]) -> dict[str, list[str]]:
    """Where entries are used: lines of records, and of texts with a mark of them."""
    used: dict[str, list[str]] = {id: [] for id in ids}
    one = "|".join(map(re.escape, sorted(used, key=len, reverse=True)))
    in_mark = re.compile(rf"\]\{{[^}}\n]*\.({one})(?![\w-])[^}}\n]*\}}")
    in_record = re.compile(rf"(?<![\w/.-])({one})(?![\w-])")
    for path in sorted(content.glob("*/*/*")):
        marks = path.suffix == ".md"
        if path.parts[-3] not in ("reports", "dossiers") or not (marks or path.suffix == ".yaml") or not path.is_file():
            continue
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1):
            found = (in_mark if marks else in_record).findall(line if marks else line.partition(" #")[0])
            for id in dict.fromkeys(found):
                used[id].append(f"{path.relative_to(content)}:{number}")
    return used


def _told(id: str, registry: Registry, places: dict[str, tuple[Path, int]], used: list[str], content: Path) -> Problem:
    entry = registry[id]
    path, line = places.get(id, (content / "registry", 1))
    names, most = tuple(names_of(entry)), tuple(used[:_MOST])
    if used:
        said = messages.ENTRY(id=id, kind=entry.kind, names=names, count=len(used), places=most)
    else:
        said = messages.ENTRY_UNUSED(id=id, kind=entry.kind, names=names)
    return Problem(path, line, 1, said, "found")


def _told_alike(one: str, other: str, registry: Registry, places: dict[str, tuple[Path, int]]) -> Problem:
    path, line = places.get(one, (Path("registry"), 1))
    names = (registry[one].name.ar or one, registry[other].name.ar or other)
    return Problem(path, line, 1, messages.LOOK_ALIKE(one=one, other=other, names=names), "alike")
