"""The sheets of a workbook: heads, rows, and how wide their columns are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Self

from screen.reports._cells import STARTS
from screen.reports._dossier import Dossier, Person, Quote, Row
from screen.wording import say

Value = str | float | int | None
WIDEST = 60
"""Characters of a column; longer texts are broken into lines."""
LONGEST_CELL = 32_767
"""Characters that a cell can hold."""
LONGEST_TAB = 31
"""Characters that a sheet's name may have."""
BAR = "#B5CCE4"
"""Light, so that the figure on it is read."""
LINE = 15.0
"""Points of a line of text in a row; no program finds the height of broken lines by itself."""
TALLEST = 400.0
"""Points that a row may take."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One view."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    bars: tuple[tuple[int, float], ...] = ()
    """Columns with data bars, and the value of a full bar."""


@dataclass(frozen=True, slots=True)
class Looks:
    """Formats of a workbook's cells."""

    head: Any
    text: Any
    quoted: Any
    """Of what a spreadsheet could take for a formula: it is marked as text."""
    whole: Any
    decimal: Any

    @classmethod
    def of(cls, book: Any) -> Self:
        """The formats, made in a workbook."""
        top = {"valign": "top", "text_wrap": True}
        return cls(
            head=book.add_format({"bold": True, "bg_color": "#E8EDF3", "bottom": 1, **top}),
            text=book.add_format(top),
            quoted=book.add_format({**top, "quote_prefix": True}),
            whole=book.add_format({"valign": "top", "num_format": "0"}),
            decimal=book.add_format({"valign": "top", "num_format": "0.0"}),
        )


def of(made: Dossier) -> Iterator[Sheet]:
    """Every view, in the order of the tabs."""
    yield _ranking(made)
    yield _levels(made)
    yield _evidence(made)
    yield _positions(made)
    yield _problems(made)
    yield _record(made)


def write(book: Any, sheet: Sheet, looks: Looks) -> None:
    """A sheet with its head frozen, filters, and bars."""
    page = book.add_worksheet(sheet.name[:LONGEST_TAB])
    widths = [_width(head, (row[column] for row in sheet.rows)) for column, head in enumerate(sheet.heads)]
    for column, (head, width) in enumerate(zip(sheet.heads, widths, strict=True)):
        page.write_string(0, column, head, looks.head)
        page.set_column(column, column, width)
    page.set_row(0, _height(sheet.heads, widths))
    for at, row in enumerate(sheet.rows, 1):
        page.set_row(at, _height(row, widths))
        for column, value in enumerate(row):
            _write_cell(page, at, column, value, looks)
    page.freeze_panes(1, 2)
    page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.heads) - 1)
    for column, full in sheet.bars:
        options = {"type": "data_bar", "min_type": "num", "max_type": "num", "min_value": 0, "max_value": full}
        options |= {"bar_color": BAR, "bar_solid": True}
        page.conditional_format(1, column, max(len(sheet.rows), 1), column, options)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_footer("&P / &N")


def _write_cell(page: Any, row: int, column: int, value: Value, looks: Looks) -> None:
    if isinstance(value, str):
        page.write_string(row, column, value[:LONGEST_CELL], looks.quoted if value.startswith(STARTS) else looks.text)
    elif isinstance(value, float):
        page.write_number(row, column, value, looks.decimal)
    elif isinstance(value, int):
        page.write_number(row, column, value, looks.whole)


def _width(head: str, values: Iterable[Value]) -> int:
    longest = max((len(str(v)) for v in values if v is not None), default=0)
    return max(8, min(WIDEST, max(longest, min(len(head), 18)) + 3))


