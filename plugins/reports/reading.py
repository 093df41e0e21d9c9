"""A folder of content → the checked, public site, or all that is wrong with it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from os.path import lexists
from pathlib import Path
from time import process_time

from . import messages, pixels
from .acknowledged import Acknowledged, read_acknowledged
from .checks import check_marks
from .crossing import check_across
from .dossiers import DossierFile, DossierReader
from .evidence import check_copies, check_evidence, is_compared, keyed_hash, public_record, read_key, wanted_originals
from .folders import check_layout, folders_in, hash_of, time_for
from .model import LANGUAGES, Dossier, PublicReport, Registry, Report, Site, Text
from .nearest import guess_anew
from .openly import Folder, Published, check_openly, says_redacted
from .pairs import Pair, published, read_pair, warn_of_drafts
from .problems import MOST, ContentErrors, Problem, Problems
from .record import RecordFile, read_record
from .registry import read_registry
from .report_images import warn_of_unshown
from .settings import read_settings
from .timeout import AGAIN, WHOLE, TimedOut, time_limit
from .tree import Renderer
from .version import check_version
from .warnings import RegistryNames, warn_across, warn_of_report

Progress = Callable[[str, int, int], None]


def read_site(content: Path, progress: Progress | None = None, key: Path | None = None, *, most: int = MOST) -> Site:
    """Read and check a content folder: its settings, its registry, every report, and every dossier.

    ``key`` is a file with the key of keyed hashes of originals; of each file ``most`` problems are told. Returns what
    may be published, drafts and redacted words left out, with the warnings. Raises ``ContentErrors`` with every error
    of every file, drafts among them.
    """
    site = Reader(content, most=most).read(progress, key)
    if site.unfinished:
        raise ContentErrors([*site.unfinished, *site.warnings])
    return site


@dataclass(slots=True)
class _Kept:
    """A report as it was read, with what was told of it, and when it was published first, that.

    ``holds`` is the hash of what its folder held. ``problems`` can go ``back`` to what was told when it was read.
    """

    holds: bytes | None
    file: RecordFile
    pair: Pair
    folder: Folder
    report: Report | None
    problems: Problems
    public: PublicReport | None = None
    of_publishing: Problems = field(default_factory=Problems)

    @property
    def is_unfinished(self) -> bool:
        """Whether it is a draft with errors that can stay at home: all of its texts can be read, so that it is known
        what they redact, and its record, so that it is known what leads into it."""
        there = {lang for lang in LANGUAGES if lexists(self.folder.path / f"{lang}.md")}
        can_be_read = self.file.readable and there == self.pair.texts.keys()
        return self.pair.draft and can_be_read and bool(self.problems.errors_told)


@contextmanager
def _garbage_looked_for_seldom() -> Iterator[None]:
    """What is read stays, and there is very much of it: to look through it for garbage at every 700 objects takes
    longer than the reading."""
    before = gc.get_threshold()
    gc.set_threshold(200_000, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


class Reader:
    """Reads a content, again and again: a report that did not change is not read a second time.

    With ``drafts`` they are in the site, as nothing but a preview may have them. A draft with errors is in none, and
    stops nothing. Of each file ``most`` problems are told.
    """

    def __init__(self, content: Path, *, drafts: bool = False, most: int = MOST) -> None:
        self.content, self.drafts, self.most = content, drafts, most
        self._registry = Registry()
        self._names = RegistryNames(self._registry)
        self._attachments: frozenset[str] = frozenset()
        self._key: bytes | None = None
        self._kept: dict[str, _Kept] = {}
        #: So many seconds of those that a content may take to read are left for its counts and its plain pages.
        self.left = WHOLE

    def read(self, progress: Progress | None = None, key: Path | None = None) -> Site:
        """The site as ``read_site`` returns it, with what is wrong with drafts. Raises ``ContentErrors`` with every
        error of every file, where one of them is of something else."""
        problems, content = Problems(self.most), self.content
        if not content.is_dir():
            problems.error(content, 1, 1, messages.NO_CONTENT())
            problems.raise_if_any()
        seconds, started = time_for(content), process_time()
        try:
            pixels.begin()
            guess_anew()
            with _garbage_looked_for_seldom(), time_limit(seconds):
                return self._read(progress, key, problems)
        except TimedOut as reason:
            problems.error(content, 1, 1, messages.UNREADABLE_CONTENT(reason=reason.message))
            raise ContentErrors(self._all_told(problems)) from None
        finally:
            self.left = max(seconds - (process_time() - started), AGAIN)

    @contextmanager
    def counting(self) -> Iterator[None]:
        """Within it, what was read is counted, in the time that reading has left. Raises ``ContentErrors`` where that
        is not enough."""
        seconds, started = max(self.left, WHOLE / 2), process_time()
        try:
            with time_limit(seconds):
                yield
                self.left = max(self.left - (process_time() - started), AGAIN)
        except TimedOut:
            what = messages.UNCOUNTABLE_CONTENT(seconds=f"{seconds:.2g}")
            raise ContentErrors([Problem(self.content, 1, 1, what)]) from None

    def _read(self, progress: Progress | None, key_file: Path | None, problems: Problems) -> Site:
        content = self.content
        check_layout(content, problems)
        check_version(content, problems)
        key = read_key(key_file, content, problems)
        site = read_settings(content, problems)
        registry = read_registry(content / "registry", problems, site.check_side)
        all_read_by = (registry, site.settings.attachments, key)
        if all_read_by != (self._registry, self._attachments, self._key):
            self._registry, self._attachments, self._key = all_read_by
            self._names = RegistryNames(registry)
            self._kept.clear()
        acknowledged = read_acknowledged(content, problems)
        renderer = Renderer()
        folders = folders_in(content / "reports", "report", problems)
        for gone in self._kept.keys() - {folder.name for folder in folders}:
            del self._kept[gone]
        for done, folder in enumerate(folders, 1):
            if progress:
                progress("reading", done, len(folders))
            self._keep(folder, renderer)
        kept = {folder.name: self._kept[folder.name] for folder in folders}
        reports = {slug: one.report for slug, one in kept.items() if one.report}
        records = {slug: one.file for slug, one in kept.items()}
        pairs = {slug: one.pair for slug, one in kept.items()}
        check_copies(pairs.values(), problems)
        originals = wanted_originals(content / "reports", site.originals, pairs, problems)
        check_across(reports, records, registry)
        warn_across(reports, records, registry)
        reader = DossierReader(reports, records, registry, renderer, problems)
        dossiers = [reader.read(folder) for folder in folders_in(content / "dossiers", "dossier", problems)]
        unfinished = {slug for slug, one in kept.items() if one.is_unfinished}
        self._raise_if_any(problems, unfinished)
        public = [
            replace(self._published(report, renderer), original=originals.get(slug))
            for slug, report in reports.items()
            if slug not in unfinished and (self.drafts or not report.draft)
        ]
        brought_together = [
            reader.publish(dossier, drafts=self.drafts)
            for dossier in dossiers
            if not dossier.draft or (self.drafts and not dossier.selection.empty)
        ]
        self._raise_if_any(problems, unfinished)
        read = [one.folder for slug, one in kept.items() if slug in reports or slug in unfinished]
        self._check_openly(read, reports, dossiers, public, brought_together, originals, acknowledged, problems)
        acknowledged.tell_needless()
        told = self._raise_if_any(problems, unfinished)
        told.tell_needless()
        public.sort(key=lambda report: (report.record.published.sort_key, report.slug), reverse=True)
        at_home = self._all_told(Problems(self.most), self._kept.keys() - unfinished) if unfinished else ()
        warnings, brought = tuple(told.warnings), tuple(brought_together)
        return Site(registry, tuple(public), site.settings, warnings, brought, tuple(sorted(at_home)))

    def _raise_if_any(self, problems: Problems, unfinished: Set[str]) -> Problems:
        """Raise all that was told, if there is an error that is of no unfinished draft; else return what is not."""
        told = self._all_told(problems, unfinished)
        if told.errors_told:
            self._all_told(problems).raise_if_any()
        return told

    def _all_told(self, problems: Problems, but: Set[str] = frozenset()) -> Problems:
        """All that was told, of the content and of each report but some; nothing of it quotes what is redacted."""
        some = (kept for slug, kept in self._kept.items() if slug not in but)
        told = (part for kept in some for part in (kept.problems, kept.of_publishing))
        whole = Problems.together([problems, *told])
        if whole.told_any:
            whole.hide_words(says_redacted((one.folder for one in self._kept.values()), self._registry))
        return whole

    def _keep(self, folder: Path, renderer: Renderer) -> None:
        """Read a report, unless what was read of it still holds."""
        holds, kept = hash_of(folder), self._kept.get(folder.name)
        if kept and holds is not None and kept.holds == holds:
            kept.problems.back()
            return
        kept = self._kept[folder.name] = self._report(folder, renderer)
        kept.problems.keep()
        # What was saved in the meantime may have been read, or not.
        kept.holds = holds if holds == hash_of(folder) else None

    def _report(self, folder: Path, renderer: Renderer) -> _Kept:
        """Read and check one report, as far as that needs no other."""
        slug, registry, problems = folder.name, self._registry, Problems(self.most)
        file = read_record(folder / "record.yaml", slug, registry, problems)
        pair = read_pair(folder, renderer, problems, attachments=self._attachments)
        file.draft = pair.draft
        for lang, written in pair.written.items():
            check_marks(written, file, registry, problems, original=lang == "ar")
        warn_of_unshown(folder, pair.image_names, problems)
        check_evidence(folder, file, pair.texts, pair.written, problems)
        report = None
        if "ar" in pair.texts and file.record:
            report = Report(slug, folder, file.record, pair.texts["ar"], pair.texts.get("en"))
            warn_of_report(report, file, pair.written, self._names, problems)
            warn_of_drafts(pair, messages.REPORT(), problems)
        return _Kept(None, file, pair, Folder(folder, pair, file.path), report, problems)

    def _published(self, report: Report, renderer: Renderer) -> PublicReport:
        """A report without what must not be published. What it then lacks is told."""
        kept = self._kept[report.slug]
        if kept.public is None:
            path = report.path
            record = public_record(report.record, kept.pair.written)
            problems = kept.of_publishing = Problems(self.most)
            texts = published(kept.pair, record, self._registry, renderer, problems, drafts=self.drafts)
            sealed = keyed_hash(path, self._key)
            kept.public = PublicReport(report.slug, record, texts, is_compared(path), None, sealed)
        return kept.public

    def _check_openly(
        self,
        read: Iterable[Folder],
        reports: Mapping[str, Report],
        dossiers: Iterable[DossierFile],
        public: Iterable[PublicReport],
        brought_together: Iterable[Dossier],
        originals: Mapping[str, bytes],
        acknowledged: Acknowledged,
        problems: Problems,
    ) -> None:
        """Tell of redacted words that are said openly in what a build publishes: no drafts, whoever may see them."""
        content, folders = self.content, [*read]
        for one in dossiers:
            path = content / "dossiers" / one.slug
            folders.append(Folder(path, one.pair, path / "dossier.yaml"))
        stays = {report.path for report in reports.values() if report.draft}
        stays |= {content / "dossiers" / one.slug for one in dossiers if one.draft}
        out: dict[Path, Published] = {
            content / "dossiers" / one.slug: (_finished(one.texts), None) for one in brought_together
        }
        out |= {content / "reports" / one.slug: (_finished(one.texts), one.record) for one in public}
        goes_out = {path: what for path, what in out.items() if path not in stays}
        check_openly(content, folders, goes_out, self._registry, originals, acknowledged, problems)


def _finished(texts: Mapping[str, Text]) -> dict[str, Text]:
    return {lang: text for lang, text in texts.items() if not text.draft}


__all__ = ["Reader", "Registry", "Site", "read_site"]
