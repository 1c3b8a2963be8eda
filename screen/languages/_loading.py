"""One language's YAML file as a typed, frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from importlib.resources import files
from typing import Any, get_type_hints

import yaml

from screen.model.errors import ScreenError

Words = tuple[str, ...]
Groups = Mapping[str, Words]
"""A group's name (a month's number, a section's kind, a factor) → its words."""


@dataclass(frozen=True, slots=True)
class HeadingWords:
    """What the sections of a CV are called."""

    exact: Groups
    """Section kind → whole headings."""
    heads: Groups
    """Section kind → last words, or ends of compounds, that tell it."""
    modifiers: Groups
    """Section kind → first words, or beginnings of compounds, that outweigh the head."""
    verbs: Groups
    """Section kind → verbs that tell it in a heading of the first person ("Hvad jeg har læst")."""
    asking: Words
    """The small words of such a heading; at least two of them."""
    lists: Words
    """Ends of compounds whose beginning tells the kind."""
    tails: Words
    """What a heading may end in and still be the same."""
    companions: Words
    """Words that may stand beside one that tells the kind."""
    qualifiers: Words
    """Words that a heading may carry along."""
    connectors: Words
    prepositions: Words
    """Behind these a heading may go on ("Erfaring fra direktionsniveau")."""
    tasks: Words
    """Headings of lists within a position."""


@dataclass(frozen=True, slots=True)
class DateWords:
    """How times are written."""

    months: Groups
    seasons: Groups
    """spring, summer, autumn, winter."""
    parts: Groups
    """first, start, mid, middle, last, end, turn (of a year)."""
    half: Words
    quarter: Words
    week: Words
    day: Words
    ordinals: Groups
    now: Words
    onward: Words
    since: Words
    """A time behind it runs on."""
    start: Words
    """A time behind it begins; whether it runs on is open ("fra")."""
    until: Words
    """A time behind it is an end, even with no start before it."""
    to: Words
    """Between two times."""
    between: Words
    both: Words
    """Between the two times of a `between`."""
    same_year: Words
    units: Groups
    """Months per unit → its words."""
    numbers: Groups
    half_more: Words
    veto_always: Words
    veto_range: Words
    veto_between: Words
    veto_after: Words
    towns: Words
    """Their postal codes look like years."""
    duration_veto_before: Words
    duration_veto_after: Words
    duration_doubt_before: Words


@dataclass(frozen=True, slots=True)
class AmountWords:
    """How numbers of people, money and the like are written."""

    scales: Groups
    currencies: Groups
    thousands: Words
    millions: Words
    people: Words
    people_before: Words
    """A number behind one of these counts people, also without a noun."""
    inhabitants: Words
    percent: Words
    other: Words
    about: Words
    employers: Words
    """Nouns for a whole employer."""
    genitives: Words
    has: Words
    """Between an employer and the number of its staff."""
    staff: Words
    """Words for staff of any kind: only these can tell how large an employer is."""
    size_nouns: Words
    """Staff words that tell a size unless something tells who leads them."""
    leads: Words
    own_after: Words
    """Behind the number: those people are the writer's own."""


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """How results are told."""

    down: Words
    """Verbs and nouns."""
    up: Words
    less: Words
    """Comparatives: they stand behind the number ("12 procent færre")."""
    more: Words
    falls: Words
    """Nouns."""
    rises: Words
    halved: Words
    doubled: Words
    bad: Words
    good: Words
    turned: Words
    start: Words
    to: Words
    by: Words
    fractions: Groups
    intended: Words
    achieved: Words
    """Behind an intention these tell that it came about."""


@dataclass(frozen=True, slots=True)
class Language:
    """What the grammar knows of one language."""

    code: str
    name: str
    stop_words: Words
    telling: Words
    """Stop words and domain words that few neighbours share: they count more."""
    telling_ends: Words
    """Ends of words that few neighbours share."""
    abbreviations: Words
    """Without their final full stop."""
    closing: Words
    """Abbreviations that may end a sentence as well."""
    joiners: Words
    """Words that follow a suspended hyphen."""
    headings: HeadingWords
    dates: DateWords
    amounts: AmountWords
    changes: ChangeWords


def _value(kind: Any, data: Any, where: str) -> Any:
    if is_dataclass(kind) and isinstance(kind, type):
        return _filled(kind, data, where)
    if kind is str and isinstance(data, str):
        return data
    if isinstance(data, list) and kind == Words:
        return tuple(data)
    if isinstance(data, dict) and kind == Groups:
        return {key: tuple(words) for key, words in data.items()}
    raise ScreenError("bad-language-file", where=where)


def _filled(kind: type, data: Any, where: str) -> Any:
    hints = get_type_hints(kind)
    names = {field.name for field in fields(kind)}
    if not isinstance(data, dict) or set(data) != names:
        odd = ", ".join(sorted(names ^ set(data))) if isinstance(data, dict) else ""
        raise ScreenError("bad-language-file", where=f"{where}: {odd}")
    return kind(**{name: _value(hints[name], data[name], f"{where}.{name}") for name in names})


@cache
def language(code: str) -> Language:
    """The language of that code.

    Raises:
        ScreenError: `bad-language-file`, where the file's keys are not those of `Language`.
    """
    value = _filled(Language, _data(code), code)
    assert isinstance(value, Language)
    return value


@cache
def given_names() -> frozenset[str]:
    """People's given names of all languages, in lower case; none that is an ordinary word as well."""
    return frozenset(name for names in _data("given").values() for name in names)


def _data(name: str) -> Any:
    # The base loader reads every scalar as text, so that "no" and "on" stay words.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.load(files("screen.languages").joinpath(f"{name}.yaml").read_text(encoding="utf-8"), loader)
