"""Corpora of any size, made of the reports that come with the project; and the same texts as plain Markdown.

    write_corpus(tmp_path / "content", 100)

The first reports are the project's own. When these are used up, each comes again, twelve weeks earlier than the last time,
so on the same days of the week, under another slug and with another title. A report stands behind those that it names,
so every corpus holds all that its reports name.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
LANGUAGES = ("ar", "en")

#: Values that are dates or spans of time, in records and dossiers; and marks of dates, in texts.
_DATED = re.compile(r"(\b(?:published|retrieved|when|as-of|period|on|from|to)[:=]\s*)([^\s,}]+)")
_DATE = re.compile(r"\b(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)")
_SLUG = re.compile(r"\d{4}-\d{2}-\d{2}-[a-z0-9-]+")
#: What must be of one event only.
_CODE = re.compile(r"(\b(?:code|former): )(.+)")

_FOOTNOTE = re.compile(r"\[(\^[^\]\s]+)\]")
_MARK = re.compile(r"\[([^\[\]]*)\]\{([^{}]*)\}")


def write_corpus(folder: Path, count: int, source: Path = PROJECT / "content") -> list[Path]:
    """Write a content with so many reports; give their folders."""
    folder.mkdir(parents=True)
    for name in ("registry", "pages"):
        shutil.copytree(source / name, folder / name)
    shutil.copy(source / "site.yaml", folder)
    order = _in_order({report.name: report for report in sorted((source / "reports").iterdir())})
    written: list[Path] = []
    for again in range(-(-count // len(order))):
        here = order[: count - len(written)]
        for report in here:
            written.append(folder / "reports" / _slug(report.name, again))
            _copy(report, written[-1], again)
        if len(here) == len(order):
            for dossier in sorted((source / "dossiers").iterdir()):
                _copy(dossier, folder / "dossiers" / (f"{dossier.name}-{again}" if again else dossier.name), again)
    return written


def _in_order(reports: Mapping[str, Path]) -> list[Path]:
    """The reports, each behind those that its record names."""
    ordered: dict[str, Path] = {}

    def put(slug: str) -> None:
        if slug not in ordered:
            for named in _SLUG.findall((reports[slug] / "record.yaml").read_text("utf-8")):
                if named in reports and named != slug:
                    put(named)
            ordered[slug] = reports[slug]

    for slug in reports:
        put(slug)
    return list(ordered.values())


def _copy(source: Path, target: Path, again: int) -> None:
    """A report or dossier as it comes for the second time, the third …"""
    target.mkdir(parents=True)
    for file in sorted(source.iterdir()):
        text = file.read_text("utf-8")
        if again:
            text = _SLUG.sub(lambda found: _slug(found[0], again), text)
            text = _DATED.sub(lambda found: found[1] + _earlier(found[2], again), text)
            text = _CODE.sub(lambda found: found[1] + re.sub(r"[\w-]+", rf"\g<0>-{again}", found[2]), text)
            text = re.sub(r"\A(Title: .*)", rf"\1 ({again})", text)
        (target / file.name).write_text(text, "utf-8")


def _slug(slug: str, again: int) -> str:
    return f"{_earlier(slug, again)}-{again}" if again else slug


def _earlier(text: str, times: int) -> str:
    """A text with its dates so many times twelve weeks earlier; a month becomes that of its first day."""

    def moved(found: re.Match[str]) -> str:
        day = date(int(found[1]), int(found[2]), int(found[3] or 1)) - timedelta(weeks=12 * times)
        return f"{day:%Y-%m-%d}" if found[3] else f"{day:%Y-%m}"

    return _DATE.sub(moved, text)


def plain_texts(reports: list[Path], header: Callable[[str, str, str, str], str], folder: Path) -> Iterator[Path]:
    """The texts of reports without marks, each in a file of its own below a folder for its language.

    ``header`` makes what stands above a text of its title, summary, slug and language.
    """
    for report in reports:
        for lang in LANGUAGES:
            head, _, text = (report / f"{lang}.md").read_text("utf-8").partition("\n\n")
            given = dict(line.split(": ", 1) for line in head.splitlines())
            file = folder / lang / f"{report.name}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            above = header(given["Title"], given["Summary"], report.name, lang)
            file.write_text(f"{above}\n{without_marks(text)}", "utf-8")
            yield file


def without_marks(text: str) -> str:
    """Markdown without the marks of a report; what is redacted goes with its mark."""
    text = _FOOTNOTE.sub("\ue000\\1\ue001", text)
    found = 1
    while found:
        text, found = _MARK.subn(lambda mark: "█" if ".redacted" in mark[2] else mark[1], text)
    return text.replace("\ue000", "[").replace("\ue001", "]")
