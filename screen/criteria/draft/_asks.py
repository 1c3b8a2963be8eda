"""The posting's demands: which words ask for something, for what kind of thing, and how strongly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from screen.criteria._data import exactly, lexicon, mentions
from screen.criteria.draft._reading import Posting
from screen.criteria.draft._sentences import Sentence, Strength, strength_of
from screen.criteria.draft._words import listed, pattern
from screen.criteria.lint.vague import QUALITY
from screen.grammar.dates import find_dates
from screen.grammar.mentions import Mention
from screen.model.text import Span

_WORDS = "asking.yaml"
_PROTECTED = "lint/protected.yaml"
MOST = 12
"""Demands that a draft makes requirements of; more are no basis for a ranking."""
_LONGEST = 200
"""Characters of a demand's words."""


@dataclass(frozen=True, slots=True)
class Demand:
    """Words of the posting that ask for something that a document can show."""

    source: str
    """A slice of the sentence."""
    sentence: str
    kinds: tuple[str, ...]
    """Entries of `asking.yaml` that the words speak of, in their order."""
    head: Span
    """In `source`: the word that tells the first kind."""
    years: float | None
    """That the words name."""
    strength: Strength


@dataclass(frozen=True, slots=True)
class Asked:
    """All that the posting asks for."""

    demands: tuple[Demand, ...]
    personal: tuple[str, ...]
    """Sentences about qualities alone: for the interview."""
    protected: tuple[str, ...]
    """Sentences that touch a protected ground: for nobody."""
    other: tuple[str, ...] = ()
    """What stands among the demands and was not understood, and demands beyond the most that a draft makes."""


def asked_in(posting: Posting) -> Asked:
    """The demands of a posting, each once."""
    demands: dict[str, Demand] = {}
    personal: dict[str, None] = {}
    protected: dict[str, None] = {}
    other: dict[str, None] = {}
    for sentence in posting.sentences:
        found = list(mentions(lexicon(_WORDS), sentence.text))
        if not _asks(sentence, found):
            continue
        told = [] if sentence.part == "personal" else list(_demands(sentence, found))
        for demand in told:
            if _is_protected(demand.source):
                continue
            if len(demands) < MOST:
                demands.setdefault(demand.source.casefold(), demand)
            else:
                other[demand.source] = None
        if _is_protected(sentence.text):
            protected[sentence.text] = None
        elif _about_the_person(sentence, found, told):
            personal[sentence.text] = None
        elif not told and not pattern("deadline").match(sentence.text):
            other[sentence.text] = None
    return Asked(tuple(demands.values()), tuple(personal), tuple(protected), tuple(other))


def _is_protected(text: str) -> bool:
    return any(True for _ in exactly(lexicon(_PROTECTED), text))


def _asks(sentence: Sentence, found: Sequence[Mention]) -> bool:
    """Whether a sentence asks for something: by its own words, or by the heading above it."""
    if sentence.part == "other" or not (found or sentence.part):
        return False
    if sentence.part:
        return True
    offers = pattern("offers").match(sentence.text)
    return not offers and any(pattern(key).search(sentence.text) for key in ("asks", "wish"))


def _about_the_person(sentence: Sentence, found: Sequence[Mention], told: Sequence[Demand]) -> bool:
    qualities = [m for m in found if m.entry == QUALITY]
    outside = [m for m in qualities if not any(m.span.of(sentence.text) in d.source for d in told)]
    return bool(outside) or (sentence.part == "personal") or (bool(qualities) and not told)


def _demands(sentence: Sentence, found: Sequence[Mention]) -> Iterator[Demand]:
    """The runs of a sentence that each begin with a word for something that can be shown."""
    if sentence.text.endswith("?"):
        return
    heads = [m for m in found if m.entry != QUALITY]
    before = 0
    for run in _runs(sentence.text, found):
        inside = [m for m in heads if run.start <= m.span.start < run.end]
        if inside:
            yield _demand(sentence, run, inside, before)
        before = run.end


def _demand(sentence: Sentence, run: Span, inside: Sequence[Mention], before: int) -> Demand:
    """The demand in a run; how strongly it is asked for stands in it, or behind the last one."""
    strength = strength_of(sentence.text[before : run.end]) or sentence.strength
    head = inside[0].span
    run = Span(_behind_lead(sentence.text, run.start, head.start), run.end)
    source = run.of(sentence.text)
    lengths = [d.months for d in find_dates(source) if d.kind == "duration" and d.months]
    return Demand(
        source=source,
        sentence=sentence.text,
        kinds=tuple(dict.fromkeys(m.entry for m in inside)),
        head=Span(head.start - run.start, min(head.end, run.end) - run.start),
        years=max(lengths) / 12 if lengths else None,
        strength=strength,
    )


def _behind_lead(text: str, start: int, head: int) -> int:
    """Where the demand itself begins: "Du har | erfaring", "Der lægges vægt på | solid erfaring"."""
    for found in pattern("asks").finditer(text, start, head):
        rest = text[found.end() : head]
        if found.end() < head and (not rest.strip() or rest.startswith(" ")):
            start = found.end() + len(rest) - len(rest.lstrip())
    return start


def _segments(text: str) -> Iterator[Span]:
    """The sentence cut at commas and at the words between demands; each cut belongs to the run behind it."""
    cuts = [0]
    cuts += [m.end() for m in re.finditer(r"[,;:–]\s+", text)]
    cuts += [m.start() for m in pattern("parts").finditer(text) if m.start() and text[m.start() - 1] == " "]
    borders = sorted({*cuts, len(text)})
    yield from (Span(a, b) for a, b in pairwise(borders) if text[a:b].strip(" ,;"))


def _runs(text: str, found: Sequence[Mention]) -> Iterator[Span]:
    """Segments put together: one with a head opens a run, plain ones behind it belong to it."""
    run: Span | None = None
    for segment in _segments(text):
        inside = [m for m in found if segment.start <= m.span.start < segment.end]
        opens = any(m.entry != QUALITY for m in inside)
        goes_on = run is not None and not opens and not inside and not _breaks(segment.of(text))
        if goes_on and run is not None and segment.end - run.start <= _LONGEST:
            run = Span(run.start, segment.end)
            continue
        if run is not None:
            yield _trimmed(text, run)
        run = segment if opens else None
    if run is not None:
        yield _trimmed(text, run)


def _breaks(segment: str) -> bool:
    """Whether a part goes on to something else: "og du er …", "der skaber …"."""
    words = segment.lower().split()
    while words and words[0].strip(",") in listed("parts"):
        if words[0] in ("med", "with"):
            return False
        words = words[1:]
    return not words or words[0] in listed("breaks") or " ".join(words[:2]) in listed("breaks")


def _trimmed(text: str, run: Span) -> Span:
    """Without the words that join it to what stands before, and without the marks at its ends."""
    start, end = run.start, run.end
    while (found := pattern("joins").match(text, start)) and found.end() < end:
        if pattern("keeps").match(text, start):
            break
        start = found.end() + 1
    while end > start and text[end - 1] in " ,;.:–":
        end -= 1
    return Span(start, end)
