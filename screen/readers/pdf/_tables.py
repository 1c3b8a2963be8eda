"""Labels and the cells of table rows: put on the line of what they belong to."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from screen.readers.pdf._bullets import BULLET
from screen.readers.pdf._cells import Cell, Line, column_of, parted, raw_lines_of
from screen.readers.pdf._labels import dated, goes_on, is_date, is_key
from screen.readers.pdf._order import Label, Region

_GROUP = 1.75
"""Times the font size: a label's next line is no farther."""
_FULL = 0.85
"""Share of a column's width from where a line is one of a paragraph."""
_DENSE = 0.6
"""Labels to lines beside them, from where each line has a label of its own."""
_ONE_TABLE = 0.7
"""Share of their rows that the gutters of one table have in common."""
_NESTED = 0.6
"""Labels to labels in the next column, below which each stands before several rows."""
_RULED = 0.45
"""Rules to lines of a table's first column, from where it is they that part its rows."""
_LABEL_LINES = 3
"""Lines of a label; a longer one is a text of its own, read before what stands beside it."""


@dataclass(slots=True)
class _Entry:
    """A label's lines with the lines beside and below them, up to the next label."""

    label: list[Cell]
    lines: list[Line]
    at: list[int]
    """For each of the label's lines the index in `lines` where it stood."""


def lines_of(region: Region) -> list[Line]:
    """The region's lines, from top to bottom."""
    lines = raw_lines_of(region)
    zones = [part for zone in _zones(region.labels) for part in _nested(lines, zone)]
    for zone in sorted(zones, key=lambda z: (z[0].gutter.last - z[0].gutter.first, -z[0].gutter.left)):
        lines = _table(lines, zone, region.labels) if len(zone) > 1 else _settled(lines, zone[0], region.labels)
        lines = [line for line in lines if line.cells]
    return [part for line in lines if line.cells for part in parted(line)]


def _zones(labels: Sequence[Label]) -> list[list[Label]]:
    """Labels' gutters that lie side by side, from left to right."""
    zones: list[list[Label]] = []
    for label in sorted(labels, key=lambda x: x.gutter.left):
        home = next((z for z in zones if all(_same_rows(label, other) for other in z)), None)
        if home is None:
            zones.append([label])
        else:
            home.append(label)
    return zones


def _nested(lines: Sequence[Line], zone: list[Label]) -> list[list[Label]]:
    """A table's labels apart from those that stand before several of its rows, as headings in the margin do."""
    if len(zone) < 2:
        return [zone]
    first, next_ = zone[0].gutter, zone[1].gutter
    inside = [n for n in lines if max(first.first, next_.first) <= n.row <= min(first.last, next_.last)]
    outer = _runs([c for n in inside for c in n.cells if c.right <= first.right])
    inner = _runs([c for n in inside for c in n.cells if first.middle < c.left and c.right <= next_.right])
    ruled = len(_within(zone[0].rules, inside)) + 1 >= _NESTED * inner
    return [zone] if ruled or outer >= _NESTED * inner else [*_nested(lines, zone[1:]), zone[:1]]


def _within(rules: Sequence[float], lines: Sequence[Line]) -> list[float]:
    """The rules between the first of the lines and the last."""
    filled = [n.base for n in lines if n.cells]
    return [y for y in rules if filled and filled[0] < y < filled[-1]]


def _runs(cells: Sequence[Cell]) -> int:
    """How many labels a column has, those of several lines counted once."""
    far = sum(b.base - a.base > _GROUP * b.size or _begins_date(a, b) for a, b in itertools.pairwise(cells))
    return far + bool(cells)


def _begins_date(above: Cell, cell: Cell) -> bool:
    return dated(cell.text) and not goes_on(above.text, cell.text)


def _same_rows(one: Label, two: Label) -> bool:
    """Whether two gutters part columns of one table."""
    a, b = one.gutter, two.gutter
    shared = min(a.last, b.last) - max(a.first, b.first) + 1
    return shared >= _ONE_TABLE * (max(a.last, b.last) - min(a.first, b.first) + 1)


