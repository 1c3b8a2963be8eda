"""One CV document, read: its positions, studies and statements, and what could not be placed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from screen.lexicon import reading
from screen.model.cv import Position, SectionKind, Statement, Study
from screen.model.errors import Notice
from screen.model.text import Document, Span
from screen.understand._accounting import Accounts, untold
from screen.understand._anchors import undated
from screen.understand._entry import Entry
from screen.understand._heads import fields, names_employer, names_title
from screen.understand._row import Row
from screen.understand._rows import rows_of
from screen.understand._told import as_told
from screen.understand._words import phrases
from screen.understand.entries import entries
from screen.understand.positions import ROLE_OF_SECTION, position_of, sector_of, title_order
from screen.understand.prose import Told, end_told, ended, half_told, told
from screen.understand.sections import Section, sections
from screen.understand.statements import say
from screen.understand.studies import STUDY_SECTIONS, studies, tells_studies, tells_study

_STOP = re.compile(r"(?<=[^\W\d_]{3})\.\s+(?=[A-ZÆØÅÄÖ])")
JOB_SECTIONS: tuple[SectionKind, ...] = ("experience", "other", "profile")
SAME_TITLE = 90
"""Of 100: two entries of one period with titles so alike are one position told twice."""


@dataclass
class Reading:
    """What was understood of one or more documents so far."""

    positions: list[Position] = field(default_factory=list)
    studies: list[Study] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    unaccounted: list[Row] = field(default_factory=list)
    loose: list[Row] = field(default_factory=list)
    """Rows like heads before a section's first entry: reported unless the document's prose gives them a position."""
    notices: list[Notice] = field(default_factory=list)

    def place(self, position: Position) -> int:
        """The index of a position, added unless it was told before."""
        for i, known in enumerate(self.positions):
            if _same(known, position):
                return i
        self.positions.append(position)
        return len(self.positions) - 1


def _same(a: Position, b: Position) -> bool:
    if not a.period or not b.period or a.role != b.role or not a.title or not b.title:
        return False
    if (a.period.first.year, a.period.last and a.period.last.year) != (
        b.period.first.year,
        b.period.last and b.period.last.year,
    ):
        return False
    if a.employer and b.employer and fuzz.partial_ratio(a.employer.casefold(), b.employer.casefold()) < SAME_TITLE:
        return False
    return fuzz.ratio(a.title.casefold(), b.title.casefold()) >= SAME_TITLE


def _is_entry(entry: Entry, section: Section) -> bool:
    """Whether an entry under a heading that promises no jobs tells of one all the same."""
    if section.kind == "experience":
        return True
    dated = entry.dated is not None and entry.dated.kind == "period"
    return dated and names_title(entry.head) and (section.kind == "other" or names_employer(entry.head + entry.group))


def _career(found: Sequence[Entry], jobs: Sequence[Entry]) -> bool:
    """Whether the entries of a section that does not say so are a career: a job surely, and most with a title."""
    titled = [e for e in found if e.dated and e.dated.kind == "period" and names_title(e.head)]
    return bool(jobs) and len(titled) > 1 and 3 * max(len(jobs), len(titled)) >= len(found)


def _opening(row: Row) -> Row:
    """A row up to the end of its first sentence: "Medlem af Byrådet. Forhandlede budgettet"."""
    found = _STOP.search(row.text)
    title = reading.title_span(row.text[: found.start()]) if found else None
    if found is None or title is None:
        return row
    span = Span(row.start, row.start + found.start())
    dates = tuple(d for d in row.dates if span.holds(d.span)) or row.dates
    return replace(row, line=replace(row.line, span=span), text=span.shifted(-row.start).of(row.text), dates=dates)


def _own_firm(position: Position) -> bool:
    """Whether a title says itself that its holder works for herself: "Freelancejournalist"."""
    return position.title is not None and reading.certainty(position.title) > 0


class _Reader:
    def __init__(self, document: Document, text: str, into: Reading) -> None:
        self.document, self.text, self.out = document, text, into

    def say(self, rows: Sequence[Row], kind: SectionKind, position: int | None = None, heading: bool = False) -> None:
        """Adds the statements of some rows."""
        self.out.statements += say(self.document, self.text, rows, kind, position=position, heading=heading)

    def jobs(self, section: Section, undated: bool = False) -> None:
        """A section that holds, or may hold, entries of a career.

        Under a heading that no list knows, several entries must tell a title; then the others are jobs too.
        """
        before, found = entries(section.rows, title_wanted=section.kind == "experience" or undated)
        self.say(before, section.kind)
        jobs = [e for e in found if _is_entry(e, section)]
        if section.kind in ("other", "profile") and _career(found, jobs):
            jobs = [e for e in found if e.dated and e.dated.kind == "period" and any(fields(r) for r in e.head)]
        if undated:
            jobs = found if len(found) > 1 else []
        if section.kind == "experience":
            self.out.loose += [r for r in before if r.headlike and names_title([r]) and names_employer([r])]
        first = title_order(found)
        for entry in found:
            if section.kind == "experience" and tells_study(entry.head):
                self.learn(Section("education", None, [*entry.group, *entry.head, *entry.body]))
                continue
            position = position_of(entry, section.kind, first) if entry in jobs else None
            if position is None:
                self._leave(entry, section)
                continue
            self._keep(entry, section, self._same_place(entry, position))

    def _same_place(self, entry: Entry, position: Position) -> Position:
        """A position whose head says "samme sted", at the employer of the one before."""
        said = " ".join(row.text for row in entry.head)
        before = next((p.employer for p in reversed(self.out.positions) if p.role == "job"), None)
        if before is None or not phrases("same_place").search(said):
            return position
        title = position.title and phrases("same_place").sub("", position.title).rstrip(" ,.")
        return replace(position, title=title, employer=before, sector=sector_of(title, before))

    def _keep(self, entry: Entry, section: Section, position: Position) -> None:
        at = self.out.place(position)
        self.say([*(r for r in entry.group if r not in entry.head), *entry.head], section.kind, at, heading=True)
        self.say(entry.body, section.kind, at)
        rows = entry.head + entry.group
        unknown = not names_title(rows) and not names_employer(rows)
        placeless = position.employer is None and position.period is not None and not _own_firm(position)
        if position.role == "job" and (placeless or (unknown and not (position.title and position.employer))):
            self.out.unaccounted.append(entry.anchor)
        if entry.dated is not None and entry.dated.doubt == "reversed":
            self.out.notices.append(Notice.of("reversed-period", text=entry.anchor.text.strip()[:80]))
        elif position.period is None and position.role == "job" and section.kind == "experience":
            code = "lone-date" if entry.dated and entry.dated.kind == "point" else "undated-position"
            self.out.notices.append(Notice.of(code, title=position.title or position.employer or ""))

    def _leave(self, entry: Entry, section: Section) -> None:
        rows = [*entry.group, *entry.head, *entry.body]
        self.say(rows, section.kind)
        heads = [r for r in entry.head if r.periods and r.headlike and not r.bullet]
        if section.kind in JOB_SECTIONS and heads and names_title(entry.head):
            self.out.unaccounted += heads

    def offices(self, section: Section) -> None:
        """Boards, elected offices, voluntary work: an entry, a bullet or a line each."""
        before, found = entries(section.rows, title_wanted=False)
        for row in before:
            self._office([row], Entry([row], None, row), section)
        for entry in found:
            self._office(entry.head, entry, section)
            self.say(entry.body, section.kind, len(self.out.positions) - 1 if self.out.positions else None)

    def _office(self, rows: list[Row], entry: Entry, section: Section) -> None:
        short = replace(entry, head=[_opening(r) for r in entry.head])
        position = None if rows[0].sentence else position_of(short, section.kind, True)
        at = self.out.place(position) if position else None
        self.say(rows, section.kind, at, heading=at is not None)

    def learn(self, section: Section) -> None:
        """Education, courses, languages."""
        for study in studies(section.rows, section.kind):
            self.out.studies.append(study)
            rows = [r for r in section.rows if study.passage.span.holds(r.line.span)]
            self.out.statements += say(self.document, self.text, rows, section.kind, study=len(self.out.studies) - 1)


def read_cv(document: Document, text: str, into: Reading) -> None:
    """Adds what a CV tells to a reading."""
    reader = _Reader(document, text, into)
    found = sections(rows_of(document, text))
    before = len(into.positions)
    for section in (as_told(s, found) for s in found):
        if section.kind in STUDY_SECTIONS or (section.kind == "other" and tells_studies(section.rows)):
            reader.learn(section)
        elif section.kind in ROLE_OF_SECTION:
            reader.offices(section)
        elif section.kind in JOB_SECTIONS:
            reader.jobs(section)
        else:
            reader.say(section.rows, section.kind)
    if not any(p.role == "job" for p in into.positions[before:]):
        _read_prose(document, text, into)
    if not any(p.role == "job" for p in into.positions[before:]):
        _read_undated(reader, found, into)
    _account(document, text, found, into, before)


def _account(document: Document, text: str, found: Sequence[Section], into: Reading, before: int) -> None:
    """Reports the lines of a CV that a careful reader would not let pass."""
    mine = into.positions[before:]
    heads = [h.span for p in mine for h in p.heading if h.path == document.path]
    into.unaccounted += [r for r in into.loose if not any(r.line.span.meets(h) for h in heads)]
    into.loose.clear()
    into.unaccounted += Accounts(document.path, found, mine, into.studies).left()
    for span in untold(document.path, text, into.statements, into.positions):
        line = document.line_at(span.start)
        into.unaccounted.append(Row(document.path, line, line.span.of(text), ()))


def _read_undated(reader: _Reader, found: Sequence[Section], into: Reading) -> None:
    """A career without dates under headings of the writer's own: titles with employers, line by line."""
    for section in found:
        if section.kind == "other" and any(p.role == "job" for p in into.positions):
            return
        if section.kind == "other" and len(undated(section.rows)) > 1:
            spans = {r.line.span for r in section.rows}
            into.statements[:] = [s for s in into.statements if not _within(s, reader.document, spans)]
            reader.jobs(section, undated=True)


