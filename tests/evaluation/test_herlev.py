"""The labelled sets of the project, read from their files and held against their floors."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from screen.criteria import load_criteria
from screen.evaluation import load_labels, measure
from screen.pipeline import run
from screen.reports.json import result
from tests.evaluation.floors import broken

ROOT = Path(__file__).parents[2]
LABELLED = ROOT / "tests" / "labelled"
HERLEV = "criteria/herlev-kommunaldirektoer.yaml"


@pytest.mark.parametrize("name", sorted(p.parent.name for p in LABELLED.glob("*/floors.yaml")))
def test_no_figure_falls_below_its_floor(name: str) -> None:
    here = LABELLED / name
    floors = yaml.safe_load((here / "floors.yaml").read_text("utf-8"))
    file = ROOT / floors.get("criteria", HERLEV)
    criteria = load_criteria(file)
    day, text = criteria.posting.deadline, criteria.posting.text
    assert day is not None
    posting = file.parent / text if text else None
    *_, last = run(here / "applications", criteria, day, posting=posting, workers=2)
    assert last.ranking is not None
    figures = measure(result(last.ranking, "da"), load_labels(here, criteria), criteria, but=floors["but"])
    assert not broken(figures.model_dump(), floors)


def test_a_figure_below_its_floor_is_told() -> None:
    figures = {"tau": 0.8, "years_mae": None, "surplus": ["x"], "requirements": {"a": {"kappa": 0.9, "slips": 1}}}
    floors = {
        "at_least": {"tau": 0.8, "requirements": {"a": {"kappa": 0.95}}},
        "at_most": {"years_mae": 0.2, "surplus": 0, "requirements": {"a": {"slips": 1}}},
    }
    assert broken(figures, floors) == [
        "requirements.a.kappa is 0.9, at_least 0.95",
        "years_mae is None, at_most 0.2",
        "surplus is ['x'], at_most 0",
    ]
