"""The images of a text as elements of a page. Their files are made by ``image_files``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from markupsafe import Markup

from bilingual import Voice
from reports.model import Image

from .page import Page
from .site_view import Version

#: How wide an image stands on a page: from 60rem on there are two columns.
SIZES = "(min-width: 60rem) 50vw, 100vw"


def figure(page: Page, lang: str, image: Image) -> Markup:
    """An image of a report's text in ``lang`` as an element.

    A graphic one is covered until a reader asks for it, without a script. A document's first page stands open, and a
    reader opens the others; each leads to itself at its full size. The words on covers are in the language of the page;
    what the image shows, and its caption, in that of the text.
    """
    first, *others = page.site.images[image.picture]
    shown = partial(_element, page, leads=bool(image.picture.kind))
    described = partial(_described, page.site.voices[lang], image.alt, 1 + len(others))
    element = shown(first, described(1))
    if others:
        told = [shown(one, described(number)) for number, one in enumerate(others, 2)]
        element += _opened(page.voice, told)
    if image.graphic:
        element = _covered(page.voice, element)
    caption = Markup("<figcaption>{}</figcaption>").format(image.caption) if image.caption else ""
    return Markup('<figure class="image">{}{}</figure>').format(element, caption)


def _element(page: Page, versions: Sequence[Version], alt: str, *, leads: bool) -> Markup:
    largest = versions[-1]
    several = Markup(' srcset="{}" sizes="{}"').format(
        ", ".join(f"{page.links.href(version.path)} {version.width}w" for version in versions), SIZES
    )
    element = Markup(
        '<img src="{}"{} width="{}" height="{}" alt="{}" loading="lazy" decoding="async">'
    ).format(
        page.links.href(largest.path), several if len(versions) > 1 else "", largest.width, largest.height, alt
    )  # fmt: skip
    if not leads:
        return element
    return Markup('<a class="page-link" href="{}">{}</a>').format(page.links.href(largest.path), element)


def _described(voice: Voice, shows: str, count: int, number: int) -> str:
    """What an image shows, and which of so many pages of it this is."""
    if count == 1:
        return shows
    return voice.gettext("%(shows)s (page %(number)s of %(count)s)", shows=shows, number=number, count=count)


def _opened(voice: Voice, pages: Sequence[Markup]) -> Markup:
    """The pages of a document after its first, which a reader opens; on paper they stand open."""
    count = len(pages)
    said = voice.ngettext("%(num)s more page", "%(num)s more pages", count)
    return Markup('<details class="more-pages"><summary lang="{}" dir="{}">{}</summary>{}</details>').format(
        voice.lang, voice.dir, said, Markup("").join(pages)
    )


def _covered(voice: Voice, element: Markup) -> Markup:
    """An image under a cover that a reader can open and close. On paper the cover says that it is not printed."""
    said = (voice.gettext("Graphic image"), voice.gettext("Show it"), voice.gettext("Cover it"))
    return Markup(
        '<details class="covered"><summary lang="{}" dir="{}"><strong>{}</strong> <span class="covered-open">{}</span>'
        '<span class="covered-close">{}</span><span class="covered-paper">{}</span></summary>{}</details>'
    ).format(voice.lang, voice.dir, *said, voice.gettext("Not printed"), element)
