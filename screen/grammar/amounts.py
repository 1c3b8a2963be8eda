"""Amounts of money, people and the like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from screen.grammar._staff import whole_employer
from screen.grammar._words import alternation, any_of
from screen.languages import AmountWords, languages
from screen.model.text import Span

Unit = Literal["money", "people", "percent", "inhabitants", "other"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit."""

    span: Span
    value: float
    """In units: kroner (of whatever currency), heads, percent; of a range ("40-50") the lower end."""
    unit: Unit
    currency: str | None = None
    employer: bool = False
    """Of people: it tells the size of the organisation ("kommunen har 3.000 ansatte", "virksomhed med 340 ansatte"),
    not whom the writer leads."""


_NUMBER = r"\d{1,3}(?:[.  '’]\d{3})+(?:,\d{1,2})?|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:[.,]\d{1,3})?"
_FIRST = re.compile(
    rf"(?<![\w.,/§-])(?P<sign>[-−]?)(?P<n>{_NUMBER})(?P<half>½)?(?![\d])(?:[ ]?(?:[-–—]|\w{{2,3}})[ ]?(?P<to>{_NUMBER})(?!\d))?"
)
_GAP = r"[ \u00a0\n-]*"
_ADJECTIVES = r"(?:[^\W\d_]{4,}(?:-[^\W\d_]+)*[ ]+(?:og[ ]+|and[ ]+|och[ ]+)?){0,2}?"
"""Up to two words that tell what kind of people: "40 engagerede medarbejdere"."""


@dataclass(frozen=True, slots=True)
class _Shapes:
    """The patterns of all languages."""

    scale: re.Pattern[str]
    scales: Mapping[str, float]
    currency: re.Pattern[str]
    currencies: Mapping[str, str | None]
    spelt: re.Pattern[str]
    numbers: Mapping[str, float]
    people: re.Pattern[str]
    percent: re.Pattern[str]
    inhabitants: re.Pattern[str]
    other: re.Pattern[str]
    people_before: re.Pattern[str]
    range_words: frozenset[str]


def _factors(words: Iterable[AmountWords]) -> dict[str, float]:
    out: dict[str, float] = {}
    for one in words:
        out |= {word: float(name) for name, listed in one.scales.items() for word in listed}
        out |= dict.fromkeys(one.thousands, 1e3) | dict.fromkeys(one.millions, 1e6)
    return out


def _money_words(words: Iterable[AmountWords]) -> dict[str, str | None]:
    """Currency words; of those that several countries share the first language's currency counts."""
    out: dict[str, str | None] = {}
    for one in words:
        for code, listed in one.currencies.items():
            for word in listed:
                out.setdefault(word, code)
        for word in one.thousands + one.millions:
            out.setdefault(word, next(iter(one.currencies)))
    return out


@cache
def _shapes() -> _Shapes:
    words = [language.amounts for language in languages()]
    factors, money = _factors(words), _money_words(words)
    numbers = {w: float(n) for language in languages() for n, listed in language.dates.numbers.items() for w in listed}
    return _Shapes(
        scale=re.compile(_GAP + rf"(?P<scale>{alternation(factors)})\.?(?!\w)", re.IGNORECASE),
        scales=factors,
        currency=re.compile(_GAP + rf"(?P<currency>{alternation(money)})(?!\w)\.?", re.IGNORECASE),
        currencies=money,
        spelt=re.compile(rf"(?<![\w-])(?P<n>{alternation(numbers)})(?=[ ])", re.IGNORECASE),
        numbers=numbers,
        people=re.compile(
            r"[ \u00a0\n]+" + _ADJECTIVES + f"(?P<unit>{any_of(w for o in words for w in o.people)})" + r"(?!\w)",
            re.IGNORECASE,
        ),
        percent=re.compile(_GAP + f"(?:{any_of(w for o in words for w in o.percent)})" + r"(?![\w])\.?", re.IGNORECASE),
        inhabitants=re.compile(
            _GAP + f"(?:{any_of(w for o in words for w in o.inhabitants)})" + r"(?!\w)", re.IGNORECASE
        ),
        other=re.compile(_GAP + f"(?:{any_of(w for o in words for w in o.other)})" + r"(?!\w)", re.IGNORECASE),
        people_before=re.compile(
            rf"(?<![\w-])(?P<noun>{alternation(w for o in words for w in o.people_before)})[ ]?[:(]?[ ]?"
            rf"(?:(?:{alternation(w for o in words for w in o.about)})\.?[ ])?$",
            re.IGNORECASE,
        ),
        range_words=frozenset(w for language in languages() for w in language.changes.to + language.changes.by),
    )


