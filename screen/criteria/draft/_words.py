"""Lists of words that postings have around what they ask for, as patterns."""

from __future__ import annotations

import re
from functools import cache

from screen.criteria._data import load

_FILE = "draft/words.yaml"


@cache
def listed(key: str) -> frozenset[str]:
    """The words of a list, lower case."""
    return frozenset(str(word).lower() for word in load(_FILE)[key])


@cache
def pattern(key: str) -> re.Pattern[str]:
    """Any of the words of a list, whole; the longest first."""
    words = sorted(listed(key), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])", re.IGNORECASE)


def bare(line: str) -> str:
    """A heading as the lists have it: without bullet, number, comma and colon."""
    return re.sub(r"^[\W\d_]+|[\W_]+$|,", "", line).lower()
