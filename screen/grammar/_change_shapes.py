"""The patterns that changes are found with, compiled from the words of all languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from screen.grammar._numbers import spelt
from screen.grammar._words import alternation
from screen.languages import languages

_NUMBER = r"(?:\d{1,3}(?:[. ]\d{3})+|\d+)(?:[.,]\d+)?(?!\d)"
_YEARS = r"(?:19|20)\d\d(?:\s?[/–-]\s?(?:(?:19|20)\d\d|\d\d))?(?!\d)"
"""A year, or one that runs over two of them: "2018", "2018/19", "2018-2019"."""


@dataclass(frozen=True, slots=True)
class Shapes:
    """Patterns."""

    from_to: re.Pattern[str]
    to_from: re.Pattern[str]
    arrow: re.Pattern[str]
    bad: re.Pattern[str]
    """A bad state ("underskud")."""
    turned: re.Pattern[str]
    """From behind a bad state to the good one that it became."""
    verbs: re.Pattern[str]
    """One state became another."""
    moved: re.Pattern[str]
    """A verb or noun of change."""
    down: re.Pattern[str]
    nouns: re.Pattern[str]
    beside: re.Pattern[str]
    """A noun or comparative right behind a number."""
    about: re.Pattern[str]
    """ "mere end": a comparative that compares nothing."""
    parts: re.Pattern[str]
    """A third, half …"""
    factor: re.Pattern[str]
    """Halved, doubled."""
    signed: re.Pattern[str]
    """A sign right before a number."""
    ends: re.Pattern[str]
    """ "til", "fra", "på" … right before a number: it is no difference, except behind a noun of change."""
    targets: re.Pattern[str]
    """ "til", "fra": no difference either way."""
    intended: re.Pattern[str]
    achieved: re.Pattern[str]


def words(name: str) -> list[str]:
    """The words of one list, of all languages."""
    return [word for language in languages() for word in getattr(language.changes, name)]


def _whole(listed: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{alternation(listed)})(?!\w)", re.IGNORECASE)


def _last(listed: Iterable[str]) -> re.Pattern[str]:
    """One of the words, and nothing but a word for "about" behind it."""
    about = alternation(word for language in languages() for word in language.amounts.about)
    return re.compile(rf"(?<!\w)(?:{alternation(listed)})\s+(?:(?:{about})\.?\s+)*$", re.IGNORECASE)


@cache
def shapes() -> Shapes:
    """The patterns of all languages."""
    value = rf"(?:{_NUMBER}|(?:{alternation(spelt())})(?!\w))"
    few = r"(?:(?-i:[a-zæøåäö~])[\w%-]*\.?\s+){0,4}?"
    unit = rf"(?:\s*(?:\(?(?:%|[^\W\d_][\w%-]*\.?)(?:\s+\(?(?:\w{{1,2}}\s+)?{_YEARS})?\)?|\({_YEARS}\))){{0,6}}?"
    start, to = alternation(words("start")), alternation(words("to"))
    parts = [w for language in languages() for listed in language.changes.fractions.values() for w in listed]
    nouns = [*words("falls"), *words("rises")]
    prepositions = {w for language in languages() for w in language.headings.prepositions} - set(words("by"))
    good, flags = alternation(words("good")), re.IGNORECASE
    return Shapes(
        from_to=re.compile(
            rf"(?<!\w)(?:{start})\s+{few}(?P<a>{value}){unit}\s*,?\s+(?:{to})\s+{few}(?P<b>{value})", flags
        ),
        to_from=re.compile(rf"(?<!\w)(?:{to})\s+{few}(?P<b>{value}){unit}\s+(?:{start})\s+{few}(?P<a>{value})", flags),
        arrow=re.compile(rf"(?P<a>{_NUMBER})\s*(?:%|[^\W\d_]+)?\s*(?:→|->|–>|=>)\s*(?P<b>{_NUMBER})"),
        bad=re.compile(rf"(?:{alternation(words('bad'))})(?!\w)", flags),
        turned=re.compile(
            rf"(?P<x>[^;\t]{{0,60}}?)\s(?:{to})\s(?P<y>[^;\t]{{0,30}}?)(?P<good>\w*(?:{good}))(?!\w)", flags
        ),
        verbs=_whole([*words("turned"), *words("start")]),
        moved=_whole([*words("down"), *words("up"), *nouns]),
        down=_whole([*words("down"), *words("less"), *words("falls"), *words("halved")]),
        nouns=_whole(nouns),
        beside=re.compile(
            rf"\s+(?:\w{{1,2}}\s+)?(?P<verb>{alternation([*words('less'), *words('more'), *nouns])})(?!\w)", flags
        ),
        about=_whole(word for language in languages() for word in language.amounts.about),
        parts=_whole(parts),
        factor=_whole([*words("halved"), *words("doubled")]),
        signed=re.compile(r"(?:^|[\s:(])(?P<sign>[+−–-])[ ]?$"),
        ends=_last([*prepositions, *words("to"), *words("start")]),
        targets=_last([*words("to"), *words("start")]),
        intended=_whole(words("intended")),
        achieved=_whole(words("achieved")),
    )