def number(written: str, english: bool = False) -> float:
    """The value of a number as written; a comma before three digits is a thousand only in English surroundings."""
    plain = re.sub(r"[  '’]", "", written)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", plain):
        return float(plain.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?", plain) or (
        english and re.fullmatch(r"\d{1,3},\d{3}(?:\.\d+)?", plain)
    ):
        return float(plain.replace(",", ""))
    if re.fullmatch(r"\d{1,3},\d{3}\.\d+", plain):
        return float(plain.replace(",", ""))
    return float(plain.replace(",", "."))


def find_amounts(text: str, span: Span | None = None) -> tuple[Amount, ...]:
    """Every amount in `text` (or its run `span`), in order; spans count from the start of `text`."""
    run = span or Span(0, len(text))
    found = [*_written(text, run), *_spelt(text, run)]
    return tuple(sorted(found, key=lambda amount: amount.span))


def _written(text: str, run: Span) -> Iterator[Amount]:
    at = run.start
    while match := _FIRST.search(text, at, run.end):
        amount = _amount(text, run, match)
        at = amount.span.end if amount else match.end("half") if match["half"] else match.end("n")
        if amount:
            yield amount


def _spelt(text: str, run: Span) -> Iterator[Amount]:
    """ "tolv medarbejdere", "to procent", "fem millioner kroner"."""
    shapes = _shapes()
    for match in shapes.spelt.finditer(text, run.start, run.end):
        value = shapes.numbers[match["n"].lower()]
        amount = _money(text, run, match.start(), match.end(), value) or _counted(
            text, run, match.start(), match.end(), value
        )
        if amount and amount.unit != "other":
            yield amount


def _amount(text: str, run: Span, match: re.Match[str]) -> Amount | None:
    """The amount that begins with a written number, perhaps a range."""
    for end, second in ((match.end("to"), match["to"]), (match.end("half") if match["half"] else match.end("n"), None)):
        if end < 0 or (second and not _is_range(match)):
            continue
        english = _is_english(text, match.start(), end, run)
        value = number(match["n"], english) + (0.5 if match["half"] else 0)
        value = _lower(value, number(second, english)) if second else value
        found = _money(text, run, match.start(), end, value) or _counted(text, run, match.start(), end, value)
        if found:
            return found
    return _bare(text, run, match)


_NO_NOUN = re.compile(r"[ ]*(?:$|[\n\t.,;)]|og\b|and\b|och\b|i\b|in\b|på\b)")
"""Behind a number that needs no noun: an end, or a word that leads on to where."""


def _bare(text: str, run: Span, match: re.Match[str]) -> Amount | None:
    """People without a noun: "personaleansvar for 12", "Ansatte: 62"."""
    start, end = match.start(), match.end("n")
    before = text[max(run.start, start - 60, text.rfind("\n", 0, start) + 1) : start]
    cue = _shapes().people_before.search(before)
    if not cue or not _NO_NOUN.match(text, end, run.end) or not _heads(match["n"]):
        return None
    size = whole_employer(
        text, run, start, start + cue.start("noun") - len(before), start + cue.end("noun") - len(before)
    )
    return Amount(Span(start, end), number(match["n"]), "people", employer=size)


def _heads(written: str) -> bool:
    """Whether a bare number can count people: whole, and no year."""
    value = number(written)
    return value == int(value) and not (written.isdigit() and 1950 <= value <= 2049)


def _is_range(match: re.Match[str]) -> bool:
    between = match.string[match.end("n") : match.start("to")].strip()
    return between in "-–—" or between in _shapes().range_words or between in ("til", "to", "till")


def _lower(first: float, last: float) -> float:
    """The lower end of a range; "3-4.000" shares its thousands."""
    return first * 1000 if first < 100 and last >= 1000 and first * 1000 <= last else min(first, last)