def _within(statement: Statement, document: Document, spans: set[Span]) -> bool:
    if statement.passage.path != document.path:
        return False
    return any(s.start <= statement.passage.span.start < s.end for s in spans)


def _read_prose(document: Document, text: str, into: Reading) -> None:
    """A career told in sentences: each that brings a time, a title and an employer begins a position."""
    free = [
        i
        for i, s in enumerate(into.statements)
        if s.passage.path == document.path and s.section in JOB_SECTIONS and s.position is None and not s.letter
    ]
    found: list[tuple[int, Told | None]] = []
    employer: str | None = None
    for i in free:
        item = told(document.path, text, into.statements[i].passage.span, employer)
        employer = item.position.employer if item else employer
        found.append((i, item))
        if item is None and half_told(text, into.statements[i].passage.span):
            into.unaccounted.append(_row(document, text, into.statements[i]))
    starts = [(i, item) for i, item in found if item is not None]
    edges = [*(i for i, _ in starts[1:]), len(into.statements)]
    runs = [[j for j in free if i <= j < end] for (i, _), end in zip(starts, edges, strict=True)] if starts else []
    ends = [[end_told(text, into.statements[j].passage.span) for j in run[1:]] for run in runs]
    later = [next((e for e in told_ends if e), None) for told_ends in ends]
    for position, run in zip(ended([t for _, t in starts], later), runs, strict=True):
        at = into.place(position)
        if position.period is None:
            into.unaccounted += [_row(document, text, into.statements[run[0]])]
        for j in run:
            into.statements[j] = replace(into.statements[j], position=at)


def _row(document: Document, text: str, statement: Statement) -> Row:
    line = document.line_at(statement.passage.span.start)
    return Row(document.path, line, line.span.of(text), ())
