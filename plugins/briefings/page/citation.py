"""How to cite a page: who says it, what it is called, where it stands and since when.

A briefing is cited as its publisher's report on this site; every other page as the site's own.
"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from .addresses import beside
from .bibliography import Citation, Cited, Line
from .kind import Planned


def citation_of(planned: Planned) -> Citation | None:
    """The citation of a page; ``None`` for a page that has nothing of its own to cite."""
    if planned.kind.cited is None:
        return None
    page, cited = planned.page, planned.kind.cited(planned.page)
    corrected = planned.last_corrected
    translated = cited.text is not None and cited.text.lang != "ar"
    lines = (planned, planned.in_language(page.voice.other.lang))
    return Citation(
        key="-".join(part for part in (planned.kind.name, page.subject.replace("/", "-"), page.lang) if part),
        kind=cited.kind,
        title=cited.title or planned.heading,
        original=cited.original if translated else None,
        author=cited.author or page.texts.site_name,
        container=page.texts.site_name,
        translator=cited.text.translator if cited.text and translated else None,
        issued=cited.issued,
        corrected=corrected,
        note=page.voice.gettext("Last corrected: %(date)s", date=page.voice.date(corrected)) if corrected else None,
        address=page.links.absolute(page.path),
        lines=tuple(Line(_line(one, planned.kind.cited(one.page)), one.page.lang, one.page.dir) for one in lines),
        bib_file=page.links.href(beside(page.path, "cite.bib")) if cited.files else None,
        csl_file=page.links.href(beside(page.path, "cite.json")) if cited.files else None,
    )


def citation_files(planned: Planned, citation: Citation | None) -> Mapping[str, bytes]:
    """The files of a page's citation by their path in the site, beside the page; none for a page that has none."""
    if citation is None or citation.bib_file is None:
        return {}
    return {
        beside(planned.path, "cite.bib"): citation.bibtex.encode(),
        beside(planned.path, "cite.json"): citation.csl.encode(),
    }


def _line(planned: Planned, cited: Cited) -> str:
    """Author, title, site, the day of publishing, and the page's public address where the site has one.

    The words are plain; a title that has no translation is marked with its language.
    """
    page, title = planned.page, cited.title or planned.heading
    voice = page.voice
    words = voice.isolate(title.text) if title.lang == page.lang else page.texts.html(title)
    author = cited.author or page.texts.site_name
    parts = [author, voice.pgettext("citation", "“%(title)s”", title=words), page.texts.site_name]
    if cited.issued:
        parts.append(voice.date(cited.issued))
    line = Markup(voice.pgettext("citation", ", ")).join(dict.fromkeys(parts)) + "."
    address = page.links.absolute(page.path)
    return line + " " + voice.isolate(address) if address else line
