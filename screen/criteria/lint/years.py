"""Years beyond what the posting asks: they shut out those whom the posting invited, and the young first."""

from __future__ import annotations

from collections.abc import Iterator

from screen.criteria.lint._case import Checked, Warned
from screen.criteria.lint._posting import sentence_with
from screen.grammar.dates import find_dates
from screen.model.criteria import LEVELS, Ask, Requirement, Rule

LONG = 10.0
"""Years that must stand in a posting to be asked for at the level that counts as met."""


def look(checked: Checked) -> Iterator[Warned]:
    """The level that counts as met asks for more years than the posting names, or for many of which it says nothing."""
    for at, requirement in checked.requirements():
        rule = _met(requirement)
        if rule is None:
            continue
        asked = _years(rule)
        named = _named(requirement.source) or _named(sentence_with(checked.posting or "", requirement.source))
        level = at.get("levels").get(rule.level)
        if named is not None and asked > named:
            yield Warned(level, "lint-years", {"level": rule.level, "years": asked, "named": named}, key=True)
        elif named is None and asked >= LONG:
            yield Warned(level, "lint-years-unnamed", {"level": rule.level, "years": asked}, key=True)


def _met(requirement: Requirement) -> Rule | None:
    """The rule of the must-have's level, or of the lowest from solid up."""
    least = LEVELS[requirement.must_have or "solid"]
    fitting = [rule for rule in requirement.rules if LEVELS[rule.level] >= least]
    return min(fitting, key=lambda rule: LEVELS[rule.level], default=None)


def _years(rule: Rule) -> float:
    """The least that any way to the level takes."""
    return min(max((_asked(a) for c in way for a in c.asks), default=0.0) for way in rule.alternatives)


def _asked(ask: Ask) -> float:
    return float(ask.value) if ask.what == "years" and not isinstance(ask.value, tuple) else 0.0


def _named(text: str) -> float | None:
    """The years that a text names, the most of them."""
    lengths = [found.months for found in find_dates(text) if found.kind == "duration" and found.months]
    return max(lengths) / 12 if lengths else None
