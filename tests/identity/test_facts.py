import re
from pathlib import Path

import pytest
import yaml

from screen.identity import find_masks
from screen.model.text import MASK, Document, masked

from .frames import framed

CASES = Path(__file__).parents[1] / "cases" / "identity"


def load(name: str) -> list[dict[str, object]]:
    cases: list[dict[str, object]] = yaml.safe_load((CASES / name).read_text("utf-8"))
    return cases


def copy_of(document: Document) -> str:
    return masked(document.text, [m.span for m in find_masks([document])])


def label(case: dict[str, object]) -> str:
    return f"{case['in']}: {case['text']}"[:80]


@pytest.mark.parametrize("case", load("told.yaml"), ids=label)
def test_what_is_told_about_the_applicant_is_masked(case: dict[str, object]) -> None:
    text = str(case["text"])
    document = framed(text, str(case["in"]), str(case.get("language", "da")))
    copy, at = copy_of(document), document.text.index(text)
    for run in case["masked"]:  # type: ignore[attr-defined]
        start = document.text.index(run, at)
        left = re.sub(rf"[{MASK}\W]", "", copy[start : start + len(run)])
        assert not left, f"left of {run!r}: {left!r}"
    for run in case.get("kept", ()):  # type: ignore[attr-defined]
        start = document.text.index(run, at)
        assert copy[start : start + len(run)] == run


@pytest.mark.parametrize("case", load("kept.yaml"), ids=label)
def test_titles_employers_and_tasks_stay(case: dict[str, object]) -> None:
    text = str(case["text"])
    document = framed(text, str(case["in"]), str(case.get("language", "da")))
    start = document.text.index(text)
    assert copy_of(document)[start : start + len(text)] == text
