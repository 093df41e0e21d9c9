"""How to cite a briefing: one line in the page's language."""

from __future__ import annotations

from .addresses import briefing
from .page import Page


def citation(page: Page) -> str:
    """Publisher, title, publisher's date, site, and the page's public address where the site has one."""
    report = page.report
    assert report is not None
    voice, record = page.voice, report.record
    title = page.title(report.slug)
    parts = [
        page.entry_name(record.publisher),
        voice.pgettext("citation", "“%(title)s”", title=voice.isolate(title.text)),
        page.site_name,
        voice.date(record.published),
    ]
    address = page.absolute(briefing(page.lang, report.slug))
    line = voice.pgettext("citation", ", ").join(dict.fromkeys(parts)) + "."
    return f"{line} {voice.isolate(address)}" if address else line
