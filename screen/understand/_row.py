"""A line of a CV with what its shape tells: dates, cells, bullets, whether they read as a head or as prose."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from screen.grammar.amounts import find_amounts
from screen.grammar.dates import Dated
from screen.lexicon import reading
from screen.model.text import MASK, Line, Span
from screen.understand._running import (
    END,
    LONGEST_HEAD,
    WORD,
    abbreviated,
)
from screen.understand._words import phrases, words

LEADER = re.compile(r"(?:\.\s?){4,}|_{3,}|…{2,}")
"""Dots that lead the eye from a title to its dates."""
_SLASHED = re.compile(r"\s/\s")
BULLET = re.compile(r"\s*(?:[•▪◦‣●○□➢➤✓✔·*]|■(?=\s)|[-–—](?=\s))\s*")
_OPENING = re.compile(r"(?:[^\W\d_]+\s+){0,5}")
LONGEST_TIME = 6
"""Words in which a duration is told where dates would stand."""


@dataclass(frozen=True)
class Row:
    """A line of a CV, read."""

    path: str
    line: Line
    text: str
    """Of the reading copy: names and protected facts masked, hidden text blanked."""
    dates: tuple[Dated, ...]
    """Spans count within the document."""
    prose: bool = False
    """It is part of a paragraph of running text."""
    ends: tuple[Dated, ...] = ()
    """What remains here of a date that began on the row above."""
    run_in: bool = False
    """It is a head that its text followed on the same line."""

    kept: dict[str, Any] = field(default_factory=dict, init=False, compare=False, repr=False)
    """What was found out about it before, since heads are tried in many shapes."""

    @property
    def start(self) -> int:
        """Where it begins in its document."""
        return self.line.span.start

    @cached_property
    def bullet(self) -> bool:
        """A list item."""
        return bool(BULLET.match(self.text)) and len(self.text.strip()) > 1

    @cached_property
    def bare(self) -> str:
        """The text, same length, with bullet and dates turned into TABs."""
        out = self.text
        if self.bullet:
            end = BULLET.match(out).end()  # type: ignore[union-attr]
            out = " " * end + out[end:]
        out = LEADER.sub(lambda m: "\t" * len(m.group()), out)
        for dated in (*(d for d in self.dates if not self._inside(d)), *self.ends):
            a, b = max(0, dated.span.start - self.start), min(len(out), dated.span.end - self.start)
            if dated.kind == "duration":
                a, b = self._around(a, b)
            out = out[:a] + "\t" * (b - a) + out[b:]
        return out

    def _inside(self, dated: Dated) -> bool:
        """Whether a date is part of a title, since the row's own dates stand at its edge: "…, fra 2010 overlæge"."""
        if at_edge(self, dated) or not any(at_edge(self, d) for d in self.periods):
            return False
        return self.text[dated.span.end - self.start :].lstrip()[:1].isalpha()

    def _around(self, start: int, end: int) -> tuple[int, int]:
        """The whole cell of a duration that stands for a date ("Før det, i fire år"), unless a name shares it."""
        first = self.text.rfind("\t", 0, start) + 1
        last = self.text.find("\t", end)
        last = len(self.text) if last < 0 else last
        words = WORD.findall(self.text[first:last])
        plain = len(words) <= LONGEST_TIME and not any(w[0].isupper() for w in words[1:])
        plain = plain and not END.search(self.text[first:last])
        return (first, last) if plain and not reading.title_span(self.text[first:last]) else (start, end)

    @cached_property
    def parts(self) -> list[Span]:
        """Its fields, as spans of the document."""
        return _parts(self)

    @cached_property
    def words(self) -> list[str]:
        """Words besides dates."""
        return [w for w in WORD.findall(self.bare) if w.strip(MASK)]

    @cached_property
    def masked_only(self) -> bool:
        """Nothing is left beside masked characters, digits and marks."""
        return not self.words

    @cached_property
    def periods(self) -> tuple[Dated, ...]:
        """Its periods."""
        return tuple(d for d in self.dates if d.kind == "period" and d.first is not None)

    @cached_property
    def sentence(self) -> bool:
        """It reads as running text: too long, ended by a full stop, begun in lower case."""
        body = self.bare.strip(" \t•–—-")
        if self.prose or self.run_in:
            return self.prose
        if not self.dates and any(map(str.isdigit, body)) and _counts(body):
            return True
        if len(WORD.findall(body)) > LONGEST_TIME and phrases("first_person").search(_OPENING.match(body).group()):  # type: ignore[union-attr]
            return True
        if self.periods and "\t" in body:
            # Date, title and tasks in three cells: the title's cell tells.
            body = body.split("\t")[0].strip()
        words = WORD.findall(body)
        if len(words) > LONGEST_HEAD:
            return True
        if END.search(body) and words and not abbreviated(body):
            return True
        if len(words) > 1 and phrases("speaking").match(body):
            return True
        first = next((c for c in body if c.isalnum()), "")
        dated = self.dates_lead or (self.dates_trail and bool(self.periods))
        return bool(first) and first.islower() and not dated

    @cached_property
    def dates_lead(self) -> bool:
        """A date is the first thing on the row."""
        return bool(self.dates) and not self.text[: self.dates[0].span.start - self.start].strip(" \t•–—-([.:")

    @cached_property
    def dates_trail(self) -> bool:
        """A date is the last thing on the row."""
        return bool(self.dates) and not self.text[self.dates[-1].span.end - self.start :].strip(" \t)].,;:")

    @cached_property
    def dated_apart(self) -> bool:
        """A lone year or month begins or ends the row, so that it tells of something else than the rows around it."""
        lone = any(d.kind == "point" for d in self.dates)
        inside = re.search(r"\([^)]*[^\W\d_]{3,}[^)]*\d[^)]*\)?\s*$", self.text)
        return lone and (self.dates_lead or (self.dates_trail and not inside))

    @cached_property
    def carries_on(self) -> bool:
        """It is the second row of a title."""
        return self.run_in and self.text.lstrip()[:1].islower() and not self.dates

    @cached_property
    def headlike(self) -> bool:
        """It may hold a title, an employer or a date, rather than prose."""
        return not self.sentence and not self.masked_only

    @cached_property
    def look(self) -> tuple[object, ...]:
        """What sets heads apart from each other on the page."""
        upper = [w for w in self.words if len(w) > 2]
        size = None if self.line.look.size is None else round(self.line.look.size * 2)
        return (size, self.line.look.bold, sum(w.isupper() for w in upper) * 2 > len(upper), self.line.look.heading)