_ENGLISH_BEFORE = re.compile(r"(?:[A-Z]{3}|[$£€])[ ]?$")
_ENGLISH_AFTER = re.compile(
    r"[ ]?(?:m|bn|k|million|billion|thousand|employees|people|staff|residents|inhabitants|citizens|FTEs?|pupils|students|homes|cases)\b"
)


def _is_english(text: str, start: int, end: int, run: Span) -> bool:
    return bool(
        _ENGLISH_BEFORE.search(text[max(run.start, start - 4) : start]) or _ENGLISH_AFTER.match(text, end, run.end)
    )


_LETTER_SCALE = re.compile(r"[ ]?(?P<scale>bn|m|k|b)\b")
_LETTERS = {"m": 1e6, "k": 1e3, "bn": 1e9, "b": 1e9}


def _money(text: str, run: Span, start: int, end: int, value: float) -> Amount | None:
    shapes = _shapes()
    before = _currency_before(text, run, start)
    scale = shapes.scale.match(text, end, run.end)
    letter = None if scale else _LETTER_SCALE.match(text, end, run.end)
    factor = 1.0
    if scale:
        factor, end = shapes.scales[scale["scale"].lower()], scale.end()
    elif letter and before:
        factor, end = _LETTERS[letter["scale"]], letter.end()
    after = shapes.currency.match(text, letter.end() if letter and not before else end, run.end)
    if after and letter and not before:
        factor = _LETTERS[letter["scale"]]
    if after is None and before is None and scale is None:
        return None
    return _as_money(text, run, start, end, value * factor, scale, before, after)


def _as_money(
    text: str, run: Span, start: int, end: int, value: float,
    scale: re.Match[str] | None, before: re.Match[str] | None, after: re.Match[str] | None,
) -> Amount | None:  # fmt: skip
    """Money, unless a scale without currency counts something else ("2 millioner borgere")."""
    shapes = _shapes()
    if scale and scale["scale"].lower() in shapes.currencies and after is None and before is None:
        after = scale
    elif after is None and before is None and scale:
        counted = _counted(text, run, start, scale.end(), value)
        if counted:
            return counted
        if value < 1e6:
            return None
    named = after or before
    currency = shapes.currencies.get(named.group(named.lastgroup or 0).lower()) if named else None
    if named is before and before and before["currency"].lower() in shapes.scales:
        value *= shapes.scales[before["currency"].lower()]
    return Amount(Span(before.start() if before else start, after.end() if after else end), value, "money", currency)


@cache
def _before_shape() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<currency>{alternation(_shapes().currencies)})\.?[ ]?(?:ca\.[ ])?$", re.IGNORECASE)


def _currency_before(text: str, run: Span, start: int) -> re.Match[str] | None:
    return _before_shape().search(text, max(run.start, start - 16), start)


def _counted(text: str, run: Span, start: int, end: int, value: float) -> Amount | None:
    shapes = _shapes()
    if shapes.percent.match(text, end, run.end):
        return Amount(Span(start, shapes.percent.match(text, end, run.end).end()), value, "percent")  # type: ignore[union-attr]
    people = shapes.people.match(text, end, run.end)
    if people and _plain_between(text[end : people.start("unit")]):
        size = whole_employer(text, run, start, people.start("unit"), people.end())
        return Amount(Span(start, people.end()), value, "people", employer=size)
    for name, shape in (("inhabitants", shapes.inhabitants), ("other", shapes.other)):
        found = shape.match(text, end, run.end)
        if found:
            return Amount(Span(start, found.end()), value, name)  # type: ignore[arg-type]
    return None


@cache
def _not_adjectives() -> frozenset[str]:
    """Words that no kind of people is described with."""
    words = [w for language in languages() for w in language.stop_words if w not in ("og", "and", "och")]
    units = [w for language in languages() for listed in language.dates.units.values() for w in listed]
    return frozenset(words + units + [w for language in languages() for w in language.amounts.other])


def _plain_between(words: str) -> bool:
    return not any(word.lower() in _not_adjectives() or word[0].isupper() for word in words.split())
