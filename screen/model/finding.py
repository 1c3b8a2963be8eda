"""What was found, quoted; and what follows from it, requirement by requirement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from screen.model.application import Kind
from screen.model.criteria import LEVELS, Criteria, Requirement, Rule
from screen.model.cv import CV, Passage, Position
from screen.model.errors import Notice, Problem
from screen.model.text import Span

LONGEST_QUOTE = 240
"""Characters: what a committee reads at a glance."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote, where it stands, and why it was quoted."""

    passage: Passage
    quote: str
    """A slice of the document's text, at most `LONGEST_QUOTE` characters."""
    document: str
    page: int | None
    line: int
    ocr: bool
    why: str
    """A code: for evidence the signal's kind of support (heading, topic, amount …), else why it was set aside."""
    masks: tuple[Span, ...] = ()
    """Protected runs within the quote, relative to it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one signal found; there is exactly one for each signal, also for nothing."""

    signal: str
    kind: str
    values: Mapping[str, float | bool]
    """As the kind's conditions ask: found, years, ended_years_ago, count, value, held …"""
    evidence: tuple[Evidence, ...] = ()
    set_aside: tuple[Evidence, ...] = ()
    months: frozenset[int] = frozenset()
    """A tenure's union of calendar months, each year × 12 + month − 1."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A requirement's level, with what decided it."""

    requirement: Requirement
    level: int
    """0–4."""
    rule: Rule | None
    """The rule that decided; `None` at level 0."""
    progress: float
    """0–1 towards the next rule; 1 at level 4."""
    findings: tuple[Finding, ...]
    evidence: tuple[Evidence, ...]
    """That of the findings that the deciding rule asked for, best first, at most eight quotes."""
    set_aside: tuple[Evidence, ...]

    @property
    def met(self) -> bool:
        """At or above the must-have level; always so where the requirement is no must-have."""
        must = self.requirement.must_have
        return must is None or self.level >= LEVELS[must]


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file of an application as it stands in the result."""

    path: str
    sha256: str
    kind: Kind
    pages: int | None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """One applicant's row; it never holds a document's text."""

    id: str
    name: str | None
    files: tuple[FileRecord, ...]
    positions: tuple[tuple[Position, str, int | None, int], ...]
    """Position, document, page, line."""
    marks: tuple[Mark, ...]
    """Empty where nothing could be read."""
    notices: tuple[Notice, ...]
    unaccounted: tuple[Evidence, ...]

    @property
    def status(self) -> Literal["scored", "partial", "unreadable"]:
        """scored, partial or unreadable."""
        if not self.marks:
            return "unreadable"
        missing = any(f.problem is not None for f in self.files)
        return "partial" if self.unaccounted or missing else "scored"


@dataclass(frozen=True, slots=True)
class Placed:
    """An assessment with its place in the ranking."""

    assessment: Assessment
    rank: int | None
    """1, 1, 3 on ties; `None` where nothing could be read."""
    score: float | None
    """0–100, the weighted mean of 25 × level."""
    qualified: bool
    """Every must-have is met."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """All that a report needs."""

    criteria: Criteria
    as_of: date
    placed: tuple[Placed, ...]
    problems: tuple[Problem, ...]
    version: str
    passed_over: int = 0
    """Files that are no applications: lock files, criteria, own outputs."""
    notices: tuple[Notice, ...] = ()
    """About the run: as-of date taken from the clock, weights changed, corrections used."""

    @property
    def all_problems(self) -> tuple[Problem, ...]:
        """Every file that could not be read, of an applicant or of nobody, once, by path."""
        of_applicants = {f.problem for p in self.placed for f in p.assessment.files if f.problem}
        return tuple(sorted({*self.problems, *of_applicants}, key=lambda p: (p.path, p.code)))


def cite(cv: CV, passage: Passage, why: str) -> Evidence:
    """The quote at `passage`, cut from the document, located, at most `LONGEST_QUOTE` characters."""
    document = next(f.document for f in cv.application.documents if f.document.path == passage.path)
    start, end = passage.span.start, passage.span.end
    while start < end and document.text[start].isspace():
        start += 1
    if end - start > LONGEST_QUOTE:
        cut = document.text.rfind(" ", start, start + LONGEST_QUOTE)
        end = cut if cut > start else start + LONGEST_QUOTE
    while end > start and document.text[end - 1].isspace():
        end -= 1
    line = document.line_at(start)
    span = Span(start, end)
    masks = tuple(
        Span(max(m.span.start, start) - start, min(m.span.end, end) - start)
        for m in cv.masks
        if m.path == passage.path and m.span.meets(span)
    )
    return Evidence(
        passage=Passage(passage.path, span),
        quote=span.of(document.text),
        document=document.path,
        page=line.look.page,
        line=line.number,
        ocr=line.look.confidence is not None,
        why=why,
        masks=masks,
    )
