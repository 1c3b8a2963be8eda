"""A vocabulary compiled: every form of every word, and the terms that begin with it."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from screen.lexicon._data import load
from screen.lexicon._titles import unaccented
from screen.lexicon.inflection import FEATURES, Features, as_written, inflect, invariable
from screen.lexicon.terms import AS_WRITTEN, END_ONLY, GAP, Node, Phrase, Written, reached, written_words
from screen.model.criteria import Entry, EntryKind, Vocabulary
from screen.model.vocabulary import SEVERAL

Forms = Mapping[str, Sequence[tuple[int, Features]]]
"""Lower-case form → numbers of words, and what the form tells of each."""
Shapes = dict[tuple[int, str], list[str]]
"""Length and one end of a form → forms."""
Form = Literal["exact", "compound", "fuzzy"]
ACCENTED = frozenset("æøåäöé")
_SHORTEST_HEAD = 4
"""Letters of a word that may end a compound."""
_SHORTEST_MODIFIER = 5
"""Letters of a word that may begin one."""
_SHORTEST = 2
"""Letters of a word that a hyphen may tie to another."""
_BEGINNING = ("topics", "places")
"""Sections whose words may begin a compound."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of the vocabulary that a word of the text is a form of."""

    word: int
    form: Form
    features: Features
    modifier: bool = False
    """It begins a compound: "budgetproces" speaks of budgets, "rådmandsordning" of no rådmand's title."""
    at: int = 0
    """Where in a compound it begins, in letters: it does not speak of what stands before it."""


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
    terms: Node = field(default_factory=Node, repr=False, compare=False)
    """Words and phrases, by their words' numbers."""
    forms: Forms = field(default_factory=dict, repr=False)
    """Lower-case form → words."""
    plain: dict[str, Sequence[tuple[int, Features]]] = field(default_factory=dict, repr=False, compare=False)
    """The same without æ, ø and å, made when a text turns out to be written so."""
    shapes: Shapes = field(default_factory=dict, repr=False, compare=False)
    """Forms by what a misreading leaves of them, made when a misread text turns up."""
    exact: Mapping[str, int] = field(default_factory=dict, repr=False)
    """Words met in this case only."""
    heads: frozenset[int] = frozenset()
    """Words that may end a compound."""
    ends_only: frozenset[int] = frozenset()
    """Those that do nothing else."""
    short: frozenset[int] = frozenset()
    """Words too short for that, which a hyphen sets apart all the same ("cloud-ERP")."""
    modifiers: Mapping[str, Sequence[int]] = field(default_factory=dict, repr=False)
    """Dictionary forms that may begin a compound, with what links them to the rest ("udvalg|s|betjening")."""
    exclusions: Mapping[int, Exclusion] = field(default_factory=dict, repr=False)
    """By number of entry."""
    memo: dict[tuple[str, bool, bool], tuple[Hit, ...]] = field(default_factory=dict, repr=False, compare=False)
    """Words of texts that were looked up before."""

    def unaccented(self) -> Forms:
        """Forms as they are written on a foreign keyboard → words."""
        if not self.plain:
            for form, hits in self.forms.items():
                if not ACCENTED.isdisjoint(form):
                    for plain in unaccented(form):
                        self.plain.setdefault(plain, hits)
        return self.plain


@cache
def _links() -> tuple[str, ...]:
    links = ("", *load("_inflection.yaml")["links"].split())
    return tuple(link + hyphen for link in links for hyphen in ("", "-"))


