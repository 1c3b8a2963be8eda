"""How a writer writes: whether "2008-12" is four years or a December, told by the other pairs of the text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

_PAIR = re.compile(r"(?<![\w.,/-])(?P<y>(?:19[5-9]|20[0-4])\d)-(?P<n>\d\d)(?![\w%.,]|-\d)")
_TEXTS = 64
"""Texts remembered: an applicant's few documents, asked for line by line."""


@lru_cache(maxsize=_TEXTS)
def pair_manner(text: str) -> Literal["years", "months"] | None:
    """What the unambiguous pairs of the text are; None where there are none, or of both kinds."""
    years = months = 0
    for found in _PAIR.finditer(text):
        year, n = int(found["y"]) % 100, int(found["n"])
        years += n > 12
        # "2012-08" cannot end before it begins, "1998-02" can: in the next century.
        months += 1 <= n <= 12 and n <= year < 50
    if bool(years) == bool(months):
        return None
    return "years" if years else "months"
