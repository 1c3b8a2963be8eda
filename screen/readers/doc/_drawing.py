"""What an old Word file paints behind its text boxes, and where they stand."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from screen.readers._paint import PAPER, is_paper
from screen.readers.doc._file import ANCHORS, BOXES, File

_DRAWINGS = 50
"""Place of the drawings in the file's list of tables."""
_SHAPE, _SHAPE_ID, _SHAPE_SAYS = 0xF004, 0xF00A, 0xF00B
_FILL, _OPACITY, _FILLED = 0x0181, 0x0182, 0x01BF
_DEEPEST = 12
"""Groups of shapes in groups."""


@dataclass(frozen=True, slots=True)
class Box:
    """A text box."""

    start: int
    end: int
    """Its text, as numbers of characters of the boxes' story."""
    anchor: int | None
    """The character of the body that it hangs on."""
    left: float | None
    top: float | None
    width: float | None
    ground: str | None
    """RRGGBB; `None` cannot be told."""


def painted(file: File) -> bool:
    """Whether shapes are painted in the file, so that white letters may be seen."""
    return any(not is_paper(colour) for _, colour in _fills(file.part(_DRAWINGS), 0) if colour)


def boxes(file: File, header: bool = False) -> list[Box]:
    """The text boxes of the body (or of the headers), in the order of the file."""
    places, said = file.plex(BOXES + header, 22)
    anchors = _anchors(file, ANCHORS + header)
    fills = dict(_fills(file.part(_DRAWINGS), 0))
    clear = None if painted(file) else PAPER
    out = []
    for i, row in enumerate(said):
        shape = struct.unpack_from("<I", row, 14)[0]
        anchor, left, top, right = anchors.get(shape, (None, None, None, None))
        width = right - left if right is not None and left is not None else None
        ground = fills.get(shape, PAPER) or clear
        out.append(Box(places[i], places[i + 1], anchor, left, top, width, ground))
    return out


def _anchors(file: File, place: int) -> dict[int, tuple[int, float, float, float]]:
    """Shape → character, left, top, right."""
    places, said = file.plex(place, 26)
    out = {}
    for at, row in zip(places, said, strict=False):
        shape, left, top, right = struct.unpack_from("<Iiii", row)
        out[shape] = (at, left / 20, top / 20, right / 20)
    return out


def _fills(data: bytes, depth: int) -> Iterator[tuple[int, str | None]]:
    """Shape and what it is filled with."""
    at = 0
    while at + 8 <= len(data) and depth <= _DEEPEST:
        version, kind, length = struct.unpack_from("<HHI", data, at)
        if version & 15 != 15 and kind < 0xF000:
            at += 1  # between two drawings stands a byte that says which story they belong to
            continue
        inner = data[at + 8 : at + 8 + length]
        if kind == _SHAPE:
            yield from _fill(inner)
        elif version & 15 == 15:
            yield from _fills(inner, depth + 1)
        at += 8 + length


def _fill(data: bytes) -> Iterator[tuple[int, str | None]]:
    at, shape, colour, filled = 0, None, PAPER, True
    while at + 8 <= len(data):
        version, kind, length = struct.unpack_from("<HHI", data, at)
        inner = data[at + 8 : at + 8 + length]
        if kind == _SHAPE_ID and len(inner) >= 4:
            shape = struct.unpack_from("<I", inner)[0]
        elif kind == _SHAPE_SAYS:
            colour, filled = _said(inner[: 6 * (version >> 4)])
        at += 8 + length
    if shape is not None:
        # Without a filling it may lie on a painted shape: that cannot be told.
        yield shape, colour if filled else None


def _said(data: bytes) -> tuple[str, bool]:
    """Colour of a shape's filling, and whether it has one."""
    colour, filled = PAPER, True
    for what, value in struct.iter_unpack("<HI", data[: len(data) // 6 * 6]):
        if what & 0x3FFF == _FILL and not value >> 24:
            colour = value.to_bytes(4, "little")[:3].hex().upper()
        elif (what & 0x3FFF == _OPACITY and not value) or (what & 0x3FFF == _FILLED and value & 0x100010 == 0x100000):
            filled = False
    return colour, filled
