"""Quotation marks: the names of works and courses, and what others said."""

from __future__ import annotations

import re
from functools import lru_cache

from screen.model.text import Span

_OPEN, _CLOSE = "\"»«„“”'‘’", "\"»«“”'‘’"
_APOSTROPHES = "'’‘"
_PARTNERS = {'"': '"', "»": "«", "«": "»", "„": "“”", "“": "”“", "”": "”", "'": "'", "‘": "’", "’": "’"}
_LONGEST = 160
"""Characters of a quote: further on, its end was forgotten."""
_EDGE = re.compile(r"[\s•.,;:!?–-]*")


@lru_cache(maxsize=256)
def quotes(told: str) -> tuple[Span, ...]:
    """The runs of one statement that stand in quotation marks; one that holds the whole statement is none."""
    out: list[Span] = []
    at = 0
    while at < len(told):
        end = _closing(told, at) if _opens(told, at) else None
        if end is not None:
            out.append(Span(at + 1, end))
            at = end
        at += 1
    return tuple(span for span in out if not _whole(told, span))


def _opens(told: str, at: int) -> bool:
    """A mark behind no word and before one; an apostrophe before a figure is a year's."""
    mark, before, behind = told[at], told[at - 1 : at], told[at + 1 : at + 2]
    if mark not in _OPEN or not behind or behind.isspace() or before.isalnum():
        return False
    return not (mark in _APOSTROPHES and behind.isdigit())


def _closing(told: str, opened: int) -> int | None:
    """Where the mark that belongs to it stands, behind something and before no word."""
    wanted = _PARTNERS[told[opened]]
    for at in range(opened + 2, min(len(told), opened + _LONGEST)):
        if told[at] in wanted and not told[at - 1].isspace() and not told[at + 1 : at + 2].isalnum():
            return at
    return None


def _whole(told: str, span: Span) -> bool:
    """Whether nothing but marks stands outside."""
    before, behind = told[: span.start - 1], told[span.end + 1 :]
    return bool(_EDGE.fullmatch(before) and _EDGE.fullmatch(behind))
