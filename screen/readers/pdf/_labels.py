"""What a short text beside another looks like: a date, a key, the second line of a label."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from screen.languages import Language, languages


def _any_of(words: Callable[[Language], Iterable[str]]) -> str:
    """What a word of every language's list looks like, the longest first."""
    given = {w for language in languages() for w in words(language)}
    return "|".join(re.escape(w) for w in sorted(given, key=lambda w: (-len(w), w)))


def _months_of(language: Language) -> list[str]:
    return [w for group in language.dates.months.values() for w in group]


_MONTH_YEAR = rf"\b(?:{_any_of(_months_of)})\.?\s?['’]?\d\d\b"
"""A month by name with a year of two digits: "aug. 18"."""
_DATE = re.compile(
    rf"(?:19|20)\d\d|\b\d{{1,2}}[./]\d{{1,2}}|\b\d{{1,2}}[./-]\d{{2,4}}\b|\b\d\d ?[-–—] ?\d\d\b|{_MONTH_YEAR}", re.I
)
_YEAR = re.compile(rf"(?:19|20)\d\d|\b\d{{1,2}}[./-]\d{{2}}\b(?!\d)|['’]\d\d\b|{_MONTH_YEAR}", re.I)
_NOW = frozenset(w for language in languages() for phrase in language.dates.now for w in phrase.split())
_MONTH = re.compile(rf"(?:{_any_of(_months_of)})\.?", re.I)
_RANGE = re.compile(r"\d\s*[-–—→]")
_BEGINS_YEAR = re.compile(r"(?:19|20)\d\d\b")
_WORD_BEHIND = re.compile(r"(?:19|20)\d\d[,:.]?\s+[^\W\d_]{3,}[^\d\-–—]*$")
"""A word behind the last year, with no dash between: "2016 Master" is no date."""
_DASHES = "-–—‐‑−→/"
_LONGEST_DATE = 34
"""Characters of a period: "september 2014 – december 2020" has 30."""
_LETTERS = 0.69
"""Share of a date's visible characters that are letters: two long months with their years reach 0.67."""


def dated(text: str) -> bool:
    """Whether it tells a date somewhere."""
    return _DATE.search(text) is not None


def is_date(text: str) -> bool:
    """Whether it is a date or a period and hardly anything else."""
    if len(text) > _LONGEST_DATE or not dated(text) or _WORD_BEHIND.search(text):
        return False
    visible = [c for c in text if not c.isspace()]
    return sum(c.isalpha() for c in visible) <= _LETTERS * len(visible)


def is_month(text: str) -> bool:
    """Whether it is a month's name and nothing else."""
    return _MONTH.fullmatch(text) is not None


def is_date_word(word: str) -> bool:
    """Whether it is a part of a date: a month, a number, a dash, a word for now."""
    bare = word.strip("().,:;")
    return is_month(bare) or bare.lower() in _NOW or not bare.strip(_DASHES) or any(c.isdigit() for c in bare)


def is_key(text: str) -> bool:
    """Whether it announces what stands behind it."""
    return text.rstrip().endswith(":")


def goes_on(before: str, after: str) -> bool:
    """Whether a label's line is the rest of the line above it, broken for want of room."""
    before, after = before.strip(), after.strip()
    if not before or not after:
        return False
    if before.isalpha() and _BEGINS_YEAR.match(after):
        return True
    if _MONTH.fullmatch(before) and after[0].isdigit():
        return True
    if _RANGE.search(after):
        return False
    if before[-1] in _DASHES or before[-1] == ",":
        return True
    if after[0] in _DASHES:
        return dated(before) and len(after) < _LONGEST_DATE
    small = after[0].islower() or after[0].isdigit()
    if not dated(before):
        return before[-1].isalpha() and _BEGINS_YEAR.fullmatch(after) is not None
    parts = re.split("[-–—→]", before)
    return len(parts) > 1 and small and not _YEAR.search(parts[-1])
