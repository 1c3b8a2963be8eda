"""Which sentences are quoted, in which order, cut where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from screen.grammar.changes import find_changes
from screen.grammar.mentions import Mention
from screen.model.cv import CV, Passage, Position
from screen.model.finding import LONGEST_QUOTE, Evidence, cite
from screen.model.text import Span
from screen.signals._reading import Reading, Spoken, document_of

MOST = 12
"""Quotes that one finding keeps: a mark shows eight, and signals share them."""
_STRONG = frozenset({".", ";", "–", "—", "!", "?"})
"""Marks at which a long sentence may be cut for a quote."""

_OPEN_GROUNDS = frozenset({"name", "contact"})
"""Grounds of masks that only tell who somebody is."""


@dataclass(frozen=True, slots=True)
class Support:
    """A statement that counts, before it is ordered and quoted."""

    spoken: Spoken
    mentions: tuple[Mention, ...]
    why: str = "topic"


def relevance(reading: Reading) -> dict[int, tuple[int, int]]:
    """Positions by what weighs for a reader: the latest first, of those that run on the longest."""
    every = range(len(reading.cv.positions))
    months = {i: reading.months(i) for i in every}
    return reading.context.once("relevance", lambda: {i: (-max(m, default=0), -len(m)) for i, m in months.items()})


def points(reading: Reading, support: Support) -> int:
    """How much a statement tells: an amount or a share, a result, several topics, a phrase rather than a word."""
    scene, span = support.spoken.scene, support.spoken.statement.passage.span
    amount = any(a.unit in ("money", "percent") for a in reading.amounts(support.spoken))
    result = amount and reading.context.once(
        ("result", support.spoken.at), lambda: any(not c.intended for c in find_changes(scene.text, span))
    )
    phrase = max((m.span.end - m.span.start for m in support.mentions), default=0) > 20
    return 3 * amount + 2 * result + min(3, len({m.span for m in support.mentions})) + phrase


def ordered(reading: Reading, supports: Iterable[Support]) -> list[Support]:
    """Best first, but every position once before any position twice, and what stands in none after all."""
    rank = relevance(reading)
    queues: dict[int | None, list[tuple[tuple[int, bool, int], Support]]] = {}
    for s in supports:
        statement = s.spoken.statement
        key = (-points(reading, s), statement.letter, s.spoken.at)
        queues.setdefault(statement.position, []).append((key, s))
    keyed = []
    for position, queue in queues.items():
        queue.sort(key=lambda pair: pair[0])
        place = rank[position] if position is not None else (0, 0)
        keyed += [((position is None, turn, place, key), s) for turn, (key, s) in enumerate(queue)]
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


def headings(cv: CV, position: Position) -> tuple[Evidence, ...]:
    """A position's heading: one quote where its lines stand together, else title and employer apart."""
    runs: list[Passage] = []
    for passage in position.heading:
        text = document_of(cv, passage.path).text
        at = next((i for i, run in enumerate(runs) if _together(text, run, passage)), None)
        if at is None:
            runs.append(passage)
        else:
            run = runs[at].span
            runs[at] = Passage(passage.path, Span(min(run.start, passage.span.start), max(run.end, passage.span.end)))
    return tuple(cite(cv, run, "heading") for run in runs)


def _together(text: str, run: Passage, other: Passage) -> bool:
    """Whether only blanks part two runs of one document, and both fit into a quote."""
    if run.path != other.path:
        return False
    first, second = sorted((run.span, other.span))
    return not text[first.end : second.start].strip() and second.end - first.start <= LONGEST_QUOTE


def plain_first(cv: CV, evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Without the quotes that tell a protected fact (a party, an age), where others tell enough."""
    plain = tuple(e for e in evidence if not _protected(cv, e))
    return plain or tuple(evidence)


def _protected(cv: CV, evidence: Evidence) -> bool:
    passage = evidence.passage
    return any(
        m.path == passage.path and m.ground not in _OPEN_GROUNDS and m.span.meets(passage.span) for m in cv.masks
    )


def dedupe(evidence: Iterable[Evidence], but: Iterable[Evidence] = ()) -> tuple[Evidence, ...]:
    """Each run of text once, the first telling of it, without those that `but` already quotes."""
    taken = [(e.passage.path, e.passage.span) for e in but]
    out = []
    for e in evidence:
        if not any(path == e.passage.path and span.meets(e.passage.span) for path, span in taken):
            taken.append((e.passage.path, e.passage.span))
            out.append(e)
    return tuple(out)
