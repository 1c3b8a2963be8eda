"""Mentions, as tests/cases/mentions.yaml tells them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from screen.grammar.mentions import Mention, find_mentions
from screen.grammar.tokens import tokenize
from screen.lexicon import Lexicon, compile_lexicon
from screen.model.criteria import Vocabulary
from screen.model.vocabulary import VocabularyFile, to_vocabulary

CASES: Any = yaml.load(
    (Path(__file__).parent.parent / "cases" / "mentions.yaml").read_text(encoding="utf-8"), yaml.BaseLoader
)
LEXICON = compile_lexicon(to_vocabulary(VocabularyFile.model_validate(CASES["vocabulary"]), "da"))


def told(text: str, mention: Mention) -> str:
    marks = [
        f" ({mark})"
        for mark, holds in (
            (mention.form, mention.form != "exact"),
            ("definite", mention.definite),
            ("plural", mention.plural),
        )
        if holds
    ]
    return mention.span.of(text) + "".join(marks)


def found(lexicon: Lexicon, text: str, fuzzy: bool) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for mention in find_mentions(lexicon, text, tokenize(text), fuzzy):
        out.setdefault(mention.entry, []).append(told(text, mention))
    return out


def expected(case: dict[str, Any]) -> dict[str, list[str]]:
    return {
        entry: [value.replace("␤", "\n") for value in (values if isinstance(values, list) else [values])]
        for entry, values in case.items()
        if entry != "text"
    }


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["text"][:50])
def test_mentions(case: dict[str, Any]) -> None:
    assert found(LEXICON, case["text"].replace("␤", "\n"), fuzzy=False) == expected(case)


@pytest.mark.parametrize("case", CASES["misread"], ids=lambda case: case["text"][:50])
def test_misread(case: dict[str, Any]) -> None:
    assert found(LEXICON, case["text"], fuzzy=True) == expected(case)
    assert found(LEXICON, case["text"], fuzzy=False) == {}


def test_includes_may_go_in_a_circle() -> None:
    written = {"titles": {"a": {"words": ["kok"], "include": ["b"]}, "b": {"words": ["bager"], "include": ["a"]}}}
    lexicon = compile_lexicon(to_vocabulary(VocabularyFile.model_validate(written), "da"))
    assert found(lexicon, "kok", fuzzy=False) == {"a": ["kok"], "b": ["kok"]}


def test_an_empty_vocabulary_has_no_mentions() -> None:
    assert found(compile_lexicon(Vocabulary()), "direktør", fuzzy=True) == {}
