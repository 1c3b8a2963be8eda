"""A career told in sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from screen.grammar.dates import find_dates
from screen.lexicon import reading
from screen.model.cv import Month, Passage, Period, Position
from screen.model.text import Span
from screen.understand._widen import wide_title
from screen.understand._words import phrases
from screen.understand.positions import period_of, sector_of

# "i rådgivningsfirmaet Kvist & Aabo": a few small words, then a run of capitalised ones.
LONGEST_TITLE = 6
"""Words of a title in running text that no list knows."""
_CAPITAL = r"[A-ZÆØÅÄÖ][\w.&’'-]*"
_PROPER = re.compile(rf"(?:\s+[^\W\d_A-ZÆØÅÄÖ][^\W\d_]*){{1,5}}\s+({_CAPITAL}(?:\s+(?:&|og|and|{_CAPITAL}))*)")


@dataclass(frozen=True)
class Told:
    """A position that a sentence tells of; its end may stand in a later sentence."""

    position: Position
    begins: Month | None
    """Where only the beginning was told."""
    still: bool


def told(path: str, text: str, sentence: Span, before: str | None = None) -> Told | None:
    """The position of a sentence that brings a time, a title and an employer, if only "the same place" as `before`."""
    if not any(map(str.isdigit, sentence.of(text))):
        return None
    dates = find_dates(text, sentence)
    period = next((d for d in dates if d.kind == "period" and d.first), None)
    point = next((d for d in dates if d.kind == "point" and d.first), None)
    flat = " ".join(sentence.of(text).split())
    if period is None and (point is None or not phrases("begins").search(flat)):
        return None
    named = _named(flat)
    title_told = _title(flat) if before and phrases("same_place").search(flat) else None
    if title_told is not None and before:
        named = title_told.of(flat), before
    if named is None:
        return None
    title, employer = named
    position = Position(
        title=title,
        employer=employer,
        sector=sector_of(title, employer),
        period=period_of(period, path),
        stated_months=None,
        role=reading.role(title),  # type: ignore[arg-type]
        acting=reading.acting(title),
        staff=None,
        heading=(Passage(path, sentence),),
    )
    begins = point.first if period is None and point else None
    until = end_told(text, sentence) if begins else None
    if begins and until:
        position = replace(position, period=Period(begins, until, Passage(path, sentence)))
        begins = None
    return Told(position, begins, bool(phrases("still").search(flat)))


def _named(flat: str) -> tuple[str, str] | None:
    """Title and employer: the employer rather behind the title ("blev partner i firmaet Kvist & Aabo") than before."""
    title = _title(flat)
    if title is None:
        return None
    behind = flat[title.end :]
    employer = reading.employer_span(behind)
    if employer is not None:
        return wide_title(flat, title, title.end + employer.start).of(flat), employer.of(behind)
    proper = _PROPER.match(behind)
    if proper is not None:
        return title.of(flat), proper.group(1)
    before = reading.employer_span(flat[: title.start])
    return (title.of(flat), before.of(flat)) if before is not None else None


def _title(flat: str) -> Span | None:
    """The title rather behind "været", "som", "blev" than elsewhere; behind those also one that no list knows."""
    for lead in phrases("becoming").finditer(flat):
        rest = flat[lead.end() :]
        known = reading.title_span(rest)
        if known is not None and not rest[: known.start].strip(" ,"):
            return known.shifted(lead.end())
        place = next((p for p in phrases("in_place").finditer(rest) if rest[p.end() + 1 : p.end() + 2].isupper()), None)
        named = rest[: place.start()].strip() if place else ""
        plain = named[:1].islower() and not any(c.isdigit() for c in named)
        if place is not None and plain and len(named.split()) <= LONGEST_TITLE:
            start = lead.end() + rest.index(named)
            return Span(start, start + len(named))
    return reading.title_span(flat)


def surely_told(text: str, sentence: Span) -> bool:
    """Whether a sentence tells of the writer's job behind a verb: "Fra 2004 til 2011 var jeg afdelingschef i …"."""
    flat = " ".join(sentence.of(text).split())
    for lead in phrases("becoming").finditer(flat):
        title = reading.title_span(flat[lead.end() :])
        if title is not None and not flat[lead.end() :][: title.start].strip(" ,"):
            return bool(phrases("first_singular").search(flat))
    return False


def half_told(text: str, sentence: Span) -> bool:
    """Whether a sentence tells a period and, behind a verb, a title, but no employer."""
    flat = " ".join(sentence.of(text).split())
    if not any(d.kind == "period" and d.first for d in find_dates(text, sentence)) or _named(flat) is not None:
        return False
    rests = [flat[lead.end() :] for lead in phrases("becoming").finditer(flat)]
    found = [(rest, reading.title_span(rest)) for rest in rests]
    return any(title is not None and not rest[: title.start].strip(" ,") for rest, title in found)


def end_told(text: str, sentence: Span) -> Month | None:
    """The month until which something lasted: "Jeg blev til januar 2010"."""
    for dated in find_dates(text, sentence):
        before = text[sentence.start : dated.span.start].split()[-2:]
        if dated.kind == "period" and dated.first is None:
            return dated.last
        if dated.kind == "point" and phrases("until").search(" ".join(before)):
            return dated.first
    return None


def _begun(item: Told) -> tuple[int, int]:
    first = item.begins or (item.position.period and item.position.period.first)
    return (first.year, first.month or 0) if first else (0, 0)


def ended(found: Sequence[Told], later: Sequence[Month | None]) -> list[Position]:
    """The positions with their ends: told in a later sentence, else open for the one begun last, else unknown."""
    out = []
    for i, item in enumerate(found):
        if item.begins is None:
            out.append(item.position)
            continue
        end = later[i]
        follows = any(_begun(o) > _begun(item) for o in found)
        if end is None and follows and not item.still:
            out.append(item.position)
            continue
        passage = item.position.heading[0]
        out.append(replace(item.position, period=Period(item.begins, end, passage)))
    return out