# --- two columns: a label and its text --------------------------------------------------------------------------------
def _settled(lines: list[Line], label: Label, labels: Sequence[Label]) -> list[Line]:
    """The lines with the labels at one gutter put where they belong."""
    inside = [n for n in lines if label.gutter.first <= n.row <= label.gutter.last]
    if not inside:
        return lines
    cells = _label_cells(inside, label, labels)
    labelled = {id(c) for c in cells.values()}
    right = max((c.right for n in inside for c in n.cells if id(c) not in labelled), default=0.0)
    head, entries = _entries(inside, cells, label.rules)
    several = [e for e in entries if sum(bool(n.cells) for n in e.lines) > 1]
    captions = (
        label.side == "left"
        and 2 * sum(any(dated(c.text) for c in e.label) for e in entries) < len(entries)
        and 2 * len(several) >= len(entries)
    )
    done = [n for e in entries for n in _put(e, captions, label.side, right)]
    before = [n for n in lines if n.row < label.gutter.first]
    after = [n for n in lines if n.row > label.gutter.last]
    return [*before, *head, *done, *after]


def _label_cells(lines: Sequence[Line], label: Label, labels: Sequence[Label]) -> dict[int, Cell]:
    """By line, the cell that stands in the label's column: the one next to the gutter."""
    out: dict[int, Cell] = {}
    for line in lines:
        column = column_of(label.gutter.middle - 0.01, line.row, labels) + (label.side == "right")
        cell = line.cell(column)
        if cell is not None:
            out[id(line)] = cell
    return out


def _entries(lines: list[Line], cells: dict[int, Cell], rules: Sequence[float]) -> tuple[list[Line], list[_Entry]]:
    """Takes the label's cells out of the lines, wrapped ones put together."""
    head: list[Line] = []
    entries: list[_Entry] = []
    dense = len(cells) >= _DENSE * sum(len(n.cells) > (id(n) in cells) for n in lines)
    above = 0.0
    for line in lines:
        cell = cells.get(id(line))
        ruled = any(above < y < line.base for y in rules)
        above = line.base
        if cell is None:
            (entries[-1].lines if entries else head).append(line)
            continue
        line.cells.remove(cell)
        last = entries[-1].label[-1] if entries and not ruled else None
        near = last is not None and cell.base - last.base < _GROUP * max(cell.size, last.size)
        rest = near and last is not None and goes_on(last.text, cell.text)
        if rest and last is not None and (dated(last.text) or entries[-1].lines[0].cells):
            last.parts += cell.parts
            entries[-1].lines.append(line)
        elif near and not _begins(cell, line, entries[-1], dense and not rules):
            entries[-1].label.append(cell)
            entries[-1].at.append(len(entries[-1].lines))
            entries[-1].lines.append(line)
        else:
            entries.append(_Entry([cell], [line], [0]))
    return head, entries


def _begins(cell: Cell, line: Line, entry: _Entry, dense: bool) -> bool:
    """Whether a label's line is a label of its own although it stands close below another."""
    if not line.cells:
        return False
    if not entry.lines[0].cells:
        return True
    return dated(cell.text) if any(dated(c.text) for c in entry.label) else dense


def _put(entry: _Entry, captions: bool, side: str, right: float) -> list[Line]:
    """The entry's lines with its label: before them, on the first, or line by line."""
    lines, first = entry.lines, entry.lines[0]
    undated = not any(dated(c.text) for c in entry.label)
    filled = [n for n in lines if n.cells]
    apart = captions and undated and not any(is_key(c.text) for c in entry.label)
    if len(filled) > 1 and (apart or len(entry.label) > _LABEL_LINES):
        return [*(Line([c], first.row) for c in entry.label), *filled]
    _join(first, entry.label[0], side)
    head = 1
    extra: list[Line] = []
    for cell, at in zip(entry.label[1:], entry.at[1:], strict=True):
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


