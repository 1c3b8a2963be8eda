"""In which order a table is read: row by row where cells belong beside each other, cell by cell where it is a page."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from screen.readers._blocks import Block, Cell, Run, Table
from screen.readers._drafts import Draft, joined

Flow = Callable[[Sequence[Block]], list[Draft]]

_LABEL_LINES = 3
"""A label (a date, a place, a key) has at most so many lines …"""
_LABEL_WIDTH = 60
"""… of at most so many characters."""
_PAIR_WIDTH = 120
"""Characters up to which a cell's second line may share a line with a label's second line."""
_COLUMN_LINES = 6
"""Lines from where a side cell is a column of the page rather than a part of the text."""
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{2,4}\b|\b\d{2}\s*[-–]\s*\d{2}\b")
_DASH_END = re.compile(r"[-‐‑–—→]\s*$")
_DASH_START = re.compile(r"^\s*[-‐‑–—→]\s*")
_BARE = re.compile(r"^[\d./ ]+$")


@dataclass(slots=True)
class _Filled:
    """A cell with text."""

    column: int
    span: int
    lines: list[Draft]
    """With blank lines between, none at the ends."""

    @property
    def texts(self) -> list[Draft]:
        return [d for d in self.lines if not d.blank]

    @property
    def size(self) -> int:
        return sum(len(d.text) for d in self.lines)

    @property
    def label(self) -> bool:
        """Short enough to stand on the line of what it belongs to."""
        texts = _unbroken(self.texts)
        return len(texts) <= _LABEL_LINES and all(len(d.text) <= _LABEL_WIDTH and not d.item for d in texts)

    @property
    def dates(self) -> int:
        return sum(_DATE.search(d.text) is not None for d in self.texts)


_Row = list[_Filled]


def table_lines(table: Table, flow: Flow) -> list[Draft]:
    """The table's lines in reading order."""
    rows = [filled for row in table.rows if (filled := _filled_row(row, flow))]
    many = [r for r in rows if len(r) > 1]
    across = sum(_size(r) for r in many if not _pairs(r))
    if many and (table.page or across > sum(_size(r) for r in many) / 2):
        return _page(table, rows)
    dated = _dated_columns(many)
    out: list[Draft] = []
    for row in rows:
        lines = _beside(row, dated) if len(row) > 1 else row[0].lines
        _part(out, lines)
        out += lines
    return out


def _filled_row(row: Sequence[Cell], flow: Flow) -> _Row:
    cells = [_Filled(c.column, c.span, _trimmed(flow(c.blocks))) for c in row]
    return [c for c in cells if c.lines]


def _trimmed(lines: list[Draft]) -> list[Draft]:
    first = next((i for i, d in enumerate(lines) if not d.blank), len(lines))
    last = max((i for i, d in enumerate(lines) if not d.blank), default=-1)
    return lines[first : last + 1]


def _size(row: _Row) -> int:
    return sum(c.size for c in row)


def _part(before: list[Draft], lines: list[Draft]) -> None:
    """White space between rows of more than one line: each is an entry of its own."""
    if before and lines and (len(lines) > 1 or not before[-1].paragraph):
        lines[0].gap = True


# --- a page in columns ------------------------------------------------------------------------------------------------
def _page(table: Table, rows: list[_Row]) -> list[Draft]:
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


def _lanes(table: Table, rows: list[_Row]) -> dict[int, int]:
    """First grid column → lane; no lanes where the side columns are too short to be columns of a page."""
    columns = sorted({c.column for r in rows if len(r) > 1 for c in r})
    amount = {k: sum(c.size for r in rows if len(r) > 1 for c in r if c.column == k) for k in columns}
    width = {k: _width(table, rows, k) for k in columns}
    main = max(columns, key=lambda k: (round(width[k], 3), amount[k]))
    side = [k for k in columns if k != main]
    lines = {k: [d for r in rows for c in r if c.column == k for d in c.texts] for k in side}
    real = [k for k in side if len(lines[k]) >= _COLUMN_LINES or any(d.heading for d in lines[k])]
    return {k: real.index(k) + 1 if k in real else 0 for k in columns}


def _width(table: Table, rows: list[_Row], column: int) -> float:
    """Share of the table's width, in steps coarse enough that nearly equal columns tie."""
    if not table.widths or sum(table.widths) <= 0:
        return 0.0
    span = max(c.span for r in rows if len(r) > 1 for c in r if c.column == column)
    share = sum(table.widths[column : column + span]) / sum(table.widths)
    return round(share * 20) / 20


