"""How long a credential is valid: a date that tells when it lapses, not when it was gained."""

from __future__ import annotations

from screen.grammar._cues import cue
from screen.grammar.dates import Dated, find_dates
from screen.grammar.tokens import tokenize
from screen.model.text import Span

_NEAR = 4
"""Words before a date within which it is told that it is one of validity."""
_PARTED = frozenset(",;()·|\t")


def validity(text: str, span: Span | None = None) -> tuple[tuple[Dated, ...], tuple[Dated, ...]]:
    """The dates of a run of text: those that something happened at, and those until which it is valid."""
    told: list[Dated] = []
    until: list[Dated] = []
    for dated in find_dates(text, span):
        if dated.kind != "duration":
            (until if _is_until(text, dated, span) else told).append(dated)
    return tuple(told), tuple(until)


def _is_until(text: str, dated: Dated, span: Span | None) -> bool:
    """Whether "gyldig til", "udløber", "valid until" stands right before the date."""
    start = max(span.start if span else 0, dated.span.start - 60)
    words = [t.word for t in tokenize(text, Span(start, dated.span.start))][-_NEAR:]
    parted = max((i for i, word in enumerate(words) if word in _PARTED), default=-1)
    return cue("validity").find(words, parted + 1) is not None
