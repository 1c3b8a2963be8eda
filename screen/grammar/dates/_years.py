"""Years, as they are written or misread."""

from __future__ import annotations

from screen.grammar.dates._atoms import Atom
from screen.model.cv import Month

_SLIPS = str.maketrans("OoQlI|SBZzg", "00011158229")
"""What optical recognition makes of the digits of a year."""
YEAR = r"[12lI|][90OoQg][0-9OoQlI|SBZz]{2}"
"""A year of four digits, perhaps misread; `year_of` decides."""
END = r"(?![\d_%a-zæøåäö]|[.,]\d)"
"""No more of a number or word behind it; a capital is the next word, its space lost."""
PIVOT = 50
"""Two digits below it are of this century: nobody who applies worked in 1949."""


def year_of(written: str) -> int | None:
    """The year that four characters tell, misread digits mended; None where they tell none."""
    if sum(map(str.isdigit, written)) < 2:
        return None
    mended = written.translate(_SLIPS)
    return int(mended) if mended.isdigit() and 1950 <= int(mended) <= 2049 else None


def short_year(two: str) -> int:
    """The year that two digits tell."""
    return (2000 if int(two) < PIVOT else 1900) + int(two)


def lacking(start: int, end: int, first: int, last: int | None = None) -> Atom:
    """A month, day or season that lacks its year."""
    return Atom(start, end, frozenset(("month",)), Month(0, first), Month(0, last or first))
