"""Which language a text is in: whole short documents, not lines."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from screen.grammar.language import detect

CASES = yaml.load((Path(__file__).parent.parent / "cases/language.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in CASES.items() for text in texts])
def test_detect(code: str, text: str) -> None:
    assert detect(text) == code


@pytest.mark.parametrize("text", ["", "2012 2014 2016"])
def test_danish_where_nothing_tells(text: str) -> None:
    assert detect(text) == "da"
