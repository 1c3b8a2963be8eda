"""A result held against labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from screen.evaluation._label import Label, Labelled
from screen.evaluation._levels import met_from, requirement_figures, wrong_levels
from screen.evaluation._pairs import READ, Pair, Pairing, paired
from screen.evaluation._positions import position_figures
from screen.evaluation._record import SCHEMA, Agreement, Evaluation, RequirementFigures, WrongLevel, YearsFigures
from screen.evaluation._statistics import agreement, ndcg, share, tau_b
from screen.model.criteria import Criteria
from screen.model.errors import Notice, ScreenError
from screen.model.result import NoticeRecord, Result
from screen.wording import spoken

TOP = 10
"""Places that nDCG looks at: a long shortlist."""


def measure(
    result: Result, labelled: Labelled, criteria: Criteria, *, language: str = "da", but: Iterable[str] = ()
) -> Evaluation:
    """How far the result agrees with the labels.

    Args:
        result: What `screen score` found.
        labelled: What is true.
        criteria: Requirements, weights and must-haves.
        language: Of what is said about the run.
        but: Ids of labels to leave out.

    Raises:
        ScreenError: `unknown-label`, `result-other-criteria`, `labels-fit-nobody`.
    """
    labels = labelled.labels
    without = left_out(labels, but)
    _check_requirements(result, criteria)
    found = paired(result, labels, without)
    if not any(pair.row for pair in found.pairs):
        raise ScreenError("labels-fit-nobody", count=len(labels))
    figures = {r.id: f for r in criteria.requirements if (f := requirement_figures(r, found.pairs))}
    wrong = wrong_levels(criteria.requirements, found.pairs)
    ranking = _ranking(criteria, found.pairs)
    qualified = _qualified(criteria, found.pairs)
    positions, misread = position_figures(found.pairs)
    years = {r.id: y for r in criteria.requirements if (y := _years(r.id, found.pairs))}
    silent = (*_silent(criteria, found.pairs, figures), *_no_ranking(ranking, qualified, positions, years))
    return Evaluation(
        schema=SCHEMA,
        tool=result.tool,
        criteria=result.criteria,
        as_of=result.as_of,
        labelled_set=labelled.name,
        applicants=len(found.pairs),
        but=list(without),
        kappa_mean=sum(f.kappa for f in figures.values()) / len(figures),
        requirements=figures,
        ndcg10=ranking[0] if ranking else None,
        tau=ranking[1] if ranking else None,
        rank_faults=_rank_faults(found.pairs),
        qualified=qualified,
        positions=positions,
        years_mae=share(sum(y.mae * y.labelled for y in years.values()), sum(y.labelled for y in years.values())),
        years_given=sum(y.given for y in years.values()),
        years=years,
        partial=sum(p.status == "partial" for p in found.pairs) / len(found.pairs),
        wrong_when_sure=_wrong_when_sure(criteria, found.pairs, wrong),
        grouping=_grouping(found.pairs),
        surplus=[row.id for row in found.surplus],
        surplus_names=[row.name or next((d.path for d in row.documents), row.id) for row in found.surplus],
        absent=[p.label.id for p in found.pairs if p.row is None],
        not_scored=[p.label.id for p in found.pairs if p.row and p.status not in READ],
        unknown=list(found.unknown),
        not_measured=[_record(n, language) for n in silent],
        notices=[_record(n, language) for n in _notices(result, criteria, found)],
        worst=wrong,
        misread=misread,
    )


def left_out(labels: Sequence[Label], asked: Iterable[str]) -> tuple[str, ...]:
    """The ids that were asked for, once each; blanks are none.

    Raises:
        ScreenError: `unknown-label`.
    """
    known = [label.id for label in labels]
    ids = tuple(dict.fromkeys(text.strip() for text in asked if text.strip()))
    for id_ in ids:
        if id_ not in known:
            near = get_close_matches(id_, known, 3, 0.5) or known[:3]
            raise ScreenError("unknown-label", value=id_, near=", ".join(near))
    return ids


def _check_requirements(result: Result, criteria: Criteria) -> None:
    for requirement in criteria.requirements:
        if requirement.id not in result.criteria.weights:
            raise ScreenError("result-other-criteria", file=result.criteria.file, value=requirement.id)


def _overall(criteria: Criteria, label: Label) -> float | None:
    """0–4: as labelled, else the weighted mean; rounded, since equal levels in another order are equal."""
    if label.overall is not None:
        return round(label.overall, 6)
    if any(r.id not in label.levels for r in criteria.requirements):
        return None
    weights = sum(r.weight for r in criteria.requirements)
    return round(sum(r.weight * label.levels[r.id] for r in criteria.requirements) / weights, 6)


def _ranking(criteria: Criteria, pairs: Sequence[Pair]) -> tuple[float, float] | None:
    """nDCG and tau over those with an overall level."""
    both = [(p.score, gain) for p in pairs if (gain := _overall(criteria, p.label)) is not None]
    if len(both) < 2:
        return None
    scores, gains = [s for s, _ in both], [g for _, g in both]
    return ndcg(scores, gains, TOP), tau_b(scores, gains)


def _rank_faults(pairs: Sequence[Pair]) -> int:
    ranked = [(p.row.rank, p.score) for p in pairs if p.row and p.row.rank is not None]
    return sum(a < b and s < t for a, s in ranked for b, t in ranked)


def _is_qualified(criteria: Criteria, label: Label) -> bool | None:
    """As labelled, else whether every must-have is met; `None` where that is not known."""
    musts = [r for r in criteria.requirements if r.must_have]
    if label.qualified is not None or not musts or any(r.id not in label.levels for r in musts):
        return label.qualified
    return all(label.levels[r.id] >= met_from(r) for r in musts)


def _qualified(criteria: Criteria, pairs: Sequence[Pair]) -> Agreement | None:
    both = [(bool(p.row and p.row.qualified), q) for p in pairs if (q := _is_qualified(criteria, p.label)) is not None]
    if not both:
        return None
    precision, recall, f1 = agreement([a for a, _ in both], [b for _, b in both])
    return Agreement(precision=precision, recall=recall, f1=f1)


def _years(requirement: str, pairs: Sequence[Pair]) -> YearsFigures | None:
    """Over those that were read: what could not be read shows in the levels."""
    read = [p for p in pairs if p.status in READ and requirement in p.label.years]
    given = [(mark.years if (mark := p.mark(requirement)) else None) for p in read]
    if not read:
        return None
    apart = sum(abs((y or 0.0) - p.label.years[requirement]) for y, p in zip(given, read, strict=True))
    return YearsFigures(labelled=len(read), given=sum(y is not None for y in given), mae=apart / len(read))


def _wrong_when_sure(criteria: Criteria, pairs: Sequence[Pair], wrong: Sequence[WrongLevel]) -> float | None:
    sure = sum(r.id in p.label.levels for p in pairs if p.status == "scored" for r in criteria.requirements)
    return share(sum(w.status == "scored" for w in wrong), sure)


def _grouping(pairs: Sequence[Pair]) -> float | None:
    known = [p.together for p in pairs if p.together is not None]
    return share(sum(known), len(known))


def _silent(criteria: Criteria, pairs: Sequence[Pair], figures: dict[str, RequirementFigures]) -> Iterator[Notice]:
    """What the labels hold nothing about, in levels and evidence."""
    for requirement in criteria.requirements:
        if requirement.id not in figures:
            yield Notice.of("not-measured-requirement", requirement=requirement.id)
        elif figures[requirement.id].labelled < len(pairs):
            count = len(pairs) - figures[requirement.id].labelled
            yield Notice.of("not-measured-some", requirement=requirement.id, count=count)
    if all(f.evidence_any is None for f in figures.values()):
        yield Notice.of("not-measured-evidence")
    if all(f.evidence_slips is None for f in figures.values()):
        yield Notice.of("not-measured-slips")
    if all(p.together is None for p in pairs):
        yield Notice.of("not-measured-grouping")


def _no_ranking(ranking: object, qualified: object, positions: object, years: object) -> Iterator[Notice]:
    if ranking is None:
        yield Notice.of("not-measured-ranking")
    if qualified is None:
        yield Notice.of("not-measured-qualified")
    if positions is None:
        yield Notice.of("not-measured-positions")
    if not years:
        yield Notice.of("not-measured-years")


def _notices(result: Result, criteria: Criteria, found: Pairing) -> Iterator[Notice]:
    if result.criteria.sha256 != criteria.sha256:
        yield Notice.of("result-criteria-changed", file=criteria.file)
    for id_ in found.unknown:
        yield Notice.of("label-fits-nobody", name=id_)


def _record(notice: Notice, language: str) -> NoticeRecord:
    return NoticeRecord(code=notice.code, text=spoken(notice, language))
