"""A text in both languages: ``ar.md`` and ``en.md`` of one folder, as they are read and as they are published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from . import messages
from .checks import check_translation
from .footnotes import warn_of_footnotes
from .messages import Message
from .model import LANGUAGES, Record, Registry, Text
from .problems import Problems
from .redaction import has_bars, publish
from .report_images import check_images, check_secret_images
from .report_texts import build_text, read_written
from .tree import Renderer
from .written import Written


@dataclass(slots=True)
class Pair:
    """The files that could be read, and the texts that could be made of them, by language."""

    written: dict[str, Written] = field(default_factory=dict)
    texts: dict[str, Text] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Text]:
        return iter(self.texts.values())

    @property
    def image_names(self) -> set[str]:
        """The files that its texts name as images, also in redacted words."""
        return {image.name for written in self.written.values() for image in written.images}

    @property
    def draft(self) -> bool:
        """Whether the Arabic text, and with it the whole, is a draft."""
        return "ar" in self.written and self.written["ar"].draft


def read_pair(
    folder: Path,
    renderer: Renderer,
    problems: Problems,
    *,
    long_ids: bool = False,
    attachments: frozenset[str] = frozenset(),
) -> Pair:
    """Read the two texts of a folder; ``en.md`` may come later.

    With ``long_ids`` marks can name events of reports; ``attachments`` are kinds of files that texts can show.
    """
    pair = Pair()
    for lang in LANGUAGES:
        path = folder / f"{lang}.md"
        if lang == "en" and not path.exists():
            continue
        written = read_written(path, problems, long_ids=long_ids)
        if written is None:
            continue
        written.attachments = attachments
        pair.written[lang] = written
        warn_of_footnotes(written, problems)
        text = build_text(written, lang, renderer, problems) if written.sound else None
        if text:
            pair.texts[lang] = text
    if len(pair.texts) == len(LANGUAGES):
        check_translation(pair.texts["ar"], pair.texts["en"], problems)
        check_images(pair.texts["ar"], pair.texts["en"], problems)
    check_secret_images(pair.written.values(), problems)
    return pair


def warn_of_drafts(pair: Pair, what: Message, problems: Problems) -> None:
    """That the whole, or its translation, is a draft; ``what`` names the whole."""
    for text in pair:
        if text.draft:
            what = what if text.lang == "ar" else messages.TRANSLATION()
            problems.warning(text.path, 1, 1, messages.DRAFT(what=what))
            return


def published(
    pair: Pair,
    record: Record | None,
    registry: Registry,
    renderer: Renderer,
    problems: Problems,
    *,
    drafts: bool = False,
) -> dict[str, Text]:
    """The texts without their redacted words; without ``drafts`` a translation that is one stays at home.

    ``record`` is the report's.
    """
    texts = {lang: text for lang, text in pair.texts.items() if drafts or not text.draft}
    if not any(has_bars(pair.written[lang], texts[lang]) for lang in texts):
        return texts
    return publish(pair.written, texts, record, registry, renderer, problems)
