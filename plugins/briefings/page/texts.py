"""Titles, summaries and other words of the content, each with its language, and how they stand on a page."""

from __future__ import annotations

from bilingual import Voice
from findings.calendar import UNDATED
from reports.edtf import parse_date
from reports.model import BAR, Text, Words
from reports.web import is_web_address

from .markup import tagged
from .site_view import Phrase, SiteView


class Texts:
    """The words of the content on a page that speaks with ``voice``: in its language, else in the other."""

    def __init__(self, site: SiteView, voice: Voice) -> None:
        self.site, self.voice, self.lang = site, voice, voice.lang

    @property
    def site_name(self) -> str:
        return self.site.settings.name[self.lang] or ""

    @property
    def other_site_name(self) -> str:
        return self.site.settings.name[self.voice.other.lang] or ""

    @property
    def tagline(self) -> str:
        tagline = self.site.settings.tagline
        return (tagline[self.lang] if tagline else None) or ""

    @property
    def contact(self) -> str | None:
        """The address at which whoever publishes the site can be reached, of the web or ``mailto:``."""
        contact = self.site.settings.contact
        return contact if contact is None or is_web_address(contact) else f"mailto:{contact}"

    def text(self, slug: str) -> Text:
        """The text of a report."""
        return self.site.index.reports[slug].text(self.lang)

    def translated(self, slug: str) -> bool:
        return self.lang in self.site.index.reports[slug].texts

    def title(self, slug: str) -> Phrase:
        text = self.text(slug)
        return Phrase(text.title, text.lang)

    def summary(self, slug: str) -> Phrase:
        text = self.text(slug)
        return Phrase(text.summary, text.lang)

    def dossier_title(self, slug: str) -> Phrase:
        text = self.site.findings.dossiers[slug].text(self.lang)
        return Phrase(text.title, text.lang)

    def dossier_summary(self, slug: str) -> Phrase:
        text = self.site.findings.dossiers[slug].text(self.lang)
        return Phrase(text.summary, text.lang)

    def event_title(self, key: str, slug: str | None = None) -> Phrase:
        """An event's title: the telling report's own where ``slug`` names one, else the declaring report's."""
        event = self.site.index.events[key]
        tellings = [telling for telling in event.tellings if telling[0] == slug] or list(event.tellings)
        for lang in (self.lang, self.voice.other.lang):
            for telling in tellings:
                title = self.site.index.title(*telling, lang)
                if title:
                    return Phrase(title, lang)
        return Phrase(key, "en")

    def marked(self, slug: str, id: str) -> list[Phrase]:
        """The marked words of an id, each time they stand in the text; a bar for a claim whose words are redacted."""
        marks = self.site.marks_of(slug, id, self.lang)
        return [Phrase(mark.words, mark.lang) for mark in marks] or [Phrase(BAR, self.lang)]

    def month(self, month: str) -> str:
        """``October 2016`` for ``2016-10``."""
        return self.voice.date(parse_date(month))

    def period(self, period: str) -> str:
        """``2016``, or ``October 2016`` for ``2016-10``."""
        return self.month(period) if "-" in period else self.voice.digits(period)

    def on_sheet(self, name: str, number: int) -> str:
        """What a page of a long list is called, of which the first is called as the list."""
        return self.voice.gettext("%(name)s, page %(number)s", name=name, number=number) if number > 1 else name

    def month_of(self, name: str, month: str, number: int = 1) -> str:
        """What a page of a month of something with a name is called."""
        when = self.month(month) if month != UNDATED else self.voice.gettext("Date unknown")
        return self.on_sheet(self.voice.gettext("%(name)s: %(when)s", name=name, when=when), number)

    def figures_of(self, name: str) -> str:
        """What a page of figures that cover a time of their own is called, of something with a name."""
        return self.voice.gettext("%(name)s: figures that cover a period", name=name)

    def phrase(self, words: Words | None) -> Phrase | None:
        """Words in the page's language, or in the other where there are none."""
        if words is None:
            return None
        for lang in (self.lang, self.voice.other.lang):
            if words[lang]:
                return Phrase(words[lang], lang)  # type: ignore[arg-type]  # looked at in the line above
        return None

    def in_its_language(self, text: str) -> Phrase:
        """Words of which nobody said the language, by the script that they begin in."""
        return Phrase(text, "ar" if self.voice.direction_of(text) == "rtl" else "en")

    def html(self, phrase: Phrase) -> str:
        """A phrase as it stands in a sentence of the page: marked with its language where that is another."""
        return phrase.text if phrase.lang == self.lang else tagged(phrase.text, phrase.lang, phrase.dir)

    def plain(self, phrase: Phrase) -> str:
        """A phrase as it stands in plain text of the page's language: isolated where it is of another."""
        return phrase.text if phrase.lang == self.lang else self.voice.isolate(phrase.text)
