"""Text to tokens: one pass, words broken at line ends joined."""

from __future__ import annotations

from dataclasses import dataclass

from screen.model.text import Span


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a single mark."""

    span: Span
    """In the text that was tokenized; over the line break where the word was broken there."""
    word: str
    """Lower case, NFC, without soft hyphens and without the break; marks are themselves."""
    raw: str
    """As `word`, in the case of the text."""


def tokenize(text: str, span: Span | None = None) -> tuple[Token, ...]:
    """The tokens of `text`, or of the run `span` of it; spans count from the start of `text`."""
    raise NotImplementedError
