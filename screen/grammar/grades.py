"""Grades and language levels."""

from __future__ import annotations

import re

from screen.grammar._cues import cue
from screen.grammar.tokens import tokenize
from screen.model.text import Span

_NEAR = 4
"""Words from "karakter" to the figure."""
_LEVELS = {"a1": 1.0, "a2": 2.0, "b1": 3.0, "b2": 4.0, "c1": 5.0, "c2": 6.0}
"""The European levels of a language, as figures that can be compared."""
_FIGURE = re.compile(r"\d{1,2}(?:[.,]\d{1,2})?")


def grade_in(text: str, span: Span) -> float | None:
    """The grade told in a run of text: the figure behind "gennemsnit", or a language level, A1 1 to C2 6."""
    words = [t.word for t in tokenize(text, span)]
    for i, word in enumerate(words):
        if word in _LEVELS:
            return _LEVELS[word]
        if cue("grade").has(word):
            for figure in words[i + 1 : i + 1 + _NEAR]:
                if _FIGURE.fullmatch(figure):
                    return float(figure.replace(",", "."))
    return None
