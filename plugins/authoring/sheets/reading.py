"""Which sheets are read: those of a file, or of all files of a folder."""

from __future__ import annotations

from pathlib import Path

from bilingual import Voices, load_voices
from reports import ContentErrors, Problem, messages
from reports.problems import Problems
from reports.settings import read_settings

from .separated import read_separated
from .tables import Table
from .workbooks import read_workbook

_SEPARATED, _WORKBOOKS = (".csv", ".tsv"), (".xlsx", ".xlsm")
#: What the names of sheets end with.
SUFFIXES = (*_SEPARATED, *_WORKBOOKS)
_PROJECT = Path(__file__).resolve().parents[3]


def read_sheets(path: Path) -> list[Table]:
    """The sheets of a file, or of all files of a folder that end as sheets do. Raises ``ContentErrors``."""
    files = sorted(file for file in path.iterdir() if _is_sheet(file)) if path.is_dir() else [path]
    if not files or not all(file.is_file() and _is_sheet(file) for file in files):
        raise ContentErrors([Problem(path, 1, 1, messages.NO_SHEET())])
    tables: list[Table] = []
    for file in files:
        tables += [read_separated(file)] if file.suffix.lower() in _SEPARATED else read_workbook(file)
    return tables


def is_of_sheets(path: Path) -> bool:
    """Whether a file is a sheet by its name, or a folder has one."""
    return any(map(_is_sheet, path.iterdir())) if path.is_dir() else _is_sheet(path)


def _is_sheet(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and not path.name.startswith((".", "~$"))


def load_sheet_voices(content: Path) -> Voices:
    """The two languages, with the names of months and the digits that a content has chosen."""
    settings = read_settings(content, Problems()).settings
    theme = _PROJECT / "themes" / "briefing"
    return load_voices(
        theme / "translations",
        theme / "templates",
        code=[_PROJECT / "plugins" / "briefings"],
        months=settings.months,
        digits=settings.digits,
    )
