from hypothesis import given, settings
from hypothesis import strategies as st

from screen.score import assess
from tests.score.test_assess import context, criteria
from tests.signals.build import build_cv

CASE, RULES = context(), criteria()
job = st.tuples(
    st.sampled_from(["Direktør", "Chef", "Konst. direktør", "Sekretær for direktøren"]),
    st.tuples(st.integers(1990, 2025), st.integers(1, 12), st.integers(0, 9)),
    st.sampled_from([(), ("Budget på 80 mio. kr.",), ("Uden ansvar for budget",), ("Budget og opfølgning",)]),
)


def block(told: tuple[str, tuple[int, int, int], tuple[str, ...]]) -> dict[str, object]:
    title, (year, month, years), lines = told
    period = f"{year}-{month:02} – {year + years}-12"
    return {"position": {"title": title, "employer": "Nordby Kommune", "period": period}, "lines": list(lines)}


def level(blocks: list[dict[str, object]]) -> tuple[int, float]:
    made = assess(build_cv(blocks), RULES, CASE).marks[0]
    return made.level, made.progress


@settings(deadline=None, max_examples=60)
@given(st.lists(job, max_size=4), job)
def test_one_more_dated_job_never_lowers_a_level(jobs: list[object], more: object) -> None:
    blocks = [block(j) for j in jobs]  # type: ignore[arg-type]
    assert level(blocks) <= level([*blocks, block(more)])  # type: ignore[arg-type]


@settings(deadline=None, max_examples=40)
@given(st.lists(job, min_size=1, max_size=4))
def test_a_task_without_a_size_never_lowers_a_level(jobs: list[object]) -> None:
    blocks = [block(j) for j in jobs]  # type: ignore[arg-type]
    told = [{**b, "lines": [*b["lines"], "Budget og møder"]} for b in blocks]  # type: ignore[misc]
    assert level(blocks) <= level(told)
