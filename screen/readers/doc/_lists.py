"""Lists of an old Word file: which count their items, and which only look like lists."""

from __future__ import annotations

import struct

from screen.readers.doc._file import File

_LISTS, _OVERRIDES = 73, 74
"""Places in the file's list of tables."""
_BULLET, _NOTHING = 23, 255
"""Kinds of number that are none."""


def kinds(file: File) -> dict[int, str]:
    """Number of a list, as paragraphs name it → bullet, number or none."""
    levels = _first_levels(file)
    data = file.part(_OVERRIDES)
    count = int.from_bytes(data[:4], "little")
    out = {}
    for i in range(min(count, max(len(data) - 4, 0) // 16)):
        kind = levels.get(struct.unpack_from("<i", data, 4 + 16 * i)[0])
        out[i + 1] = "bullet" if kind in (_BULLET, None) else "none" if kind == _NOTHING else "number"
    return out


def _first_levels(file: File) -> dict[int, int]:
    """List → kind of number of its first level; the levels follow the table that they belong to."""
    start, length = struct.unpack_from("<II", file.main, 154 + 8 * _LISTS)
    data, at = file.table, start + length
    out: dict[int, int] = {}
    count = int.from_bytes(data[start : start + 2], "little") if length >= 2 else 0
    for i in range(min(count, length // 28)):
        row = start + 2 + 28 * i
        for level in range(1 if data[row + 26] & 1 else 9):
            if at + 28 > len(data):
                return out
            if level == 0:
                out[struct.unpack_from("<i", data, row)[0]] = data[at + 4]
            at += 28 + data[at + 24] + data[at + 25]
            at += 2 + 2 * int.from_bytes(data[at : at + 2], "little")
    return out
