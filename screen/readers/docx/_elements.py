"""Small questions to Word's elements."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from screen.readers._xml import local, number, value

_PAGE_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES")
_SYMBOL = 0xF000
"""Where `w:sym` keeps the letters of symbol fonts."""
_MOST_COLUMNS = 45
"""Word's own limit."""


def as_symbol(letter: str) -> str:
    """A letter written in a symbol font, as the sign that it draws."""
    return chr(_SYMBOL + ord(letter)) if " " < letter < "\u0100" else letter


def least(size: object) -> float | None:
    """The size, where it is told."""
    return size if isinstance(size, float) else None


def is_page(instruction: str) -> bool:
    """Whether a field shows the number of a page."""
    return instruction.strip().upper().startswith(_PAGE_FIELDS)


def symbol_of(code: str | None) -> str:
    """The character of a `w:sym`, by its hexadecimal code."""
    try:
        point = int(code or "", 16)
    except ValueError:
        return ""
    return chr(point if point >= _SYMBOL else _SYMBOL + point if point < 0x100 else point)


def parts_of(parent: ET.Element, name: str) -> Iterator[ET.Element]:
    """Rows or cells, also within content controls and insertions."""
    for item in parent:
        found = local(item.tag)
        if found == name:
            yield item
        elif found in {"sdt", "sdtContent", "ins", "customXml", "moveTo"}:
            yield from parts_of(item, name)


def column_widths(columns: ET.Element | None) -> list[float]:
    """Of a section's columns; equal ones where only their number is told."""
    count = int(number(value(columns, "num"), 1.0))
    widths = [number(value(c, "w"), 1.0) for c in columns if local(c.tag) == "col"] if columns is not None else []
    return widths if len(widths) == count else [1.0] * min(count, _MOST_COLUMNS)
