"""In which order a page is read: its regions, from the widest cut to the narrowest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from screen.readers.pdf._fragments import Fragment
from screen.readers.pdf._gutters import Gutter, gutters_of
from screen.readers.pdf._rows import Row, rows_of
from screen.readers.pdf._shapes import Shapes, rules_across
from screen.readers.pdf._verdict import Verdict, judge

_DEEPEST = 8
"""Cuts within cuts."""
_HEAD_ROWS = 4
"""Rows above columns, at one side only, that are a head of both rather than a part of one."""


@dataclass(frozen=True, slots=True)
class Label:
    """A gutter between labels and what they belong to."""

    gutter: Gutter
    side: Literal["left", "right"]
    """Where the labels stand."""
    rules: tuple[float, ...] = ()
    """Heights of the table's rules that cross it."""


@dataclass(slots=True)
class Region:
    """A part of a page that is read row by row."""

    rows: list[Row]
    labels: list[Label] = field(default_factory=list)
    """Gutters between labels and what they belong to."""
    column: bool = False
    """It stands beside another region."""

    @property
    def left(self) -> float:
        """Where its text begins."""
        return min(r.left for r in self.rows)

    @property
    def right(self) -> float:
        """Where its text ends."""
        return max(r.right for r in self.rows)


def regions_of(fragments: Sequence[Fragment], shapes: Shapes) -> list[Region]:
    """The page's regions in reading order."""
    return _regions(list(fragments), shapes, _DEEPEST, column=False)


def _regions(fragments: list[Fragment], shapes: Shapes, depth: int, column: bool) -> list[Region]:
    if not fragments:
        return []
    rows = rows_of(fragments)
    gutters = gutters_of(rows) if depth else []
    cut, labels, moved = _decided(rows, gutters, shapes)
    if moved:
        for fragment, base in moved:
            fragment.place(base)
        return _regions(fragments, shapes, depth - 1, column)
    if cut is None:
        return [Region(rows, labels, column)]
    cut = _trimmed(rows, cut)
    left, right = cut.sides(rows)
    if not left or not right:
        return [Region(rows, labels, column)]
    above = [f for row in rows[: cut.first] for f in row.fragments]
    below = [f for row in rows[cut.last + 1 :] for f in row.fragments]
    return [
        *_regions(above, shapes, depth - 1, column),
        *_regions(left, shapes, depth - 1, column=True),
        *_regions(right, shapes, depth - 1, column=True),
        *_regions(below, shapes, depth - 1, column),
    ]


def _decided(
    rows: Sequence[Row], gutters: Sequence[Gutter], shapes: Shapes
) -> tuple[Gutter | None, list[Label], tuple[tuple[Fragment, float], ...]]:
    """The gutter to cut at, if any, those that part labels from what they belong to, and labels to move there."""
    verdicts = {g: _verdict(rows, g, gutters, shapes) for g in gutters}
    labels: list[Label] = []
    while verdicts:
        joined = [g for g, v in verdicts.items() if v.kind == "rows"]
        if not joined:
            return max(verdicts, key=lambda g: (_weight(rows, g), verdicts[g].weight)), labels, ()
        # The surest labels are joined to their text first: what is left is judged with them as one.
        surest = max(joined, key=lambda g: (verdicts[g].weight, g.last - g.first))
        verdict = verdicts.pop(surest)
        if verdict.moved:
            return None, [], verdict.moved
        labels.append(Label(surest, verdict.label, tuple(rules_across(shapes, surest.left, surest.right))))
        for gutter in verdicts:
            if gutter.first <= surest.last and surest.first <= gutter.last:
                verdicts[gutter] = _verdict(rows, gutter, list(verdicts), shapes)
    return None, labels, ()


def _verdict(rows: Sequence[Row], gutter: Gutter, others: Sequence[Gutter], shapes: Shapes) -> Verdict:
    """How a gutter's next neighbours are read: what lies beyond the next gutter has no say."""
    left: list[Row] = []
    right: list[Row] = []
    for index in range(gutter.first, gutter.last + 1):
        row = rows[index]
        beside = [g.middle for g in others if g is not gutter and g.first <= index <= g.last]
        before = max((m for m in beside if m < gutter.left), default=float("-inf"))
        after = min((m for m in beside if m > gutter.right), default=float("inf"))
        _split(row, before, gutter.middle, left)
        _split(row, gutter.middle, after, right)
    if not left or not right:
        return Verdict("rows", 1)
    return judge(gutter, left, right, shapes)


def _split(row: Row, start: float, end: float, side: list[Row]) -> None:
    """Adds what of the row has its middle between start and end."""
    part = [f for f in row.fragments if start < (f.left + f.right) / 2 < end]
    if part:
        side.append(row if len(part) == len(row.fragments) else Row(part))


def _weight(rows: Sequence[Row], gutter: Gutter) -> float:
    """How much of the page a cut puts in order."""
    left, right = gutter.sides(rows)
    both = sum(len(rows[i].fragments) > 1 for i in range(gutter.first, gutter.last + 1))
    return min(len(left), len(right)) + 0.2 * both


def _trimmed(rows: Sequence[Row], gutter: Gutter) -> Gutter:
    """The gutter without rows at its ends that stand at one side only and belong to what is above or below."""
    middle = gutter.middle
    sides = [
        (
            any((f.left + f.right) / 2 < middle for f in rows[i].fragments),
            any((f.left + f.right) / 2 >= middle for f in rows[i].fragments),
        )
        for i in range(gutter.first, gutter.last + 1)
    ]
    lefts = [i for i, s in enumerate(sides) if s[0]]
    rights = [i for i, s in enumerate(sides) if s[1]]
    core_first, core_last = max(lefts[0], rights[0]), min(lefts[-1], rights[-1])
    first, last = gutter.first, gutter.last
    if last + 1 < len(rows):
        last = _tail(rows, gutter.first + core_last, last)
    if core_first <= _HEAD_ROWS:
        first = _head(rows, first, gutter.first + core_first)
    return Gutter(gutter.left, gutter.right, first, last)


def _tail(rows: Sequence[Row], core: int, last: int) -> int:
    """The last row before what belongs to the text below: a heading stands nearer to what it heads."""
    gaps = {i: rows[i].top - rows[i - 1].bottom for i in range(core + 1, last + 1)}
    if not gaps:
        return last
    widest = max(gaps, key=lambda i: (gaps[i], -i))
    nearer = rows[last + 1].top - rows[last].bottom
    return widest - 1 if gaps[widest] > max(nearer * 1.1, 0.35 * rows[widest].size) else last


def _head(rows: Sequence[Row], first: int, core: int) -> int:
    """The first row that belongs to the columns: a name above them is a head of both."""
    gaps = {i: rows[i].top - rows[i - 1].bottom for i in range(first + 1, core + 1)}
    if not gaps:
        return first
    widest = max(gaps, key=lambda i: (gaps[i], i))
    return widest if gaps[widest] > 0.9 * rows[widest].size else first
