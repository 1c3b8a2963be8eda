"""Amounts of money, people and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from screen.grammar._amount_shapes import FIRST, LETTER, LETTERS, shapes
from screen.grammar._numbers import head_count, lower, number, spelt
from screen.grammar._staff import whole_employer
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


@dataclass(frozen=True, slots=True)
class _Number:
    """A number and where it stands, before its unit is known."""

    text: str
    run: Span
    start: int
    end: int
    value: float

    def times(self, factor: float, end: int) -> _Number:
        """The number with its scale."""
        return replace(self, value=self.value * factor, end=end)


def find_amounts(text: str, span: Span | None = None) -> tuple[Amount, ...]:
    """Every amount in `text` (or its run `span`), in order; spans count from the start of `text`."""
    run = Span(0, len(text)) if span is None else span
    return tuple(sorted([*_in_digits(text, run), *_in_words(text, run)], key=lambda amount: amount.span))


def _in_digits(text: str, run: Span) -> Iterator[Amount]:
    at = run.start
    while match := FIRST.search(text, at, run.end):
        end = match.end("half") if match["half"] else match.end("n")
        amount = _amount(text, run, match, end)
        at = amount.span.end if amount else end
        if amount:
            yield amount


def _in_words(text: str, run: Span) -> Iterator[Amount]:
    """ "tolv medarbejdere", "to procent", "fem millioner kroner", "et team på otte"."""
    for match in shapes().spelt.finditer(text, run.start, run.end):
        told = _Number(text, run, match.start(), match.end(), spelt()[match["n"].lower()])
        amount = _money(told) or _counted(told) or _bare(told, match["n"])
        if amount and amount.unit != "other":
            yield amount


def _amount(text: str, run: Span, match: re.Match[str], end: int) -> Amount | None:
    """The amount that begins with a number in digits, perhaps a range."""
    english = _is_english(text, run, match.start(), end)
    value = number(match["n"], english) + (0.5 if match["half"] else 0)
    if match["to"] and (match["between"] in "-–—" or match["between"].lower() in shapes().range_words):
        last = number(match["to"], english)
        ranged = _Number(text, run, match.start(), match.end("to"), lower(value, last))
        found = _money(ranged) or _counted(ranged)
        if found:
            return found
    # "2.000+ medarbejdere": the mark says no more than that there are more.
    plus = end + (text[end : end + 1] == "+")
    told = _Number(text, run, match.start(), plus, value)
    return _money(told) or _counted(told) or _bare(replace(told, end=end), match["n"])


_CODE = re.compile(r"(?:[A-Z]{3}|[$£€])[ ]?$")


def _is_english(text: str, run: Span, start: int, end: int) -> bool:
    """Whether a currency code or an English word stands beside the number."""
    return bool(_CODE.search(text[max(run.start, start - 4) : start]) or shapes().english.match(text, end, run.end))


def _money(told: _Number) -> Amount | None:
    """The number as money: beside a currency, or with a scale that counts nothing else."""
    text, stop = told.text, told.run.end
    before = shapes().before.search(text, max(told.run.start, told.start - 16), told.start)
    scale = shapes().scale.match(text, told.end, stop)
    letter = None if scale else LETTER.match(text, told.end, stop)
    scaled = told.times(shapes().scales[scale["scale"].lower()], scale.end()) if scale else told
    if letter and (before or shapes().after.match(text, letter.end(), stop)):
        scaled = told.times(LETTERS[letter["scale"]], letter.end())
    after = shapes().after.match(text, scaled.end, stop)
    if before or after:
        return _with_currency(scaled, before, after)
    return _by_scale(scaled, scale["scale"].lower()) if scale else None


def _with_currency(told: _Number, before: re.Match[str] | None, after: re.Match[str] | None) -> Amount:
    words = [found["currency"].lower() for found in (after, before) if found]
    # "t.kr. 450": the scale is part of the currency.
    factor = shapes().scales.get(words[0], 1.0)
    start, end = before.start() if before else told.start, after.end() if after else told.end
    return Amount(Span(start, end), told.value * factor, "money", shapes().currencies.get(words[0]))


def _by_scale(told: _Number, word: str) -> Amount | None:
    """ "2,1 mia." is money; "2 millioner borgere" and "tre tusind" are not; "450 tkr." tells its currency itself."""
    if word in shapes().currencies:
        return Amount(Span(told.start, told.end), told.value, "money", shapes().currencies[word])
    counted = _counted(told)
    if counted or told.value < 1e6:
        return counted
    return Amount(Span(told.start, told.end), told.value, "money")


def _counted(told: _Number) -> Amount | None:
    """The number with the noun behind it: percent before people, people before whatever else."""
    percent = _unit(told, "percent")
    if percent:
        return percent
    people = shapes().people.match(told.text, told.end, told.run.end)
    if people and _describes(told.text[told.end : people.start("unit")]):
        size = whole_employer(told.text, told.run, told.start, Span(*people.span("unit")))
        return Amount(Span(told.start, people.end()), told.value, "people", employer=size)
    return _unit(told, "inhabitants") or _unit(told, "other")


def _unit(told: _Number, name: Literal["percent", "inhabitants", "other"]) -> Amount | None:
    found = shapes().units[name].match(told.text, told.end, told.run.end)
    if not found:
        return None
    dot = found.group().endswith(".") and name != "percent"
    return Amount(Span(told.start, found.end() - dot), told.value, name)


def _describes(words: str) -> bool:
    """Whether the words between a number and its people tell their kind, and nothing else."""
    return not any(word.lower() in shapes().not_adjectives or word[0].isupper() for word in words.split())


def _bare(told: _Number, written: str) -> Amount | None:
    """People without a noun: "personaleansvar for 12", "Ansatte: 62"."""
    text, start = told.text, told.start
    from_ = max(told.run.start, start - 60, text.rfind("\n", 0, start) + 1)
    cue = shapes().counted_before.search(text[from_:start])
    value = head_count(written)
    if not cue or value is None or not shapes().no_noun.match(text, told.end, told.run.end):
        return None
    size = whole_employer(text, told.run, start, Span(cue.start("noun") + from_, cue.end("noun") + from_))
    return Amount(Span(start, told.end), value, "people", employer=size)
