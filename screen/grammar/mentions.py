"""Where a text speaks of a vocabulary's entries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from screen.grammar._longest import FORMS, Found, kept
from screen.grammar.tokens import Token
from screen.languages import languages
from screen.lexicon import Lexicon
from screen.lexicon.compiled import Hit, determiners
from screen.lexicon.compounds import classify, excluded, resumed, suspended
from screen.lexicon.inflection import function_words
from screen.lexicon.terms import Node
from screen.model.criteria import EntryKind
from screen.model.text import Span

_MOST_FREE_WORDS = 4
"""What a `…` stands for at most."""
_LONGEST_ABBREVIATION = 6
"""Letters of a word whose dot is no full stop within a phrase ("adm. direktør", "cand.scient.pol.")."""
_WITHIN = frozenset(":'")
_BEHIND_NUMBERS = frozenset("-")
"""Marks that do not part the words of a phrase."""
_SPOKEN = frozenset("§&,")
"""Marks that are words of a phrase."""
_SHORTEST_GENITIVE = 5
"""Letters of a word that may be a genitive by its "s" alone."""


_ACCENTED = re.compile(r"[æøåäöÆØÅÄÖ]")
"""A text that has any of these was not written on a foreign keyboard."""


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
    core: int
    """The token that has the whole compound's common part: "kulturdirektør" of "børne- og kulturdirektør"."""


_TOLD_BY_MODIFIERS: frozenset[EntryKind] = frozenset({"topics", "places"})
_Path = tuple[tuple[_Word, Hit], ...]
"""The words of a term as the text has them, and what they were taken for."""


def _head(path: _Path) -> Hit:
    """The word that a title's definiteness and number show in: the last before "for", "af", "of"."""
    head = path[0][1]
    for word, hit in path[1:]:
        low = word.low
        if low in function_words():
            break
        head = hit
    return head


def _tokens(path: _Path) -> frozenset[int]:
    return frozenset(at for word, _ in path for at in range(word.first, word.last))


@cache
def _joiners() -> frozenset[str]:
    return frozenset(word for language in languages() for word in language.joiners) | {",", "/", "&"}


