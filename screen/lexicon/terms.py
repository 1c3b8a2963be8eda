"""Terms: a vocabulary's words and phrases, taken apart into words that can be looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from screen.model.criteria import Entry, EntryKind, Vocabulary
from screen.model.vocabulary import SEVERAL

GAP = -1
"""Stands in a term for one to four free words."""

_WORD = re.compile(r"…|§|[^\W\d_]/[^\W\d_](?!\w)|[^\W\d_](?:\w|[-'’/](?=\w))*-?|\d+")


@dataclass(frozen=True, slots=True)
class Written:
    """A word as some entry has it."""

    word: str
    """Lower case, or in its case where only that is met."""
    language: str
    phrase: bool
    exact: bool
    """It is met in this very case only."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase, and what it speaks of."""

    slots: tuple[int, ...]
    """Numbers of words, or `GAP`."""
    targets: tuple[int, ...]
    """Numbers of entries."""
    against: tuple[int, ...]
    """Numbers of entries that have it under `not:`."""


def split(phrase: str) -> tuple[str, ...]:
    """The words of a phrase, lower case; abbreviations without their dots."""
    return tuple(word.lower() for word in _WORD.findall(phrase))


def reached(vocabulary: Vocabulary) -> dict[tuple[EntryKind, str], tuple[int, ...]]:
    """For each entry the numbers of all entries that its words belong to: itself and those that include it."""
    number = {(entry.kind, entry.name): at for at, entry in enumerate(vocabulary.entries)}
    above: dict[tuple[EntryKind, str], set[int]] = {key: {at} for key, at in number.items()}
    # Includes may be nested and, by mistake, in a circle: as many rounds as there are entries settle both.
    for _ in vocabulary.entries:
        changed = False
        for entry in vocabulary.entries:
            mine = above[entry.kind, entry.name]
            for name in entry.include:
                theirs = above.get((entry.kind, name))
                if theirs is not None and not mine <= theirs:
                    theirs |= mine
                    changed = True
        if not changed:
            break
    return {key: tuple(sorted(value)) for key, value in above.items()}


def written_words(entry: Entry) -> Iterator[tuple[tuple[Written, ...], bool]]:
    """Each word or phrase of the entry, taken apart, and whether it is one that it excludes."""
    for language, phrases in entry.words.items():
        for phrase in phrases:
            yield tuple(_written(split(phrase), language)), False
    for word in entry.exact:
        parts = tuple(Written(part, "da", False, True) for part in word.split())
        yield parts, False
    for phrase in entry.exclude:
        if not phrase.startswith("*"):
            yield tuple(_written(split(phrase), _first_language(entry.words))), True


def _first_language(words: Mapping[str, object]) -> str:
    return next(iter(words), "da")


def _written(words: tuple[str, ...], language: str) -> Iterator[Written]:
    # "at effektivisere": the mark of the infinitive only says that it is a verb.
    verb = len(words) > 1 and words[0] in ("at", "to", "å", "att") and len(words) == 2
    words = words[1:] if verb else words
    for word in words:
        yield Written(word, language, len(words) > 1 or verb, False)


def first_gap_dropped(words: Iterable[Written]) -> tuple[Written, ...]:
    """A phrase neither begins nor ends with free words: what it speaks of is its words."""
    listed = list(words)
    while listed and listed[0].word == SEVERAL:
        listed.pop(0)
    return tuple(listed)
