from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.cells import cell_len

from screen.model.errors import Notice, Problem
from screen.model.finding import Placed, Ranking
from screen.model.result import SCHEMA
from screen.reports import REPORTS, Options
from tests.reports.fakes import LEADING, anne, bo, ranking

CHANGED = (Notice.of("weight-changed", requirement="trivsel", old=30.0, new=40.0),)


def text(found: Ranking | None = None, **options: object) -> str:
    return REPORTS["table"].render(found or ranking(), Options(**options)).decode()  # type: ignore[arg-type]


@pytest.mark.parametrize("width", [60, 100, 160])
def test_it_looks_as_it_should(width: int, golden: Callable[[str, bytes], None]) -> None:
    golden(f"table-{width}.txt", text(ranking(notices=CHANGED), width=width).encode())


def test_it_looks_as_it_should_in_a_pipe(golden: Callable[[str, bytes], None]) -> None:
    golden("table-pipe.txt", text(ranking(notices=CHANGED), language="en").encode())


@pytest.mark.parametrize("width", [40, 60, 80, 100, 160])
def test_it_fits_and_cuts_nothing(width: int) -> None:
    shown = text(width=width)
    assert all(cell_len(line) <= width for line in shown.splitlines())
    assert "…" not in shown
    for words in ("Anne Test Birkedal", "Dorte Prøve", "mindst delvis", "90,0"):
        assert words in shown


def test_a_pipe_gets_every_name_whole_and_one_line_an_applicant() -> None:
    long = "Anna " * 100 + "Prøve"
    shown = text(ranking(Placed(replace(bo(long), id="x"), 4, 10.0, False)))
    assert sum(long in line for line in shown.splitlines()) == 1


def test_a_pipe_keeps_to_a_hundred_columns_where_names_allow() -> None:
    table = text().split("2 filer kunne ikke læses")[0]
    assert all(cell_len(line) <= 100 for line in table.splitlines())


def test_in_a_pipe_a_later_run_can_know_it_for_an_output() -> None:
    assert SCHEMA in text()
    assert SCHEMA not in text(width=100)


def test_a_terminal_shortens_a_name_without_end_openly() -> None:
    shown = text(ranking(Placed(bo("A" * 5000), 4, 10.0, False)), width=100)
    assert "…" in shown
    assert len(shown.splitlines()) < 40


def test_many_requirements_become_a_list() -> None:
    criteria = replace(ranking().criteria, requirements=tuple(replace(LEADING, id=f"k{i}") for i in range(8)))
    shown = text(replace(ranking(), criteria=criteria), width=100)
    assert all(cell_len(line) <= 100 for line in shown.splitlines())
    assert shown.count("ulæst") == 8 * len(ranking().placed)


def test_ties_are_shown_as_ties() -> None:
    ranks = [line.split()[0] for line in text().splitlines() if "Prøve" in line or "Birkedal" in line]
    assert ranks == ["1", "2=", "2="]


def test_a_must_have_is_a_flag_and_partial_reads_at_least() -> None:
    line = next(line for line in text().splitlines() if "Bo Prøve" in line)
    assert "mindst delvis ⚑" in line
    assert "mindst 30,0" in line
    assert "⚑" not in next(line for line in text().splitlines() if "Birkedal" in line)


def test_the_highest_level_needs_no_at_least() -> None:
    partial = replace(anne(), unaccounted=bo().unaccounted)
    line = next(
        x for x in text(replace(ranking(), placed=(Placed(partial, 1, 90.0, True),))).splitlines() if "Anne" in x
    )
    assert "████ stærk" in line
    assert "mindst solid" in line


def test_top_says_how_many_follow() -> None:
    shown = text(top=1)
    assert "3 ansøgere følger" in shown
    assert "Bo Prøve" not in shown
    assert "følger" not in text(top=4)


def test_changed_weights_stand_in_every_header() -> None:
    for width in (None, 60, 100):
        assert "ændret fra 30" in " ".join(text(ranking(notices=CHANGED), width=width).split("Bo Prøve")[0].split())


def test_problems_stand_below_each_once() -> None:
    shown = text()
    assert shown.count("låst.docx: Er beskyttet med adgangskode.") == 1
    assert shown.count("Scannet ansøgning.pdf: ") == 1
    assert "2 filer kunne ikke læses" in shown
    assert "3 filer er ikke ansøgninger" in shown


def test_without_block_characters() -> None:
    shown = text(unicode=False)
    assert "##.. mindst delvis !" in shown
    assert not set(shown) & set("█░⚑")


def test_nobody() -> None:
    assert "Ingen ansøgere." in text(replace(ranking(), placed=()))


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\x9b31m", "\u202e", "[/x]", "[red]", ":smile:"])
def test_hostile_names_and_paths(hostile: str) -> None:
    found = ranking(Placed(bo(f"Eva{hostile}Prøve"), 4, 10.0, False))
    problem = Problem.of(f"a{hostile}b.pdf", "damaged")
    for width in (None, 100, 60):
        shown = text(replace(found, problems=(problem,)), width=width)
        plain = hostile.isprintable()
        assert (hostile in shown) == plain
        assert (f"Eva{hostile}Prøve" in shown) == plain


def test_words_that_must_never_be_said() -> None:
    for language in ("da", "en"):
        shown = text(language=language, width=100).lower()
        for word in ("afvist", "afslag", "opfylder ikke", "rejected", "fails"):
            assert word not in shown
