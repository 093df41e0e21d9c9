"""Values as lines of YAML, in which nothing that a sheet says can become anything but words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def quoted(text: str) -> str:
    """Words as one value."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def by_language(words: Mapping[str, str]) -> str:
    """Words in each language as one value."""
    return "{" + ", ".join(f"{lang}: {quoted(text)}" for lang, text in words.items()) + "}"


def several(ids: Iterable[str]) -> str:
    """Ids as a list, one as itself."""
    ids = list(ids)
    return ids[0] if len(ids) == 1 else f"[{', '.join(ids)}]"


def lines(values: Mapping[str, str], indent: int) -> list[str]:
    """Keys and values, those without a value left out."""
    return [f"{' ' * indent}{key}: {value}" for key, value in values.items() if value]
