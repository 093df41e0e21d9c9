"""Pages are rendered by whoever is given them, and are the same whoever that is."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from briefings import rendering
from briefings.build import Build, Options
from briefings.failures import BuildFailed
from command import workers
from command.workers import processes
from tests.conftest import CONTENTS, PROJECT
from tests.helpers.content import Content

THEME = PROJECT / "themes" / "briefing"
BuildSite = Callable[[str], Path]


class Counting(ThreadPoolExecutor):
    """An executor that counts what it was given to do."""

    given = 0

    def submit(self, function: Callable[..., object], /, *args: object, **kwargs: object) -> Future:
        self.given += 1
        return super().submit(function, *args, **kwargs)


class Elsewhere(Executor):
    """An executor whose workers have nothing but what was pickled for them: as on another machine."""

    def submit(self, function: Callable[..., object], /, *args: object, **kwargs: object) -> Future:
        future: Future = Future()
        kept = rendering._here.copy()
        rendering._here.clear()
        try:
            future.set_result(pickle.loads(pickle.dumps(partial(function, *args, **kwargs)))())
        except Exception as error:
            future.set_exception(error)
        finally:
            rendering._here.update(kept)
        return future


def pages(
    content: Path, mapped: rendering.Mapped | None, shared: Path, *overriding: Path
) -> Iterator[tuple[str, bytes]]:
    """The pages of a site, rendered so."""
    options = Options(mapped=mapped, shared=shared, templates=tuple(map(str, overriding)))
    return ((path, html) for path, html in Build(content, THEME, options).files() if path.endswith(".html"))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Content(tmp_path).report("one", ar="نص.", en="A text.").root


@pytest.mark.slow
def test_any_executor_can_render_them(build_site: BuildSite, tmp_path: Path) -> None:
    site = build_site("golden")
    with Counting(2) as executor:
        rendered = dict(pages(CONTENTS["golden"], executor.map, tmp_path))
        assert executor.given == -(-len(rendered) // rendering.PART)
    assert rendered == {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.html")}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_a_process_that_has_read_nothing_renders_the_same(
    build_site: BuildSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_context", partial(workers.multiprocessing.get_context, "spawn"))
    site = build_site("golden")
    with processes(2)() as mapped:
        for path, html in pages(CONTENTS["golden"], mapped, tmp_path):
            assert html == (site / path).read_bytes(), path


@pytest.mark.slow
def test_what_goes_wrong_there_is_told_as_if_it_went_wrong_here(content: Path, tmp_path: Path) -> None:
    theme = tmp_path / "own"
    theme.mkdir()
    (theme / "prose.html").write_text("{{ nobody }}", "utf-8")
    for mapped in (None, Elsewhere().map):
        with pytest.raises(UndefinedError, match=r"^'nobody' is undefined$"):
            list(pages(content, mapped, tmp_path, theme))


@pytest.mark.slow
def test_a_worker_with_another_theme_renders_nothing(content: Path, tmp_path: Path) -> None:
    theme = tmp_path / "own"
    theme.mkdir()
    own = theme / "prose.html"
    own.write_text("one", "utf-8")

    def changed(function: Callable, items: Iterator) -> Iterator:
        own.write_text("another", "utf-8")
        return Elsewhere().map(function, items)

    with pytest.raises(
        BuildFailed, match="A worker has another version of the program than the build, or of the theme"
    ):
        list(pages(content, changed, tmp_path, theme))


def test_a_worker_that_does_not_see_the_folder_says_so(content: Path, tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()

    def unseen(function: Callable, items: Iterator) -> Iterator:
        for file in shared.iterdir():
            file.unlink()
        return Elsewhere().map(function, items)

    with pytest.raises(BuildFailed, match=r"A worker does not find .*shared\. It needs the folders of the project"):
        list(pages(content, unseen, shared))
