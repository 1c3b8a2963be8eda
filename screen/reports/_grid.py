"""The table as a grid: one row an applicant, one column a requirement."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text

from screen.model.criteria import Requirement
from screen.model.finding import Placed, Ranking
from screen.reports import _levels as levels
from screen.reports._options import Options
from screen.wording import one_line, say

GAP = 2
"""Blanks between columns."""
NARROWEST_NAME = 16
"""Columns that a name needs in a grid; with less the table is set as a list."""
COMFORTABLE = 100
"""Columns that a grid keeps to in pipes and files, unless names or levels need more: heads are broken there too."""
WIDEST_WORD = 20
"""Columns that a label's longest word may claim; a longer one is broken."""


@dataclass(frozen=True, slots=True)
class Widths:
    """Of the columns, in cells."""

    rank: int
    name: int
    total: int
    requirements: tuple[int, ...]


def widths(ranking: Ranking, rows: tuple[Placed, ...], options: Options) -> Widths | None:
    """How wide each column is; `None` where a grid does not fit."""
    language = options.language
    rank = _widest([say("column-rank", language), *(levels.rank_text(p, ranking) for p in rows)])
    total = _widest([say("column-total", language), *(levels.score_text(p, language) for p in rows)])
    name = _widest([say("column-applicant", language), *(levels.short_name(p, options) for p in rows)])
    labels = [_label(r, ranking, options) for r in ranking.criteria.requirements]
    cells = [_cells(r, rows, options) for r in ranking.criteria.requirements]
    whole = [max(cell, _widest(label)) for cell, label in zip(cells, labels, strict=True)]
    words = [min(WIDEST_WORD, _widest(" ".join(label).split())) for label in labels]
    least = [max(pair) for pair in zip(cells, words, strict=True)]
    free = (options.width or COMFORTABLE) - rank - total - sum(least) - GAP * (len(least) + 2)
    if options.width is None:
        return Widths(rank, name, total, _shared(least, whole, max(0, free - name)))
    if free < min(NARROWEST_NAME, name):
        return None
    name = min(name, free)
    return Widths(rank, name, total, _shared(least, whole, free - name))


def grid(ranking: Ranking, rows: tuple[Placed, ...], options: Options, wide: Widths) -> Table:
    """The rows with bars, words and flags."""
    language = options.language
    table = Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False, show_edge=False, header_style="bold")
    table.add_column(Text(say("column-rank", language)), justify="right", width=wide.rank)
    table.add_column(Text(say("column-applicant", language)), overflow="fold", width=wide.name)
    table.add_column(Text(say("column-total", language)), justify="right", width=wide.total)
    for requirement, width in zip(ranking.criteria.requirements, wide.requirements, strict=True):
        label, *weight = _label(requirement, ranking, options)
        head = Text.assemble((label, "bold"), *((f"\n{line}", "dim") for line in weight))
        table.add_column(head, overflow="fold", width=width)
    for placed in rows:
        cells = [levels.cell(placed, r, options) for r in ranking.criteria.requirements]
        total = Text(levels.score_text(placed, language), style="bold")
        table.add_row(Text(levels.rank_text(placed, ranking)), Text(levels.short_name(placed, options)), total, *cells)
    return table


def _label(requirement: Requirement, ranking: Ranking, options: Options) -> list[str]:
    """The lines of a column's head."""
    return [one_line(requirement.label), levels.weight_text(requirement, ranking, options.language)]


def _cells(requirement: Requirement, rows: tuple[Placed, ...], options: Options) -> int:
    return max(levels.cell(p, requirement, options).cell_len for p in rows)


def _widest(texts: list[str]) -> int:
    return max(map(cell_len, texts))


def _shared(least: list[int], whole: list[int], spare: int) -> tuple[int, ...]:
    """Room to spare goes to the columns whose heads could use it, from the left."""
    out = []
    for at, (low, high) in enumerate(zip(least, whole, strict=True)):
        more = max(0, min(high - low, spare // (len(least) - at)))
        spare -= more
        out.append(low + more)
    return tuple(out)
