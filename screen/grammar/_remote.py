"""What is near the writer without being done: compared with, played, followed from a distance."""

from __future__ import annotations

from collections.abc import Sequence

from screen.grammar._clauses import Clause
from screen.grammar._cues import Cue, cue
from screen.grammar._somebody import finite
from screen.lexicon.reading import modifier

_GAP = 4
"""Words between a phrase and what it is about."""
_FAR = 6
"""Words from "følger med i" to what is followed."""


def compared(words: Sequence[str], first: int, clause: Clause) -> bool:
    """ "På niveau med en direktør", "som en direktør": like one, hence none."""
    return _governed(words, first, clause, cue("comparison"), _GAP)


def played(words: Sequence[str], first: int, after: int, around: Sequence[Clause]) -> bool:
    """ "Spillede borgmesteren i revyen", "direktør for en dag", "et spil, hvor man lægger budgettet"."""
    if any(cue("stage").find(words, clause.start, clause.stop) is not None for clause in around):
        return True
    return for_a_day(words, after) or _governed(words, first, around[0], cue("acting"), 2)


def for_a_day(words: Sequence[str], after: int) -> bool:
    """Right behind a title: "for en dag"."""
    return after < len(words) and cue("for-a-day").length(words, after) > 0


def followed(words: Sequence[str], first: int, clause: Clause) -> bool:
    """ "Følger med i budgetforhandlingerne", "læser regnskaber for fornøjelsens skyld"."""
    if cue("pastime").find(words, clause.start, clause.stop) is not None:
        return True
    if _witnessed(words, first, clause):
        return True
    at = _last(cue("knowing"), words, max(clause.start, first - _FAR - 3), first)
    if at is None:
        return False
    gap = words[at:first]
    return len(gap) <= _FAR and not any(w == "," or cue("and").has(w) or finite(w) for w in gap)


def _witnessed(words: Sequence[str], first: int, clause: Clause) -> bool:
    """ "Har set, hvordan et stramt budget virker"."""
    how = cue("how").last(words, 0, first)
    if how is None or any(w in ".,;!?" for w in words[how:first]) or clause.start > how + 1:
        return False
    return cue("perceiving").find(words, max(0, how - _GAP), how) is not None


def _governed(words: Sequence[str], first: int, clause: Clause, phrases: Cue, most: int) -> bool:
    """Whether one of the phrases stands before the mention with only its determiners between."""
    at = _last(phrases, words, max(clause.start, first - most - 4), first)
    if at is None or first - at > most:
        return False
    return all(cue("determiners").has(w) or modifier(w) or cue("article").has(w) for w in words[at:first])


def _last(phrases: Cue, words: Sequence[str], start: int, stop: int) -> int | None:
    """The index behind the last of the phrases."""
    at = phrases.last(words, start, stop)
    return None if at is None else min(at + phrases.length(words, at), stop)
