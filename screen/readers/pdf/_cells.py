"""From a region's rows to lines of cells: each label stands on the line of what it belongs to."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from screen.readers.pdf._bullets import BULLET
from screen.readers.pdf._fragments import Fragment
from screen.readers.pdf._gutters import Gutter
from screen.readers.pdf._labels import is_date
from screen.readers.pdf._order import Label, Region
from screen.readers.pdf._rows import Row

_TAB = 1.1
"""In ems: a wider gap is a TAB, not a space."""
_EDGE = 1.5
"""Points: dates set against the right edge end that close to each other."""
_GLUED = 0.1
"""In ems: a narrower gap is no space at all."""


@dataclass(slots=True)
class Cell:
    """What stands in one column on one line; wrapped lines of a label are put together."""

    column: int
    parts: list[Fragment]

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.parts[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(p.right for p in self.parts)

    @property
    def base(self) -> float:
        """Baseline of its last line."""
        return self.parts[-1].base

    @property
    def size(self) -> float:
        """Font size of its end."""
        return self.parts[-1].size

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(text for text, _ in pieces_of(self.parts))


@dataclass(slots=True)
class Line:
    """Cells that stand on one line."""

    cells: list[Cell]
    row: int
    """Index of the region's row on which it stands."""

    def cell(self, column: int) -> Cell | None:
        """The first cell in that column."""
        return next((c for c in self.cells if c.column == column), None)

    @property
    def parts(self) -> list[Fragment]:
        """All its fragments."""
        return [p for c in self.cells for p in c.parts]

    @property
    def base(self) -> float:
        """Baseline of its longest cell."""
        return max(self.cells, key=lambda c: len(c.text)).parts[0].base


def pieces_of(parts: Sequence[Fragment]) -> list[tuple[str, Fragment]]:
    """The fragments' texts as they are put together: with a space, or without where none is seen."""
    out: list[tuple[str, Fragment]] = []
    for part in parts:
        text = part.text
        if out:
            before = out[-1][1]
            if _hyphenated(before, part):
                out[-1] = (out[-1][0].rstrip("-"), before)
            elif not _touching(before, part):
                text = " " + text.lstrip()
        out.append((text, part))
    return out


def _touching(before: Fragment, part: Fragment) -> bool:
    if before.text.endswith(" "):
        return True
    beside = abs(before.base - part.base) < 0.6 * part.size
    if part.serial == before.serial + 1 and not before.open:
        return False
    return beside and part.left - before.right < _GLUED * part.size


def _hyphenated(before: Fragment, part: Fragment) -> bool:
    """Whether a word was broken between two lines of one cell."""
    below = part.base - before.base > 0.6 * part.size
    broken = len(before.text) > 2 and before.text.endswith("-") and before.text[-2].isalpha()
    return below and broken and part.text[:1].islower()


def column_of(x: float, row: int, labels: Sequence[Label]) -> int:
    """The column of a label table in which `x` lies."""
    gutters = sorted((lab.gutter for lab in labels if lab.gutter.first <= row <= lab.gutter.last), key=_start)
    column, right = 0, float("-inf")
    for gutter in gutters:
        # Two sections of one table may each have told the same border.
        if gutter.left >= right and gutter.middle < x:
            column += 1
        right = max(right, gutter.right)
    return column


def _start(gutter: Gutter) -> float:
    return gutter.left


def raw_lines_of(region: Region) -> list[Line]:
    """The region's rows as lines of cells, as they stand."""
    edges = {e for row in region.rows if (e := _date_edge(row)) is not None}
    return [Line(_cells(row, i, region.labels, edges), i) for i, row in enumerate(region.rows)]


def _date_edge(row: Row) -> int | None:
    """Where a date ends that stands apart at the end of its row."""
    if len(row.fragments) < 2 or not is_date(row.fragments[-1].text):
        return None
    before, date = row.fragments[-2:]
    return round(date.right) if date.left - before.right > _TAB * date.size else None


def _cells(row: Row, index: int, labels: Sequence[Label], edges: set[int]) -> list[Cell]:
    cells: list[Cell] = []
    for f in row.fragments:
        column = column_of((f.left + f.right) / 2, index, labels)
        last = cells[-1] if cells else None
        near = last is not None and column == last.column and f.left - last.right < _TAB * max(f.size, last.size)
        # A long title comes close to the date at the right edge; the other dates tell that it is one.
        edge = f is row.fragments[-1] and any(abs(f.right - e) < _EDGE for e in edges) and is_date(f.text)
        if last is not None and near and not edge:
            last.parts.append(f)
        else:
            cells.append(Cell(column, [f]))
    return cells


def parted(line: Line) -> list[Line]:
    """A list item begins a line of its own."""
    starts = [i for i, cell in enumerate(line.cells) if i and cell.parts[0].text.startswith(BULLET)]
    edges = [0, *starts, len(line.cells)]
    return [Line(line.cells[a:b], line.row) for a, b in itertools.pairwise(edges)]
