"""Collects paragraphs, cells and rows as RTF and old Word files tell them, one after the other."""

from __future__ import annotations

from dataclasses import dataclass, field

from screen.readers._blocks import Aside, Block, Cell, ColumnBreak, Para, Table, in_columns, without_breaks

_DEEPEST = 30
"""Tables within tables."""
_FIRST = 1
"""The level of a table that stands in no other."""


@dataclass(slots=True)
class RowPlan:
    """What a row says of its cells before (or after) it is filled."""

    edges: list[int] = field(default_factory=list)
    """Right edges of the cells, in twips from the margin."""
    grounds: list[int | None] = field(default_factory=list)
    """Number of each cell's background colour."""
    sight: str | None = None
    """Why the row is out of sight."""

    def widths(self) -> list[float]:
        """Of the cells."""
        return [float(max(0, b - a)) for a, b in zip([0, *self.edges], self.edges, strict=False)]


@dataclass(slots=True)
class _Level:
    """A table that is being filled, or (level 0) the page."""

    blocks: list[Block] = field(default_factory=list)
    """Of the cell at hand."""
    cells: list[Cell] = field(default_factory=list)
    """Of the row at hand."""
    rows: list[list[Cell]] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)
    plan: RowPlan = field(default_factory=RowPlan)


class Page:
    """A body, header, note or text box on its way to blocks."""

    def __init__(self) -> None:
        self._levels = [_Level()]
        self._columns: list[float] = []
        self._done: list[Block] = []
        self._frame: tuple[object, Aside] | None = None

    def paragraph(self, para: Para, level: int, frame: tuple[float, float, float] | None = None) -> None:
        """A finished paragraph, at its level of tables; with a frame (left, top, width) it stands beside the text."""
        self._go(level)
        blocks = self._levels[-1].blocks
        if frame is None:
            self._frame = None
            blocks.append(para)
        elif self._frame is not None and self._frame[0] == frame:
            self._frame[1].blocks.append(para)
        else:
            aside = Aside([para], wide=frame[2] > 270, left=frame[0], top=None)
            self._frame = (frame, aside)
            blocks.append(Para(asides=[aside]))

    def cell(self, level: int) -> None:
        """The cell at hand ends."""
        self._go(max(level, _FIRST))
        here = self._levels[-1]
        here.cells.append(Cell(here.blocks, len(here.cells)))
        here.blocks = []

    def row(self, level: int) -> None:
        """The row at hand ends."""
        self._go(max(level, _FIRST))
        here = self._levels[-1]
        if here.blocks:
            self.cell(level)
        if here.cells:
            here.rows.append(here.cells)
            here.widths = here.plan.widths() if len(here.plan.edges) >= len(here.cells) else here.widths
        here.cells = []

    def plan(self, level: int) -> RowPlan:
        """The plan of the row at hand."""
        self._go(max(level, _FIRST))
        return self._levels[-1].plan

    def new_plan(self, level: int) -> None:
        """A row is described anew."""
        self._go(max(level, _FIRST))
        self._levels[-1].plan = RowPlan()

    def ground(self, level: int) -> int | None:
        """The number of the background colour of the cell at hand."""
        if level < _FIRST or level >= len(self._levels):
            return None
        here = self._levels[level]
        return here.plan.grounds[len(here.cells)] if len(here.cells) < len(here.plan.grounds) else None

    def sight(self, level: int) -> str | None:
        """Why the row at hand is out of sight."""
        return self._levels[level].plan.sight if _FIRST <= level < len(self._levels) else None

    def column_break(self) -> None:
        """A column of the page ends."""
        self._go(0)
        self._levels[0].blocks.append(ColumnBreak())

    def section(self, columns: list[float]) -> None:
        """A section ends that had columns of these widths."""
        self._go(0)
        self._done += in_columns(self._levels[0].blocks, columns)
        self._levels[0].blocks = []

    def blocks(self) -> list[Block]:
        """Everything, when the file is through."""
        self._go(0)
        return self._done + without_breaks(self._levels[0].blocks)

    def _go(self, level: int) -> None:
        """Opens or ends tables until the level is reached."""
        level = min(max(level, 0), _DEEPEST)
        while len(self._levels) - 1 < level:
            self._levels.append(_Level())
        while len(self._levels) - 1 > level:
            inner = self._levels.pop()
            if inner.blocks:
                inner.cells.append(Cell(inner.blocks, len(inner.cells)))
            if inner.cells:
                inner.rows.append(inner.cells)
            if inner.rows:
                self._levels[-1].blocks.append(Table(inner.rows, inner.widths))
