"""A folder of content → the checked, public site, or all that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from .checks import check_across, check_marks, check_translation
from .errors import Problems, did_you_mean
from .model import PublicReport, Registry, Report, Site, Text
from .record import RecordFile, read_record
from .registry import SLUG, read_registry
from .texts import Written, build_text, read_written, redacted, warn_of_footnotes
from .tree import Renderer
from .warnings import warn_of_report

FOLDERS = ("registry", "reports", "dossiers", "pages")
REGISTRY_FILES = ("places.yaml", "actors.yaml", "sources.yaml")
REPORT_FILES = ("ar.md", "en.md", "record.yaml")

Progress = Callable[[str, int, int], None]


def read_site(content: Path, progress: Progress | None = None) -> Site:
    """Read and check a content folder: its registry and every report.

    Returns what may be published, drafts and redacted words left out, with the warnings. Raises
    ``ContentErrors`` with every error of every file.
    """
    problems = Problems()
    if not content.is_dir():
        problems.error(content, 1, 1, "there is no such folder of content", "check CONTENT")
        problems.raise_if_any()
    _check_layout(content, problems)
    registry = read_registry(content / "registry", problems)
    renderer = Renderer()
    reports: dict[str, Report] = {}
    records: dict[str, RecordFile] = {}
    written: dict[str, list[Written]] = {}
    folders = _report_folders(content / "reports", problems)
    for done, folder in enumerate(folders, 1):
        if progress:
            progress("reading", done, len(folders))
        file = records[folder.name] = read_record(folder / "record.yaml", folder.name, registry, problems)
        report = _read_report(folder, file, registry, renderer, problems, written)
        if report:
            reports[folder.name] = report
            warn_of_report(report, file, registry, problems)
            _warn_of_drafts(report, problems)
    check_across(reports, records, problems)
    problems.raise_if_any()
    public = [
        _published(report, written[slug], renderer, problems) for slug, report in reports.items() if not report.draft
    ]
    problems.raise_if_any()
    public.sort(key=lambda report: (report.record.published.sort_key, report.slug), reverse=True)
    return Site(registry, tuple(public), tuple(problems.warnings))


def _check_layout(content: Path, problems: Problems) -> None:
    """What stands in the folder and is not read is told, since a report may be missing for it."""
    if not any((content / name).is_dir() for name in ("registry", "reports")):
        hint = "CONTENT is the folder that holds `registry/` and `reports/`"
        problems.error(content, 1, 1, "this is no folder of content", hint)
    for folder, known in ((content, FOLDERS), (content / "registry", REGISTRY_FILES), (content / "reports", ())):
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            is_text = path.suffix in (".md", ".yaml", ".yml")
            unread = path.is_dir() if folder == content else is_text and path.is_file()
            if unread and path.name not in known and not path.name.startswith("."):
                hint = did_you_mean(path.name, known) or "move it to where it belongs, or out of the content"
                problems.warning(path, 1, 1, f"`{path.name}` is not read", hint)
    for path in sorted((content / "reports").glob("*/*.*")):
        if path.suffix in (".md", ".yaml", ".yml") and path.name not in REPORT_FILES:
            hint = did_you_mean(path.name, REPORT_FILES) or "a report is `ar.md`, `en.md` and `record.yaml`"
            problems.warning(path, 1, 1, f"`{path.name}` is not read", hint)


def _warn_of_drafts(report: Report, problems: Problems) -> None:
    for text, what in ((report.ar, "report"), (report.en, "translation")):
        if text and text.draft:
            problems.warning(
                text.path, 1, 1, f"the {what} is a draft, so it is left out", "take out `Status: draft` to publish it"
            )
            return


def _report_folders(root: Path, problems: Problems) -> list[Path]:
    folders: list[Path] = []
    for path in sorted(root.iterdir()) if root.is_dir() else ():
        if path.name.startswith(".") or not path.is_dir():
            continue
        if not SLUG.fullmatch(path.name):
            problems.error(path, 1, 1, f"`{path.name}` is no slug", "name the folder with a-z, 0-9 and hyphens")
        elif path.is_symlink():
            problems.error(path, 1, 1, "the folder is a symbolic link", "put the report itself here")
        else:
            folders.append(path)
    return folders


def _read_report(
    folder: Path,
    file: RecordFile,
    registry: Registry,
    renderer: Renderer,
    problems: Problems,
    written: dict[str, list[Written]],
) -> Report | None:
    texts: dict[str, Text | None] = {"ar": None, "en": None}
    sources: list[Written] = []
    for lang in texts:
        path = folder / f"{lang}.md"
        if lang == "en" and not path.exists():
            continue
        source = read_written(path, problems)
        if source is None:
            continue
        sources.append(source)
        warn_of_footnotes(source, problems)
        texts[lang] = build_text(source, lang, renderer, problems) if source.sound else None
        check_marks(source, file, registry, problems, original=lang == "ar")
    ar, en = texts["ar"], texts["en"]
    if ar and en:
        check_translation(ar, en, problems)
    written[folder.name] = sources
    if ar is None or file.record is None:
        return None
    return Report(folder.name, folder, file.record, ar, en)


def _published(report: Report, sources: list[Written], renderer: Renderer, problems: Problems) -> PublicReport:
    """The report without its redacted words; a translation that is still a draft stays at home."""
    texts: dict[str, Text] = {}
    for text, source in zip([text for text in (report.ar, report.en) if text], sources, strict=True):
        if text.draft:
            continue
        secret = any(span.redacted for span in source.spans)
        own = {*report.record.events, *report.record.claims}
        public = build_text(redacted(source, own, problems), text.lang, renderer, problems) if secret else text
        if public is not None:
            texts[text.lang] = public
    return PublicReport(report.slug, report.record, texts)


__all__ = ["Registry", "Site", "read_site"]
