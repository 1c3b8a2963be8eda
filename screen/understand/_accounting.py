"""What a careful reader would not let pass: dated and title-like lines that ended nowhere, and jobs that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from screen.grammar.dates import Dated
from screen.lexicon import reading
from screen.model.cv import Month, Position, Statement, Study
from screen.model.text import MASK, Span
from screen.understand._heads import fields, names_employer, names_title
from screen.understand._row import Row, at_edge
from screen.understand._running import END
from screen.understand._words import phrases
from screen.understand.prose import surely_told, told
from screen.understand.sections import Section

YEAR = re.compile(r"(?<!\d)(?:19[5-9]\d|20[0-3]\d)(?!\d)")
LONGEST_HOLE = 36
"""Months without a job, beyond which lines that look like jobs must have been one."""
MOST_RUNNING = 3
"""Jobs that somebody may hold at a time."""
FOREVER = 10**6
JOB_LIKE = ("experience", "other")
NOT_JOB_LIKE = ("education", "courses", "skills", "results", "projects", "publications")
SHORTEST_TITLE = 3
"""Letters."""


class Accounts:
    """What one CV document tells, held against what was read of it."""

    def __init__(
        self, path: str, found: Sequence[Section], positions: Sequence[Position], studies: Sequence[Study]
    ) -> None:
        self.path, self.sections = path, found
        self.jobs = [p for p in positions if p.role == "job"]
        periods = [x.period for x in positions] + [x.period for x in studies]
        self.placed = [x.passage.span for x in periods if x]
        self.heads = [h.span for p in positions for h in p.heading]

    def left(self) -> list[Row]:
        """The rows that must be reported."""
        rows = [r for s in self.sections for r in self._of_section(s)]
        return [*rows, *self._holes(), *self._impossible(), *self._newest(), *self._misread(), *self._elsewhere()]

    def _newest(self) -> list[Row]:
        """The head of an undated job whose lone date follows all others' ends: it runs on, or its end was not read."""
        ends = [_index(p.period.last) for p in self.jobs if p.period]
        heads = [h.span for p in self.jobs if p.period is None for h in p.heading]
        if not ends or max(ends) == FOREVER:
            return []
        rows = [r for s in self.sections for r in s.rows if any(r.line.span.meets(h) for h in heads)]
        return [r for r in rows if any(d.kind == "point" and d.first and _index(d.first) >= max(ends) for d in r.dates)]

    def _of_section(self, section: Section) -> list[Row]:
        if section.kind not in JOB_LIKE:
            return []
        within = any(self._heads_in(r) for r in section.rows)
        if section.kind == "other" and not within:
            return [r for r in section.rows if section.heading is None and not r.words and self._lost_period(r, True)]
        sure = section.kind == "experience"
        pairs = zip_longest(section.rows, section.rows[1:])
        dated = [r for r, below in pairs if self._lost_period(r, sure) and not _time_away(r, below)]
        years = [r for r in section.rows if _unread_years(r)]
        return [*dated, *years, *(self._broken(section.rows) if sure else ())]

    def _heads_in(self, row: Row) -> bool:
        return any(row.line.span.meets(h) for h in self.heads)

    def _lost_period(self, row: Row, sure: bool) -> bool:
        """A row that begins or ends with a period which no position has."""
        if row.bullet or MASK in row.text or (not row.words and END.search(row.text)):
            return False
        head = _like_a_head(row)
        edge = [d for d in row.periods if (at_edge(row, d) or head) and (not row.sentence or _in_cell(row, d))]
        lost = [d for d in edge if not any(d.span.meets(p) for p in self.placed) and not self._holds_a_job(d)]
        if not lost or self._heads_in(row) or reading.role(row.text) == "leave":
            return False
        return names_title([row]) or (sure and (row.dates_lead or not (row.sentence or self._within_a_job(lost[0]))))

    def _within_a_job(self, dated: Dated) -> bool:
        """Whether a period lies within a job's: something that was done there."""
        first, last = _index(dated.first), FOREVER if dated.running else _index(dated.last)
        return any(p.period and _index(p.period.first) <= first and last <= _index(p.period.last) for p in self.jobs)

    def _broken(self, rows: Sequence[Row]) -> list[Row]:
        """Lone dates in the column of dates that belong to no job: the other half of a period that broke there."""
        out, open_end = [], False
        ends = [p.period.last for p in self.jobs if p.period]
        for row in rows:
            lone = not row.periods and bool(row.dates) and row.dates[0].kind == "point" and _in_cell(row, row.dates[0])
            if lone and open_end and row.dates[0].first not in ends:
                out.append(row)
            if row.periods:
                last = row.periods[-1].span.shifted(-row.start).of(row.text)
                open_end = row.periods[-1].running and last.rstrip()[-1:] in "–—-"
        return out

    def _misread(self) -> list[Row]:
        """The rows of jobs whose title is none: a word in lower case, or too short, that no list knows."""
        odd = [p for p in self.jobs if p.title and p.period and _no_title(p.title)]
        return self._rows_of(odd)

    def _elsewhere(self) -> list[Row]:
        """Rows of a title with its employer and period in sections that tell of no jobs: misplaced."""
        rows = [r for s in self.sections if s.kind in NOT_JOB_LIKE for r in s.rows]
        found = [r for r in rows if r.periods and _like_a_head(r) and self._lost_period(r, False)]
        return [
            r for r in found if not phrases("study_marks").search(r.bare) and not phrases("study_places").search(r.bare)
        ]

    def _holds_a_job(self, dated: Dated) -> bool:
        """Whether a job lies within a period: it is the employer's, above several titles."""
        first, last = _index(dated.first), _index(dated.last)
        return any(p.period and first <= _index(p.period.first) and _index(p.period.last) <= last for p in self.jobs)

    def _holes(self) -> list[Row]:
        """Title-like lines that were not placed, where the career has a hole."""
        if not _hole(self.jobs):
            return []
        rows = [r for s in self.sections if s.kind in JOB_LIKE for r in s.rows]
        return [r for r in rows if not self._heads_in(r) and _like_a_head(r)]

    def _impossible(self) -> list[Row]:
        """The heads of jobs that run on beside too many others, or on and on behind a bare dash."""
        running = [p for p in self.jobs if p.period and p.period.last is None]
        if len(running) > MOST_RUNNING:
            return self._rows_of(running)
        return self._rows_of(p for p in running if len(running) > 1 and self._outlived(p))

    def _outlived(self, job: Position) -> bool:
        """Whether a running job has no word for "now" and at least two jobs began after it."""
        assert job.period
        row = next((r for r in self._rows_of([job]) for d in r.periods if d.span == job.period.passage.span), None)
        later = [p for p in self.jobs if p.period and _index(p.period.first) > _index(job.period.first)]
        if row is None or len(later) < 2:
            return False
        said = job.period.passage.span.shifted(-row.start).of(row.text)
        return said.rstrip()[-1:] in "–—-"

    def _rows_of(self, jobs: Iterable[Position]) -> list[Row]:
        spans = [p.period.passage.span for p in jobs if p.period and p.period.passage.path == self.path]
        return [r for s in self.sections for r in s.rows if any(r.line.span.meets(x) for x in spans)]


