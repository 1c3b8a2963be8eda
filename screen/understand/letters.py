"""A letter's sentences, each with the position that it speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from screen.grammar.sentences import paragraphs, sentences
from screen.model.cv import Passage, Position, Statement
from screen.model.text import Document, Span
from screen.understand._rows import rows_of
from screen.understand._support import Names


def letter_statements(document: Document, text: str, positions: Sequence[Position]) -> list[Statement]:
    """Sentences support the position that they name, and those after them in the paragraph until another is named."""
    names = Names(positions)
    out: list[Statement] = []
    for paragraph in paragraphs(document, [r.line for r in rows_of(document, text)]):
        whole = Span(paragraph[0].span.start, paragraph[-1].span.end)
        about: int | None = None
        for span in sentences(text, whole):
            named = names.spoken_of(span.of(text))
            about = about if named is None else named
            out.append(Statement(Passage(document.path, span), "application", position=about, letter=True))
    return out