class _Builder:
    """Gathers words and terms, entry by entry."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.numbers: dict[Written, int] = {}
        self.forms: dict[str, list[tuple[int, Features]]] = {}
        self.exact: dict[str, int] = {}
        self.heads: set[int] = set()
        self.ends_only: set[int] = set()
        self.short: set[int] = set()
        self.modifiers: dict[str, list[int]] = {}
        self.terms = Node()
        self.reached = reached(vocabulary)

    def add(self, entry: Entry) -> None:
        """The entry's words, for itself and for those that include it."""
        targets = frozenset(self.reached[entry.kind, entry.name])
        for phrase, excluded in written_words(entry):
            for node in self._ends(phrase, entry.kind):
                if node is self.terms:
                    continue  # a phrase of free words only
                if excluded:
                    node.against |= targets
                else:
                    node.targets |= targets

    def _ends(self, phrase: Phrase, kind: EntryKind) -> Iterable[Node]:
        """Where the phrase ends, one node for each choice of alternatives."""
        nodes = {id(self.terms): self.terms}
        for part in phrase:
            options = [tuple(self._slot(word, kind) for word in option) for option in part]
            steps = (
                # A phrase does not begin with free words.
                node.at(option[1:] if node is self.terms and option[:1] == (GAP,) else option)
                for node in nodes.values()
                for option in options
            )
            nodes = {id(node): node for node in steps}
        return nodes.values()

    def _slot(self, written: Written, kind: EntryKind) -> int:
        return GAP if written.word == SEVERAL else self._number(written, kind)

    def _number(self, written: Written, kind: EntryKind) -> int:
        number = self.numbers.get(written)
        if number is None:
            number = self.numbers[written] = len(self.numbers)
            if written.exact:
                self.exact[written.word] = number
            else:
                pairs = {features: (number, features) for features in FEATURES}
                forms = self.forms
                for form, features in _forms_of(written).items():
                    forms.setdefault(form, []).append(pairs[features])
                if written.word[0] == END_ONLY:
                    self.ends_only.add(number)
        if (
            not written.exact
            and len(written.bare) >= _SHORTEST_HEAD
            and written.word not in invariable(written.language)
        ):
            self.heads.add(number)
            plain = written.word[0] not in AS_WRITTEN + END_ONLY
            if plain and kind in _BEGINNING and not written.phrase and len(written.word) >= _SHORTEST_MODIFIER:
                self._may_begin(written.word, number, _links())
        if not written.exact and not written.phrase and written.word.isalpha():
            self._short(written.word, number, kind)
        return number

    def _short(self, word: str, number: int, kind: EntryKind) -> None:
        """A short word is part of a compound only where a hyphen tells so: "ERP-system", "cloud-ERP"."""
        if _SHORTEST <= len(word) < _SHORTEST_HEAD:
            self.short.add(number)
        if _SHORTEST <= len(word) < _SHORTEST_MODIFIER and kind in _BEGINNING:
            self._may_begin(word, number, ("-",))

    def _may_begin(self, word: str, number: int, links: Iterable[str]) -> None:
        for link in links:
            numbers = self.modifiers.setdefault(word + link, [])
            if number not in numbers:
                numbers.append(number)

    def build(self) -> Lexicon:
        """The lexicon."""
        return Lexicon(
            vocabulary=self.vocabulary,
            terms=self.terms,
            forms=self.forms,
            exact=self.exact,
            heads=frozenset(self.heads),
            ends_only=frozenset(self.ends_only),
            short=frozenset(self.short),
            modifiers=self.modifiers,
            exclusions=self._exclusions(),
        )

    def _exclusions(self) -> dict[int, Exclusion]:
        gathered: dict[int, list[str]] = {}
        for entry in self.vocabulary.entries:
            for number in self.reached[entry.kind, entry.name]:
                gathered.setdefault(number, []).extend(word for word in entry.exclude if " " not in word)
        return {number: _exclusion(words) for number, words in gathered.items() if words}


def _forms_of(written: Written) -> Mapping[str, Features]:
    if written.word[0] == AS_WRITTEN:
        return {written.bare: as_written(written.bare, written.language)}
    return inflect(written.bare, written.language, written.phrase)


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
    with _no_collection():
        builder = _Builder(vocabulary)
        for entry in vocabulary.entries:
            builder.add(entry)
        return builder.build()


@contextmanager
def _no_collection() -> Iterator[None]:
    """A hundred thousand small objects, none of them garbage: looking for cycles among them doubles the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@cache
def determiners() -> frozenset[str]:
    """Words before a title that make it definite."""
    return frozenset(load("_inflection.yaml")["determiners"].split())
