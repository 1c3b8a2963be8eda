"""The figures of the four toy applicants, worked out by hand."""

from __future__ import annotations

from math import log2, sqrt
from pathlib import Path

import pytest

from screen.evaluation import Evaluation, measure
from screen.model.criteria import Criteria
from screen.model.errors import ScreenError
from tests.evaluation import toy


@pytest.fixture
def criteria(tmp_path: Path) -> Criteria:
    return toy.criteria_in(tmp_path)


@pytest.fixture
def figures(criteria: Criteria) -> Evaluation:
    return measure(toy.four(), toy.truth(), criteria)


def test_levels(figures: Evaluation) -> None:
    one = figures.requirements["skoleledelse"]
    # Levels 4 3 1 0 against labels 4 2 1 1: squares 0 1 0 1. Every level against every label: 22 + 10 + 10 + 22 = 64.
    assert one.kappa == pytest.approx(1 - 2 / (64 / 4))
    assert (one.exact, one.within_1, one.labelled) == (0.5, 1.0, 4)
    # Ranks 3 2 1 0 against 3 2 ½ ½.
    assert one.rho == pytest.approx(4.5 / sqrt(5 * 4.5))
    # Met from 3: A and B say so, A is.
    assert (one.met_from, one.met_f1) == (3, pytest.approx(2 / 3))
    assert one.confusion == [[0] * 5, [1, 1, 0, 0, 0], [0, 0, 0, 1, 0], [0] * 5, [0, 0, 0, 0, 1]]
    assert figures.requirements["trivsel"].kappa == 1.0
    assert figures.kappa_mean == pytest.approx((0.875 + 1) / 2)


def test_evidence(figures: Evaluation) -> None:
    lead, mood = figures.requirements["skoleledelse"], figures.requirements["trivsel"]
    # A: one of two strings met, by one of three quotes; one falls on the trap. B has a level and no quote.
    assert (lead.evidence_any, lead.evidence_recall) == (1.0, 0.5)
    assert lead.evidence_precision == pytest.approx(1 / 3)
    assert (lead.quotes, lead.evidence_slips, lead.bare_levels) == (3 / 4, 1, 2)
    # B's only string is not met; the quotes of C and D, whose evidence nobody labelled, are not counted.
    assert (mood.evidence_any, mood.evidence_recall, mood.evidence_precision) == (0.0, 0.0, 0.0)
    assert (mood.evidence_slips, mood.bare_levels) == (1, 1)


def test_ranking(figures: Evaluation) -> None:
    # Scores 80 65 55 10; labels 0.6 × first + 0.4 × second: 3.2 2.0 2.2 1.0.
    got = 3.2 + 2.0 / log2(3) + 2.2 / 2 + 1.0 / log2(5)
    assert figures.ndcg10 == pytest.approx(got / (3.2 + 2.2 / log2(3) + 2.0 / 2 + 1.0 / log2(5)))
    # Of six pairs one stands the other way.
    assert figures.tau == pytest.approx((5 - 1) / 6)
    # The must-have at 3: A is qualified, A and B are said to be.
    assert figures.qualified is not None
    assert (figures.qualified.precision, figures.qualified.recall) == (0.5, 1.0)
    assert figures.rank_faults == 0


def test_a_better_rank_for_a_lower_score_is_a_fault(criteria: Criteria) -> None:
    wrong = toy.four()
    swapped = [row.model_copy(update={"rank": 9 if row.id == "aaaa" else row.rank}) for row in wrong.applicants]
    # A, with the best score, now stands behind B, C and D.
    assert measure(wrong.model_copy(update={"applicants": swapped}), toy.truth(), criteria).rank_faults == 3


def test_positions(figures: Evaluation) -> None:
    jobs = figures.positions
    assert jobs is not None
    # Found: both of A. Missed and superfluous: B's. The seat on a board is no job.
    assert (jobs.labelled, jobs.precision, jobs.recall) == (3, pytest.approx(2 / 3), pytest.approx(2 / 3))
    assert (jobs.dates_exact, jobs.employer, jobs.sector) == (0.5, 0.5, 0.5)
    assert [(m.id, m.what) for m in figures.misread] == [
        ("A", "dates"), ("A", "employer"), ("A", "sector"), ("B", "missed"), ("B", "superfluous"),
    ]  # fmt: skip


def test_reading(figures: Evaluation) -> None:
    # B is partial; among the other six levels one is wrong. B's files are two applicants.
    assert (figures.partial, figures.wrong_when_sure, figures.grouping) == (0.25, pytest.approx(1 / 6), 0.75)
    # A is 1.5 years off; B gives none, which counts as 0.
    assert (figures.years_mae, figures.years_given) == (pytest.approx((1.5 + 1.0) / 2), 1)
    assert (figures.surplus, figures.absent, figures.not_scored) == (["b2b2", "eeee"], [], [])


