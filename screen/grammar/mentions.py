"""Where a text speaks of a vocabulary's entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from screen.grammar.tokens import Token
from screen.languages import languages
from screen.lexicon import Lexicon
from screen.lexicon.compiled import Form, Hit, determiners
from screen.lexicon.compounds import classify, excluded, resumed, suspended
from screen.lexicon.inflection import Features
from screen.lexicon.terms import GAP, Term
from screen.model.criteria import EntryKind
from screen.model.text import Span

_MOST_FREE_WORDS = 4
"""What a `…` stands for at most."""
_LONGEST_ABBREVIATION = 6
"""Letters of a word whose dot is no full stop within a phrase ("adm. direktør", "cand.scient.pol.")."""
_FORMS: tuple[Form, ...] = ("exact", "compound", "fuzzy")


@dataclass(frozen=True, slots=True)
class Mention:
    """A run of text that speaks of an entry."""

    kind: EntryKind
    entry: str
    span: Span
    form: Literal["exact", "compound", "fuzzy"]
    definite: bool
    """It stands in the definite form, singular or plural ("kommunaldirektøren", "the chief executive")."""
    plural: bool


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the text, with what it may be; of a suspended compound it runs over several tokens."""

    first: int
    last: int
    """Index of the first token and behind the last."""
    low: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    entry: int
    first: int
    last: int
    form: Form
    features: Features


@cache
def _joiners() -> frozenset[str]:
    return frozenset(word for language in languages() for word in language.joiners) | {",", "/", "&"}


class _Reader:
    """The words of one run of tokens and the terms that stand there."""

    def __init__(self, lexicon: Lexicon, tokens: Sequence[Token], fuzzy: bool) -> None:
        self.lexicon = lexicon
        self.tokens = tokens
        self.words = [
            _Word(
                at,
                at + 1,
                token.word,
                classify(lexicon, token.word, token.raw, fuzzy) if token.raw[0].isalnum() else (),
            )
            for at, token in enumerate(tokens)
        ]
        self.wide = list(self._suspended())

    def _suspended(self) -> Iterator[_Word]:
        """Whole words behind suspended hyphens, both ways."""
        for at, token in enumerate(self.tokens):
            if len(token.word) < 3:
                continue
            if token.word[-1] == "-":
                last = self._across(at, 1)
                if last is not None:
                    yield from self._whole(at, last, suspended(token.word, self.tokens[last].word))
            elif token.word[0] == "-":
                first = self._across(at, -1)
                if first is not None:
                    yield from self._whole(first, at, resumed(self.tokens[first].word, token.word))

    def _across(self, at: int, step: int) -> int | None:
        """The word at the other end of "børne-, unge- og familiechef"."""
        for _ in range(_MOST_FREE_WORDS * 2):
            at += step
            if not 0 <= at < len(self.tokens):
                return None
            word = self.tokens[at].word
            if word not in _joiners() and word[-1] != "-" and word[0] != "-":
                return at if word[0].isalpha() else None
        return None

    def _whole(self, first: int, last: int, candidates: Iterable[str]) -> Iterator[_Word]:
        hits: dict[int, Hit] = {}
        low = ""
        for word in candidates:
            for hit in classify(self.lexicon, word, word):
                hits.setdefault(hit.word, hit)
                low = low or word
        if hits:
            yield _Word(first, last + 1, low, tuple(hits.values()))

    def found(self) -> Iterator[tuple[_Found, bool]]:
        """Every term that stands there for each of its entries; True: under that entry's `not:`."""
        for word in (*self.words, *self.wide):
            for hit in word.hits:
                for term in self.lexicon.terms.get(hit.word, ()):
                    run = self._term(term, 1, word.last, hit)
                    if run is not None:
                        yield from self._speaks(term, word, hit, run)

    def _speaks(self, term: Term, word: _Word, hit: Hit, run: tuple[int, list[Hit]]) -> Iterator[tuple[_Found, bool]]:
        last, rest = run
        form = max((hit, *rest), key=lambda each: _FORMS.index(each.form)).form
        for entry in term.targets:
            if not any(self._ruled_out(entry, word.low if each is hit else "", each) for each in (hit,)):
                kind = self.lexicon.vocabulary.entries[entry].kind
                features = hit.features if kind == "titles" or not rest else rest[-1].features
                yield _Found(entry, word.first, last, form, features), False
        for entry in term.against:
            yield _Found(entry, word.first, last, form, hit.features), True

    def _ruled_out(self, entry: int, low: str, hit: Hit) -> bool:
        return hit.form != "exact" and bool(low) and excluded(self.lexicon, entry, low)

    def _term(self, term: Term, slot: int, at: int, before: Hit) -> tuple[int, list[Hit]] | None:
        """Where the rest of the term, from its `slot` on, ends; and what its words are."""
        slots = term.slots
        if slot == len(slots):
            return at, []
        if slots[slot] == GAP:
            return self._behind_gap(term, slot + 1, at, before)
        for skip in self._skips(at):
            found = self._slot(term, slot, at + skip)
            if found is not None:
                return found
        return None

    def _slot(self, term: Term, slot: int, at: int) -> tuple[int, list[Hit]] | None:
        for word in self._at(at):
            for hit in word.hits:
                if hit.word == term.slots[slot] and not any(
                    self._ruled_out(entry, word.low, hit) for entry in term.targets
                ):
                    rest = self._term(term, slot + 1, word.last, hit)
                    if rest is not None:
                        return rest[0], [hit, *rest[1]]
        return None

    def _at(self, at: int) -> Iterator[_Word]:
        yield from (word for word in self.wide if word.first == at)
        if at < len(self.words):
            yield self.words[at]

    def _skips(self, at: int) -> Iterator[int]:
        """How many tokens may be passed over: none, an abbreviation's dot, one free word, a suspended word and its "og"."""
        yield 0
        dot = self._is_dot(at)
        if dot:
            yield 1
        if self._is_word(at + dot):
            yield 1 + dot
            if self.tokens[at].word[-1] == "-" and at + 1 < len(self.tokens) and self.tokens[at + 1].word in _joiners():
                yield 2

    def _is_dot(self, at: int) -> bool:
        return 0 < at < len(self.tokens) and self.tokens[at].word == "." and self._is_short(at - 1)

    def _is_short(self, at: int) -> bool:
        return len(self.tokens[at].word) <= _LONGEST_ABBREVIATION

    def _is_word(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].word[0].isalpha()

    def _behind_gap(self, term: Term, slot: int, at: int, before: Hit) -> tuple[int, list[Hit]] | None:
        if slot == len(term.slots):
            return (at + 1, []) if self._is_word(at) else None
        for taken in range(1, _MOST_FREE_WORDS + 1):
            if at + taken > len(self.tokens) or not self.tokens[at + taken - 1].word[0].isalnum():
                return None
            found = self._slot(term, slot, at + taken)
            if found is not None:
                return found
        return None


