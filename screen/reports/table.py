"""The ranked table: for a terminal of any width, for pipes and for text files."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from screen.model.finding import Placed, Ranking
from screen.model.result import SCHEMA
from screen.reports import _levels as levels
from screen.reports._canvas import to_bytes
from screen.reports._footer import footer
from screen.reports._grid import GAP, grid, widths
from screen.reports._options import Options
from screen.reports._shortlist import annexed, shortlisted
from screen.wording import day, one_line, say

SUFFIXES: tuple[str, ...] = (".txt",)


def render(ranking: Ranking, options: Options) -> bytes:
    """The table as text."""
    return to_bytes(show(ranking, options), options)


def show(ranking: Ranking, options: Options) -> RenderableType:
    """Header, rows, legend, problems; as a grid where it fits, else as a list."""
    if options.annex:
        return _with_annex(ranking, options)
    rows = ranking.placed[: options.top]
    return Group(header(ranking, options), Text(), _body(ranking, rows, options), *footer(ranking, rows, options))


def _with_annex(ranking: Ranking, options: Options) -> RenderableType:
    """The shortlist, then everyone else: nobody disappears."""
    first, others, language = shortlisted(ranking, options.top), annexed(ranking, options.top), options.language
    title = Text(say("shortlist-of", language, count=len(first)), style="bold")
    blocks: list[RenderableType] = [header(ranking, options), Text(), title, _body(ranking, first, options)]
    if others:
        blocks += [Text(), Text(say("annex-of", language, count=len(others)), style="bold")]
        blocks += [_body(ranking, others, options)]
    return Group(*blocks, *footer(ranking, (*first, *others), options))


def _body(ranking: Ranking, rows: tuple[Placed, ...], options: Options) -> RenderableType:
    """The rows as a grid where everyone's fit, else as a list."""
    if not rows:
        return Text(say("nobody", options.language))
    wide = widths(ranking, ranking.placed if options.annex else rows, options)
    return grid(ranking, rows, options, wide) if wide else _list(ranking, rows, options)


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


def _list(ranking: Ranking, rows: tuple[Placed, ...], options: Options) -> Group:
    blocks: list[RenderableType] = [_weights(ranking, options), Text()]
    for placed in rows:
        rank, total = levels.rank_text(placed, ranking), levels.score_text(placed, options.language)
        blocks.append(
            Text.assemble(f"{rank:>3}  ", (levels.short_name(placed, options), "bold"), "  ", (total, "bold"))
        )
        inner = Table.grid(padding=(0, GAP, 0, 0))
        inner.add_column(no_wrap=True)
        inner.add_column(overflow="fold")
        for requirement in ranking.criteria.requirements:
            inner.add_row(levels.cell(placed, requirement, options), Text(one_line(requirement.label)))
        blocks.append(Padding(inner, (0, 0, 0, 5)))
    return Group(*blocks)


def _weights(ranking: Ranking, options: Options) -> Text:
    each = (
        f"{one_line(r.label)} ({levels.weight_text(r, ranking, options.language)})"
        for r in ranking.criteria.requirements
    )
    return Text(" · ".join(each), style="dim")
