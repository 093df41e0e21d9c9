"""A page as its template sees it: a language, an address, and helpers by subject."""

from __future__ import annotations

from bilingual import Voice

from .answers import Answers
from .drawing import Drawing
from .figures import Figures
from .links import Links
from .names import Names
from .site_view import SiteView
from .texts import Texts


class Page:
    """One page in one language.

    ``subject`` is what it is about: a slug, an id, a key or a month; empty for a page that each language has once.
    ``links`` lead from it, ``names`` and ``texts`` are in its language, ``figures``, ``answers`` and ``drawing`` are as
    it shows them.
    """

    def __init__(self, site: SiteView, path: str, lang: str, subject: str = "") -> None:
        self.site, self.path, self.lang, self.subject = site, path, lang, subject
        self.voice: Voice = site.voices[lang]
        self.dir = self.voice.dir
        self.links = Links(site, path, lang)
        self.texts = Texts(site, self.voice)
        self.names = Names(site, self.voice, self.texts, self.links, subject)
        self.figures = Figures(site, self.voice, self.texts, self.names)
        self.answers = Answers(site, self.voice, self.texts, self.names, self.figures, self.links)
        self.drawing = Drawing(self.voice)

    def speaking(self, lang: str) -> Page:
        """The same page, at the same address, for words on it that are in ``lang``."""
        return self if lang == self.lang else Page(self.site, self.path, lang, self.subject)
