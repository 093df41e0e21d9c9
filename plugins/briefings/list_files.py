"""The files that the filters of a long ledger and timeline work with, one for each year, and its words by language.

``lists/2016.js`` has what the events of a year, and the figures that end in it, can be chosen and added up by;
``2016.rows.js`` the rows of the table of figures; ``2016.en.js`` the words of their lines. Each is a script that leaves
its part in ``isnadLists``: a page in a folder may load scripts and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from markupsafe import escape

from bilingual import LANGUAGES
from findings import FigureUse
from findings.calendar import month_begun

from .exports import data_of
from .exports.casualties import FORMAT as CASUALTIES
from .kinds.casualties import KIND as LEDGER
from .page import ledger
from .page.event_lines import FigureLine, event_line, month_ended
from .page.kind import Planned
from .page.page import Page
from .page.site_view import SiteView


def list_files(site: SiteView) -> dict[str, bytes]:
    """These files by their paths in the site; none where the pages hold everything."""
    findings = site.findings
    if not ledger.in_files(findings):
        return {}
    begun = {key: month_begun(entry).partition("-")[0] for key, entry in findings.entries.items()}
    ended = {ledger.figure_key(use): month_ended(use).partition("-")[0] for use in findings.cumulative}
    year_of = begun | ended
    parts: dict[str, dict[str, list]] = {year: {"events": [], "figures": []} for year in ledger.years(findings)}
    for name, told in (("events", ledger.all_events(findings)), ("figures", ledger.all_figures(findings))):
        for one in told:
            parts[year_of[str(one["key"])]][name].append(one)
    rows: dict[str, list] = {year: [] for year in parts}
    for number, row in enumerate(ledger.all_rows(findings, site.once(data_of).lines(CASUALTIES)[1:])):
        rows[year_of[str(row.get("event") or row.get("figure"))]].append({**row, "n": number})
    files: dict[str, object] = {**parts} | {f"{year}.rows": found for year, found in rows.items()}
    for lang in LANGUAGES:
        page = Planned.of(site, LEDGER, lang).page
        for year, part in parts.items():
            files[f"{year}.{lang}"] = _words(page, [one["key"] for one in part["events"]], year, ended)
    return {f"{ledger.LISTS}{name}.js": _script(name, told) for name, told in files.items()}


def _words(page: Page, keys: list[str], year: str, ended: Mapping[str, str]) -> dict[str, object]:
    """The words of the lines of events and figures: see ``components/lines.html``, which has the same in pages."""
    figures = [use for use in page.site.findings.cumulative if ended[ledger.figure_key(use)] == year]
    return {
        "events": {key: _event(page, key) for key in keys},
        "figures": {ledger.figure_key(use): _figure(page, use) for use in figures},
    }


def _event(page: Page, key: str) -> dict[str, object]:
    findings = page.site.findings
    line = event_line(findings, findings, findings.entries[key])
    when, title, told = line.entry.event.event.when, page.texts.event_title(key), page.figures.noted(line)
    numbers = [(count.quantity, page.figures.range(count.all.range)) for count in line.counts]
    return {
        "when": page.voice.date(when) if when else "",
        "numbers": [
            [ledger.row_name(quantity, "all"), _plain(said), _plain(page.names.quantity(quantity))]
            for quantity, said in numbers
        ],
        "title": title.text,
        "lang": title.lang,
        "notes": [_plain(one) for one in (told.where, told.sources, told.denied, *told.rest)],
    }


def _figure(page: Page, use: FigureUse) -> dict[str, object]:
    claim, figures, gettext = use.claim, page.figures, page.voice.gettext
    title, places, as_of = page.texts.title(claim.report), figures.places(use), claim.claim.as_of
    notes = [
        page.names.listed(places) if places else "",
        page.names.listed(claim.speakers) if claim.speakers else gettext("source not named"),
        gettext("said %(date)s", date=page.voice.date(as_of)) if as_of else "",
    ]
    among = figures.including(use)
    whose = [figures.whose(use)] if page.answers.speaks_of_some(use) else []
    if among:
        said = page.voice.pgettext("list", "; ").join(map(_plain, among))
        whose.append(gettext("of them %(people)s", people=said))
    return {
        "when": page.voice.date(FigureLine(use).period),
        "claim": claim.key,
        "number": page.voice.figure(use.figure),
        "counted": use.figure.counted,
        "of": _plain(page.names.outcome(use)),
        "whose": page.voice.pgettext("list", "; ").join(map(_plain, whose)),
        "words_at": page.links.in_text(claim.report, claim.claim.id),
        "at": page.links.claim(claim),
        "title": title.text,
        "lang": title.lang,
        "notes": [_plain(one) for one in notes],
    }


def _plain(words: object) -> str:
    """Words without the elements that a page sets around some of them."""
    return escape(words).striptags()


def _script(name: str, told: object) -> bytes:
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    # Within a script these two would end a line; everything else of JSON is JavaScript.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'"use strict";\n(self.isnadLists ??= {{}})["{name}"] = {text};\n'.encode()
