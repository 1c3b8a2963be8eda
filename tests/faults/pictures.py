"""Bad pictures."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator


def png(width: int, height: int, data: bytes) -> bytes:
    def chunk(kind: bytes, held: bytes) -> bytes:
        return struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")


def files() -> Iterator[tuple[str, bytes]]:
    blank = png(400, 300, (b"\0" + b"\xff" * 400) * 300)
    yield "png-cut.png", blank[:60]
    yield "png-60000-by-60000.png", png(60_000, 60_000, b"\0" * 1000)
    yield "png-without-a-letter.png", blank
    yield "jpg-header-only.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00"
    yield "tif-that-goes-in-circles.tif", b"II*\x00\x08\x00\x00\x00\x00\x00\x08\x00\x00\x00"
    yield "gif-without-size.gif", b"GIF89a\x00\x00\x00\x00\x00\x00\x00;"
    yield "heic-cut.heic", b"\x00\x00\x00\x1cftypheic\x00\x00\x00\x00mif1heic"
