"""Whether two texts beside each other are columns, each read for itself, or rows: labels with what they belong to."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from screen.readers.pdf._centred import centred
from screen.readers.pdf._fragments import Fragment
from screen.readers.pdf._gutters import Gutter
from screen.readers.pdf._labels import dated, is_date, is_key
from screen.readers.pdf._rows import Row
from screen.readers.pdf._shapes import Area, Shapes, rules_across
from screen.readers.pdf._sides import (
    BESIDE,
    LEVEL,
    SHORT,
    Side,
    level_share,
    near,
    side_of,
    starting_share,
    steady_share,
    trimmed,
)

Kind = Literal["columns", "rows"]

_FEWEST = 2
"""Rows of a column."""
_SPARSE = 0.25
"""Rows of a column to rows of the other, below which it is a few labels, not a text."""
_HEADING = 40
"""Characters of a heading of a column."""
_LABEL_LINES = 2.5
"""Lines of a group of labels, on average."""
_LONGER = 1.6
"""Times as long are the rows of a text as those of its labels, at least."""
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


def judge(gutter: Gutter, left: list[Row], right: list[Row], shapes: Shapes) -> Verdict:
    """How the rows at both sides of a gutter are read."""
    one, two = side_of(left), side_of(right)
    if moved := centred(one, two):
        return Verdict("rows", 5, "left", moved)
    one, two = trimmed(one, two)
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
    if level_share(few, many) < 0.6 and starting_share(few, many) < 0.8:
        return Verdict("columns", 3)
    return replace(_by_shape(one, two, few, many), label=_smaller(one, two))


def _smaller(one: Side, two: Side) -> Literal["left", "right"]:
    """The side that holds the labels: dates, else fewer rows, else fewer letters."""
    left, right = ((s.dates < s.labels, len(s.rows), len(s.rows) * s.mean) for s in (one, two))
    return "left" if left <= right else "right"


def _by_shape(one: Side, two: Side, few: Side, many: Side) -> Verdict:
    """For neighbours whose rows stand on one level: labels are few, short and stand where something begins."""
    if any(2 * sum(is_key(r.text) for r in s.rows) >= len(s.rows) for s in (one, two)):
        return Verdict("rows", 3)
    order = _order(one, two)
    lines = len(few.rows) / len(few.groups)
    if order == "cells":
        return Verdict("rows" if _labelled(one, two) else "columns", 2)
    if order == "sides" and min(len(one.rows), len(two.rows)) >= 3 and lines > _LABEL_LINES:
        return Verdict("columns", 2)
    if (
        starting_share(few, many) >= 0.8
        and few.short
        and lines <= _LABEL_LINES
        and len(few.rows) <= 0.7 * len(many.rows)
    ):
        return Verdict("rows", 2)
    if order == "sides" and min(len(one.rows), len(two.rows)) >= 3:
        return Verdict("columns", 2)
    short, long = (one, two) if one.mean <= two.mean else (two, one)
    paired = level_share(short, long) >= 0.9
    if paired and short.short and (long.mean >= 1.4 * short.mean or len(long.rows) >= 1.5 * len(short.rows)):
        return Verdict("rows", 1)
    return Verdict("rows" if min(len(one.rows), len(two.rows)) < 3 else "columns", 1)


def _labelled(one: Side, two: Side) -> bool:
    """Whether one side's texts are the labels of the other's, not cards of equal rank."""
    short, long = (one, two) if one.mean <= two.mean else (two, one)
    lines = min(len(s.rows) / len(s.groups) for s in (one, two))
    return short.short and (lines <= _LABEL_LINES or long.mean >= _LONGER * short.mean)


def _ruled(gutter: Gutter, one: Side, two: Side, shapes: Shapes) -> bool:
    """Whether rules cross the gutter between the rows, as in a table."""
    top = max(one.rows[0].top, two.rows[0].top)
    bottom = min(one.rows[-1].bottom, two.rows[-1].bottom)
    rules = sum(top < y < bottom for y in rules_across(shapes, gutter.left, gutter.right))
    return rules >= 1 and rules + 1 >= _RULED * min(len(one.rows), len(two.rows))


def _dates_of(label: Side, other: Side) -> float:
    """How surely one side is the dates of what stands on the other; 0 it is not."""
    groups, theirs = ([g for g in s.groups if any(is_date(r.text) for r in g)] for s in (label, other))
    if 2 * label.dates >= label.labels:
        share, off = steady_share(label.dated, other)
        return 2 + 3 * share - off if share >= 0.5 else 0
    if len(groups) < 0.6 * len(label.groups) or label.mean > SHORT or len(label.rows) > 0.8 * len(other.rows):
        return 0
    if 2 * len(theirs) >= len(other.groups):
        # Each side has dates of its own, as cards of equal rank do.
        return 0
    share = starting_share(replace(label, groups=groups), other)
    return 2 + 2 * share if share >= 0.8 else 0


def _both_headed(one: Side, two: Side) -> bool:
    """Whether both sides begin with a heading on the same level."""
    heads = [s.rows[0] for s in (one, two)]
    return all(_heads(s) for s in (one, two)) and near(heads[0], heads[1], LEVEL)


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


def _sparse(label: Side, other: Side) -> bool:
    """Whether one side is a few short lines that stand far apart, each beside a line of the other."""
    beside = sum(any(near(g[0], r, BESIDE) for r in other.rows) for g in label.groups)
    return (
        len(label.rows) <= _SPARSE * len(other.rows)
        and max(len(g) for g in label.groups) <= 2
        and label.short
        and beside >= 0.8 * len(label.groups)
    )


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
        a[0] == 0 and b[0] == 1 and near(a[1], b[1], BESIDE) and (a[1] is not a[2] or b[1] is not b[2])
        for a, b in itertools.pairwise(firsts)
    )
    back = sum(a[0] == 0 and b[0] == 1 and a[2].base > b[1].base + 1 for a, b in itertools.pairwise(firsts))
    return "cells" if back and cells >= 0.6 * sum(f[0] == 0 for f in firsts) else "lines"
