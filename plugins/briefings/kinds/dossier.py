"""The pages of dossiers: reports brought together, with the editors' text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from findings import Findings
from pictures.timeline_picture import timeline_picture
from reports.problems import Problem

from ..page.event_rows import event_rows
from ..page.maps import scope_map
from ..page.markup import Reference, rows, wording
from ..page.page import Page


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
    ids = dict.fromkeys(id for mark in text.marks for id in mark.ids)
    return {
        "dossier": scope.dossier,
        "scope": scope,
        "text": text,
        "rows": rows(text, _references(page, page.speaking(text.lang), ids), wording(page.site.voices[text.lang])),
        "events": events,
        "map": scope_map(page, scope),
        "picture": timeline_picture(scope.timeline, page.site.registry),
        "competing": [event for event in events if event.event in scope.competing],
    }


def _references(page: Page, speaking: Page, ids: Iterable[str]) -> dict[str, Reference]:
    """Where each id in the marks of the editors' text leads: into a briefing, or to the page of an entry.

    ``speaking`` has the language of the text, which says what is there.
    """
    site, found = page.site, {}
    for id in ids:
        slug, slash, inner = id.partition("/")
        if not slash:
            found[id] = Reference(page.entry(id), site.kind_of(id), "", speaking.entry_name(id))
        elif inner in site.index.reports[slug].record.claims:
            label = speaking.claim_label(site.index.claims[id])
            found[id] = Reference(page.in_text(slug, inner), "quoted", "", label)
        else:
            label = speaking.told_plain(speaking.event_title(site.index.event_key(slug, inner), slug))
            found[id] = Reference(page.briefing(slug, f"event-{inner}"), "told", "", label)
    return found
