"""Runs Pelican so that it fails when something fails. The only place that knows how Pelican is started."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pelican
import pelican.log
from pelican import signals
from pelican.settings import read_settings as read_pelican_settings

from briefings.rendering import Mapped
from reports.model import Words

from . import progress
from .messages import BuildFailed, number
from .verifying import theme_files

log = logging.getLogger(__name__)


UNNAMED = Words("", "")


@dataclass(frozen=True, slots=True)
class Made:
    """What a run says it made: names of files, relative to the output folder; and the site's name and address."""

    written: frozenset[str]
    copied: Mapping[str, Path]
    warnings: int = 0
    site_name: Words = UNNAMED
    address: str = ""
    unfinished: tuple[str, ...] = ()
    incomplete: tuple[str, ...] = ()

    @property
    def pages(self) -> int:
        return sum(name.endswith(".html") for name in self.written)


class StrictPelican(pelican.Pelican):
    """Pelican, but a plugin that cannot start or an error that is logged ends the build.

    Pelican itself would log both, go on without, and call it a success. Raises ``BuildFailed``.
    """

    def __init__(self, settings: dict[str, Any]) -> None:
        self.generators: list[object] = []
        self._errors = _ErrorCounter()
        # `-d` would empty the folder of the last good site before it is known whether there will be another.
        settings["DELETE_OUTPUT_DIRECTORY"] = False
        self._counting(lambda: super(StrictPelican, self).__init__(settings))

    def run(self) -> None:
        """Run all generators; they are in ``generators`` afterwards."""
        signals.all_generators_finalized.connect(self._remember)
        try:
            self._counting(super().run)
        finally:
            signals.all_generators_finalized.disconnect(self._remember)

    def _remember(self, generators: Iterable[object]) -> None:
        self.generators = list(generators)

    def _counting(self, step: Callable[[], None]) -> None:
        root = logging.getLogger()
        root.addHandler(self._errors)
        try:
            step()
        finally:
            root.removeHandler(self._errors)
        if self._errors.count:
            count = number(self._errors.count, "error")
            raise BuildFailed(f"The build logged {count} (see above), so nothing is published.")


class _ErrorCounter(logging.Handler):
    """Counts what is logged as an error or worse."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1


def public_address(siteurl: str) -> str:
    """The address of a site as it was given, checked, without a slash at its end. Raises ``BuildFailed``."""
    try:
        parts = urlsplit(siteurl.strip())
        port_is_right = parts.port is None or parts.port > 0
    except ValueError:
        raise BuildFailed(f"SITEURL={siteurl} is no address. {_ADDRESS_HINT}") from None
    if parts.scheme not in ("http", "https") or not parts.hostname or not port_is_right:
        raise BuildFailed(f"SITEURL={siteurl} is no address of a site. {_ADDRESS_HINT}")
    odd = [char for char in siteurl.strip() if char.isspace() or not char.isprintable() or char in "<>\"'\\^`{|}"]
    if odd:
        raise BuildFailed(f"SITEURL={siteurl!a} has characters that no address has. {_ADDRESS_HINT}")
    if parts.query or parts.fragment or parts.username is not None:
        raise BuildFailed(f"SITEURL={siteurl} has more than a site's address needs. {_ADDRESS_HINT}")
    return siteurl.strip().rstrip("/")


_ADDRESS_HINT = "Write it like https://example.org/briefings."


def read_settings(
    project: Path, content: Path, output: Path, siteurl: str = "", pdf: bool = False, mapped: Mapped | None = None
) -> dict[str, Any]:
    """The project's settings for this content and output.

    They are those of publishconf.py when there is a public address, else those of pelicanconf.py; ``PDF`` says whether
    the pages lead to PDFs of them, and ``MAPPED`` renders them elsewhere. Raises
    ``BuildFailed`` for an address that is none, and whatever the settings file itself raises.
    """
    name = "pelicanconf.py"
    if siteurl:
        os.environ["SITEURL"] = siteurl  # where publishconf.py looks for it, also for plain Pelican
        name = "publishconf.py"
    override = {
        "PATH": str(content),
        "OUTPUT_PATH": str(output),
        "PDF": pdf,
        "PROGRESS": progress.report,
        "MAPPED": mapped,
    }
    settings: dict[str, Any] = read_pelican_settings(str(project / name), override=override)
    return settings


def run_pelican(settings: dict[str, Any]) -> Made:
    """Let Pelican make the site into ``OUTPUT_PATH``, and say what should be there now.

    A generator says what it writes in ``written``, by name, what it warns of in ``warnings``, whose site that is in
    ``site_name`` and ``address``, and which drafts and entries have errors in ``unfinished`` and ``incomplete``. Raises
    ``BuildFailed`` when none wrote anything, or something logged an error, and what generators raise.
    """
    quiet, pelican.log.console.quiet = pelican.log.console.quiet, True
    try:
        run = StrictPelican(settings)
        run.run()
    finally:
        pelican.log.console.quiet = quiet
    written = frozenset(name for generator in run.generators for name in getattr(generator, "written", ()))
    if not written:
        raise BuildFailed("No page was written: is `briefings.plugin` among PLUGINS in pelicanconf.py?")
    warnings = sum(len(getattr(generator, "warnings", ())) for generator in run.generators)
    of_site = {
        name: getattr(generator, name)
        for generator in run.generators
        for name in ("site_name", "address", "unfinished", "incomplete")
        if hasattr(generator, name)
    }
    return Made(written, theme_files(settings), warnings, **of_site)
