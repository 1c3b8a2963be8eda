from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from screen.model.criteria import Criteria, Posting, Requirement, Vocabulary
from screen.model.errors import Problem
from screen.model.finding import Assessment, Mark, Ranking
from screen.score import rank, total

AS_OF = date(2026, 4, 9)
CRITERIA = Criteria("c.yaml", "0" * 64, Posting("T", "O", None, "da", None), Vocabulary(), (), ())


def marked(level: int, weight: float = 1.0, progress: float = 0.0, must: str | None = None) -> Mark:
    requirement = Requirement("r", "R", "words", weight, must, (), ())  # type: ignore[arg-type]
    return Mark(requirement, level, None, progress, (), (), ())


def row(name: str, *marks: Mark) -> Assessment:
    return Assessment(name, None, (), (), marks, (), ())


def ranked(*rows: Assessment, problems: tuple[Problem, ...] = ()) -> Ranking:
    return rank(CRITERIA, AS_OF, rows, problems)


def test_ties_share_a_rank_and_the_next_one_follows_them() -> None:
    out = ranked(row("c", marked(2)), row("a", marked(3)), row("b", marked(3)), row("d", marked(1)))
    assert [(p.assessment.id, p.rank, p.score) for p in out.placed] == [
        ("a", 1, 75.0), ("b", 1, 75.0), ("c", 3, 50.0), ("d", 4, 25.0),
    ]  # fmt: skip


def test_progress_orders_a_tie_then_the_id() -> None:
    out = ranked(row("a", marked(3)), row("c", marked(3, progress=0.5)), row("b", marked(3, progress=0.5)))
    assert [(p.assessment.id, p.rank) for p in out.placed] == [("b", 1), ("c", 1), ("a", 1)]


def test_the_unreadable_stand_last_without_a_rank() -> None:
    out = ranked(row("u"), row("a", marked(0)))
    assert [(p.assessment.id, p.rank, p.score, p.qualified) for p in out.placed] == [
        ("a", 1, 0.0, True), ("u", None, None, False),
    ]  # fmt: skip


def test_a_must_have_is_a_flag_and_changes_no_place() -> None:
    out = ranked(row("a", marked(2, must="solid")), row("b", marked(1)))
    assert [(p.assessment.id, p.qualified) for p in out.placed] == [("a", False), ("b", True)]


def test_weights_that_floats_cannot_hold_still_tie() -> None:
    left = row("a", marked(4, 0.1), marked(0, 0.2), marked(2, 0.3))
    right = row("b", marked(1, 0.1), marked(3, 0.2), marked(1, 0.3))
    assert {p.rank for p in ranked(left, right).placed} == {1}


def test_problems_are_listed_once_by_path() -> None:
    one, two = Problem.of("b.pdf", "damaged"), Problem.of("a.pdf", "encrypted")
    assert ranked(problems=(one, two, one)).problems == (two, one)


levels = st.lists(st.tuples(st.integers(0, 4), st.sampled_from([0.5, 1, 2, 10, 30, 33.3])), min_size=1, max_size=5)


@given(levels)
def test_the_total_is_the_weighted_mean(pairs: list[tuple[int, float]]) -> None:
    exact = sum(Fraction(str(w)) * 25 * n for n, w in pairs) / sum(Fraction(str(w)) for _, w in pairs)
    assert total(row("a", *(marked(n, w) for n, w in pairs))) == float(exact)


rows = st.lists(st.tuples(st.integers(0, 4), st.sampled_from([0.0, 0.25, 0.5])), min_size=1, max_size=8)


@given(rows, st.randoms(use_true_random=False))
def test_the_ranking_does_not_depend_on_the_order_of_arrival(pairs: list[tuple[int, float]], random: object) -> None:
    everyone = [row(f"{i:02}", marked(n, progress=p)) for i, (n, p) in enumerate(pairs)]
    shuffled = everyone[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert ranked(*everyone) == ranked(*shuffled)
    assert len(ranked(*everyone).placed) == len(everyone)


@given(rows)
def test_a_better_total_never_has_a_worse_rank(pairs: list[tuple[int, float]]) -> None:
    placed = ranked(*(row(f"{i:02}", marked(n, progress=p)) for i, (n, p) in enumerate(pairs))).placed
    for a in placed:
        assert a.rank == 1 + sum(b.score > a.score for b in placed)  # type: ignore[operator]
