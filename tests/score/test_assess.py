from dataclasses import replace
from datetime import date
from typing import Any

from screen.model.application import Application
from screen.model.criteria import Ask, Condition, Criteria, Posting, Requirement, Rule, Signal, Vocabulary
from screen.model.cv import Passage
from screen.model.errors import Notice, Problem
from screen.model.text import Span
from screen.score import assess, unread
from screen.signals import KINDS, Context
from tests.signals.build import PATH, build_cv, compile_lexicon, sets_of, vocabulary

WORDS = {"titles": {"direktør": ["direktør"]}, "topics": {"økonomi": ["budget"]}}
SETS = {"direktører": {"titles": ["direktør"]}}


def criteria() -> Criteria:
    signals = (
        Signal("år", "tenure", KINDS["tenure"].Parameters(tenure="direktører")),
        Signal("opgave", "mention", KINDS["mention"].Parameters(mention="økonomi")),
    )
    rules = (
        Rule("strong", ((Condition("år", (Ask("years", 8),)), Condition("opgave", (Ask("found", True),))),)),
        Rule("partial", ((Condition("år", (Ask("found", True),)),),)),
    )
    requirement = Requirement("økonomi", "Økonomi", "styr på økonomien", 1, "solid", signals, rules)
    return Criteria("c", "0" * 64, Posting("T", "O", None, "da", None), Vocabulary(), (), (requirement,))


def context() -> Context:
    return Context(compile_lexicon(vocabulary(WORDS)), sets_of(SETS), date(2026, 4, 9))


def made(*blocks: Any, **extra: Any) -> Any:
    return assess(build_cv(list(blocks), **extra), criteria(), context())


def codes(assessment: Any) -> list[str]:
    return [n.code for n in assessment.notices]


JOB = {"position": {"title": "Direktør", "employer": "Nordby Kommune", "period": "2015-01 – nu"}, "lines": ["Budget"]}


def test_a_row_holds_marks_positions_and_files() -> None:
    row = made(JOB)
    assert (row.marks[0].level, row.status) == (4, "scored")
    assert row.positions[0][1:] == (PATH, None, 1)
    assert [f.path for f in row.files] == [PATH]
    assert row.notices == ()


def test_undated_positions_have_a_notice() -> None:
    assert codes(made({"position": {"title": "Direktør", "employer": "Nordby Kommune"}})) == ["undated-position"]


def test_a_position_without_dates_is_told_of_once() -> None:
    told = {"title": "Direktør", "employer": "Nordby Kommune"}
    cv = build_cv([{"position": told}, {"position": {**told, "stated_months": 24}}])
    read = replace(cv, notices=(Notice.of("undated-position", title="Direktør"),))
    years = Notice.of("stated-length", title="Direktør", employer="Nordby Kommune", years=2.0, count=2.0)
    undated = Notice.of("undated-position", title="Direktør", employer="Nordby Kommune")
    assert assess(read, criteria(), context()).notices == (undated, years)


def test_jobs_side_by_side_have_a_notice() -> None:
    other = {"position": {"title": "Chef", "employer": "Sydby Kommune", "period": "2016-01 – 2017-12"}}
    (notice,) = made(JOB, other).notices
    assert notice == Notice.of("overlapping-positions", first="Direktør", second="Chef", months=24)


def test_a_change_of_jobs_within_a_month_has_none() -> None:
    other = {"position": {"title": "Chef", "employer": "Sydby Kommune", "period": "2010-01 – 2015-01"}}
    assert made(JOB, other).notices == ()


def test_what_bare_years_make_of_a_change_of_jobs_is_no_overlap() -> None:
    other = {"position": {"title": "Chef", "employer": "Sydby Kommune", "period": "2010 – 2015"}}
    assert made(JOB, other).notices == ()
    other = {"position": {"title": "Chef", "employer": "Sydby Kommune", "period": "2010 – 2016"}}
    (notice,) = made(JOB, other).notices
    assert notice.code == "overlapping-positions"


def test_dates_that_cannot_be_have_notices() -> None:
    future = {"position": {"title": "Chef", "employer": "Sydby Kommune", "period": "2026-08 – nu"}}
    end = {"position": {"title": "Chef", "employer": "Østby Kommune", "period": "2026-02 – 2027-12"}}
    assert set(codes(made(future, end))) == {"future-dates", "future-end"}


def test_hidden_text_and_ocr_have_notices() -> None:
    assert "hidden-text" in codes(made({**JOB, "hidden": ["Budget på 2 mia. kr."]}))
    assert "ocr" in codes(made(JOB, ocr=True))


def test_a_claim_of_the_letter_that_no_position_carries_has_one() -> None:
    letter = {"letter": True, "lines": ["Jeg har lagt budget i mange år."]}
    (notice,) = made({**JOB, "lines": []}, letter).notices
    assert (notice.code, dict(notice.facts)["requirement"]) == ("unsupported-claim", "økonomi")


def test_a_salutation_or_a_label_is_no_claim() -> None:
    letter = {"letter": True, "lines": ["Kære alle om budget"]}
    assert made({**JOB, "lines": []}, letter).notices == ()


def test_an_application_without_a_cv_says_so() -> None:
    cv = build_cv([{"letter": True, "lines": ["Jeg har lagt budget i mange år."]}])
    (filed,) = cv.application.documents
    letter = replace(cv, application=replace(cv.application, documents=(replace(filed, kind="letter"),)))
    assert codes(assess(letter, criteria(), context()))[0] == "no-cv"


def test_what_was_left_over_makes_the_row_partial() -> None:
    cv = build_cv([JOB])
    left = replace(cv, unaccounted=(Passage(PATH, Span(0, 8)),))
    row = assess(left, criteria(), context())
    assert (row.status, [e.quote for e in row.unaccounted]) == ("partial", ["Direktør"])


def test_nobody_vanishes_because_nothing_could_be_read() -> None:
    row = unread(Application("0" * 12, None, (), (Problem.of("cv.pdf", "damaged"),)))
    assert (row.status, row.marks, row.files[0].problem) == ("unreadable", (), Problem.of("cv.pdf", "damaged"))


def test_two_applicants_in_one_context_do_not_mix() -> None:
    shared = context()
    first = assess(build_cv([JOB]), criteria(), shared)
    second = assess(build_cv([{**JOB, "lines": []}]), criteria(), shared)
    assert (first.marks[0].level, second.marks[0].level) == (4, 2)
