"""Dates that a justified column has stretched: put together before anything is made of the white space within."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from screen.readers.pdf._fragments import Fragment
from screen.readers.pdf._labels import is_date

_WIDEST = 2.0
"""In ems: justification stretches a space no farther."""
_EVEN = 0.12
"""In ems: the spaces of a justified line differ no more."""
_LEVEL = 0.5
"""Points between the baselines of one line."""
_MONTH = re.compile(r"[^\W\d_]{3,9}\.? (?:19|20)\d\d(?: ?[-–—])?")
"""A date with one space to stretch: "november 2018 –"."""
_ONE = 1.1
"""In ems: where only one space tells, a wider one parts cells."""


def joined_dates(fragments: Sequence[Fragment]) -> list[Fragment]:
    """The fragments with the words of a stretched date joined to its first."""
    gone: set[int] = set()
    ordered = sorted(fragments, key=lambda f: (round(f.base), f.left))
    for run in _runs(ordered):
        count = _stretched(run)
        if count > 1:
            first, *rest = run[:count]
            first.text = " ".join(f.text.strip() for f in run[:count])
            first.right = rest[-1].right
            gone.update(f.serial for f in rest)
    return [f for f in fragments if f.serial not in gone]


def _runs(ordered: Sequence[Fragment]) -> list[list[Fragment]]:
    """Fragments of one look beside each other, no farther apart than a stretched space."""
    runs: list[list[Fragment]] = []
    for f in ordered:
        last = runs[-1][-1] if runs else None
        if last is not None and _beside(last, f):
            runs[-1].append(f)
        else:
            runs.append([f])
    return [run for run in runs if len(run) > 1]


def _beside(last: Fragment, f: Fragment) -> bool:
    level = abs(f.base - last.base) <= _LEVEL and f.style == last.style
    return level and 0 < f.left - last.right < _WIDEST * f.size


def _stretched(run: Sequence[Fragment]) -> int:
    """How many fragments from the first are the words of one date."""
    gaps = [b.left - a.right for a, b in itertools.pairwise(run)]
    even = next((i for i, g in enumerate(gaps) if abs(g - gaps[0]) > _EVEN * run[0].size), len(gaps))
    for count in range(even + 1, 2, -1):
        if is_date(" ".join(f.text.strip() for f in run[:count])):
            return count
    alone = gaps[0] < _ONE * run[0].size and _MONTH.fullmatch(f"{run[0].text.strip()} {run[1].text.strip()}")
    return 2 if alone else 0
