"""Entries that end with their dates: the dates are read where the head stands."""

from __future__ import annotations

from collections.abc import Sequence

from screen.understand._entry import open_row
from screen.understand._heads import fields, names_employer, names_title
from screen.understand._row import Row

MOST_HEAD = 3
"""Rows of a head without its dates."""


def dates_up(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows, each "Periode: …" that closes an entry's text moved up under the entry's head.

    Only where every row of dates stands so: under text, over the next entry's head or at the end.
    """
    alone = [i for i, r in enumerate(rows) if r.periods and not fields(r)]
    if not alone or any(r.periods for i, r in enumerate(rows) if i not in alone and not r.sentence and not r.bullet):
        return rows
    out: list[Row] = []
    start = 0
    for i in alone:
        part = rows[start:i]
        head = _head(part)
        if not head or len(part) == head or open_row(part[-1]):
            return rows
        out += [*part[:head], rows[i], *part[head:]]
        start = i + 1
    return rows if _head(rows[start:]) else [*out, *rows[start:]]


def _head(part: Sequence[Row]) -> int:
    """How many rows at the beginning of a part are a head with title and employer; 0 where they are none."""
    head = 0
    while head < min(len(part), MOST_HEAD) and open_row(part[head]):
        head += 1
    return head if names_title(part[:head]) and names_employer(part[:head]) else 0
