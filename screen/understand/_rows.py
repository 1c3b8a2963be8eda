"""The visible lines of a document as rows: heads cut from their text, posts told together parted."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from screen.grammar.dates import Dated, find_dates
from screen.grammar.sentences import paragraphs
from screen.lexicon import reading
from screen.model.text import Document, Hidden, Line, Span
from screen.understand._asides import without_asides
from screen.understand._dates_apart import dates_apart
from screen.understand._pairs import paired
from screen.understand._row import BULLET, Row, at_edge
from screen.understand._running import (
    END,
    LONGEST_HEAD,
    WORD,
    all_head,
    entries_of_list,
    head_end,
    head_under_dates,
    is_entry,
    only_dates,
    running,
)
from screen.understand._words import words


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
    under: str | None = None
    for part in (p for whole in paragraphs(document, lines) for p in _listed(shown, whole)):
        dates = _dates(shown, part)
        prose = running(shown, part)
        apart = dates_apart(shown, part, dates)
        cut = apart[0] if apart else head_end(shown, part, dates)
        cut = cut or (head_under_dates(shown, part, under) if under else None)
        rows: list[Row] = []
        for line in part:
            told = prose or (line is not part[0] and bool(BULLET.match(part[0].span.of(shown))))
            made = _cut(document.path, shown, line, dates, cut or (0 if told else line.span.end))
            rows += [replace(r, run_in=True) if under and r.line.span.end == cut else r for r in made]
        under = _dated_above(shown, part, dates, out)
        if cut == part[-1].span.end and all_head(shown, Span(part[0].span.start, cut), dates):
            rows = [replace(row, run_in=True) for row in rows]
        out += _dated(rows, apart[1]) if apart else rows
    return tuple(part for row in _hanging(_bridged(shown, paired(without_asides(out)))) for part in _posts(row))


def _dated(rows: Sequence[Row], dated: Dated) -> list[Row]:
    """The rows of a paragraph with its head dated by the sentence that tells the time."""
    rest = [replace(r, dates=tuple(d for d in r.dates if d is not dated)) for r in rows]
    return [replace(rest[0], dates=(*rest[0].dates, dated)), *rest[1:]]


def _dated_above(text: str, part: Sequence[Line], dates: Sequence[Dated], before: Sequence[Row]) -> str | None:
    """What a line dates that may stand over a head: nothing else is on it ("alone"), or no title ("stage")."""
    if len(part) > 1 or not any(d.kind == "period" and d.first for d in dates):
        return None
    span = part[0].span
    if only_dates(text, span, dates):
        return None if _titled(before[-1:]) else "alone"
    said = " ".join(span.of(text).split())
    short = len(WORD.findall(said)) <= LONGEST_HEAD // 2 and said[-1:] not in ".,;" and not BULLET.match(said)
    return "stage" if short and reading.title_span(said) is None else None


def _titled(rows: Sequence[Row]) -> bool:
    """Whether a title stands above the dates already."""
    return any(not (r.sentence or r.periods or r.run_in) and reading.title_span(r.text) for r in rows)


def _listed(text: str, part: Sequence[Line]) -> Sequence[Sequence[Line]]:
    """The lines of a paragraph one by one, where each ends with a period of its own; else a part for each head."""
    if len(part) == 1:
        return [part]
    dated = [line for line in part if any(map(str.isdigit, line.span.of(text)))]
    dates = [d for line in dated for d in find_dates(text, line.span)]
    if entries_of_list(text, part, dates):
        return [(line,) for line in part]
    out: list[list[Line]] = []
    ends = {d.span.end for d in dates if d.kind == "period" and d.first}
    for line in part:
        if out and _item_closed(text, out[-1][-1], line, ends):
            out.append([line])
            continue
        closed = bool(out) and END.search(out[-1][-1].span.of(text))
        own = [d for d in dates if line.span.holds(d.span)]
        if not out or (closed and _opens(text, line, own)):
            out.append([line])
        else:
            out[-1].append(line)
    return out


def _opens(text: str, line: Line, dates: Sequence[Dated]) -> bool:
    """Whether an entry begins with a line: a head alone, or one that its text follows."""
    if not dates:
        return False
    followed = dates_apart(text, [line], dates) or head_end(text, [line], tuple(dates)) is not None
    return bool(followed) or is_entry(text, line.span, dates)


def _item_closed(text: str, item: Line, line: Line, ends: set[int]) -> bool:
    """Whether a list item ends with its period and a line that is none of it follows: an employer over more items."""
    said = line.span.of(text).lstrip()
    listed = BULLET.match(item.span.of(text)) is not None
    return listed and any(0 <= item.span.end - end <= 1 for end in ends) and said[:1].isupper()


def _hanging(rows: list[Row]) -> list[Row]:
    """Rows that a dated row's last word leads on to, as heads: "Direktør for Social og" over "Sundhed"."""
    for i, (above, below) in enumerate(itertools.pairwise(rows)):
        short = len(below.words) <= LONGEST_HEAD // 2 and not below.bullet and not below.dates
        joined = short and not above.sentence and not above.bullet
        if joined and ((above.periods and HANGS.search(above.text)) or _carries_on(above, below)):
            rows[i + 1] = replace(below, run_in=True, prose=False)
    return rows


