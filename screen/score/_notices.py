"""What a recruiter would want to know about an applicant's papers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from screen.model.criteria import LEVELS
from screen.model.cv import CV, Period, Position
from screen.model.errors import Fact, Notice
from screen.model.finding import Mark
from screen.signals import doubt, months_of

MONTHS_A_YEAR = 12
OVERLAP = 2
"""Months that two jobs may share without a word: one ends and the next begins within a month."""
LEAST_WORDS = 6
"""Words from which a sentence that no position carries is a claim; fewer are a heading, a label, a salutation."""


def notices_of(cv: CV, marks: Sequence[Mark], as_of: date) -> tuple[Notice, ...]:
    """Those that reading left, and those that the marks call for; each once, in a fixed order."""
    filed = [f.document for f in cv.application.documents]
    read = [*cv.application.notices, *cv.notices, *(w for d in filed for w in d.warnings)]
    found = (*_dates(cv, as_of), *_overlaps(cv, as_of), *_papers(cv), *_claims(marks))
    told = {n.code for n in read}
    fresh = [n for n in found if not (n.code in _PER_FILE and n.code in told)]
    dated = {dict(n.facts)["title"] for n in fresh if n.code in _UNDATED}
    # What reading said of a position's dates is said again here, knowing more.
    kept = (n for n in read if not (n.code in _UNDATED and dict(n.facts).get("title") in dated))
    return tuple(dict.fromkeys((*kept, *fresh)))


_PER_FILE = frozenset({"ocr", "hidden-text"})
"""Codes that a reader may have told already."""
_UNDATED = frozenset({"undated-position", "stated-length", "lone-date"})
"""Codes of positions whose length no dates tell."""


def _name(position: Position) -> str:
    return position.title or position.employer or ""


def _dates(cv: CV, as_of: date) -> Iterator[Notice]:
    for position in cv.positions:
        code = doubt(cv, position, as_of)
        undated = position.period is None and position.role != "job"
        if code is not None and not undated:
            years = (position.stated_months or 0) / MONTHS_A_YEAR
            stated: dict[str, Fact] = {"years": years, "count": years} if code == "stated-length" else {}
            yield Notice.of(code, title=_name(position), employer=position.employer or "", **stated)


def _overlaps(cv: CV, as_of: date) -> Iterable[Notice]:
    """Each pair of jobs that ran side by side: their months count once."""
    jobs = [(p, months_of(cv, p, as_of)) for p in cv.positions if p.role == "job"]
    for at, (first, months) in enumerate(jobs):
        for second, others in jobs[at + 1 :]:
            shared = len(months & others)
            # What two bare years make of a change of jobs is no overlap that anybody told.
            if shared >= OVERLAP and _surely(first, second, months & others):
                yield Notice.of("overlapping-positions", first=_name(first), second=_name(second), months=shared)


def _surely(first: Position, second: Position, shared: Iterable[int]) -> bool:
    return sum(m in _sure(first.period) and m in _sure(second.period) for m in shared) >= OVERLAP


def _sure(period: Period | None) -> range:
    """The months that a period covers whatever its bare years mean."""
    if period is None:
        return range(0)
    start = period.first.year * MONTHS_A_YEAR + (period.first.month or MONTHS_A_YEAR) - 1
    last = period.last
    end = last.year * MONTHS_A_YEAR + (last.month or 1) if last else date.max.year * MONTHS_A_YEAR
    return range(start, end)


def _papers(cv: CV) -> Iterator[Notice]:
    if all(f.kind != "cv" for f in cv.application.documents):
        yield Notice.of("no-cv")
    for filed in cv.application.documents:
        document = filed.document
        if document.hidden:
            yield Notice.of("hidden-text", path=document.path)
        if any(line.look.confidence is not None for line in document.lines):
            yield Notice.of("ocr", path=document.path)


def _claims(marks: Sequence[Mark]) -> Iterator[Notice]:
    """Claims that no position carries, for each requirement that is not documented well without them."""
    for mark in marks:
        claims = sum(e.why == "claim" and len(e.quote.split()) >= LEAST_WORDS for e in mark.set_aside)
        if claims and mark.level < LEVELS["solid"]:
            yield Notice.of(
                "unsupported-claim", requirement=mark.requirement.id, label=mark.requirement.label, count=claims
            )
