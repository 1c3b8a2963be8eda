"""From lines of cells to `RawLine`: their text, their look, what of them is hidden."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from screen.model.text import Box, Look, RawLine
from screen.readers._glyphs import bulleted
from screen.readers.pdf._cells import Line, pieces_of
from screen.readers.pdf._fragments import Fragment
from screen.readers.pdf._labels import is_date
from screen.readers.pdf._order import Region
from screen.readers.pdf._rows import rows_of
from screen.readers.pdf._tables import lines_of
from screen.readers.pdf._wrapped import unwrapped

_USUAL = 1.25
"""Times the font size from baseline to baseline, where a region is too short to tell."""
_WHITE = 0.35
"""In ems: so much more white space than between the lines of a paragraph is a gap."""
_BOLD_SHARE = 0.6
"""Of a line's letters, from where it looks bold: "Direktør, Vestby\t2018" has a bold title and plain dates."""


def raw_lines(region: Region, lane: int, page: int) -> list[RawLine]:
    """The region's lines as the document takes them."""
    lines = unwrapped(lines_of(region))
    usual = _pitch(lines)
    out = []
    for before, line in zip([None, *lines], lines, strict=False):
        text = "\t".join(_text(cell.parts) for cell in line.cells)
        gap = before is None or _gap(before, line, usual)
        # A date beside a bold title is plain: it has no say in how the line looks.
        judged = [p for c in line.cells if not is_date(c.text) for p in c.parts]
        text = _STRAY_DASH.sub(r"\1 \2\t", bulleted(text)[0])
        out.append(RawLine(text, _look(line.parts, lane, page, gap, judged=judged)))
    return out


# A dash that ends a date's cell can be set nearer to the next cell: "09/2016", "– Driftschef".
_STRAY_DASH = re.compile(r"^((?:\S+ )?\S*\d)\t([–—-]) +(?=\S)")


def furniture_lines(fragments: Sequence[Fragment], page: int) -> list[RawLine]:
    """What repeats at the edge of a page."""
    return [
        RawLine("\t".join(_text([f]) for f in row.fragments), _look(row.fragments, 0, page, True, furniture=True))
        for row in rows_of(fragments)
    ]


def hidden_lines(fragments: Sequence[Fragment], page: int) -> list[RawLine]:
    """What cannot be seen, each run a line, in the order of the file."""
    out = []
    for f in fragments:
        text = _text([f])
        out.append(RawLine(text, _look([f], 0, page, True), ((0, len(text), f.hidden or "hidden"),)))
    return out


def _text(parts: Sequence[Fragment]) -> str:
    return "".join(text for text, _ in pieces_of(parts)).strip()


def _look(
    parts: Sequence[Fragment],
    lane: int,
    page: int,
    gap: bool,
    *,
    furniture: bool = False,
    judged: Sequence[Fragment] = (),
) -> Look:
    sizes: Counter[float] = Counter()
    letters = bold = 0
    for part in judged or parts:
        count = sum(map(str.isalpha, part.text))
        letters += count
        bold += count if part.style.bold else 0
        sizes[part.size] += count
    box = Box(
        round(min(p.left for p in parts), 1),
        round(min(p.top for p in parts), 1),
        round(max(p.right for p in parts), 1),
        round(max(p.bottom for p in parts), 1),
    )
    sure = _confidence(parts)
    is_bold = letters > 0 and bold >= _BOLD_SHARE * letters
    return Look(
        page=page,
        lane=lane,
        gap=gap,
        box=box,
        size=round(float(max(sizes, key=lambda s: (sizes[s], s))), 1),
        bold=is_bold or (None if sure is not None else False),
        confidence=sure,
        furniture=furniture,
    )


def _confidence(parts: Sequence[Fragment]) -> float | None:
    """How surely the line was read; `None` where it was not read by OCR."""
    read = [(p.confidence, len(p.text)) for p in parts if p.confidence is not None]
    return round(sum(c * n for c, n in read) / sum(n for _, n in read), 3) if read else None


def _edges(line: Line) -> tuple[float, float, float]:
    """Baseline of the first line, baseline of the last, font size."""
    main = max(line.cells, key=lambda c: sum(len(p.text) for p in c.parts))
    return main.parts[0].base, main.base, main.size


def _pitch(lines: Sequence[Line]) -> float:
    """From baseline to baseline within paragraphs, in font sizes: the closest that is common."""
    steps: Counter[float] = Counter()
    for before, line in itertools.pairwise(lines):
        _, last, old = _edges(before)
        first, _, size = _edges(line)
        ratio = (first - last) / size
        if abs(old - size) < 0.5 and 0.9 < ratio < 2.2:
            steps[round(ratio, 1)] += 1
    common = [r for r, n in steps.items() if n >= max(2, 0.2 * sum(steps.values()))]
    return min(common) if common else _USUAL


def _gap(before: Line, line: Line, usual: float) -> bool:
    _, last, _ = _edges(before)
    first, _, size = _edges(line)
    return first - last < -size / 2 or (first - last) > (usual + _WHITE) * size
