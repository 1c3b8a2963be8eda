"""Which language a document is written in."""

from __future__ import annotations

import re
from functools import cache

from screen.languages import LANGUAGES, languages

_WORD = re.compile(r"[^\W\d_]+")
TELLING = 3
"""Weight of a word that few neighbouring languages share, against 1 for any other frequent word."""


@cache
def _weights() -> dict[str, dict[str, int]]:
    """Word → language → weight."""
    out: dict[str, dict[str, int]] = {}
    for language in languages():
        for word in language.stop_words:
            out.setdefault(word, {})[language.code] = 1
        for word in language.telling:
            out.setdefault(word, {})[language.code] = TELLING
    return {word: scores for word, scores in out.items() if len(scores) < len(LANGUAGES)}


def detect(text: str) -> str:
    """da, nb, sv or en, by the frequent words of the whole text; Danish where nothing tells."""
    weights, score = _weights(), dict.fromkeys(LANGUAGES, 0.0)
    for word in _WORD.findall(text.lower()):
        scores = weights.get(word)
        if scores:
            for code, weight in scores.items():
                # What two languages share tells little between them.
                score[code] += weight / len(scores)
    return max(LANGUAGES, key=lambda code: (score[code], code == "da"))
