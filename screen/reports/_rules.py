"""A criteria file's rules in words, and what was documented against each condition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from screen.model.criteria import LEVELS, Ask, Condition, Rule
from screen.model.finding import Finding, Mark
from screen.wording import number, say
from screen.wording.rules import Naming, as_named, clause

MAXIMUMS = ("ended_within", "since")
"""What a rule asks to be at most so much; all else is at least."""
TOLERANCE = 1e-9
"""Years are twelfths, which floats do not hold exactly."""


def next_rule(mark: Mark) -> Rule | None:
    """The lowest rule above the mark's level; `None` where there is none."""
    above = [rule for rule in mark.requirement.rules if LEVELS[rule.level] > mark.level]
    return min(above, key=lambda rule: LEVELS[rule.level], default=None)


@dataclass(frozen=True, slots=True)
class Told:
    """One condition of a rule, in words."""

    asked: str
    got: str
    """What was documented against it."""
    met: bool


def alternatives(rule: Rule, mark: Mark, as_of: date, language: str, naming: Naming = as_named) -> Iterator[list[Told]]:
    """Each alternative of a rule: what is asked, what was documented.

    Of the rule that decided, only those that hold are told. One that asks for all that another asks, and for more, is
    left out: it says nothing of what the level takes.
    """
    signals = {signal.name: signal for signal in mark.requirement.signals}
    every = [[(c, a) for c in alternative for a in c.asks] for alternative in rule.alternatives]
    held = [pairs for pairs in every if all(_met(mark, c, a, as_of) for c, a in pairs)]
    for pairs in _least(held if rule == mark.rule and held else every):
        yield [
            Told(
                clause(signals[condition.signal], Condition(condition.signal, (ask,)), language, naming),
                got_words(mark, condition, ask, as_of, language),
                _met(mark, condition, ask, as_of),
            )
            for condition, ask in pairs
        ]


def _least(every: list[list[tuple[Condition, Ask]]]) -> list[list[tuple[Condition, Ask]]]:
    asked = [frozenset((c.signal, a) for c, a in pairs) for pairs in every]
    return [p for p, own in zip(every, asked, strict=True) if not any(other < own for other in asked)]


def got_words(mark: Mark, condition: Condition, ask: Ask, as_of: date, language: str) -> str:
    """What was documented against one condition: "dokumenteret: 5,3"."""
    value = _value(mark, condition, ask, as_of)
    if not _documented(mark, condition, ask, as_of):
        return say("got-nothing", language)
    if ask.what == "ended_within" and not value:
        return say("got-runs", language)
    if value is True or value is None:
        return say("got-it", language)
    return say("got-value", language, value=number(float(value), language))


def _value(mark: Mark, condition: Condition, ask: Ask, as_of: date) -> float | bool | None:
    finding = next((f for f in mark.findings if f.signal == condition.signal), None)
    return _got(finding, ask, as_of) if finding else None


def _documented(mark: Mark, condition: Condition, ask: Ask, as_of: date) -> bool:
    """Whether anything was: an ended_within of 0 years is a position that still runs."""
    value = _value(mark, condition, ask, as_of)
    return value is not None if ask.what in MAXIMUMS else bool(value)


def _met(mark: Mark, condition: Condition, ask: Ask, as_of: date) -> bool:
    """Whether what was documented is what is asked: what a reader sees by comparing the two figures."""
    value = _value(mark, condition, ask, as_of)
    asked = ask.value[0] if isinstance(ask.value, tuple) else ask.value
    if value is None or isinstance(asked, bool):
        return bool(value)
    return value <= asked + TOLERANCE if ask.what in MAXIMUMS else value + TOLERANCE >= asked


def _got(finding: Finding, ask: Ask, as_of: date) -> float | bool | None:
    if ask.what == "recent" and isinstance(ask.value, tuple):
        now = as_of.year * 12 + as_of.month - 1
        return sum(now - ask.value[1] * 12 < month <= now for month in finding.months) / 12
    if ask.what == "ended_within":
        return finding.values.get("ended_years_ago")
    if ask.what == "since":
        return finding.values.get("years_since")
    return finding.values.get(ask.what)