# --- three columns or more: a table -----------------------------------------------------------------------------------
def _table(lines: list[Line], zone: Sequence[Label], labels: Sequence[Label]) -> list[Line]:
    """The lines with the cells of each of a table's rows on one line; what is left of its longest cell follows."""
    first = min(z.gutter.first for z in zone)
    last = max(z.gutter.last for z in zone)
    middles = [z.gutter.middle for z in zone]
    inside = [n for n in lines if first <= n.row <= last and not _crossed(n, middles)]
    around = [lab for lab in labels if not any(lab.gutter.meets(z.gutter) for z in zone)]
    for line in inside:
        for cell in line.cells:
            middle = (cell.left + cell.right) / 2
            cell.column = column_of(middle, line.row, around) + sum(m < middle for m in middles)
    amount: dict[int, int] = {}
    edge: dict[int, float] = {}
    for cell in (c for n in inside for c in n.cells):
        amount[cell.column] = amount.get(cell.column, 0) + len(cell.text)
        edge[cell.column] = max(edge.get(cell.column, 0.0), cell.right)
    if len(amount) < 2:
        return lines
    dates = {c for c in amount if _mostly_dates([k for n in inside if (k := n.cell(c))])}
    main = max(amount, key=lambda c: (c not in dates, amount[c], c))
    out = [
        n
        for row in _table_rows(inside, zone, min(dates or set(amount) - {main}))
        for n in _table_lines(row, main, edge)
    ]
    known = {id(n) for n in inside}
    others = [n for n in lines if id(n) not in known]
    return sorted([*others, *out], key=lambda n: n.row)


def _crossed(line: Line, middles: Sequence[float]) -> bool:
    """Whether text stands across a border of columns: it belongs to no column."""
    return any(c.left < m < c.right for c in line.cells for m in middles)


def _mostly_dates(cells: Sequence[Cell]) -> bool:
    return 2 * sum(is_date(c.text) for c in cells) >= len(cells)


def _table_rows(lines: Sequence[Line], zone: Sequence[Label], key: int) -> list[list[Line]]:
    """The lines by table rows: parted by rules, else each begins where the `key` column does."""
    rules = max((_within(z.rules, lines) for z in zone), key=len)
    if len(rules) + 1 < _RULED * sum(n.cell(key) is not None for n in lines):
        rules = []  # a rule below the head only
    rows: list[list[Line]] = []
    for line in lines:
        last = rows[-1] if rows else None
        if last is None:
            rows.append([line])
        else:
            label = line.cell(key)
            above = next((c for n in reversed(last) if (c := n.cell(key))), None)
            rest = label is None or (above is not None and _wrapped(above, label, float("inf")))
            dates = label is not None and dated(label.text) and len(line.cells) > 1
            if any(last[-1].base < y < line.base for y in rules) or (not rest and (dates or not rules)):
                rows.append([line])
            else:
                last.append(line)
    return rows


def _wrapped(above: Cell, cell: Cell, edge: float) -> bool:
    """Whether a cell's line is the rest of the line above it: a broken date, or a word that had no room there."""
    if goes_on(above.text, cell.text):
        return cell.base - above.base < _GROUP * max(cell.size, above.size)
    before, part = above.parts[-1], cell.parts[0]
    if dated(above.text) or before.style.bold != part.style.bold or abs(before.size - part.size) > 0.5:
        return False
    word = len(part.text.split(" ")[0]) / max(len(part.text), 1) * (part.right - part.left)
    return before.right + 0.25 * part.size + word > edge and edge != float("inf")


def _table_lines(row: Sequence[Line], main: int, edge: dict[int, float]) -> list[Line]:
    """One row of a table as lines."""
    top = Line([], row[0].row)
    rest: list[Line] = []
    for line in row:
        for cell in line.cells:
            if cell.column == main:
                if any(c.column == main for c in top.cells) and line is not row[0]:
                    rest.append(Line([cell], line.row))
                else:
                    top.cells.append(cell)
                continue
            above = next((c for c in reversed(top.cells) if c.column == cell.column), None)
            if above is not None and line is not row[0] and _wrapped(above, cell, edge[cell.column]):
                above.parts += cell.parts
            else:
                top.cells.append(cell)
    top.cells.sort(key=lambda c: c.column)
    return [top, *rest]
