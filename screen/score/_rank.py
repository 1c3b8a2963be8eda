"""Totals and places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from screen import __version__
from screen.model.criteria import POINTS_PER_LEVEL, Criteria
from screen.model.errors import Notice, Problem
from screen.model.finding import Assessment, Placed, Ranking


def rank(
    criteria: Criteria,
    as_of: date,
    assessments: Iterable[Assessment],
    problems: Iterable[Problem] = (),
    *,
    passed_over: int = 0,
    notices: Sequence[Notice] = (),
    version: str = __version__,
) -> Ranking:
    """Everyone, best total first; equal totals share a rank and stand by progress, then id, never by name."""
    everyone = list(assessments)
    scored = sorted((a for a in everyone if a.marks), key=lambda a: (-_score(a), -_progress(a), a.id))
    unreadable = sorted((a for a in everyone if not a.marks), key=lambda a: a.id)
    placed: list[Placed] = []
    for at, assessment in enumerate(scored):
        score = float(_score(assessment))
        tied = bool(placed) and placed[-1].score == score
        place = placed[-1].rank if tied else at + 1
        placed.append(Placed(assessment, place, score, all(m.met for m in assessment.marks)))
    placed += [Placed(a, None, None, qualified=False) for a in unreadable]
    ordered = sorted(set(problems), key=lambda p: (p.path, p.code, p.facts))
    return Ranking(criteria, as_of, tuple(placed), tuple(ordered), version, passed_over, tuple(notices))


def total(assessment: Assessment) -> float:
    """0–100: the weighted mean of 25 × level.

    Raises:
        ZeroDivisionError: there are no marks.
    """
    return float(_score(assessment))


def _score(assessment: Assessment) -> Fraction:
    """Exact, so that equal totals are equal whatever the weights."""
    weights = [Fraction(str(m.requirement.weight)) for m in assessment.marks]
    points = sum((w * m.level * POINTS_PER_LEVEL for w, m in zip(weights, assessment.marks, strict=True)), Fraction())
    return points / sum(weights)


def _progress(assessment: Assessment) -> float:
    weighed = sum(m.requirement.weight * m.progress for m in assessment.marks)
    return round(weighed / sum(m.requirement.weight for m in assessment.marks), 9)
