"""A career as a list with bars, newest first."""

from __future__ import annotations

from datetime import date

from rich.table import Table
from rich.text import Text

from screen.model.cv import Period, Position
from screen.model.finding import Assessment
from screen.reports import _levels as levels
from screen.reports._options import Options
from screen.wording import knows, month, number, one_line, say

BARS = 24
"""Cells of the time axis."""
WIDE = 90
"""Columns from which there is room for bars."""


def career(assessment: Assessment, as_of: date, options: Options) -> Table:
    """Every position with its period, newest first; undated ones last."""
    rows = sorted(assessment.positions, key=lambda row: newest(row[0], as_of))
    dated = [ends(p.period, as_of) for p, *_ in rows if p.period]
    axis = (min((a for a, _ in dated), default=0), as_of.year * 12 + as_of.month - 1)
    bars = options.width is not None and options.width >= WIDE
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    if bars:
        table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    if bars and dated:
        table.add_row(Text(), Text(_years(axis), style="dim"), Text())
    for position, document, page, line in rows:
        cells = [Text(period_text(position, options.language))]
        if bars:
            cells.append(Text(_bar(position.period, axis, as_of, options.unicode), style="cyan"))
        where = levels.place(document, page, line, options.language)
        cells.append(Text.assemble(_what(position, options.language), "  ", (where, "dim")))
        table.add_row(*cells)
    return table


def _years(axis: tuple[int, int]) -> str:
    """The axis' first and last year, and the one halfway where there is room between them."""
    first, last = axis[0] // 12, axis[1] // 12
    middle = str((first + last) // 2) if last - first > 3 else ""
    return f"{first}{middle:^{BARS - 8}}{last}" if last > first else f"{first}"


def newest(position: Position, as_of: date) -> tuple[int, int, int]:
    """Sorts positions: the newest first, undated ones last."""
    if position.period is None:
        return (1, 0, 0)
    first, last = ends(position.period, as_of)
    return (0, -last, -first)


def ends(period: Period, as_of: date) -> tuple[int, int]:
    """First and last month, each year × 12 + month − 1."""
    # Bare years are drawn as they are counted: from July, to June.
    first = period.first.year * 12 + (period.first.month or 7) - 1
    if period.last is None:
        return first, as_of.year * 12 + as_of.month - 1
    return first, max(first, period.last.year * 12 + (period.last.month or 6) - 1)


def _bar(period: Period | None, axis: tuple[int, int], as_of: date, unicode: bool) -> str:
    full, empty = ("█", "·") if unicode else ("#", ".")
    if period is None:
        return empty * BARS
    first, last = ends(period, as_of)
    scale = BARS / max(axis[1] - axis[0] + 1, 1)
    start = min(int((first - axis[0]) * scale), BARS - 1)
    end = min(max(int((last + 1 - axis[0]) * scale), start + 1), BARS)
    return empty * start + full * (end - start) + empty * (BARS - end)


def period_text(position: Position, language: str) -> str:
    """When it was, in words."""
    period = position.period
    if period is not None:
        first = month(period.first.year, period.first.month, language)
        last = month(period.last.year, period.last.month, language) if period.last else say("now", language)
        return f"{first} – {last}"
    if position.stated_months:
        return say("stated-months", language, years=number(position.stated_months / 12, language))
    return say("undated", language)


def _what(position: Position, language: str) -> Text:
    title = one_line(position.title or "") or say("title-unknown", language)
    text = Text(title, style="bold")
    if position.employer:
        text.append(f", {one_line(position.employer)}", style="not bold")
    told = [say(code, language) for code in traits(position) if knows(code)]
    if told:
        text.append(f" ({', '.join(told)})", style="not bold")
    return text


def traits(position: Position) -> list[str]:
    """Codes of what is out of the ordinary about a position, and its sector."""
    out = [] if position.role == "job" else [f"role-{position.role}"]
    out += ["acting"] if position.acting else []
    return out + ([f"sector-{position.sector}"] if position.sector else [])
