"""Layouts of careers, as cases that anybody can add to."""

from __future__ import annotations

from typing import Any

import pytest

from screen.model.cv import CV, Position
from screen.understand import understand
from tests.cases import load
from tests.understand.build import application

FILES = ("layouts", "careers", "left_over", "first_sight")
CASES = [case for name in FILES for case in load(f"understand/{name}.yaml")]


def said(position: Position) -> tuple[str, str, str, str]:
    period = position.period
    end = "" if period is None else "-" if period.last is None else str(period.last)
    return (position.title or "", position.employer or "", "" if period is None else str(period.first), end)


def meets(position: Position, want: list[str]) -> bool:
    """Title and employer hold what the case says (all of it where the title begins with "="); dates are the same."""
    got = said(position)
    title = got[0] == want[0][1:] if want[0].startswith("=") else want[0] in got[0]
    return title and want[1] in got[1] and got[2:] == (want[2], want[3]) and want[4:5] in ([], [position.sector])


def left_over(cv: CV) -> list[str]:
    """The lines that are reported as not placed."""
    return [u.span.of(cv.texts[u.path]) for u in cv.unaccounted]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_layout(case: dict[str, Any]) -> None:
    cv = understand(application(case["text"], case.get("letter"), paragraphs=case.get("paragraphs")))
    wanted = [[x.strip() for x in row.split("|")] for row in case["positions"]]
    found = [p for p in cv.positions if p.role == "job"]
    if case.get("skip_positions"):
        found, wanted = [], []
    assert len(found) == len(wanted), [said(p) for p in found]
    wrong = [(said(p), p.sector, w) for p, w in zip(found, wanted, strict=True) if not meets(p, w)]
    assert not wrong
    apart = [f"{p.role} | {p.title}" for p in cv.positions if p.role != "job"]
    assert all(any(got.startswith(want) for got in apart) for want in case.get("apart", ())), apart
    left = left_over(cv)
    for piece in case.get("left", ()):
        assert any(piece in line for line in left), left
    assert bool(left) == bool(case.get("left")), left
