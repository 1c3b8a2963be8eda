"""Other people's names: who is called by name is somebody else, since the applicant's own name is masked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from screen.grammar._cues import cue
from screen.grammar.tokens import Token, tokenize
from screen.languages import given_names
from screen.lexicon.reading import organisation, title_head
from screen.model.text import MASK

NAMED = "N"
"""What a word of somebody else's name becomes."""
NAMED_GENITIVE = "N's"
"""The same with a genitive's ending: "Tinas", "Buhl's"."""
NAMED_EITHER = "Ns"
"""The last word of a full name where it ends in s: "Lise Højbjergs ansvar", "Lise Friis"."""
_LONGEST = 4
"""Words of a name that follow its first."""
_HEAD = 6
"""Lines at a document's top in which a name alone is its writer's."""


def named(text: str, tokens: Sequence[Token], words: tuple[str, ...]) -> tuple[str, ...]:
    """The words, with `NAMED` for those of other people's names; `text` is the whole document.

    Where nothing is masked, the writer's own name was not found, and a name tells nothing of who it is.
    """
    if MASK not in text or not any(token.raw[0].isupper() for token in tokens):
        return words
    known = _people(text)
    out = list(words)
    for start, stop in _runs(tokens):
        out[start:stop] = [NAMED] * (stop - start)
        if words[stop - 1].endswith("s"):
            out[stop - 1] = NAMED_GENITIVE if words[stop - 1].endswith("'s") else NAMED_EITHER
    for at, token in enumerate(tokens):
        if not token.raw[0].isupper() or out[at] in (NAMED, NAMED_GENITIVE, NAMED_EITHER):
            continue
        if token.raw in known or (_given(token) and token.raw not in _own(text)):
            out[at] = NAMED
        elif _stem(token.raw) in known or _stem(token.word) in given_names():
            out[at] = NAMED_GENITIVE
    own = _own(text)
    return tuple(words[at] if tokens[at].raw in own else word for at, word in enumerate(out))


def _stem(word: str) -> str:
    """Without a genitive's ending; empty where there is none."""
    return word[:-2] if word.endswith("'s") else word[:-1] if word.endswith("s") and len(word) > _LONGEST else ""


def _given(token: Token) -> bool:
    return token.word in given_names()


def _capital(token: Token) -> bool:
    """A word that may go on with a name: capitalised, no title and not in capitals throughout."""
    raw = token.raw
    return raw[0].isupper() and raw[0] != MASK and not raw[1:].isupper() and not title_head(token.word)


def _joined(one: Token, other: Token) -> bool:
    """Whether nothing but a blank or a line's end stands between two tokens."""
    return other.span.start - one.span.end <= 1


def _runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The full names: a given name or, behind a title, any two capitalised words, with what goes on capitalised."""
    at = 0
    while at < len(tokens):
        stop = _end(tokens, at)
        begins = _given(tokens[at]) or cue("given-ordinary").has(tokens[at].word)
        titled = at > 0 and tokens[at - 1].raw.islower() and title_head(tokens[at - 1].word)
        if stop - at >= 2 and (begins or titled) and not _house(tokens, at, stop):
            yield at, stop
            at = stop
        else:
            at += 1


def _end(tokens: Sequence[Token], at: int) -> int:
    """Behind the capitalised words (and initials) from `at` on; `at` itself where it begins none."""
    stop = at
    while stop < len(tokens) and stop - at <= _LONGEST and _capital(tokens[stop]):
        if stop > at and not _joined(tokens[stop - 1], tokens[stop]) and tokens[stop - 1].word != ".":
            break
        stop += 1
        if stop + 1 < len(tokens) and len(tokens[stop - 1].raw) == 1 and tokens[stop].word == ".":
            stop += 1
    return stop


def _house(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Whether the words, with the one behind them, name an organisation: "Hans Knudsen Instituttet", "Ole Bak A/S"."""
    raw = " ".join(token.raw for token in tokens[start : stop + 1])
    if organisation(raw) or any(organisation(token.raw) for token in tokens[start:stop]):
        return True
    return any(cue("house").has(token.word) for token in tokens[start : stop + 1])


@lru_cache(maxsize=64)
def _people(text: str) -> frozenset[str]:
    """The words of every full name in a document, its writer's apart."""
    tokens = tokenize(text)
    own = _own(text)
    out: set[str] = set()
    for start, stop in _runs(tokens):
        out |= {t.raw for t in tokens[start:stop] if len(t.raw) > 2 and t.raw not in own}
    return frozenset(out)


@lru_cache(maxsize=64)
def _own(text: str) -> frozenset[str]:
    """A name alone on one of the first lines is the writer's, where it was not masked."""
    out: set[str] = set()
    for line in [line for line in text.split("\n") if line.strip()][:_HEAD]:
        tokens = tokenize(line)
        if any(run == (0, len(tokens)) for run in _runs(tokens)):
            out |= {token.raw for token in tokens}
    return frozenset(out)
