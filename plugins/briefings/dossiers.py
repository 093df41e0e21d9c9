"""The pages of dossiers: reports brought together, with the editors' text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bilingual import N_
from findings import Findings
from reports.errors import Problem
from reports.model import OUTCOMES

from .markup import Reference, Wording, rows
from .page import Page
from .pages import event_rows

_KINDS = {"claim": N_("Claim %(number)s"), "event": N_("Event %(number)s")}


def empty_dossiers(findings: Findings) -> list[Problem]:
    """An error for each dossier that takes no published report: its page would be about nothing."""
    return [
        Problem(
            dossier.texts["ar"].path.with_name("dossier.yaml"),
            1,
            1,
            "the dossier selects no published report",
            "list one under `reports`, or give places, actors or a time in which a report has an event",
        )
        for slug, dossier in findings.dossiers.items()
        if not findings.dossier(slug).slugs
    ]


def index(page: Page) -> Mapping[str, object]:
    """What the list of dossiers shows."""
    return {"dossiers": list(page.site.findings.dossiers)}


def dossier(page: Page) -> Mapping[str, object]:
    """What a dossier's page shows."""
    scope = page.site.findings.dossier(page.subject)
    text = scope.dossier.text(page.lang)
    events = event_rows(scope)
    voice = page.voice
    wording = Wording(
        voice.date,
        lambda correction: voice.gettext("Misprint in the source; read: %(correction)s", correction=correction),
        voice.gettext("Redacted"),
        voice.gettext("Back to the text"),
    )
    ids = dict.fromkeys(id for mark in text.marks for id in mark.ids)
    return {
        "dossier": scope.dossier,
        "scope": scope,
        "text": text,
        "rows": rows(text, _references(page, ids), wording),
        "events": events,
        "competing": [event for event in events if event.event in scope.competing],
        "outcomes": [outcome for outcome in OUTCOMES if any(use.outcome == outcome for use in scope.figures)],
    }


def _references(page: Page, ids: Iterable[str]) -> dict[str, Reference]:
    """Where each id in the marks of the editors' text leads: into a briefing, or to the page of an entry."""
    site, found = page.site, {}
    for id in ids:
        slug, slash, inner = id.partition("/")
        if not slash:
            kind = page.site.section_of(id).removesuffix("s")
            found[id] = Reference(page.entry(id), kind, "", page.entry_name(id))
        elif inner in site.index.reports[slug].record.claims:
            label = page.voice.gettext(_KINDS["claim"], number=page.claim_number(site.index.claims[id]))
            found[id] = Reference(page.in_text(slug, inner), "quoted", "", label)
        else:
            number = page.event_number(slug, site.index.event_key(slug, inner))
            label = page.voice.gettext(_KINDS["event"], number=number)
            found[id] = Reference(page.briefing(slug, f"event-{inner}"), "told", "", label)
    return found
