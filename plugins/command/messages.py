"""What the command line tells people: failures, paths, numbers. It needs no package, since `make clean` has none."""

from __future__ import annotations

from pathlib import Path

from briefings.failures import BuildFailed, printable, shown

__all__ = ["BuildFailed", "number", "printable", "shown", "trouble"]


def trouble(error: OSError, where: Path | None = None) -> str:
    """What the system refused, as a sentence: the path, else ``where`` it must have been, and the system's reason."""
    path = error.filename if isinstance(error.filename, str | Path) else where
    said = f"{shown(path)}: {error.strerror or error}." if path is not None else f"{error.strerror or error}."
    return printable(said)


def number(count: int, word: str) -> str:
    """A number and its English word: ``1 page``, ``34 pages``, ``no pages``."""
    return f"{count or 'no'} {word}{'' if count == 1 else 's'}"
