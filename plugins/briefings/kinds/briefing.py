"""What each kind of page is given besides itself: the findings that it shows, in the order in which it shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup

from bilingual import N_, Voice
from findings import Entry, FigureUse, Findings, Quantity, Scope, by_event
from pictures.bars import Panel, panels
from pictures.density import density
from pictures.timeline_picture import timeline_picture
from reports.model import OUTCOMES, Mark, Text

from ..exports.data_files import files_of, original_of
from ..page import addresses, ledger
from ..page.images import figure
from ..page.maps import scope_map
from ..page.markup import Reference, Wording, json_data, rows
from ..page.page import Page
from ..page.site_view import SiteView

#: How many briefings a front page shows.
LATEST = 12
#: Up to how many events the timeline of the site is drawn. Of more, its months are, and each month on its page.
DRAWN = 120

_KINDS = {"claim": N_("Claim %(number)s"), "event": N_("Event %(number)s")}


def front(site: SiteView) -> Mapping[str, object]:
    """The front page of both languages: a page in each, and the latest briefings."""
    both = [Page(site, addresses.FRONT, lang, "front") for lang in addresses.LANGUAGES]
    return {"both": both, "slugs": list(site.index.reports)[:LATEST]}


def timeline(page: Page) -> Mapping[str, object]:
    """What the timeline of the site shows."""
    findings = page.site.findings
    few = len(findings.timeline) <= DRAWN
    return {
        "findings": findings,
        "months": findings.months,
        "density": density([(month, *_sure(findings.in_month(month).timeline, month)) for month in findings.months]),
        "picture": timeline_picture(findings.timeline, page.site.registry) if few else None,
        "parts": None if few else [(month, list(part)) for month, part in groupby(findings.timeline, _begins)],
        "fields": ledger.fields(page),
        "data": json_data(ledger.timeline_data(page)),
    }


def _dates(page: Page, text: Text) -> list[Mark]:
    """The dates of a text that its words do not say themselves, each way of saying one once."""
    found: dict[tuple[str, str], Mark] = {}
    for mark in text.marks:
        if mark.when:
            words, date = " ".join(mark.words.split()), page.voice.date(mark.when)
            if words != date:
                found.setdefault((words, date), mark)
    return list(found.values())


def _sure(entries: Sequence[Entry], month: str) -> tuple[int, int]:
    """How many of the events that may lie in a month lie in it whole, and how many only may."""
    whole = sum(
        bool(when and when.earliest and when.latest) and _begins(entry) == month == f"{when.latest:%Y-%m}"
        for entry in entries
        for when in [entry.event.event.when]
    )
    return whole, len(entries) - whole


def _begins(entry: Entry) -> str | None:
    """The month in which an event begins at the earliest (ends at the latest, where its beginning is open)."""
    when = entry.event.event.when
    day = when and (when.earliest or when.latest)
    return f"{day:%Y-%m}" if day else None


def casualties(page: Page) -> Mapping[str, object]:
    """What the ledger shows."""
    findings = page.site.findings
    return {
        "findings": findings,
        "events": event_rows(findings),
        "cumulative": _cumulative(findings),
        "months": findings.months,
        "fields": ledger.fields(page),
        "data": json_data(ledger.ledger_data(page)),
    }


def prose(page: Page) -> Mapping[str, object]:
    """What a plain page shows."""
    text = page.site.prose[(page.name, page.lang)]
    return {"title": text.title, "summary": text.summary, "body": Markup(text.html)}


def _cumulative(findings: Findings) -> list[tuple[str, list[FigureUse]]]:
    """The figures over a time, by report, in the order of their periods."""
    found: dict[str, list[FigureUse]] = {}
    for use in sorted(findings.cumulative, key=lambda use: use.casualties.period.sort_key):  # type: ignore[union-attr]
        found.setdefault(use.claim.report, []).append(use)
    return list(found.items())


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the parallel text: the same piece in each language that the report has.

    A cell is its language, its direction, what it is called in its own language (nothing where it stands alone), and
    its HTML.
    """

    number: int
    cells: tuple[tuple[str, str, str, Markup], ...]


