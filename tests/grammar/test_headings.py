"""Headings, as tests/cases/headings.yaml tells them."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
import yaml

from screen.grammar.headings import heading_kind, task_heading
from screen.languages import languages
from screen.model.cv import SectionKind

CASES = yaml.load((Path(__file__).parent.parent / "cases/headings.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)


@pytest.mark.parametrize(("text", "kind"), [(text, kind) for kind, listed in CASES.items() for text in listed])
def test_headings(text: str, kind: str) -> None:
    assert heading_kind(text) == (None if kind == "none" else kind)


@pytest.mark.parametrize("case", [str.upper, str.lower, str.capitalize])
def test_every_listed_heading_is_found_in_any_case(case: object) -> None:
    kinds = {kind for language in languages() for kind in language.headings.exact}
    assert kinds == set(get_args(SectionKind))
    for language in languages():
        for words in language.headings.exact.values():
            assert all(heading_kind(case(word) + ":") for word in words)  # type: ignore[operator]


@pytest.mark.parametrize("text", ["Ansvarsområder", "Opgaver:", "Key responsibilities", "Ansvar og opgaver"])
def test_headings_within_a_position(text: str) -> None:
    assert task_heading(text)
    assert heading_kind(text) is None


def test_a_job_is_no_task_heading() -> None:
    assert not task_heading("Afdelingschef")
