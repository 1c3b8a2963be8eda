"""Weights with which a requirement decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from screen.criteria.lint._case import Checked, Warned
from screen.model.criteria import LEVELS
from screen.model.errors import Fact


def look(checked: Checked) -> Iterator[Warned]:
    """A requirement whose whole scale weighs less than one level of another."""
    heaviest = max(checked.criteria.requirements, key=lambda r: r.weight)
    least = heaviest.weight / len(LEVELS)
    for at, requirement in checked.requirements():
        if requirement.weight < least:
            told: dict[str, Fact] = {
                "weight": float(requirement.weight),
                "other": heaviest.label,
                "least": float(least),
            }
            yield Warned(at.get("weight"), "lint-weight", told)
