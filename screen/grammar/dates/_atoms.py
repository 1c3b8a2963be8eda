"""The pieces that dates are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from screen.model.cv import Month

Kind = Literal[
    "point",  # a point in time with its year
    "month",  # a month, day or season that lacks its year
    "weak",  # a month with a year of two digits: only together with another time
    "yy",  # '09
    "pair",  # 2009-13, 2009/10, 2017-08
    "compact",  # 012014, 201401, 01082017
    "now", "onward", "since", "start", "until", "to", "dash", "between", "both", "same", "duration", "open", "close",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Atom:
    """A piece of a date, where it stands."""

    start: int
    end: int
    kinds: frozenset[Kind]
    first: Month | None = None
    """The first month it touches."""
    last: Month | None = None
    """The last month it touches; the same as `first` for a month or a year."""
    month: Month | None = None
    """A pair's other reading: year and month."""
    months: float = 0
    """A duration's length."""
    doubt: str | None = None
    whole: bool = False
    """A season, half-year or quarter: alone it may be a short period."""

    def has(self, *kinds: Kind) -> bool:
        """Whether it can be one of these."""
        return not self.kinds.isdisjoint(kinds)


def point(start: int, end: int, first: Month, last: Month | None = None, *, doubt: str | None = None) -> Atom:
    """A point in time."""
    return Atom(start, end, frozenset(("point",)), first, last or first, doubt=doubt)


def part(start: int, end: int, year: int, months: tuple[int, int]) -> Atom:
    """A season, half-year or quarter."""
    first, last = Month(year, months[0]), Month(year, months[1])
    return Atom(start, end, frozenset(("point",)), first, last, whole=True)
