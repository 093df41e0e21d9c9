"""The files of the images that briefings show.

Files are made anew of the pixels, and named by what is in them: neither the name nor the bytes of what an author put
into the content leave it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from reports.model import Image, Picture
from reports.pixels import Made, NoImage, contents, make
from reports.report_images import pages_of

from .failures import BuildFailed, shown
from .page import addresses
from .page.site_view import SiteView, Version

Versions = tuple[tuple[Version, ...], ...]


def image_files(site: SiteView) -> Iterator[tuple[str, bytes]]:
    """The files of all images that the briefings show, each once, and into ``site.images`` which belong to which.

    Raises ``BuildFailed`` for a file that is no longer the one that was read, or that takes too long.
    """
    for image in _images(site):
        if image.picture not in site.images:
            site.images[image.picture], files = _made(image.picture)
            yield from files.items()


class ImagesWhenAsked(dict[Picture, Versions]):
    """The files made of each page of each image, as in ``site.images``, made when somebody first asks for an image."""

    def __init__(self) -> None:
        super().__init__()
        #: The files, by path.
        self.files: dict[str, bytes] = {}

    def __missing__(self, picture: Picture) -> Versions:
        self[picture], files = _made(picture)
        self.files.update(files)
        return self[picture]


def file_at(site: SiteView, path: str) -> bytes | None:
    """The file of an image at a path, of a site whose images are made when they are asked for."""
    assert isinstance(site.images, ImagesWhenAsked)
    if path not in site.images.files:
        for image in _images(site):
            site.images[image.picture]
    return site.images.files.get(path)


def _images(site: SiteView) -> Iterator[Image]:
    for report in site.index.reports.values():
        for text in report.texts.values():
            yield from text.images


def _made(picture: Picture) -> tuple[Versions, dict[str, bytes]]:
    """The versions of each page of an image, and their files by path."""
    files: dict[str, bytes] = {}
    pages = []
    for page in _pages(picture):
        versions = []
        for made in page:
            path = addresses.image(hashlib.sha256(made.data).hexdigest()[:16])
            versions.append(Version(path, made.width, made.height))
            files[path] = made.data
        pages.append(tuple(versions))
    return tuple(pages), files


def _pages(picture: Picture) -> Iterator[list[Made]]:
    """The files made of each page of an image: of a photograph, of the one that it is."""
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
