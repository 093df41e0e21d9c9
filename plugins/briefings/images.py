"""The images that briefings show: their files in the site, and their elements in a page.

Files are made anew of the pixels, and named by what is in them: neither the name nor the bytes of what an author put
into the content leave it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from markupsafe import Markup

from bilingual import Voice
from reports.images import Image
from reports.pixels import NoImage, make

from . import addresses
from .messages import BuildFailed, shown
from .page import Page
from .views import SiteView, Version

#: How wide an image stands on a page: from 60rem on there are two columns.
SIZES = "(min-width: 60rem) 50vw, 100vw"


def image_files(site: SiteView) -> Iterator[tuple[str, bytes]]:
    """The files of all images that the briefings show, each once, and into ``site.images`` which belong to which.

    Raises ``BuildFailed`` for a file that is no longer the one that was read.
    """
    for report in site.index.reports.values():
        for text in report.texts.values():
            for image in text.images:
                if image.picture not in site.images:
                    versions = []
                    for path, width, height, data in _made(image):
                        versions.append(Version(path, width, height))
                        yield path, data
                    site.images[image.picture] = tuple(versions)


def _made(image: Image) -> Iterator[tuple[str, int, int, bytes]]:
    path = image.picture.path
    try:
        data = path.read_bytes()
        if hashlib.sha256(data).hexdigest() == image.picture.sha256:
            for made in make(data):
                name = hashlib.sha256(made.data).hexdigest()[:16]
                yield addresses.image(name), made.width, made.height, made.data
            return
    except (OSError, NoImage):
        pass
    raise BuildFailed(f"{shown(path)} was changed while the site was built. Build it again.")


def figure(page: Page, image: Image) -> Markup:
    """An image of a report's text as an element. A graphic one is covered until a reader asks for it, without a script.

    The words on the cover are in the language of the page; what the image shows, and its caption, in that of the text.
    """
    versions = page.site.images[image.picture]
    largest = versions[-1]
    several = Markup(' srcset="{}" sizes="{}"').format(
        ", ".join(f"{page.href(version.path)} {version.width}w" for version in versions), SIZES
    )
    element = Markup(
        '<img src="{}"{} width="{}" height="{}" alt="{}" loading="lazy" decoding="async">'
    ).format(
        page.href(largest.path), several if len(versions) > 1 else "", largest.width, largest.height, image.alt
    )  # fmt: skip
    if image.graphic:
        element = _covered(page.voice, element)
    caption = Markup("<figcaption>{}</figcaption>").format(image.caption) if image.caption else ""
    return Markup('<figure class="image">{}{}</figure>').format(element, caption)


def _covered(voice: Voice, element: Markup) -> Markup:
    """An image under a cover that a reader can open and close. On paper the cover says that it is not printed."""
    said = (voice.gettext("Graphic image"), voice.gettext("Show it"), voice.gettext("Cover it"))
    return Markup(
        '<details class="covered"><summary lang="{}" dir="{}"><strong>{}</strong> <span class="covered-open">{}</span>'
        '<span class="covered-close">{}</span><span class="covered-paper">{}</span></summary>{}</details>'
    ).format(voice.lang, voice.dir, *said, voice.gettext("Not printed"), element)