def _no_title(title: str) -> bool:
    known = reading.title_span(title) is not None
    return not known and (title[0].islower() or sum(map(str.isalpha, title)) < SHORTEST_TITLE)


def _like_a_head(row: Row) -> bool:
    """Whether a row is a title with its employer, and nothing else."""
    if row.sentence or row.bullet or not names_employer([row]):
        return False
    first = fields(row)[0]
    return first.title is not None and first.title.start == first.span.start


def _unread_years(row: Row) -> bool:
    """Whether a short row holds two years that were read as no period."""
    if row.bullet or row.sentence or row.periods or row.ends:
        return False
    return len(YEAR.findall(row.text)) > 1 and names_title([row])


def _time_away(row: Row, below: Row | None) -> bool:
    """Whether only a sentence stands under dates on a row of their own: "2014 – 2015" over "Et år hjemme …"."""
    return not row.words and below is not None and below.sentence and not names_title([below])


def _in_cell(row: Row, dated: Dated) -> bool:
    """Whether a date stands in a cell of its own at the beginning of its row."""
    return row.dates_lead and row.text[dated.span.end - row.start :].lstrip(" ).:").startswith("\t")


def _index(month: Month | None) -> int:
    """Months on a line of time; what runs on ends last."""
    return FOREVER if month is None else month.year * 12 + (month.month or 6)


def _hole(jobs: Sequence[Position]) -> bool:
    """Whether there is a long time without any job between the first and the last."""
    runs = sorted((_index(p.period.first), _index(p.period.last)) for p in jobs if p.period)
    until = runs[0][1] if runs else 0
    for first, last in runs[1:]:
        if first - until > LONGEST_HOLE:
            return True
        until = max(until, last)
    return False


def untold(path: str, text: str, statements: Sequence[Statement], positions: Sequence[Position]) -> list[Span]:
    """Sentences that tell of a job with its time which no position has; those about another job tell surely."""
    years = {(p.period.first.year) for p in positions if p.period}
    out = []
    for s in statements:
        if s.letter or s.heading or s.passage.path != path or s.section not in ("profile", *JOB_LIKE):
            continue
        item = told(path, text, s.passage.span)
        if s.position is not None and (item is None or not surely_told(text, s.passage.span)):
            continue
        period = item and item.position.period
        if item and period and item.position.role == "job" and period.first.year not in years:
            out.append(s.passage.span)
    return out
