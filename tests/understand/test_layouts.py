"""Layouts of careers, as cases that anybody can add to."""

from __future__ import annotations

from typing import Any

import pytest

from screen.model.cv import Position
from screen.understand import understand
from tests.cases import load
from tests.understand.build import application

CASES = load("understand/layouts.yaml")


def said(position: Position) -> tuple[str, str, str, str]:
    period = position.period
    end = "" if period is None else "-" if period.last is None else str(period.last)
    return (position.title or "", position.employer or "", "" if period is None else str(period.first), end)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_layout(case: dict[str, Any]) -> None:
    cv = understand(application(case["text"]))
    wanted = [tuple(x.strip() for x in row.split("|")) for row in case["positions"]]
    found = [said(p) for p in cv.positions if p.role == "job"]
    for got, want in zip(found, wanted, strict=False):
        assert want[0] in got[0], (got, want)
        assert want[1] in got[1], (got, want)
        assert got[2:] == want[2:]
    assert len(found) == len(wanted), found
    assert not cv.unaccounted
