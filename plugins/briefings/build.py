"""A folder of content → every page and file of its site: read and think once, plan, render, write."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bilingual import CompiledOnce, load_voices
from findings import Findings
from reports import ContentErrors, read_site
from reports.prose import read_prose

from .accepting import accepted
from .assets import borders, fonts, policy, styles
from .exports.data_files import DataFiles
from .feeds import feed_files
from .image_files import image_files
from .kinds.dossier import empty_dossiers
from .layout import shown
from .page import addresses
from .page.citation import citation_files, citation_of
from .page.kind import Planned
from .page.site_view import SiteView
from .plan import plan, results
from .search_files import search_files
from .sitemap import crawler_files

#: Where subset fonts are kept from one build to the next, below the project.
CACHE = ".cache/fonts"

#: What is called with a step, how much of it is done, and how much there is to do (0: nobody knows).
Progress = Callable[[str, int, int], None]


def _unseen(step: str, done: int, total: int) -> None:
    """Nobody looks on."""


class Build:
    """A content that was read and thought through, and what its site is made of. ``warnings`` are the content's.

    Raises ``reports.ContentErrors`` or ``bilingual.CatalogueError`` for what is wrong in the content or the catalogues,
    and ``BuildFailed`` for what is wrong in the settings.
    """

    def __init__(self, content: Path, theme: Path, settings: Mapping[str, object]) -> None:
        self.theme, self.settings = theme, settings
        self.progress: Progress = settings.get("PROGRESS") or _unseen  # type: ignore[assignment]  # the settings have no types of their own
        templates = theme / "templates"
        self.voices = load_voices(
            theme / "translations",
            templates,
            code=[Path(__file__).parent],
            months=str(settings.get("ARABIC_MONTHS", "levantine")),
            digits=str(settings.get("ARABIC_DIGITS", "latn")),
        )
        site = read_site(content, self.progress, accepted(settings, content))
        self.warnings = site.warnings
        self.findings = Findings(site)
        if nothing := empty_dossiers(self.findings):
            raise ContentErrors(nothing)
        prose = read_prose(content / "pages", theme / "pages")
        self.site = SiteView(self.findings, self.voices, settings, prose, results())
        environment = Environment(
            # A variable that a template misspells is an error, and text is not HTML unless it says so.
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            loader=FileSystemLoader([*settings.get("THEME_TEMPLATES_OVERRIDES", ()), str(templates)]),  # type: ignore[misc]  # the settings have no types of their own
            bytecode_cache=CompiledOnce(),
        )
        self.environments = {lang: voice.install(environment) for lang, voice in self.voices.items()}

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Pages, images, data files, feeds, fonts and what crawlers read: each by its path in the site."""
        yield from image_files(self.site)
        todo = list(plan(self.site))
        characters: set[str] = set()
        for done, planned in enumerate(todo, 1):
            self.progress("writing", done, len(todo))
            html, beside = self.render(planned)
            characters.update(html)
            yield planned.path, html.encode()
            yield from beside.items()
        for path, content in self.site.once(DataFiles).files.items():
            yield f"data/{path}", content
        yield from feed_files(self.site, self.environments)
        yield from crawler_files(todo, self.environments["ar"])
        yield policy.FILE, policy.headers_file()
        faces = fonts.font_files(characters, Path(str(self.settings.get("SITE_ROOT") or Path.cwd()), CACHE))
        yield f"{addresses.ASSETS}/css/site.css", styles.style_sheet(self.theme / "styles", faces)
        for name, content in search_files(self.site).items():
            yield f"{addresses.ASSETS}/{name}", content
        yield f"{addresses.ASSETS}/borders-LICENSE.txt", borders.licence()
        for name, content in fonts.licences().items():
            yield f"{addresses.ASSETS}/fonts/{name}", content

    def render(self, planned: Planned) -> tuple[str, Mapping[str, bytes]]:
        """A page as HTML, and the files that stand beside it, by their paths."""
        citation = citation_of(planned)
        template = self.environments[planned.page.lang].get_template(planned.kind.template)
        html = template.render({**shown(planned, citation), **planned.kind.context(planned.page)})
        return html, citation_files(planned, citation)


def write(files: Iterable[tuple[str, bytes]], folder: Path) -> dict[str, int]:
    """Write files below a folder, by their paths, and say how many bytes each has.

    A file that is the same already stays as it is: comparing is cheaper than writing.
    """
    written: dict[str, int] = {}
    for path, content in files:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if not (target.is_file() and target.stat().st_size == len(content) and target.read_bytes() == content):
            part = target.with_name(f"{target.name}.part")
            part.write_bytes(content)
            os.replace(part, target)
        written[path] = len(content)
    return written
