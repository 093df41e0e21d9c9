"""One report as its author wrote it, for who helps its author: nothing is taken out of it, and nothing is published."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reports import Registry
from reports.model import LANGUAGES, Record, Text
from reports.problems import Problems
from reports.record import RecordFile, read_record
from reports.registry import read_registry
from reports.report_texts import build_text, read_written
from reports.settings import read_settings
from reports.tree import Renderer
from reports.warnings import LookedAt, RegistryNames
from reports.warnings.events import SUGGESTED
from reports.written import Written


@dataclass
class OwnReport:
    """A report that can be read: its record, and its texts by language, each with its words read."""

    folder: Path
    names: RegistryNames
    file: RecordFile
    record: Record
    written: dict[str, Written]
    texts: dict[str, Text]

    @property
    def registry(self) -> Registry:
        return self.names.registry

    @cached_property
    def looked(self) -> dict[str, LookedAt]:
        """The texts by language, to be looked at word by word; redacted words are bars there."""
        return {lang: LookedAt(text, self.written[lang]) for lang, text in self.texts.items()}

    @cached_property
    def unconfirmed(self) -> frozenset[str]:
        """The ids of what was proposed from the words, and bears the comment that says so: it proves nothing."""
        return frozenset(SUGGESTED.findall(self.file.path.read_text("utf-8")))

    @property
    def lines_up(self) -> bool:
        """Whether there is a translation with the blocks of the Arabic text."""
        kinds = [[block.kind for block in text.blocks] for text in self.texts.values()]
        return len(kinds) == len(LANGUAGES) and kinds[0] == kinds[1]


def read_report(content: Path, slug: str) -> OwnReport:
    """Read a report of a content folder. Raises ``ContentErrors`` where what is wrong with it, or with the registry,
    keeps it from being read; marks that are still missing do not."""
    problems = Problems()
    folder = content / "reports" / slug
    site = read_settings(content, Problems())
    registry = read_registry(content / "registry", problems, site.check_side)
    file = read_record(folder / "record.yaml", slug, registry, problems)
    written: dict[str, Written] = {}
    texts: dict[str, Text] = {}
    for lang in _languages(folder):
        source = read_written(folder / f"{lang}.md", problems)
        if source is None:
            continue
        source.attachments = site.settings.attachments
        written[lang] = source
        text = build_text(source, lang, Renderer(), problems) if source.sound else None
        if text:
            texts[lang] = text
    problems.raise_if_any()
    assert file.record is not None
    return OwnReport(folder, RegistryNames(registry), file, file.record, written, texts)


def _languages(folder: Path) -> Iterable[str]:
    return (lang for lang in LANGUAGES if lang == "ar" or (folder / f"{lang}.md").exists())
