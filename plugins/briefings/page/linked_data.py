"""What a page tells machines: one graph of JSON-LD in the words of schema.org, made of the same findings as the page.

``@id`` is the same for a thing on all pages of both languages; ``url`` leads to its page in the page's language.
Addresses are absolute where the site's own is known, else relative to the page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

from findings import Scope
from reports.model import Text

from ..exports.table_rows import COLUMNS
from . import addresses
from .changes import last_corrected, scope_of
from .linked_things import Things, clean, iso, language
from .page import Page

Node = dict[str, object]

#: The section above a page, where that is not the list of briefings.
SECTION_OF = {
    "dossier": "dossiers", "place": "places", "actor": "actors", "source": "sources", "month": "timeline",
}  # fmt: skip

#: What the files of the data are, by the end of their names.
FORMATS = {
    ".csv": "text/csv", ".json": "application/json", ".geojson": "application/geo+json",
    ".jsonld": "application/ld+json",
}  # fmt: skip


def linked_data(page: Page, data_files: Iterable[str] = ()) -> Node | None:
    """The graph of a page; ``None`` for the page that stands for those that are not there.

    ``data_files`` are the names of the files below ``data/``, for the page of the data.
    """
    if page.name == "404":
        return None
    things = Things(page)
    if page.name == "front":
        main: list[Node] = []
    elif page.name == "briefing":
        main = [_article(page, things), *things.claims(page.site.findings.report(page.subject).claims)]
    elif page.name == "dossier":
        main = [_collection(page, things)]
    else:
        main = [_page(page, things, data_files)]
    graph = [_website(page, things), *main]
    if trail := _trail(page, things):
        graph.append(trail)
    return {"@context": "https://schema.org", "@graph": [clean(node) for node in [*graph, *things.nodes()]]}


def _website(page: Page, things: Things) -> Node:
    names = [language(lang, page.site.settings["SITE_NAME"][lang]) for lang in addresses.LANGUAGES]  # type: ignore[index]
    return {
        "@type": "WebSite",
        "@id": things.website,
        "url": things.address(addresses.FRONT),
        "name": names,
        "inLanguage": list(addresses.LANGUAGES),
        "publisher": {"@type": "Organization", "@id": things.publisher, "name": names},
    }


def _article(page: Page, things: Things) -> Node:
    """A briefing: its report, what it rests on, and what it tells of."""
    report, record = page.report, page.report.record
    scope = page.site.findings.report(report.slug)
    marked = dict.fromkeys(id for text in report.texts.values() for mark in text.marks for id in mark.ids)
    events = [things.event(entry.event.key) for entry in scope.timeline]
    return {
        **_text(page, things, page.text(report.slug), report.texts),
        "@type": "Article",
        "datePublished": iso(record.published),
        "dateModified": _modified(page),
        "author": things.entry(record.publisher),
        "publisher": things.entry(record.publisher),
        "isBasedOn": [things.original(report.slug), things.archive(report.slug)],
        "citation": [things.cited(account) for account in scope.accounts if account.id != record.publisher],
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": things.words(page.phrase(correction.text)),
                "datePublished": iso(correction.on),
            }
            for correction in record.corrections
        ],
        "about": events,
        "mentions": [things.entry(id) for id in marked if id in page.site.registry],
        "contentLocation": _places(things, scope),
        "subjectOf": {
            "@type": "DataDownload",
            "contentUrl": things.address(f"data/reports/{report.slug}.json"),
            "encodingFormat": FORMATS[".json"],
        },
    }


def _collection(page: Page, things: Things) -> Node:
    """A dossier: the editors' text, and the briefings that it brings together."""
    scope = page.site.findings.dossier(page.subject)
    return {
        **_text(page, things, scope.dossier.text(page.lang), scope.dossier.texts),
        "@type": ["Article", "Collection"],
        "dateModified": _modified(page),
        "author": {"@id": things.publisher},
        "publisher": {"@id": things.publisher},
        "hasPart": [things.briefing(slug) for slug in scope.slugs],
        "collectionSize": len(scope.slugs),
        "about": [things.event(entry.event.key) for entry in scope.timeline],
        "contentLocation": _places(things, scope),
        "temporalCoverage": _days(scope),
    }


def _text(page: Page, things: Things, text: Text, texts: Iterable[str]) -> Node:
    """What every article has: its words, its language, and which page is whose translation.

    The Arabic is the original, where there is a translation; else both pages have the one Arabic text.
    """
    here, twin = things.address(page.path), things.address(page.twin_path)
    relation = {"ar": "workTranslation", "en": "translationOfWork"}[page.lang]
    return {
        "@id": here,
        "url": here,
        "inLanguage": text.lang,
        "sameAs": {"@id": twin} if text.lang != page.lang else None,
        "headline": things.words(page.heading),
        "description": things.words(page.description) if page.description else None,
        "isPartOf": {"@id": things.website},
        relation: {"@type": "Article", "@id": twin, "inLanguage": page.voice.other.lang} if "en" in texts else None,
        "translator": {"name": text.translator} if text.translator else None,
    }


