"""Patterns of words and phrases, such as `*ministeriet` or `medlem af … bestyrelse`, and where a text meets them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# A word keeps its hyphens, dots and short slashes ("A/S", "H:S", "a.m.b.a", "Børne-"); all other marks stand alone.
_WORD = re.compile(r"\w{1,2}/\w(?!\w)|v/|\w+(?:[-.:'’]{1,2}\w+)*-?|&|[^\w\s]|\t|\n")
_MOST_FREE_WORDS = 4
_SHORT_CAPITALS = 6
"""Longest pattern in capitals, in letters, that is met in capitals only; longer ones are words ("KOMPONENT")."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark of a heading."""

    raw: str
    low: str
    start: int
    end: int

    @property
    def mark(self) -> bool:
        """It is no word."""
        return not self.raw[0].isalnum() and self.raw != "&"


def words_of(text: str) -> tuple[Word, ...]:
    """The words and marks of a short text."""
    return tuple(Word(m.group(), m.group().lower(), m.start(), m.end()) for m in _WORD.finditer(text))


class Piece:
    """One word of a pattern."""

    __slots__ = ("exact", "gap", "kind", "text")

    def __init__(self, written: str) -> None:
        self.gap = written == "…"
        bare = written.strip("*").strip(".")
        self.exact = bare.isupper() and len(bare) <= _SHORT_CAPITALS
        self.text = bare if self.exact else bare.lower()
        self.kind = (written[:1] == "*") + 2 * (written[-1:] == "*")

    def meets(self, word: Word) -> bool:
        """Whether the word is of this shape."""
        if word.mark:
            return False
        of = word.raw if self.exact else word.low
        if self.kind == 0:
            return of == self.text
        if self.kind == 1:
            return of.endswith(self.text)
        return of.startswith(self.text) if self.kind == 2 else self.text in of


class Patterns:
    """A group of patterns."""

    __slots__ = ("_ends", "_exact", "_phrases", "_starts", "_whole", "_within")

    def __init__(self, written: Iterable[str]) -> None:
        self._whole: set[str] = set()
        self._exact: set[str] = set()
        self._ends: list[str] = []
        self._starts: list[str] = []
        self._within: list[str] = []
        self._phrases: list[tuple[Piece, ...]] = []
        for phrase in written:
            self._add(phrase)

    def _add(self, phrase: str) -> None:
        pieces = tuple(Piece(word) for word in phrase.split())
        if len(pieces) > 1:
            self._phrases.append(pieces)
            return
        piece = pieces[0]
        if piece.exact:
            self._exact.add(piece.text)
        elif piece.kind == 0:
            self._whole.add(piece.text)
        else:
            (self._ends, self._starts, self._within)[piece.kind - 1].append(piece.text)

    def find(self, words: Sequence[Word], capitals: bool = False) -> tuple[int, int] | None:
        """The first run of words that meets a pattern, half-open; `capitals`: case tells nothing in this text."""
        for at, word in enumerate(words):
            if not word.mark and self._meets(word, capitals):
                return at, at + 1
            for pieces in self._phrases:
                end = _run(pieces, words, at)
                if end is not None:
                    return at, end
        return None

    def _meets(self, word: Word, capitals: bool) -> bool:
        low = word.low
        return (
            low in self._whole
            or (word.raw in self._exact and (not capitals or "/" in word.raw))
            or low.endswith(tuple(self._ends))
            or low.startswith(tuple(self._starts))
            or any(text in low for text in self._within)
        )


def _run(pieces: Sequence[Piece], words: Sequence[Word], at: int) -> int | None:
    """Where the phrase that begins at `at` ends, if it stands there."""
    if not pieces:
        return at
    if pieces[0].gap:
        for taken in range(1, _MOST_FREE_WORDS + 1):
            if at + taken > len(words) or words[at + taken - 1].mark:
                return None
            end = _run(pieces[1:], words, at + taken)
            if end is not None:
                return end
        return None
    if at < len(words) and pieces[0].meets(words[at]):
        return _run(pieces[1:], words, at + 1)
    return None
