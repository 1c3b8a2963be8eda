"""The packaged vocabularies: sound in themselves, and what they meet (tests/cases/mentions_packaged.yaml)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml

from screen.grammar.mentions import find_mentions
from screen.grammar.tokens import tokenize
from screen.lexicon import Lexicon, compile_lexicon, packaged, packaged_names
from screen.model.errors import ScreenError

CASES: Any = yaml.load(
    (Path(__file__).parent.parent / "cases" / "mentions_packaged.yaml").read_text(encoding="utf-8"), yaml.BaseLoader
)
LISTED = [
    (vocabulary, entry, text, way == "meets")
    for vocabulary, entries in CASES.items()
    for entry, ways in entries.items()
    for way, texts in ways.items()
    for text in texts
]


@cache
def compiled(name: str) -> Lexicon:
    return compile_lexicon(packaged(name))


@pytest.mark.parametrize(("vocabulary", "entry", "text", "meets"), LISTED)
def test_what_is_met(vocabulary: str, entry: str, text: str, meets: bool) -> None:
    met = {mention.entry for mention in find_mentions(compiled(vocabulary), text, tokenize(text))}
    assert (entry in met) == meets, met


def test_every_file_is_packaged_under_its_name() -> None:
    there = {path.name for path in files("screen.lexicon").iterdir() if path.name.endswith(".yaml")}
    assert {f"{name}.yaml" for name in packaged_names()} == {name for name in there if name[0] != "_"}


@pytest.mark.parametrize("name", packaged_names())
def test_entries_are_sound(name: str) -> None:
    vocabulary = packaged(name)
    assert vocabulary.entries
    for entry in vocabulary.entries:
        assert entry.include or entry.exact or any(entry.words.values()), entry.name
        assert all(vocabulary.get(entry.kind, other) for other in entry.include), entry.name
        assert set(entry.words) <= {"da", "nb", "sv", "en"}
        for words in (*entry.words.values(), entry.exact, entry.exclude):
            assert len(set(words)) == len(words), (entry.name, [word for word in words if words.count(word) > 1])
        assert not {w for words in entry.words.values() for w in words} & set(entry.exclude), entry.name


@pytest.mark.parametrize("name", packaged_names())
def test_every_word_meets_its_own_entry(name: str) -> None:
    lexicon = compiled(name)
    missed = [
        (entry.name, word)
        for entry in lexicon.vocabulary.entries
        for word in (*(w for words in entry.words.values() for w in words), *entry.exact)
        if not set("(…*=") & set(word) and not meets(lexicon, entry.kind, entry.name, word)
    ]
    assert not missed


def meets(lexicon: Lexicon, kind: str, entry: str, word: str) -> bool:
    return any((m.kind, m.entry) == (kind, entry) for m in find_mentions(lexicon, word, tokenize(word)))


def test_an_unknown_name_is_told_with_those_that_are_known() -> None:
    with pytest.raises(ScreenError) as caught:
        packaged("public-sector")
    assert caught.value.code == "unknown-vocabulary"
    assert "public-sector-da" in str(caught.value.facts["known"])
