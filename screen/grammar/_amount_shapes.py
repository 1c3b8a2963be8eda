"""The patterns that amounts are found with, compiled from the words of all languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from screen.grammar._numbers import NUMBER, spelt
from screen.grammar._words import alternation, any_of
from screen.languages import AmountWords, languages

GAP = r"[ \u00a0\n-]*"
_ADJECTIVES = r"(?:[^\W\d_]{4,}(?:-[^\W\d_]+)*[ ]+(?:[a-zæøå]{2,3}[ ]+)?){0,2}?"
"""Up to two words that tell what kind of people: "40 engagerede medarbejdere"."""
FIRST = re.compile(
    rf"(?<![\w.,§])(?<!\w-)(?<!\d/)(?P<n>{NUMBER})(?P<half>½)?(?!\d)\+?"
    rf"(?:[ ]?(?P<between>[-–—]|\w{{2,4}})[ ]?(?P<to>{NUMBER})(?!\d))?"
)
LETTERS: Mapping[str, float] = {"m": 1e6, "k": 1e3, "bn": 1e9, "b": 1e9}
"""Scales that count only beside a currency."""
LETTER = re.compile(r"[ ]?(?P<scale>bn|m|k|b)\b")


@dataclass(frozen=True, slots=True)
class Shapes:
    """Patterns and what their words mean."""

    scale: re.Pattern[str]
    scales: Mapping[str, float]
    after: re.Pattern[str]
    """A currency behind the number."""
    before: re.Pattern[str]
    """A currency before it."""
    currencies: Mapping[str, str]
    people: re.Pattern[str]
    units: Mapping[str, re.Pattern[str]]
    """percent, inhabitants, other."""
    spelt: re.Pattern[str]
    counted_before: re.Pattern[str]
    """A cue that makes the number behind it people."""
    no_noun: re.Pattern[str]
    """Behind a number that needs no noun: an end, or a word that leads on."""
    english: re.Pattern[str]
    """Behind a number in English surroundings."""
    not_adjectives: frozenset[str]
    range_words: frozenset[str]


def _scales(words: Iterable[AmountWords]) -> dict[str, float]:
    out: dict[str, float] = {}
    for one in words:
        out |= {word: float(name) for name, listed in one.scales.items() for word in listed}
        out |= dict.fromkeys(one.thousands, 1e3) | dict.fromkeys(one.millions, 1e6)
    return out


def _currencies(words: Iterable[AmountWords]) -> dict[str, str]:
    """Currency words; of those that several countries share the first language's currency counts."""
    out: dict[str, str] = {}
    for one in words:
        for code, listed in one.currencies.items():
            for word in listed:
                out.setdefault(word, code)
        for word in one.thousands + one.millions:
            out.setdefault(word, next(iter(one.currencies)))
    return out


def _english() -> str:
    """Words that are English and nothing else here."""
    words = {language.code: language.amounts for language in languages()}
    own = {*words["en"].people, *words["en"].inhabitants, *words["en"].other, *_scales([words["en"]])}
    others = {w for code, one in words.items() if code != "en" for w in (*one.people, *one.other, *_scales([one]))}
    return alternation([*(own - others), *LETTERS])


def _not_adjectives() -> frozenset[str]:
    """Words that no kind of people is described with."""
    out: set[str] = set()
    for language in languages():
        out |= {w for w in language.stop_words if w not in language.joiners}
        out |= {w for listed in language.dates.units.values() for w in listed}
        out |= set(language.amounts.other)
    return frozenset(out)


@cache
def shapes() -> Shapes:
    """The patterns of all languages."""
    words = [language.amounts for language in languages()]
    scales, money = _scales(words), _currencies(words)
    cues = alternation(w for one in words for w in one.people_before)
    about = alternation(w for one in words for w in one.about)
    leads_on = alternation(w for x in languages() for w in (*x.joiners, *x.headings.prepositions))
    flags = re.IGNORECASE
    return Shapes(
        scale=re.compile(GAP + rf"(?P<scale>{alternation(scales)})(?:\.|(?!\w))", flags),
        scales=scales,
        after=re.compile(GAP + rf"(?P<currency>{alternation(money)})(?!\w)\.?", flags),
        before=re.compile(rf"(?<!\w)(?P<currency>{alternation(money)})\.?[ ]?(?:(?:{about})\.?[ ])?$", flags),
        currencies=money,
        people=re.compile(
            rf"[ \u00a0\n]+{_ADJECTIVES}(?P<unit>{any_of(w for o in words for w in o.people)})(?!\w)", flags
        ),
        units={
            name: re.compile(GAP + rf"(?:{any_of(w for one in words for w in getattr(one, name))})(?!\w)\.?", flags)
            for name in ("percent", "inhabitants", "other")
        },
        spelt=re.compile(rf"(?<![\w-])(?P<n>{alternation(spelt())})(?=[\s.,;)]|$)", flags),
        counted_before=re.compile(
            rf"(?<![\w-])(?P<noun>\w*(?:{cues}))(?:(?:[ ][a-zæøå]+){{0,3}}:|[ ]?[:(])?[ ]?(?:(?:{about})\.?[ ])?$",
            flags,
        ),
        no_noun=re.compile(rf"[ ]*(?:$|[\n\t.,;()/]|(?:{leads_on})\b)", flags),
        english=re.compile(rf"[ ]?(?:{_english()})(?!\w)"),
        not_adjectives=_not_adjectives(),
        range_words=frozenset(w for language in languages() for w in language.dates.to),
    )
