"""Figures below their floor or above their ceiling, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from operator import ge, le
from typing import Any

SIDES: Mapping[str, Callable[[float, float], bool]] = {"at_least": ge, "at_most": le}


def broken(figures: Mapping[str, Any], floors: Mapping[str, Any]) -> list[str]:
    """Each figure that is not where the floors have it; one that was not measured is not either."""
    return [told for side, holds in SIDES.items() for told in _broken(figures, floors[side], holds, side)]


def _broken(figures: Any, limits: Mapping[str, Any], holds: Any, side: str, above: str = "") -> Iterator[str]:
    for name, limit in limits.items():
        got = figures[name]
        if isinstance(limit, Mapping):
            yield from _broken(got, limit, holds, side, f"{above}{name}.")
        elif got is None or not holds(len(got) if isinstance(got, list) else got, limit):
            yield f"{above}{name} is {got}, {side} {limit}"
