"""Terms: a vocabulary's words and phrases, taken apart into words that can be looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from screen.model.criteria import Entry, EntryKind, Vocabulary

AS_WRITTEN = "="
"""Before a word: it is met in this very form only, in whatever case, also at the end of a compound."""
END_ONLY = "*"
"""Before a word: it is met at the end of a compound only."""
GAP = -1
"""Stands in a term for one to four free words."""

_WORD = re.compile(r"…|[§&,]|[=*]?[^\W\d_]/[^\W\d_](?!\w)|[=*]?[^\W\d_](?:\w|[-'’/](?=\w))*-?|\d+")


@dataclass(frozen=True, slots=True)
class Written:
    """A word as some entry has it."""

    word: str
    """Lower case, or in its case where only that is met."""
    language: str
    phrase: bool
    exact: bool
    """It is met in this very case only."""

    @property
    def bare(self) -> str:
        """The word without the mark before it."""
        return self.word.lstrip(AS_WRITTEN + END_ONLY)


_NONE: frozenset[int] = frozenset()


class Node:
    """A beginning that phrases share; where one ends, what it speaks of."""

    __slots__ = ("against", "following", "gap", "targets")

    def __init__(self) -> None:
        self.following: dict[int, Node] = {}
        """By the number of the next word."""
        self.gap: Node | None = None
        """Behind one to four free words."""
        self.targets: frozenset[int] = _NONE
        """Numbers of the entries that the phrase which ends here speaks of."""
        self.against: frozenset[int] = _NONE
        """Numbers of the entries that have it under `not:`."""

    def at(self, slots: Iterable[int]) -> Node:
        """The node behind these words, made if need be."""
        node = self
        for slot in slots:
            if slot == GAP:
                node.gap = node.gap or Node()
                node = node.gap
            else:
                following = node.following.get(slot)
                if following is None:
                    following = node.following[slot] = Node()
                node = following
        return node


_CHOICE = re.compile(r"\(([^()|]*\|[^()]*)\)")


def parts(phrase: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The parts of "(betjening af | rådgivning af) byråd", each with its alternatives as words."""
    pieces = _CHOICE.split(phrase)
    return tuple(
        tuple(split(option) for option in (piece.split("|") if at % 2 else (piece,)))
        for at, piece in enumerate(pieces)
        if at % 2 or piece.strip()
    )


def split(phrase: str) -> tuple[str, ...]:
    """The words of a phrase, lower case; abbreviations without their dots."""
    return tuple(word.lower() for word in _WORD.findall(phrase) if word not in _RAISED)


_RAISED = frozenset("¹²³")
"""Figures above the line are marks: "(ISC)²" is met as ISC."""


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


Phrase = tuple[tuple[tuple[Written, ...], ...], ...]
"""Parts that follow each other, each one of several runs of words."""


def written_words(entry: Entry) -> Iterator[tuple[Phrase, bool]]:
    """Each word or phrase of the entry, taken apart, and whether it is one that it excludes."""
    for language, phrases in entry.words.items():
        for phrase in phrases:
            yield _phrase(phrase, language), False
    for word in entry.exact:
        yield ((tuple(Written(part, "da", False, True) for part in _WORD.findall(word)),),), False
    for phrase in entry.exclude:
        if not phrase.startswith("*"):
            yield _phrase(phrase, _first_language(entry.words)), True


def _first_language(words: Mapping[str, object]) -> str:
    return next(iter(words), "da")


def _phrase(phrase: str, language: str) -> Phrase:
    found = parts(phrase)
    several = len(found) > 1 or len(found[0]) > 1 or len(found[0][0]) > 1
    if several and len(found) == 1 and len(found[0]) == 1 and len(found[0][0]) == 2 and found[0][0][0] in _INFINITIVE:
        # "at effektivisere": the mark of the infinitive only says that it is a verb.
        found = (((found[0][0][1],),),)
    return tuple(
        tuple(tuple(Written(word, language, several, False) for word in option) for option in part) for part in found
    )


_INFINITIVE = frozenset({"at", "to", "å", "att"})
