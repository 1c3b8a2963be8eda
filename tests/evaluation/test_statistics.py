from __future__ import annotations

from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screen.evaluation._statistics import agreement, kappa, ndcg, precision_recall_f1, spearman, tau_b

LEVELS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=30)


@pytest.mark.parametrize(
    ("levels", "labels", "wanted"),
    [
        ([0, 4], [0, 4], 1.0),
        ([4, 0], [0, 4], -1.0),
        ([2, 2], [0, 4], 0.0),
        ([3, 3], [3, 3], 1.0),
        # Squares 0 + 0 + 1; each against each: 0+1+4, 1+0+1, 4+1+0 and so on, all in all 15 over three.
        ([0, 1, 1], [0, 1, 2], 1 - 1 / (9 / 3)),
    ],
)
def test_kappa(levels: list[int], labels: list[int], wanted: float) -> None:
    assert kappa(levels, labels) == pytest.approx(wanted)


@given(LEVELS)
def test_kappa_does_not_depend_on_the_order_of_applicants(pairs: list[tuple[int, int]]) -> None:
    one, other = kappa(*zip(*pairs, strict=True)), kappa(*zip(*reversed(pairs), strict=True))
    assert one == pytest.approx(other)
    assert one <= 1


@given(LEVELS)
def test_rank_correlations_are_between_minus_one_and_one(pairs: list[tuple[int, int]]) -> None:
    first, second = zip(*pairs, strict=True)
    for measured in (spearman, tau_b):
        assert -1.000001 <= measured(first, second) <= 1.000001
        if len(set(first)) > 1:
            assert measured(first, first) == pytest.approx(1)


def test_tau_counts_ties_of_one_side_only() -> None:
    # 1 2 2 3 against 1 3 2 2: four pairs agree, none disagrees; one is tied first, another second.
    assert tau_b([1, 2, 2, 3], [1, 3, 2, 2]) == pytest.approx((3 - 1) / 5)
    assert tau_b([1, 1, 1], [1, 2, 3]) == 0.0


def test_spearman_puts_equal_values_at_their_mean_rank() -> None:
    assert spearman([1, 1, 2], [1, 2, 3]) == pytest.approx(1.5 / (1.5 * 2) ** 0.5)


def test_equal_scores_share_their_places() -> None:
    one, other = ndcg([50, 50, 10], [4, 1, 0], 10), ndcg([50, 50, 10], [1, 4, 0], 10)
    assert one == pytest.approx(other)
    assert one == pytest.approx((2.5 + 2.5 / log2(3)) / (4 + 1 / log2(3)))


def test_ndcg_looks_at_the_first_places_only() -> None:
    assert ndcg([3, 2, 1], [0, 0, 4], 2) == 0.0
    assert ndcg([3, 2, 1], [0, 0, 0], 2) == 1.0


def test_agreement() -> None:
    assert precision_recall_f1(0, 0, 0) == (1.0, 1.0, 1.0)
    assert precision_recall_f1(0, 2, 2) == (0.0, 0.0, 0.0)
    assert agreement([True, True, False, False], [True, False, True, False]) == (0.5, 0.5, 0.5)
