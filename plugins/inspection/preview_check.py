"""Is what stands for a page where its address is shared its own: address, title, image, and the number in it?

The image itself is pixels. What it says stands beside it, in words that are given to who does not see it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .faults import Fault
from .page_reading import Page, Shown
from .site import Site
from .words import meanings

#: The pages that have an image.
_WITH_IMAGE = re.compile(r"(?:ar|en)/(?:briefings|dossiers)/[^/]+/index\.html")
_EVENT = re.compile(r"(?:ar|en)/events/([^/]+/[^/]+)/index\.html")
#: What parts the words of an image; what an image may have, in pixels and at most in bytes.
_PARTED, _SIZES, _MOST = " · ", ((1200, 630), (600, 315)), 60_000
_PNG = b"\x89PNG\r\n\x1a\n"
_ADDRESSES = ("og:url", "og:image", "twitter:image")


def previews(site: Site) -> Iterator[Fault]:
    """Everything that a reader would be shown of a page and that is not the page's. Without an address nothing is."""
    if not site.address:
        return
    for name, page in site.pages.items():
        if not page.broken:
            yield from _of_page(site, name, page)


def _of_page(site: Site, name: str, page: Page) -> Iterator[Fault]:
    said = page.preview
    for key in _ADDRESSES:
        if key in said and not said[key].startswith(f"{site.address}/"):
            yield Fault(name, f"gives {said[key][:120]!r} as {key}, which is no address of the site in full")
    if "og:url" in said and site.leads(said["og:url"], name).file != name:
        yield Fault(name, f"gives {said['og:url'][:120]!r} as its own address")
    title, whole = said.get("og:title", ""), said.get("og:site_name", "")
    if said and page.title not in (title, f"{title}{_PARTED}{whole}"):
        yield Fault(name, f"is called “{page.title}”, and shared as “{title}”")
    if "og:image" in said:
        yield from _image(site, name, page)
    elif (_WITH_IMAGE.fullmatch(name) or _EVENT.fullmatch(name)) and not page.moved:
        yield Fault(name, "names no image that stands for it where its address is shared")


def _image(site: Site, name: str, page: Page) -> Iterator[Fault]:
    said = page.preview
    file = site.leads(said["og:image"], name).file
    data = site.bytes(file)
    if not data.startswith(_PNG):
        yield Fault(name, f"names {file or said['og:image'][:120]} as its image, which is no image of the site")
    elif (size := (int.from_bytes(data[16:20]), int.from_bytes(data[20:24]))) not in _SIZES or len(data) > _MOST:
        yield Fault(file, f"has {size[0]} by {size[1]} pixels in {len(data)} bytes, and no network shows it whole")
    if said.get("twitter:image") != said["og:image"] or said.get("twitter:image:alt") != said.get("og:image:alt"):
        yield Fault(name, "gives one image, or its words, to some networks and another to others")
    title, told = f"{said.get('og:title', '')}{_PARTED}", said.get("og:image:alt", "")
    if not told.startswith(title):
        yield Fault(name, f"has an image that says “{told[:120]}”, and not the title of the page")
        return
    first = told.removeprefix(title).split(_PARTED)[0]
    event = _EVENT.fullmatch(name)
    own = [one for one in page.shown if (_answers(one, event[1]) if event else one.kind in ("total", "range"))]
    if first in {one.words for one in own}:
        return
    if any(event or _is_of_all(one) for one in own):
        yield Fault(name, f"has an image that says “{first[:120]}”, and no number of the page")
    elif meanings(first, page.lang):
        yield Fault(name, f"has an image that says “{first}”, which the page does not show")


def _answers(shown: Shown, event: str) -> bool:
    """Whether it is the answer of an event, or its figure of a time of its own."""
    return shown.kind in ("answer", "cumulative") and shown.event == event


def _is_of_all(shown: Shown) -> bool:
    """Whether it is a total of all people."""
    return shown.kind == "total" and shown.given.get("data-total", "").endswith("/all")
