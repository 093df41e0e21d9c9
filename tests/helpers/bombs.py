"""Image files for tests that are small and take very much: pixels, sides, passes, profiles, what is packed in them."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterable

from PIL import Image


def chunk(kind: bytes, data: bytes) -> bytes:
    """A part of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(
    width: int, height: int, *, depth: int = 8, colours: int = 2, interlaced: bool = False, more: Iterable[bytes] = ()
) -> bytes:
    """A black PNG with all its pixels, in few bytes, and ``more`` parts before these. ``colours`` is as PNG has it: 0 for
    grey, 2 for RGB, 3 for a palette, 6 for RGBA."""
    bits = depth * {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colours]
    passes = [(width, height)]
    if interlaced:
        steps = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
        passes = [(-(-(width - x) // across), -(-(height - y) // down)) for x, y, across, down in steps]
    packed = zlib.compressobj(9)
    data = b""
    for wide, high in passes:
        left = (1 + (wide * bits + 7) // 8) * high if wide > 0 else 0
        for most in range(left, 0, -1_000_000):
            data += packed.compress(bytes(min(most, 1_000_000)))
    data += packed.flush()
    head = struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, int(interlaced))
    palette = [chunk(b"PLTE", bytes(range(256)) * 3)] if colours == 3 else []
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (chunk(b"IHDR", head), *palette, *more, chunk(b"IDAT", data), chunk(b"IEND", b""))
    )


def packed_note(kind: bytes, size: int) -> bytes:
    """A part of a PNG that unpacks to so many bytes: ``iCCP``, ``zTXt`` or ``iTXt``."""
    inside = zlib.compress(bytes(size), 9)
    return chunk(kind, b"a\0" + (b"\1\0\0\0" if kind == b"iTXt" else b"\0") + inside)


def passes(width: int, height: int, count: int) -> bytes:
    """A progressive JPEG that goes over all its pixels so many times, and says in a few bytes that nothing is new."""

    def part(mark: int, data: bytes) -> bytes:
        return struct.pack(">BBH", 0xFF, mark, len(data) + 2) + data

    # One code of one bit in each table: no difference, and the end of 16,384 blocks and of as many as 14 bits say.
    one_code = bytes([1] + [0] * 15)
    tables = part(0xC4, b"\x00" + one_code + b"\x00") + part(0xC4, b"\x10" + one_code + b"\xe0")
    frame = part(0xC2, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00")
    blocks = -(-width // 8) * -(-height // 8)
    bits = ("0" + "1" * 14) * -(-blocks // 32767)
    bits += "1" * (-len(bits) % 8)
    nothing = int(bits, 2).to_bytes(len(bits) // 8, "big").replace(b"\xff", b"\xff\x00")
    first = part(0xDA, b"\x01\x01\x00\x00\x00\x01") + bytes((blocks + 7) // 8)
    second, again = (part(0xDA, b"\x01\x01\x00\x01\x3f" + bits) + nothing for bits in (b"\x01", b"\x10"))
    quantities = part(0xDB, b"\x00" + b"\x01" * 64)
    return b"\xff\xd8" + quantities + frame + tables + first + second + again * count + b"\xff\xd9"


def wide_gif(width: int, height: int) -> bytes:
    """A small GIF whose screen is enormous."""
    data = bytearray(_saved(Image.new("P", (10, 10)), "GIF"))
    data[6:10] = struct.pack("<HH", width, height)
    return bytes(data)


def moving_webp(width: int, height: int) -> bytes:
    """A WebP of two small pictures that says that it is as large as this."""
    data = bytearray(
        _saved(Image.new("RGB", (9, 9)), "WEBP", save_all=True, append_images=[Image.new("RGB", (9, 9), "red")])
    )
    data[24:30] = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return bytes(data)


def webp(width: int, height: int, **more: object) -> bytes:
    return _saved(Image.new("RGB", (width, height), (9, 99, 9)), "WEBP", lossless=True, method=0, **more)


def jpeg(width: int, height: int, mode: str = "RGB", **more: object) -> bytes:
    return _saved(Image.new(mode, (width, height), 99 if mode == "L" else None), "JPEG", quality=20, **more)


def _saved(image: Image.Image, kind: str, **more: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **more)
    return stream.getvalue()
