"""A few mutated files with every run of the tests; `python -m tests.fuzz --files 10000` breaks many."""

from __future__ import annotations

import random

from tests.fuzz.__main__ import made, run
from tests.fuzz.mutate import CHANGES
from tests.fuzz.sources import sources


def test_every_broken_file_ends_as_a_document_or_a_problem() -> None:
    tally = run(40, seed=3, workers=0, pictures=False)
    assert tally.bad == []
    # A mail or archive that was opened counts by what is in it.
    assert sum(tally.outcomes.values()) >= 35
    assert tally.outcomes["read"] > 10
    assert tally.outcomes["damaged"] > 3


def test_a_file_is_the_same_whenever_it_is_made() -> None:
    assert made(5, 17, False) == made(5, 17, False)


def test_every_change_changes_something() -> None:
    (_, data), (_, other) = sources(False)[:2]
    for change in CHANGES:
        assert any(change(random.Random(n), data, other) != data for n in range(3)), change.__name__
