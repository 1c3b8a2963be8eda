"""Numbers as people write them: 3.000 · 3 000 · 3,5 · 1,200 (in English) · tolv."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from screen.languages import languages

NUMBER = r"\d{1,3}(?:[.  '’]\d{3})+(?:,\d{1,2})?|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:[.,]\d{1,3})?"
"""A number, before anybody asks what it counts."""
_MARKS = re.compile(r"[  '’]")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d{1,3},\d{3}\.\d+")
_ENGLISH_THOUSAND = re.compile(r"\d{1,3},\d{3}")
LARGEST = 1e15
"""No application counts higher; a line of four hundred digits would be infinite."""


@cache
def spelt() -> Mapping[str, float]:
    """Numbers in words, of all languages."""
    return {w: float(n) for language in languages() for n, listed in language.dates.numbers.items() for w in listed}


def number(written: str, english: bool = False) -> float:
    """The value of a number as written; a comma before three digits is a thousand only in English surroundings."""
    return min(_value(_MARKS.sub("", written), english), LARGEST)


def _value(plain: str, english: bool) -> float:
    if _THOUSANDS.fullmatch(plain):
        return float(plain.replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(plain) or (english and _ENGLISH_THOUSAND.fullmatch(plain)):
        return float(plain.replace(",", ""))
    return float(plain.replace(",", "."))


def lower(first: float, last: float) -> float:
    """The lower end of a range; "3-4.000" shares its thousands."""
    return first * 1000 if first < 100 and last >= 1000 and first * 1000 <= last else min(first, last)


def head_count(written: str) -> float | None:
    """What a bare number counts if it counts people: whole, and no year."""
    value = number(written) if written[:1].isdigit() else spelt().get(written.lower(), 0.5)
    year = written.isdigit() and len(written) == 4 and 1950 <= value <= 2049
    return None if year or value != int(value) or not value else value