def _height(row: Sequence[Value], widths: Sequence[int]) -> float:
    """Of the cell with most lines."""
    lines = [
        sum(max(1, -(-len(part) // max(1, width - 2))) for part in str(value).split("\n"))
        for value, width in zip(row, widths, strict=True)
        if value is not None
    ]
    return min(TALLEST, LINE * max(lines, default=1))


def _ranking(made: Dossier) -> Sheet:
    language = made.language
    heads = [say(c, language) for c in ("column-rank", "column-applicant", "column-listed", "column-total")]
    heads += [f"{want.label} ({want.weight})" for want in made.wants] + [say("column-remarks", language)]
    rows = [
        (
            row.rank,
            row.name,
            say("yes" if row.listed else "no", language),
            None if row.score is None else float(row.score),
            *(cell.level for cell in row.cells),
            "; ".join((*row.flags, *row.remarks)),
        )
        for row in made.rows
    ]
    bars = ((3, 100.0), *((4 + at, 4.0) for at in range(len(made.wants))))
    return Sheet(say("sheet-ranking", language), tuple(heads), tuple(rows), bars)


def _levels(made: Dossier) -> Sheet:
    codes = ("column-rank", "column-applicant", "column-requirement", "column-level", "column-level-word",
             "column-must", "column-flag", "column-decided", "column-open", "column-ask")  # fmt: skip
    rows = [row for person in made.people for row in _levels_of(person, made)]
    return Sheet(say("sheet-levels", made.language), _heads(codes, made), tuple(rows), ((3, 4.0),))


def _levels_of(person: Person, made: Dossier) -> Iterator[tuple[Value, ...]]:
    for verdict in person.verdicts:
        want = made.wants[verdict.requirement]
        either = f"\n{say('or-else', made.language)}\n"
        yield (
            person.row.rank,
            person.row.name,
            want.label,
            verdict.cell.level,
            verdict.cell.word,
            want.must,
            say("flag", made.language) if verdict.cell.flag else "",
            either.join("\n".join(a.lines) for a in verdict.decided_by) or verdict.decided,
            "\n".join(verdict.open),
            want.ask,
        )


def _evidence(made: Dossier) -> Sheet:
    codes = ("column-rank", "column-applicant", "column-requirement", "column-counts", "column-why",
             "column-quote", "column-place")  # fmt: skip
    rows: list[tuple[Value, ...]] = []
    for person in made.people:
        row = person.row
        for verdict in person.verdicts:
            label = made.wants[verdict.requirement].label
            rows += (_quote(row, label, "yes", q, made.language) for q in verdict.quotes)
            rows += (_quote(row, label, "no", q, made.language) for q in verdict.aside)
        rows += (
            _quote(row, say("section-unaccounted", made.language), "no", q, made.language) for q in person.unaccounted
        )
    return Sheet(say("sheet-evidence", made.language), _heads(codes, made), tuple(rows))


def _quote(row: Row, label: str, counts: str, quote: Quote, language: str) -> tuple[Value, ...]:
    place = f"{quote.place} ({say('read-by-ocr', language)})" if quote.ocr else quote.place
    return (row.rank, row.name, label, say(counts, language), quote.why, quote.text, place)


def _positions(made: Dossier) -> Sheet:
    codes = ("column-rank", "column-applicant", "column-title", "column-employer", "column-sector", "column-role",
             "column-acting", "column-start", "column-end", "column-period", "column-place")  # fmt: skip
    rows: list[tuple[Value, ...]] = []
    for person in made.people:
        for job in person.jobs:
            acting = say("acting", made.language) if job.acting else ""
            rows.append(
                (person.row.rank, person.row.name, job.title, job.employer, job.sector, job.role, acting,
                 job.first, job.last, job.period, job.place)
            )  # fmt: skip
    return Sheet(say("sheet-positions", made.language), _heads(codes, made), tuple(rows))


def _problems(made: Dossier) -> Sheet:
    heads = _heads(("column-about", "column-what"), made)
    rows: list[tuple[Value, ...]] = [(fact.label, fact.value) for fact in made.problems]
    rows += [("screen", notice) for notice in made.notices]
    rows += [(person.row.name, notice) for person in made.people for notice in person.notices]
    return Sheet(say("sheet-problems", made.language), heads, tuple(rows))


def _record(made: Dossier) -> Sheet:
    heads = _heads(("column-about", "column-what"), made)
    rows: list[tuple[Value, ...]] = [(fact.label, fact.value) for fact in (*made.cover, *made.record)]
    rows += [("", line) for line in made.legend]
    for want in made.wants:
        for level in want.scale:
            either = f"\n{say('or-else', made.language)}\n"
            rows.append(
                (
                    f"{want.label}: {level.level} {level.word}",
                    either.join("\n".join(a.lines) for a in level.alternatives),
                )
            )
    rows += [(f.path, f.sha256) for person in made.people for f in person.files]
    return Sheet(say("sheet-record", made.language), heads, tuple(rows))


def _heads(codes: tuple[str, ...], made: Dossier) -> tuple[str, ...]:
    return tuple(say(code, made.language) for code in codes)
