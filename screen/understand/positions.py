"""Entries and running sentences to positions."""

from __future__ import annotations

from collections.abc import Sequence

from screen.grammar.dates import Dated
from screen.lexicon import reading
from screen.model.cv import Passage, Period, Position, Role, SectionKind
from screen.model.text import Span
from screen.understand._entry import Entry
from screen.understand._heads import Head, fields, read_head
from screen.understand._row import Row

ROLE_OF_SECTION: dict[SectionKind, Role] = {"boards": "board", "elected": "elected", "volunteer": "volunteer"}


def period_of(dated: Dated | None, path: str) -> Period | None:
    """The period of a date that has a beginning; a lone year or month is none."""
    if dated is None or dated.kind != "period" or dated.first is None:
        return None
    if dated.doubt == "reversed":
        return None
    return Period(dated.first, None if dated.running else dated.last, Passage(path, dated.span))


def _heading(head: Head, rows: Sequence[Row], group: Sequence[Row]) -> tuple[Passage, ...]:
    """Where title and employer stand, with the department between or behind them: a passage for each row."""
    places = [at for at in (head.title_at, head.employer_at) if at]
    if not places:
        return tuple(Passage(r.path, r.line.span) for r in rows)
    out: dict[int, Passage] = {}
    for row, span in places:
        parts = [f.span for f in fields(row)] if row in rows else []
        whole = Span(min([span, *parts]).start, max(x.end for x in [span, *parts]))
        out.setdefault(row.start, Passage(row.path, whole))
    return tuple(out.values())


def _role(head: Head, section: SectionKind) -> Role:
    said = [reading.role(head.text)]
    if head.title_at:
        said.append(reading.role(" ".join(head.title_at[0].bare.split())))
    told = next((r for r in said if r != "job"), "job")
    default = ROLE_OF_SECTION.get(section, "job")
    return default if told == "job" else told  # type: ignore[return-value]


def _stated(entry: Entry) -> int | None:
    """Months that the head or the first line states, where no period is given."""
    if entry.dated is not None and entry.dated.kind == "period":
        return None
    if entry.dated is not None and entry.dated.months:
        return entry.dated.months
    for row in [*entry.head, *entry.body[:2]]:
        for dated in row.dates:
            if dated.kind == "duration" and dated.months:
                return dated.months
    return None


def sector_of(title: str | None, employer: str | None) -> str | None:
    """The employer's sector, or the title's where the employer's name bears no mark."""
    told = reading.sector(employer) if employer else None
    by_title = reading.title_sector(title) if title and not (employer and reading.certainty(employer)) else None
    return by_title or told


def title_order(found: Sequence[Entry]) -> bool:
    """Whether titles stand before employers in the entries that tell both."""
    votes = 0
    for entry in found:
        named = [f for row in entry.head for f in fields(row)]
        title = next((i for i, f in enumerate(named) if f.title), None)
        employer = next((i for i, f in enumerate(named) if f.employer), None)
        if title is not None and employer is not None and title != employer:
            votes += 1 if title < employer else -1
    return votes >= 0


def _own_employer(entry: Entry) -> bool:
    """Whether a head names an employer itself, if only as the name that shares a row with the dates.

    Under an employer's heading "Kontorchef, Politikontoret" names a department.
    """
    for row in entry.head:
        named = fields(row)
        if any(f.employer and (f.title is None or reading.organisation(f.of(f.employer))) for f in named):
            return True
        if row is entry.anchor and named and not any(f.title for f in named) and len(entry.head) > 1:
            return True
    return False


LONGEST_NAME = 9
"""Words of an employer's name that opens the text under a title."""


def _leading_name(entry: Entry) -> tuple[str | None, tuple[Row, Span] | None]:
    """An employer that opens the text below: "Direktør" over "Regionshospitalet Horsens. Leder for …"."""
    if not entry.body or entry.body[0].bullet:
        return None, None
    row = entry.body[0]
    first, stop, rest = row.text.partition(". ")
    named = reading.employer_span(first)
    if not stop or not rest or named is None or not reading.organisation(first):
        return None, None
    if len(first.split()) > LONGEST_NAME or len(named) < len(first.strip()) * 2 // 3:
        return None, None
    return named.of(first), (row, named.shifted(row.start))


def position_of(entry: Entry, section: SectionKind, title_first: bool) -> Position | None:
    """The position that an entry of a section describes; None where nothing in its head names one."""
    head = read_head(entry.head, title_first)
    employer, employer_at = head.employer, head.employer_at
    if entry.group:
        group = read_head(entry.group)
        if not _own_employer(entry) and (group.employer or group.title):
            employer, employer_at = group.employer or group.title, group.employer_at or group.title_at
    if employer is None:
        employer, employer_at = _leading_name(entry)
    if head.title is None and employer is None:
        return None
    whole = Head(head.title, head.title_at, employer, employer_at, head.text)
    path = entry.anchor.path
    return Position(
        title=head.title,
        employer=employer,
        sector=sector_of(head.title, employer),
        period=period_of(entry.dated, path),
        stated_months=_stated(entry),
        role=_role(whole, section),
        acting=reading.acting(head.title or head.text),
        staff=None,
        heading=_heading(whole, entry.head, entry.group),
        section=section,
    )
