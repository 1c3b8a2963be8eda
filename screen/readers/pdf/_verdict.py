"""Whether two texts beside each other are columns, each read for itself, or rows: labels with what they belong to."""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from screen.readers.pdf._fragments import Fragment
from screen.readers.pdf._gutters import Gutter
from screen.readers.pdf._labels import dated, goes_on, is_date, is_key
from screen.readers.pdf._rows import Row, rows_of
from screen.readers.pdf._shapes import Area, Shapes, rules_across

Kind = Literal["columns", "rows"]

_LEVEL = 0.14
"""In ems: baselines (or upper edges) that close are on one level."""
_BESIDE = 0.55
"""In ems: a date's line and its job's may be that far apart."""
_HALVED = 0.35
"""In ems: a date at the middle of a cell is no farther off it."""
_GROUP = 1.75
"""Times the font size: lines farther apart belong to different groups."""
_FEWEST = 2
"""Rows of a column."""
_WHITER = 0.2
"""In ems: a step from row to row so much longer than the usual one is white space."""
_SPARSE = 0.25
"""Rows of a column to rows of the other, below which it is a few labels, not a text."""
_HEADING = 40
"""Characters of a heading of a column."""
_SHORT = 24
"""Characters of a label, on average."""
_LABEL_LINES = 2.5
"""Lines of a group of labels, on average."""
_RIGHT = 0.05
"""Weight by which dates before their text are surer than dates behind it."""
_RULED = 0.25
"""Cells to rows of text: a table has a rule for every four lines or fewer."""
_SHADED = 5.0
"""In ems: a filled box that high is the ground of a column, not of a table's cell."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two neighbours are read."""

    kind: Kind
    weight: float
    """1 a guess, 5 certain."""
    label: Literal["left", "right"] = "left"
    """Of rows: the side whose texts belong to the other's."""
    moved: tuple[tuple[Fragment, float], ...] = ()
    """Labels that stand at the middle of what they belong to, with the baseline where that begins."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two neighbours."""

    rows: list[Row]
    groups: list[list[Row]]
    """Its rows without wider white space between them."""
    dates: int
    """Rows (wrapped ones counted once) that are dates."""
    labels: int
    """Rows, wrapped ones counted once."""
    usual: float = 0.0
    """Characters of a row of the whole side, also of what the other side has nothing beside."""

    @property
    def mean(self) -> float:
        """Characters of a row."""
        return _mean(self.rows)

    @property
    def short(self) -> bool:
        """Whether its rows are as short as labels are."""
        return max(self.mean, self.usual) <= _SHORT


def side_of(fragments: Sequence[Fragment]) -> Side:
    """The rows of one neighbour with what is counted of them."""
    rows = rows_of(fragments)
    groups: list[list[Row]] = []
    labels: list[str] = []
    for row in rows:
        near = bool(groups) and row.base - groups[-1][-1].base < _GROUP * max(row.size, groups[-1][-1].size)
        if near and goes_on(labels[-1], row.text):
            labels[-1] += " " + row.text
        else:
            labels.append(row.text)
        if near:
            groups[-1].append(row)
        else:
            groups.append([row])
    return Side(rows, groups, sum(map(is_date, labels)), len(labels))


def judge(gutter: Gutter, left: Sequence[Fragment], right: Sequence[Fragment], shapes: Shapes) -> Verdict:
    """How the texts at both sides of a gutter are read."""
    if moved := _centred(side_of(left), side_of(right)):
        return Verdict("rows", 5, "left", moved)
    one, two = _beside(left, right)
    if not one.rows or not two.rows:
        return Verdict("columns", 1)
    if weight := _dates_of(one, two):
        return Verdict("rows", weight, "left")
    if weight := _dates_of(two, one):
        return Verdict("rows", weight - _RIGHT, "right")
    if _ruled(gutter, one, two, shapes):
        return Verdict("rows", 4, _smaller(one, two))
    if _both_headed(one, two):
        return Verdict("columns", 3)
    if min(len(one.rows), len(two.rows)) < _FEWEST:
        return Verdict("rows", 1, _smaller(one, two))
    if _both_dated(one, two):
        return Verdict("columns", 3)
    if _shaded(one, two, shapes.fills) or _shaded(two, one, shapes.fills):
        return Verdict("columns", 4)
    few, many = (one, two) if len(one.rows) <= len(two.rows) else (two, one)
    if _sparse(few, many):
        return Verdict("rows", 2, _smaller(one, two))
    if _level_share(few, many) < 0.6 and _starting_share(few, many) < 0.8:
        return Verdict("columns", 3)
    return replace(_by_shape(one, two, few, many), label=_smaller(one, two))


