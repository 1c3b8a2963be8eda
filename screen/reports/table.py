"""The ranked table: for a terminal of any width, for pipes and for text files."""

from __future__ import annotations

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from screen.model.criteria import Requirement
from screen.model.finding import Placed, Ranking
from screen.model.result import SCHEMA
from screen.reports import _levels as levels
from screen.reports._canvas import to_bytes
from screen.reports._footer import footer
from screen.reports._options import Options
from screen.wording import day, one_line, say

SUFFIXES: tuple[str, ...] = (".txt",)

GAP = 2
"""Blanks between columns."""
NARROWEST_NAME = 16
"""Columns that a name needs in a table before it is set as a list instead."""
NARROWEST_REQUIREMENT = 12
"""Columns that a requirement's label needs, broken between words."""


def render(ranking: Ranking, options: Options) -> bytes:
    """The table as text."""
    return to_bytes(show(ranking, options), options)


def show(ranking: Ranking, options: Options) -> RenderableType:
    """Header, rows, legend, problems; as a grid where it fits, else as a list."""
    rows = ranking.placed[: options.top]
    if not rows:
        body: RenderableType = Text(say("nobody", options.language))
    elif _fits(ranking, rows, options):
        body = _grid(ranking, rows, options)
    else:
        body = _list(ranking, rows, options)
    return Group(header(ranking, options), Text(), body, *footer(ranking, rows, options))


def header(ranking: Ranking, options: Options) -> Text:
    """The post, the day and the criteria; the weights stand with the requirements."""
    posting, language = ranking.criteria.posting, options.language
    post = say("head-post", language, title=posting.title, organisation=posting.organisation)
    file = ranking.criteria.file.replace("\\", "/").rpartition("/")[2]
    date = day(ranking.as_of, language)
    run = say("head-run", language, count=len(ranking.placed), date=date, file=file)
    text = Text.assemble((post, "bold"), "\n", (run, "dim"))
    if options.width is None:
        # By this line a later run knows the file for an output of its own.
        text.append(f"\nscreen {ranking.version} · {SCHEMA}", style="dim")
    return text


def cell(placed: Placed, requirement: Requirement, options: Options) -> Text:
    """A level as bar, word and flag."""
    mark = levels.mark_of(placed.assessment, requirement)
    partial = placed.assessment.status == "partial"
    level = mark.level if mark else None
    text = Text(f"{levels.bar(level, options.unicode)} ", style=levels.COLOURS[level] if level is not None else "dim")
    text.append(levels.level_word(level, options.language, partial))
    if mark and not mark.met:
        text.append(f" {levels.flag(options.unicode)}", style="bold red")
    return text


def _name(placed: Placed, options: Options) -> str:
    name = levels.name_of(placed.assessment, options.language)
    return name if options.width is None else levels.shortened(name, levels.LONGEST_NAME)


def _head(requirement: Requirement, ranking: Ranking, options: Options) -> Text:
    weight = levels.weight_text(requirement, ranking, options.language)
    label = one_line(requirement.label)
    if options.width is None:
        return Text(f"{label} ({weight})")
    return Text.assemble((label, "bold"), "\n", (weight, "dim"))


def _requirement_width(ranking: Ranking, rows: tuple[Placed, ...], options: Options) -> int:
    return max(
        NARROWEST_REQUIREMENT, *(cell(p, r, options).cell_len for p in rows for r in ranking.criteria.requirements)
    )


def _fits(ranking: Ranking, rows: tuple[Placed, ...], options: Options) -> bool:
    if options.width is None:
        return True
    count = len(ranking.criteria.requirements)
    fixed = max(len(levels.rank_text(p, ranking)) for p in rows) + 1 + _total_width(rows, options)
    needed = fixed + NARROWEST_NAME + count * _requirement_width(ranking, rows, options) + (count + 2) * GAP
    return needed <= options.width


def _total_width(rows: tuple[Placed, ...], options: Options) -> int:
    head = cell_len(say("column-total", options.language))
    return max(head, *(cell_len(levels.score_text(p, options.language)) for p in rows))


def _grid(ranking: Ranking, rows: tuple[Placed, ...], options: Options) -> Table:
    language = options.language
    table = Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False, show_edge=False, header_style="bold")
    fold = "fold" if options.width else "ignore"
    wrap = options.width is None
    table.add_column(Text(say("column-rank", language)), justify="right", no_wrap=True)
    table.add_column(Text(say("column-applicant", language)), overflow=fold, no_wrap=wrap)  # type: ignore[arg-type]
    table.add_column(Text(say("column-total", language)), justify="right", no_wrap=True)
    width = None if wrap else _requirement_width(ranking, rows, options)
    for requirement in ranking.criteria.requirements:
        table.add_column(_head(requirement, ranking, options), min_width=width, no_wrap=wrap, overflow=fold)  # type: ignore[arg-type]
    for placed in rows:
        cells = [cell(placed, r, options) for r in ranking.criteria.requirements]
        total = Text(levels.score_text(placed, language), style="bold")
        table.add_row(Text(levels.rank_text(placed, ranking)), Text(_name(placed, options)), total, *cells)
    return table


def _list(ranking: Ranking, rows: tuple[Placed, ...], options: Options) -> Group:
    blocks: list[RenderableType] = [_weights(ranking, options), Text()]
    for placed in rows:
        rank, total = levels.rank_text(placed, ranking), levels.score_text(placed, options.language)
        blocks.append(Text.assemble(f"{rank:>3}  ", (_name(placed, options), "bold"), "  ", (total, "bold")))
        inner = Table.grid(padding=(0, GAP, 0, 0))
        inner.add_column(no_wrap=True)
        inner.add_column(overflow="fold")
        for requirement in ranking.criteria.requirements:
            inner.add_row(cell(placed, requirement, options), Text(one_line(requirement.label)))
        blocks.append(Padding(inner, (0, 0, 0, 5)))
    return Group(*blocks)


def _weights(ranking: Ranking, options: Options) -> Text:
    each = (
        f"{one_line(r.label)} ({levels.weight_text(r, ranking, options.language)})"
        for r in ranking.criteria.requirements
    )
    return Text(" · ".join(each), style="dim")
