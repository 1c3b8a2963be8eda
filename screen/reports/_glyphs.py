"""Which signs a font can show: what it cannot is written as the sign for an unknown character."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

UNKNOWN = "\ufffd"
SEGMENTED = 12
"""Format of a `cmap` table: groups of code points (OpenType specification, cmap)."""


def shown_by(font: Path, text: str) -> str:
    """The text with `UNKNOWN` for every sign that the font lacks."""
    groups = list(_groups(font.read_bytes()))
    known = {c: any(first <= ord(c) <= last for first, last in groups) for c in set(text)}
    return "".join(c if known[c] or c.isspace() else UNKNOWN for c in text)


def _groups(data: bytes) -> Iterator[tuple[int, int]]:
    """First and last code point of each run that the font has."""
    cmap = next(offset for tag, offset in _tables(data) if tag == b"cmap")
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    for at in range(count):
        (offset,) = struct.unpack_from(">I", data, cmap + 4 + at * 8 + 4)
        (form,) = struct.unpack_from(">H", data, cmap + offset)
        if form == SEGMENTED:
            (groups,) = struct.unpack_from(">I", data, cmap + offset + 12)
            for group in range(groups):
                first, last, _ = struct.unpack_from(">III", data, cmap + offset + 16 + group * 12)
                yield first, last


def _tables(data: bytes) -> Iterator[tuple[bytes, int]]:
    (count,) = struct.unpack_from(">H", data, 4)
    for at in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, 12 + at * 16)
        yield tag, offset