# --- rows -------------------------------------------------------------------------------------------------------------
def _main(row: _Row) -> int:
    return max(range(len(row)), key=lambda i: (row[i].size, i))


def _pairs(row: _Row) -> bool:
    """Whether the row's cells belong to each other line by line: all but the largest are labels."""
    main = _main(row)
    return all(c.label or _aligned(c, row[main]) is not None for i, c in enumerate(row) if i != main)


def _dated_columns(rows: list[_Row]) -> set[int]:
    """Columns that hold dates in at least half of the rows."""
    cells = [c for r in rows for c in r]
    columns = {c.column for c in cells}
    return {
        k for k in columns if 2 * sum(c.dates > 0 for c in cells if c.column == k) >= sum(c.column == k for c in cells)
    }


def _beside(row: _Row, dated: set[int]) -> list[Draft]:
    main = _main(row)
    if not _pairs(row):
        return [line for c in row for line in c.lines]
    labels = [c for i, c in enumerate(row) if i != main]
    if len(labels) == 1 and (marks := _aligned(labels[0], row[main])) is not None:
        return _at(labels[0], row[main], marks, first=labels[0].column < row[main].column)
    captions = [c for c in labels if c.column < row[main].column and not c.dates and c.column not in dated]
    if captions and len(row[main].texts) > 1:
        rest = [c for c in row if c not in captions]
        return [d for c in captions for d in c.texts] + (_line_by_line(rest) if len(rest) > 1 else rest[0].lines)
    return _line_by_line(row)


def _line_by_line(row: _Row) -> list[Draft]:
    """First lines together, second lines together while labels have some, then what is left of the main cell."""
    main = _main(row)
    cells = [list(_unbroken(c.texts)) if i != main else list(c.lines) for i, c in enumerate(row)]
    out: list[Draft] = []
    while any(cell for i, cell in enumerate(cells) if i != main):
        body = cells[main]
        while body and body[0].blank:
            body.pop(0)
        fits = bool(body) and not body[0].item and (not out or len(body[0].text) <= _PAIR_WIDTH)
        parts = [c.pop(0) for i, c in enumerate(cells) if c and (i != main or fits)]
        out.append(joined(parts) if len(parts) > 1 else parts[0])
    return out + cells[main]


def _unbroken(lines: list[Draft]) -> list[Draft]:
    """A label's lines, a period that was broken in two put together."""
    out: list[Draft] = []
    for line in lines:
        before = out[-1].text if out else ""
        broken = _DASH_END.search(before) or _DASH_START.search(line.text)
        if out and (broken or (_BARE.match(before) and _BARE.match(line.text))):
            out[-1] = Draft([*out[-1].runs, Run(" "), *line.runs], above=out[-1].above)
        else:
            out.append(line)
    return out


def _aligned(label: _Filled, main: _Filled) -> list[int] | None:
    """For a cell with several dates beside a cell with several jobs: the main cell's line for each of them."""
    texts = _unbroken(label.texts)
    if len(texts) < 2 or label.dates < 2 or any(d.item or len(d.text) > _LABEL_WIDTH for d in texts):
        return None
    spots = [i for i, d in enumerate(label.lines) if not d.blank]
    filled = [i for i, d in enumerate(main.lines) if not d.blank]
    starts = [i for i in filled if i == 0 or main.lines[i - 1].blank]
    bold = [i for i in filled if main.lines[i].bold and not main.lines[i].item]
    if len(spots) == len(texts) and any(b - a > 1 for a, b in itertools.pairwise(spots)) and set(spots) <= set(filled):
        return spots
    for heads in (starts, bold, filled):
        if len(heads) == len(texts):
            return heads
    return None


def _at(label: _Filled, main: _Filled, marks: list[int], first: bool) -> list[Draft]:
    """The main cell's lines with each of the label's lines at the line marked for it."""
    texts = dict(zip(marks, _unbroken(label.texts), strict=True))
    out: list[Draft] = []
    for i, line in enumerate(main.lines):
        if i not in texts:
            out.append(line)
            continue
        if line.item:
            out += [texts[i], line]
        else:
            out.append(joined((texts[i], line) if first else (line, texts[i])))
        out[-1].gap = out[-1].gap or i > 0
    return out
