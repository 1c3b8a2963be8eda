"""Headings, asked for several times a line."""

from __future__ import annotations

from functools import lru_cache

from screen.grammar.headings import heading_kind
from screen.model.cv import SectionKind

LONGEST = 80
"""Characters: no longer line is a heading."""


@lru_cache(maxsize=4096)
def _cached(text: str) -> SectionKind | None:
    return heading_kind(text)


def heading_of(text: str) -> SectionKind | None:
    """The kind of section that a line opens."""
    return _cached(text) if len(text) <= LONGEST else None
