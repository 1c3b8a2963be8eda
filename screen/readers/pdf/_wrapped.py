"""Titles and employers that had no room on one line: put together, as one reads them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from screen.readers.pdf._cells import Cell, Line
from screen.readers.pdf._labels import dated, is_date

_SAME = 2.0
"""Points between the left edges of one column."""
_STEP = 1.75
"""Times the font size from one line of a title to the next."""
_FEW = 4
"""Words of what a broken employer leaves for the next line."""
_LONGEST = 9
"""Words of a title's line; bold prose has more."""
_SLASHED = re.compile(r"(?<!\w)[A-ZÆØÅ]/\n[A-ZÆØÅ](?!\w)")
"""A legal form such as A/S, where a program breaks lines behind a slash."""


def unwrapped(lines: Sequence[Line]) -> list[Line]:
    """The lines with the rest of a head that was broken put back on its line."""
    out: list[Line] = []
    for at, line in enumerate(lines):
        cell = _broken(out[-1], line, lines[at + 1 : at + 2]) if out else None
        if cell is None:
            out.append(line)
        else:
            cell.parts += line.cells[0].parts
    return out


def _broken(above: Line, line: Line, below: Sequence[Line]) -> Cell | None:
    """The cell above that a line is the rest of."""
    if len(line.cells) != 1 or not above.cells:
        return None
    rest = line.cells[0]
    cell = next((c for c in above.cells if abs(c.left - rest.left) <= _SAME and not is_date(c.text)), None)
    if cell is None or rest.parts[0].base - cell.base > _STEP * cell.size:
        return None
    before, text = cell.text, rest.text
    if _SLASHED.search(f"{before[-2:]}\n{text[:2]}"):
        return cell
    if not text[:1].islower() or before[-1:] in ".,;:" or dated(text):
        return None
    if _bold(cell) and _bold(rest):
        return cell if len(before.split()) <= _LONGEST and not dated(before) else None
    hyphen = len(before) > 2 and before.endswith("-") and before[-2].isalpha()
    alone = len(text.split()) <= _FEW and not (below and _flows(below[0], rest))
    return cell if hyphen and alone and len(above.cells) > 1 else None


def _bold(cell: Cell) -> bool:
    return all(p.style.bold for p in cell.parts if any(c.isalpha() for c in p.text))


def _flows(below: Line, rest: Cell) -> bool:
    """Whether the text goes on in the next line, as a paragraph does."""
    return bool(below.cells) and below.cells[0].text[:1].islower() and abs(below.cells[0].left - rest.left) <= _SAME
