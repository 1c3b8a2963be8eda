"""What the readers of flowing formats hand over: paragraphs, tables and text beside the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

LINE_BREAK = "\n"
"""Within a run's text: a new line of the same paragraph. A TAB is a TAB."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that look the same."""

    text: str
    why: str | None = None
    """A code of `screen.model.text.Hidden` where a reader of the page cannot see it."""
    size: float | None = None
    """Font size in points."""
    bold: bool = False


@dataclass(slots=True)
class Para:
    """A paragraph; without visible characters it is an empty line."""

    runs: list[Run] = field(default_factory=list)
    item: bool = False
    """It is an item of a list."""
    numbered: bool = False
    """The list counts its items."""
    heading: bool = False
    above: float = 0.0
    """White space before it, in points, with what the paragraph before leaves."""
    paged: bool = False
    """It holds the number of the page."""
    asides: list[Aside] = field(default_factory=list)
    """Text boxes that hang on it."""

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(r.text for r in self.runs)


@dataclass(slots=True)
class Aside:
    """A text box or frame."""

    blocks: list[Block] = field(default_factory=list)
    wide: bool = False
    """It stands in the line or takes the page's width: it is part of the flow."""
    left: float | None = None
    top: float | None = None
    """Where it stands on its page, in points, where that is told."""


@dataclass(slots=True)
class Cell:
    """A cell of a table, at its first column of the grid."""

    blocks: list[Block] = field(default_factory=list)
    column: int = 0
    span: int = 1


@dataclass(slots=True)
class Table:
    """Rows of cells; merged cells stand once, where they begin."""

    rows: list[list[Cell]] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)
    """Of the grid's columns, in any unit; empty where unknown."""
    page: bool = False
    """Its cells are columns of the page, whatever they hold."""


class ColumnBreak(Para):
    """A column of the page ends here; no reader hands it over."""


Block: TypeAlias = Para | Table | Aside


@dataclass(slots=True)
class Content:
    """A document's blocks by where they stand."""

    body: list[Block] = field(default_factory=list)
    headers: list[list[Block]] = field(default_factory=list)
    footers: list[list[Block]] = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)
    """Footnotes and endnotes."""


def without_breaks(blocks: list[Block]) -> list[Block]:
    """The blocks, where their section has no columns."""
    return [b for b in blocks if not isinstance(b, ColumnBreak)]


def in_columns(blocks: list[Block], widths: list[float]) -> list[Block]:
    """A section whose columns are broken by hand, as a table with a row for each page; else as it stands."""
    parts: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, ColumnBreak):
            parts.append([])
        else:
            parts[-1].append(block)
    if len(widths) < 2 or len(parts) < 2:
        return without_breaks(blocks)
    pages = [parts[i : i + len(widths)] for i in range(0, len(parts), len(widths))]
    return [Table([[Cell(part, column) for column, part in enumerate(page)] for page in pages], widths, page=True)]
