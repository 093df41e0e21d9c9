"""A folder of content → every page and file of its site: read and think once, plan, render, write."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from bilingual import LANGUAGES
from findings import Findings, empty_dossiers
from reports import ContentErrors, Problem, Reader, messages
from reports.folders import time_to_make
from reports.plain_pages import read_prose
from reports.timeout import TimedOut, time_limit

from .assets import borders, fonts, policy, styles
from .exports import data_of
from .feeds import feed_files
from .image_files import ImagesWhenAsked, file_at, image_files
from .list_files import list_files
from .page import addresses
from .page.citation import citation_files, citation_of
from .page.kind import Planned
from .page.site_view import Phrase, SiteView
from .plan import page_at, plan, results
from .previews import ICON, forget_others, preview_of, touch_icon
from .rendering import Mapped, Renderer, Templates, rendered
from .search_files import search_files
from .sitemap import crawler_files

LISTS = "lists"
STYLES = f"{addresses.ASSETS}/css/site.css"

#: What is called with a step, how much of it is done, and how much there is to do (0: nobody knows).
Progress = Callable[[str, int, int], None]


def unseen(step: str, done: int, total: int) -> None:
    """Nobody looks on."""


@dataclass(frozen=True, slots=True)
class Options:
    """What is asked of a build and is no setting of the site.

    ``address`` is a public address instead of that of the settings; ``pdf`` says whether pages lead to PDFs of them;
    ``key`` is a file with the key of keyed hashes; ``templates`` are folders whose templates replace the theme's;
    ``cache`` is where is kept what takes long to make, from one build to the next. ``mapped`` has pages rendered by
    others, who can read the folder ``shared``.
    """

    address: str = ""
    pdf: bool = False
    key: Path | None = None
    templates: tuple[str, ...] = ()
    cache: Path = Path(".cache")
    progress: Progress = unseen
    mapped: Mapped | None = None
    shared: Path | None = None


@dataclass(slots=True)
class Kept:
    """What stays from one build of a content to the next, for who builds it again and again."""

    reader: Reader
    images: ImagesWhenAsked = field(default_factory=ImagesWhenAsked)
    templates: Templates | None = None
    findings: Findings | None = None


class Build:
    """A content that was read and thought through, and what its site is made of. ``warnings`` are the content's,
    ``unfinished`` is what is left out for its errors.

    ``kept`` is what a build before has left, and takes what this one leaves. Raises ``reports.ContentErrors`` or
    ``bilingual.CatalogueError`` for what is wrong in the content or the catalogues.
    """

    def __init__(self, content: Path, theme: Path, options: Options = Options(), kept: Kept | None = None) -> None:
        self.content, self.theme, self.options = content, theme, options
        reader = kept.reader if kept else Reader(content)
        site = reader.read(options.progress, options.key)
        templates = kept.templates if kept else None
        if templates is None or not templates.speak_as(site.settings):
            templates = Templates(theme, options.templates, site.settings)
        self.warnings, self.unfinished = site.warnings, site.unfinished
        self.findings = Findings(site, kept.findings if kept else None)
        with reader.counting():
            self.findings.count()
        if nothing := empty_dossiers(self.findings):
            raise ContentErrors(nothing)
        prose = read_prose(content / "pages", theme / "pages", seconds=reader.left)
        address = options.address or site.settings.url
        self.site = SiteView(self.findings, templates.voices, prose, address, options.pdf, results())
        self.renderer = Renderer(self.site, templates, options.cache)
        if kept:
            kept.templates, kept.findings, self.site.images = templates, self.findings, kept.images

    @contextmanager
    def making(self) -> Iterator[None]:
        """Within it, the files are made, in the time that there is for that. Raises ``ContentErrors`` where that is not
        enough, whoever makes them."""
        try:
            with time_limit(self._seconds):
                yield
        except TimedOut:
            what = messages.ENDLESS_PAGES(seconds=f"{self._seconds:.0f}")
            raise ContentErrors([Problem(self.content, 1, 1, what)]) from None

    @cached_property
    def _todo(self) -> list[Planned]:
        return list(plan(self.site))

    @cached_property
    def _seconds(self) -> float:
        """So many seconds of a processor all the files may take."""
        return time_to_make(self.content, len(self._todo))

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Pages, images, data files, feeds, fonts and what crawlers read: each by its path in the site.

        Raises ``reports.timeout.TimedOut`` where the pages take longer than they may; see ``making``.
        """
        yield from image_files(self.site)
        todo, left = self._todo, self._seconds
        characters: set[str] = set()
        kept: set[str] = set()
        done = 0
        paths = [planned.path for planned in todo]
        for part in rendered(self.renderer, paths, self.options.mapped, self.options.shared, self._seconds):
            done += part.pages
            left -= part.seconds
            if left < 0:
                raise TimedOut(messages.TOO_SLOW(seconds=f"{self._seconds:.0f}"))
            self.options.progress("writing", done, len(todo))
            characters |= part.characters
            kept |= part.kept
            yield from part.files.items()
        for path, content in self.site.once(data_of).files():
            yield f"data/{path}", content
        yield from self._beside_pages(todo)
        if self.site.address:
            forget_others(self.options.cache, kept)
        faces = fonts.font_files(characters, self.options.cache / "fonts")
        yield STYLES, styles.style_sheet(self.theme / "styles", faces)
        yield from self._assets.items()
        yield from self._lists.items()

    def render(self, path: str) -> bytes | None:
        """The file of the site at a path, made without the others; ``None`` where there is none.

        The style sheet has whole fonts, since which characters the site has, only all of its pages tell.
        """
        if planned := page_at(self.site, path):
            return self.renderer.page(planned)[0].encode()
        folder, name = path.split("/", 1) if "/" in path else ("", path)
        if folder == "data":
            data = self.site.once(data_of)
            return data.content(name) if name in data else None
        if folder == addresses.IMAGES:
            return self._preview(path) if path.endswith(".png") else file_at(self.site, path)
        if path == STYLES:
            return styles.style_sheet(self.theme / "styles", fonts.whole_fonts())
        if folder == addresses.ASSETS:
            return self._assets.get(path)
        if folder == LISTS:
            return self._lists.get(path)
        if planned := page_at(self.site, addresses.beside(path, "index.html")):
            citation = citation_of(planned)
            if path in (files := citation_files(planned, citation)):
                return files[path]
        return dict(self._beside_pages(list(plan(self.site)))).get(path)

    @property
    def drafts(self) -> dict[str, Phrase]:
        """The pages of which the text is a draft, by path, and what they are called. In a site there are none."""
        texts = [("briefing", slug, report.text) for slug, report in self.findings.index.reports.items()]
        texts += [("dossier", slug, dossier.text) for slug, dossier in self.findings.dossiers.items()]
        found = {}
        for kind, slug, text_in in texts:
            for lang in LANGUAGES:
                if (text := text_in(lang)).draft:
                    path = addresses.briefing(lang, slug) if kind == "briefing" else addresses.dossier(lang, slug)
                    found[path] = Phrase(text.title, text.lang)
        return found

    def _beside_pages(self, todo: Sequence[Planned]) -> Iterator[tuple[str, bytes]]:
        """What programs read: feeds, what crawlers are told, and the policy as headers."""
        yield from feed_files(self.site, self.renderer.environments)
        yield from crawler_files(todo, self.renderer.environments["ar"])
        yield policy.FILE, policy.headers_file(planned.path for planned in todo)

    @cached_property
    def _assets(self) -> dict[str, bytes]:
        """What pages load or name besides their style sheet: the files of the search, and licences."""
        files = {f"{addresses.ASSETS}/{name}": content for name, content in search_files(self.site).items()}
        files[f"{addresses.ASSETS}/borders-LICENSE.txt"] = borders.licence()
        files[ICON] = touch_icon(self.theme)
        return files | {f"{addresses.ASSETS}/fonts/{name}": content for name, content in fonts.licences().items()}

    @cached_property
    def _lists(self) -> dict[str, bytes]:
        """What the filters of a long ledger and timeline work with."""
        return list_files(self.site)

    def _preview(self, path: str) -> bytes | None:
        """The image at a path that stands for a page, which only the page knows."""
        made = (preview_of(planned, self.options.cache) for planned in plan(self.site))
        return next((preview.data for preview in made if preview and preview.path == path), None)


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
