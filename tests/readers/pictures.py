"""Picture files, made with Pillow."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image, ImageChops

from tests.readers.scans import Bitmap


def image(bitmap: Bitmap) -> Image.Image:
    """The picture as Pillow holds it."""
    return Image.frombytes("L", (bitmap.width, bitmap.height), b"".join(bitmap.rows))


def picture(bitmap: Bitmap, form: str, **options: int) -> bytes:
    """The picture as a file."""
    out = io.BytesIO()
    image(bitmap).convert("RGB").save(out, form, **options)
    return out.getvalue()


def fax(bitmap: Bitmap) -> bytes:
    """A TIFF of two pages: the second is askew and half in shadow."""
    first = image(bitmap)
    second = first.rotate(4, Image.Resampling.BICUBIC, fillcolor=255)
    shadow = Image.linear_gradient("L").resize(first.size).point(lambda v: 90 + v * 165 // 255)
    out = io.BytesIO()
    first.save(out, "TIFF", save_all=True, append_images=[ImageChops.multiply(second, shadow)])
    return out.getvalue()


def torn_fax(bitmap: Bitmap) -> bytes:
    """A TIFF packed as faxes are, with bytes in the middle that mean nothing."""
    out = io.BytesIO()
    image(bitmap).convert("1").save(out, "TIFF", compression="group4")
    data = bytearray(out.getvalue())
    data[1_000:1_040] = bytes(range(100, 140))
    return bytes(data)


def huge() -> bytes:
    """A PNG that says it has 3.6 billion pixels."""
    size = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", size) + _chunk(b"IDAT", zlib.compress(bytes(60_001)))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
