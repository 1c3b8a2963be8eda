"""Who "he" and "she" are: the writer, where a CV is told in the third person, or somebody who was spoken of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from screen.grammar._cues import cue
from screen.grammar._somebody import finite, person_at
from screen.grammar._words import alternation
from screen.grammar.tokens import Token, tokenize
from screen.lexicon.reading import modifier, title_head
from screen.model.text import MASK

WRITER = "I"
"""What a pronoun of the third person becomes that means the writer."""
_BEFORE = 200
"""Characters before a statement in which somebody else may have been introduced."""
_OFTEN = 3
"""Sentences about "her" that make it a document told in the third person."""


def voiced(text: str, tokens: Sequence[Token], words: tuple[str, ...]) -> tuple[str, ...]:
    """The words, with `WRITER` for each "he", "she" or masked name that is the writer as a subject."""
    low = {token.word for token in tokens}
    if not any(cue("she").has(w) or w[0] == MASK for w in low):
        return words
    out = list(words)
    at = next((i for i, w in enumerate(words) if w[0] != MASK), 0)
    if at and finite(words[at]):
        out[at - 1] = WRITER
    known = WRITER in out
    for i, word in enumerate(words):
        if cue("she").has(word) and _is_writer(text, tokens, words, i, known):
            out[i], known = WRITER, True
    return tuple(out)


def _is_writer(text: str, tokens: Sequence[Token], words: Sequence[str], at: int, known: bool) -> bool:
    if _first_person(text) or (at + 1 < len(words) and cue("relative").has(words[at + 1])):
        return False
    if known:
        return True
    if _introduced(tokens[:at], words[:at]):
        return False
    return not _spoken_of(text, tokens[0].span.start)


def _introduced(tokens: Sequence[Token], words: Sequence[str]) -> bool:
    """Whether somebody else was named: "kommunaldirektøren", "hans chef", "økonomichef Karla Holm", "en leder"."""
    for i, word in enumerate(words):
        if person_at(words, i) and not cue("she").has(word):
            return True
        if not title_head(word):
            continue
        if i + 1 < len(tokens) and tokens[i + 1].raw[0].isupper() and tokens[i + 1].raw[0] != MASK:
            return True
        if anybody(words, i):
            return True
    return False


def anybody(words: Sequence[str], at: int) -> bool:
    """Whether a title is somebody's whom the sentence introduces: "hade en klok chef", but not "är en klok chef"."""
    if not (title_head(words[at]) or cue("kin").has(words[at])):
        return False
    i = at - 1
    while i >= 0 and not cue("article").has(words[i]) and (modifier(words[i]) or words[i].isalpha()) and at - i <= 3:
        i -= 1
    if i < 0 or not cue("article").has(words[i]) or any(cue("prepositions").has(w) for w in words[i + 1 : at]):
        return False
    before = [w for w in words[max(0, i - 2) : i] if not cue("adverbs").has(w) and not cue("first-subject").has(w)]
    return bool(before) and not cue("becoming").has(before[-1])


def _spoken_of(text: str, start: int) -> bool:
    """Whether the sentence before speaks of somebody else, in a document that is not told of its writer as "she"."""
    if _told_of(text):
        return False
    before = text[max(0, start - _BEFORE) : start].rsplit("•", 1)[-1]
    tokens = tokenize(before)
    return _introduced(tokens, tuple(token.word for token in tokens))


@cache
def _firsts() -> re.Pattern[str]:
    verbs = alternation(cue("english-verbs").whole)
    words = alternation(word for word in (cue("first-subject").whole | cue("first-object").whole) if word.islower())
    return re.compile(rf"(?<!\w)(?:I[ ](?:{verbs})|(?i:{words}))(?!\w)")


@lru_cache(maxsize=64)
def _first_person(text: str) -> bool:
    """Whether the document says "I" anywhere: then "she" is another."""
    return bool(_firsts().search(text))


@cache
def _thirds() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[.!?•\n])[ ]*(?i:{alternation(cue('she').whole)}|{MASK}+)(?!\w)")


@lru_cache(maxsize=64)
def _told_of(text: str) -> bool:
    return len(_thirds().findall(text)) >= _OFTEN
