"""A report's marks as annotations of its plain text, in the W3C's Web Annotation Data Model.

The plain text of a language is a file of its own, a line for each block. An annotation's target is words of that
file, by quotation and by position (in code points); its scope is the same words on the briefing page. Its bodies are
what the words are about.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from bilingual import N_
from reports.model import Mark, PublicReport, Text

from ..page import addresses
from ..page.site_view import SiteView
from .format import Data, ReportFormat, json_text
from .placing import address
from .plain_text import FORMAT as PLAIN_TEXT

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

#: The specification that the dates of marks are written by.
EDTF = "https://www.loc.gov/standards/datetime/"

Address = Callable[[str], str]


def annotation_page(site: SiteView, report: PublicReport) -> dict:
    """An annotation for each mark of a report, in the order of its texts."""
    here = f"data/{FORMAT.path_of(report)}"
    at = partial(address, site.address, here)
    items = [item for text in report.texts.values() for item in _annotations(site, report, text, at)]
    return {
        "@context": CONTEXT,
        "id": at(here),
        "type": "AnnotationPage",
        "partOf": {
            "id": at(f"{here}#all"),
            "type": "AnnotationCollection",
            "label": report.slug,
            "total": len(items),
            "first": at(here),
            "last": at(here),
        },
        "startIndex": 0,
        "items": items,
    }


def _annotations(site: SiteView, report: PublicReport, text: Text, at: Address) -> list[dict]:
    starts: dict[int, int] = {}
    here = 0
    for block in text.blocks:
        starts[block.number] = here
        here += len(block.text) + 1
    return [_annotation(site, report, mark, starts[mark.block] + mark.start, at) for mark in text.marks]


def _annotation(site: SiteView, report: PublicReport, mark: Mark, start: int, at: Address) -> dict:
    bodies = _bodies(site, report, mark, at)
    return {
        "id": at(f"data/{FORMAT.path_of(report)}#{mark.anchor}"),
        "type": "Annotation",
        "motivation": list(dict.fromkeys(body["purpose"] for body in bodies)),
        "body": bodies,
        "target": {
            "type": "SpecificResource",
            "source": at(f"data/{PLAIN_TEXT.path_of(report, mark.lang)}"),
            "selector": [
                {"type": "TextQuoteSelector", "exact": mark.words, "prefix": mark.prefix, "suffix": mark.suffix},
                {"type": "TextPositionSelector", "start": start, "end": start + len(mark.words)},
            ],
            "scope": at(f"{addresses.briefing(mark.lang, report.slug)}#{mark.anchor}"),
        },
    }


def _bodies(site: SiteView, report: PublicReport, mark: Mark, at: Address) -> list[dict]:
    """What a mark is about, a body for each: what it identifies, the date it means, the words it should have been."""
    bodies = [
        {"type": "SpecificResource", "source": at(_page(site, report, mark.lang, id)), "purpose": "identifying"}
        for id in mark.ids
    ]
    if mark.when:
        bodies.append(_words(mark.when.text, "tagging") | {"conformsTo": EDTF})
    if mark.sic is not None:
        bodies.append(_words(mark.sic, "editing") | {"language": mark.lang})
    if mark.redacted:
        bodies.append(_words("redacted", "tagging") | {"language": "en"})
    return bodies


def _words(value: str, purpose: str) -> dict:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _page(site: SiteView, report: PublicReport, lang: str, id: str) -> str:
    """Where a claim, an event or an entry of the registry stands on the site."""
    if id in report.record.claims:
        return f"{addresses.briefing(lang, report.slug)}#claim-{id}"
    if id in report.record.events:
        return f"{addresses.briefing(lang, report.slug)}#event-{id}"
    return addresses.entry(lang, site.registry[id])


def _make(data: Data, report: PublicReport, lang: str) -> bytes:
    return json_text(annotation_page(data.site, report))


FORMAT = ReportFormat(
    order=140,
    path="reports/<slug>.annotations.jsonld",
    title=N_("The marks of a report as annotations of its plain text"),
    description=N_(
        "An annotation for each mark in both languages, in the Web Annotation Data Model of the W3C: the exact "
        "words with what stands around them, their place in the plain text in characters, where they stand on the "
        "page, and what they are about: a claim, an event, an entry of the registry, a date, a correction."
    ),
    media_type="application/ld+json",
    make=_make,
)
