"""The packaged words that tell whose a mention is, ready to look up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from screen.grammar.tokens import tokenize

_MOST_KNOWN = 20_000
"""Words that a list remembers: an application has some hundred different ones."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One list of words and phrases."""

    whole: frozenset[str]
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    """First word → phrases, the longest first."""
    known: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)
    """Words that were asked for before: each is looked at once."""

    def has(self, word: str) -> bool:
        """Whether a lower-case word is one of the list's single words."""
        told = self.known.get(word)
        if told is None:
            if len(self.known) >= _MOST_KNOWN:
                self.known.clear()
            told = word in self.whole or word.startswith(self.begins) or word.endswith(self.ends)
            self.known[word] = told
        return told

    def length(self, words: Sequence[str], at: int) -> int:
        """How many words from `at` on are one of the list, the longest; 0 for none."""
        word = words[at]
        for phrase in self.phrases.get(word, ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                return len(phrase)
        return int(self.has(word))

    def find(self, words: Sequence[str], start: int = 0, stop: int | None = None) -> int | None:
        """Where the first one begins between `start` and `stop`."""
        return self._first(words, range(max(start, 0), len(words) if stop is None else min(stop, len(words))))

    def last(self, words: Sequence[str], start: int, stop: int) -> int | None:
        """Where the last one begins between `start` and `stop`."""
        return self._first(words, range(min(stop, len(words)) - 1, max(start, 0) - 1, -1))

    def _first(self, words: Sequence[str], places: Iterable[int]) -> int | None:
        known, phrases = self.known.get, self.phrases
        for at in places:
            word = words[at]
            # Most words are known, and to no avail.
            if (known(word) is not False or word in phrases) and self.length(words, at):
                return at
        return None


def _cue(written: Iterable[str]) -> Cue:
    whole, begins, ends = set(), set(), set()
    phrases: dict[str, set[tuple[str, ...]]] = {}
    for text in written:
        if text.startswith("*"):
            ends.add(text[1:])
        elif text.endswith("*"):
            begins.add(text[:-1])
        else:
            words = tuple(t.word for t in tokenize(text)) or (text,)
            if len(words) == 1:
                whole.add(text)
            else:
                phrases.setdefault(words[0], set()).add(words)
    by_first = {first: tuple(sorted(several, key=lambda p: (-len(p), p))) for first, several in phrases.items()}
    return Cue(frozenset(whole), tuple(sorted(begins)), tuple(sorted(ends)), by_first)


@cache
def _lists() -> dict[str, dict[str, list[str]]]:
    text = files("screen.languages").joinpath("cues.yaml").read_text(encoding="utf-8")
    # Every scalar is text: "no" is a word here. libyaml is ten times as fast where it is.
    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    data: dict[str, dict[str, list[str]]] = yaml.load(text, loader)
    return data


@cache
def cue(name: str) -> Cue:
    """The list of that name, of all languages together."""
    return _cue(word for words in _lists()[name].values() for word in words)


@cache
def endings(name: str) -> tuple[str, ...]:
    """Endings of words, the longest first."""
    found = {ending for words in _lists()[name].values() for ending in words}
    return tuple(sorted(found, key=lambda e: (-len(e), e)))
