"""What the holder was by a heading: employed, on a board, elected, a volunteer, away."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from screen.lexicon._data import load, words
from screen.lexicon._employers import sector
from screen.lexicon._patterns import Patterns, Word, words_of
from screen.lexicon._spans import employer_span, title_span
from screen.lexicon._titles import acting_word

_FILE = "_reading/roles.yaml"
_PRIVATE = frozenset({"privat", "forening", "selvejende"})
"""Sectors that have boards and committees, and no elected council."""


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
def _committees() -> dict[str, Patterns]:
    return {name: Patterns(listed) for name, listed in load(_FILE)["committees"].items()}


def _of_no_council(text: str, title: tuple[Word, ...]) -> bool:
    """Whether a seat is on a committee that no elected body has: of an association, a firm, a canteen."""
    known = _committees()
    if known["words"].find(title) is None:
        return False
    span = employer_span(text)
    sentence = text.find(". ")
    # What follows a full stop names no house: "Medlem af økonomiudvalget. Forhandlede …".
    house = span.of(text) if span is not None and not 0 <= sentence < span.start else ""
    if known["bodies"].find(words_of(text)) is not None:
        return False
    told = sector(house) if house and known["words"].find(words_of(house)) is None else None
    return told in _PRIVATE or known["fields"].find(title) is None


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
    found = next((group.role for group in _groups() if group.holds(title)), "job")
    return "board" if found == "elected" and _of_no_council(text, title) else found


@lru_cache(maxsize=20_000)
def acting(text: str) -> bool:
    """Whether a heading says konstitueret, fungerende, vikar, interim and the like."""
    return any(acting_word(word.low) for word in words_of(text))
