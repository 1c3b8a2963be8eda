"""From a region's rows to lines of cells: each label stands on the line of what it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from screen.readers.pdf._bullets import BULLET
from screen.readers.pdf._fragments import Fragment
from screen.readers.pdf._labels import dated, goes_on, is_key
from screen.readers.pdf._order import Label, Region
from screen.readers.pdf._rows import Row

_TAB = 1.1
"""In ems: a wider gap is a TAB, not a space."""
_GLUED = 0.1
"""In ems: a narrower gap is no space at all."""
_GROUP = 1.75
"""Times the font size: a label's next line is no farther."""
_DENSE = 0.6
"""Labels to lines beside them, from where each line has a label of its own."""
_FULL = 0.85
"""Share of a column's width from where a line is one of a paragraph."""


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
    return beside and part.left - before.right < _GLUED * part.size


def _hyphenated(before: Fragment, part: Fragment) -> bool:
    """Whether a word was broken between two lines of one cell."""
    below = part.base - before.base > 0.6 * part.size
    return below and len(before.text) > 2 and before.text.endswith("-") and before.text[-2].isalpha() and (
        part.text[:1].islower()
    )  # fmt: skip


def lines_of(region: Region) -> list[Line]:
    """The region's lines, from top to bottom."""
    lines = [Line(_cells(row, i, region.labels), i) for i, row in enumerate(region.rows)]
    for label in sorted(region.labels, key=lambda x: x.gutter.left):
        lines = _settled(lines, label, region.labels)
    return [part for line in lines if line.cells for part in _parted(line)]


def _column(x: float, row: int, labels: Sequence[Label]) -> int:
    """The column of a label table in which `x` lies."""
    return sum(lab.gutter.first <= row <= lab.gutter.last and lab.gutter.middle < x for lab in labels)


def _cells(row: Row, index: int, labels: Sequence[Label]) -> list[Cell]:
    cells: list[Cell] = []
    for f in row.fragments:
        column = _column((f.left + f.right) / 2, index, labels)
        last = cells[-1] if cells else None
        if last is not None and column == last.column and f.left - last.right < _TAB * max(f.size, last.size):
            last.parts.append(f)
        else:
            cells.append(Cell(column, [f]))
    return cells


def _parted(line: Line) -> list[Line]:
    """A list item begins a line of its own."""
    out = [Line([], line.row)]
    for cell in line.cells:
        if out[-1].cells and cell.parts[0].text.startswith(BULLET):
            out.append(Line([], line.row))
        out[-1].cells.append(cell)
    return out


@dataclass(slots=True)
class _Group:
    """A label's lines with the lines beside and below it, up to the next label."""

    label: list[Cell]
    lines: list[Line]
    at: list[int]
    """For each of the label's lines the index in `lines` where it stood."""


def _settled(lines: list[Line], label: Label, labels: Sequence[Label]) -> list[Line]:
    """The lines with the labels at one gutter put where they belong."""
    inside = [n for n in lines if label.gutter.first <= n.row <= label.gutter.last]
    if not inside:
        return lines
    column = _column(label.gutter.middle - 0.01, inside[0].row, labels) + (label.side == "right")
    head, groups = _groups(inside, column)
    right = max((c.right for n in inside for c in n.cells if c.column != column), default=0.0)
    several = [g for g in groups if sum(bool(n.cells) for n in g.lines) > 1]
    captions = (
        label.side == "left"
        and 2 * sum(any(dated(c.text) for c in g.label) for g in groups) < len(groups)
        and 2 * len(several) >= len(groups)
    )
    done = [n for g in groups for n in _put(g, captions, label.side, right)]
    before = [n for n in lines if n.row < label.gutter.first]
    after = [n for n in lines if n.row > label.gutter.last]
    return [*before, *head, *done, *after]


def _groups(lines: list[Line], column: int) -> tuple[list[Line], list[_Group]]:
    """Takes the label's cells out of the lines, wrapped ones put together."""
    head: list[Line] = []
    groups: list[_Group] = []
    labels = sum(n.cell(column) is not None for n in lines)
    dense = labels >= _DENSE * sum(any(c.column != column for c in n.cells) for n in lines)
    for line in lines:
        cell = line.cell(column)
        if cell is None:
            (groups[-1].lines if groups else head).append(line)
            continue
        line.cells.remove(cell)
        last = groups[-1].label[-1] if groups else None
        near = last is not None and cell.base - last.base < _GROUP * max(cell.size, last.size)
        if near and last is not None and goes_on(last.text, cell.text):
            last.parts += cell.parts
            groups[-1].lines.append(line)
        elif near and not _begins(cell, line, groups[-1], dense):
            groups[-1].label.append(cell)
            groups[-1].at.append(len(groups[-1].lines))
            groups[-1].lines.append(line)
        else:
            groups.append(_Group([cell], [line], [0]))
    return head, groups


def _begins(cell: Cell, line: Line, group: _Group, dense: bool) -> bool:
    """Whether a label's line is a label of its own although it stands close below another."""
    if not line.cells:
        return False
    return dated(cell.text) if any(dated(c.text) for c in group.label) else dense


def _put(group: _Group, captions: bool, side: str, right: float) -> list[Line]:
    """The group's lines with its label: before them, on the first, or line by line."""
    lines, first = group.lines, group.lines[0]
    undated = not any(dated(c.text) for c in group.label)
    filled = [n for n in lines if n.cells]
    if captions and undated and len(filled) > 1 and not any(is_key(c.text) for c in group.label):
        return [*(Line([c], first.row) for c in group.label), *filled]
    _join(first, group.label[0], side)
    head, extra = 1, []
    for cell, at in zip(group.label[1:], group.at[1:], strict=True):
        above = lines[head:at]
        if not lines[at].cells and not any(n.cells for n in lines[at:]):
            lines[at].cells.append(cell)
        elif lines[at].cells and not extra and not any(_flowing(n, right) for n in [*above, lines[at]]):
            _join(lines[at], cell, side)
            head = at + 1
        else:
            extra.append(Line([cell], first.row))
    return [*lines[:head], *extra, *lines[head:]]


def _flowing(line: Line, right: float) -> bool:
    """Whether a line is a list item or one of a paragraph: nothing can stand before it."""
    if not line.cells:
        return False
    first = line.cells[0]
    width = right - first.left
    return first.parts[0].text.startswith((BULLET, "- ", "– ")) or line.cells[-1].right - first.left > _FULL * width


def _join(line: Line, cell: Cell, side: str) -> None:
    if side == "left":
        at = sum(c.column < cell.column for c in line.cells)
        line.cells.insert(at, cell)
    else:
        line.cells.append(cell)
