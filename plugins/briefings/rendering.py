"""Pages rendered, in this process or in others, a few at a time.

Another process finds in a file what was read, and makes of it what pages are rendered from: it reads no content. A
process that was forked from this one has all of that already.
"""

from __future__ import annotations

import hashlib
import pickle
import secrets
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Protocol, TypeVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bilingual import CompiledOnce, load_voices
from findings import Findings
from reports.model import Picture, Settings, Site
from reports.plain_pages import Prose
from reports.timeout import time_limit

from .failures import BuildFailed, shown
from .layout import shown as shown_by_all
from .page.citation import citation_files, citation_of
from .page.kind import Planned
from .page.site_view import SiteView, Version
from .plan import page_at, results
from .previews import Preview, preview_of

PLUGINS = Path(__file__).resolve().parents[1]

#: So many pages are rendered at a time. While the last are, the other processes have nothing to do.
PART = 8

#: Seconds that are enough for any pages.
A_DAY = 86_400.0

Given = TypeVar("Given", contravariant=True)
Made = TypeVar("Made", covariant=True)


class Mapped(Protocol):
    """``map``, or what does the same with several workers: ``executor.map`` of any ``concurrent.futures.Executor``."""

    def __call__(self, function: Callable[[Given], Made], items: Iterable[Given], /) -> Iterable[Made]: ...


class Templates:
    """The voices of a site, and the templates of its theme in each language. ``overriding`` replace the theme's.

    Raises ``bilingual.CatalogueError`` for what is wrong in the catalogues.
    """

    def __init__(self, theme: Path, overriding: Sequence[str], settings: Settings) -> None:
        self.theme, self.overriding = theme, tuple(overriding)
        self._speaks = _speaks(settings)
        templates = theme / "templates"
        voices = load_voices(
            theme / "translations",
            templates,
            code=[Path(__file__).parent],
            months=settings.months,
            digits=settings.digits,
        )
        environment = Environment(
            # A variable that a template misspells is an error, and text is not HTML unless it says so.
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            loader=FileSystemLoader([*overriding, str(templates)]),
            bytecode_cache=CompiledOnce(),
            auto_reload=False,  # who changes a template makes this anew
        )
        self.voices = voices
        self.environments = {lang: voice.install(environment) for lang, voice in voices.items()}

    def speak_as(self, settings: Settings) -> bool:
        """Whether they speak as these settings say."""
        return self._speaks == _speaks(settings)

    def compile(self) -> None:
        """Compile all of them now, before there are several processes of which each would."""
        environment, *_ = self.environments.values()
        for name in environment.list_templates():
            environment.get_template(name)


def _speaks(settings: Settings) -> tuple[str, str]:
    """Which of the settings say how voices speak."""
    return settings.months, settings.digits


@dataclass(frozen=True, slots=True)
class Rendered:
    """Pages and what stands beside them: files by their paths in the site; the characters that the pages hold; the
    files of the cache in which their images are; and how many seconds of a processor they took."""

    pages: int
    files: dict[str, bytes]
    characters: frozenset[str]
    kept: frozenset[str]
    seconds: float


class Renderer:
    """Renders the pages of a site. ``cache`` is a folder to keep in what takes long to draw."""

    def __init__(self, site: SiteView, templates: Templates, cache: Path | None = None) -> None:
        self.site, self.templates, self.environments, self.cache = site, templates, templates.environments, cache

    def page(self, planned: Planned) -> tuple[str, Mapping[str, bytes], Preview | None]:
        """A page as HTML, the files that go with it, by their paths, and its image among them."""
        citation, preview = citation_of(planned), preview_of(planned, self.cache)
        template = self.environments[planned.page.lang].get_template(planned.kind.template)
        html = template.render({**shown_by_all(planned, citation, preview), **planned.kind.context(planned.page)})
        files = {**citation_files(planned, citation), **({preview.path: preview.data} if preview else {})}
        return html, files, preview

    def pages(self, paths: Sequence[str]) -> Rendered:
        """The pages that stand at some paths."""
        began = time.thread_time()
        files: dict[str, bytes] = {}
        characters: set[str] = set()
        kept: set[str] = set()
        for path in paths:
            planned = page_at(self.site, path)
            assert planned, path
            html, beside, preview = self.page(planned)
            characters.update(html)
            kept.update((preview.kept_as,) if preview else ())
            files |= {path: html.encode(), **beside}
        return Rendered(len(paths), files, frozenset(characters), frozenset(kept), time.thread_time() - began)


