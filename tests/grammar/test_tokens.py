"""Tokens, as tests/cases/tokens.yaml tells them."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from screen.grammar.tokens import tokenize
from screen.model.text import Span

CASES = yaml.load((Path(__file__).parent.parent / "cases/tokens.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)


@pytest.mark.parametrize(("text", "want"), [pair for group in CASES.values() for pair in group.items()])
def test_tokens(text: str, want: str) -> None:
    text = text.replace("␤", "\n").replace("␉", "\t").replace("¬", "\u00ad")
    tokens = tokenize(text)
    assert " ".join(token.raw for token in tokens) == want
    assert [token.word for token in tokens] == want.lower().split()


def test_the_span_covers_the_break() -> None:
    text = "Greb om øko-\nnomistyring og"
    token = tokenize(text)[2]
    assert token.span.of(text) == "øko-\nnomistyring"


def test_decomposed_letters_are_composed() -> None:
    text = unicodedata.normalize("NFD", "Ålborg")
    (token,) = tokenize(text)
    assert (token.word, len(token.span)) == ("ålborg", 7)


def test_spans_count_from_the_start_of_the_text() -> None:
    text = "Direktør i Vestby Kommune"
    tokens = tokenize(text, Span(11, 17))
    assert [token.span.of(text) for token in tokens] == ["Vestby"]


@given(st.text(alphabet="abÆø-–'./12 \n\t\u00ad■§(", max_size=40))
def test_every_visible_character_belongs_to_one_token(text: str) -> None:
    tokens = tokenize(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(tokens))
    inside = {i for token in tokens for i in range(token.span.start, token.span.end)}
    assert all(i in inside for i, letter in enumerate(text) if not letter.isspace() and letter != "\u00ad")
