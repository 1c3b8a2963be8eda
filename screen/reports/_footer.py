"""What stands below a table: how many follow, what the signs mean, what could not be read."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from screen.model.finding import Placed, Ranking
from screen.reports import _levels as levels
from screen.reports._options import Options
from screen.wording import one_line, say, spoken


def footer(ranking: Ranking, rows: tuple[Placed, ...], options: Options) -> list[RenderableType]:
    """All that the rows above leave unsaid; nothing where they say it all."""
    out: list[RenderableType] = []
    hidden = len(ranking.placed) - len(rows)
    if hidden:
        out.append(Text(say("following", options.language, count=hidden), style="bold"))
    for block in (
        list(_legend(rows, ranking, options)),
        list(_problems(ranking, options)),
        list(_notes(ranking, options)),
    ):
        if block:
            out += [Text(), *block]
    return out


def _legend(rows: tuple[Placed, ...], ranking: Ranking, options: Options) -> Iterator[Text]:
    language = options.language
    marks = [m for p in rows for m in p.assessment.marks]
    new = sum(p.assessment.id in options.new for p in ranking.placed)
    if new:
        yield Text(say("legend-new", language, count=new), style="dim")
    if any("=" in levels.rank_text(p, ranking) for p in rows):
        yield Text(say("legend-tie", language), style="dim")
    if any(m.level == 0 for m in marks):
        yield Text(say("legend-zero", language), style="dim")
    if any(not m.met for m in marks):
        yield Text(say("legend-flag", language, flag=levels.flag(options.unicode)), style="dim")
    if any(p.assessment.status == "partial" for p in rows):
        yield Text(say("legend-partial", language), style="dim")


def _problems(ranking: Ranking, options: Options) -> Iterator[RenderableType]:
    problems = ranking.all_problems
    if problems:
        yield Text(say("problems", options.language, count=len(problems)), style="bold red")
    for problem in problems:
        told = Text.assemble((one_line(problem.path), "bold"), ": ", spoken(problem, options.language))
        yield Padding(told, (0, 0, 0, 2))


def _notes(ranking: Ranking, options: Options) -> Iterator[Text]:
    for notice in ranking.notices:
        yield Text(spoken(notice, options.language), style="yellow")
    if ranking.passed_over:
        yield Text(say("passed-over", options.language, count=ranking.passed_over), style="dim")
