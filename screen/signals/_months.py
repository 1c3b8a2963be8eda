"""Calendar months: how long a position lasted, counted the way the house counts."""

from __future__ import annotations

from datetime import date

from screen.grammar.dates import find_dates
from screen.model.cv import CV, Month, Period, Position

MONTHS_A_YEAR = 12
BARE_START, BARE_END = 7, 6
"""A bare year is expected to start in July and to end in June: the middle, so that errors even out."""


def index(year: int, month: int) -> int:
    """A calendar month as one number: year × 12 + month − 1."""
    return year * MONTHS_A_YEAR + month - 1


def as_of_index(as_of: date) -> int:
    """The month that the as-of date lies in."""
    return index(as_of.year, as_of.month)


def ends(first: Month, last: Month) -> tuple[int, int]:
    """First and last month touched; where bare years cross within one year, a third and two thirds of what is left."""
    start = index(first.year, first.month or BARE_START)
    end = index(last.year, last.month or BARE_END)
    if start <= end or first.year != last.year:
        return start, end
    if first.month is None and last.month is None:
        return index(first.year, 4), index(last.year, 9)
    if first.month is None:
        return index(first.year, ((last.month or BARE_END) + 1) // 2), end
    return start, index(last.year, (first.month + MONTHS_A_YEAR) // 2)


def is_point(cv: CV, period: Period) -> bool:
    """Whether only one point in time is told ("2014"), which says nothing of how long it lasted."""
    if period.last != period.first:
        return False
    text = cv.texts.get(period.passage.path, "")
    return not any(found.kind == "period" for found in find_dates(text, period.passage.span))


def doubt(cv: CV, position: Position, as_of: date) -> str | None:
    """The notice that a position's dates call for: undated-position, stated-length, lone-date …"""
    period = position.period
    if period is None:
        return "stated-length" if position.stated_months else "undated-position"
    now = as_of_index(as_of)
    if period.last is None:
        return "future-dates" if index(period.first.year, period.first.month or 1) > now else None
    start, end = ends(period.first, period.last)
    if start > end:
        return "reversed-dates"
    if is_point(cv, period):
        return "lone-date"
    if start > now:
        return "future-dates"
    return "future-end" if end > now and period.last.month is not None else None


def months_of(cv: CV, position: Position, as_of: date) -> frozenset[int]:
    """The calendar months that a position touches, none after the as-of month; empty where its dates are unclear."""
    period = position.period
    if period is None or doubt(cv, position, as_of) in ("reversed-dates", "lone-date", "future-dates"):
        return frozenset()
    now = as_of_index(as_of)
    if period.last is None:
        # A bare start in the as-of year lies somewhere between January and now.
        bare = BARE_START if period.first.year < as_of.year else (as_of.month + 1) // 2
        return frozenset(range(index(period.first.year, period.first.month or bare), now + 1))
    start, end = ends(period.first, period.last)
    return frozenset(range(start, min(end, now) + 1))
