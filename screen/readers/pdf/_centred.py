"""Dates that stand at the middle of the lines to which they belong."""

from __future__ import annotations

from collections.abc import Sequence

from screen.readers.pdf._fragments import Fragment
from screen.readers.pdf._labels import is_date
from screen.readers.pdf._rows import Row
from screen.readers.pdf._sides import BESIDE, LEVEL, Side, near, starts

_HALVED = 0.35
"""In ems: a date at the middle of a cell is no farther off it."""


def centred(label: Side, other: Side) -> tuple[tuple[Fragment, float], ...]:
    """Where dates beside the middle of several lines belong; empty where they don't stand so.

    Each date halves what it belongs to: where that begins tells where it ends, and where the next begins.
    """
    groups = [rows for g in label.groups if (rows := _from_date(g))]
    begins = {id(r) for r in starts(other)}
    if len(groups) < 2 or 2 * label.dates < label.labels or len(other.rows) <= len(groups):
        return ()
    for start, row in enumerate(other.rows):
        if row.top > groups[0][0].top + BESIDE * row.size:
            break
        entries = _halved(groups, other.rows, start)
        lower = sum(not near(g[0], e, LEVEL) for g, e in zip(groups, entries, strict=False))
        if lower >= 2 and len(entries) >= 0.7 * len(groups) and all(id(e) in begins for e in entries):
            return tuple(
                (f, f.base + entry.base - group[0].base)
                for group, entry in zip(groups, entries, strict=False)
                for r in group
                for f in r.fragments
            )
    return ()


def _from_date(group: Sequence[Row]) -> Sequence[Row]:
    """A group of labels without the heading above its first date."""
    return next((group[i:] for i, r in enumerate(group) if is_date(r.text)), [])


def _halved(groups: Sequence[Sequence[Row]], rows: Sequence[Row], start: int) -> list[Row]:
    """For each label the first row of what it belongs to, if the first of all is `start`; ends where it can't be."""
    out: list[Row] = []
    for group in groups:
        if start >= len(rows):
            break
        end = group[0].top + group[-1].bottom - rows[start].top
        last = min(range(start, len(rows)), key=lambda i: abs(rows[i].bottom - end))
        if abs(rows[last].bottom - end) > _HALVED * rows[last].size:
            break
        out.append(rows[start])
        start = last + 1
    return out
