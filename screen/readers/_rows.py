"""In which order a table is read: row by row where cells belong beside each other, cell by cell where it is a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from screen.readers._blocks import Block, Cell, Table
from screen.readers._cells import LABEL_WIDTH, Filled, Row, aligned, at_marks, unbroken
from screen.readers._drafts import Draft, joined

Flow = Callable[[Sequence[Block]], list[Draft]]

_PAIR_WIDTH = 120
"""Characters up to which a cell's second line may share a line with a label's second line."""
_COLUMN_LINES = 6
"""Lines from where a side cell is a column of the page rather than a part of the text."""


@dataclass(slots=True)
class _Grid:
    """A table's rows, and what its columns are for."""

    rows: list[Row]
    main: int
    """The column that holds most of the text."""
    dated: set[int]
    """Columns that hold dates in at least half of their cells."""
    apart: set[int]
    """Columns of headings: their labels stand on lines of their own."""

    def spot(self, row: Row) -> int:
        """Which of the row's cells the others belong to."""
        at = next((i for i, c in enumerate(row) if c.column == self.main), None)
        return at if at is not None else max(range(len(row)), key=lambda i: (row[i].size, i))

    def pairs(self, row: Row) -> bool:
        """Whether the row's cells belong to each other line by line: all but the main one are labels."""
        main = self.spot(row)
        return all(c.label or aligned(c, row[main]) is not None for i, c in enumerate(row) if i != main)


def table_lines(table: Table, flow: Flow) -> list[Draft]:
    """The table's lines in reading order."""
    rows = [filled for row in table.rows if (filled := _filled_row(row, flow))]
    many = [r for r in rows if len(r) > 1]
    if not many:
        return [line for row in rows for line in row[0].lines]
    grid = _grid(rows, many)
    across = sum(_size(r) for r in many if not grid.pairs(r))
    if table.page or across > sum(_size(r) for r in many) / 2:
        return _page(table, rows)
    out: list[Draft] = []
    long = False
    for row in rows:
        lines = _beside(grid, row) if len(row) > 1 else row[0].lines
        goes_on = not out or lines[0].item or (len(row) == 1 and row[0].span == 1)
        lines[0].gap = lines[0].gap or (not goes_on and (long or len(lines) > 1))
        long = len(lines) > 1 or (goes_on and long)
        out += lines
    return out


def _filled_row(row: Sequence[Cell], flow: Flow) -> Row:
    cells = [Filled(c.column, c.span, _trimmed(flow(c.blocks))) for c in row]
    return [c for c in cells if c.lines]


def _trimmed(lines: list[Draft]) -> list[Draft]:
    first = next((i for i, d in enumerate(lines) if not d.blank), len(lines))
    last = max((i for i, d in enumerate(lines) if not d.blank), default=-1)
    return lines[first : last + 1]


def _size(row: Row) -> int:
    return sum(c.size for c in row)


# --- what columns are for ---------------------------------------------------------------------------------------------
def _grid(rows: list[Row], many: list[Row]) -> _Grid:
    by_column: dict[int, list[Filled]] = {}
    for row in many:
        for cell in row:
            by_column.setdefault(cell.column, []).append(cell)
    size = {k: sum(c.size for c in cells) for k, cells in by_column.items()}
    main = max(sorted(by_column), key=lambda k: (any(d.item for c in by_column[k] for d in c.texts), size[k], k))
    dated = {k for k, cells in by_column.items() if 2 * sum(c.dates > 0 for c in cells) >= len(cells)}
    filled = sum(any(c.column == main for c in r) for r in rows)
    long = any(len(c.texts) > 1 for c in by_column[main])
    labels = {k: v for k, v in by_column.items() if k < main and k not in dated}
    apart = {k for k, cells in labels.items() if _headings(cells, filled, long)}
    return _Grid(rows, main, dated, apart)


def _headings(cells: list[Filled], rows: int, long: bool) -> bool:
    """Whether a column's labels are headings: styled so, few among many rows, or in capitals beside longer cells."""
    if all(d.heading for c in cells for d in c.texts) or 2 * len(cells) < rows:
        return True
    return long and all(d.text.isupper() for c in cells for d in c.texts)


