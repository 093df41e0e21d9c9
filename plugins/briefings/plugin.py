"""Pelican's door into the house, and all that this room knows of Pelican: `pelican content -s pelicanconf.py`."""

from __future__ import annotations

from pathlib import Path

from pelican import signals
from pelican.generators import Generator

from .build import Build, write


def register() -> None:
    """Tell Pelican of the generator."""
    signals.get_generators.connect(_generators)


def _generators(pelican: object) -> type[Generator]:
    return BriefingGenerator


class BriefingGenerator(Generator):
    """Writes the whole site. ``written`` holds the path of every file of it, relative to the output folder.

    ``warnings`` are those of the content that was read.
    """

    def generate_context(self) -> None:
        """Read and check everything; a problem in the content or the catalogues ends the build here, before writing.

        Raises ``reports.ContentErrors`` or ``bilingual.CatalogueError``.
        """
        self.build = Build(Path(self.path), Path(self.theme), self.settings)
        self.warnings = self.build.warnings

    def generate_output(self, writer: object) -> None:
        """Write pages, images, data files, feeds, fonts and what crawlers read below the output folder."""
        self.written = write(self.build.files(), Path(self.output_path))
