"""Where a text speaks of a vocabulary's entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from screen.grammar.tokens import Token
from screen.lexicon import Lexicon
from screen.model.criteria import EntryKind
from screen.model.text import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A run of text that speaks of an entry."""

    kind: EntryKind
    entry: str
    span: Span
    form: Literal["exact", "compound", "fuzzy"]
    definite: bool
    """It stands in the definite form, singular or plural ("kommunaldirektøren", "the chief executive")."""
    plural: bool


def find_mentions(lexicon: Lexicon, text: str, tokens: Sequence[Token], fuzzy: bool = False) -> tuple[Mention, ...]:
    """Every mention, in order; of overlapping ones of the same kind the longest wins. `fuzzy` is for OCR text."""
    raise NotImplementedError
