"""What lies with somebody else: placed there, done in support of them, or simply their title."""

from __future__ import annotations

from collections.abc import Sequence

from screen.grammar._clauses import Clause
from screen.grammar._cues import cue, endings
from screen.grammar._somebody import NAMES, finite, genitive_at, person_at
from screen.lexicon.reading import modifier, title_head

_NEAR = 5
"""Words from a preposition to what it governs: determiners and adjectives."""
_FAR = 10
"""Words of an enumeration and what belongs to it, up to the verb."""
_ADJECTIVES = 3
"""Words before a title that tell what its holder is like: "engageret og erfaren"."""
_ENDS = frozenset(".;!?•")
_SHORT = 4
"""Letters of a word whose ending is too little to know a passive by."""


def placed_elsewhere(words: Sequence[str], first: int, after: int, clause: Clause) -> bool:
    """ "Økonomien lå hos direktøren", "budgettet blev lagt af økonomichefen": the task lies with others."""
    if _apart(words, after, clause.stop):
        return True
    for by in range(after + 1, clause.stop):
        if not cue("by").has(words[by]) or any(cue("first-object").has(w) for w in words[by : by + 3]):
            continue
        placed = cue("placed").find(words, after, by) is not None
        if cue("through").has(words[by]) or cue("towards").has(words[by]):
            placed = cue("passing").find(words, after, by) is not None
            if placed and _person_behind(words, by, clause.stop):
                return True
            continue
        if placed and cue("by-somebody").has(words[by]) and not _own_house(words, by):
            return True
        if (placed or _passive(words, after, by)) and _person_behind(words, by, clause.stop):
            return True
    return False


def introduced(words: Sequence[str], first: int) -> bool:
    """ "– Hanne Lund, økonomidirektør i Nordby, ansvarlig for …": a name and a title open a line about somebody."""
    at = next((i for i, w in enumerate(words) if w.isalnum() or w in NAMES), 0)
    stop = at
    while stop < len(words) and words[stop] in NAMES:
        stop += 1
    if stop == at or stop + 1 >= first or words[stop] not in (",", "(", "–", "-", ":"):
        return False
    return title_head(words[stop + 1]) or cue("kin").has(words[stop + 1])


def owned(words: Sequence[str], after: int, clause: Clause) -> bool:
    """ "Selve budgettet er økonomidirektørens værk", "the accounts are the CFO's business"."""
    copula = cue("being").find(words, after, min(clause.stop, after + _FAR))
    if copula is None or words[copula - 1] == "," or cue("and").has(words[copula - 1]):
        return False
    start = copula + 1
    while start < clause.stop and cue("adverbs").has(words[start]):
        start += 1
    return genitive_at(words, start, clause.stop) > 0


def not_mine(words: Sequence[str], after: int) -> bool:
    """ "…, ikke jeg", "… and not mine", "… og ikke mit bord": said behind it, at an end."""
    for i in range(after, len(words) - 1):
        if words[i] in _ENDS:
            return False
        at = i + 1 + (i + 2 < len(words) and cue("located").has(words[i + 1]))
        if not (cue("not").has(words[i]) and cue("first").has(words[at])):
            continue
        if not (words[i - 1] == "," or cue("and").has(words[i - 1]) or cue("contrast").has(words[i - 1])):
            continue
        behind = words[at + 1] if at + 1 < len(words) else "."
        if behind in _ENDS or behind in ",)" or cue("remit").has(behind):
            return True
    return False


def _apart(words: Sequence[str], after: int, stop: int) -> bool:
    """ "Styres centralt", "skrives i sekretariatet", "ligger i en anden afdeling": a place that is not the writer's."""
    verb = next((i for i in range(after, stop) if _lies(words, after, i)), None)
    if verb is None or any(cue("first").has(w) for w in words[verb:stop]):
        return False
    if verb + 1 < stop and cue("belonging").has(words[verb]) and cue("beneath").has(words[verb + 1]):
        return True
    if cue("elsewhere").find(words, verb + 1, min(stop, verb + _NEAR + 2)) is not None:
        return True
    place = next((i for i in range(verb + 1, min(stop, verb + _NEAR + 1)) if cue("office").has(words[i])), None)
    if place is None:
        return False
    gap = words[verb + 1 : place]
    link = next((i for i, w in enumerate(gap) if cue("prepositions").has(w)), None)
    return (
        link is not None
        and cue("located").has(gap[link])
        and not any(cue("prepositions").has(w) or w == "," for w in gap[link + 1 :])
    )


