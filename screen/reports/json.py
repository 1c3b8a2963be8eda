"""The published result as canonical JSON: same ranking, same bytes."""

from __future__ import annotations

import json
import re
from typing import cast

from screen.model.criteria import POINTS_PER_LEVEL, Requirement
from screen.model.cv import Month, Position
from screen.model.finding import Assessment, Evidence, FileRecord, Mark, Placed, Ranking
from screen.model.result import (
    SCHEMA,
    ApplicantRecord,
    CriteriaRecord,
    DocumentRecord,
    MarkRecord,
    NoticeRecord,
    PositionRecord,
    ProblemRecord,
    QuoteRecord,
    Result,
    Sector,
    Tool,
    UnaccountedRecord,
)
from screen.reports._options import Options
from screen.wording import UNSAFE, spoken

SUFFIXES: tuple[str, ...] = (".json",)

SCORE_DECIMALS = 6
"""Far below the least difference that whole weights can make, far above the noise of floats: equal stays equal."""
PROGRESS_DECIMALS = 4
YEARS_DECIMALS = 2
"""A month is 0.08 of a year."""


def render(ranking: Ranking, options: Options) -> bytes:
    """The result as UTF-8, indented, ending in a line break."""
    data = result(ranking, options.language).model_dump(by_alias=True)
    text = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
    # What steers a terminal (bidi controls, C1 …) stands only inside strings, where its escape means the same.
    return (UNSAFE.sub(_escape, text) + "\n").encode()


def _escape(found: re.Match[str]) -> str:
    return json.dumps(found.group())[1:-1]


def result(ranking: Ranking, language: str) -> Result:
    """The ranking as the published schema has it."""
    criteria = ranking.criteria
    return Result(
        schema=SCHEMA,
        tool=Tool(name="screen", version=ranking.version),
        criteria=CriteriaRecord(
            file=criteria.file.replace("\\", "/").rpartition("/")[2],
            sha256=criteria.sha256,
            title=criteria.posting.title,
            organisation=criteria.posting.organisation,
            weights={r.id: float(r.weight) for r in criteria.requirements},
        ),
        as_of=ranking.as_of.isoformat(),
        applicants=[_applicant(p, criteria.requirements, language) for p in ranking.placed],
        problems=[ProblemRecord(path=p.path, code=p.code, text=spoken(p, language)) for p in ranking.all_problems],
    )


def _applicant(placed: Placed, requirements: tuple[Requirement, ...], language: str) -> ApplicantRecord:
    who = placed.assessment
    return ApplicantRecord(
        id=who.id,
        name=who.name,
        rank=placed.rank,
        score=None if placed.score is None else round(placed.score, SCORE_DECIMALS),
        qualified=placed.qualified,
        status=who.status,
        documents=[_document(f, language) for f in sorted(who.files, key=lambda f: f.path)],
        positions=[_position(*row) for row in who.positions],
        requirements=_marks(who, requirements),
        unaccounted=[_unaccounted(e) for e in who.unaccounted],
        notices=[NoticeRecord(code=n.code, text=spoken(n, language)) for n in who.notices],
    )


def _document(record: FileRecord, language: str) -> DocumentRecord:
    return DocumentRecord(
        path=record.path,
        sha256=record.sha256,
        kind=record.kind,
        pages=record.pages,
        status="unreadable" if record.problem else "read",
        problem=spoken(record.problem, language) if record.problem else None,
    )


def _position(position: Position, document: str, page: int | None, line: int) -> PositionRecord:
    period = position.period
    return PositionRecord(
        title=position.title,
        employer=position.employer,
        sector=cast("Sector | None", position.sector),
        role=position.role,
        acting=position.acting,
        start=_month(period.first) if period else None,
        end=_month(period.last) if period else None,
        current=period is not None and period.last is None,
        document=document,
        page=page,
        line=line,
    )


def _month(month: Month | None) -> str | None:
    return None if month is None else str(month)


def _marks(who: Assessment, requirements: tuple[Requirement, ...]) -> dict[str, MarkRecord]:
    marks = {m.requirement.id: m for m in who.marks}
    return {r.id: _mark(marks[r.id]) if r.id in marks else _unread(r) for r in requirements}


def _mark(mark: Mark) -> MarkRecord:
    return MarkRecord(
        level=mark.level,
        score=float(mark.level * POINTS_PER_LEVEL),
        progress=round(mark.progress, PROGRESS_DECIMALS),
        met=mark.met,
        years=_years(mark),
        rule=mark.rule.level if mark.rule else None,
        evidence=[_quote(e) for e in mark.evidence],
        set_aside=[_quote(e) for e in mark.set_aside],
    )


def _unread(requirement: Requirement) -> MarkRecord:
    return MarkRecord(
        level=None,
        score=None,
        progress=None,
        met=requirement.must_have is None,
        years=None,
        rule=None,
        evidence=[],
        set_aside=[],
    )


def _years(mark: Mark) -> float | None:
    """Dated years: what a post without dates states of itself is told by a notice."""
    tenure = next((f for f in mark.findings if f.kind == "tenure"), None)
    if tenure is None:
        return None
    return round(float(tenure.values.get("years", 0)) - float(tenure.values.get("years_stated", 0)), YEARS_DECIMALS)


def _quote(evidence: Evidence) -> QuoteRecord:
    return QuoteRecord(
        quote=evidence.quote,
        document=evidence.document,
        page=evidence.page,
        line=evidence.line,
        ocr=evidence.ocr,
        why=evidence.why,
    )


def _unaccounted(evidence: Evidence) -> UnaccountedRecord:
    return UnaccountedRecord(quote=evidence.quote, document=evidence.document, page=evidence.page, line=evidence.line)
