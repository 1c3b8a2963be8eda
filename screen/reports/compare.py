"""Two to four applicants side by side, requirement by requirement: what decides between them first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from screen.model.finding import Mark, Placed, Ranking
from screen.reports import _levels as levels
from screen.reports._canvas import to_bytes
from screen.reports._dossier import Person, Row, Verdict, dossier
from screen.reports._options import Options
from screen.reports.table import header
from screen.wording import number, one_line, say

SUFFIXES: tuple[str, ...] = ()

MOST_QUOTES = 3
"""For each applicant and requirement; explain shows all."""
NARROWEST = 26
"""Columns for an applicant; with less they stand below each other."""
GAP = 2


def render(ranking: Ranking, options: Options) -> bytes:
    """The comparison as text."""
    return to_bytes(show(ranking, options), options)


def show(ranking: Ranking, options: Options) -> RenderableType:
    """The applicants that the options name, in the ranking's order."""
    chosen = [p for p in ranking.placed if p.assessment.id in options.applicants]
    people = {p.row.id: p for p in dossier(ranking, options, everyone=True).people}
    pages = [people[p.assessment.id] for p in chosen]
    blocks: list[RenderableType] = [header(ranking, options), Text(), *_why(chosen, ranking, options), Text()]
    blocks.append(_side_by_side(pages, [_summary(p.row, p.lead) for p in pages], options))
    for at in _decisive(chosen, ranking):
        requirement = ranking.criteria.requirements[at]
        head = Text.assemble((one_line(requirement.label), "bold underline"), "  ")
        head.append(levels.weight_text(requirement, ranking, options.language), style="dim")
        blocks += [Text(), head, _side_by_side(pages, [_of(page, at, options) for page in pages], options)]
    return Group(*blocks)


def _decisive(chosen: Sequence[Placed], ranking: Ranking) -> list[int]:
    """Requirements by how many points of the total the best and the last of them are apart there, most first."""
    gaps = [(-_gap(chosen, at, ranking), at) for at in range(len(ranking.criteria.requirements))]
    return [at for _, at in sorted(gaps)]


def _gap(chosen: Sequence[Placed], at: int, ranking: Ranking) -> float:
    known = [m.level for p in chosen if (m := _mark(p, at, ranking))]
    return (max(known) - min(known)) * ranking.criteria.requirements[at].weight if known else 0.0


def _mark(placed: Placed, at: int, ranking: Ranking) -> Mark | None:
    return levels.mark_of(placed.assessment, ranking.criteria.requirements[at])


def _why(chosen: Sequence[Placed], ranking: Ranking, options: Options) -> Iterator[Text]:
    """Why each stands above the next, in a sentence."""
    for above, below in pairwise(chosen):
        yield Text(_reason(above, below, ranking, options), style="bold")


def _reason(above: Placed, below: Placed, ranking: Ranking, options: Options) -> str:
    language = options.language
    names = {"first": levels.name_of(above.assessment, language), "second": levels.name_of(below.assessment, language)}
    if above.score is None or below.score is None:
        return say("compare-unread", language, **names)
    better, worse = _differences(above, below, ranking, language)
    if above.score == below.score:
        return say("compare-tied" if better else "compare-equal", language, **names, better=better, worse=worse)
    points = number(above.score - below.score, language, 1)
    code = "compare-but" if worse else "compare-above"
    return say(code, language, **names, points=points, better=better, worse=worse)


def _differences(above: Placed, below: Placed, ranking: Ranking, language: str) -> tuple[str, str]:
    """Where the first stands higher, and where lower, the heaviest difference first."""
    better: list[str] = []
    worse: list[str] = []
    for at in _decisive([above, below], ranking):
        one, other = _mark(above, at, ranking), _mark(below, at, ranking)
        if one is None or other is None or one.level == other.level:
            continue
        words = [levels.level_phrase(m.level, language, _partial(p)) for m, p in ((one, above), (other, below))]
        label = one_line(ranking.criteria.requirements[at].label)
        told = say("compare-difference", language, label=label, one=words[0], other=words[1])
        (better if one.level > other.level else worse).append(told)
    return "; ".join(better), "; ".join(worse)


def _partial(placed: Placed) -> bool:
    return placed.assessment.status == "partial"


def _summary(row: Row, lead: str) -> list[RenderableType]:
    out: list[RenderableType] = [Text(row.name, style="bold"), Text(lead)]
    return [*out, *(Text(remark, style="yellow") for remark in row.remarks)]


def _of(page: Person, at: int, options: Options) -> list[RenderableType]:
    verdict = next((v for v in page.verdicts if v.requirement == at), None)
    if verdict is None:
        return [Text(say("level-unread", options.language), style="dim")]
    return list(_verdict(verdict, options))


def _verdict(verdict: Verdict, options: Options) -> Iterator[RenderableType]:
    language, level = options.language, verdict.cell.level
    head = Text(levels.bar(level, options.unicode), style=levels.COLOURS[level or 0])
    head.append(f" {verdict.phrase}", style="bold")
    if verdict.cell.flag:
        head.append(f" {levels.flag(options.unicode)}", style="bold red")
    yield head
    for quote in verdict.quotes[:MOST_QUOTES]:
        told = say("quoted", language, text=quote.text)
        yield Padding(Text.assemble(told, " ", (f"[{quote.place}]", "dim")), (0, 0, 0, 1))
    if len(verdict.quotes) > MOST_QUOTES:
        more = say("more-quotes", language, count=len(verdict.quotes) - MOST_QUOTES)
        yield Padding(Text(more, style="dim"), (0, 0, 0, 1))
    if verdict.open:
        yield Text(verdict.next)
        yield from (Padding(Text(f"• {line}"), (0, 0, 0, 1)) for line in verdict.open)


def _side_by_side(pages: Sequence[Person], blocks: Sequence[list[RenderableType]], options: Options) -> RenderableType:
    """In columns where the terminal is wide enough, else below each other under the names."""
    if options.width is None or options.width < len(pages) * (NARROWEST + GAP):
        return Group(*(part for page, block in zip(pages, blocks, strict=True) for part in _stacked(page, block)))
    table = Table.grid(padding=(0, GAP, 0, 0), expand=True)
    for _ in pages:
        table.add_column(ratio=1, overflow="fold")
    table.add_row(*(Group(*block) for block in blocks))
    return table


def _stacked(page: Person, block: list[RenderableType]) -> Iterator[RenderableType]:
    named = bool(block) and isinstance(block[0], Text) and block[0].plain == page.row.name
    if not named:
        yield Padding(Text(page.row.name, style="bold"), (0, 0, 0, 2))
    yield from (Padding(part, (0, 0, 0, 2 if named else 4)) for part in block)