# --- a page in columns ------------------------------------------------------------------------------------------------
def _page(table: Table, rows: list[Row]) -> list[Draft]:
    """Cell by cell; the widest column is the main one."""
    lanes = _lanes(table, rows)
    out: list[Draft] = []
    for row in rows:
        for cell in row:
            lane = lanes.get(cell.column, 0) if len(row) > 1 or cell.span == 1 else 0
            for line in cell.lines:
                line.lane = line.lane or lane
            cell.lines[0].gap = True
            out += cell.lines
    return out


def _lanes(table: Table, rows: list[Row]) -> dict[int, int]:
    """First grid column → lane; no lanes where the side columns are too short to be columns of a page."""
    columns = sorted({c.column for r in rows if len(r) > 1 for c in r})
    amount = {k: sum(c.size for r in rows if len(r) > 1 for c in r if c.column == k) for k in columns}
    width = {k: _width(table, rows, k) for k in columns}
    main = max(columns, key=lambda k: (round(width[k], 3), amount[k]))
    side = [k for k in columns if k != main]
    lines = {k: [d for r in rows for c in r if c.column == k for d in c.texts] for k in side}
    real = [k for k in side if len(lines[k]) >= _COLUMN_LINES or any(d.heading for d in lines[k])]
    return {k: real.index(k) + 1 if k in real else 0 for k in columns}


def _width(table: Table, rows: list[Row], column: int) -> float:
    """Share of the table's width, in steps coarse enough that nearly equal columns tie."""
    if not table.widths or sum(table.widths) <= 0:
        return 0.0
    span = max(c.span for r in rows if len(r) > 1 for c in r if c.column == column)
    share = sum(table.widths[column : column + span]) / sum(table.widths)
    return round(share * 20) / 20


# --- rows -------------------------------------------------------------------------------------------------------------
def _beside(grid: _Grid, row: Row) -> list[Draft]:
    main = row[grid.spot(row)]
    if not grid.pairs(row):
        return [line for c in row for line in c.lines]
    labels = [c for c in row if c is not main]
    if len(labels) == 1 and (marks := aligned(labels[0], main)) is not None:
        return at_marks(labels[0], main, marks, first=labels[0].column < main.column)
    captions = [c for c in labels if c.column in grid.apart or _is_caption(grid, c, main)]
    rest = [c for c in row if c not in captions]
    dated = [c for c in rest if c is not main and c.dates and captions and c.column < captions[0].column]
    if dated and captions[0].column not in grid.apart:
        # Date, title and tasks in three columns: the title's cell stands beside the date, the tasks come below.
        return _line_by_line(grid, [*dated, *captions]) + main.lines
    return [d for c in captions for d in c.texts] + (_line_by_line(grid, rest) if len(rest) > 1 else rest[0].lines)


def _is_caption(grid: _Grid, label: Filled, main: Filled) -> bool:
    """A label without a date before a cell of several lines names all of them, not the first."""
    left = label.column < main.column
    return left and not label.dates and label.column not in grid.dated and len(main.texts) > 1


def _line_by_line(grid: _Grid, row: Row) -> list[Draft]:
    """First lines together, second lines together while labels have some, then what is left of the main cell."""
    main = grid.spot(row)
    cells = [unbroken(c.texts) if i != main else list(c.lines) for i, c in enumerate(row)]
    body, out = cells[main], list[Draft]()
    while any(cell for i, cell in enumerate(cells) if i != main):
        while body and body[0].blank:
            body.pop(0)
        heads = [c[0] for i, c in enumerate(cells) if c and i != main]
        fits = bool(body) and not body[0].item
        if out:
            fits = fits and len(body[0].text) <= _PAIR_WIDTH and all(len(h.text) <= LABEL_WIDTH for h in heads)
        parts = [c.pop(0) for i, c in enumerate(cells) if c and (i != main or fits)]
        out.append(joined(parts) if len(parts) > 1 else parts[0])
    return out + body
