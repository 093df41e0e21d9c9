"""What stands for a page where its address is shared: on a site with a public address, since only such can be shared.

The image of a page is named by what is in it: where a figure changes, so does the address of the image, and nobody is
shown an old one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from .assets import kept
from .assets.preview_image import icon, image, kept_as
from .page import addresses
from .page.cards import in_one_line
from .page.kind import Planned

#: The icon that phones put on their first screen, made of the theme's own.
ICON, DRAWING = f"{addresses.ASSETS}/touch-icon.png", "static/icon.svg"
#: The languages of pages as Open Graph writes them, which asks for a territory.
LOCALES = {"ar": "ar_AR", "en": "en_GB"}


@dataclass(frozen=True, slots=True)
class Preview:
    """The image of a page: where it stands, its bytes, and what it says; ``kept_as`` is its file in the cache."""

    path: str
    data: bytes
    alt: str
    kept_as: str
    width: int
    height: int


def preview_of(planned: Planned, cache: Path | None) -> Preview | None:
    """The image of a page; ``None`` for a page of a kind that has none, and on a site without a public address.

    ``cache`` is a folder to keep images in; without one they are made anew.
    """
    if planned.kind.card is None or not planned.page.site.address:
        return None
    card = planned.kind.card(planned)
    data = image(card, folder_in(cache))
    path = addresses.preview(hashlib.sha256(data).hexdigest()[:16])
    return Preview(path, data, in_one_line(planned.page, card), kept_as(card), card.width, card.height)


def folder_in(cache: Path | None) -> Path | None:
    """Where images are kept."""
    return cache / "previews" if cache else None


def forget_others(cache: Path, used: Iterable[str]) -> None:
    """Keep no image but those of the site that was just made: what they said may be redacted by now."""
    kept.forget(cache / "previews", {*used})


def touch_icon(theme: Path) -> bytes:
    """The icon of a theme, as a PNG."""
    return _icon((theme / DRAWING).read_text("utf-8"))


_icon = lru_cache(icon)
