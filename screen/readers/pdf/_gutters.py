"""Upright strips of white space that several rows leave free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from screen.readers.pdf._fragments import Fragment
from screen.readers.pdf._rows import Row, size_of

_CELL = 2.0
"""Points: the grid on which white space is counted."""
_WIDE = 0.7
"""In ems: white space between two fragments of a row that can begin a gutter."""
_LEAST = 2
"""Cells that the rows of a gutter leave free together."""


@dataclass(frozen=True, slots=True)
class Gutter:
    """A strip of white space with text on both sides."""

    left: float
    right: float
    first: int
    """Index of the first row that leaves it free."""
    last: int
    """Index of the last."""

    @property
    def middle(self) -> float:
        """Between its edges."""
        return (self.left + self.right) / 2

    def sides(self, rows: Sequence[Row]) -> tuple[list[Fragment], list[Fragment]]:
        """The fragments to its left and to its right."""
        middle = self.middle
        left: list[Fragment] = []
        right: list[Fragment] = []
        for row in rows[self.first : self.last + 1]:
            for f in row.fragments:
                (left if (f.left + f.right) / 2 < middle else right).append(f)
        return left, right

    def meets(self, other: Gutter) -> bool:
        """Whether some white space is part of both."""
        return self.left < other.right and other.left < self.right


def gutters_of(rows: Sequence[Row]) -> list[Gutter]:
    """Every strip that two or more rows leave free, with text on both sides of it."""
    seeds: list[tuple[int, Sequence[Fragment]]] = [
        (i, row.fragments) for i, row in enumerate(rows) if len(row.fragments) > 1
    ]
    seeds += [(i, beside) for i, pair in enumerate(pairwise(rows)) if (beside := _staggered(*pair))]
    if not seeds:
        return []
    edge = min(row.left for row in rows)
    size = size_of([f for row in rows for f in row.fragments])
    masks = [_mask(row, edge) for row in rows]
    found: list[tuple[int, int, int]] = []
    for index, fragments in seeds:
        for gap in _gaps(fragments, edge, _WIDE * size):
            if not any(first <= index <= last and _broad(window & gap) for first, last, window in found):
                first, last, window = _grown(masks, index, gap)
                if _broad(window):
                    found.append((first, last, window))
    out = [_gutter(f, edge) for f in found]
    return [g for g in dict.fromkeys(out) if all(g.sides(rows))]


def _mask(row: Row, edge: float) -> int:
    """The cells on which the row has text."""
    mask = 0
    for f in row.fragments:
        first, last = int((f.left - edge) / _CELL), int((f.right - edge) / _CELL)
        mask |= ((1 << (max(last - first, 0) + 1)) - 1) << max(first, 0)
    return mask


def _staggered(row: Row, below: Row) -> Sequence[Fragment]:
    """The fragments of two rows that reach into each other's height, left and right of each other."""
    if below.top >= row.bottom or not (row.right < below.left or below.right < row.left):
        return ()
    return (*row.fragments, *below.fragments) if row.right < below.left else (*below.fragments, *row.fragments)


def _gaps(fragments: Sequence[Fragment], edge: float, least: float) -> list[int]:
    """The white spaces between fragments beside each other, as cells."""
    gaps = []
    right = fragments[0].right
    for f in fragments[1:]:
        if f.left - right >= least:
            first, last = int((right - edge) / _CELL) + 1, int((f.left - edge) / _CELL)
            if last - first >= _LEAST:
                gaps.append(((1 << (last - first)) - 1) << first)
        right = max(right, f.right)
    return gaps


def _broad(window: int) -> bool:
    return bool(window & (window >> 1)) if _LEAST == 2 else bool(window)


def _grown(masks: Sequence[int], index: int, window: int) -> tuple[int, int, int]:
    """From one row up and down as long as the rows leave something of the strip free."""
    first = last = index
    while first > 0 and _broad(window & ~masks[first - 1]):
        first -= 1
        window &= ~masks[first]
    while last + 1 < len(masks) and _broad(window & ~masks[last + 1]):
        last += 1
        window &= ~masks[last]
    return first, last, window


def _gutter(found: tuple[int, int, int], edge: float) -> Gutter:
    """The widest strip of what is left free."""
    first, last, window = found
    best, at, start = (0, 0), 0, -1
    while window >> at or start >= 0:
        if window >> at & 1:
            start = at if start < 0 else start
        elif start >= 0:
            best = max(best, (at - start, start))
            start = -1
        at += 1
    width, start = best
    return Gutter(edge + start * _CELL, edge + (start + width) * _CELL, first, last)
