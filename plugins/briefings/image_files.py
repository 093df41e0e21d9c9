"""The files of the images that briefings show.

Files are made anew of the pixels, and named by what is in them: neither the name nor the bytes of what an author put
into the content leave it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from reports.images import pages_of
from reports.model import Image
from reports.pixels import Made, NoImage, contents, make

from .failures import BuildFailed, shown
from .page import addresses
from .page.site_view import SiteView, Version


def image_files(site: SiteView) -> Iterator[tuple[str, bytes]]:
    """The files of all images that the briefings show, each once, and into ``site.images`` which belong to which.

    Raises ``BuildFailed`` for a file that is no longer the one that was read, or that takes too long.
    """
    for report in site.index.reports.values():
        for text in report.texts.values():
            for image in text.images:
                if image.picture not in site.images:
                    pages = []
                    for page in _pages(image):
                        versions = []
                        for made in page:
                            path = addresses.image(hashlib.sha256(made.data).hexdigest()[:16])
                            versions.append(Version(path, made.width, made.height))
                            yield path, made.data
                        pages.append(tuple(versions))
                    site.images[image.picture] = tuple(pages)


def _pages(image: Image) -> Iterator[list[Made]]:
    """The files made of each page of an image: of a photograph, of the one that it is."""
    picture = image.picture
    path = picture.path
    try:
        data = contents(path)
        same = hashlib.sha256(data).hexdigest() == picture.sha256
    except (OSError, NoImage):
        same = False
    if not same:
        raise BuildFailed(f"{shown(path)} was changed while the site was built. Build it again.")
    try:
        for page in pages_of(picture.kind, data):
            yield list(make(page))
    except NoImage as error:
        raise BuildFailed(f"{shown(path)} cannot be shown: {error}; {error.hint}.") from None
