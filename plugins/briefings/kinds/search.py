"""The search: every page, event and claim as a short document in both languages, for the reader's browser to index.

A document holds what a reader may look for in either language, so that an Arabic name finds an English page and the
reverse. It is made of what the pages show, of public reports only. How words are compared is decided in one place,
``static/js/search.js``, which indexes the documents and reads the query alike.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from bilingual import P_

from ..assets.packages import package_file
from ..exports.annotations import plain_text
from ..page import addresses
from ..page.page import SECTION_NAMES, Page
from ..page.site_view import SiteView

#: What a result is, as a reader is told.
KINDS = {
    "briefing": P_("result", "Briefing"),
    "dossier": P_("result", "Dossier"),
    "event": P_("result", "Event"),
    "claim": P_("result", "Claim"),
    "place": P_("result", "Place"),
    "actor": P_("result", "Party"),
    "source": P_("result", "Source"),
    "month": P_("result", "Month"),
    "page": P_("result", "Page"),
}

#: Below the assets, so that the page of the search loads them as plain scripts: also from a folder, which allows
#: nothing else.
DOCUMENTS, LIBRARY, LICENCE = "search/documents.js", "search/minisearch.js", "search/minisearch-LICENSE.txt"

#: One document: its kind, its page below the language's folder (with fragment), titles and texts by language, and
#: other names. An empty text stands for one that is the same as the other language's, or that there is not.
Document = dict[str, object]


def search_files(site: SiteView) -> dict[str, bytes]:
    """The files of the search, by their names below the assets.

    The documents are a script that leaves a list in ``isnadDocuments``. Raises ``BuildFailed`` where the library is
    not installed.
    """
    told = json.dumps(list(documents(site)), ensure_ascii=False, separators=(",", ":"))
    # Within a script these two would end a line; everything else of JSON is JavaScript.
    told = told.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return {
        DOCUMENTS: f'"use strict";\nvar isnadDocuments = {told};\n'.encode(),
        LIBRARY: package_file("minisearch", "dist/umd/index.js").replace(b"\n//# sourceMappingURL=index.js.map", b""),
        LICENCE: package_file("minisearch", "LICENSE.txt"),
    }


def search(page: Page) -> Mapping[str, object]:
    """What the page of the search is given besides itself."""
    words = {
        "kinds": {kind: page.voice.pgettext(*name) for kind, name in KINDS.items()},
        "none": page.voice.gettext("Nothing was found for this. Try another spelling, or fewer words."),
        "some": page.voice.gettext("No page has all of these words. These have some of them."),
        "near": page.voice.gettext("Not found as it is written. These have words spelt a little otherwise."),
        "wait": page.voice.gettext("The search is being made ready."),
        "found": _plurals(page),
        "digits": [page.voice.number(n) for n in range(10)],
    }
    return {"words": words, "documents": page.asset(DOCUMENTS), "library": page.asset(LIBRARY)}


def _plurals(page: Page) -> dict[str, str]:
    """``{number} results``, by the plural forms of CLDR that browsers know by name."""
    samples = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 11, "other": 100}
    return {
        form: page.voice.ngettext("%(num)s result", "%(num)s results", n).replace(page.voice.number(n), "{number}")
        for form, n in samples.items()
    }


def documents(site: SiteView) -> Iterator[Document]:
    """Every document of the site, those of what was published last first."""
    both = {lang: Page(site, addresses.section(lang, "home"), lang, "home") for lang in addresses.LANGUAGES}
    yield from _briefings(site, both)
    yield from _dossiers(site, both)
    yield from _entries(site, both)
    for month in site.findings.months:
        titles = {lang: page.month_name(month) for lang, page in both.items()}
        yield _document("month", _below(addresses.month("en", month)), titles, names=[month])
    for name in SECTION_NAMES:
        if name not in ("home", "search"):
            titles = {lang: Page(site, "", lang, name).heading.text for lang in both}
            texts = {lang: prose.summary for lang in both if (prose := site.prose.get((name, lang)))}
            yield _document("page", _below(addresses.section("en", name)), titles, texts)


def _briefings(site: SiteView, both: Mapping[str, Page]) -> Iterator[Document]:
    for slug, report in site.index.reports.items():
        address = _below(addresses.briefing("en", slug))
        texts = {lang: f"{text.summary}\n{plain_text(text)}" for lang, text in report.texts.items()}
        yield _document("briefing", address, {lang: text.title for lang, text in report.texts.items()}, texts)
        for entry in site.findings.report(slug).timeline:
            event = entry.event
            first, id = event.tellings[0]
            if first != slug:
                continue  # it is found once, where it is declared
            titles = {lang: page.event_title(event.key, slug) for lang, page in both.items()}
            details = {
                lang: _sentence(
                    page,
                    [
                        page.voice.date(event.event.when) if event.event.when else "",
                        page.voice.word("event-type", event.event.type) if event.event.type else "",
                        *(page.entry_name(place) for place in event.event.where),
                    ],
                )
                for lang, page in both.items()
            }
            own = {lang: phrase.text for lang, phrase in titles.items() if phrase.lang == lang}
            elsewhere = {
                page.event_title(event.key, other).text for other, _ in event.tellings for page in both.values()
            }
            yield _document("event", f"{address}#event-{id}", own, details, sorted(elsewhere - {*own.values()}))
        for claim in site.findings.report(slug).claims:
            words = {lang: _said(site, slug, claim.claim.id, lang) for lang in report.texts}
            details = {
                lang: _sentence(
                    page,
                    [
                        page.origin_name(claim.origin),
                        *(page.entry_name(id) for id in claim.claim.via),
                        *(
                            f"{page.voice.word('outcome', use.outcome)} {page.voice.figure(use.figure)}"
                            for use in page.uses(claim)
                        ),
                    ],
                )
                for lang, page in both.items()
            }
            yield _document("claim", f"{address}#claim-{claim.claim.id}", words, details)


def _said(site: SiteView, slug: str, id: str, lang: str) -> str:
    """The marked words of a claim in one language."""
    return " […] ".join(mark.words for mark in site.marks.get((slug, lang, id), []))


def _sentence(page: Page, parts: Iterable[str]) -> str:
    return page.voice.pgettext("list", ", ").join(part for part in parts if part)


def _dossiers(site: SiteView, both: Mapping[str, Page]) -> Iterator[Document]:
    for slug, dossier in site.findings.dossiers.items():
        texts = {lang: f"{text.summary}\n{plain_text(text)}" for lang, text in dossier.texts.items()}
        titles = {lang: text.title for lang, text in dossier.texts.items()}
        yield _document("dossier", _below(addresses.dossier("en", slug)), titles, texts)


def _entries(site: SiteView, both: Mapping[str, Page]) -> Iterator[Document]:
    for id in site.findings.entries_spoken_of:
        names = [name for _, aliases in both["en"].aliases(id) for name in aliases]
        titles = {lang: site.registry[id].name[lang] or "" for lang in both}
        texts = {lang: page.about_entry(id) for lang, page in both.items()}
        address = _below(addresses.entry("en", site.section_of(id), id))
        yield _document(site.kind_of(id), address, titles, texts, names)


def _below(path: str) -> str:
    """A page's file without the folder of its language, which a reader's own takes the place of."""
    return path.partition("/")[2]


def _document(
    kind: str,
    address: str,
    titles: Mapping[str, str],
    texts: Mapping[str, str] | None = None,
    names: Iterable[str] = (),
) -> Document:
    texts = texts or {}
    told: Document = {"kind": kind, "at": address}
    for lang in addresses.LANGUAGES:
        told[f"title_{lang}"] = titles.get(lang, "")
        told[f"text_{lang}"] = texts.get(lang, "")
    told["names"] = " · ".join(names)
    return {key: value for key, value in told.items() if value}
