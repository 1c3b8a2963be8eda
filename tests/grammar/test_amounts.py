"""Amounts, as tests/cases/amounts.yaml tells them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from screen.grammar.amounts import Amount, find_amounts
from screen.model.text import Span

CASES = yaml.load((Path(__file__).parent.parent / "cases/amounts.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)


def told(amount: Amount) -> str:
    parts = [f"{amount.value:.10g}", amount.unit, amount.currency or "", "employer" if amount.employer else ""]
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize(("text", "want"), [pair for group in CASES.values() for pair in group.items()])
def test_amounts(text: str, want: str | list[str]) -> None:
    listed = [want] if isinstance(want, str) else want
    assert [told(amount) for amount in find_amounts(text)] == [one for one in listed if one != "none"]


def test_the_span_is_number_scale_and_unit() -> None:
    text = "Budget på 1,2 mia. kr. og 34 medarbejdere"
    assert [amount.span.of(text) for amount in find_amounts(text)] == ["1,2 mia. kr.", "34 medarbejdere"]


def test_only_the_asked_run_is_read() -> None:
    text = "12 medarbejdere. 40 medarbejdere."
    (amount,) = find_amounts(text, Span(17, len(text)))
    assert amount.value == 40


def test_a_number_of_four_hundred_digits_is_finite() -> None:
    found = find_amounts("Leder for " + "9" * 400 + " medarbejdere")
    assert all(int(a.value) <= 10**15 for a in found)
