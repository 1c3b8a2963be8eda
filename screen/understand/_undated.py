"""Entries without dates among dated ones."""

from __future__ import annotations

from collections.abc import Sequence

from screen.understand._entry import Entry, open_row
from screen.understand._heads import fields, names_employer, names_title
from screen.understand._row import Row

Look = tuple[object, ...]


def with_undated(before: list[Row], found: list[Entry]) -> tuple[list[Row], list[Entry]]:
    """The rows before the first entry and the entries, with those that bring no dates of their own.

    They look like the other entries' titles, or bring title and employer on one row as the others do.
    """
    looks = {row.look for e in found for row in e.head if names_title([row])}
    texts = {row.look for e in found for row in e.body if row.sentence or row.bullet}
    one_row = sum(_whole(e.head) for e in found) * 2 > len(found)
    lead, *none = _parted(Entry([], None, before[0], before), looks - texts, one_row) if before else [None]
    out = [e for entry in found for e in _parted(entry, looks - texts, one_row)]
    return (lead.body if lead else before), [*none, *out]


def _whole(head: Sequence[Row]) -> bool:
    return any(names_title([row]) and names_employer([row]) for row in head)


def _parted(entry: Entry, looks: set[Look], one_row: bool) -> list[Entry]:
    out = []
    while (at := _first(entry, looks, one_row)) is not None:
        rows = entry.body
        more = at + 1 < len(rows) and open_row(rows[at + 1]) and not names_title([rows[at + 1]])
        last = at + 1 + (more and not names_employer([rows[at]]))
        entry.body = rows[:at]
        out.append(entry)
        entry = Entry(rows[at:last], None, rows[at], rows[last:], group=entry.group)
    return [*out, entry]


def _first(entry: Entry, looks: set[Look], one_row: bool) -> int | None:
    """The first row of a body that heads an entry of its own."""
    above = entry.head[-1] if entry.head else None
    for i, row in enumerate(entry.body):
        free = open_row(row) and not row.periods and not row.text.rstrip().endswith(":")
        apart = row.look in looks and (_set_apart(row, above) or names_employer(entry.body[i : i + 2]))
        if free and names_title([row]) and (apart or (one_row and _tells_all(row))):
            return i
        above = row
    return None


def _set_apart(row: Row, above: Row | None) -> bool:
    return row.line.look.gap or above is None or above.look != row.look


def _tells_all(row: Row) -> bool:
    """Whether a row begins with a title and names its employer."""
    first = fields(row)[0]
    return first.title is not None and first.title.start == first.span.start and names_employer([row])
