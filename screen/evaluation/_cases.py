"""Where the levels and the jobs are not what the labels say: tables of counts, and cases with their quotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from screen.evaluation._record import Evaluation, LabelledQuote, RequirementFigures, WrongLevel
from screen.model.result import QuoteRecord
from screen.wording import one_line, say

MOST_QUOTES = 3
"""Of each kind for a case; JSON has all."""
LONGEST = 160
"""Characters of a quote that show which one it is."""
WIDEST_TITLE = 28
"""Columns of a requirement's title above its table: three tables stand beside each other."""


def confusion(figures: RequirementFigures, language: str) -> RenderableType:
    """Applicants by label (down) and level (across)."""
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False, header_style="dim")
    table.add_column(Text(say("confusion-corner", language)), style="dim", justify="right")
    for level in range(5):
        table.add_column(Text(str(level)), justify="right", min_width=3)
    for label, row in enumerate(figures.confusion):
        cells = [_count(n, label == level) for level, n in enumerate(row)]
        table.add_row(Text(str(label)), *cells)
    title = one_line(figures.title)
    return Group(Text(title if len(title) <= WIDEST_TITLE else f"{title[: WIDEST_TITLE - 1]}…"), table)


def _count(count: int, right: bool) -> Text:
    if not count:
        return Text("·", style="dim")
    return Text(str(count), style="bold green" if right else "bold red")


def worst_levels(evaluation: Evaluation, language: str, most: int) -> Iterator[RenderableType]:
    """The cases farthest off, each with what was quoted and what the labels point at."""
    wrong = evaluation.worst
    if not wrong:
        yield Text("\n" + say("worst-none", language), style="bold")
        return
    yield Text("\n" + say("worst-head", language, count=len(wrong)), style="bold")
    for case in wrong[:most]:
        yield from _case(case, evaluation, language)
    yield from _more(len(wrong) - most, language)


def _more(hidden: int, language: str) -> Iterator[Text]:
    if hidden > 0:
        yield Text(say("worst-more", language, count=hidden), style="dim")


def _case(case: WrongLevel, evaluation: Evaluation, language: str) -> Iterator[RenderableType]:
    title = one_line(evaluation.requirements[case.requirement].title)
    told = say(
        "worst-level", language, level=case.level, name=say(f"level-{case.level}", language),
        label=case.label, wanted=say(f"level-{case.label}", language),
    )  # fmt: skip
    yield Text.assemble((one_line(case.id), "bold"), f" · {title}: {told}")
    if case.status != "scored":
        yield _indented(Text(say(f"status-{case.status}", language), style="yellow"))
    yield from (_quoted(q, language) for q in case.evidence[:MOST_QUOTES])
    yield from (_aside(q, language) for q in case.set_aside[:MOST_QUOTES])
    for text in case.unmet[:MOST_QUOTES]:
        yield _indented(Text(say("worst-unmet", language, text=_short(text)), style="dim"))


def _quoted(quote: LabelledQuote, language: str) -> Padding:
    code = "worst-slip" if quote.slip else "worst-quote"
    style = "red" if quote.slip else "green" if quote.meets_label else ""
    return _indented(
        Text(say(code, language, text=_short(quote.quote.quote), place=_place(quote.quote, language)), style)
    )


def _aside(quote: QuoteRecord, language: str) -> Padding:
    why = say(f"aside-{quote.why}", language)
    told = say("worst-aside", language, text=_short(quote.quote), place=_place(quote, language), why=why)
    return _indented(Text(told, style="dim"))


def _indented(text: Text) -> Padding:
    return Padding(text, (0, 0, 0, 4))


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def _place(quote: QuoteRecord, language: str) -> str:
    if quote.page is None:
        return say("place-line", language, document=quote.document, line=quote.line)
    return say("place-page-line", language, document=quote.document, page=quote.page, line=quote.line)


def misread_positions(evaluation: Evaluation, language: str, most: int) -> Iterator[RenderableType]:
    """Jobs that were missed, made up, or read with other dates, employer or sector."""
    cases: Sequence[RenderableType] = [
        Text.assemble(
            (one_line(m.id), "bold"),
            " · " + say(f"misread-{m.what}", language, label=m.label or "", read=m.read or ""),
        )
        for m in evaluation.misread
    ]
    if cases and most:
        yield Text("\n" + say("misread-head", language, count=len(cases)), style="bold")
        yield from cases[:most]
        yield from _more(len(cases) - most, language)
