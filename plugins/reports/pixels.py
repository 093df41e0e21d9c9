"""An image file → its pixels, and files made anew of these: nothing but what is seen is in them.

The only place that knows Pillow. What a camera, a phone or a program wrote beside the pixels (where and when, with
what, by whom, a preview, whatever was hung on at the end) is never copied, since files are written from the pixels.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from PIL import Image, ImageCms, ImageOps

#: The kinds that are read. Of one that moves the first picture is taken.
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
MAX_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 50_000_000
#: How wide the files are that are made, in pixels, and how many times higher than wide at most.
WIDTHS, HIGHEST = (640, 1280), 4
#: Up to so many colours a picture is a drawing, and is kept to the pixel.
FEW_COLOURS = 256
QUALITY = 80


class NoImage(ValueError):
    """A file that is no image that can be shown. ``hint`` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Made:
    """A file made of an image: its width and height in pixels, and its bytes (WebP)."""

    width: int
    height: int
    data: bytes


def measure(data: bytes) -> tuple[int, int]:
    """The width and height of an image as it is seen. Raises ``NoImage`` where it cannot be read to its end."""
    return _seen(data).size


def make(data: bytes) -> Iterator[Made]:
    """The files for a page, from the smallest to the largest; never larger than the image. The same for the same bytes.

    Raises ``NoImage`` as ``measure`` does.
    """
    whole = _seen(data)
    done: set[tuple[int, int]] = set()
    for width in WIDTHS:
        size = _fitting(whole.size, width)
        if size not in done:
            done.add(size)
            smaller = whole if size == whole.size else whole.resize(size, Image.Resampling.LANCZOS)
            drawn = smaller.getcolors(FEW_COLOURS) is not None
            stream = io.BytesIO()
            smaller.save(stream, "WEBP", lossless=drawn, quality=QUALITY, method=4, exact=False)
            yield Made(*size, stream.getvalue())


def _fitting(size: tuple[int, int], width: int) -> tuple[int, int]:
    """The size of an image that is at most so wide, and not higher than it may be."""
    scale = min(1, width / size[0], width * HIGHEST / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _seen(data: bytes) -> Image.Image:
    """The pixels of an image, turned as its camera says and in the colours of the web, and nothing besides."""
    if len(data) > MAX_BYTES:
        raise NoImage(f"the image has more than {MAX_BYTES // 1024 // 1024} MiB", "save it smaller")
    try:
        with warnings.catch_warnings():
            # What it warns of is a size, which is looked at below, or what is not kept.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=FORMATS) as opened:
                if opened.width * opened.height > MAX_PIXELS:
                    raise NoImage(*_TOO_LARGE)
                opened.load()
                turned = ImageOps.exif_transpose(opened)
                return _alone(_in_colours_of_the_web(turned))
    except NoImage:
        raise
    except Image.DecompressionBombError:
        raise NoImage(*_TOO_LARGE) from None
    except Exception as error:  # a decoder raises whatever it stumbles over
        raise NoImage("the image cannot be read to its end", "save it anew as JPEG, PNG, WebP or GIF") from error


_TOO_LARGE = (f"the image has more than {MAX_PIXELS // 1_000_000} million pixels", "save it smaller")


def _in_colours_of_the_web(image: Image.Image) -> Image.Image:
    """The image as sRGB, with transparency where it has any."""
    profile = image.info.get("icc_profile")
    clear = image.has_transparency_data
    if profile and image.mode in ("RGB", "CMYK", "L"):
        # Where the profile cannot be read the colours stay as they are.
        with suppress(ImageCms.PyCMSError, OSError, ValueError):
            meant = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            image = ImageCms.profileToProfile(image, meant, ImageCms.createProfile("sRGB"), outputMode="RGB") or image
    if image.mode.startswith(("I;16", "I", "F")):
        image = image.point(lambda value: value / 256).convert("L")
    return image.convert("RGBA" if clear else "RGB")


def _alone(image: Image.Image) -> Image.Image:
    """The pixels in an image that has never held anything else."""
    alone = Image.new(image.mode, image.size)
    alone.paste(image)
    return alone
