"""Atom feeds: new and corrected briefings, for each language and for each dossier.

A briefing has an entry for its publication, and each of its corrections has one of its own, so that readers' programs
show it. Dates are those of the record, so that a feed changes only when the content does.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jinja2 import Environment

from bilingual import LANGUAGES
from findings import Corrected, Scope, Total
from reports.edtf import EdtfDate

from .kinds import KINDS
from .page import addresses
from .page.figures import says_up_to
from .page.kind import Planned
from .page.page import Page
from .page.site_view import Phrase, SiteView

#: So many entries a feed has at most.
MOST = 50

#: A feed without entries changed last when time began.
NEVER = "1970-01-01T00:00:00Z"

#: What XML 1.0 cannot hold.
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


#: How a sentence ends.
_ENDS = (".", "!", "?", "؟", "…")


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An entry: ``link`` leads to the page, ``via`` to what the publisher published; times are those of Atom."""

    id: str
    title: Phrase
    link: str
    via: str | None
    author: str
    published: str
    updated: str
    summary: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed in a language; ``link`` leads to its page, ``self`` to itself."""

    id: str
    lang: str
    title: Phrase
    subtitle: str
    author: str
    self: str
    link: str
    updated: str
    entries: tuple[FeedEntry, ...]


def feed_files(site: SiteView, environments: Mapping[str, Environment]) -> Iterator[tuple[str, bytes]]:
    """Every feed of the site, by its path; ``environments`` are those of the templates, by language."""
    for lang in LANGUAGES:
        template = environments[lang].get_template("feed.xml")
        for kind in KINDS:
            for subject in kind.subjects(site.findings):
                if path := kind.feed_of(lang, subject):
                    # The page stands where the feed does, so that links lead from there.
                    planned = Planned(kind, Page(site, path, lang, subject))
                    yield path, (template.render(feed=feed(planned)).rstrip() + "\n").encode()


def feed(planned: Planned) -> Feed:
    """The feed of a dossier or of a language; ``planned`` is its page, at the address of the feed."""
    page, kind, scope = planned.page, planned.kind, planned.scope
    assert scope is not None
    assert kind.feed is not None
    says = page.texts.plain(planned.summary) if planned.summary else ""
    totals = page.voice.gettext(kind.feed.totals, totals=_totals(page, scope)) if scope.totals else ""
    entries = _entries(page, scope)
    return Feed(
        id=_identity(page, page.path),
        lang=page.lang,
        title=planned.heading,
        subtitle=_sentences(says, totals),
        author=page.texts.site_name,
        self=_address(page, page.path),
        link=_address(page, kind.path(page.lang, page.subject)),
        updated=max((entry.updated for entry in entries), default=NEVER),
        entries=tuple(entries),
    )


def _entries(page: Page, scope: Scope) -> list[FeedEntry]:
    """The newest entries, the newest first; on one day in the site's order, corrections before what they correct."""
    slugs = set(scope.slugs)
    found = [_corrected(page, item) for item in page.site.findings.corrections if item.slug in slugs]
    found += [_published(page, slug) for slug in scope.slugs]
    return sorted(found, key=lambda entry: entry.published, reverse=True)[:MOST]


def _published(page: Page, slug: str) -> FeedEntry:
    record = page.site.index.reports[slug].record
    path = addresses.briefing(page.lang, slug)
    scope = page.site.findings.report(slug)
    totals = page.voice.gettext("Casualties by the claims of this report: %(totals)s.", totals=_totals(page, scope))
    says = page.texts.plain(page.texts.summary(slug)) if page.texts.summary(slug).text else ""
    changes = [_time(item.on) for item in record.corrections]
    return FeedEntry(
        id=_identity(page, path),
        title=Phrase(_plain(page.texts.title(slug).text), page.texts.title(slug).lang),
        link=_address(page, path),
        via=record.url,
        author=page.names.entry(record.publisher),
        published=_time(record.published),
        updated=max([_time(record.published), *changes]),
        summary=_sentences(says, totals if scope.totals else ""),
    )


def _corrected(page: Page, item: Corrected) -> FeedEntry:
    record = page.site.index.reports[item.slug].record
    path = addresses.briefing(page.lang, item.slug)
    title = page.texts.plain(page.texts.title(item.slug))
    text = page.texts.phrase(item.correction.text)
    return FeedEntry(
        id=_identity(page, f"{path}#correction-{item.number}"),
        title=Phrase(_plain(page.voice.gettext("Correction: %(title)s", title=title)), page.lang),
        link=_address(page, f"{path}#corrections"),
        via=record.url,
        author=page.names.entry(record.publisher),
        published=_time(item.correction.on),
        updated=_time(item.correction.on),
        summary=_plain(page.texts.plain(text) if text else ""),
    )


def _totals(page: Page, scope: Scope) -> str:
    """The totals of a scope in words, outcome by outcome."""
    totals = [_total(page, total) for total in scope.totals if total.who == "all"]
    return page.voice.pgettext("list", "; ").join(totals)


def _total(page: Page, total: Total) -> str:
    voice, found = page.voice, total.range
    if found is None:
        if not total.words:
            return voice.count_phrase(total.outcome, None, None)
        outcome, word = page.names.quantity(total.quantity), page.figures.words_alone(total)
        return voice.gettext("%(group)s: %(figure)s", group=outcome, figure=word)
    people = total.outcome if total.unit == "people" else total.unit
    words = voice.count_phrase(people, found.low, found.high, found.open, found.approximate, up_to=says_up_to(found))
    if total.unit != "people":
        outcome = voice.word("outcome", total.outcome)
        words = voice.gettext("%(group)s: %(figure)s", group=outcome, figure=words)
    notes = [page.figures.and_word(word, events) for word, events in page.figures.words_beside(total)]
    if disputed := len(total.disputed):
        notes.append(voice.ngettext("includes %(num)s disputed event", "includes %(num)s disputed events", disputed))
    if uncounted := len(total.uncounted):
        notes.append(
            voice.ngettext(
                "and in %(num)s event a number was not given",
                "and in %(num)s events a number was not given",
                uncounted,
            )
        )
    if not notes:
        return words
    return voice.pgettext("total", "%(count)s (%(notes)s)", count=words, notes=voice.pgettext("list", ", ").join(notes))


def _sentences(*sentences: str) -> str:
    """Sentences one after the other, each with its end."""
    texts = [text for text in map(_plain, sentences) if text]
    return " ".join(text if text.rstrip("\u2069»”)").endswith(_ENDS) else f"{text}." for text in texts)


def _plain(text: str) -> str:
    return " ".join(_NOT_IN_XML.sub("", text).split())


def _address(page: Page, path: str) -> str:
    """A file of the site: absolute, or relative to the feed."""
    return page.links.absolute(path) or page.links.href(path)


def _identity(page: Page, path: str) -> str:
    """What a feed or an entry is known by, for ever: its address, or what stands for one where the site has none."""
    if address := page.links.absolute(path):
        return address
    name = page.site.settings.name
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{name.ar}|{name.en}|{path}')}"


def _time(when: EdtfDate) -> str:
    """The beginning of a date's first day, as Atom has it."""
    day = when.earliest or when.latest
    return f"{day.isoformat()}T00:00:00Z" if day else NEVER
