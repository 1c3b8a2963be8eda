"""Lengths of time: "i syv år", "3½ år", "2 år og 6 mdr.", "8 yrs 9 mos"."""

from __future__ import annotations

import re

from screen.grammar.dates._atoms import Atom
from screen.grammar.dates._words import first_word, table

_DIGITS = re.compile(r"(?P<n>\d{1,3}(?:[.,]\d)?)?(?P<half>[ ]?[½¼¾]|[ ]1/2)?(?:[ ]?[-–/][ ]?\d{1,2}(?:[.,]\d)?|\+)?")
_UNIT = re.compile(r"[ \u00a0]?\n?[ ]?(?P<unit>[^\W\d_]+(?:'s)?)(?P<dot>\.?)")
_NEXT = re.compile(r"(?:[ ]?[,&+][ ]?|\s)(?:[a-zæøå]{2,3}\s)?(?=[\w½¼¾])")
_SHARES = {"½": 0.5, "1/2": 0.5, "¼": 0.25, "¾": 0.75}
LONGEST = 45 * 12
"""Months: what is longer is no working life."""


def _count(text: str, at: int, stop: int) -> tuple[float, int] | None:
    """A number in digits or words, and where it ends."""
    found = _DIGITS.match(text, at, stop)
    if found and (found["n"] or found["half"]):
        return float((found["n"] or "0").replace(",", ".")) + _SHARES.get((found["half"] or "").strip(), 0), found.end()
    for shape, value in table().numbers.get(first_word(text[at : at + 20]), ()):
        spelt = shape.match(text, at, stop)
        if spelt:
            more = table().half_more.match(text, spelt.end(), stop) if value >= 1 else None
            return (value + 0.5, more.end()) if more else (value, spelt.end())
    return None


def _measure(text: str, at: int, stop: int) -> tuple[float, int, float] | None:
    """Months, end, and months per unit."""
    count = _count(text, at, stop)
    found = _UNIT.match(text, count[1], stop) if count else None
    per = table().units.get(found["unit"].lower()) if found else None
    if not count or not found or per is None:
        return None
    dotted = found["dot"] and len(found["unit"]) <= 4 and found["unit"].lower() not in ("år", "års", "mån")
    more = table().half_more.match(text, found.end("unit"), stop) if per == 12 else None
    if more:
        return (count[0] + 0.5) * per, more.end(), per
    return count[0] * per, found.end() if dotted else found.end("unit"), per


def duration(text: str, at: int, stop: int) -> Atom | None:
    """The length of time that begins at `at`."""
    first = _measure(text, at, stop)
    if first is None:
        return None
    months, end, per = first
    gap = _NEXT.match(text, end, stop) if per == 12 else None
    second = _measure(text, gap.end(), stop) if gap else None
    if second and second[2] < 12:
        months, end = months + second[0], second[1]
    if not 0 < months <= LONGEST:
        return None
    return Atom(at, end, frozenset(("duration",)), months=months)
