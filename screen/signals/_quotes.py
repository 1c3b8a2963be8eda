"""Which sentences are quoted, in which order, cut where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from screen.grammar.amounts import find_amounts
from screen.grammar.mentions import Mention
from screen.model.cv import CV, Passage, Position
from screen.model.finding import LONGEST_QUOTE, Evidence, cite
from screen.model.text import Span
from screen.signals._months import months_of
from screen.signals._reading import Reading, Spoken, document_of

MOST = 12
"""Quotes that one finding keeps: a mark shows eight, and signals share them."""
_STRONG = frozenset({".", ";", "–", "—", "!", "?"})
"""Marks at which a long sentence may be cut for a quote."""


@dataclass(frozen=True, slots=True)
class Support:
    """A statement that counts, before it is ordered and quoted."""

    spoken: Spoken
    mentions: tuple[Mention, ...]
    why: str = "topic"


def relevance(reading: Reading) -> dict[int, tuple[int, int]]:
    """Positions by what weighs for a reader: the latest first, of those that run on the longest."""
    out = {}
    for i, position in enumerate(reading.cv.positions):
        months = months_of(reading.cv, position, reading.context.as_of)
        out[i] = (-max(months, default=0), -len(months))
    return out


def points(support: Support) -> int:
    """How much a statement tells: an amount or a share, several topics, a phrase rather than a word."""
    scene = support.spoken.scene
    told = find_amounts(scene.text, support.spoken.statement.passage.span)
    amount = any(a.unit in ("money", "percent") for a in told)
    phrase = max((m.span.end - m.span.start for m in support.mentions), default=0) > 20
    return 3 * amount + min(3, len({m.span for m in support.mentions})) + phrase


def ordered(reading: Reading, supports: Iterable[Support]) -> list[Support]:
    """Best first, but every position once before any position twice."""
    rank = relevance(reading)
    queues: dict[int | None, list[tuple[tuple[int, bool, int], Support]]] = {}
    for s in supports:
        statement = s.spoken.statement
        key = (-points(s), statement.letter, s.spoken.at)
        queues.setdefault(statement.position, []).append((key, s))
    keyed = []
    for position, queue in queues.items():
        place = rank[position] if position is not None else (1, 0)
        queue.sort(key=lambda pair: pair[0])
        keyed += [((turn, place, key), s) for turn, (key, s) in enumerate(queue)]
    keyed.sort(key=lambda pair: pair[0])
    return [s for _, s in keyed]


def quoted(cv: CV, support: Support) -> Evidence:
    """The statement's quote; of a long or mixed one the run around what was mentioned."""
    return cite(cv, window(support.spoken, support.mentions), support.why)


def window(spoken: Spoken, mentions: Sequence[Mention]) -> Passage:
    """The statement's passage, or of one that is too long the part that holds what was mentioned."""
    whole = spoken.statement.passage
    if len(whole.span) <= LONGEST_QUOTE or not mentions:
        return whole
    first = min((m.span for m in mentions), default=whole.span)
    low, high = first.start, max(m.span.end for m in mentions)
    if high - whole.span.start <= LONGEST_QUOTE:
        return whole
    cuts = [t.span for t in spoken.scene.tokens if t.word in _STRONG]
    start = max((c.end for c in cuts if c.end <= low), default=whole.span.start)
    if first.end - start > LONGEST_QUOTE:
        room = LONGEST_QUOTE - len(first)
        start = next((t.span.start for t in spoken.scene.tokens if low - t.span.start <= room // 2), low)
    return Passage(whole.path, Span(start, whole.span.end))


def headed(cv: CV, position: Position) -> Evidence:
    """A position's heading as one quote where its lines stand together, else the line of its title."""
    first = position.heading[0]
    low, high = first.span.start, first.span.end
    text = document_of(cv, first.path).text
    for passage in sorted(position.heading, key=lambda p: p.span):
        if passage.path != first.path:
            continue
        start, end = min(low, passage.span.start), max(high, passage.span.end)
        between = text[high : passage.span.start] if passage.span.start >= high else text[passage.span.end : low]
        if not between.strip() and end - start <= LONGEST_QUOTE:
            low, high = start, end
    return cite(cv, Passage(first.path, Span(low, high)), "heading")


def dedupe(evidence: Iterable[Evidence], but: Iterable[Evidence] = ()) -> tuple[Evidence, ...]:
    """Each run of text once, the first telling of it, without those that `but` already quotes."""
    taken = [(e.passage.path, e.passage.span) for e in but]
    out = []
    for e in evidence:
        if not any(path == e.passage.path and span.meets(e.passage.span) for path, span in taken):
            taken.append((e.passage.path, e.passage.span))
            out.append(e)
    return tuple(out)
