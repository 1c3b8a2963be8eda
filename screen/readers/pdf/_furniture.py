"""Page headers, footers and page numbers: what repeats at the edges of pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from screen.readers.pdf._fragments import Fragment
from screen.readers.pdf._rows import Row, rows_of

_EDGE = 0.12
"""Share of the page's height at its top and at its foot where such lines stand."""
_OUTERMOST = 3
"""Rows from the top or the foot of a page."""
_SAME = 6.0
"""Points: a header stands at the same height on each page."""
_PAGER_LETTERS = 12
"""Letters around a page number: "Side 1 af 3"."""
_DIGITS = re.compile(r"\d+")


def furniture_of(pages: Sequence[tuple[Sequence[Fragment], float]]) -> list[set[int]]:
    """For each page (its fragments and its height) the serials of what repeats.

    What stands in a page header is read on the first page; from the second on it is furniture. Page numbers
    are furniture everywhere.
    """
    found: list[set[int]] = [set() for _ in pages]
    seen: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, (fragments, height) in enumerate(pages):
        for row in _edges(fragments, height):
            serials = {f.serial for f in row.fragments}
            if _is_number(row.text, index + 1, len(pages)):
                found[index] |= serials
                continue
            key = _DIGITS.sub("#", row.text)
            if any(page != index and abs(base - row.base) < _SAME for page, base in seen[key]):
                found[index] |= serials
            seen[key].append((index, row.base))
    return found


def _edges(fragments: Sequence[Fragment], height: float) -> list[Row]:
    near = [f for f in fragments if f.top < _EDGE * height or f.bottom > (1 - _EDGE) * height]
    rows = rows_of(near)
    top = [r for r in rows if r.top < _EDGE * height][:_OUTERMOST]
    foot = [r for r in rows if r.bottom > (1 - _EDGE) * height][-_OUTERMOST:]
    return top + [r for r in foot if r not in top]


def _is_number(text: str, page: int, pages: int) -> bool:
    """Whether the line is the page's own number, alone, with the number of pages, with a word or two."""
    numbers = [int(n) for n in _DIGITS.findall(text)]
    if not numbers or numbers[0] != page or len(numbers) > 2 or (len(numbers) == 2 and numbers[1] != pages):
        return False
    letters = sum(c.isalpha() for c in text)
    return letters <= _PAGER_LETTERS and (pages > 1 or len(numbers) == 2 or letters == 0)