def test_worst_cases_come_with_their_quotes(figures: Evaluation) -> None:
    assert [(w.id, w.requirement, w.level, w.label) for w in figures.worst] == [
        ("B", "skoleledelse", 3, 2), ("D", "skoleledelse", 0, 1),
    ]  # fmt: skip


def test_a_wrong_level_shows_what_was_quoted_and_what_was_not(criteria: Criteria) -> None:
    label = toy.truth().labels[0].model_copy(update={"levels": {"skoleledelse": 1}})
    wrong = measure(toy.four(), toy.Labelled("toy", Path("."), (), (label,)), criteria).worst[0]
    assert [(q.meets_label, q.slip) for q in wrong.evidence] == [(True, False), (False, False), (False, True)]
    assert wrong.unmet == ["Sænkede elevfraværet fra 9 til 5 pct."]


def test_left_out_ones_are_no_surplus(criteria: Criteria) -> None:
    figures = measure(toy.four(), toy.truth(), criteria, but=["D"])
    assert (figures.applicants, figures.but, figures.surplus) == (3, ["D"], ["b2b2", "eeee"])


def test_an_unknown_id_is_told(criteria: Criteria) -> None:
    with pytest.raises(ScreenError, match="unknown-label"):
        measure(toy.four(), toy.truth(), criteria, but=["d"])


def test_who_cannot_be_read_or_found_counts_as_nothing(criteria: Criteria) -> None:
    rows = [
        toy.applicant("aaaa", ["a.txt"], None, None, status="unreadable",
                      requirements={"skoleledelse": toy.mark(None), "trivsel": toy.mark(None)}),
        toy.applicant("cccc", ["c/cv.txt"], 55.0, 1,
                      requirements={"skoleledelse": toy.mark(1), "trivsel": toy.mark(4)}),
    ]  # fmt: skip
    figures = measure(toy.result(rows), toy.truth(), criteria)
    assert (figures.not_scored, figures.absent) == (["A"], ["B", "D"])
    # A 0 for 4, B 0 for 2, C right, D 0 for 1.
    assert figures.requirements["skoleledelse"].exact == 0.25
    assert figures.worst[0].status == "unreadable"
    assert figures.years == {}


def test_what_nobody_labelled_is_left_out_and_said(criteria: Criteria) -> None:
    toy_labels = toy.labelled(
        {"id": "A", "name": "Anne Test", "levels": {"trivsel": 2}},
        {"id": "Q", "name": "Lund", "levels": {"trivsel": 1}},
    )
    rows = [
        toy.applicant("aaaa", ["a.txt"], 80.0, 1, name="Anne Test Birkedal", requirements={"trivsel": toy.mark(2)}),
        toy.applicant("bbbb", ["b.txt"], 80.0, 1, name="Bo Lund", requirements={"trivsel": toy.mark(2)}),
        toy.applicant("cccc", ["c.txt"], 80.0, 1, name="Bodil Lund", requirements={"trivsel": toy.mark(2)}),
    ]
    figures = measure(toy.result(rows, criteria.sha256), toy_labels, criteria)
    assert (figures.applicants, figures.unknown) == (1, ["Q"])
    assert (figures.positions, figures.years_mae, figures.ndcg10, figures.qualified, figures.grouping) == (None,) * 5
    assert (figures.requirements["trivsel"].evidence_any, figures.requirements["trivsel"].evidence_slips) == (
        None,
        None,
    )
    assert {n.code for n in figures.not_measured} == {
        "not-measured-requirement", "not-measured-evidence", "not-measured-slips", "not-measured-grouping",
        "not-measured-ranking", "not-measured-qualified", "not-measured-positions", "not-measured-years",
    }  # fmt: skip
    assert [n.code for n in figures.notices] == ["label-fits-nobody"]


def test_a_result_by_other_criteria_is_told(criteria: Criteria) -> None:
    assert "result-criteria-changed" in {n.code for n in measure(toy.four(), toy.truth(), criteria).notices}
    other = toy.four().model_dump(by_alias=True)
    del other["criteria"]["weights"]["trivsel"]
    with pytest.raises(ScreenError, match="result-other-criteria"):
        measure(toy.Result.model_validate(other), toy.truth(), criteria)


def test_labels_of_other_applications_are_told(criteria: Criteria) -> None:
    with pytest.raises(ScreenError, match="labels-fit-nobody"):
        measure(toy.result([]), toy.truth(), criteria)
