"""Word forms, as tests/cases/mentions_forms.yaml tells them, and phrases written inflected."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from screen.lexicon.inflection import Features, inflect

CASES: Any = yaml.load(
    (Path(__file__).parent.parent / "cases" / "mentions_forms.yaml").read_text(encoding="utf-8"), yaml.BaseLoader
)


@pytest.mark.parametrize(
    ("word", "language", "case"),
    [(word, language, case) for language, words in CASES.items() for word, case in words.items()],
)
def test_forms(word: str, language: str, case: dict[str, list[str]]) -> None:
    forms = inflect(word, language)
    assert not set(case["forms"]) - set(forms)
    assert not set(case.get("never", ())) & set(forms)


@pytest.mark.parametrize(
    ("form", "features"),
    [
        ("direktør", Features(definite=False, plural=False)),
        ("direktøren", Features(definite=True, plural=False)),
        ("direktører", Features(definite=False, plural=True)),
        ("direktørernes", Features(definite=True, plural=True)),
    ],
)
def test_a_form_tells_definiteness_and_number(form: str, features: Features) -> None:
    assert inflect("direktør", "da")[form] == features


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("direktionen", "direktion"),
        ("direktionen", "direktionens"),
        ("kommunens", "kommunes"),
        ("betjener", "betjente"),
        ("betjener", "betjene"),
        ("forelægger", "forelagde"),
        ("medlemmer", "medlem"),
        ("politikere", "politikerne"),
        ("byrådet", "byråd"),
    ],
)
def test_a_phrase_may_be_written_inflected(written: str, form: str) -> None:
    assert form in inflect(written, "da", phrase=True)


def test_small_words_have_one_form() -> None:
    assert set(inflect("af", "da", phrase=True)) == {"af"}
