"""Image files for tests, made here: drawings, photos with what a camera writes beside them, and what is no image."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

from PIL import Image, PngImagePlugin

#: What is planted in files and may be in nothing that is published.
PLANTED = b"PLANTED-7f3a"

#: The images of the golden content, below its reports, and how large each is drawn.
GOLDEN = {
    "2031-03-05-marzuba-market/salt-road.png": (40, 30),
    "2031-03-05-marzuba-market/market.png": (30, 40),
    "2031-03-07-qandara/witness.png": (24, 24),
}


def drawing(width: int = 40, height: int = 30, kind: str = "PNG") -> bytes:
    """A picture of a few colours: a ground, a road across it, and a square in the corner where it begins."""
    image = Image.new("RGB", (width, height), (214, 206, 180))
    image.paste((90, 90, 90), (0, height // 2, width, height // 2 + max(1, height // 10)))
    image.paste((150, 30, 30), (0, 0, max(1, width // 4), max(1, height // 4)))
    return _saved(image, kind)


def photo(width: int, height: int, kind: str = "JPEG", **more: object) -> bytes:
    """A picture of very many colours."""
    across = Image.linear_gradient("L").resize((width, height))
    image = Image.merge("RGB", (across, across.rotate(180), Image.radial_gradient("L").resize((width, height))))
    return _saved(image, kind, **more)


def camera_photo(width: int = 900, height: int = 600, turned: int = 1) -> bytes:
    """A JPEG as a telephone leaves it: where it was taken, with what, when, by whom, a profile, a comment, and something
    hung on behind its end. It is to be ``turned`` (EXIF's orientation)."""
    exif = Image.Exif()
    exif[0x0112] = turned
    exif[0x010F] = f"{PLANTED.decode()} maker"
    exif[0x013B] = f"{PLANTED.decode()} artist"
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2], gps[3], gps[4] = "N", (36.0, 12.0, 4.25), "E", (37.0, 9.0, 36.5)
    gps[29] = PLANTED.decode()
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">' + PLANTED + b"</x:xmpmeta>"
    data = photo(width, height, exif=exif, comment=PLANTED, xmp=xmp)
    return data + PLANTED + b"PK\x03\x04" + drawing()


def noted_png() -> bytes:
    """A PNG with words in it, and something behind its end."""
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", PLANTED.decode())
    notes.add_itxt("XML:com.adobe.xmp", PLANTED.decode(), zip=False)
    return _saved(Image.open(io.BytesIO(drawing())), "PNG", pnginfo=notes) + PLANTED


def moving_gif() -> bytes:
    """A GIF of two pictures, the first of them red, with a comment."""
    pictures = [Image.new("RGB", (20, 10), colour) for colour in ("red", "blue")]
    return _saved(pictures[0], "GIF", save_all=True, append_images=pictures[1:], comment=PLANTED)


def bomb(width: int = 30_000, height: int = 30_000) -> bytes:
    """A small PNG that says it is enormous."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(100))) + chunk(b"IEND", b"")


def _saved(image: Image.Image, kind: str, **more: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **more)
    return stream.getvalue()


if __name__ == "__main__":  # python -m tests.helpers.images draws the golden content's images
    for name, size in GOLDEN.items():
        (Path(__file__).parents[1] / "golden" / "content" / "reports" / name).write_bytes(drawing(*size))
