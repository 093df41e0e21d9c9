"""Is everything there, in both languages? Pages, places on them, files that others name, and what every page has."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from xml.etree import ElementTree

from .faults import Fault
from .site import FRAMED, LANGUAGES, Row, Site, each_language

#: The pages that each language has once.
SECTIONS = (
    "index.html", *(f"{name}/index.html" for name in (
        "about", "actors", "casualties", "corrections", "data", "dossiers", "method", "places", "search", "sources",
        "timeline",
    )),
)  # fmt: skip
DIRECTIONS = {"ar": "rtl", "en": "ltr"}

#: Columns that name entries of the registry, with the sections in which their pages may be.
NAMED: dict[str, dict[str, tuple[str, ...]]] = {
    "claims": {"by": ("sources", "actors"), "via": ("sources", "actors")},
    "casualties": {
        "by": ("sources", "actors"), "via": ("sources", "actors"), "of": ("actors",), "blames": ("actors",),
        "where": ("places",),
    },
    "events": {"actors": ("actors",), "places": ("places",)},
    "documents": {"publisher": ("sources",)},
    "sources": {"id": ("sources", "actors"), "part_of": ("sources", "actors"), "speaks_for": ("actors",)},
}  # fmt: skip


def presence(site: Site) -> Iterator[Fault]:
    """Everything that a site should have and does not, and what is not whole of what it has."""
    yield from _pages(site)
    yield from _twins(site)
    for name in (*each_language("feed.xml"), *SECTIONS_OF_SITE):
        if name not in site.files:
            yield Fault(name, "is not there")
    for section in SECTIONS:
        for name in each_language(section):
            if name not in site.files:
                yield Fault(name, "is not there")
    yield from _entries(site)
    yield from _reports(site)
    yield from _package(site)
    yield from _schemas(site)
    yield from _xml(site)
    if site.address:
        yield from _sitemap(site)


#: What the files of a content can say, as JSON Schema.
SCHEMAS = tuple(f"data/schema/{name}.schema.json" for name in "site places actors sources record dossier".split())
SECTIONS_OF_SITE = ("index.html", "404.html", "robots.txt", "data/datapackage.json", *SCHEMAS)


def _pages(site: Site) -> Iterator[Fault]:
    for name, page in site.pages.items():
        if page.broken:
            yield Fault(name, page.broken)
            continue
        folder = name.removeprefix(FRAMED).partition("/")[0]
        lang = folder if folder in LANGUAGES else "ar"
        if page.lang != lang:
            yield Fault(name, f"says that it is in “{page.lang}”, and not in “{lang}”")
        if page.direction != DIRECTIONS[lang]:
            yield Fault(name, f"runs {page.direction or 'in no direction'}, and not {DIRECTIONS[lang]}")
        if not page.title:
            yield Fault(name, "has no title")
        if page.moved and not name.startswith(tuple(each_language("events/"))):
            yield Fault(name, "leads on at once, which only another name of an event does")
        if page.charset != "utf-8":
            yield Fault(name, "does not say that it is in UTF-8")


def twin(name: str) -> str | None:
    """The file that stands in the other language's folder for this one; ``None`` for files of no language."""
    lang, slash, rest = name.removeprefix(FRAMED).partition("/")
    if not slash or lang not in LANGUAGES:
        return None
    other, top = "en" if lang == "ar" else "ar", FRAMED if name.startswith(FRAMED) else ""
    stem, dot, end = rest.rpartition(f".{lang}.")
    return f"{top}{other}/{stem}.{other}.{end}" if dot else f"{top}{other}/{rest}"


def _twins(site: Site) -> Iterator[Fault]:
    for name in site.files:
        other = twin(name)
        if other and other not in site.files:
            yield Fault(other, f"is not there, and {name} is")


def _entries(site: Site) -> Iterator[Fault]:
    """Every entry that a table names has a page, and a line of the table of who claims has one too."""
    asked: dict[tuple[str, tuple[str, ...]], str] = {}
    for table, columns in NAMED.items():
        for row in site.table(table):
            for column, sections in columns.items():
                for id in row.get(column, "").replace("|", ";").split(";"):
                    if id:
                        asked.setdefault((id, sections), f"data/{table}.csv")
    for slug, report in site.reports.items():
        if report.get("publisher"):
            asked.setdefault((report["publisher"], ("sources", "actors")), f"data/reports/{slug}.json")
    for (id, sections), file in asked.items():
        for lang in LANGUAGES:
            if not any(f"{lang}/{section}/{id}/index.html" in site.files for section in sections):
                yield Fault(f"{lang}/{sections[0]}/{id}/index.html", f"is not there, and {file} names {id}")


