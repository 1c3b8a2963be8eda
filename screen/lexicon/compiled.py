"""A vocabulary compiled: every form of every word, and the terms that begin with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from screen.lexicon._data import load
from screen.lexicon._titles import unaccented
from screen.lexicon.inflection import Features, inflect, invariable
from screen.lexicon.terms import GAP, Term, Written, first_gap_dropped, reached, written_words
from screen.model.criteria import Entry, EntryKind, Vocabulary
from screen.model.vocabulary import SEVERAL

Form = Literal["exact", "compound", "fuzzy"]
ACCENTED = frozenset("æøåäöé")
_SHORTEST_HEAD = 4
"""Letters of a word that may end a compound."""
_SHORTEST_MODIFIER = 5
"""Letters of a word that may begin one."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of the vocabulary that a word of the text is a form of."""

    word: int
    form: Form
    features: Features


@dataclass(frozen=True, slots=True)
class Exclusion:
    """What an entry has under `not:`, single words only."""

    whole: frozenset[str]
    """Every form; a compound that ends or begins so is excluded too."""
    ends: tuple[str, ...]
    """Those and the forms of `*x`."""
    starts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Compiled vocabulary: every word form of every entry."""

    vocabulary: Vocabulary
    terms: Mapping[int, tuple[Term, ...]] = field(default_factory=dict, repr=False)
    """Terms by the number of their first word."""
    forms: Mapping[str, tuple[tuple[int, Features], ...]] = field(default_factory=dict, repr=False)
    """Lower-case form → words."""
    plain: Mapping[str, tuple[tuple[int, Features], ...]] = field(default_factory=dict, repr=False)
    """The same without æ, ø and å, for texts that were written so."""
    exact: Mapping[str, int] = field(default_factory=dict, repr=False)
    """Words met in this case only."""
    heads: frozenset[int] = frozenset()
    """Words that may end a compound."""
    modifiers: Mapping[str, tuple[int, ...]] = field(default_factory=dict, repr=False)
    """Dictionary forms that may begin a compound."""
    exclusions: Mapping[int, Exclusion] = field(default_factory=dict, repr=False)
    """By number of entry."""
    memo: dict[tuple[str, str, bool], tuple[Hit, ...]] = field(default_factory=dict, repr=False, compare=False)
    """Words of texts that were looked up before."""


class _Builder:
    """Gathers words and terms, entry by entry."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.numbers: dict[Written, int] = {}
        self.forms: dict[str, list[tuple[int, Features]]] = {}
        self.exact: dict[str, int] = {}
        self.heads: set[int] = set()
        self.modifiers: dict[str, list[int]] = {}
        self.terms: dict[tuple[int, ...], tuple[set[int], set[int]]] = {}
        self.reached = reached(vocabulary)

    def add(self, entry: Entry) -> None:
        """The entry's words, for itself and for those that include it."""
        targets = self.reached[entry.kind, entry.name]
        for words, excluded in written_words(entry):
            words = first_gap_dropped(words)
            if not words:
                continue
            slots = tuple(GAP if word.word == SEVERAL else self._number(word, entry.kind) for word in words)
            self.terms.setdefault(slots, (set(), set()))[excluded].update(targets)

    def _number(self, written: Written, kind: EntryKind) -> int:
        number = self.numbers.get(written)
        if number is None:
            number = self.numbers[written] = len(self.numbers)
            if written.exact:
                self.exact[written.word] = number
            else:
                for form, features in inflect(written.word, written.language, written.phrase).items():
                    self.forms.setdefault(form, []).append((number, features))
        if (
            not written.exact
            and len(written.word) >= _SHORTEST_HEAD
            and written.word not in invariable(written.language)
        ):
            self.heads.add(number)
            if kind in ("topics", "places") and not written.phrase and len(written.word) >= _SHORTEST_MODIFIER:
                numbers = self.modifiers.setdefault(written.word, [])
                if number not in numbers:
                    numbers.append(number)
        return number

    def _plain(self) -> dict[str, tuple[tuple[int, Features], ...]]:
        return {
            plain: tuple(hits)
            for form, hits in self.forms.items()
            if not ACCENTED.isdisjoint(form)
            for plain in unaccented(form)
        }

    def build(self) -> Lexicon:
        """The lexicon."""
        by_first: dict[int, list[Term]] = {}
        for slots, (targets, against) in self.terms.items():
            by_first.setdefault(slots[0], []).append(Term(slots, tuple(sorted(targets)), tuple(sorted(against))))
        return Lexicon(
            vocabulary=self.vocabulary,
            terms={first: tuple(terms) for first, terms in by_first.items()},
            forms={form: tuple(hits) for form, hits in self.forms.items()},
            plain=self._plain(),
            exact=self.exact,
            heads=frozenset(self.heads),
            modifiers={word: tuple(numbers) for word, numbers in self.modifiers.items()},
            exclusions=self._exclusions(),
        )

    def _exclusions(self) -> dict[int, Exclusion]:
        gathered: dict[int, list[str]] = {}
        for entry in self.vocabulary.entries:
            for number in self.reached[entry.kind, entry.name]:
                gathered.setdefault(number, []).extend(word for word in entry.exclude if " " not in word)
        return {number: _exclusion(words) for number, words in gathered.items() if words}


def _exclusion(words: list[str]) -> Exclusion:
    whole: set[str] = set()
    ends: set[str] = set()
    starts: set[str] = set()
    for written in words:
        forms = inflect(written.strip("*").lower(), "da")
        if written.startswith("*"):
            ends.update(forms)
        elif written.endswith("*"):
            starts.add(written.rstrip("*").lower())
        else:
            whole.update(forms)
            starts.add(written.lower())
            ends.update(form for form in forms if len(written) >= _SHORTEST_MODIFIER)
    return Exclusion(frozenset(whole), tuple(sorted(ends)), tuple(sorted(starts)))


def compile_lexicon(vocabulary: Vocabulary) -> Lexicon:
    """All inflected forms and compounds of the vocabulary's entries, ready to look up."""
    builder = _Builder(vocabulary)
    for entry in vocabulary.entries:
        builder.add(entry)
    return builder.build()


def determiners() -> frozenset[str]:
    """Words before a title that make it definite."""
    return frozenset(load("_inflection.yaml")["determiners"].split())
