"""A report's marks as annotations of its plain text, in the W3C's Web Annotation Data Model.

The plain text of a language is a file of its own, a line for each block. An annotation's target is words of that
file, by quotation and by position (in code points); its scope is the same words on the briefing page. Its bodies are
what the words are about.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from reports.model import Mark, PublicReport, Text

from ..page import addresses
from ..page.site_view import SiteView
from .placing import address

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

#: The specification that the dates of marks are written by.
EDTF = "https://www.loc.gov/standards/datetime/"

Address = Callable[[str], str]


def plain_text(text: Text) -> str:
    """The texts of the blocks, one a line."""
    return "\n".join(block.text for block in text.blocks) + "\n"


def text_file(slug: str, lang: str) -> str:
    """The file, below ``data/``, that holds a report's plain text in a language."""
    return f"reports/{slug}.{lang}.txt"


def original_file(slug: str) -> str:
    """The file, below ``data/``, that holds the text that a report was made from, where it is handed out."""
    return f"reports/{slug}.original.txt"


def annotations_file(slug: str) -> str:
    """The file, below ``data/``, that holds the annotations of a report."""
    return f"reports/{slug}.annotations.jsonld"


def annotation_page(site: SiteView, report: PublicReport) -> dict:
    """An annotation for each mark of a report, in the order of its texts."""
    here = f"data/{annotations_file(report.slug)}"
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
        "id": at(f"data/{annotations_file(report.slug)}#{mark.anchor}"),
        "type": "Annotation",
        "motivation": list(dict.fromkeys(body["purpose"] for body in bodies)),
        "body": bodies,
        "target": {
            "type": "SpecificResource",
            "source": at(f"data/{text_file(report.slug, mark.lang)}"),
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
