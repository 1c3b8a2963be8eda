"""What lies with somebody else: placed there, done in support of them, or simply their title."""

from __future__ import annotations

from collections.abc import Sequence

from screen.grammar._clauses import Clause, person_at
from screen.grammar._cues import cue
from screen.lexicon.reading import modifier

_NEAR = 5
"""Words from a preposition to what it governs: determiners and adjectives."""


def placed_elsewhere(words: Sequence[str], first: int, after: int, clause: Clause) -> bool:
    """ "Økonomien lå hos direktøren", "budgettet blev varetaget af staben": the task lies with others."""
    at = cue("placed").find(words, after, clause.stop)
    if at is None:
        return False
    by = cue("by").find(words, at + 1, min(clause.stop, at + _NEAR))
    if by is None:
        return False
    mine = any(cue("first").has(w) for w in words[at : clause.stop])
    if mine:
        return False
    # "af" and "under" also begin other phrases, so they need a person.
    return cue("by-somebody").has(words[by]) or any(
        person_at(words, i) for i in range(by + 1, min(clause.stop, by + 4))
    )


def supported(words: Sequence[str], first: int, clause: Clause) -> bool:
    """A word of helping, a preposition, and at once the mention: "sekretær for direktionen", "bistår direktionen"."""
    low = max(clause.start, first - _NEAR)
    link = cue("prepositions").last(words, low, first)
    if link is not None and _plain(words[link + 1 : first]):
        helper = cue("support").last(words, max(clause.start, link - 2), link)
        return helper is not None and not any(w == "," for w in words[helper:link])
    helper = cue("support").last(words, low, first)
    return helper is not None and _plain(words[helper + 1 : first])


def _plain(gap: Sequence[str]) -> bool:
    """Only words that may stand between a preposition and its noun, or nouns joined to it by "og"."""
    return not any(w == "," or cue("becoming").has(w) for w in gap)


def became(words: Sequence[str], first: int, clause: Clause) -> bool:
    """Whether a title is the writer's: it opens the clause, or follows "som", "var", "udnævnt til" and the like."""
    at = first - 1
    while at >= clause.start and (modifier(words[at]) or cue("determiners").has(words[at]) or words[at] in "-•/"):
        if cue("becoming").has(words[at]):
            return True
        at -= 1
    if at < clause.start:
        return True
    if cue("becoming").has(words[at]) or cue("first-subject").has(words[at]):
        return True
    linked = cue("prepositions").has(words[at]) and at > clause.start
    return linked and cue("becoming").has(words[at - 1])