def _meet(one: _Found, other: _Found) -> bool:
    return one.first < other.last and other.first < one.last


def _kept(found: Sequence[tuple[_Found, bool]], reader: _Reader) -> Iterator[_Found]:
    """Without those that a `not:` of their entry meets, and of overlapping ones of a kind the longest."""
    against: dict[int, list[_Found]] = {}
    for each, negative in found:
        if negative:
            against.setdefault(each.entry, []).append(each)
    kinds: dict[EntryKind, list[_Found]] = {}
    standing = sorted(
        (
            each
            for each, negative in found
            if not negative and not any(_meet(each, no) for no in against.get(each.entry, ()))
        ),
        key=lambda each: (each.first - each.last, each.first, _FORMS.index(each.form)),
    )
    for each in standing:
        kind = reader.lexicon.vocabulary.entries[each.entry].kind
        chosen = kinds.setdefault(kind, [])
        same = [other for other in chosen if _meet(each, other)]
        if all((other.first, other.last) == (each.first, each.last) and other.entry != each.entry for other in same):
            chosen.append(each)
            yield each


def _definite(reader: _Reader, each: _Found) -> bool:
    before = reader.tokens[each.first - 1].word if each.first else ""
    return each.features.definite or before in determiners()


def find_mentions(lexicon: Lexicon, text: str, tokens: Sequence[Token], fuzzy: bool = False) -> tuple[Mention, ...]:
    """Every mention, in order; of overlapping ones of the same kind the longest wins. `fuzzy` is for OCR text."""
    reader = _Reader(lexicon, tokens, fuzzy)
    mentions = []
    for each in _kept(list(reader.found()), reader):
        entry = lexicon.vocabulary.entries[each.entry]
        span = Span(tokens[each.first].span.start, tokens[each.last - 1].span.end)
        definite = _definite(reader, each)
        mentions.append(Mention(entry.kind, entry.name, span, each.form, definite, each.features.plural))
    return tuple(sorted(mentions, key=lambda mention: (mention.span, mention.kind, mention.entry)))
