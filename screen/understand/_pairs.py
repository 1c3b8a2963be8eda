"""Tables with a column for the beginning and one for the end: where the end is empty, the job runs on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from screen.grammar.dates import Dated
from screen.understand._row import Row


def paired(rows: Sequence[Row]) -> list[Row]:
    """The rows; beside "2009¬2016¬Økonomichef" the newest, "2016¬¬Kommunaldirektør", runs on."""
    begun = [row.periods[0].first.year for row in rows if _in_two_cells(row) and row.periods[0].first]
    return [replace(row, dates=_open(row)) if begun and _one_cell(row, max(begun)) else row for row in rows]


def _in_two_cells(row: Row) -> bool:
    """Whether a row begins with a period that a TAB parts."""
    if not row.periods or not row.dates_lead:
        return False
    return "\t" in row.periods[0].span.shifted(-row.start).of(row.text)


def _one_cell(row: Row, newest: int) -> bool:
    """Whether a row begins with one date, no earlier than the year of the others, and an empty cell."""
    if not row.dates or not row.dates_lead or row.dates[0].kind != "point" or row.dates[0].first is None:
        return False
    return row.dates[0].first.year >= newest and row.text[row.dates[0].span.end - row.start :].startswith("\t\t")


def _open(row: Row) -> tuple[Dated, ...]:
    return (replace(row.dates[0], kind="period", last=None, running=True), *row.dates[1:])
