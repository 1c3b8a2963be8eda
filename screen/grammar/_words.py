"""Word lists as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable


def alternation(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first; white space may be any."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(set(words), key=len, reverse=True))


def any_of(words: Iterable[str]) -> str:
    """As `alternation`; a `*` at the beginning of a word stands for any beginning ("*medarbejdere")."""
    listed = set(words)
    ends = {word[1:] for word in listed if word.startswith("*")}
    whole = {word for word in listed if not word.startswith("*")} - ends
    starred = rf"[\w-]*(?:{alternation(ends)})" if ends else ""
    return "|".join(part for part in (alternation(whole), starred) if part)
