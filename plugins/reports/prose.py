"""Plain pages in both languages: ``pages/about/ar.md``. The same Markdown and safe HTML as reports, without marks."""

from __future__ import annotations

import posixpath
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import partial
from itertools import product
from pathlib import Path

from . import messages
from .finished import check_rows, check_unseen
from .marks import encode
from .model import LANGUAGES
from .problems import MOST, Problems
from .texts import read_written
from .timeout import TimedOut, time_limit
from .tree import Renderer
from .vanished import vanished

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
    *folders: Path,
    names: Iterable[str] = NAMES,
    there: Container[str] | None = None,
    most: int = MOST,
    seconds: float | None = None,
) -> dict[tuple[str, str], Prose]:
    """The pages by name and language, each from the first of the folders that has it.

    ``there`` are the pages of the site by their files, where it is known: links to others are errors. Of each
    file ``most`` problems are told. All of them together may take so many ``seconds``: what their content has left.
    Raises ``ContentErrors`` for a page that has one language only, that no folder has, or that takes too long.
    """
    problems = Problems(most)
    renderer = Renderer(within=True)
    found: dict[tuple[str, str], Prose] = {}
    try:
        with time_limit(seconds):
            for name in names:
                homes = [folder / name for folder in folders if (folder / name).is_dir()]
                if not homes:
                    problems.error(folders[0] / name, 1, 1, messages.MISSING_PAGE(name=name))
                for home, lang in product(homes[:1], LANGUAGES):
                    if page := _read_page(home / f"{lang}.md", lang, renderer, there, problems):
                        found[(name, lang)] = page
    except TimedOut as reason:
        problems.error(folders[0], 1, 1, messages.UNREADABLE_CONTENT(reason=reason.message))
    problems.raise_if_any()
    return found


def _read_page(
    path: Path, lang: str, renderer: Renderer, there: Container[str] | None, problems: Problems
) -> Prose | None:
    """A page, or ``None`` where it cannot be read."""
    written = read_written(path, problems)
    if written is None:
        return None
    for span in written.spans:
        problems.error(path, *written.position(span.start), messages.MARK_IN_PAGE())
    for image in written.images:
        problems.error(path, *written.position(image.start), messages.IMAGE_IN_PAGE())
    if not written.sound:
        return None
    try:
        made = renderer.render(encode(written.text, [], written.body_at, comments=written.comments), lang)
    except TimedOut as reason:
        problems.error(path, 1, 1, reason.told)
        return None
    check_rows(written, made, problems, partial(_is_there, f"{lang}/{path.parent.name}", there))
    lost = vanished(written, [*(text for _, _, text in made.rows.blocks), *made.numbers])
    if lost is not None:
        problems.error(path, *written.position(lost), messages.VANISHED_WORDS())
    check_unseen(written, made, dict.fromkeys(range(len(made.rows.blocks) + 1), 1), problems)
    title, summary = (written.header.get(key, ("", 0))[0] for key in ("Title", "Summary"))
    return Prose(title, summary, "\n".join(made.html))
