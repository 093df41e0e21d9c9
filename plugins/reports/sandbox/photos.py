"""An image file → its pixels, and files made anew of these: nothing but what is seen is in them.

The only place that knows Pillow. What a camera, a phone or a program wrote beside the pixels (where and when, with
what, by whom, a preview, whatever was hung on at the end) is never copied, since files are written from the pixels.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress

from limits import HIGHEST, WIDTH, Unclean
from PIL import Image, ImageCms, ImageOps

#: The kinds that are read. Of one that moves the first picture is taken.
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
MAX_PIXELS, MAX_SIDE = 50_000_000, 30_000
#: WebP is unpacked four times over by what reads it.
MAX_PIXELS_OF_WEBP = 25_000_000
#: What has more pixels is halved while it is unpacked, so many lines at a time.
WHOLE, LINES = 25_000_000, 256
#: How many pixels a file may have that count for nothing: some, and more for each byte.
SMALL, FOR_A_BYTE = 250_000, 100
#: How wide the files are that are made, in pixels; they are at most ``HIGHEST`` times higher.
WIDTHS = (640, WIDTH)
#: Up to so many colours a picture is a drawing, and is kept to the pixel.
FEW_COLOURS = 256
QUALITY = 80

_TURN = 0x0112


def seen(data: bytes, left: int | None = None) -> tuple[Image.Image, tuple[int, int], int]:
    """The pixels of an image, turned as its camera says and in the colours of the web; how wide and high it is, where
    its pixels may be fewer; and how many of the pixels that are ``left`` for all images it takes, none where nobody
    counts.

    Raises ``Unclean`` for what cannot be read to its end, and for what is too large before it is unpacked.
    """
    try:
        with warnings.catch_warnings():
            # What it warns of is a size, which is looked at here, or what is not kept.
            warnings.simplefilter("ignore")
            _refuse_large(*(_sides_of_webp(data) or (1, 1)), MAX_PIXELS_OF_WEBP)
            image: Image.Image = Image.open(io.BytesIO(data), formats=FORMATS)
            _refuse_large(*image.size, MAX_PIXELS)
            size = image.size
            taken = 0 if left is None else max(0, size[0] * size[1] - SMALL - FOR_A_BYTE * len(data))
            if left is not None and taken > left:
                raise Unclean("images-pixels")
            if size[0] * size[1] > WHOLE:
                image.draft(None, (size[0] // 2, size[1] // 2))
            image.load()
            turn = image.getexif().get(_TURN)
            if image.width * image.height > WHOLE:
                image = _halved(image)
                image.getexif()[_TURN] = turn
                ImageOps.exif_transpose(image, in_place=True)
            else:
                ImageOps.exif_transpose(image, in_place=True)
                image = _to_colours_of_the_web(image)(image)
            return image, size[::-1] if turn in (5, 6, 7, 8) else size, taken
    except Unclean:
        raise
    except Image.DecompressionBombError:
        raise _too_many(MAX_PIXELS) from None
    except MemoryError:
        raise Unclean("image-memory") from None
    except Exception as error:  # a decoder raises whatever it stumbles over
        raise Unclean("image-broken") from error


def make(data: bytes) -> Iterator[tuple[tuple[int, int], bytes]]:
    """The files for a page, from the smallest to the largest, each with its size; never larger than the image. They are
    the same for the same bytes.

    Raises ``Unclean`` as ``seen`` does.
    """
    whole, size, _ = seen(data)
    done: set[tuple[int, int]] = set()
    for width in WIDTHS:
        fitting = _fitting(size, width)
        if fitting not in done:
            done.add(fitting)
            smaller = whole if fitting == whole.size else whole.resize(fitting, Image.Resampling.LANCZOS)
            smaller = _alone(smaller)
            drawn = smaller.getcolors(FEW_COLOURS) is not None
            stream = io.BytesIO()
            smaller.save(stream, "WEBP", lossless=drawn, quality=QUALITY, method=4, exact=False)
            yield fitting, stream.getvalue()


def _fitting(size: tuple[int, int], width: int) -> tuple[int, int]:
    """The size of an image that is at most so wide, and not higher than it may be."""
    scale = min(1, width / size[0], width * HIGHEST / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _refuse_large(width: int, height: int, most: int) -> None:
    if width * height > most:
        raise _too_many(most)
    if max(width, height) > MAX_SIDE:
        raise Unclean("image-side", most=f"{MAX_SIDE:,}")


def _too_many(most: int) -> Unclean:
    return Unclean("image-pixels", most=most // 1_000_000)


def _sides_of_webp(data: bytes) -> tuple[int, int] | None:
    """What a WebP file says of its size: what reads it takes the memory for all of it as soon as it is opened."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        return None
    number = int.from_bytes
    if data[12:16] == b"VP8X":
        return number(data[24:27], "little") + 1, number(data[27:30], "little") + 1
    if data[12:16] == b"VP8L":
        sides = number(data[21:25], "little")
        return (sides & 0x3FFF) + 1, (sides >> 14 & 0x3FFF) + 1
    return number(data[26:28], "little") & 0x3FFF, number(data[28:30], "little") & 0x3FFF


def _to_colours_of_the_web(image: Image.Image) -> Callable[[Image.Image], Image.Image]:
    """What makes an image, or a piece of it, one in sRGB, with transparency where it has any."""
    profile = image.info.get("icc_profile")
    mode = "RGBA" if image.has_transparency_data else "RGB"
    meant = None
    if profile and image.mode in ("RGB", "CMYK", "L"):
        # Where the profile cannot be read the colours stay as they are.
        with suppress(ImageCms.PyCMSError, OSError, ValueError):
            meant = ImageCms.buildTransform(
                ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB"), image.mode, "RGB"
            )

    def converted(piece: Image.Image) -> Image.Image:
        if meant:
            with suppress(ImageCms.PyCMSError, OSError, ValueError):
                piece = ImageCms.applyTransform(piece, meant) or piece
        if piece.mode.startswith(("I;16", "I", "F")):
            piece = piece.point(lambda value: value / 256).convert("L")
        return piece if piece.mode == mode else piece.convert(mode)

    return converted


def _halved(image: Image.Image) -> Image.Image:
    """Each four pixels made one, in the colours of the web; never more than the image and a few lines are in memory."""
    converted = _to_colours_of_the_web(image)
    half: Image.Image | None = None
    for top in range(0, image.height, LINES):
        lines = converted(image.crop((0, top, image.width, min(top + LINES, image.height)))).reduce(2)
        half = half or Image.new(lines.mode, ((image.width + 1) // 2, (image.height + 1) // 2))
        half.paste(lines, (0, top // 2))
    assert half
    return half


def _alone(image: Image.Image) -> Image.Image:
    """The pixels in an image that has never held anything else."""
    alone = Image.new(image.mode, image.size)
    alone.paste(image)
    return alone
