"""A briefing: one report, its events, claims and figures, and its text in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from bilingual import P_
from findings import EventAnswer, Findings, PlacedClaim, Scope, main_event
from reports.model import Mark, PublicReport, Text

from ..assets.preview_image import Card
from ..exports import files_of
from ..exports.original import original_of
from ..exports.plain_text import plain_text
from ..exports.report import FORMAT as REPORT
from ..page import addresses
from ..page.bibliography import Cited
from ..page.cards import scope_card
from ..page.claim_groups import claim_groups
from ..page.images import figure
from ..page.kind import Kind, Planned
from ..page.linked_pages import events, modified, places, text_page
from ..page.linked_things import Node, Things, iso
from ..page.maps import scope_map
from ..page.markup import Reference, rows, wording
from ..page.page import Page
from ..page.search_documents import Document, Result, document
from ..page.site_view import Phrase
from .home import KIND as HOME

RESULT = Result("briefing", P_("result", "Briefing"), 10)
#: So many other events are listed below the answer of the main one; the rest is folded.
FIRST = 7
#: So many claims are listed below the text as they are; of more, those under each heading of the text are folded.
FEW = 12
CLAIM = Result("claim", P_("result", "Claim"), 40)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the parallel text: the same piece in each language that the report has.

    A cell is its language, its direction, what it is called in its own language (nothing where it stands alone), and
    its HTML.
    """

    number: int
    cells: tuple[tuple[str, str, str, Markup], ...]


def report_of(page: Page) -> PublicReport:
    """The report of a briefing."""
    return page.site.index.reports[page.subject]


def briefing(page: Page) -> Mapping[str, object]:
    """What a briefing page shows."""
    report = report_of(page)
    findings = page.site.findings.report(report.slug)
    languages = [lang for lang in (page.lang, page.voice.other.lang) if lang in report.texts]
    texts = [report.texts[lang] for lang in languages]
    claims = sorted(findings.claims, key=page.site.claim_number)
    original = original_of(report)
    return {
        "report": report,
        "record": report.record,
        "last_corrected": page.site.findings.last_corrected(report.slug),
        "files": [path for path in files_of(report) if not original or path != original["path"]],
        "original": original,
        "dossiers": page.site.findings.dossiers_with.get(report.slug, []),
        "findings": findings,
        **_answers(page),
        "languages": languages,
        "rows": _parallel(page, texts),
        "claims": claims,
        "groups": claim_groups(
            [findings.attributions[claim.key] for claim in claims],
            page.site.index.marks(report.slug, "ar"),
            page.texts.text(report.slug),
        ),
        "folds_claims": len(claims) > FEW,
        "map": scope_map(page, findings, _entries(page)),
        "entries": _entries(page),
        "dates": _dates(page, page.texts.text(report.slug)),
        "is_original": is_original(report),
        "limits": page.texts.phrase(report.record.limits or page.site.settings.limits),
        "misprints": [mark for text in texts for mark in text.marks if mark.sic is not None],
    }


def _answers(page: Page) -> dict[str, EventAnswer | list[EventAnswer] | None]:
    """The answer of the report's main event, and of its others: what is told as background comes last."""
    findings, slug = page.site.findings, page.subject
    main = main_event(findings.index, slug)
    others = [entry for entry in findings.report(slug).timeline if entry.event.key != main]
    ordered = sorted(others, key=lambda entry: entry.background)
    return {
        "main": page.answers.of(main) if main else None,
        "also": [page.answers.of(entry.event.key) for entry in ordered[:FIRST]],
        "more": [page.answers.of(entry.event.key) for entry in ordered[FIRST:]],
    }


def is_original(report: PublicReport) -> bool:
    """Whether the Arabic text is that of somebody's report, and not the editors' own, put together of documents."""
    record = report.record
    return bool(record.url or record.archive or report.compared or not record.documents)


def _references(page: Page) -> dict[str, Reference]:
    """Where each id in the report's marks leads in the page."""
    report, site, voice = report_of(page), page.site, page.voice
    found: dict[str, Reference] = {}
    for id in report.record.claims:
        number = page.figures.claim_number(site.index.claims[f"{report.slug}/{id}"])
        found[id] = Reference(f"#claim-{id}", "claim", number, voice.gettext("Claim %(number)s", number=number))
    for id in report.record.events:
        number = page.figures.event_number(report.slug, site.index.event_key(report.slug, id))
        found[id] = Reference(f"#event-{id}", "event", number, voice.gettext("Event %(number)s", number=number))
    for id in _entries(page):
        found[id] = Reference(f"#entry-{id}", site.kind_of(id), "", page.names.entry(id))
    return found


def _entries(page: Page) -> list[str]:
    """The registry entries that the report marks, in the order of its Arabic text."""
    marked = dict.fromkeys(id for text in report_of(page).texts.values() for mark in text.marks for id in mark.ids)
    return [id for id in marked if id in page.site.registry]


