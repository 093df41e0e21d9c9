"""Pelican's door into the house, and all that this room knows of Pelican: `pelican content -s pelicanconf.py`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator

from .build import Build, Options, unseen, write


def register() -> None:
    """Tell Pelican of the generator."""
    signals.get_generators.connect(_generators)


def _generators(pelican: object) -> type[Generator]:
    return BriefingGenerator


def options(settings: Mapping[str, Any]) -> Options:
    """What Pelican's settings and the environment ask of a build.

    ``PDF``, ``PROGRESS`` and ``MAPPED`` are set by `make`.
    """
    key = os.environ.get("PROVENANCE_KEY")
    return Options(
        address=settings["SITEURL"],
        pdf=settings.get("PDF", False),
        key=Path(key) if key else None,
        templates=tuple(settings["THEME_TEMPLATES_OVERRIDES"]),
        cache=Path(settings["CACHE_PATH"]),
        progress=settings.get("PROGRESS", unseen),
        mapped=settings.get("MAPPED"),
        shared=Path(settings["OUTPUT_PATH"]),
    )


class BriefingGenerator(Generator):
    """Writes the whole site. ``written`` holds the path of every file of it, relative to the output folder.

    ``warnings`` are those of the content that was read; ``site_name`` and ``address`` are the site's; ``unfinished``
    are drafts that were left out for their errors, and ``incomplete`` entries of the registry that only they name.
    """

    def generate_context(self) -> None:
        """Read and check everything; a problem in the content or the catalogues ends the build here, before writing.

        Raises ``reports.ContentErrors`` or ``bilingual.CatalogueError``.
        """
        self.build = Build(Path(self.path), Path(self.theme), options(self.settings))
        self.warnings, left_out = self.build.warnings, self.build.unfinished
        self.unfinished, self.incomplete = left_out.reports, left_out.entries
        self.site_name, self.address = self.build.site.settings.name, self.build.site.address

    def generate_output(self, writer: object) -> None:
        """Write pages, images, data files, feeds, fonts and what crawlers read below the output folder.

        Raises ``reports.ContentErrors`` where that takes longer than it may.
        """
        with self.build.making():
            self.written = write(self.build.files(), Path(self.output_path))
