"""The words of the image that stands for a page where its address is shared."""

from __future__ import annotations

from findings import EventAnswer, Scope, Total

from ..assets.preview_image import SMALL, Card
from .page import Page
from .site_view import Phrase

#: So many sources are named; of the others is said how many they are.
NAMED = 3
#: What parts the words of an image where they are told in one line.
PARTED = " · "


def scope_card(page: Page, title: Phrase, scope: Scope) -> Card:
    """The card of a page whose figures are those of a scope: its first total of all people, and who counted it.

    Where nobody counted, it names those who say something.
    """
    total = next((one for one in scope.totals if one.who == "all"), None)
    voices = (total and total.voices) or scope.origins
    named = [(origin.id, page.names.origin(origin)) for origin in voices[:NAMED]]
    n = len(voices) - len(named)
    others = [page.voice.ngettext("%(num)s more source", "%(num)s more sources", n)] if n else []
    return Card(
        lang=page.lang,
        site=page.texts.site_name,
        title=title.text,
        title_lang=title.lang,
        number=page.figures.total(total) if total else "",
        counted=_counted(page, total) if total else "",
        sources=page.voice.gettext("Sources: %(names)s", names=page.names.in_list(named, *others)) if named else "",
    )


def event_card(page: Page, told: EventAnswer) -> Card:
    """The card of the page of an event: its number and whose it is, and when it was; or who says that it happened."""
    title, when = page.texts.event_title(told.key), told.entry.event.event.when
    if told.main:
        number, behind = page.answers.number(told.main), page.answers.sources(told.main)
    elif told.cumulative:
        number, behind = page.answers.cumulative_short(told), page.answers.cumulative(told)
    else:
        number, behind = "", page.answers.happened(told)
    return Card(
        lang=page.lang,
        site=page.texts.site_name,
        title=title.text,
        title_lang=title.lang,
        number=number,
        counted=page.voice.date(when) if when else "",
        sources=behind,
        width=SMALL,
    )


def in_one_line(page: Page, card: Card) -> str:
    """What the image says, for those who do not see it."""
    title = page.texts.plain(Phrase(card.title, card.title_lang))
    return PARTED.join(part for part in (title, card.number, card.counted, card.sources, card.site) if part)


def _counted(page: Page, total: Total) -> str:
    """What a total counts, in how many events, and whether somebody denies something of it."""
    voice, said = page.voice, page.names.quantity(total.quantity)
    if total.range:
        events = voice.ngettext("in %(num)s event", "in %(num)s events", len(total.counted))
        said = f"{said} {events}"
    if denied := len(total.disputed):
        dispute = voice.ngettext("includes %(num)s disputed event", "includes %(num)s disputed events", denied)
        said = voice.pgettext("list", ", ").join((said, dispute))
    return said
