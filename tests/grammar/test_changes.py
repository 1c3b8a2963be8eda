"""Changes, as tests/cases/changes.yaml tells them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from screen.grammar.changes import Change, find_changes

CASES = yaml.load((Path(__file__).parent.parent / "cases/changes.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)


def told(change: Change) -> str:
    ends = ["?" if end is None else f"{end:.10g}" for end in (change.before, change.after)]
    parts = ["by" if change.difference else " → ".join(ends), change.direction, "intended" if change.intended else ""]
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize(("text", "want"), [pair for group in CASES.values() for pair in group.items()])
def test_changes(text: str, want: str | list[str]) -> None:
    listed = [want] if isinstance(want, str) else want
    assert [told(change) for change in find_changes(text)] == [one for one in listed if one != "none"]


def test_the_span_holds_both_numbers_and_the_unit() -> None:
    text = "Sygefraværet faldt fra 9,1 til 5,4 procent i 2019."
    (change,) = find_changes(text)
    assert change.span.of(text) == "fra 9,1 til 5,4 procent"
