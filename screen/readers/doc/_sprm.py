"""Property modifiers ("sprms") of old Word files: what they say about letters, paragraphs and rows."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from screen.readers._sight import indented, low, raised, squeezed

_FIXED = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
"""Bytes of the operand, by the upper three bits of the code; 6 tells its length itself."""
_TABLE, _TABS = 0xD608, 0xC615
"""The two whose length is told in ways of their own."""
# MS-DOC 2.9.119, the sixteen colours of old: RRGGBB by index; 0 is automatic.
_PALETTE = (
    None, "000000", "0000FF", "00FFFF", "00FF00", "FF00FF", "FF0000", "FFFF00", "FFFFFF",
    "000080", "008080", "008000", "800080", "800000", "808000", "808080", "C0C0C0",
)  # fmt: skip
_SWITCHES = {0x0800: "deleted", 0x0835: "bold", 0x083C: "vanish"}
_STYLED, _OPPOSITE = 0x80, 0x81
"""Values of a switch: as the style says, and not as it says."""


@dataclass(frozen=True, slots=True)
class Letters:
    """How letters look."""

    size: float = 10.0
    """Points; Word's own default."""
    bold: bool = False
    colour: str | None = None
    ground: str | None = None
    vanish: bool = False
    deleted: bool = False
    scale: int = 100
    """Per cent of a letter's natural width."""
    symbol: str | None = None
    """A character of a symbol font, which stands for the one in the text."""
    style: int | None = None
    sight: str | None = None
    """Why they are out of sight, whatever their look."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What a paragraph is, and of a row's end what the row is."""

    style: int = 0
    in_table: bool = False
    depth: int = 0
    """Of tables; 1 is a table in no other."""
    row_end: bool = False
    inner_cell: bool = False
    """It ends a cell of a table within a table."""
    listed: int = 0
    """The list that it is an item of; 0 is none."""
    outline: int | None = None
    before: float = 0.0
    after: float = 0.0
    ground: str | None = None
    frame: tuple[float, float, float] | None = None
    """Left, top and width in points, where it stands in a frame."""
    edges: tuple[int, ...] = ()
    """Of the row's cells, in twips."""
    grounds: tuple[str | None, ...] = ()
    """Of the row's cells."""
    sight: str | None = None
    """Why it (or the row) is out of sight."""

    @property
    def level(self) -> int:
        """The level of tables that it stands at; 0 is the page."""
        return max(self.depth, 1) if self.in_table else 0


