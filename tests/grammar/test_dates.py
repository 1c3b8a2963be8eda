"""Dates, as tests/cases/dates*.yaml tell them: text in, what it tells out."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from screen.grammar.dates import Dated, find_dates
from screen.model.text import Span

CASES = Path(__file__).parent.parent / "cases"


def told(text: str, dated: Dated) -> str:
    """One finding as the cases write it: `2017-08..2020`, `2017..now`, `..2019`, `2012` (a point), `48 months`."""
    if dated.kind == "duration":
        out = f"{dated.months} months"
    elif dated.kind == "point":
        out = str(dated.first)
    else:
        out = f"{dated.first or ''}..{'now' if dated.running else dated.last}"
        out += f" ({dated.months} months)" if dated.months is not None else ""
    return out + (f" {dated.doubt}?" if dated.doubt else "")


def listed() -> list[tuple[str, str, list[str]]]:
    return [
        (f"{path.stem}:{group}", text.replace("␉", "\t").replace("␤", "\n"), want if isinstance(want, list) else [want])
        for path in sorted(CASES.glob("dates*.yaml"))
        for group, cases in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader).items()
        for text, want in cases.items()
    ]


@pytest.mark.parametrize(("group", "text", "want"), listed(), ids=lambda value: str(value)[:60])
def test_dates(group: str, text: str, want: list[str]) -> None:
    found = find_dates(text)
    assert [told(text, dated) for dated in found] == [part for part in want if part != "none"], group
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_only_the_asked_run_is_read() -> None:
    text = "2010-2012 Direktør 2014-2016 Chef"
    (dated,) = find_dates(text, Span(19, len(text)))
    assert dated.span.of(text) == "2014-2016"


def test_a_period_covers_its_length() -> None:
    text = "Chef 2019 – 2024 (5 år), Vejle"
    (dated,) = find_dates(text)
    assert dated.span.of(text) == "2019 – 2024 (5 år)"
