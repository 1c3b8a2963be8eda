"""Months that optical recognition spelt wrong, before a year."""

from __future__ import annotations

import re
from functools import cache

from screen.grammar.dates._atoms import Atom, point
from screen.grammar.dates._words import table
from screen.grammar.dates._years import YEAR, year_of
from screen.model.cv import Month

_SHORTEST = 6
"""Letters: shorter months have too many neighbours that are words."""
_BEHIND = re.compile(rf"\.?[ ](?P<y>{YEAR})(?![\w%]|[.,]\d)")
_FOLDS = (("rn", "m"), ("ii", "u"), ("vv", "w"), ("cl", "d"))


@cache
def _long_months() -> dict[str, int]:
    return {word: month for word, month in table().months.items() if len(word) >= _SHORTEST}


def _near(a: str, b: str) -> bool:
    """Whether one letter more, less or other makes `b` of `a`, or two that changed places."""
    if abs(len(a) - len(b)) > 1:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    rest_a, rest_b = a[start:], b[start:]
    return (
        rest_a[1:] == rest_b[1:]
        or rest_a[1:] == rest_b
        or rest_a == rest_b[1:]
        or (len(rest_a) > 1 and rest_a[1::-1] + rest_a[2:] == rest_b)
    )


@cache
def _month(word: str) -> int | None:
    folded = word
    for seen, meant in _FOLDS:
        folded = folded.replace(seen, meant)
    for name, month in _long_months().items():
        if word[0] == name[0] and (_near(word, name) or _near(folded, name)):
            return month
    return None


def slipped_month(text: str, found: re.Match[str], stop: int) -> Atom | None:
    """The month and year that the word at `found` makes with the year behind it."""
    if len(found.group()) < _SHORTEST - 1:
        return None
    behind = _BEHIND.match(text, found.end(), stop)
    year = year_of(behind["y"]) if behind else None
    month = _month(found.group().lower()) if year else None
    return point(found.start(), behind.end(), Month(year, month)) if behind and year and month else None
