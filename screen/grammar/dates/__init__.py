"""Periods, points in time and durations in four languages."""

from __future__ import annotations

from functools import lru_cache

from screen.grammar.dates._dated import Dated
from screen.grammar.dates._lexer import atoms
from screen.grammar.dates._periods import assemble
from screen.grammar.dates._vetoes import judged
from screen.model.text import Span

__all__ = ["Dated", "find_dates"]


def find_dates(text: str, span: Span | None = None) -> tuple[Dated, ...]:
    """Everything dated in `text` (or its run `span`), in order, not overlapping; spans count within `text`."""
    return _found(text, Span(0, len(text)) if span is None else span)


@lru_cache(maxsize=1024)
def _found(text: str, run: Span) -> tuple[Dated, ...]:
    """Rows, entries and sentences ask for the same lines, one after the other."""
    found = assemble(text, run, atoms(text, run))
    return tuple(kept for dated in found if (kept := judged(text, run, dated)))