def _smaller(one: Side, two: Side) -> Literal["left", "right"]:
    """The side that holds the labels: dates, else fewer rows, else fewer letters."""
    left, right = ((s.dates < s.labels, len(s.rows), len(s.rows) * s.mean) for s in (one, two))
    return "left" if left <= right else "right"


def _beside(left: Sequence[Fragment], right: Sequence[Fragment]) -> tuple[Side, Side]:
    """Both sides without what stands above or below all of the other."""
    top = max(min(f.top for f in left), min(f.top for f in right))
    bottom = min(max(f.bottom for f in left), max(f.bottom for f in right))
    sides = [[f for f in side if f.bottom > top and f.top < bottom] for side in (left, right)]
    one, two = (
        replace(side_of(part), usual=_mean(rows_of(whole))) for part, whole in zip(sides, (left, right), strict=True)
    )
    return one, two


def _mean(rows: Sequence[Row]) -> float:
    return sum(len(r.text) for r in rows) / max(len(rows), 1)


def _by_shape(one: Side, two: Side, few: Side, many: Side) -> Verdict:
    """For neighbours whose rows stand on one level: labels are few, short and stand where something begins."""
    if any(2 * sum(is_key(r.text) for r in s.rows) >= len(s.rows) for s in (one, two)):
        return Verdict("rows", 3)
    order = _order(one, two)
    if order == "cells":
        return Verdict("rows", 2)
    lines = len(few.rows) / len(few.groups)
    if order == "sides" and min(len(one.rows), len(two.rows)) >= 3 and lines > _LABEL_LINES:
        return Verdict("columns", 2)
    if (
        _starting_share(few, many) >= 0.8
        and few.short
        and lines <= _LABEL_LINES
        and len(few.rows) <= 0.7 * len(many.rows)
    ):
        return Verdict("rows", 2)
    if order == "sides" and min(len(one.rows), len(two.rows)) >= 3:
        return Verdict("columns", 2)
    short, long = (one, two) if one.mean <= two.mean else (two, one)
    paired = _level_share(short, long) >= 0.9
    if paired and short.short and (long.mean >= 1.4 * short.mean or len(long.rows) >= 1.5 * len(short.rows)):
        return Verdict("rows", 1)
    return Verdict("rows" if min(len(one.rows), len(two.rows)) < 3 else "columns", 1)


def _ruled(gutter: Gutter, one: Side, two: Side, shapes: Shapes) -> bool:
    """Whether rules cross the gutter between the rows, as in a table."""
    top = max(one.rows[0].top, two.rows[0].top)
    bottom = min(one.rows[-1].bottom, two.rows[-1].bottom)
    rules = sum(top < y < bottom for y in rules_across(shapes, gutter.left, gutter.right))
    return rules >= 1 and rules + 1 >= _RULED * min(len(one.rows), len(two.rows))


def _dates_of(label: Side, other: Side) -> float:
    """How surely one side is the dates of what stands on the other; 0 it is not."""
    groups = [g for g in label.groups if any(is_date(r.text) for r in g)]
    if 2 * label.dates >= label.labels:
        share, off = _steady_share([r for r in label.rows if dated(r.text)], other)
        return 2 + 3 * share - off if share >= 0.5 else 0
    if len(groups) < 0.6 * len(label.groups) or label.mean > _SHORT or len(label.rows) > 0.8 * len(other.rows):
        return 0
    share = _starting_share(replace(label, groups=groups), other)
    return 2 + 2 * share if share >= 0.8 else 0


def _centred(label: Side, other: Side) -> tuple[tuple[Fragment, float], ...]:
    """Where dates beside the middle of several lines belong; empty where they don't stand so.

    Each date halves what it belongs to: where that begins tells where it ends, and where the next begins.
    """
    groups = [rows for g in label.groups if (rows := _from_date(g))]
    starts = {id(r) for r in _starts(other)}
    if len(groups) < 2 or 2 * label.dates < label.labels or len(other.rows) <= len(groups):
        return ()
    for start, row in enumerate(other.rows):
        if row.top > groups[0][0].top + _BESIDE * row.size:
            break
        entries = _halved(groups, other.rows, start)
        lower = sum(not _near(g[0], e, _LEVEL) for g, e in zip(groups, entries, strict=False))
        if lower >= 2 and len(entries) >= 0.7 * len(groups) and all(id(e) in starts for e in entries):
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


def _both_headed(one: Side, two: Side) -> bool:
    """Whether both sides begin with a heading on the same level."""
    heads = [s.rows[0] for s in (one, two)]
    return all(_heads(s) for s in (one, two)) and _near(heads[0], heads[1], _LEVEL)