def sprms(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Code and operand of each modifier, as far as the data go."""
    at = 0
    while at + 2 <= len(data):
        code = int.from_bytes(data[at : at + 2], "little")
        at += 2
        length, skip = _length(code, data[at : at + 2])
        yield code, data[at + skip : at + skip + length]
        at += skip + length


def _length(code: int, head: bytes) -> tuple[int, int]:
    """Bytes of the operand, and of what tells its length."""
    kind = code >> 13
    if kind in _FIXED:
        return _FIXED[kind], 0
    if code == _TABLE:
        return max(int.from_bytes(head, "little") - 1, 0), 2
    first = head[0] if head else 0
    if code == _TABS and first == 255:
        return 10_000, 1  # rare, and always the last of those that matter here
    return first, 1


def letters_after(letters: Letters, data: bytes, base: Letters) -> Letters:
    """The letters as modified.

    Args:
        letters: As they were.
        data: The modifiers.
        base: As the paragraph's style has them: what a switch may refer to.
    """
    for code, operand in sprms(data):
        if code in _SWITCHES:
            name = _SWITCHES[code]
            switched: dict[str, Any] = {name: _switched(operand, getattr(base, name))}
            letters = replace(letters, **switched)
        elif (maker := _LETTERS.get(code)) is not None:
            letters = replace(letters, **maker(operand))
    return letters


def _switched(operand: bytes, styled: bool) -> bool:
    value = operand[0] if operand else 0
    if value in (_STYLED, _OPPOSITE):
        return styled ^ (value == _OPPOSITE)
    return value != 0


def _number(operand: bytes, signed: bool = False) -> int:
    return int.from_bytes(operand, "little", signed=signed)


def _indexed(number: int) -> str | None:
    return _PALETTE[number] if number < len(_PALETTE) else None


def _reference(operand: bytes) -> str | None:
    """A COLORREF: red, green, blue, and whether it is automatic."""
    return None if len(operand) < 4 or operand[3] else operand[:3].hex().upper()


def _shade(operand: bytes) -> str | None:
    """Behind the text, of a fore and a back colour and a pattern: 0 clear, 1 solid."""
    if len(operand) < 10:
        return None
    return _reference(operand[:4]) if _number(operand[8:10]) == 1 else _reference(operand[4:8])


def _old_shade(operand: bytes) -> str | None:
    word = _number(operand)
    fore, back, pattern = word & 31, word >> 5 & 31, word >> 10
    return _indexed(fore if pattern == 1 else back)


def _symbol(operand: bytes) -> str | None:
    return chr(_number(operand[2:4])) if len(operand) == 4 and operand[2:4] != b"\0\0" else None


_Makers = Mapping[int, Callable[[bytes], dict[str, Any]]]
_LETTERS: _Makers = {
    0x4A43: lambda o: {"size": _number(o) / 2},
    0x2A42: lambda o: {"colour": _indexed(_number(o))},
    0x6870: lambda o: {"colour": _reference(o)},
    0x2A0C: lambda o: {"ground": _indexed(_number(o))},
    0x4866: lambda o: {"ground": _old_shade(o)},
    0xCA71: lambda o: {"ground": _shade(o)},
    0x4852: lambda o: {"scale": _number(o)},
    0x6A09: lambda o: {"symbol": _symbol(o)},
    0x4A30: lambda o: {"style": _number(o)},
    0x4845: lambda o: {"sight": raised(_number(o, True) / 2)},
    0x8840: lambda o: {"sight": squeezed(_number(o, True) / 20)},
}


def paragraph_after(paragraph: Paragraph, data: bytes) -> Paragraph:
    """The paragraph as modified."""
    for code, operand in sprms(data):
        if (maker := _PARAGRAPH.get(code)) is not None:
            paragraph = replace(paragraph, **maker(operand))
        elif code in _FRAME:
            paragraph = replace(paragraph, frame=_framed(paragraph.frame, _FRAME[code], _number(operand, True) / 20))
    return paragraph


_FRAME = {0x8418: 0, 0x8419: 1, 0x841A: 2}


def _framed(frame: tuple[float, float, float] | None, place: int, points: float) -> tuple[float, float, float]:
    values = list(frame or (0.0, 0.0, 0.0))
    values[place] = points
    return values[0], values[1], values[2]


def _exactly(operand: bytes) -> str | None:
    """Why a height cannot be seen; one below 0 is meant exactly."""
    height = _number(operand, True)
    return low(-height / 20) if height < 0 else None


def _edges(operand: bytes) -> tuple[int, ...]:
    count = operand[0] if operand else 0
    if count > 64 or len(operand) < 1 + 2 * (count + 1):
        return ()
    return struct.unpack_from(f"<{count + 1}h", operand, 1)


def _each(operand: bytes, size: int) -> Iterator[bytes]:
    return (operand[at : at + size] for at in range(0, len(operand) - size + 1, size))


_PARAGRAPH: _Makers = {
    0x2416: lambda o: {"in_table": _number(o) != 0},
    0x2417: lambda o: {"row_end": _number(o) != 0},
    0x6649: lambda o: {"depth": min(max(_number(o, True), 0), 30)},
    0x244B: lambda o: {"inner_cell": _number(o) != 0},
    0x244C: lambda o: {"row_end": _number(o) != 0},
    0x460B: lambda o: {"listed": _number(o)},
    0x2640: lambda o: {"outline": _number(o)},
    0xA413: lambda o: {"before": _number(o) / 20},
    0xA414: lambda o: {"after": _number(o) / 20},
    0x6412: lambda o: {"sight": _exactly(o[:2])},
    0x9407: lambda o: {"sight": _exactly(o)},
    0x840F: lambda o: {"sight": indented(_number(o, True) / 20)},
    0x845E: lambda o: {"sight": indented(_number(o, True) / 20)},
    0x442D: lambda o: {"ground": _old_shade(o)},
    0xC64D: lambda o: {"ground": _shade(o)},
    _TABLE: lambda o: {"edges": _edges(o)},
    0xD609: lambda o: {"grounds": tuple(_old_shade(s) for s in _each(o, 2))},
    0xD612: lambda o: {"grounds": tuple(_shade(s) for s in _each(o, 10))},
}
