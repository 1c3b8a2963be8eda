"""Dates and lists in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from screen.wording._catalogue import say


def day(value: date, language: str) -> str:
    """A date in words, "9. april 2026"."""
    name = say("months", language).split()[value.month - 1]
    return say("date", language, day=value.day, month=name, year=value.year)


def month(year: int, month_: int | None, language: str) -> str:
    """A month in words, "aug. 2017", or the year alone where no month is known."""
    return f"{year}" if month_ is None else f"{say('months-short', language).split()[month_ - 1]} {year}"


def joined(items: Sequence[str], last: str) -> str:
    """A list in words: "a, b eller c" with `last` = "eller"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"
