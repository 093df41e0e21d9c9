"""New entries as lines of the registry's files, with comments where somebody has to look."""

from __future__ import annotations

from collections.abc import Iterable

from .entries import FILES, Entries, New
from .yaml_lines import by_language, lines, quoted


def registry_text(entries: Entries, ids: Iterable[str]) -> dict[str, str]:
    """What is to be put below each file of the registry, by its name."""
    texts: dict[str, list[str]] = {file: [] for file in FILES}
    for id in ids:
        new = entries.new[id]
        texts[new.file].append(_entry(id, new))
    return {f"{file}.yaml": "\n".join(found) for file, found in texts.items() if found}


def _entry(id: str, new: New) -> str:
    comments = [
        *(["# name: not in Arabic"] if not new.name.ar else ["# name: not in English"] if not new.name.en else []),
        *(["# kind: not said in the sheet"] if new.guessed else []),
    ]
    aliases = ", ".join(f"{lang}: [{', '.join(map(quoted, some))}]" for lang, some in new.aliases.items())
    values = {
        "name": by_language(new.name.both),
        "aliases": f"{{{aliases}}}" if aliases else "",
        "kind": new.kind,
        **new.fields,
    }
    return "\n".join([*comments, f"{id}:", *lines(values, 2), ""])
