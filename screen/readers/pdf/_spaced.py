"""Letter-spaced words, told from the white space between their letters."""

from __future__ import annotations

import itertools
import re
import statistics
from collections.abc import Sequence

_RUN = re.compile(r"(?<!\S)(?:\S{1,2} +){3,}\S{1,2}(?!\S)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FEWEST = 4
"""Letters: three in a row may be initials."""
_GLUED = 0.34
"""Share of pairs among the pieces: kerning pushes "T A" together."""
_LETTERS = 0.6
"""Share of the pieces that are letters; else it is a row of numbers or signs."""
_WIDER = 1.55
"""A gap that many times as wide as the middle one parts words …"""
_WIDER_BY = 0.12
"""… if it is also that much wider, in ems."""


def spaced_runs(text: str) -> list[tuple[int, int]]:
    """Where single letters stand with spaces between them."""
    return [found.span() for found in _RUN.finditer(text) if _looks_spaced(found.group().split())]


def _looks_spaced(pieces: Sequence[str]) -> bool:
    pairs = sum(len(p) == 2 for p in pieces)
    if pairs > _GLUED * len(pieces):
        return False
    if _YEAR.search("".join(pieces)):
        return sum(p[0].isdigit() for p in pieces) >= _FEWEST
    letters = [p for p in pieces if p[0].isalpha()]
    if len(letters) < max(_FEWEST, _LETTERS * len(pieces)):
        return False
    # Letters in alphabetical order are a list (classes of a driving licence), not a word.
    return any(a >= b for a, b in itertools.pairwise(letters))


def word_borders(edges: Sequence[tuple[float, float]], size: float) -> set[int]:
    """Indices of the characters that begin a word, from each one's left and right edge."""
    gaps = [after[0] - before[1] for before, after in itertools.pairwise(edges)]
    middle = statistics.median(gaps)
    least = max(_WIDER * middle, middle + _WIDER_BY * size)
    return {i for i, gap in enumerate(gaps, start=1) if gap > least}
