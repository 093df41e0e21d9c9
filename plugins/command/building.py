"""Builds a site beside the old one, sees whether it is whole, and only then lets it take the old one's place.

Readers see the old site or the new one and never a mixture, whatever goes wrong and whenever.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import inspection
from reports.folders import time_to_make
from reports.timeout import TimedOut, time_limit

from . import progress
from .built import HEAVY, Built
from .listing import AS_IT_WAS
from .manifest import write_manifest
from .messages import BuildFailed, shown, trouble
from .pdf import print_pages
from .replacing import resolved, why_not
from .running import Made, public_address, read_settings, run_pelican
from .staging import locked, publish, staged
from .verifying import look_over, verify
from .whereabouts import PROGRAM, work_folder
from .workers import Workers, alone, cluster, cores, processes


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What is to be built: absolute paths, a public address or an empty text, whether with PDFs.

    Without an address the site has the one of its own settings. ``without`` names checks of ``inspection`` that the
    site need not pass. ``workers`` render its pages, and read them for the inspection.
    """

    content: Path
    output: Path
    siteurl: str = ""
    pdf: bool = False
    project: Path = PROGRAM
    without: frozenset[str] = frozenset()
    workers: Workers = alone


def order(
    content: str | None,
    output: str | None,
    siteurl: str | None = None,
    pdf: bool = False,
    project: Path = PROGRAM,
    without: str | None = None,
    workers: str | None = None,
    dask: str | None = None,
) -> BuildRequest:
    """What somebody asked for, with the project's own folders where nothing was. Raises ``BuildFailed``.

    ``without`` has names of checks, parted by blanks or commas; ``workers`` is how many processes work on it, ``dask``
    the address of a cluster that does. Paths may be relative to the current folder. An output
    that is a link stands for the folder it leads to.
    """
    return BuildRequest(
        resolved(content, work_folder(project) / "content"),
        resolved(output, work_folder(project) / "output"),
        public_address(siteurl) if siteurl else "",
        pdf,
        project,
        _checks(without or ""),
        cluster(dask) if dask else processes(_number(workers) if workers else cores()),
    )


def _number(workers: str) -> int:
    """How many processes are to work. Raises ``BuildFailed`` for what is no such number."""
    if not (workers.isascii() and workers.isdigit() and int(workers)):
        raise BuildFailed(f"WORKERS={workers} is no number of processes. Write it like WORKERS=2.")
    return int(workers)


def _checks(names: str) -> frozenset[str]:
    """Checks of ``inspection`` by their names. Raises ``BuildFailed`` for one that there is not."""
    found = frozenset(names.replace(",", " ").split())
    if unknown := found - {*inspection.CHECKS}:
        known = ", ".join(inspection.CHECKS)
        raise BuildFailed(f"WITHOUT= names {', '.join(sorted(unknown))}. There are: {known}.")
    return found


def refuse_unsafe(wanted: BuildRequest) -> None:
    """Raise ``BuildFailed`` for an order that would destroy something, or that reads what is not there."""
    content, output = wanted.content, wanted.output
    if not content.is_dir():
        raise BuildFailed(f"There is no content in {shown(content)}. Say where it is with CONTENT=.")
    if why := why_not(output, content, wanted.project):
        raise BuildFailed(f"No site can go into {shown(output)}: {why}. Name a new or empty folder with OUTPUT=.")


Run = Callable[[BuildRequest, Path], Made]


def run_order(wanted: BuildRequest, folder: Path) -> Made:
    """Make the site that was ordered in ``folder``, with Pelican, and print its PDFs if it is to have some."""
    with wanted.workers() as mapped:
        made = run_pelican(read_settings(wanted.project, wanted.content, folder, wanted.siteurl, wanted.pdf, mapped))
    if wanted.pdf:
        printed = print_pages(folder, made.written, made.site_name, made.address)
        made = replace(made, written=made.written | printed)
    return replace(made, written=made.written | {write_manifest(folder)})


def build(wanted: BuildRequest, run: Run = run_order) -> Built:
    """Build what was ordered and put it in its place; ``run`` makes the site in the folder that it is given.

    Whatever is raised, the site that was there before is still there. Raises ``BuildFailed`` for what people
    can mend, ``SiteIncomplete`` among it, ``Stopped`` when told to stop, and what ``run`` raises.
    """
    started = time.monotonic()
    refuse_unsafe(wanted)
    with progress.showing(), locked(wanted.output), staged(wanted.output) as folder:
        try:
            made = run(wanted, folder)
        except OSError as error:  # without a name where writing itself failed
            raise BuildFailed(f"{trouble(error, wanted.output.parent)} {AS_IT_WAS}") from error
        progress.report("checking the files", 0, 0)
        verify(folder, made.written, made.copied)
        progress.report("inspecting the site", 0, 0)
        names = made.written | made.copied.keys()
        with wanted.workers() as mapped, _in_time(wanted.content, made.pages):
            look_over(folder, wanted.content, made.address, names, wanted.without, mapped)
        refuse_unsafe(wanted)  # it may have become unsafe in the meantime
        heavy = _heavy(folder, made.written)
        publish(folder, wanted.output)
    seconds = time.monotonic() - started
    return Built(wanted.output, made.pages, seconds, made.warnings, heavy, made.unfinished, made.incomplete)


@contextmanager
def _in_time(content: Path, pages: int) -> Iterator[None]:
    """Within it, a site is looked over. Raises ``BuildFailed`` where that takes longer than any honest one."""
    seconds = time_to_make(content, pages)
    try:
        with time_limit(seconds):
            yield
    except TimedOut:
        raise BuildFailed(
            f"The site was made, but to look it over takes more than {seconds:.0f} seconds, so it is not published. "
            "Look for the largest pages that it would have, and split the content, see docs/publishers.md#large-sites."
        ) from None


def _heavy(folder: Path, names: Iterable[str]) -> dict[str, int]:
    """The pages that few readers could open, and how many bytes they have."""
    sizes = {name: (folder / name).stat().st_size for name in names if name.endswith(".html")}
    return {name: size for name, size in sizes.items() if size > HEAVY}
