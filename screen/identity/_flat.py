"""A document's text with the lines of one paragraph joined, and the way back to the original."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from screen.identity._headings import heading_of
from screen.identity._words import load
from screen.model.text import Document, Line, Span

FULL = 35
"""Characters: a shorter line that ends in a short word is a heading or a cell, not a line that was broken there."""
_SHORT_END = re.compile(r"(?:,|\b[^\W\d]{1,4})$")


@cache
def _open_end() -> re.Pattern[str]:
    """A line that ends in a comma or a word such as og, med, of goes on."""
    said = "|".join(re.escape(w) for w in load("facts")["open_ends"])
    return re.compile(rf"(?:,|\b(?:{said}))$", re.I)


@dataclass(frozen=True, slots=True)
class Flat:
    """Text in which only hard line breaks are left."""

    text: str
    starts: tuple[int, ...]
    """Where runs of the flat text begin …"""
    shifts: tuple[int, ...]
    """… and how much later they stand in the document."""

    def original(self, start: int, end: int) -> Span:
        """The run of the document."""
        return Span(self._back(start), self._back(end - 1) + 1)

    def flat(self, at: int) -> int:
        """Where a place of the document stands in the flat text."""
        runs = zip(reversed(self.starts), reversed(self.shifts), strict=True)
        return next((at - shift for start, shift in runs if at - shift >= start), 0)

    def _back(self, at: int) -> int:
        return at + self.shifts[bisect_right(self.starts, at) - 1]


def _goes_on(before: str, line: Line, here: str, previous: Line) -> bool:
    """Whether a line continues the one before it."""
    look = line.look
    if look.paragraph is not None:
        return look.paragraph is False
    if look.gap or look.heading or look.lane != previous.look.lane or previous.look.heading or "\t" in before:
        return False
    if here.startswith("•") or before.endswith((".", ":", "!", "?")):
        return False
    if heading_of(before) is not None:
        return False
    if here[:1].islower() or (here[:1].isdigit() and _open_end().search(before)):
        return True
    return len(before) >= FULL and bool(_SHORT_END.search(before))


def flatten(document: Document) -> Flat:
    """Soft line breaks as blanks, words broken at line ends joined, soft hyphens dropped."""
    out: list[str] = []
    starts, shifts = [0], [0]
    length, text, lines = 0, document.text, document.lines
    for i, line in enumerate(lines):
        here = line.span.of(text)
        soft = i > 0 and _goes_on(lines[i - 1].span.of(text), line, here, lines[i - 1])
        if i > 0 and soft and out[-1][-1:] in "-‐\u00ad" and out[-1][-2:-1].isalpha() and here[:1].islower():
            out[-1] = out[-1][:-1]
            length -= 1
        elif i > 0:
            out.append(" " if soft else "\n")
            length += 1
        if line.span.start - length != shifts[-1]:
            starts.append(length)
            shifts.append(line.span.start - length)
        out.append(here)
        length += len(here)
    return Flat("".join(out), tuple(starts), tuple(shifts))
