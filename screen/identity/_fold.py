"""Spellings of one name made equal: Aaby and Åby, Kjær and Kjaer, Sundelöf and Sundelof."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({
    "æ": "ae", "ä": "ae", "ø": "oe", "ö": "oe", "å": "aa", "ß": "ss", "þ": "th", "ð": "d", "đ": "d", "ł": "l", "ı": "i",
})  # fmt: skip
_DIGRAPHS = (("aa", "a"), ("ae", "a"), ("oe", "o"))


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Lower case, without marks, apostrophes and hyphens; æ, ä, å, aa and ae become a, and ø, ö and oe become o."""
    low = unicodedata.normalize("NFC", word).lower().translate(_LETTERS)
    bare = "".join(c for c in unicodedata.normalize("NFKD", low) if c.isalnum())
    for pair, letter in _DIGRAPHS:
        bare = bare.replace(pair, letter)
    return bare
