"""A folder of content → the checked, public site, or all that is wrong with it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from . import messages, pixels
from .acknowledged import FILE as ACKNOWLEDGED
from .acknowledged import read_acknowledged
from .attachments import KINDS
from .checks import check_across, check_marks
from .dossiers import DossierReader
from .evidence import check_evidence, is_compared, keyed_hash, public_record, read_key, wanted_originals
from .images import SHOWN, warn_of_unshown
from .model import PublicReport, Registry, Report, Site
from .nodes import MAX_BYTES
from .openly import Folder, Published, check_openly
from .pairs import Pair, published, read_pair, warn_of_drafts
from .problems import ContentErrors, Problems, did_you_mean
from .prose import NAMES
from .record import RecordFile, read_record
from .registry import SLUG, read_registry
from .settings import FILE as SETTINGS
from .settings import read_settings
from .timeout import EACH_FILE, EACH_MIB, WHOLE, OutOfPatience, patience
from .tree import Renderer
from .warnings import warn_of_report

FILES = (SETTINGS, ACKNOWLEDGED)
FOLDERS = ("registry", "reports", "dossiers", "pages")
REGISTRY_FILES = ("places.yaml", "actors.yaml", "sources.yaml")
REPORT_FILES = ("ar.md", "en.md", "record.yaml")
DOSSIER_FILES = ("ar.md", "en.md", "dossier.yaml")

Progress = Callable[[str, int, int], None]


def read_site(content: Path, progress: Progress | None = None, key: Path | None = None) -> Site:
    """Read and check a content folder: its settings, its registry, every report, and every dossier.

    ``key`` is a file with the key of keyed hashes of originals. Returns what may be published, drafts and redacted
    words left out, with the warnings. Raises ``ContentErrors`` with every error of every file.
    """
    problems = Problems()
    if not content.is_dir():
        problems.error(content, 1, 1, messages.NO_CONTENT())
        problems.raise_if_any()
    try:
        pixels.begin()
        with patience(_time_for(content)):
            return _read(content, progress, key, problems)
    except OutOfPatience as reason:
        problems.error(content, 1, 1, messages.UNREADABLE_CONTENT(reason=reason.message))
        raise ContentErrors(problems) from None


def _time_for(content: Path) -> float:
    """So many seconds a content may take to read. Images have a time of their own besides; see ``pixels``."""
    seconds = WHOLE
    names = (*REGISTRY_FILES, *REPORT_FILES, *DOSSIER_FILES, *("ar.md", "en.md"), "original.txt")
    for name in FOLDERS:
        for folder, _, files in os.walk(content / name):
            for file in files:
                size = min(os.lstat(os.path.join(folder, file)).st_size, pixels.MAX_BYTES) / 2**20
                if file in names:
                    seconds += min(size, MAX_BYTES / 2**20) * EACH_MIB
                elif file.lower().endswith((*SHOWN, *KINDS)):
                    seconds += size * EACH_MIB / 2 + EACH_FILE
    return seconds


def _read(content: Path, progress: Progress | None, key_file: Path | None, problems: Problems) -> Site:
    _check_layout(content, problems)
    key = read_key(key_file, content, problems)
    site = read_settings(content, problems)
    settings = site.settings
    registry = read_registry(content / "registry", problems, site.check_side)
    acknowledged = read_acknowledged(content, problems)
    renderer = Renderer()
    reports: dict[str, Report] = {}
    records: dict[str, RecordFile] = {}
    pairs: dict[str, Pair] = {}
    folders = _folders(content / "reports", "report", problems)
    for done, folder in enumerate(folders, 1):
        if progress:
            progress("reading", done, len(folders))
        slug = folder.name
        file = records[slug] = read_record(folder / "record.yaml", slug, registry, problems)
        pair = pairs[slug] = read_pair(folder, renderer, problems, attachments=settings.attachments)
        for lang, written in pair.written.items():
            check_marks(written, file, registry, problems, original=lang == "ar")
        warn_of_unshown(folder, pair.image_names, problems)
        check_evidence(folder, file, pair.texts, pair.written, problems)
        if "ar" in pair.texts and file.record:
            report = reports[slug] = Report(slug, folder, file.record, pair.texts["ar"], pair.texts.get("en"))
            warn_of_report(report, file, registry, problems)
            warn_of_drafts(pair, messages.REPORT(), problems)
    originals = wanted_originals(content / "reports", site.originals, pairs, problems)
    check_across(reports, records, problems)
    reader = DossierReader(reports, records, registry, renderer, problems)
    dossiers = [reader.read(folder) for folder in _folders(content / "dossiers", "dossier", problems)]
    problems.raise_if_any()
    public = []
    for slug, report in reports.items():
        if not report.draft:
            record = public_record(report.record, pairs[slug].written)
            texts = published(pairs[slug], record, registry, renderer, problems)
            sealed = keyed_hash(report.path, key)
            public.append(PublicReport(slug, record, texts, is_compared(report.path), originals.get(slug), sealed))
    brought_together = [reader.publish(dossier) for dossier in dossiers if not dossier.draft]
    problems.raise_if_any()
    read = [Folder(report.path, pairs[slug], records[slug].path) for slug, report in reports.items()]
    for one in dossiers:
        path = content / "dossiers" / one.slug
        read.append(Folder(path, one.pair, path / "dossier.yaml"))
    goes_out: dict[Path, Published] = {content / "reports" / one.slug: (one.texts, one.record) for one in public}
    goes_out |= {content / "dossiers" / one.slug: (one.texts, None) for one in brought_together}
    check_openly(content, read, goes_out, registry, originals, acknowledged, problems)
    acknowledged.tell_needless()
    problems.raise_if_any()
    public.sort(key=lambda report: (report.record.published.sort_key, report.slug), reverse=True)
    return Site(registry, tuple(public), settings, tuple(problems.warnings), tuple(brought_together))


def _check_layout(content: Path, problems: Problems) -> None:
    """What stands in the folder and is not read is told, since a report may be missing for it."""
    for path in _links(content):
        problems.error(path, 1, 1, messages.SYMBOLIC_LINK())
    for path in sorted(content.glob("*.y*ml")):
        if path.name not in FILES and (hint := did_you_mean(path.name, FILES)):
            problems.warning(path, 1, 1, messages.NOT_READ(hint, name=path.name))
    for path in [*(content / name for name in FOLDERS), *(content / "pages" / name for name in NAMES)]:
        if path.exists() and not path.is_dir():
            problems.error(path, 1, 1, messages.NO_FOLDER())
    if not any((content / name).is_dir() for name in ("registry", "reports")):
        problems.error(content, 1, 1, messages.NO_FOLDER_OF_CONTENT())
    for name, known in (("", FOLDERS), ("registry", REGISTRY_FILES), ("reports", ()), ("dossiers", ())):
        folder = content / name
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            is_text = path.suffix in (".md", ".yaml", ".yml")
            unread = path.is_dir() if folder == content else is_text and path.is_file()
            unread |= not known and bool(SLUG.fullmatch(path.name)) and not path.is_dir()
            if unread and path.name not in known and not path.name.startswith("."):
                problems.warning(path, 1, 1, messages.NOT_READ(did_you_mean(path.name, known), name=path.name))
    for folder, what, known in (
        (content / "reports", messages.A_REPORT(), REPORT_FILES),
        (content / "dossiers", messages.A_DOSSIER(), DOSSIER_FILES),
    ):
        for path in sorted(folder.glob("*/*.*")):
            if path.suffix in (".md", ".yaml", ".yml") and path.name not in known:
                written = messages.FILES_OF(what=what, first=known[0], second=known[1], third=known[2])
                problems.warning(
                    path, 1, 1, messages.NOT_READ(did_you_mean(path.name, known) or written, name=path.name)
                )


def _links(content: Path) -> list[Path]:
    """Every symbolic link among the files and in the folders that are read, whatever it leads to."""
    found = [content / name for name in (*FILES, *FOLDERS) if (content / name).is_symlink()]
    for top in (content / name for name in FOLDERS if not (content / name).is_symlink()):
        for folder, folders, files in os.walk(top):
            found += [path for name in (*folders, *files) if (path := Path(folder, name)).is_symlink()]
    return sorted(found)


def _folders(root: Path, what: str, problems: Problems) -> list[Path]:
    """The folders of all reports or dossiers, by slug; ``what`` names one of them."""
    folders: list[Path] = []
    for path in sorted(root.iterdir()) if root.is_dir() else ():
        if path.name.startswith(".") or not path.is_dir():
            continue
        if not SLUG.fullmatch(path.name):
            problems.error(path, 1, 1, messages.NO_SLUG(name=path.name))
        elif not path.is_symlink():
            folders.append(path)
    return folders


__all__ = ["Registry", "Site", "read_site"]
