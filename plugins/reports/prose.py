"""Plain pages in both languages: ``pages/about/ar.md``. The same Markdown and safe HTML as reports, without marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from .errors import Problems
from .invisible import NO_TEXT
from .model import LANGUAGES
from .patience import OutOfPatience
from .texts import ESCAPED, read_written
from .tree import Renderer, leads_within
from .web import is_web_address

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
            if not written.sound:
                continue
            try:
                own, rows = renderer.render(written.text[written.body_at :], lang)
            except OutOfPatience as reason:
                problems.error(written.path, 1, 1, f"this text cannot be read: {reason}", "take what is odd out of it")
                continue
            for address in own.addresses:
                if not (address.startswith(("#", "mailto:")) or leads_within(address) or is_web_address(address)):
                    hint = "write a whole web address, or one of the site like `../method/index.html`"
                    problems.error(written.path, 1, 1, f"the link to `{address}` cannot be followed", hint)
            if any(NO_TEXT.search(row) for row in rows):
                problems.error(written.path, 1, 1, *ESCAPED)
            title, summary = (written.header.get(key, ("", 0))[0] for key in ("Title", "Summary"))
            found[(name, lang)] = Prose(title, summary, "\n".join(rows))
    problems.raise_if_any()
    return found
