"""The measures of agreement: kappa, rank correlation, nDCG, F1. Plain numbers in, plain numbers out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations
from math import log2, sqrt


def kappa(levels: Sequence[int], labels: Sequence[int]) -> float:
    """Cohen's kappa with quadratic weights: 1 is full agreement, 0 what chance would give.

    The squares of the differences against those between every level and every label. Where both hold one and the same
    value throughout there is no chance to beat, and agreement is full.
    """
    observed = sum((level - label) ** 2 for level, label in zip(levels, labels, strict=True))
    given, wanted = Counter(levels), Counter(labels)
    crossed = sum(n * m * (a - b) ** 2 for a, n in given.items() for b, m in wanted.items())
    return 1.0 if crossed == 0 else 1 - observed * len(labels) / crossed


def spearman(first: Sequence[float], second: Sequence[float]) -> float:
    """Spearman's rank correlation, equal values at their mean rank; 0 where one side does not vary."""
    x, y = _ranks(first), _ranks(second)
    middle = (len(x) - 1) / 2
    shared = sum((a - middle) * (b - middle) for a, b in zip(x, y, strict=True))
    spread = sum((a - middle) ** 2 for a in x) * sum((b - middle) ** 2 for b in y)
    return shared / sqrt(spread) if spread else 0.0


def _ranks(values: Sequence[float]) -> list[float]:
    places = defaultdict(list)
    for place, value in enumerate(sorted(values)):
        places[value].append(place)
    return [sum(places[v]) / len(places[v]) for v in values]


def tau_b(first: Sequence[float], second: Sequence[float]) -> float:
    """Kendall's tau-b: of the pairs that neither side ties, how many more stand in the same order than do not."""
    balance = untied_first = untied_second = 0
    for (a, x), (b, y) in combinations(zip(first, second, strict=True), 2):
        one, other = (a > b) - (a < b), (x > y) - (x < y)
        balance += one * other
        untied_first += one != 0
        untied_second += other != 0
    below = sqrt(untied_first * untied_second)
    return balance / below if below else 0.0


def ndcg(scores: Sequence[float], gains: Sequence[float], places: int) -> float:
    """Normalised discounted cumulative gain with linear gain.

    Equal scores share their places, so that the order of the files decides nothing.
    """
    together = defaultdict(list)
    for score, gain in zip(scores, gains, strict=True):
        together[score].append(gain)
    order = sorted(scores, reverse=True)[:places]
    got = sum(sum(together[s]) / len(together[s]) / log2(at + 2) for at, s in enumerate(order))
    best = sum(g / log2(at + 2) for at, g in enumerate(sorted(gains, reverse=True)[:places]))
    return got / best if best else 1.0


def share(part: float, whole: int) -> float | None:
    """The part of the whole; `None` of nothing."""
    return part / whole if whole else None


def precision_recall_f1(right: int, superfluous: int, missed: int) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean; where there was nothing to find and nothing was found, 1."""
    precision = right / (right + superfluous) if right + superfluous else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def agreement(said: Sequence[bool], true: Sequence[bool]) -> tuple[float, float, float]:
    """Precision, recall and F1 of a yes or no."""
    pairs = Counter(zip(said, true, strict=True))
    return precision_recall_f1(pairs[True, True], pairs[True, False], pairs[False, True])
