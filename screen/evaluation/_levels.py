"""Levels and their evidence against the labels, requirement by requirement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from screen.evaluation._likeness import falls_on, meets
from screen.evaluation._pairs import Pair
from screen.evaluation._record import LabelledQuote, RequirementFigures, WrongLevel
from screen.evaluation._statistics import agreement, kappa, share, spearman
from screen.model.criteria import LEVELS, Requirement
from screen.model.result import MarkRecord, QuoteRecord

MET = 3
"""The level from which a requirement is met that is no must-have: documented, not in part."""


@dataclass(slots=True)
class _Evidence:
    """Counts over applicants."""

    wanted: int = 0
    """Labelled strings."""
    met: int = 0
    having: int = 0
    """Applicants with labelled strings."""
    some: int = 0
    said: int = 0
    """Quotes of applicants whose evidence is labelled."""
    right: int = 0
    slips: int = 0
    quotes: int = 0
    bare: int = 0

    def __add__(self, other: _Evidence) -> _Evidence:
        return _Evidence(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


def met_from(requirement: Requirement) -> int:
    """The level from which it is met."""
    return LEVELS[requirement.must_have] if requirement.must_have else MET


def requirement_figures(requirement: Requirement, pairs: Sequence[Pair]) -> RequirementFigures | None:
    """The figures of one requirement; `None` where no level of it is labelled."""
    mine = [p for p in pairs if requirement.id in p.label.levels]
    if not mine:
        return None
    labels = [p.label.levels[requirement.id] for p in mine]
    levels = [p.level(requirement.id) for p in mine]
    apart = [abs(a - b) for a, b in zip(levels, labels, strict=True)]
    scores = [(mark.score if (mark := p.mark(requirement.id)) else None) or 0.0 for p in mine]
    threshold = met_from(requirement)
    seen = sum((_counted(requirement.id, p) for p in mine), _Evidence())
    told = any(p.label.evidence is not None for p in mine)
    return RequirementFigures(
        title=requirement.label,
        weight=requirement.weight,
        labelled=len(mine),
        kappa=kappa(levels, labels),
        exact=apart.count(0) / len(mine),
        within_1=sum(a <= 1 for a in apart) / len(mine),
        rho=spearman(scores, labels),
        met_from=threshold,
        met_f1=agreement([a >= threshold for a in levels], [b >= threshold for b in labels])[2],
        evidence_any=share(seen.some, seen.having),
        evidence_recall=share(seen.met, seen.wanted),
        evidence_precision=share(seen.right, seen.said) if told else None,
        quotes=seen.quotes / len(mine),
        evidence_slips=seen.slips if any(p.label.must_not_quote is not None for p in mine) else None,
        bare_levels=seen.bare,
        confusion=_confusion(levels, labels),
    )


def _confusion(levels: Sequence[int], labels: Sequence[int]) -> list[list[int]]:
    table = [[0] * 5 for _ in range(5)]
    for level, label in zip(levels, labels, strict=True):
        table[label][level] += 1
    return table


def _counted(requirement: str, pair: Pair) -> _Evidence:
    """One applicant's counts."""
    quotes = [q.quote for q in _quotes(pair, requirement)]
    wanted = _wanted(pair, requirement)
    good = [any(meets(q, w) for w in wanted) for q in quotes]
    met = sum(any(meets(q, w) for q in quotes) for w in wanted)
    labelled = pair.label.evidence is not None
    return _Evidence(
        wanted=len(wanted),
        met=met,
        having=bool(wanted),
        some=bool(met),
        said=len(quotes) if labelled else 0,
        right=sum(good),
        slips=sum(not ok and _is_trap(q, pair) for q, ok in zip(quotes, good, strict=True)),
        quotes=len(quotes),
        bare=bool(pair.level(requirement)) and not any(quotes),
    )


def _quotes(pair: Pair, requirement: str) -> list[QuoteRecord]:
    mark = pair.mark(requirement)
    return mark.evidence if mark else []


def _wanted(pair: Pair, requirement: str) -> tuple[str, ...]:
    return (pair.label.evidence or {}).get(requirement, ())


def _is_trap(quote: str, pair: Pair) -> bool:
    return any(falls_on(quote, trap) for trap in pair.label.must_not_quote or ())


def wrong_levels(requirements: Sequence[Requirement], pairs: Sequence[Pair]) -> list[WrongLevel]:
    """Every level that is not the label, the farthest off first."""
    found = [w for p in pairs for r in requirements for w in _wrong(r.id, p)]
    return sorted(found, key=lambda w: (-abs(w.level - w.label), w.id))


def _wrong(requirement: str, pair: Pair) -> Iterator[WrongLevel]:
    label, level = pair.label.levels.get(requirement), pair.level(requirement)
    if label is None or label == level:
        return
    mark: MarkRecord | None = pair.mark(requirement)
    quotes, wanted = _quotes(pair, requirement), _wanted(pair, requirement)
    good = [any(meets(q.quote, w) for w in wanted) for q in quotes]
    yield WrongLevel(
        id=pair.label.id,
        requirement=requirement,
        level=level,
        label=label,
        status=pair.status,
        rule=mark.rule if mark else None,
        evidence=[
            LabelledQuote(quote=q, meets_label=ok, slip=not ok and _is_trap(q.quote, pair))
            for q, ok in zip(quotes, good, strict=True)
        ],
        set_aside=mark.set_aside if mark else [],
        unmet=[w for w in wanted if not any(meets(q.quote, w) for q in quotes)],
    )