def _counts(text: str) -> bool:
    """Whether a row tells a number of people or money, and no employer: "Leder for 80 ansatte"."""
    title = reading.title_span(text)
    if "(" in text or reading.employer_span(text) is not None:
        return False
    if title is None and len(WORD.findall(text)) <= LONGEST_TIME:
        return False
    run = Span(title.end if title else 0, len(text))
    return any(a.unit in ("people", "money") for a in find_amounts(text, run))


def at_edge(row: Row, dated: Dated) -> bool:
    """Whether a date begins or ends its row or cell."""
    before = row.text[: dated.span.start - row.start]
    after = row.text[dated.span.end - row.start :]
    if not before.strip(" \t•–—-([.:*") or not after.strip(" \t)].,;:–—-"):
        return True
    return before.rstrip(" ").endswith(("\t", "|", "(", "·")) or after.lstrip(" ").startswith(("\t", "|", "·", ")"))


def _unlabelled(part: str) -> str:
    """Without the label of a form before it; nothing where it is a label alone."""
    label, colon, rest = part.partition(":")
    if colon and label.strip().casefold() in words("labels"):
        part = rest.strip()
    return "" if part.casefold() in words("labels") else part


def field_spans(row: Row) -> list[Span]:
    """The parts of a row besides dates, as spans of the document: parted by TAB, bars, dots, spaced dashes."""
    return row.parts


def _parts(row: Row) -> list[Span]:
    out: list[Span] = []
    at = 0
    slash = r"|\s/\s" if len(_SLASHED.findall(row.bare)) > 1 else ""
    for piece in re.split(r"(\t+|\s[|·•]\s|\s[–—-]\s|\s{3,}|[|•]" + slash + ")", row.bare):
        start, end = at, at + len(piece)
        at = end
        kept = _unlabelled(piece.strip(" \t,:;|·•–—()[]-."))
        if not kept or not WORD.search(kept):
            continue
        closed = END.search(piece) and not row.run_in and not abbreviated(piece.strip())
        if closed and len(WORD.findall(kept)) > 2 and out:
            continue
        offset = piece.rindex(kept)
        closing = 1 if kept.count("(") > kept.count(")") and piece[offset + len(kept) :].startswith(")") else 0
        out.append(Span(row.start + start + offset, row.start + start + offset + len(kept) + closing))
    return out