@dataclass(frozen=True, slots=True)
class EventRows:
    """The casualty figures of one event, and the quantities that they are figures of."""

    entry: Entry
    figures: tuple[FigureUse, ...]
    quantities: tuple[Quantity, ...]

    @property
    def event(self) -> str:
        """The event's key."""
        return self.entry.event.key

    @property
    def only_report(self) -> str | None:
        """The slug of the report that all that is said of these figures stands in; ``None`` where it is several."""
        slugs = {row.claim.report for panel in self.panels for one in panel.compared for row in one.rows}
        return slugs.pop() if len(slugs) == 1 else None

    @property
    def panels(self) -> tuple[Panel, ...]:
        """Its figures as bars, outcome by outcome."""
        return panels(self.figures, self.quantities)

    @property
    def sides(self) -> list[str | None]:
        """The sides that those who say something of the event speak for, no side last."""
        found = {side for quantity in self.quantities for side, _ in quantity.columns}
        return sorted(found, key=lambda side: (side is None, side or ""))


def briefing(page: Page) -> Mapping[str, object]:
    """What a briefing page shows."""
    report = page.report
    findings = page.site.findings.report(report.slug)
    languages = [lang for lang in (page.lang, page.voice.other.lang) if lang in report.texts]
    texts = [report.texts[lang] for lang in languages]
    claims = sorted(findings.claims, key=lambda claim: page.site.claim_numbers[claim.key])
    return {
        "report": report,
        "record": report.record,
        "files": files_of(report),
        "original": original_of(report),
        "dossiers": page.site.findings.dossiers_with.get(report.slug, []),
        "findings": findings,
        "languages": languages,
        "rows": _parallel(page, texts),
        "claims": claims,
        "about": by_event([findings.attributions[claim.key] for claim in claims], list(findings.entries)),
        "events": event_rows(findings),
        "picture": timeline_picture(findings.timeline, page.site.registry),
        "map": scope_map(page, findings, _entries(page)),
        "entries": _entries(page),
        "dates": _dates(page, page.text(report.slug)),
        "misprints": [mark for text in texts for mark in text.marks if mark.sic is not None],
    }


def _references(page: Page) -> dict[str, Reference]:
    """Where each id in the report's marks leads in the page."""
    report, site, voice = page.report, page.site, page.voice
    found: dict[str, Reference] = {}
    for id in report.record.claims:
        number = page.claim_number(site.index.claims[f"{report.slug}/{id}"])
        found[id] = Reference(f"#claim-{id}", "claim", number, voice.gettext(_KINDS["claim"], number=number))
    for id in report.record.events:
        number = page.event_number(report.slug, site.index.event_key(report.slug, id))
        found[id] = Reference(f"#event-{id}", "event", number, voice.gettext(_KINDS["event"], number=number))
    for id in _entries(page):
        found[id] = Reference(f"#entry-{id}", site.kind_of(id), "", page.entry_name(id))
    return found


def _entries(page: Page) -> list[str]:
    """The registry entries that the report marks, in the order of its Arabic text."""
    marked = dict.fromkeys(id for text in page.report.texts.values() for mark in text.marks for id in mark.ids)
    return [id for id in marked if id in page.site.registry]


def wording(voice: Voice) -> Wording:
    """The words around marks, in the language of the text that they stand in."""
    return Wording(
        voice.date,
        lambda correction: voice.gettext("Misprint in the source; read: %(correction)s", correction=correction),
        voice.gettext("Redacted"),
        voice.gettext("Back to the text"),
    )


def _parallel(page: Page, texts: list[Text]) -> list[Row]:
    columns = []
    for text in texts:
        speaking = page.speaking(text.lang)
        voice = speaking.voice
        name = voice.gettext("Arabic original") if text.lang == "ar" else voice.gettext("English translation")
        label = name if len(texts) > 1 else ""
        cells = rows(text, _references(speaking), wording(voice), partial(figure, page, text.lang))
        columns.append((text.lang, speaking.dir, label, cells))
    return [
        Row(number, tuple((*about, cells[number - 1]) for *about, cells in columns if number <= len(cells)))
        for number in range(1, max(len(cells) for *_, cells in columns) + 1)
    ]


def event_rows(findings: Scope) -> list[EventRows]:
    """The incident figures in scope by event, in the order of the timeline; within one, outcome by outcome."""
    figures: dict[str, list[FigureUse]] = {}
    for use in findings.figures:
        if use.event is not None and use.casualties.scope == "incident":
            figures.setdefault(use.event, []).append(use)
    quantities: dict[str, list[Quantity]] = {}
    for quantity in findings.quantities:
        quantities.setdefault(quantity.event, []).append(quantity)
    found = []
    for entry in findings.timeline:
        key = entry.event.key
        if key in figures:
            ordered = sorted(figures[key], key=lambda use: OUTCOMES.index(use.outcome))
            found.append(EventRows(entry, tuple(ordered), tuple(quantities.get(key, ()))))
    return found
