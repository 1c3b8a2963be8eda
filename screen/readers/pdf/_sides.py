"""The two neighbours of a gutter, and what stands on one level in them."""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace

from screen.readers.pdf._labels import goes_on, is_date
from screen.readers.pdf._rows import Row

LEVEL = 0.14
"""In ems: baselines (or upper edges) that close are on one level."""
BESIDE = 0.55
"""In ems: a date's line and its job's may be that far apart."""
_GROUP = 1.75
"""Times the font size: lines farther apart belong to different groups."""
_WHITER = 0.2
"""In ems: a step from row to row so much longer than the usual one is white space."""
SHORT = 24
"""Characters of a label, on average."""


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
    dated: list[Row]
    """The first rows of those that are dates."""
    usual: float = 0.0
    """Characters of a row of the whole side, also of what the other side has nothing beside."""

    @property
    def mean(self) -> float:
        """Characters of a row."""
        return _mean(self.rows)

    @property
    def short(self) -> bool:
        """Whether its rows are as short as labels are."""
        return max(self.mean, self.usual) <= SHORT


def side_of(rows: list[Row]) -> Side:
    """The rows of one neighbour with what is counted of them."""
    groups: list[list[Row]] = []
    labels: list[str] = []
    heads: list[Row] = []
    for row in rows:
        near = bool(groups) and row.base - groups[-1][-1].base < _GROUP * max(row.size, groups[-1][-1].size)
        if near and goes_on(labels[-1], row.text):
            labels[-1] += " " + row.text
        else:
            labels.append(row.text)
            heads.append(row)
        if near:
            groups[-1].append(row)
        else:
            groups.append([row])
    dated = [head for head, label in zip(heads, labels, strict=True) if is_date(label)]
    return Side(rows, groups, len(dated), len(labels), dated, _mean(rows))


def trimmed(one: Side, two: Side) -> tuple[Side, Side]:
    """Both sides without what stands above or below all of the other."""
    top = max(min(r.top for r in s.rows) for s in (one, two))
    bottom = min(max(r.bottom for r in s.rows) for s in (one, two))
    parts = [[r for r in s.rows if r.bottom > top and r.top < bottom] for s in (one, two)]
    first, second = (
        whole if len(part) == len(whole.rows) else replace(side_of(part), usual=whole.usual)
        for part, whole in zip(parts, (one, two), strict=True)
    )
    return first, second


def _mean(rows: Sequence[Row]) -> float:
    return sum(len(r.text) for r in rows) / max(len(rows), 1)


def starts(side: Side) -> list[Row]:
    """Rows with which something begins: after white space, or in another face than the row before."""
    steps = [round(2 * (b.base - a.base)) for a, b in itertools.pairwise(side.rows)]
    usual = statistics.mode(steps) / 2 if steps else 0.0
    out = side.rows[:1]
    for before, row in itertools.pairwise(side.rows):
        white = row.base - before.base > usual + _WHITER * row.size
        if white or (row.bold and not before.bold) or row.size > before.size + 0.5:
            out.append(row)
    return out


def near(a: Row, b: Row, share: float) -> bool:
    """Whether two rows are on one level by baseline or by upper edge."""
    room = max(0.9, share * min(a.size, b.size))
    return abs(a.base - b.base) <= room or abs(a.top - b.top) <= room


def steady_share(rows: Sequence[Row], other: Side) -> tuple[float, float]:
    """Share of the rows that stand beside one of the other side, all as much higher or lower, and how much, in ems."""
    steps = [min((r.base - o.base for o in other.rows), key=abs) for r in rows]
    near = [s for s, r in zip(steps, rows, strict=True) if abs(s) <= BESIDE * r.size]
    if not near:
        return 0.0, 0.0
    middle = statistics.median(near)
    steady = sum(abs(s - middle) <= max(0.9, LEVEL * r.size) for s, r in zip(steps, rows, strict=True))
    return steady / len(rows), abs(middle) / rows[0].size


def starting_share(label: Side, other: Side) -> float:
    """Share of the groups that stand beside a row with which something begins on the other side."""
    begins = starts(other)
    return sum(any(near(g[0], s, BESIDE) for s in begins) for g in label.groups) / len(label.groups)


def level_share(label: Side, other: Side) -> float:
    """Share of the rows that stand on one level with a row of the other side."""
    return sum(any(near(r, o, LEVEL) for o in other.rows) for r in label.rows) / len(label.rows)