def rendered(
    renderer: Renderer,
    paths: Sequence[str],
    mapped: Mapped | None = None,
    folder: Path | None = None,
    seconds: float = A_DAY,
) -> Iterator[Rendered]:
    """The pages at some paths, in their order; with ``mapped`` by other processes, which can read a ``folder``.

    Another process raises ``reports.timeout.TimedOut`` where a few of them take more than these ``seconds``.
    """
    parts = (paths[start : start + PART] for start in range(0, len(paths), PART))
    if mapped is None or folder is None:
        yield from map(renderer.pages, parts)
    else:
        with _handed_over(renderer, folder, seconds) as pages:
            yield from mapped(pages, parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Packed:
    """What pages are made of: all that was read, without what only the build itself needs; and which theme and program
    make them of it."""

    site: Site
    prose: Mapping[tuple[str, str], Prose]
    images: dict[Picture, tuple[tuple[Version, ...], ...]]
    address: str
    pdf: bool
    theme: Path
    overriding: tuple[str, ...]
    cache: Path | None
    program: str

    @classmethod
    def of(cls, renderer: Renderer) -> _Packed:
        site, templates = renderer.site, renderer.templates
        return cls(
            site=replace(site.findings.site, warnings=()),
            prose=site.prose,
            images=site.images,
            address=site.address,
            pdf=site.pdf,
            theme=templates.theme,
            overriding=templates.overriding,
            cache=renderer.cache,
            program=_program(templates.theme, templates.overriding),
        )

    def renderer(self) -> Renderer:
        """The renderer again. Raises ``BuildFailed`` where theme or program are others here than they were there."""
        if self.program != _program(self.theme, self.overriding):
            raise BuildFailed(
                f"A worker has another version of the program than the build, or of the theme in {shown(self.theme)}. "
                "Let it run in the same folder, and start it again."
            )
        templates = Templates(self.theme, self.overriding, self.site.settings)
        site = SiteView(Findings(self.site), templates.voices, self.prose, self.address, self.pdf, results())
        site.images = self.images
        return Renderer(site, templates, self.cache)


#: The renderer that this process has, by the file that it was handed over in: its own, that of the process that it was
#: forked from, or one that it made. Only the last is kept.
_here: dict[Path, Renderer] = {}
#: A renderer keeps what it found out for one page for the next. So threads render one after the other.
_one_at_a_time = threading.Lock()


@contextmanager
def _handed_over(renderer: Renderer, folder: Path, seconds: float) -> Iterator[Callable[[Sequence[str]], Rendered]]:
    """Within it, what renders pages in any process that can read the folder."""
    renderer.templates.compile()
    file = folder.absolute() / f"pages-{secrets.token_hex(8)}.part"
    file.write_bytes(pickle.dumps(_Packed.of(renderer), pickle.HIGHEST_PROTOCOL))
    _here.clear()
    _here[file] = renderer
    try:
        yield partial(_pages, file, seconds)
    finally:
        _here.pop(file, None)
        file.unlink(missing_ok=True)


def _pages(file: Path, seconds: float, paths: Sequence[str]) -> Rendered:
    """The pages at some paths, by the renderer that was handed over in a file, in the time that there is for all."""
    with _one_at_a_time, time_limit(seconds):
        if file not in _here:
            try:
                packed = file.read_bytes()
            except FileNotFoundError:
                raise BuildFailed(
                    f"A worker does not find {shown(file.parent)}. It needs the folders of the project and of the "
                    "output, in the same place as the build."
                ) from None
            renderer = pickle.loads(packed).renderer()
            _here.clear()
            _here[file] = renderer
        return _here[file].pages(paths)


def _program(theme: Path, overriding: Iterable[str]) -> str:
    """A hash of all that makes pages of what was read: the code, as this process has loaded it, and the theme."""
    templates = [(folder, "*") for folder in (theme / "templates", *map(Path, overriding))]
    return f"{_code()} {_hash(*templates, (theme / 'translations', '*.po'))}"


@cache
def _code() -> str:
    return _hash((PLUGINS, "*.py"))


def _hash(*wanted: tuple[Path, str]) -> str:
    """A hash of the files in folders that are called so, with their names."""
    digest = hashlib.sha256()
    for folder, pattern in wanted:
        for path in sorted(folder.rglob(pattern)):
            if path.is_file():
                data = path.read_bytes()
                digest.update(f"{path.relative_to(folder).as_posix()} {len(data)}\n".encode() + data)
    return digest.hexdigest()
