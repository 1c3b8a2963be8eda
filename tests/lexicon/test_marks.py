"""Marks before a word of a vocabulary: `=` this form only, `*` at the end of a compound only."""

from __future__ import annotations

import pytest

from screen.grammar.mentions import find_mentions
from screen.grammar.tokens import tokenize
from screen.lexicon import Lexicon, compile_lexicon
from screen.model.vocabulary import VocabularyFile, to_vocabulary


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    written = {
        "seat": ["(medlem af | del af) (=direktionen | =direktion)"],
        "committee": ["*udvalg", "=udvalget"],
        "report": ["fremlægger … for byråd"],
        "budget": ["budget"],
    }
    return compile_lexicon(to_vocabulary(VocabularyFile.model_validate({"topics": written}), "da"))


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("medlem af direktionen", {"seat"}),
        ("MEDLEM AF KOMMUNENS DIREKTION", {"seat"}),
        ("del af koncerndirektionen", {"seat"}),
        ("medlem af direktionens projektgruppe", set()),
        ("del af direktioner", set()),
        ("skoleudvalg", {"committee"}),
        ("Skole- og Fritidsudvalget", {"committee"}),
        ("udvalget", {"committee"}),
        ("et udvalg af varer", set()),
        ("udvalgets", set()),
        # Free words of a phrase may be mentions of their own.
        ("fremlagde budgettet for byrådet", {"report", "budget"}),
    ],
)
def test_marks(lexicon: Lexicon, text: str, entries: set[str]) -> None:
    assert {mention.entry for mention in find_mentions(lexicon, text, tokenize(text))} == entries