def _carries_on(above: Row, below: Row) -> bool:
    """Whether a short row goes on with the title above it: "Direktør for Social" over "og Sundhed"."""
    first = below.text.split(maxsplit=1)[:1]
    like = above.look == below.look and not below.line.look.gap
    return like and bool(first) and first[0] in words("joins") and reading.title_span(above.text.strip()) is not None


HANGS = re.compile(r"(?:\s(?:og|and|och|&)|,|-)\s*$")


def _posts(row: Row) -> list[Row]:
    """A row with two posts, each with its period, as two: "Centerchef (2013-2019) og direktør (2019-)"."""
    whole = all(at_edge(row, d) or not d.running or _closes(row, d) for d in row.periods)
    if len(row.periods) < 2 or not whole or row.prose or row.sentence:
        return [row]
    ends = [d.span.end + row.text[d.span.end - row.start :].startswith(")") for d in row.periods]
    for cuts in (ends[:-1], [d.span.start for d in row.periods[1:]]):
        edges = [row.start, *cuts, row.line.span.end]
        spans = [Span(a, b) for a, b in itertools.pairwise(edges)]
        if all(reading.title_span(s.shifted(-row.start).of(row.text)) for s in spans):
            return [_piece(row, s) for s in spans]
    return [row]


def _closes(row: Row, dated: Dated) -> bool:
    return row.text[dated.span.end - row.start :].lstrip()[:1] in (",", ";", "")


def _piece(row: Row, span: Span) -> Row:
    text = span.shifted(-row.start).of(row.text)
    own = Span(span.start + len(text) - len(text.lstrip(" ,;")), span.end)
    dates = tuple(d for d in row.dates if own.holds(d.span))
    return replace(row, line=replace(row.line, span=own), text=own.shifted(-row.start).of(row.text), dates=dates)


def _bridged(text: str, rows: list[Row]) -> list[Row]:
    """Dates that begin at the end of one row and go on in the next ("… Kommune, siden" over "september 2020")."""
    for i, (above, below) in enumerate(itertools.pairwise(rows)):
        near = above.line.span.end + 1 == below.line.span.start
        if not near or not below.dates_lead or above.ends or not _may_go_on(above):
            continue
        both = find_dates(text, Span(above.start, below.line.span.end))
        over = next((d for d in both if d.kind == "period" and d.span.start < above.line.span.end < d.span.end), None)
        if over is None or _goes_on(text[over.span.end : below.line.span.end]):
            continue
        tail = replace(over, span=Span(below.start, over.span.end), kind="point")
        rows[i] = replace(above, dates=tuple(d for d in both if d.span.start < above.line.span.end))
        rows[i + 1] = replace(below, dates=tuple(d for d in both if d.span.start >= below.start), ends=(tail,))
    return rows


def _may_go_on(row: Row) -> bool:
    """Whether its last date may end on the next row: it tells no period, or one that a bare dash leaves open."""
    last = row.dates[-1] if row.dates else None
    if last is None or last.kind != "period":
        return True
    return last.running and row.text.rstrip()[-1:] in "-–—"


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
        here = tuple(_open_ended(text, d) for d in dates if own.start <= d.span.start < own.end)
        over = tuple(d for d in dates if d.span.start < own.start < d.span.end)
        rest = tuple(replace(d, span=Span(own.start, min(d.span.end, own.end)), kind="point") for d in over)
        cut = len(spans) > 1 and span is spans[0]
        rows.append(Row(path, replace(line, span=own), own.of(text), here, own.start >= stop, rest, cut))
    return rows


_OPEN = re.compile(r"\s?[-–—]\s*(?=[/|·•])")


def _open_ended(text: str, dated: Dated) -> Dated:
    """A lone date with a bare dash before a mark that parts fields as a period that runs on: "2020– / Kulturchef"."""
    dash = _OPEN.match(text, dated.span.end) if dated.kind == "point" and dated.first else None
    if dash is None:
        return dated
    span = Span(dated.span.start, dated.span.end + len(dash.group().rstrip()))
    return replace(dated, span=span, kind="period", running=True)


def shown_text(document: Document, reading_copy: str) -> str:
    """The reading copy without hidden text."""
    return _hide(reading_copy, document.hidden)
