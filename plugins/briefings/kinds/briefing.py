"""A briefing: one report, its events, claims and figures, and its text in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from bilingual import N_
from findings import by_event
from pictures.timeline_picture import timeline_picture
from reports.model import Mark, Text

from ..exports.data_files import files_of, original_of
from ..page.event_rows import event_rows
from ..page.images import figure
from ..page.maps import scope_map
from ..page.markup import Reference, rows, wording
from ..page.page import Page

_KINDS = {"claim": N_("Claim %(number)s"), "event": N_("Event %(number)s")}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the parallel text: the same piece in each language that the report has.

    A cell is its language, its direction, what it is called in its own language (nothing where it stands alone), and
    its HTML.
    """

    number: int
    cells: tuple[tuple[str, str, str, Markup], ...]


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


def _dates(page: Page, text: Text) -> list[Mark]:
    """The dates of a text that its words do not say themselves, each way of saying one once."""
    found: dict[tuple[str, str], Mark] = {}
    for mark in text.marks:
        if mark.when:
            words, date = " ".join(mark.words.split()), page.voice.date(mark.when)
            if words != date:
                found.setdefault((words, date), mark)
    return list(found.values())


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
