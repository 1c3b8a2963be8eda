"""Which language a document is written in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from screen.languages import LANGUAGES, languages

_WORD = re.compile(r"[^\W\d_]+")
TELLING = 3.0
"""Weight of a word that few neighbouring languages share, against 1 for any other frequent word."""
ENDING = 0.5
"""Weight of an ending that few neighbours share: a CV has more nouns than small words."""
LETTERS: Mapping[str, tuple[str, ...]] = {
    "æ": ("da", "nb"),
    "ø": ("da", "nb"),
    "ä": ("sv",),
    "ö": ("sv",),
    "w": ("en",),
}
LETTER = 0.1


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    """Word → language → weight; what languages share tells little between them."""
    listed: dict[str, dict[str, float]] = {}
    for language in languages():
        for word in language.stop_words:
            listed.setdefault(word, {})[language.code] = 1.0
    for language in languages():
        for word in language.telling:
            listed.setdefault(word, {})[language.code] = TELLING
    return {word: {code: each / len(of) for code, each in of.items()} for word, of in listed.items()}


@cache
def _ending() -> re.Pattern[str]:
    ends = {end for language in languages() for end in language.telling_ends}
    return re.compile(rf"\w{{3,}}?({'|'.join(sorted(ends, key=len, reverse=True))})$")


@cache
def _ends() -> Mapping[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for language in languages():
        for end in language.telling_ends:
            out[end] = (*out.get(end, ()), language.code)
    return out


def detect(text: str) -> str:
    """da, nb, sv or en, by the frequent words of the whole text; Danish where nothing tells."""
    score = dict.fromkeys(LANGUAGES, 0.0)
    for word in _WORD.findall(text.lower()):
        for code, weight in _weights().get(word, {}).items():
            score[code] += weight
        if len(word) > 5 and (end := _ending().match(word)):
            for code in _ends()[end[1]]:
                score[code] += ENDING / len(_ends()[end[1]])
    for letter, codes in LETTERS.items():
        for code in codes:
            score[code] += LETTER * text.lower().count(letter)
    return max(LANGUAGES, key=lambda code: (score[code], code == "da"))
