"""An entry of a section: its head and its body."""

from __future__ import annotations

from dataclasses import dataclass, field

from screen.grammar.dates import Dated
from screen.understand._row import Row


@dataclass
class Entry:
    """One dated or title-bearing block of a section."""

    head: list[Row]
    dated: Dated | None
    anchor: Row
    body: list[Row] = field(default_factory=list)
    group: list[Row] = field(default_factory=list)
    """The employer's own heading above several entries."""


def open_row(row: Row) -> bool:
    """Whether a row without a date of its own may belong to a head."""
    return not row.dated_apart and row.headlike and not row.bullet and row.line.look.paragraph is not False
