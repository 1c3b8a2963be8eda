"""Lines to paragraphs, paragraphs to sentences and bullets."""

from __future__ import annotations

from collections.abc import Sequence

from screen.model.text import Document, Line, Span


def paragraphs(document: Document, lines: Sequence[Line]) -> tuple[tuple[Line, ...], ...]:
    """Consecutive lines (of one lane) that belong to one paragraph or one bullet."""
    raise NotImplementedError


def sentences(text: str, span: Span) -> tuple[Span, ...]:
    """The sentences within one paragraph; abbreviations ("mio. kr.", "bl.a.", "adm. dir.") end none."""
    raise NotImplementedError
