"""How to cite a page: who says it, what it is called, where it stands and since when.

A briefing is cited as its publisher's report on this site; every other page as the site's own.
"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from reports.edtf import EdtfDate
from reports.model import Text

from .bibliography import Citation, Line
from .changes import last_corrected
from .page import Page
from .site_view import Phrase

#: Pages that nobody cites: they say nothing of their own.
NOT_CITED = ("front", "404")

#: Pages that have their citation as files too.
WITH_FILES = ("briefing", "dossier")


def citation_of(page: Page) -> Citation | None:
    """The citation of a page; ``None`` for a page that has nothing of its own to cite."""
    if page.name in NOT_CITED:
        return None
    corrected = last_corrected(page)
    text = _text(page)
    translated = text is not None and text.lang != "ar"
    has_files = page.name in WITH_FILES
    return Citation(
        key="-".join(part for part in (page.name, page.subject, page.lang) if part),
        kind={"briefing": "report", "data": "dataset"}.get(page.name, "webpage"),
        title=_title(page),
        original=_original(page) if translated else None,
        author=_author(page),
        container=page.site_name,
        translator=text.translator if text and translated else None,
        issued=_issued(page),
        corrected=corrected,
        note=page.voice.gettext("Last corrected: %(date)s", date=page.voice.date(corrected)) if corrected else None,
        address=page.absolute(page.path),
        lines=tuple(Line(_line(voice), voice.lang, voice.dir) for voice in (page, _in_the_other_language(page))),
        bib_file=page.href(_file(page, "bib")) if has_files else None,
        csl_file=page.href(_file(page, "json")) if has_files else None,
    )


def citation_files(page: Page, citation: Citation | None) -> Mapping[str, bytes]:
    """The files of a page's citation by their path in the site, beside the page; none for a page that has none."""
    if citation is None or citation.bib_file is None:
        return {}
    return {_file(page, "bib"): citation.bibtex.encode(), _file(page, "json"): citation.csl.encode()}


def _file(page: Page, kind: str) -> str:
    return f"{page.path.rpartition('/')[0]}/cite.{kind}"


def _in_the_other_language(page: Page) -> Page:
    return Page(page.site, page.twin_path, page.voice.other.lang, page.name, page.subject)


def _line(page: Page) -> str:
    """Author, title, site, the day of publishing, and the page's public address where the site has one.

    The words are plain; a title that has no translation is marked with its language.
    """
    voice, title, issued = page.voice, _title(page), _issued(page)
    words = voice.isolate(title.text) if title.lang == page.lang else page.told(title)
    parts = [_author(page), voice.pgettext("citation", "“%(title)s”", title=words), page.site_name]
    if issued:
        parts.append(voice.date(issued))
    line = Markup(voice.pgettext("citation", ", ")).join(dict.fromkeys(parts)) + "."
    address = page.absolute(page.path)
    return line + " " + voice.isolate(address) if address else line


def _title(page: Page) -> Phrase:
    """What the page is called; the list of briefings is not called as the whole site."""
    return Phrase(page.section_title("home"), page.lang) if page.name == "home" else page.heading


def _author(page: Page) -> str:
    return page.entry_name(page.report.record.publisher) if page.name == "briefing" else page.site_name


def _issued(page: Page) -> EdtfDate | None:
    return page.report.record.published if page.name == "briefing" else None


def _text(page: Page) -> Text | None:
    """The text that a page of a report or dossier shows."""
    if page.name == "briefing":
        return page.text(page.subject)
    return page.site.findings.dossiers[page.subject].text(page.lang) if page.name == "dossier" else None


def _original(page: Page) -> Phrase:
    texts = page.report.texts if page.name == "briefing" else page.site.findings.dossiers[page.subject].texts
    return Phrase(texts["ar"].title, "ar")
