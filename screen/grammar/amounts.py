"""Amounts of money, people and the like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from screen.model.text import Span

Unit = Literal["money", "people", "percent", "inhabitants", "other"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit."""

    span: Span
    value: float
    """In units: kroner (of whatever currency), heads, percent."""
    unit: Unit
    currency: str | None = None
    employer: bool = False
    """Of people: it tells the size of the organisation ("kommunen har 3.000 ansatte", "virksomhed med 340 ansatte"),
    not whom the writer leads."""


def find_amounts(text: str, span: Span | None = None) -> tuple[Amount, ...]:
    """Every amount in `text` (or its run `span`), in order; spans count from the start of `text`."""
    raise NotImplementedError
