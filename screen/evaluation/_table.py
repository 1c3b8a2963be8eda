"""The evaluation for people: figures, tables of levels against labels, the worst cases with their quotes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from screen.evaluation._cases import confusion, misread_positions, worst_levels
from screen.evaluation._record import SCHEMA, Evaluation
from screen.wording import day, number, one_line, say
from screen.wording.plain import plain

WIDTH = 100
"""Columns in pipes and files."""
WORST = 10
"""Cases shown unless somebody asks for more or fewer."""
MOST_NAMES = 10
"""Of applicants on one line; JSON has all."""
GAP = 2
"""Blanks between columns."""
NOTHING = "–"
"""Not measured."""


def render(evaluation: Evaluation, language: str, worst: int = WORST) -> bytes:
    """The tables as UTF-8 text without colours."""
    return plain(show(evaluation, language, worst), WIDTH).encode("utf-8", "replace")


def show(evaluation: Evaluation, language: str, worst: int = WORST) -> RenderableType:
    """All of it, for a terminal."""
    blocks: list[RenderableType] = [_head(evaluation, language), Text(), _levels(evaluation, language)]
    blocks += [Text(), _evidence(evaluation, language), Text(), _rest(evaluation, language)]
    for block in (list(_people(evaluation, language)), list(_notes(evaluation, language))):
        blocks += [Text(), *block] if block else []
    blocks += [Text(), Text(say("evaluation-confusion", language), style="bold")]
    blocks.append(Columns([confusion(f, language) for f in evaluation.requirements.values()], padding=(1, 3)))
    blocks += [*worst_levels(evaluation, language, worst), *misread_positions(evaluation, language, worst)]
    return Group(*blocks)


def _head(evaluation: Evaluation, language: str) -> Text:
    head = say("evaluation-head", language, name=evaluation.labelled_set, count=evaluation.applicants)
    when = day(date.fromisoformat(evaluation.as_of), language)
    run = say("evaluation-run", language, date=when, file=evaluation.criteria.file, version=evaluation.tool.version)
    text = Text.assemble((head, "bold"), "\n", (f"{run} · {SCHEMA}", "dim"))
    if evaluation.but:
        text.append("\n" + say("evaluation-but", language, names=", ".join(evaluation.but)), style="dim")
    return text


def figure(value: float | None, language: str) -> str:
    """A share or an index with three decimals, a count as it is."""
    if value is None:
        return NOTHING
    return str(value) if isinstance(value, int) else number(value, language, 3)


def _table(language: str, *columns: str) -> Table:
    table = Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False, show_edge=False, header_style="bold")
    table.add_column(Text(say(columns[0], language)), overflow="fold", min_width=28)
    for column in columns[1:]:
        table.add_column(Text(say(column, language)), justify="right", vertical="bottom")
    return table


def _levels(evaluation: Evaluation, language: str) -> RenderableType:
    table = _table(
        language, "evaluation-levels", "figure-labelled", "figure-kappa", "figure-exact", "figure-within_1",
        "figure-rho", "figure-met_f1",
    )  # fmt: skip
    for row in evaluation.requirements.values():
        cells = (row.labelled, row.kappa, row.exact, row.within_1, row.rho, row.met_f1)
        table.add_row(Text(one_line(row.title)), *(figure(c, language) for c in cells))
    if len(evaluation.requirements) > 1:
        table.add_row(Text(say("figure-mean", language)), "", figure(evaluation.kappa_mean, language), style="dim")
    return Group(table, Text(say("legend-kappa", language), style="dim"))


def _evidence(evaluation: Evaluation, language: str) -> RenderableType:
    table = _table(
        language, "evaluation-evidence", "figure-any", "figure-recall", "figure-precision", "figure-quotes",
        "figure-slips", "figure-bare",
    )  # fmt: skip
    for row in evaluation.requirements.values():
        shares = (row.evidence_any, row.evidence_recall, row.evidence_precision)
        quotes = number(row.quotes, language, 1)
        counts = (row.evidence_slips, row.bare_levels)
        cells = (*(figure(c, language) for c in shares), quotes, *(figure(c, language) for c in counts))
        table.add_row(Text(one_line(row.title)), *cells)
    return Group(table, Text(say("legend-evidence", language), style="dim"))


def _rest(evaluation: Evaluation, language: str) -> Table:
    """Ranking, positions and reading: a line each."""
    table = Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False, show_edge=False, show_header=False)
    table.add_column(style="bold")
    table.add_column()
    for name, figures in _lines(evaluation):
        told = [f"{say(f'figure-{code}', language)} {figure(value, language)}" for code, value in figures]
        table.add_row(
            Text(say(name, language)), Text(" · ".join(told).replace(" ", "\u00a0").replace("\u00a0·\u00a0", "  · "))
        )
    return table


def _lines(evaluation: Evaluation) -> Iterator[tuple[str, list[tuple[str, float | None]]]]:
    qualified, jobs = evaluation.qualified, evaluation.positions
    yield (
        "evaluation-ranking",
        [
            ("ndcg", evaluation.ndcg10),
            ("tau", evaluation.tau),
            ("qualified", qualified.f1 if qualified else None),
            ("rank_faults", evaluation.rank_faults),
        ],
    )
    if jobs:
        yield (
            "evaluation-positions",
            [
                ("precision-of", jobs.precision),
                ("recall-of", jobs.recall),
                ("f1", jobs.f1),
                ("dates", jobs.dates_exact),
                ("employer", jobs.employer),
                ("sector", jobs.sector),
            ],
        )
    yield (
        "evaluation-reading",
        [
            ("partial", evaluation.partial),
            ("wrong", evaluation.wrong_when_sure),
            ("years", evaluation.years_mae),
            ("grouping", evaluation.grouping),
        ],
    )


def _people(evaluation: Evaluation, language: str) -> Iterator[Text]:
    """Whoever was not where the labels have them."""
    for code, ids in (
        ("evaluation-surplus", evaluation.surplus_names),
        ("evaluation-absent", evaluation.absent),
        ("evaluation-not-scored", evaluation.not_scored),
    ):
        if ids:
            more = ", …" if len(ids) > MOST_NAMES else ""
            yield Text(say(code, language, count=len(ids), names=", ".join(ids[:MOST_NAMES]) + more))


def _notes(evaluation: Evaluation, language: str) -> Iterator[Text]:
    for notice in evaluation.notices:
        yield Text(notice.text, style="yellow")
    for notice in evaluation.not_measured:
        yield Text(notice.text, style="dim")