def _page(page: Page, things: Things, data_files: Iterable[str]) -> Node:
    """A page about one thing, or one that lists many."""
    about = page.subject in page.site.registry
    kind = "WebPage" if about or page.name in ("data", "method") else "CollectionPage"
    main: object = None
    if about:
        main = things.entry(page.subject, whole=True)
    elif page.name == "data":
        main = _dataset(page, things, data_files)
    elif items := _items(page, things):
        main = {
            "@type": "ItemList",
            "numberOfItems": len(items),
            "itemListElement": [
                {"@type": "ListItem", "position": number, "item": item} for number, item in enumerate(items, 1)
            ],
        }
    here = things.address(page.path)
    return {
        "@type": "AboutPage" if page.name == "about" else kind,
        "@id": here,
        "url": here,
        "name": things.words(page.heading),
        "description": things.words(page.description) if page.description else None,
        "inLanguage": page.lang,
        "isPartOf": {"@id": things.website},
        "dateModified": _modified(page),
        "mainEntity": main,
    }


def _items(page: Page, things: Things) -> list[Node]:
    """What a section or a month lists, in the order of the page."""
    findings = page.site.findings
    scope = findings.in_month(page.subject) if page.name == "month" else findings
    listed: dict[str, Callable[[], list[Node]]] = {
        "home": lambda: [things.briefing(slug) for slug in page.site.index.reports],
        "dossiers": lambda: [things.dossier(slug) for slug in findings.dossiers],
        "timeline": lambda: [things.event(entry.event.key) for entry in scope.timeline],
        "month": lambda: [things.event(entry.event.key) for entry in scope.timeline],
        "casualties": lambda: [
            things.event(entry.event.key) for entry in scope.timeline if entry.event.key in scope.figures_by_event
        ],
        "sources": lambda: [things.entry(account.id) for account in findings.accounts],
    }
    if page.name in ("places", "actors"):
        ids = [id for id in findings.entries_spoken_of if page.site.section_of(id) == page.name]
        return [things.entry(id) for id in page.by_name(ids)]
    return listed[page.name]() if page.name in listed else []


def _dataset(page: Page, things: Things, data_files: Iterable[str]) -> Node:
    """The data files, each a download; those of single reports are told on the reports' own pages."""
    findings = page.site.findings
    names = sorted(data_files) or [*(f"{name}.csv" for name in COLUMNS), "datapackage.json"]
    licence = page.site.settings.get("DATA_LICENCE")
    return {
        "@type": "Dataset",
        "@id": things.address("data/datapackage.json"),
        "name": page.voice.gettext("Data of %(site)s", site=page.site_name),
        "description": things.words(page.description) if page.description else page.tagline,
        "url": things.address(page.path),
        "inLanguage": list(addresses.LANGUAGES),
        "creator": {"@id": things.publisher},
        "isAccessibleForFree": True,
        "license": _licence(page, licence) if licence else None,
        "temporalCoverage": _days(findings),
        "spatialCoverage": things.entry(findings.place) if findings.place else None,
        "dateModified": _modified(page),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": name,
                "contentUrl": things.address(f"data/{name}"),
                "encodingFormat": FORMATS.get(PurePosixPath(name).suffix),
            }
            for name in names
            if "/" not in name
        ],
    }


def _licence(page: Page, licence: object) -> Node:
    return {
        "@type": "CreativeWork",
        "identifier": licence.get("name"),  # type: ignore[attr-defined]
        "name": (licence.get("title") or {}).get(page.lang),  # type: ignore[attr-defined]
        "url": licence.get("path"),  # type: ignore[attr-defined]
    }


def _places(things: Things, scope: Scope) -> list[Node]:
    """The places of the events in a scope, each once."""
    return [things.entry(id) for id in dict.fromkeys(id for entry in scope.timeline for id in entry.event.event.where)]


def _days(scope: Scope) -> str | None:
    return "/".join(day.isoformat() for day in scope.days) if scope.days else None


def _modified(page: Page) -> str | None:
    corrected = last_corrected(page) if scope_of(page) or page.name == "source" else None
    return iso(corrected) if corrected else None


def _trail(page: Page, things: Things) -> Node | None:
    """The way from the list of briefings to the page."""
    if page.name in ("home", "front"):
        return None
    way = [(page.section_title("home"), addresses.section(page.lang, "home"))]
    if section := SECTION_OF.get(page.name):
        way.append((page.section_title(section), addresses.section(page.lang, section)))
    steps: list[tuple[object, str]] = [*way, (things.words(page.heading), page.path)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": {"@id": things.address(path)}}
            for number, (name, path) in enumerate(steps, 1)
        ],
    }
