"""What the holder was by a heading: employed, on a board, elected, a volunteer, away."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from screen.lexicon._data import load, words
from screen.lexicon._patterns import Patterns, Word, words_of
from screen.lexicon._spans import title_span
from screen.lexicon._titles import acting_word

_FILE = "_reading/roles.yaml"


@dataclass(frozen=True, slots=True)
class _Group:
    role: str
    words: Patterns
    but: Patterns

    def holds(self, tokens: tuple[Word, ...]) -> bool:
        return self.words.find(tokens) is not None and self.but.find(tokens) is None


@cache
def _groups() -> tuple[_Group, ...]:
    return tuple(
        _Group(group["role"], Patterns(group["words"]), Patterns(group.get("not", ())))
        for group in load(_FILE)["groups"]
    )


@cache
def _open_heads() -> frozenset[str]:
    return frozenset(words(_FILE, "open_heads"))


@lru_cache(maxsize=20_000)
def role(text: str) -> str:
    """job, board, elected, volunteer or leave. A job title decides; what follows it is where, not what."""
    span = title_span(text)
    whole = words_of(text)
    title = words_of(span.of(text)) if span is not None else whole
    if not title or title[0].low in _open_heads():
        title = whole
    return next((group.role for group in _groups() if group.holds(title)), "job")


@lru_cache(maxsize=20_000)
def acting(text: str) -> bool:
    """Whether a heading says konstitueret, fungerende, vikar, interim and the like."""
    return any(acting_word(word.low) for word in words_of(text))