def _lies(words: Sequence[str], after: int, at: int) -> bool:
    """Whether a word tells where something is done: "ligger", "foregår", "skrives", "blev skrevet"."""
    word = words[at]
    if cue("approving").has(word):
        return False
    if cue("placed").has(word) or cue("passing").has(word):
        return True
    if word.endswith(endings("passive-endings")) and word.isalpha() and len(word) > _SHORT:
        return not any(cue(c).has(word) for c in ("adverbs", "prepositions", "determiners"))
    return word.endswith(endings("participle-endings")) and at > after and cue("finite").has(words[at - 1])


def _person_behind(words: Sequence[str], by: int, stop: int) -> bool:
    """ "Af direktøren", "af vores controller", "af en souschef"."""
    for i in range(by + 1, min(by + 4, stop)):
        if cue("first").has(words[i]) and not person_at(words, i):
            return False
        if person_at(words, i) or title_head(words[i]) or genitive_at(words, i, stop) > 0:
            return True
        if not cue("determiners").has(words[i]):
            return False
    return False


def _own_house(words: Sequence[str], by: int) -> bool:
    """ "Hos os", "hos mit team"; "hos min chef" is another's."""
    return by + 1 < len(words) and cue("first").has(words[by + 1]) and not person_at(words, by + 1)


def _passive(words: Sequence[str], start: int, by: int) -> bool:
    """Whether the word before "af" is a passive, or a participle behind its auxiliary."""
    verb = words[by - 1]
    if cue("approving").has(verb):
        return False
    if verb.endswith(endings("passive-endings")):
        return True
    return verb.endswith(endings("participle-endings")) and any(cue("finite").has(w) for w in words[start : by - 1])


def supported(words: Sequence[str], first: int, clause: Clause) -> bool:
    """A word of helping, a preposition, and at once the mention: "sekretær for direktionen", "bistår direktionen"."""
    if _seated(words, first, clause):
        return False
    low = max(clause.start, first - _NEAR)
    link = cue("prepositions").last(words, low, first)
    if link is not None and _plain(words[link + 1 : first]):
        helper = cue("support").last(words, max(clause.start, link - 2), link)
        return helper is not None and not any(w == "," for w in words[helper:link])
    helper = cue("support").last(words, low, first)
    return helper is not None and _plain(words[helper + 1 : first])


def _seated(words: Sequence[str], first: int, clause: Clause) -> bool:
    """ "Vikar for direktøren og fast medlem af direktionen": a seat behind "og" is the second thing the writer was."""
    if not cue("seat").has(words[first]):
        return False
    link = cue("and").last(words, max(clause.start + 1, first - 3), first)
    return link is not None and not any(cue("prepositions").has(w) for w in words[link:first])


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
    if at < clause.start or _described(words, first, clause):
        return True
    if cue("becoming").has(words[at]) or cue("first-subject").has(words[at]):
        return True
    if cue("prepositions").has(words[at]):
        return at > clause.start and cue("becoming").has(words[at - 1])
    # "Var i fire år økonomidirektør": nothing governs the title but the verb before it.
    since = cue("becoming").last(words, clause.start, at)
    return since is not None and "," not in words[since:first] and cue("support").find(words, since, first) is None


def _described(words: Sequence[str], first: int, clause: Clause) -> bool:
    """ "Erfaren økonomichef": nothing but what the title's holder is like stands before it."""
    gap = words[clause.start : first]
    opens = clause.start == 0 or words[clause.start - 1] in _ENDS
    plain = (
        w.isalpha() and not finite(w) and not any(cue(c).has(w) for c in ("prepositions", "kin", "article", "not"))
        for w in gap
    )
    return opens and 0 < len(gap) <= _ADJECTIVES and all(plain)
