"""Plain pages in both languages: ``pages/about/ar.md``. The same Markdown and safe HTML as reports, without marks."""

from __future__ import annotations

import posixpath
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from . import messages
from .finished import check_rows, check_unseen
from .marks import encode
from .model import LANGUAGES
from .problems import MOST, Problems
from .texts import read_written
from .timeout import OutOfPatience
from .tree import Renderer

NAMES = ("about", "method")


@dataclass(frozen=True, slots=True)
class Prose:
    """A plain page in one language: ``html`` is safe to show."""

    title: str
    summary: str
    html: str


def _is_there(folder: str, there: Container[str] | None, address: str) -> bool:
    """Whether an address in a page of a folder leads to a page that is there; of other files nobody asks here.

    To a place in a page none leads, where it is known which pages there are: of their places nothing is known yet.
    """
    file = posixpath.normpath(posixpath.join(folder, address))
    return there is None or ("#" not in address and (not file.endswith(".html") or file in there))


def read_prose(
    *folders: Path, names: Iterable[str] = NAMES, there: Container[str] | None = None, most: int = MOST
) -> dict[tuple[str, str], Prose]:
    """The pages by name and language, each from the first of the folders that has it.

    ``there`` are the pages of the site by their files, where it is known: links to others are errors. Of each
    file ``most`` problems are told. Raises ``ContentErrors`` for a page that has one language only, or that no folder
    has.
    """
    problems = Problems(most)
    renderer = Renderer(within=True)
    found: dict[tuple[str, str], Prose] = {}
    for name in names:
        homes = [folder / name for folder in folders if (folder / name).is_dir()]
        if not homes:
            problems.error(folders[0] / name, 1, 1, messages.MISSING_PAGE(name=name))
            continue
        for lang in LANGUAGES:
            written = read_written(homes[0] / f"{lang}.md", problems)
            if written is None:
                continue
            for span in written.spans:
                line, column = written.position(span.start)
                problems.error(written.path, line, column, messages.MARK_IN_PAGE())
            for image in written.images:
                line, column = written.position(image.start)
                problems.error(written.path, line, column, messages.IMAGE_IN_PAGE())
            if not written.sound:
                continue
            source = encode(written.text, [], written.body_at, comments=written.comments)
            try:
                made = renderer.render(source, lang)
            except OutOfPatience as reason:
                problems.error(written.path, 1, 1, reason.told)
                continue
            check_rows(written, made, problems, partial(_is_there, f"{lang}/{name}", there))
            check_unseen(written, made, dict.fromkeys(range(len(made.rows.blocks) + 1), 1), problems)
            title, summary = (written.header.get(key, ("", 0))[0] for key in ("Title", "Summary"))
            found[(name, lang)] = Prose(title, summary, "\n".join(made.html))
    problems.raise_if_any()
    return found
