"""Lines of a CV with what their shape tells: dates, cells, bullets, whether they read as a head or as prose."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from screen.grammar.dates import Dated, find_dates
from screen.grammar.sentences import paragraphs
from screen.lexicon import reading
from screen.model.text import MASK, Document, Hidden, Line, Span
from screen.understand._running import END, LONGEST_HEAD, WORD, abbreviated, head_end, running
from screen.understand._words import phrases, words

_BULLET = re.compile(r"\s*(?:[•▪◦‣●○□➢➤✓✔·*]|■(?=\s)|[-–—](?=\s))\s*")
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
        return bool(_BULLET.match(self.text)) and len(self.text.strip()) > 1

    @cached_property
    def bare(self) -> str:
        """The text, same length, with bullet and dates turned into TABs."""
        out = self.text
        if self.bullet:
            end = _BULLET.match(out).end()  # type: ignore[union-attr]
            out = " " * end + out[end:]
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
    def headlike(self) -> bool:
        """It may hold a title, an employer or a date, rather than prose."""
        return not self.sentence and not self.masked_only

    @cached_property
    def look(self) -> tuple[object, ...]:
        """What sets heads apart from each other on the page."""
        upper = [w for w in self.words if len(w) > 2]
        size = None if self.line.look.size is None else round(self.line.look.size * 2)
        return (size, self.line.look.bold, sum(w.isupper() for w in upper) * 2 > len(upper), self.line.look.heading)


def at_edge(row: Row, dated: Dated) -> bool:
    """Whether a date begins or ends its row or cell."""
    before = row.text[: dated.span.start - row.start]
    after = row.text[dated.span.end - row.start :]
    if not before.strip(" \t•–—-([.:*") or not after.strip(" \t)].,;:–—-"):
        return True
    return before.rstrip(" ").endswith(("\t", "|", "(", "·")) or after.lstrip(" ").startswith(("\t", "|", "·", ")"))


def _hide(text: str, hidden: tuple[Hidden, ...]) -> str:
    out = list(text)
    for item in hidden:
        for i in range(item.span.start, min(item.span.end, len(out))):
            if out[i] != "\n":
                out[i] = " "
    return "".join(out)


def rows_of(document: Document, reading_copy: str) -> tuple[Row, ...]:
    """The visible lines of a document, lane by lane, page furniture left out."""
    shown = _hide(reading_copy, document.hidden)
    lines = sorted(
        (x for x in document.lines if not x.look.furniture and x.span.of(shown).strip()),
        key=lambda x: (x.look.lane, x.span.start),
    )
    out: list[Row] = []
    for part in paragraphs(document, lines):
        dates = _dates(shown, part)
        prose = running(shown, part)
        cut = head_end(shown, part, dates)
        for line in part:
            told = prose or (line is not part[0] and bool(_BULLET.match(part[0].span.of(shown))))
            out += _cut(document.path, shown, line, dates, cut or (0 if told else line.span.end))
    return tuple(part for row in _bridged(shown, out) for part in _posts(row))


def _posts(row: Row) -> list[Row]:
    """A row with two posts, each with its period, as two: "Centerchef (2013-2019) og direktør (2019-)"."""
    whole = all(at_edge(row, d) or not d.running for d in row.periods)
    if len(row.periods) < 2 or not whole or row.prose or row.sentence:
        return [row]
    ends = [d.span.end + row.text[d.span.end - row.start :].startswith(")") for d in row.periods]
    for cuts in (ends[:-1], [d.span.start for d in row.periods[1:]]):
        edges = [row.start, *cuts, row.line.span.end]
        spans = [Span(a, b) for a, b in itertools.pairwise(edges)]
        if all(reading.title_span(s.shifted(-row.start).of(row.text)) for s in spans):
            return [_piece(row, s) for s in spans]
    return [row]


def _piece(row: Row, span: Span) -> Row:
    text = span.shifted(-row.start).of(row.text)
    own = Span(span.start + len(text) - len(text.lstrip(" ,;")), span.end)
    dates = tuple(d for d in row.dates if own.holds(d.span))
    return replace(row, line=replace(row.line, span=own), text=own.shifted(-row.start).of(row.text), dates=dates)


def _bridged(text: str, rows: list[Row]) -> list[Row]:
    """Dates that begin at the end of one row and go on in the next ("… Kommune, siden" over "september 2020")."""
    for i, (above, below) in enumerate(itertools.pairwise(rows)):
        near = above.line.span.end + 1 == below.line.span.start
        if not near or not below.dates_lead or above.ends or (above.dates and above.dates[-1].kind == "period"):
            continue
        both = find_dates(text, Span(above.start, below.line.span.end))
        over = next((d for d in both if d.kind == "period" and d.span.start < above.line.span.end < d.span.end), None)
        if over is None or _goes_on(text[over.span.end : below.line.span.end]):
            continue
        tail = replace(over, span=Span(below.start, over.span.end), kind="point")
        rows[i] = replace(above, dates=tuple(d for d in both if d.span.start < above.line.span.end))
        rows[i + 1] = replace(below, dates=tuple(d for d in both if d.span.start >= below.start), ends=(tail,))
    return rows


def _goes_on(rest: str) -> bool:
    """Whether a sentence goes on behind a date: "Ved årsskiftet" over "2025/26 lå der 9.400."."""
    rest = rest.strip(" \t,;:|·•–—-()")
    return rest[:1].islower()


def _dates(text: str, part: Sequence[Line]) -> tuple[Dated, ...]:
    """What is dated in a paragraph, also over a line's end."""
    joined = all(a.span.end + 1 == b.span.start for a, b in itertools.pairwise(part))
    if joined:
        return find_dates(text, Span(part[0].span.start, part[-1].span.end))
    return tuple(d for line in part for d in find_dates(text, line.span))


def _cut(path: str, text: str, line: Line, dates: tuple[Dated, ...], stop: int) -> list[Row]:
    """A line as one row, or as two where a head ends within it; what stands before `stop` is no prose."""
    spans = [line.span]
    if line.span.start < stop < line.span.end:
        spans = [Span(line.span.start, stop), Span(stop, line.span.end)]
    rows = []
    for span in spans:
        lead = len(span.of(text)) - len(span.of(text).lstrip(" ")) if span.start else 0
        own = Span(span.start + lead, span.end) if span is not line.span else span
        here = tuple(d for d in dates if own.start <= d.span.start < own.end)
        over = tuple(d for d in dates if d.span.start < own.start < d.span.end)
        rest = tuple(replace(d, span=Span(own.start, min(d.span.end, own.end)), kind="point") for d in over)
        cut = len(spans) > 1 and span is spans[0]
        rows.append(Row(path, replace(line, span=own), own.of(text), here, own.start >= stop, rest, cut))
    return rows


def shown_text(document: Document, reading_copy: str) -> str:
    """The reading copy without hidden text."""
    return _hide(reading_copy, document.hidden)


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
    for piece in re.split(r"(\t+|\s[|·•]\s|\s[–—-]\s|\s{3,}|[|•])", row.bare):
        start, end = at, at + len(piece)
        at = end
        kept = _unlabelled(piece.strip(" \t,:;|·•–—()[]-."))
        if not kept or not WORD.search(kept):
            continue
        if END.search(piece) and len(WORD.findall(kept)) > 2 and not abbreviated(piece.strip()) and out:
            continue
        offset = piece.rindex(kept)
        closing = 1 if kept.count("(") > kept.count(")") and piece[offset + len(kept) :].startswith(")") else 0
        out.append(Span(row.start + start + offset, row.start + start + offset + len(kept) + closing))
    return out
