"""Plain pages in both languages: ``pages/about/ar.md``. The same Markdown and safe HTML as reports, without marks.

Of images they have the drawings that explain the counting, each in a paragraph of its own and with the words that say
the same: ``![Twelve people were killed: …](drawing:parts)``.
"""

from __future__ import annotations

import posixpath
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import partial
from itertools import product
from pathlib import Path

from . import messages
from .finished import check_rows, check_unseen
from .invisible import unseen
from .marks import encode
from .model import LANGUAGES
from .problems import MOST, Problems
from .report_texts import read_written
from .timeout import TimedOut, time_limit
from .tree import Rendered, Renderer
from .vanished import vanished
from .written import Written

NAMES = ("about", "method")
#: The drawings that a page can show, and how they are named there.
DRAWINGS = ("parts", "range", "later")
SCHEME = "drawing:"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing in a page: one of ``DRAWINGS``, and the words that say the same."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Prose:
    """A plain page in one language: its pieces from top to bottom, drawings and HTML that is safe to show."""

    title: str
    summary: str
    pieces: tuple[str | Drawn, ...]

    @property
    def html(self) -> str:
        """All of it but the drawings."""
        return "\n".join(piece for piece in self.pieces if isinstance(piece, str))


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


def _drawings(written: Written, made: Rendered, problems: Problems) -> dict[int, Drawn]:
    """The drawings of a page by the rows in whose place they stand."""
    found = {}
    for image in written.images:
        name, block = image.name.removeprefix(SCHEME), made.rows.images.get(image.number)
        told = unseen(image.alt)
        if image.name != f"{SCHEME}{name}" or name not in DRAWINGS or image.caption or image.graphic:
            told = messages.IMAGE_IN_PAGE(drawings=", ".join(f"`{SCHEME}{one}`" for one in DRAWINGS))
        elif block is None:
            told = messages.IMAGE_NOT_ALONE()
        if told:
            problems.error(written.path, *written.position(image.start), told)
        elif block is not None:
            found[made.rows.blocks[block - 1][1]] = Drawn(name, image.alt)
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
    if not written.sound:
        return None
    try:
        made = renderer.render(encode(written.text, [], written.body_at, written.images, written.comments), lang)
    except TimedOut as reason:
        problems.error(path, 1, 1, reason.told)
        return None
    check_rows(written, made, problems, partial(_is_there, f"{lang}/{path.parent.name}", there))
    lost = vanished(written, [*(text for _, _, text in made.rows.blocks), *made.numbers])
    if lost is not None:
        problems.error(path, *written.position(lost), messages.VANISHED_WORDS())
    check_unseen(written, made, dict.fromkeys(range(len(made.rows.blocks) + 1), 1), problems)
    title, summary = (written.header.get(key, ("", 0))[0] for key in ("Title", "Summary"))
    drawn = _drawings(written, made, problems)
    return Prose(title, summary, tuple(drawn.get(row, html) for row, html in enumerate(made.html)))