def _dates(page: Page, text: Text) -> list[Mark]:
    """The dates of a text that its words do not say themselves, each way of saying one once."""
    found: dict[tuple[str, str], Mark] = {}
    for mark in text.marks:
        if mark.when:
            words, date = " ".join(mark.words.split()), page.voice.date(mark.when)
            if words not in (date, page.voice.date_in_one_name(mark.when)):
                found.setdefault((words, date), mark)
    return list(found.values())


def _parallel(page: Page, texts: list[Text]) -> list[Row]:
    columns = []
    for text in texts:
        speaking = page.speaking(text.lang)
        voice = speaking.voice
        whole = is_original(report_of(page))
        original = voice.gettext("Arabic original") if whole else voice.gettext("Arabic text")
        translation = voice.gettext("English translation") if whole else voice.gettext("English text")
        name = original if text.lang == "ar" else translation
        label = name if len(texts) > 1 else ""
        cells = rows(text, _references(speaking), wording(voice), partial(figure, page, text.lang))
        columns.append(((text.lang, speaking.dir, label), cells))
    return [
        Row(number, tuple((*about, cells[number - 1]) for about, cells in columns if number <= len(cells)))
        for number in range(1, max(len(cells) for _, cells in columns) + 1)
    ]


def _slugs(findings: Findings) -> Iterable[str]:
    return findings.index.reports


def _heading(page: Page) -> Phrase:
    return page.texts.title(page.subject)


def _summary(page: Page) -> Phrase:
    return page.texts.summary(page.subject)


def _scope(findings: Findings, slug: str) -> Scope:
    return findings.report(slug)


def _cited(page: Page) -> Cited:
    """A briefing is cited as its publisher's report."""
    report = report_of(page)
    return Cited(
        "report",
        author=page.names.entry(report.record.publisher),
        issued=report.record.published,
        text=report.text(page.lang),
        original=Phrase(report.texts["ar"].title, "ar"),
        files=True,
    )


def _linked(planned: Planned, things: Things) -> list[Node]:
    """The report, what it rests on, and what it tells of."""
    page = planned.page
    report, findings = report_of(page), page.site.findings.report(page.subject)
    record, about = report.record, events(things, findings)
    article = {
        **text_page(planned, things, page.texts.text(report.slug), report.texts),
        "@type": "Article",
        "datePublished": iso(record.published),
        "dateModified": modified(planned),
        "author": things.entry(record.publisher),
        "publisher": things.entry(record.publisher),
        "isBasedOn": [things.original(report.slug), things.archive(report.slug)],
        "citation": [things.cited(account) for account in findings.accounts if account.id != record.publisher],
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": things.words(page.texts.phrase(correction.text)),
                "datePublished": iso(correction.on),
            }
            for correction in record.corrections
        ],
        "about": about,
        "mentions": [things.entry(id) for id in _entries(page)],
        "contentLocation": places(things, findings),
        "subjectOf": {
            "@type": "DataDownload",
            "contentUrl": things.address(f"data/{REPORT.path_of(report)}"),
            "encodingFormat": REPORT.media_type,
        },
    }
    return [article, *things.claims(findings.claims)]


def _card(planned: Planned) -> Card:
    page = planned.page
    return scope_card(page, planned.heading, page.site.findings.report(page.subject))


def _documents(pages: Mapping[str, Planned]) -> Iterator[Document]:
    """The briefing and its claims."""
    both = {lang: planned.page for lang, planned in pages.items()}
    page = both["en"]
    report, findings = report_of(page), page.site.findings.report(page.subject)
    texts = {lang: f"{text.summary}\n{plain_text(text)}" for lang, text in report.texts.items()}
    yield document(RESULT, page.path, {lang: text.title for lang, text in report.texts.items()}, texts)
    for claim in findings.claims:
        yield _claim_document(both, report, claim)


def _claim_document(both: Mapping[str, Page], report: PublicReport, claim: PlacedClaim) -> Document:
    id, index = claim.claim.id, both["en"].site.index
    words = {
        lang: " […] ".join(mark.words for mark in index.marks(report.slug, lang).get(id, ())) for lang in report.texts
    }
    details = {
        lang: _sentence(
            page,
            [
                page.names.speakers(claim),
                *(page.names.entry(id) for id in claim.claim.relays),
                *(f"{page.names.outcome(use)} {page.voice.figure(use.figure)}" for use in page.figures.of_claim(claim)),
            ],
        )
        for lang, page in both.items()
    }
    read_in = (report.record.documents[id].title for id in claim.claim.documents)
    return document(CLAIM, f"{both['en'].path}#claim-{id}", words, details, filter(None, read_in))


def _sentence(page: Page, parts: Iterable[str]) -> str:
    return page.voice.pgettext("list", ", ").join(part for part in parts if part)


KIND = Kind(
    name="briefing",
    order=150,
    template="briefing.html",
    path=addresses.briefing,
    subjects=_slugs,
    context=briefing,
    heading=_heading,
    summary=_summary,
    scope=_scope,
    above=HOME,
    cited=_cited,
    linked=_linked,
    card=_card,
    pdf=True,
    documents=_documents,
    results=(RESULT, CLAIM),
)