class _Reader:
    """The words of one run of tokens and the terms that stand there."""

    def __init__(self, lexicon: Lexicon, tokens: Sequence[Token], plain: bool, fuzzy: bool) -> None:
        self.lexicon = lexicon
        self.tokens = tokens
        self.plain = plain
        self.words = [_Word(at, at + 1, token.word, self._hits(token, fuzzy), at) for at, token in enumerate(tokens)]
        self.wide = tuple(self._suspended())
        self.wide_at = {word.first: tuple(w for w in self.wide if w.first == word.first) for word in self.wide}

    def _hits(self, token: Token, fuzzy: bool) -> tuple[Hit, ...]:
        if not token.raw[0].isalnum() and token.raw not in _SPOKEN:
            return ()
        return classify(self.lexicon, token.word, token.raw, self.plain, fuzzy)

    def _suspended(self) -> Iterator[_Word]:
        """Whole words behind suspended hyphens, both ways."""
        for at, token in enumerate(self.tokens):
            if len(token.word) < 3:
                continue
            if token.word[-1] == "-":
                last = self._across(at, 1)
                if last is not None:
                    yield from self._whole(at, last, last, suspended(token.word, self.tokens[last].word))
            elif token.word[0] == "-":
                first = self._across(at, -1)
                if first is not None:
                    yield from self._whole(first, at, first, resumed(self.tokens[first].word, token.word))

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

    def _whole(self, first: int, last: int, core: int, candidates: Iterable[str]) -> Iterator[_Word]:
        hits: dict[int, Hit] = {}
        low = ""
        for word in candidates:
            for hit in classify(self.lexicon, word, word, self.plain):
                hits.setdefault(hit.word, hit)
                low = low or word
        if hits:
            yield _Word(first, last + 1, low, tuple(hits.values()), core)

    def found(self) -> Iterator[tuple[Found, bool]]:
        """Every term that stands there for each of its entries; True: under that entry's `not:`."""
        for word in (*self.words, *self.wide):
            for hit in word.hits:
                node = self.lexicon.terms.following.get(hit.word)
                if node is not None:
                    for last, path, end in self._walk(node, word.last, ((word, hit),)):
                        alone = len(path) == 1 and last == word.last
                        core = (word.core, word.core + 1) if alone else (word.first, last)
                        yield from self._speaks((word.first, last), core, path, end)

    def _speaks(
        self, run: tuple[int, int], core: tuple[int, int], path: _Path, end: Node
    ) -> Iterator[tuple[Found, bool]]:
        form = max((hit.form for _, hit in path), key=FORMS.index)
        features = _head(path).features
        own = frozenset(range(*core)) if len(path) == 1 else _tokens(path)
        for entry in end.targets:
            kind = self.lexicon.vocabulary.entries[entry].kind
            if not any(self._ruled_out(entry, kind, word.low, hit) for word, hit in path):
                told = features if kind == "titles" else path[-1][1].features
                yield Found(entry, *run, core, own, form, told, path[0][1].at), False
        for entry in end.against:
            yield Found(entry, *run, core, own, form, features), True

    def _ruled_out(self, entry: int, kind: EntryKind, low: str, hit: Hit) -> bool:
        """Only topics and places are told by a compound's first part; `not:` rules out none of an entry's own words."""
        if hit.modifier and kind not in _TOLD_BY_MODIFIERS:
            return True
        return hit.form != "exact" and excluded(self.lexicon, entry, low)

    def _walk(self, node: Node, at: int, path: _Path) -> Iterator[tuple[int, _Path, Node]]:
        """Every end of a term that goes on from `node` with the token `at`: where it ends, and over which words."""
        if node.targets or node.against:
            yield at, path, node
        if node.following:
            for skip in self._skips(at):
                yield from self._step(node, at + skip, path)
        if node.gap is not None:
            yield from self._behind_gap(node.gap, at, path)

    def _step(self, node: Node, at: int, path: _Path) -> Iterator[tuple[int, _Path, Node]]:
        for word in self._at(at):
            for hit in word.hits:
                following = node.following.get(hit.word)
                if following is not None:
                    yield from self._walk(following, word.last, (*path, (word, hit)))

    def _at(self, at: int) -> tuple[_Word, ...]:
        if at >= len(self.words):
            return ()
        return (*self.wide_at.get(at, ()), self.words[at])

    def _skips(self, at: int) -> Iterator[int]:
        """How many tokens may be passed over: a dot, a free word, an article before it, a suspended word."""
        yield 0
        dot = self._is_dot(at)
        if dot:
            yield 1
            if self.tokens[at].word == "." and self._is_dot(at + 1):
                yield 2
        if self._is_word(at + dot):
            yield 1 + dot
            if self._is_word(at + dot + 1) and self._is_article(at + dot):
                yield 2 + dot
            if self.tokens[at].word[-1] == "-" and at + 1 < len(self.tokens) and self.tokens[at + 1].word in _joiners():
                yield 2

    def _is_article(self, at: int) -> bool:
        """An article or a genitive: "betjening af | det nye | udvalg", "| kommunens politiske | udvalg"."""
        word = self.tokens[at].word
        return word in determiners() or (len(word) > _SHORTEST_GENITIVE and word[-1] == "s")

    def _is_dot(self, at: int) -> bool:
        """A mark within a phrase: "adm. direktør", "§ 20-spørgsmål", "Reference: direktøren"."""
        if not 0 < at < len(self.tokens):
            return False
        mark, before = self.tokens[at].word, self.tokens[at - 1].word
        if mark == ".":
            return self._is_short(at - 1)
        if mark == "(":
            return self._in_brackets(at)
        return mark in _WITHIN or (mark in _BEHIND_NUMBERS and before.isdigit())

    def _in_brackets(self, at: int) -> bool:
        """Part of a title: "cand.merc.(it)", "HA (jur.)", "BSc (Hons)": a short word before, and in them but one."""
        before = at - 2 if self.tokens[at - 1].word == "." else at - 1
        behind = [token.word for token in self.tokens[at + 1 : at + 4]]
        return before >= 0 and self._is_short(before) and ")" in behind

    def _is_short(self, at: int) -> bool:
        return len(self.tokens[at].word) <= _LONGEST_ABBREVIATION

    def _is_word(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].word[0].isalpha()

    def _behind_gap(self, node: Node, at: int, path: _Path) -> Iterator[tuple[int, _Path, Node]]:
        for taken in range(1, _MOST_FREE_WORDS + 1):
            if at + taken > len(self.tokens) or not self.tokens[at + taken - 1].word[0].isalnum():
                return
            if taken == 1 and (node.targets or node.against):
                yield at + 1, path, node
            yield from self._step(node, at + taken, path)


def _definite(reader: _Reader, each: Found) -> bool:
    before = reader.tokens[each.first - 1].word if each.first else ""
    return each.features.definite or before in determiners()


def find_mentions(lexicon: Lexicon, text: str, tokens: Sequence[Token], fuzzy: bool = False) -> tuple[Mention, ...]:
    """Every mention, in order; of the same kind the longest wins over those that it covers. `fuzzy` is for OCR text."""
    reader = _Reader(lexicon, tokens, fuzzy or not _ACCENTED.search(text), fuzzy)
    mentions = []
    for each in kept(list(reader.found()), lexicon):
        entry = lexicon.vocabulary.entries[each.entry]
        span = Span(tokens[each.first].span.start, tokens[each.last - 1].span.end)
        definite = _definite(reader, each)
        mentions.append(Mention(entry.kind, entry.name, span, each.form, definite, each.features.plural))
    return tuple(sorted(mentions, key=lambda mention: (mention.span, mention.kind, mention.entry)))
