"""Herlev's sets hold the positions that a recruiter would put there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from screen.criteria import load_criteria
from screen.lexicon import compile_lexicon
from screen.model.application import Application, Filed
from screen.model.cv import CV, Month, Passage, Period, Position, Statement
from screen.model.text import Document, RawLine
from screen.signals import KINDS, Context

ROOT = Path(__file__).parents[2]
CASES = yaml.safe_load((ROOT / "tests" / "cases" / "criteria" / "herlev-sets.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def case():
    criteria = load_criteria(ROOT / "criteria" / "herlev-kommunaldirektoer.yaml")
    return compile_lexicon(criteria.vocabulary), {s.name: s for s in criteria.sets}


def cv_of(told: dict) -> CV:
    """A CV with one position."""
    lines = [f"{told['title']}, {told['employer']}", *([told["text"]] if "text" in told else [])]
    document = Document.from_lines("cv.txt", "0" * 64, [RawLine(line) for line in lines])
    passages = [Passage("cv.txt", line.span) for line in document.lines]
    position = Position(
        title=told["title"],
        employer=told["employer"],
        sector=told["sector"],
        period=Period(Month(2015, 1), Month(2020, 1), passages[0]),
        stated_months=None,
        role=told.get("role", "job"),
        acting=told.get("acting", False),
        staff=told.get("staff"),
        heading=(passages[0],),
    )
    statements = tuple(Statement(p, "experience", position=0, heading=at == 0) for at, p in enumerate(passages))
    application = Application("0" * 12, None, (Filed(document, "cv"),))
    return CV(application, "da", {"cv.txt": document.text}, (position,), (), statements, (), ())


@pytest.mark.parametrize("told", CASES, ids=[f"{c['title']}, {c['employer']}, {c.get('staff', '')}" for c in CASES])
def test_sets(told, case):
    lexicon, sets = case
    tenure = KINDS["tenure"]
    held = {
        name
        for name in (*told.get("in", ()), *told.get("out", ()))
        if tenure.find(
            cv_of(told), name, tenure.Parameters(tenure=(name,)), Context(lexicon, sets, date(2026, 4, 9))
        ).values["found"]
    }
    assert held == set(told.get("in", ()))
