"""The posting's words, whatever breaks and blanks its file put between them."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz import fuzz

from screen.grammar.sentences import sentences
from screen.model.text import Span

_LEFT_OUT = re.compile(r"\s*(?:…|\.\.\.|\[\.\.\.\]|\[…\])\s*")
"""Where an author left words out."""
ALIKE = 75.0
"""Likeness, of 100, from which a sentence is worth showing as the one that was probably meant."""


def plain(text: str) -> str:
    """Letters and digits alone: line breaks, hyphens at line ends and letters set apart make no difference."""
    return "".join(c for c in unicodedata.normalize("NFC", text).casefold() if c.isalnum())


def stands_in(source: str, posting: str) -> bool:
    """Whether a posting has these words; `…` stands for words left out."""
    whole, at = plain(posting), 0
    for part in _LEFT_OUT.split(source):
        at = whole.find(plain(part), at)
        if at < 0:
            return False
    return True


def sentence_with(posting: str, source: str) -> str:
    """The posting's sentence that holds the words, or nothing."""
    wanted = plain(source)
    told = (one for one in told_in(posting) if wanted and wanted in plain(one))
    return next(told, "")


def nearest_in(posting: str, source: str) -> str:
    """The part of the posting that is most like the words, or nothing."""
    best, found = ALIKE, ""
    for one in told_in(posting):
        like = fuzz.partial_ratio_alignment(source.casefold(), one.casefold(), score_cutoff=best)
        if like is not None and like.score > best:
            best, found = like.score, one[like.dest_start : like.dest_end].strip()
    return found


def told_in(posting: str) -> list[str]:
    """The posting's sentences, lines joined."""
    text = " ".join(posting.split())
    return [span.of(text) for span in sentences(text, Span(0, len(text)))]
