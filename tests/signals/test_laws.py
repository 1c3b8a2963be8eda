from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from screen.lexicon import compile_lexicon
from screen.model.finding import Finding
from screen.signals import Context, mention, number, tenure
from tests.signals.build import build_cv, sets_of, vocabulary

WORDS = {"titles": {"direktør": ["direktør"]}, "topics": {"økonomi": ["budget"]}}
LEXICON = compile_lexicon(vocabulary(WORDS))
SETS = sets_of({"direktører": {"titles": ["direktør"]}})
AS_OF = date(2026, 4, 9)

dates = st.one_of(
    st.integers(1990, 2026).map(str),
    st.tuples(st.integers(1990, 2026), st.integers(1, 12)).map("{0[0]}-{0[1]:02}".format),
)
periods = st.one_of(
    st.tuples(dates, dates).filter(lambda p: p[0] <= p[1]).map(" – ".join), dates.map(lambda d: f"{d} – nu"), st.none()
)
careers = st.lists(periods, max_size=5)


def blocks(career: list[str | None]) -> list[dict[str, object]]:
    told = [{"title": "Direktør", "employer": f"{i}by Kommune", "period": p} for i, p in enumerate(career)]
    return [{"position": {k: v for k, v in t.items() if v}} for t in told]


def tenured(career: list[str | None]) -> Finding:
    context = Context(LEXICON, SETS, AS_OF)
    return tenure.find(build_cv(blocks(career)), "y", tenure.Parameters(tenure="direktører"), context)


@settings(deadline=None, max_examples=60)
@given(careers, st.randoms(use_true_random=False))
def test_the_union_is_at_most_the_sum_and_has_no_order(career: list[str | None], random: object) -> None:
    union = tenured(career).months
    assert len(union) <= sum(len(tenured([p]).months) for p in career)
    shuffled = career[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert tenured(shuffled).months == union
    assert all(m <= 2026 * 12 + 3 for m in union)


@settings(deadline=None, max_examples=60)
@given(careers, periods)
def test_one_more_job_takes_no_years_away(career: list[str | None], more: str | None) -> None:
    before, after = tenured(career), tenured([*career, more])
    assert before.months <= after.months
    assert before.values["years"] <= after.values["years"]
    assert before.values.get("ended_years_ago", 99) >= after.values.get("ended_years_ago", 99)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(1, 900), max_size=4))
def test_a_task_without_a_size_lowers_nothing(amounts: list[int]) -> None:
    lines = [f"Budget på {a} mio. kr." for a in amounts]
    job = {"title": "Direktør", "employer": "Nordby Kommune", "period": "2015-01 – nu"}

    def found(told: list[str]) -> tuple[Finding, Finding]:
        cv = build_cv([{"position": job, "lines": told}])
        context = Context(LEXICON, SETS, AS_OF)
        size = number.Parameters(number="money", near=("økonomi",))
        return number.find(cv, "n", size, context), mention.find(
            cv, "m", mention.Parameters(mention="økonomi"), context
        )

    (size, told), (more_size, more_told) = found(lines), found([*lines, "Budget og opfølgning"])
    assert size.values == more_size.values
    assert more_told.values["count"] == told.values["count"] + 1