def _heads(side: Side) -> bool:
    if len(side.rows) < 2 or side.dates:
        return False
    head, next_ = side.rows[:2]
    return len(head.text) <= _HEADING and (
        (head.bold and not next_.bold)
        or head.size > next_.size + 0.5
        or (head.text.isupper() and not next_.text.isupper())
    )


def _both_dated(one: Side, two: Side) -> bool:
    """Whether each side has dates of its own beside other words: two lists."""
    return all(
        2 * sum(dated(r.fragments[0].text) and not is_date(r.text) for r in s.rows) >= len(s.rows) for s in (one, two)
    )


def _steady_share(rows: Sequence[Row], other: Side) -> tuple[float, float]:
    """Share of the rows that stand beside one of the other side, all as much higher or lower, and how much, in ems."""
    steps = [min((r.base - o.base for o in other.rows), key=abs) for r in rows]
    near = [s for s, r in zip(steps, rows, strict=True) if abs(s) <= _BESIDE * r.size]
    if not near:
        return 0.0, 0.0
    middle = statistics.median(near)
    steady = sum(abs(s - middle) <= max(0.9, _LEVEL * r.size) for s, r in zip(steps, rows, strict=True))
    return steady / len(rows), abs(middle) / rows[0].size


def _starts(side: Side) -> list[Row]:
    """Rows with which something begins: after white space, or in another face than the row before."""
    steps = [round(2 * (b.base - a.base)) for a, b in itertools.pairwise(side.rows)]
    usual = statistics.mode(steps) / 2 if steps else 0.0
    out = side.rows[:1]
    for before, row in itertools.pairwise(side.rows):
        white = row.base - before.base > usual + _WHITER * row.size
        if white or (row.bold and not before.bold) or row.size > before.size + 0.5:
            out.append(row)
    return out


def _near(a: Row, b: Row, share: float) -> bool:
    """Whether two rows are on one level by baseline or by upper edge."""
    room = max(0.9, share * min(a.size, b.size))
    return abs(a.base - b.base) <= room or abs(a.top - b.top) <= room


def _sparse(label: Side, other: Side) -> bool:
    """Whether one side is a few short lines that stand far apart, each beside a line of the other."""
    beside = sum(any(_near(g[0], r, _BESIDE) for r in other.rows) for g in label.groups)
    return (
        len(label.rows) <= _SPARSE * len(other.rows)
        and max(len(g) for g in label.groups) <= 2
        and label.short
        and beside >= 0.8 * len(label.groups)
    )


def _starting_share(label: Side, other: Side) -> float:
    """Share of the groups that stand beside a row with which something begins on the other side."""
    starts = _starts(other)
    return sum(any(_near(g[0], s, _BESIDE) for s in starts) for g in label.groups) / len(label.groups)


def _level_share(label: Side, other: Side) -> float:
    """Share of the rows that stand on one level with a row of the other side."""
    return sum(any(_near(r, o, _LEVEL) for o in other.rows) for r in label.rows) / len(label.rows)


def _shaded(one: Side, two: Side, fills: Sequence[Area]) -> bool:
    """Whether one side has a ground of its own colour."""
    size = one.rows[0].size
    for fill in fills:
        if fill.height < _SHADED * size:
            continue
        inside = sum(fill.has((r.left + r.right) / 2, (r.top + r.bottom) / 2) for r in one.rows)
        outside = sum(fill.has((r.left + r.right) / 2, (r.top + r.bottom) / 2) for r in two.rows)
        if inside >= 0.8 * len(one.rows) and not outside:
            return True
    return False


def _order(one: Side, two: Side) -> Literal["sides", "cells", "lines"]:
    """How the file goes through both: side by side, cell by cell of a table, or line by line."""
    marked = [(f.serial, side, r) for side, s in enumerate((one, two)) for r in s.rows for f in r.fragments]
    marked.sort(key=lambda m: m[0])
    runs = [list(run) for _, run in itertools.groupby(marked, key=lambda m: m[1])]
    if len(runs) == 2:
        return "sides"
    firsts = [(run[0][1], run[0][2], run[-1][2]) for run in runs]
    cells = sum(
        a[0] == 0 and b[0] == 1 and _near(a[1], b[1], _BESIDE) and (a[1] is not a[2] or b[1] is not b[2])
        for a, b in itertools.pairwise(firsts)
    )
    back = sum(a[0] == 0 and b[0] == 1 and a[2].base > b[1].base + 1 for a, b in itertools.pairwise(firsts))
    return "cells" if back and cells >= 0.6 * sum(f[0] == 0 for f in firsts) else "lines"
