"""Sentences outside the job list, with the position that they speak of."""

from __future__ import annotations

from typing import Any

import pytest

from screen.model.cv import CV
from screen.understand import understand
from tests.cases import load
from tests.understand.build import application


def spoken_of(cv: CV, piece: str) -> str:
    """The title of the position that the statement with a piece supports."""
    for statement in cv.statements:
        text = cv.texts[statement.passage.path]
        if piece in statement.passage.span.of(text):
            return "none" if statement.position is None else cv.positions[statement.position].title or ""
    raise AssertionError(piece)


@pytest.mark.parametrize("case", load("understand/supports.yaml"), ids=lambda c: c["name"])
def test_support(case: dict[str, Any]) -> None:
    cv = understand(application(case["text"], case.get("letter")))
    assert {piece: spoken_of(cv, piece) for piece in case["supports"]} == case["supports"]
    staff = {p.title: p.staff for p in cv.positions if p.title in case.get("staff", {})}
    assert staff == case.get("staff", {})
