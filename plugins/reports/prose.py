"""Plain pages in both languages: ``pages/about/ar.md``. The same Markdown and safe HTML as reports, without marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from .errors import Problems
from .model import LANGUAGES
from .texts import read_written
from .tree import Renderer

NAMES = ("about", "method")


@dataclass(frozen=True, slots=True)
class Prose:
    """A plain page in one language: ``html`` is safe to show."""

    title: str
    summary: str
    html: str


def read_prose(*folders: Path, names: Iterable[str] = NAMES) -> dict[tuple[str, str], Prose]:
    """The pages by name and language, each from the first of the folders that has it.

    Raises ``ContentErrors`` for a page that has one language only, or that no folder has.
    """
    problems = Problems()
    renderer = Renderer(within=True)
    found: dict[tuple[str, str], Prose] = {}
    for name in names:
        homes = [folder / name for folder in folders if (folder / name).is_dir()]
        if not homes:
            problems.error(
                folders[0] / name, 1, 1, f"there is no page `{name}`", "write ar.md and en.md in this folder"
            )
            continue
        for lang in LANGUAGES:
            written = read_written(homes[0] / f"{lang}.md", problems)
            if written is None:
                continue
            for span in written.spans:
                line, column = written.position(span.start)
                problems.error(written.path, line, column, "a plain page has no marks", "take the mark out")
            for image in written.images:
                line, column = written.position(image.start)
                problems.error(written.path, line, column, "a plain page has no images", "take the image out")
            _, rows = renderer.render(written.text[written.body_at :], lang)
            title, summary = (written.header.get(key, ("", 0))[0] for key in ("Title", "Summary"))
            found[(name, lang)] = Prose(title, summary, "\n".join(rows))
    problems.raise_if_any()
    return found
