"""An applicant's documents as a report may show them: masked, line by line."""

from __future__ import annotations

from dataclasses import dataclass

from screen.model.application import Kind
from screen.model.text import Span


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A line of a document."""

    span: Span
    page: int | None
    number: int
    """From 1, within its page, or within the document where there are no pages."""
    hidden: bool = False
    """Nobody sees it on the page."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document's masked text, of equal length with the document's own: spans serve both."""

    path: str
    kind: Kind
    text: str
    lines: tuple[PaperLine, ...]


@dataclass(frozen=True, slots=True)
class Papers:
    """All that one applicant sent and that could be read."""

    id: str
    """Of the application."""
    papers: tuple[Paper, ...]
