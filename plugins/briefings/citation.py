"""How to cite a briefing: one line in the page's language."""

from __future__ import annotations

from markupsafe import Markup

from .addresses import briefing
from .page import Page


def citation(page: Page) -> Markup:
    """Publisher, title, publisher's date, site, and the page's public address where the site has one.

    The words are plain; a title that has no translation is marked with its language.
    """
    report = page.report
    voice, record = page.voice, report.record
    title = page.title(report.slug)
    words = voice.isolate(title.text) if title.lang == page.lang else page.told(title)
    parts = [
        page.entry_name(record.publisher),
        voice.pgettext("citation", "“%(title)s”", title=words),
        page.site_name,
        voice.date(record.published),
    ]
    address = page.absolute(briefing(page.lang, report.slug))
    line = Markup(voice.pgettext("citation", ", ")).join(dict.fromkeys(parts)) + "."
    return line + " " + voice.isolate(address) if address else line
