"""Rows that date an entry: where a job, a study or an office begins or carries its period."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from screen.grammar.dates import Dated, find_dates
from screen.understand._heads import fields, names_employer, names_title
from screen.understand._row import Row, at_edge

_DATE_CELL = re.compile(r"^[\s\d./’'–—→>()-]*(?:[^\W\d_]{2,10}\.?[\s\d./’'–—→>()-]*){0,4}$")
LONGEST_DATE_CELL = 34
"""Characters."""


@dataclass(frozen=True)
class Anchor:
    """A row with the time of an entry."""

    at: int
    """Index of the row."""
    dated: Dated | None
    """None for an entry without dates."""
    last: int
    """Index of the last row that the date stands on."""


def _cell(row: Row) -> str:
    return row.text.strip().split("\t")[0].strip()


def _stacked(row: Row, below: Row | None) -> Dated | None:
    """A period written on two rows of the date column: "aug. 2017 –" over "nu"."""
    if below is None or below.line.look.page != row.line.look.page:
        return None
    upper, lower = _cell(row), _cell(below)
    if not upper or not lower or max(len(upper), len(lower)) > LONGEST_DATE_CELL:
        return None
    if not (_DATE_CELL.match(upper) and _DATE_CELL.match(lower)) or not any(c.isdigit() for c in upper):
        return None
    if any(d.kind == "period" and d.first for d in find_dates(lower)):
        return None
    whole = [d for d in find_dates(f"{upper} {lower}") if d.kind == "period"]
    alone = [d for d in find_dates(upper) if d.kind == "period"]
    if len(whole) != 1 or whole[0].span.end <= len(upper) + 1:
        return None
    if alone and not (alone[0].running and upper.rstrip()[-1] in "–—-→"):
        return None
    first = next(iter(row.dates), None)
    return (
        None
        if first is None
        else Dated(
            first.span, "period", whole[0].first, whole[0].last, whole[0].running, whole[0].months, whole[0].doubt
        )
    )


def _period(row: Row) -> Dated | None:
    return next((d for d in row.periods if at_edge(row, d) or _remarked(row, d)), None)


def _remarked(row: Row, dated: Dated) -> bool:
    """Whether title and employer stand before a period and a remark behind: ", 2017–18, ved siden af det andet"."""
    rest = row.text[dated.span.end - row.start :].lstrip()
    if row.sentence or row.bullet or rest[:1] not in (",", ";") or not rest[1:].lstrip()[:1].islower():
        return False
    before = [f for f in fields(row) if f.span.end <= dated.span.start]
    led = bool(before) and before[0].title is not None and before[0].title.start == before[0].span.start
    return led and any(f.employer for f in before)


def _alone(row: Row, dated: Dated) -> bool:
    """Whether nothing but a time is told in the cell of a duration."""
    a, b = dated.span.start - row.start, dated.span.end - row.start
    first, last = row.bare.rfind("\t", 0, a), row.bare.find("\t", b)
    return not row.bare[max(0, first) : last if last >= 0 else len(row.bare)].strip()


def _other_time(row: Row, kinds: Sequence[str]) -> Dated | None:
    found = [d for d in row.dates if d.kind in kinds and (at_edge(row, d) or _alone(row, d))]
    return found[0] if found and not row.sentence else None


def _dates_something(row: Row, dated: Dated, bullets: bool) -> bool:
    """Whether a row with a period heads an entry rather than telling of a project within one."""
    if row.sentence and not _date_only(row):
        return False
    if row.bullet:
        return bullets and names_title([row])
    return True


def _date_only(row: Row) -> bool:
    return not row.words


def anchors(rows: Sequence[Row]) -> list[Anchor]:
    """The dated rows of a section that head entries; lone years and durations only where there is nothing better."""
    plain = any(_period(r) and not r.bullet and not r.sentence for r in rows) and not _titles_listed(rows)
    out: list[Anchor] = []
    skip = -1
    for at, row in enumerate(rows):
        if at <= skip:
            continue
        below = rows[at + 1] if at + 1 < len(rows) else None
        stacked = _stacked(row, below) if not row.bullet else None
        dated = stacked or _period(row)
        if dated is None or not _dates_something(row, dated, bullets=not plain):
            continue
        skip = at + 1 if stacked else at
        out.append(Anchor(at, dated, skip))
    return _with_points(rows, out) if out else _lesser(rows)


def _titles_listed(rows: Sequence[Row]) -> bool:
    """Whether dated employers stand over bullets with a title and its period each."""
    heads = [r for r in rows if _period(r) and not r.bullet and not r.sentence]
    items = [r for r in rows if r.bullet and r.dates_trail and _period(r) and _leads(r)]
    return len(items) > len(heads) and names_employer(heads[:1]) and not any(names_title([r]) for r in heads)


def _leads(row: Row) -> bool:
    """Whether a row begins with a title."""
    named = fields(row)
    return bool(named) and named[0].title is not None and named[0].title.start == named[0].span.start


def _with_points(rows: Sequence[Row], found: Sequence[Anchor]) -> list[Anchor]:
    """Also the rows whose lone year or month stands where the others have their periods."""
    lead = sum(rows[a.at].dates_lead for a in found) * 2 > len(found)
    taken = {i for a in found for i in range(a.at, a.last + 1)}
    out = list(found)
    for at, row in enumerate(rows):
        dated = _other_time(row, ("point",))
        if at in taken or dated is None or row.bullet or (row.dates_lead if lead else row.dates_trail) is False:
            continue
        if names_title([row]) and names_employer([row]):
            out.append(Anchor(at, dated, at))
    return sorted(out, key=lambda a: a.at)


def _lesser(rows: Sequence[Row]) -> list[Anchor]:
    """Anchors of a section without periods: durations, then lone years, beside a title."""
    for kinds in (("duration",), ("point",)):
        found = [
            Anchor(at, dated, at)
            for at, row in enumerate(rows)
            if (dated := _other_time(row, kinds)) and (names_title(rows[max(0, at - 1) : at + 2]))
        ]
        if found:
            return found
    return []


def undated(rows: Sequence[Row]) -> list[Anchor]:
    """Rows with a title and an employer of their own: entries of a list without any dates."""
    out = []
    for at, row in enumerate(rows):
        if row.sentence or row.dates or not row.words:
            continue
        named = fields(row)
        if any(f.title for f in named) and (any(f.employer for f in named) or row.line.look.bold):
            out.append(Anchor(at, None, at))
    return out