def _reports(site: Site) -> Iterator[Fault]:
    """Every report, event and claim of the tables, and every mark, stands on its page in both languages."""
    slugs, places = set(site.slugs), dict[tuple[str, str], str]()
    dossiers = set[str]()
    for row in site.table("totals"):
        (slugs if row.get("scope_kind") == "report" else dossiers).add(row.get("scope_id", ""))
    for table in ("claims", "casualties"):
        for row in site.table(table):
            slugs.add(row.get("report", ""))
            places[(row.get("report", ""), f"claim-{row.get('claim', '')}")] = f"data/{table}.csv"
    for row in site.table("events"):
        slug, _, id = row.get("event", "").partition("/")
        slugs.update(filter(None, (slug, *row.get("reports", "").split(";"))))
        places[(slug, f"event-{id}")] = "data/events.csv"
        yield from _event(site, slug, id, row)
    for slug in sorted(slugs):
        for name in (f"{slug}.json", f"{slug}.ar.txt", f"{slug}.annotations.jsonld"):
            if f"data/reports/{name}" not in site.files:
                yield Fault(f"data/reports/{name}", "is not there")
        for name in each_language(f"briefings/{slug}/index.html"):
            if name not in site.files:
                yield Fault(name, f"is not there, and the tables have the report {slug}")
    for slug in sorted(filter(None, dossiers)):
        for end in ("index.html", "feed.xml"):
            for name in each_language(f"dossiers/{slug}/{end}"):
                if name not in site.files:
                    yield Fault(name, f"is not there, and data/totals.csv has the dossier {slug}")
    for (slug, place), file in places.items():
        for name in each_language(f"briefings/{slug}/index.html"):
            page = site.pages.get(name)
            if page and not page.broken and place not in page.ids:
                yield Fault(name, f"has no {place}, which {file} has")
    yield from _told_elsewhere(site)
    yield from _marks(site)
    yield from _originals(site)


def _told_elsewhere(site: Site) -> Iterator[Fault]:
    """The ids under which other reports tell an event lead to its page."""
    for slug, report in site.reports.items():
        record = report.get("record")
        events = record.get("events", {}) if isinstance(record, dict) else {}
        for id, event in events.items():
            if home := event.get("same-as"):
                for lang in LANGUAGES:
                    name = f"{lang}/events/{slug}/{id}/index.html"
                    yield from _leads_home(site, name, f"{lang}/events/{home}/index.html")


def _event(site: Site, slug: str, id: str, row: Row) -> Iterator[Fault]:
    """An event has a page and a file of its own, and the other names that it has or had lead to that page."""
    if f"data/events/{slug}/{id}.json" not in site.files:
        yield Fault(f"data/events/{slug}/{id}.json", "is not there, and data/events.csv has the event")
    for home in each_language(f"events/{slug}/{id}/index.html"):
        for page in (home, f"{FRAMED}{home[:3]}{slug}/{id}/index.html"):
            if page not in site.files:
                yield Fault(page, "is not there, and data/events.csv has the event")
        for name in filter(None, (row.get("code", ""), *row.get("former", "").split(";"))):
            yield from _leads_home(site, f"{home[:2]}/events/{slug}/{name}/index.html", home)


def _leads_home(site: Site, name: str, home: str) -> Iterator[Fault]:
    """Whether another name of an event leads to its page. A name that is no name of folders has no address, nor has its
    own in capital letters, which many disks take for the same."""
    if name.casefold() == home.casefold() or any(not part.strip(".") for part in name.split("/")):
        return
    page = site.pages.get(name)
    if page is None:
        yield Fault(name, f"is not there, and the event of {home} is called so too")
    elif page.moved and site.leads(page.moved, name).file != home:
        yield Fault(name, f"does not lead to {home}")


