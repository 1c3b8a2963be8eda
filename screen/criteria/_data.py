"""Word lists of this room, in the schema of a vocabulary."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from screen.grammar.mentions import Mention, find_mentions
from screen.grammar.tokens import tokenize
from screen.lexicon import Lexicon, compile_lexicon
from screen.model.text import Span
from screen.model.vocabulary import VocabularyFile, to_vocabulary

# Every scalar is a string: "no" is a word here, never a truth value.
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def load(path: str) -> dict[str, Any]:
    """The mapping in the file at `path`, relative to this folder."""
    text = files("screen.criteria").joinpath(path).read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=_LOADER)
    return data


@cache
def lexicon(path: str) -> Lexicon:
    """The words of a file, compiled."""
    return compile_lexicon(to_vocabulary(VocabularyFile.model_validate(load(path)), "da"))


def mentions(words: Lexicon, text: str) -> tuple[Mention, ...]:
    """Where a short text speaks of the words."""
    return find_mentions(words, text, tokenize(text, Span(0, len(text))))


def exactly(words: Lexicon, text: str) -> Iterator[Mention]:
    """Where a short text has the words themselves: "modersmålsundervisning" is a field of work, no native language."""
    yield from (mention for mention in mentions(words, text) if mention.form == "exact")


def told(words: Lexicon, text: str) -> Iterator[tuple[str, str]]:
    """Entry and the words of the text that speak of it, also in compounds."""
    for mention in mentions(words, text):
        yield mention.entry, mention.span.of(text)
