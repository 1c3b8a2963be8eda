import pytest

from screen.model.criteria import Ask, Condition, Requirement, Rule, Signal
from screen.model.cv import Passage
from screen.model.finding import Evidence, Finding
from screen.model.text import Span
from screen.score import mark

NOW = 2026 * 12 + 3


def years(name: str, **values: float | bool) -> Finding:
    months = frozenset(range(NOW - int(float(values.get("years", 0)) * 12) + 1, NOW + 1))
    return Finding(name, "tenure", {"as_of_month": NOW, "ended_years_ago": 0.0, **values}, months=months)


def quote(at: int, why: str = "topic") -> Evidence:
    return Evidence(Passage("cv", Span(at, at + 5)), "quote", "cv", None, 1, False, why)


def asks(signal: str, **what: float | bool | tuple[float, float]) -> Condition:
    return Condition(signal, tuple(Ask(k, v) for k, v in what.items()))


def requirement(*rules: Rule, must: str | None = None) -> Requirement:
    return Requirement("r", "R", "words", 1, must, (), rules)  # type: ignore[arg-type]


STRONG = Rule("strong", ((asks("y", years=8), asks("task", count=1)),))
SOLID = Rule("solid", ((asks("y", years=3),),))
PARTIAL = Rule("partial", ((asks("y", found=True),), (asks("task", found=True),)))


def task(count: int, *evidence: Evidence) -> Finding:
    return Finding("task", "mention", {"found": count > 0, "count": count}, evidence)


@pytest.mark.parametrize(
    ("found", "tasks", "level"),
    [(8.0, 1, 4), (8.0, 0, 3), (7.99, 1, 3), (3.0, 0, 3), (2.0, 1, 2), (0.5, 0, 2), (0.0, 1, 2), (0.0, 0, 0)],
)
def test_the_highest_rule_that_holds_decides(found: float, tasks: int, level: int) -> None:
    findings = (years("y", years=found, found=found > 0), task(tasks))
    assert mark(requirement(SOLID, PARTIAL, STRONG), findings).level == level


def test_progress_is_the_mean_over_what_the_next_rule_asks() -> None:
    made = mark(requirement(STRONG, SOLID), (years("y", years=4.0, found=True), task(1)))
    assert (made.level, made.progress) == (3, pytest.approx((0.5 + 1.0) / 2))


def test_progress_takes_the_best_alternative() -> None:
    rule = Rule("solid", ((asks("y", years=8),), (asks("y", years=4),)))
    assert mark(requirement(rule), (years("y", years=2.0),)).progress == pytest.approx(0.5)


def test_progress_is_whole_where_no_rule_is_above() -> None:
    assert mark(requirement(SOLID), (years("y", years=3.0),)).progress == 1.0


def test_recent_counts_the_months_of_the_last_years_only() -> None:
    rule = Rule("solid", ((asks("y", recent=(1.0, 5.0)),),))
    old = Finding("y", "tenure", {"as_of_month": NOW}, months=frozenset(range(NOW - 72, NOW - 54)))
    assert mark(requirement(rule), (old,)).level == 0
    assert mark(requirement(rule), (old,)).progress == pytest.approx(6 / 12 * 1 - 1 / 12)
    new = Finding("y", "tenure", {"as_of_month": NOW}, months=frozenset(range(NOW - 59, NOW - 47)))
    assert mark(requirement(rule), (new,)).level == 3


@pytest.mark.parametrize(("ago", "level", "progress"), [(0.0, 3, 1.0), (10.0, 3, 1.0), (20.0, 0, 0.5)])
def test_ended_within_is_a_maximum(ago: float, level: int, progress: float) -> None:
    rule = Rule("solid", ((asks("y", ended_within=10),),))
    made = mark(requirement(rule), (years("y", ended_years_ago=ago),))
    assert (made.level, made.progress) == (level, pytest.approx(progress))


def test_what_never_ended_never_ended_within() -> None:
    rule = Rule("solid", ((asks("y", ended_within=10),),))
    assert mark(requirement(rule), (Finding("y", "tenure", {"found": True}),)).level == 0


def test_evidence_is_that_of_the_deciding_rules_signals_turn_by_turn() -> None:
    y = Finding("y", "tenure", {"years": 8.0, "found": True}, tuple(quote(i * 10, "heading") for i in range(9)))
    other = Finding("other", "mention", {"found": True}, (quote(900),))
    made = mark(requirement(STRONG), (y, task(2, quote(500), quote(510), quote(0)), other))
    assert [(e.passage.span.start, e.why) for e in made.evidence] == [
        (0, "heading"), (500, "topic"), (10, "heading"), (510, "topic"), (20, "heading"), (30, "heading"),
        (40, "heading"), (50, "heading"),
    ]  # fmt: skip


def test_another_alternative_adds_quotes_while_there_are_few_but_no_bare_claims() -> None:
    one = Finding("one", "mention", {"found": True, "count": 1}, (quote(0),))
    two = Finding("two", "mention", {"found": True, "count": 2}, (quote(10), quote(20, "loose")))
    rule = Rule("partial", ((asks("one", found=True),), (asks("two", found=True),)))
    assert [e.passage.span.start for e in mark(requirement(rule), (one, two)).evidence] == [0, 10]
    alone = Finding("one", "mention", {"found": False}, ())
    assert [e.passage.span.start for e in mark(requirement(rule), (alone, two)).evidence] == [10, 20]


def test_elsewhere_is_no_reason_where_another_signal_counts_it() -> None:
    one = Finding(
        "one", "mention", {"found": True, "count": 1}, (quote(0),), (quote(30, "elsewhere"), quote(40, "wish"))
    )
    two = Finding("two", "mention", {"found": True, "count": 1}, (quote(30),))
    rule = Rule("partial", ((asks("one", found=True),),))
    assert [e.passage.span.start for e in mark(requirement(rule), (one, two)).set_aside] == [40]


def test_level_zero_has_no_evidence_and_what_is_quoted_is_not_set_aside() -> None:
    aside = Finding("task", "mention", {"found": True, "count": 1}, (quote(0),), (quote(2, "wish"), quote(50, "wish")))
    assert mark(requirement(STRONG), (aside,)).evidence == ()
    made = mark(requirement(PARTIAL), (aside,))
    assert [e.passage.span.start for e in made.set_aside] == [50]


def test_a_must_have_is_met_at_its_level() -> None:
    findings = (years("y", years=3.0), task(0))
    assert mark(requirement(STRONG, SOLID, must="solid"), findings).met
    assert not mark(requirement(STRONG, SOLID, must="strong"), findings).met


def test_a_signal_is_named_but_never_found() -> None:
    assert mark(requirement(SOLID), ()).level == 0


def test_the_signals_of_a_requirement_need_no_order() -> None:
    a, b = years("y", years=8.0, found=True), task(1)
    assert mark(requirement(STRONG), (a, b)).level == mark(requirement(STRONG), (b, a)).level


def test_signal_is_a_plain_value() -> None:
    assert Signal("a", "mention", None) == Signal("a", "mention", None)
