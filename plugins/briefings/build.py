"""A folder of content → every page and file of its site: read and think once, plan, render, write."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bilingual import CompiledOnce, load_voices
from findings import Findings, empty_dossiers
from reports import ContentErrors, read_site
from reports.prose import read_prose

from .assets import borders, fonts, policy, styles
from .exports import data_of
from .feeds import feed_files
from .image_files import image_files
from .layout import shown
from .page import addresses
from .page.citation import citation_files, citation_of
from .page.kind import Planned
from .page.site_view import SiteView
from .plan import plan, results
from .search_files import search_files
from .sitemap import crawler_files

#: What is called with a step, how much of it is done, and how much there is to do (0: nobody knows).
Progress = Callable[[str, int, int], None]


def unseen(step: str, done: int, total: int) -> None:
    """Nobody looks on."""


@dataclass(frozen=True, slots=True)
class Options:
    """What is asked of a build and is no setting of the site.

    ``address`` is a public address instead of that of the settings; ``pdf`` says whether pages lead to PDFs of them;
    ``key`` is a file with the key of keyed hashes; ``templates`` are folders whose templates replace the theme's;
    ``cache`` is where cut fonts are kept from one build to the next.
    """

    address: str = ""
    pdf: bool = False
    key: Path | None = None
    templates: tuple[str, ...] = ()
    cache: Path = Path(".cache/fonts")
    progress: Progress = unseen


class Build:
    """A content that was read and thought through, and what its site is made of. ``warnings`` are the content's.

    Raises ``reports.ContentErrors`` or ``bilingual.CatalogueError`` for what is wrong in the content or the catalogues.
    """

    def __init__(self, content: Path, theme: Path, options: Options = Options()) -> None:
        self.theme, self.options = theme, options
        templates = theme / "templates"
        site = read_site(content, options.progress, options.key)
        self.voices = load_voices(
            theme / "translations",
            templates,
            code=[Path(__file__).parent],
            months=site.settings.months,
            digits=site.settings.digits,
        )
        self.warnings = site.warnings
        self.findings = Findings(site)
        if nothing := empty_dossiers(self.findings):
            raise ContentErrors(nothing)
        prose = read_prose(content / "pages", theme / "pages")
        address = options.address or site.settings.url
        self.site = SiteView(self.findings, self.voices, prose, address, options.pdf, results())
        environment = Environment(
            # A variable that a template misspells is an error, and text is not HTML unless it says so.
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            loader=FileSystemLoader([*options.templates, str(templates)]),
            bytecode_cache=CompiledOnce(),
        )
        self.environments = {lang: voice.install(environment) for lang, voice in self.voices.items()}

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Pages, images, data files, feeds, fonts and what crawlers read: each by its path in the site."""
        yield from image_files(self.site)
        todo = list(plan(self.site))
        characters: set[str] = set()
        for done, planned in enumerate(todo, 1):
            self.options.progress("writing", done, len(todo))
            html, beside = self.render(planned)
            characters.update(html)
            yield planned.path, html.encode()
            yield from beside.items()
        for path, content in self.site.once(data_of).files():
            yield f"data/{path}", content
        yield from feed_files(self.site, self.environments)
        yield from crawler_files(todo, self.environments["ar"])
        yield policy.FILE, policy.headers_file()
        faces = fonts.font_files(characters, self.options.cache)
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