def _marks(site: Site) -> Iterator[Fault]:
    for slug, report in site.reports.items():
        for name in each_language(f"briefings/{slug}/index.html"):
            page = site.pages.get(name)
            if not page or page.broken:
                continue
            for mark in report.get("marks", []):
                anchor, ids, lang = mark["anchor"], tuple(mark["ids"]), mark["lang"]
                if anchor not in page.ids:
                    yield Fault(name, f"has no {anchor}, a mark of data/reports/{slug}.json")
                elif ids and page.marks.get(anchor) != (ids, lang):
                    yield Fault(name, f"marks {anchor} otherwise than data/reports/{slug}.json")


def _originals(site: Site) -> Iterator[Fault]:
    """An original is handed out where its report says so, and is the file that it says; none of a report that redacts.

    A hash of what is redacted is no secret: who guesses a name sees by it that it is right.
    """
    named = set()
    for slug, report in site.reports.items():
        redacts = any(mark["redacted"] for mark in report.get("marks", []))
        if redacts and any(one.get("sha256") for one in (report, *report.get("documents", []))):
            yield Fault(f"data/reports/{slug}.json", "has a hash, and words of the report are redacted")
        if not (original := report.get("original")):
            continue
        name = f"data/{original['path']}"
        named.add(name)
        if name not in site.files:
            yield Fault(name, f"is not there, and data/reports/{slug}.json names it")
        elif hashlib.sha256(site.bytes(name)).hexdigest() != original["sha256"]:
            yield Fault(name, f"is not the file that data/reports/{slug}.json names")
        if redacts:
            yield Fault(name, f"is published, and words of the report {slug} are redacted")
    for name in site.files:
        if name.startswith("data/reports/") and name.endswith(".original.txt") and name not in named:
            yield Fault(name, "is an original that no report names")


def _package(site: Site) -> Iterator[Fault]:
    """What the data package says of each file is true, and every table is in it."""
    name = "data/datapackage.json"
    package = site.json(name)
    resources = package.get("resources", []) if isinstance(package, dict) else []
    described = set()
    for resource in resources:
        path = f"data/{resource.get('path', '')}"
        described.add(path)
        if path not in site.files:
            yield Fault(path, f"is not there, and {name} describes it")
            continue
        content = site.bytes(path)
        if "bytes" in resource and resource["bytes"] != len(content):
            yield Fault(path, f"has {len(content)} bytes, and by {name} {resource['bytes']}")
        digest = hashlib.sha256(content).hexdigest()
        if resource.get("hash", f"sha256:{digest}") != f"sha256:{digest}":
            yield Fault(path, f"is not the file that {name} describes: its SHA-256 is {digest}")
    for path in site.files:
        if path.startswith("data/") and path.endswith(".csv") and path not in described:
            yield Fault(path, f"is not described in {name}")


def _schemas(site: Site) -> Iterator[Fault]:
    """Every schema is one of an object whose keys it knows."""
    for name in SCHEMAS:
        schema = site.json(name) if name in site.files else {"$schema": "", "type": "object"}
        if not isinstance(schema, dict) or "$schema" not in schema or schema.get("type") != "object":
            yield Fault(name, "is no JSON Schema of an object")


def _xml(site: Site) -> Iterator[Fault]:
    for name in site.files:
        if name.endswith((".xml", ".svg")):
            try:
                if "<!DOCTYPE" in site.text(name) or "<!ENTITY" in site.text(name):
                    yield Fault(name, "declares a document type, which no file here needs")
                else:
                    ElementTree.fromstring(site.bytes(name))
            except ElementTree.ParseError as error:
                yield Fault(name, f"cannot be read as XML: {error}")


def _sitemap(site: Site) -> Iterator[Fault]:
    """The sitemap has every page, and every address in it leads to one: see ``links`` for the latter."""
    named = set()
    for name in site.files:
        if name.startswith("sitemap") and name.endswith(".xml"):
            named |= {site.leads(address, name).file for address in _locations(site.bytes(name))}
    if not named:
        yield Fault("sitemap.xml", "is not there, and the site has a public address")
        return
    for name, page in site.pages.items():
        if name != "404.html" and not page.moved and not name.startswith(FRAMED) and name not in named:
            yield Fault("sitemap.xml", f"does not name {name}")


def _locations(content: bytes) -> list[str]:
    try:
        found = ElementTree.fromstring(content).iter()
    except ElementTree.ParseError:
        return []
    return [(element.text or "").strip() for element in found if element.tag.endswith("}loc")]
