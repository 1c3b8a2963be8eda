"""Packaged vocabularies as their users look them up: by name, by entry, or by a word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from screen.criteria._translate import nearest
from screen.grammar.mentions import find_mentions
from screen.grammar.tokens import tokenize
from screen.lexicon import Lexicon, compile_lexicon, packaged, packaged_names
from screen.model.criteria import Entry
from screen.model.errors import ScreenError
from screen.model.text import Span
from screen.model.vocabulary import KINDS


@dataclass(frozen=True, slots=True)
class Listed:
    """A packaged vocabulary, or those of its entries that were asked for."""

    name: str
    entries: tuple[Entry, ...]
    by_word: bool = False
    """The entries were looked up by a word that they meet."""

    def count(self, kind: str) -> int:
        """How many entries of a kind."""
        return sum(entry.kind == kind for entry in self.entries)


def overview() -> tuple[Listed, ...]:
    """All packaged vocabularies."""
    return tuple(Listed(name, packaged(name).entries) for name in packaged_names())


def look_up(asked: str) -> tuple[Listed, ...]:
    """The vocabulary of that name; else entries of that name; else the entries that meet the word or phrase.

    Raises:
        ScreenError: `no-packaged-words`: there is none of these.
    """
    name = asked.strip()
    if name in packaged_names():
        return (Listed(name, packaged(name).entries),)
    named = _filtered(lambda _, entry: entry.name == name.lower())
    if named:
        return named
    found = tuple(replace(one, by_word=True) for one in _filtered(_met_by(name)))
    if not found:
        raise _unknown(name)
    return found


def _unknown(name: str) -> ScreenError:
    known = ", ".join(packaged_names())
    near = nearest(name, (*packaged_names(), *(entry.name for listed in overview() for entry in listed.entries)))
    if near:
        return ScreenError("no-packaged-words-near", name=name, near=near)
    return ScreenError("no-packaged-words", name=name, known=known)


def as_data(listed: Iterable[Listed]) -> dict[str, Any]:
    """What JSON shows: each vocabulary in the very form of a criteria file's `vocabulary:`."""
    return {one.name: {kind: entries for kind in KINDS if (entries := dict(_written(one, kind)))} for one in listed}


def _written(listed: Listed, kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for entry in listed.entries:
        if entry.kind == kind:
            lists: dict[str, Any] = {
                "words": {language: list(words) for language, words in entry.words.items()},
                "exact": list(entry.exact),
                "not": list(entry.exclude),
                "include": list(entry.include),
            }
            behaviour = {"definite": entry.definite, "support": entry.support, "subject": entry.subject}
            yield entry.name, {key: value for key, value in lists.items() if value} | behaviour


def _filtered(wanted: Callable[[str, Entry], bool]) -> tuple[Listed, ...]:
    kept = (Listed(one.name, tuple(e for e in one.entries if wanted(one.name, e))) for one in overview())
    return tuple(one for one in kept if one.entries)


def _met_by(phrase: str) -> Callable[[str, Entry], bool]:
    """Whether an entry meets the phrase; each vocabulary is asked alone, as a criteria file may use it alone."""
    tokens = tokenize(phrase, Span(0, len(phrase)))
    met = {
        (name, mention.kind, mention.entry)
        for name in packaged_names()
        for mention in find_mentions(_lexicon(name), phrase, tokens)
    }
    return lambda name, entry: (name, entry.kind, entry.name) in met


@cache
def _lexicon(name: str) -> Lexicon:
    return compile_lexicon(packaged(name))
