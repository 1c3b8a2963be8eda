"""Jobs found against jobs labelled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from screen.evaluation._label import LabelledPosition
from screen.evaluation._likeness import ALIKE, same_date, same_employer, title_likeness
from screen.evaluation._pairs import Pair
from screen.evaluation._record import MisreadPosition, PositionFigures
from screen.evaluation._statistics import precision_recall_f1, share
from screen.model.result import PositionRecord


@dataclass(slots=True)
class _Compared:
    """An applicant's jobs put beside the labelled ones."""

    matched: list[tuple[PositionRecord, LabelledPosition]] = field(default_factory=list)
    missed: list[LabelledPosition] = field(default_factory=list)
    superfluous: list[PositionRecord] = field(default_factory=list)


def position_figures(pairs: Sequence[Pair]) -> tuple[PositionFigures | None, list[MisreadPosition]]:
    """The figures, and every job that was not read as labelled; none where no label names positions."""
    measured = [(p, _compared(p)) for p in pairs if p.label.positions is not None]
    if not measured:
        return None, []
    matched = [m for _, one in measured for m in one.matched]
    missed = sum(len(one.missed) for _, one in measured)
    superfluous = sum(len(one.superfluous) for _, one in measured)
    precision, recall, f1 = precision_recall_f1(len(matched), superfluous, missed)
    employers = [(got, label.employer) for got, label in matched if label.employer is not None]
    has_sectors = any(label.sector is not None for _, label in matched)
    figures = PositionFigures(
        labelled=len(matched) + missed,
        precision=precision,
        recall=recall,
        f1=f1,
        dates_exact=share(sum(_dated(got, label) for got, label in matched), len(matched)),
        employer=share(sum(same_employer(got.employer, name) for got, name in employers), len(employers)),
        sector=share(sum(got.sector == label.sector for got, label in matched), len(matched)) if has_sectors else None,
    )
    return figures, [m for pair, one in measured for m in _misread(pair, one, has_sectors)]


def _compared(pair: Pair) -> _Compared:
    """Each labelled job takes the job read that is most like it: title first, then dates."""
    free = [p for p in pair.row.positions if p.role == "job"] if pair.row else []
    out = _Compared()
    for label in pair.label.positions or ():
        alike = [(_likeness(got, label), -at) for at, got in enumerate(free) if _same_year(got, label)]
        best, at = max(alike, default=((0.0, False), 0))
        if best[0] < ALIKE:
            out.missed.append(label)
        else:
            out.matched.append((free.pop(-at), label))
    out.superfluous = free
    return out


def _likeness(got: PositionRecord, label: LabelledPosition) -> tuple[float, bool]:
    return title_likeness(got.title or "", label.title), _dated(got, label)


def _same_year(got: PositionRecord, label: LabelledPosition) -> bool:
    return (got.start or "")[:4] == (label.start or "")[:4]


def _dated(got: PositionRecord, label: LabelledPosition) -> bool:
    return same_date(got.start, label.start) and same_date(got.end, label.end)


def _misread(pair: Pair, one: _Compared, has_sectors: bool) -> Iterator[MisreadPosition]:
    id_ = pair.label.id
    for label in one.missed:
        yield MisreadPosition(id=id_, what="missed", label=_told(label), read=None)
    for got in one.superfluous:
        yield MisreadPosition(id=id_, what="superfluous", label=None, read=_told(got))
    for got, label in one.matched:
        if not _dated(got, label):
            yield MisreadPosition(id=id_, what="dates", label=_told(label), read=_told(got))
        if label.employer is not None and not same_employer(got.employer, label.employer):
            yield MisreadPosition(id=id_, what="employer", label=_told(label), read=_told(got))
        if has_sectors and got.sector != label.sector:
            yield MisreadPosition(id=id_, what="sector", label=_told(label), read=_told(got))


def _told(job: PositionRecord | LabelledPosition) -> str:
    """Title, employer, sector and dates on one line."""
    said = ", ".join(part for part in (job.title, job.employer, job.sector) if part)
    return f"{said} ({job.start or '?'} – {job.end or ''})".replace(" – )", " –)")
