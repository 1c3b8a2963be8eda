from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.cells import cell_len

from screen.model.criteria import Ask, Condition, Rule, Signal
from screen.model.finding import Placed
from screen.reports import REPORTS, Options
from tests.reports.fakes import LEADING, Looks, anne, bo, mark, quote, ranking

ANNE, BO = "0123456789ab", "ba9876543210"


def text(**options: object) -> str:
    return REPORTS["explain"].render(ranking(), Options(**options)).decode()  # type: ignore[arg-type]


@pytest.mark.parametrize(("who", "width"), [(ANNE, 100), (BO, 60)])
def test_it_looks_as_it_should(who: str, width: int, golden: Callable[[str, bytes], None]) -> None:
    golden(f"explain-{width}.txt", text(applicant=who, width=width).encode())


def test_only_the_one_who_was_asked_for() -> None:
    shown = text(applicant=ANNE)
    assert "Anne Test Birkedal" in shown
    assert "Prøve" not in shown


def test_what_is_unaccounted_for_comes_first() -> None:
    shown = text(applicant=BO)
    assert shown.index("2009-2012 Konsulent??") < shown.index("Karriere") < shown.index("Erfaring som skoleleder")


def test_quotes_stand_with_document_page_and_line() -> None:
    shown = text(applicant=ANNE)
    assert "»Skoleleder, Søndervang Skole 2014 – nu« [stilling · anne/CV.pdf, side 1, linje 4]" in shown
    assert "»Jeg ønsker at blive skolechef« [et ønske eller en hensigt · anne/Ansøgning.docx, linje 7]" in shown
    assert "linje 12 · læst med OCR]" in text(applicant=BO)


def test_the_rule_and_the_next_level_in_words() -> None:
    assert "mindst 5 år i grupperne »leder« eller »viceleder« (lagt sammen) (dokumenteret: 11,9)" in text(
        applicant=ANNE
    )
    assert "inden for de seneste 5 år (dokumenteret: 5)" in text(applicant=ANNE)
    shown = text(applicant=BO)
    assert "Næste niveau, solid, kræver:\n    • mindst 2 år i grupperne »leder« eller »viceleder«" in shown
    assert "»trivsel« er nævnt som ansøgerens egen opgave i en stilling (ikke dokumenteret i materialet)" in shown


def test_the_interview_question() -> None:
    assert "Spørg ved samtalen: Hvad ændrede sig på din skole, mens du ledede den?" in text(applicant=ANNE)


def test_the_career_newest_first() -> None:
    shown = text(applicant=ANNE)
    assert shown.index("2014 – nu") < shown.index("aug. 2003 – dec. 2013")


def test_who_could_not_be_read_is_told_why() -> None:
    shown = text(applicant="ffff00000000")
    assert "ikke læst" in shown
    assert "Har ingen tekst, som kan læses" in shown


@pytest.mark.parametrize("width", [40, 60, 100, 160])
def test_it_fits(width: int) -> None:
    assert all(cell_len(line) <= width for line in text(width=width).splitlines())


def test_hostile_quotes() -> None:
    row = replace(bo(), unaccounted=(quote("\x1b[2Jx\u202e[bold]y", "unaccounted"),))
    found = replace(ranking(), placed=(Placed(row, 1, 30.0, False),))
    shown = REPORTS["explain"].render(found, Options()).decode()
    assert "»[2Jx[bold]y«" in shown


def test_alternatives_that_did_not_decide_are_left_out_of_the_rule_but_not_of_the_next_level() -> None:
    other = Condition("andet", (Ask("held", True),))
    either = Rule("solid", ((Condition("år", (Ask("years", 2.0),)),), (other,)))
    strong = Rule("strong", ((Condition("år", (Ask("years", 5.0),)),), (other,)))
    course = Signal("andet", "credential", Looks(credential=("leder_kursus",), in_=("leder", "studies")))
    asked = replace(LEADING, signals=(*LEADING.signals, course), rules=(strong, either))
    row = replace(anne(), marks=(mark(asked, 3, {"found": True, "years": 3.0}),))
    found = replace(ranking(), placed=(Placed(row, 1, 75.0, True),))
    shown = REPORTS["explain"].render(found, Options()).decode()
    decided, following = shown.split("Næste niveau")
    assert "»leder kursus«" not in decided
    assert "»leder kursus« er gennemført (ikke dokumenteret i materialet)" in following


def explained(rules: tuple[Rule, ...], level: int, values: dict[str, float | bool]) -> str:
    row = replace(anne(), marks=(mark(replace(LEADING, rules=rules), level, values),))
    found = replace(ranking(), placed=(Placed(row, 1, 25.0 * level, True),))
    return REPORTS["explain"].render(found, Options()).decode()


def test_an_alternative_that_asks_for_more_than_another_is_left_out() -> None:
    years = Condition("år", (Ask("years", 2.0),))
    also = Condition("år", (Ask("ended_within", 5.0),))
    shown = explained((Rule("solid", ((years, also), (years,))),), 3, {"years": 3.0, "ended_years_ago": 1.0})
    assert "Afgjort af reglen for solid:\n    • mindst 2 år i" in shown
    assert "sluttede for højst 5 år siden" not in shown
    assert "eller\n" not in shown


def test_what_is_documented_but_too_little_did_not_decide() -> None:
    long, ended = Condition("år", (Ask("years", 5.0),)), Condition("år", (Ask("ended_within", 5.0),))
    shown = explained((Rule("solid", ((long,), (ended,))),), 3, {"years": 3.0, "ended_years_ago": 1.0})
    assert "sluttede for højst 5 år siden (dokumenteret: 1)" in shown
    assert "mindst 5 år" not in shown
