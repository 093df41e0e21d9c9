"""The Pelican generator: reads the content folder, thinks it through once, and writes every page and file."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from pelican.generators import Generator

from bilingual import load_voices
from findings import Findings
from reports import read_site
from reports.prose import read_prose

from . import addresses, datafiles, fonts, pages
from .page import Page
from .progress import report as progress
from .views import SiteView

#: Where subset fonts are kept from one build to the next, beside the settings file.
CACHE = ".cache/fonts"


class BriefingGenerator(Generator):
    """Writes the whole site. ``written`` holds the path of every file of it, relative to the output folder.

    ``warnings`` are those of the content that was read.
    """

    def generate_context(self) -> None:
        """Read and check everything; a problem in the content or the catalogues ends the build here, before writing.

        Raises ``reports.ContentErrors`` or ``bilingual.CatalogueError``.
        """
        self.written: dict[str, int] = {}
        theme, here = Path(self.theme), Path(__file__).parent
        self.voices = load_voices(
            theme / "translations",
            theme / "templates",
            code=[here],
            months=self.settings.get("ARABIC_MONTHS", "levantine"),
            digits=self.settings.get("ARABIC_DIGITS", "latn"),
        )
        site = read_site(Path(self.path), progress=progress)
        self.warnings = site.warnings
        self.findings = Findings(site)
        self.prose = read_prose(Path(self.path) / "pages", theme / "pages")
        self.site = SiteView(self.findings, self.voices, self.settings)
        env = Environment(
            loader=FileSystemLoader([*self.settings["THEME_TEMPLATES_OVERRIDES"], str(theme / "templates")]),
            **self.settings["JINJA_ENVIRONMENT"],
        )
        self.environments = {lang: voice.install(env) for lang, voice in self.voices.items()}

    def generate_output(self, writer: object) -> None:
        """Write pages, data files and fonts below the output folder."""
        todo = list(self._pages())
        for done, (page, template, context) in enumerate(todo, 1):
            progress("writing", done, len(todo))
            html = self.environments[page.lang].get_template(template).render(page=page, **context)
            self._write(page.path, html.encode())
        for path, content in datafiles.data_files(self.findings).items():
            self._write(f"data/{path}", content)
        settings_folder = Path(self.settings.get("SITE_ROOT") or Path.cwd())
        for name, content in fonts.font_files(settings_folder / CACHE).items():
            self._write(f"{addresses.ASSETS}/fonts/{name}", content)

    def _pages(self) -> Iterator[tuple[Page, str, Mapping[str, object]]]:
        """Every page with its template and what that is given besides."""
        yield Page(self.site, addresses.FRONT, "ar", "front"), "front.html", pages.front(self.site)
        yield Page(self.site, addresses.NOT_FOUND, "ar", "404"), "404.html", pages.front(self.site)
        for lang in addresses.LANGUAGES:
            for name in addresses.SECTIONS:
                page = Page(self.site, addresses.section(lang, name), lang, name)
                yield page, f"{pages.TEMPLATES[name]}.html", pages.section(page, self.prose)
            for report in self.findings.index.reports.values():
                page = Page(self.site, addresses.briefing(lang, report.slug), lang, "briefing", report)
                yield page, "briefing.html", pages.briefing(page)

    def _write(self, path: str, content: bytes) -> None:
        target = Path(self.output_path, path)
        target.parent.mkdir(parents=True, exist_ok=True)
        # A file that is the same already stays as it is: comparing is cheaper than writing.
        if not (target.is_file() and target.stat().st_size == len(content) and target.read_bytes() == content):
            part = target.with_name(f"{target.name}.part")
            part.write_bytes(content)
            os.replace(part, target)
        self.written[path] = len(content)
