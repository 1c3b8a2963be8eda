"""One applicant's row: marks, positions, files, and what the reader should know."""

from __future__ import annotations

from dataclasses import replace

from screen.model.application import Application
from screen.model.criteria import Criteria, Requirement
from screen.model.cv import CV
from screen.model.errors import Problem
from screen.model.finding import Assessment, FileRecord, Finding, cite
from screen.score._mark import mark
from screen.score._notices import notices_of
from screen.signals import KINDS, Context


def assess(cv: CV, criteria: Criteria, context: Context) -> Assessment:
    """Every requirement's mark, with the notices that a reader of the row needs."""
    own = replace(context, cache={})
    marks = tuple(mark(r, _findings(cv, r, own)) for r in criteria.requirements)
    return Assessment(
        id=cv.application.id,
        name=cv.application.name,
        files=_files(cv.application),
        positions=tuple((p, *_place(cv, i)) for i, p in enumerate(cv.positions)),
        marks=marks,
        notices=notices_of(cv, marks, context.as_of),
        unaccounted=tuple(cite(cv, p, "unaccounted") for p in cv.unaccounted),
    )


def unread(application: Application) -> Assessment:
    """The row of an applicant of whom nothing could be read: a row all the same."""
    return Assessment(application.id, application.name, _files(application), (), (), application.notices, ())


def _findings(cv: CV, requirement: Requirement, context: Context) -> tuple[Finding, ...]:
    out = []
    for signal in requirement.signals:
        finding: Finding = KINDS[signal.kind].find(cv, signal.name, signal.parameters, context)
        out.append(finding)
    return tuple(out)


def _place(cv: CV, at: int) -> tuple[str, int | None, int]:
    """Document, page and line of a position: its heading's, else its period's, else its first statement's."""
    position = cv.positions[at]
    passage = position.heading[0] if position.heading else position.period.passage if position.period else None
    if passage is None:
        passage = next((s.passage for s in cv.statements if s.position == at), None)
    if passage is None:
        return (cv.application.documents[0].document.path, None, 1)
    quote = cite(cv, passage, "heading")
    return quote.document, quote.page, quote.line


def _files(application: Application) -> tuple[FileRecord, ...]:
    read = [FileRecord(f.document.path, f.document.sha256, f.kind, f.document.pages) for f in application.documents]
    failed = [_failed(p) for p in application.problems if p.path not in {r.path for r in read}]
    return tuple(sorted((*read, *failed), key=lambda r: r.path))


def _failed(problem: Problem) -> FileRecord:
    sha256 = str(dict(problem.facts).get("sha256", ""))
    return FileRecord(problem.path, sha256, "other", None, problem)
