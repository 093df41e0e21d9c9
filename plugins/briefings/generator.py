"""The Pelican generator: reads the content folder, thinks it through once, and writes every page and file."""

from __future__ import annotations

import os
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from pelican.generators import Generator

from bilingual import CompiledOnce, load_voices
from findings import Findings
from reports import ContentErrors, read_site
from reports.prose import read_prose

from . import addresses, borders, fonts, policy, styles
from .accepting import accepted
from .citation import citation_files, citation_of
from .dossiers import empty_dossiers
from .feeds import feed_files
from .images import image_files
from .linked_data import linked_data
from .markup import json_data
from .plan import plan
from .progress import report as progress
from .search import search_files
from .sitemap import crawler_files
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
        site = read_site(Path(self.path), progress, accepted(self.settings, Path(self.path)))
        self.warnings = site.warnings
        self.findings = Findings(site)
        if nothing := empty_dossiers(self.findings):
            raise ContentErrors(nothing)
        prose = read_prose(Path(self.path) / "pages", theme / "pages")
        self.site = SiteView(self.findings, self.voices, self.settings, prose)
        env = Environment(
            loader=FileSystemLoader([*self.settings["THEME_TEMPLATES_OVERRIDES"], str(theme / "templates")]),
            bytecode_cache=CompiledOnce(),
            **self.settings["JINJA_ENVIRONMENT"],
        )
        self.environments = {lang: voice.install(env) for lang, voice in self.voices.items()}

    def generate_output(self, writer: object) -> None:
        """Write pages, images, data files, feeds, fonts and what crawlers read below the output folder."""
        data = self.site.data.files
        for path, content in image_files(self.site):
            self._write(path, content)
        todo = list(plan(self.site))
        characters: set[str] = set()
        for done, planned in enumerate(todo, 1):
            progress("writing", done, len(todo))
            template = self.environments[planned.page.lang].get_template(planned.template)
            page, citation = planned.page, citation_of(planned.page)
            told = {"page": page, "citation": citation, "linked_data": json_data(linked_data(page, data))}
            html = template.render(**told, **planned.context())
            characters.update(html)
            self._write(page.path, html.encode())
            for path, content in citation_files(page, citation).items():
                self._write(path, content)
        for path, content in data.items():
            self._write(f"data/{path}", content)
        for path, content in feed_files(self.site, self.environments):
            self._write(path, content)
        for path, content in crawler_files([planned.page for planned in todo], self.environments["ar"]):
            self._write(path, content)
        self._write(policy.FILE, policy.headers_file())
        settings_folder = Path(self.settings.get("SITE_ROOT") or Path.cwd())
        faces = fonts.font_files(characters, settings_folder / CACHE)
        self._write(f"{addresses.ASSETS}/css/site.css", styles.style_sheet(Path(self.theme) / "styles", faces))
        for name, content in search_files(self.site).items():
            self._write(f"{addresses.ASSETS}/{name}", content)
        self._write(f"{addresses.ASSETS}/borders-LICENSE.txt", borders.licence())
        for name, content in fonts.licences().items():
            self._write(f"{addresses.ASSETS}/fonts/{name}", content)

    def _write(self, path: str, content: bytes) -> None:
        target = Path(self.output_path, path)
        target.parent.mkdir(parents=True, exist_ok=True)
        # A file that is the same already stays as it is: comparing is cheaper than writing.
        if not (target.is_file() and target.stat().st_size == len(content) and target.read_bytes() == content):
            part = target.with_name(f"{target.name}.part")
            part.write_bytes(content)
            os.replace(part, target)
        self.written[path] = len(content)
