"""The words of all languages in one table: a first word leads to the phrases that begin with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from screen.grammar.dates._atoms import Kind
from screen.languages import DateWords, languages

SEASONS: Mapping[str, tuple[int, int]] = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11)}
"""First and last month; winter belongs to two years, so it tells none."""
PARTS: Mapping[str, tuple[int, int]] = {
    "first": (1, 1), "start": (1, 2), "mid": (6, 6), "middle": (5, 8), "last": (12, 12), "end": (11, 12),
}  # fmt: skip
"""Of a year: where a part of it is named ("primo", "i starten af"), the months meant."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way to say something, as a pattern that matches it whole."""

    pattern: re.Pattern[str]
    length: int
    """Characters of the phrase: of two that match, the longer wins."""
    kinds: frozenset[Kind]


@dataclass(slots=True)
class Table:
    """Everything by its (first) word in lower case."""

    months: dict[str, int] = field(default_factory=dict)
    seasons: dict[str, str] = field(default_factory=dict)
    parts: dict[str, list[tuple[re.Pattern[str], str]]] = field(default_factory=dict)
    phrases: dict[str, list[Phrase]] = field(default_factory=dict)
    ordinals: dict[str, int] = field(default_factory=dict)
    numbers: dict[str, list[tuple[re.Pattern[str], float]]] = field(default_factory=dict)
    units: dict[str, float] = field(default_factory=dict)
    halves: frozenset[str] = frozenset()
    quarters: frozenset[str] = frozenset()
    weeks: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    half_more: re.Pattern[str] = re.compile("(?!)")


_KINDS: Mapping[str, Kind] = {
    "now": "now", "onward": "onward", "since": "since", "start": "start", "until": "until",
    "to": "to", "between": "between", "both": "both", "same_year": "same",
}  # fmt: skip
_FIRST = re.compile(r"[^\W\d_]+")


def first_word(phrase: str) -> str:
    """The letters that a phrase begins with, in lower case."""
    found = _FIRST.match(phrase)
    return found.group().lower() if found else phrase


def pattern(phrase: str) -> re.Pattern[str]:
    """Matches the phrase with any white space, and with its full stops or without."""
    body = r"\s+".join(r"\.[ ]?".join(map(re.escape, part.split("."))) for part in phrase.split())
    dotted = "." in phrase or len(phrase.rsplit(maxsplit=1)[-1]) <= 4
    return re.compile(body + r"(?!\w)" + (r"(?:\.(?=[\s).,;·|]|$))?" if dotted else ""), re.IGNORECASE)


def _phrases(words: Iterable[DateWords]) -> dict[str, list[Phrase]]:
    kinds: dict[str, set[Kind]] = {}
    for one in words:
        for name, kind in _KINDS.items():
            for phrase in getattr(one, name):
                kinds.setdefault(phrase, set()).add(kind)
    out: dict[str, list[Phrase]] = {}
    for phrase, of in kinds.items():
        out.setdefault(first_word(phrase), []).append(Phrase(pattern(phrase), len(phrase), frozenset(of)))
    for listed in out.values():
        listed.sort(key=lambda phrase: -phrase.length)
    return out


def _grouped(groups: Iterable[Mapping[str, tuple[str, ...]]]) -> dict[str, str]:
    return {word: name for group in groups for name, listed in group.items() for word in listed}


@cache
def table() -> Table:
    """The table of all languages: a Danish CV may hold an English job."""
    words = [language.dates for language in languages()]
    out = Table(phrases=_phrases(words))
    out.months = {word: int(name) for word, name in _grouped(one.months for one in words).items()}
    out.seasons = _grouped(one.seasons for one in words)
    out.ordinals = {word: int(name) for word, name in _grouped(one.ordinals for one in words).items()}
    out.units = {word: float(name) for word, name in _grouped(one.units for one in words).items()}
    for phrase, name in _grouped(one.parts for one in words).items():
        out.parts.setdefault(first_word(phrase), []).append((pattern(phrase), name))
    for phrase, name in sorted(_grouped(one.numbers for one in words).items(), key=lambda item: -len(item[0])):
        out.numbers.setdefault(first_word(phrase), []).append((pattern(phrase), float(name)))
    out.halves = frozenset(word for one in words for word in one.half)
    out.quarters = frozenset(word for one in words for word in one.quarter)
    out.weeks = frozenset(word for one in words for word in one.week)
    out.days = frozenset(word for one in words for word in one.day)
    more = sorted((phrase for one in words for phrase in one.half_more), key=len, reverse=True)
    out.half_more = re.compile(r"\s+(?:" + "|".join(map(re.escape, more)) + r")(?!\w)", re.IGNORECASE)
    return out
