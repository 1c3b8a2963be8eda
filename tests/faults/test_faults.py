"""A run over the folder of bad files: every one accounted for as the table says, in bounded time and memory."""

from __future__ import annotations

import resource
import time
from datetime import date
from pathlib import Path

import pytest
import yaml

from screen.criteria import load_criteria
from screen.model.finding import Ranking
from screen.pipeline import run
from tests.faults.write import write

HERE = Path(__file__).parent
CRITERIA = HERE.parents[1] / "criteria" / "herlev-kommunaldirektoer.yaml"
SECONDS = 240
"""For the whole folder: it takes 15 s of one core, and the machine may be busy."""
MOST_MEMORY = 2_100
"""MB of the largest worker."""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, set[str]], dict[str, str], float]:
    """How each file ended, what this machine could not hold, and the seconds that it took."""
    folder = tmp_path_factory.mktemp("faults")
    left_out = write(folder)
    began = time.monotonic()
    *_, last = run(folder, load_criteria(CRITERIA), date(2026, 4, 9), workers=2)
    assert last.ranking
    return ended(last.ranking), left_out, time.monotonic() - began


def ended(ranking: Ranking) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for problem in ranking.problems:
        found.setdefault(problem.path, set()).add(problem.code)
    for file in (f for placed in ranking.placed for f in placed.assessment.files if not f.problem):
        found.setdefault(file.path, set()).add("read")
    return found


def table() -> dict[str, set[str]]:
    told = yaml.safe_load((HERE / "expected.yaml").read_text("utf-8"))
    return {name: {codes} if isinstance(codes, str) else set(codes) for name, codes in told.items()}


def test_every_file_ends_as_the_table_says(
    outcomes: tuple[dict[str, set[str]], dict[str, str], float],
) -> None:
    found, left_out, seconds = outcomes
    expected = {name: codes for name, codes in table().items() if name not in left_out}
    found = {name: codes for name, codes in found.items() if not name.startswith("dyb/")}
    assert set(found) == set(expected)
    assert {n: c for n, c in found.items() if not c <= expected[n]} == {}
    assert seconds < SECONDS


def test_what_lies_sixty_folders_deep_is_read(
    outcomes: tuple[dict[str, set[str]], dict[str, str], float],
) -> None:
    assert [codes for name, codes in outcomes[0].items() if name.startswith("dyb/dyb/")] == [{"read"}]


def test_memory_has_an_end(outcomes: tuple[dict[str, set[str]], dict[str, str], float]) -> None:
    assert outcomes[0]
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024 < MOST_MEMORY


def test_there_are_many() -> None:
    assert len(table()) >= 60
