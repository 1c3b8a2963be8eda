"""Who somebody else is: a title in the definite form, "my chief", a name; and what a verb looks like."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from screen.grammar._cues import cue, endings
from screen.grammar._people import NAMED, NAMED_EITHER, NAMED_GENITIVE
from screen.lexicon.reading import modifier, title_head

NAMES = frozenset({NAMED, NAMED_EITHER})
_SHORTEST_VERB = 4
"""Letters of a regular verb's form: "led" has no ending to be known by."""
_PERSON = 3
"""Words from "min" or "the" to the person: "my immediate line manager"."""


@lru_cache(maxsize=20_000)
def finite(word: str) -> bool:
    """Whether a word looks like a finite verb that is no passive."""
    if cue("finite").has(word):
        return True
    closed = ("prepositions", "adverbs", "and", "relative", "contrast", "determiners", "first")
    if len(word) < _SHORTEST_VERB or not word.isalpha() or any(cue(c).has(word) for c in closed):
        return False
    return word.endswith(endings("verb-endings")) and not word.endswith(endings("passive-endings"))


@lru_cache(maxsize=20_000)
def definite_person(word: str) -> bool:
    """Whether a word is a job title or the like in the definite form: somebody known, hence somebody else."""
    for ending in endings("definite-endings"):
        stem = word[: -len(ending)]
        if word.endswith(ending) and cue("relation").has(stem):
            return True
        if word.endswith(ending) and len(stem) >= _SHORTEST_VERB and (title_head(stem) or title_head(stem + "e")):
            return not title_head(word)
    return False


def person_at(words: Sequence[str], at: int) -> int:
    """How many words from `at` on name somebody else in the nominative; 0: none."""
    if at >= len(words):
        return 0
    called = _named_at(words, at)
    if called:
        return called
    if definite_person(words[at]) or cue("third-subject").has(words[at]) or cue("she").has(words[at]):
        return 1
    if cue("parents").has(words[at]) and at + 1 < len(words) and finite(words[at + 1]):
        return 1
    genitive = len(words[at]) > _SHORTEST_VERB and words[at].endswith("s") and at + 1 < len(words)
    if genitive and title_head(words[at + 1]):
        return 2
    if words[at] != NAMED_GENITIVE and not any(cue(c).has(words[at]) for c in ("mine", "the", "theirs")):
        return 0
    for i in range(at + 1, min(len(words), at + _PERSON + 1)):
        if cue("kin").has(words[i]) or title_head(words[i]):
            # "The Chief Executive" is one title of two.
            more = i + 1 < len(words) and title_head(words[i + 1])
            return i - at + 1 + more
        if not words[i].isalpha() or cue("prepositions").has(words[i]):
            return 0
    return 0


def _named_at(words: Sequence[str], at: int) -> int:
    """A name, perhaps behind its holder's title: "Bo Lyngsø", "direktør Bo Lyngsø", "Bo Lyngsø og Eva Bak"."""
    start = at + 1 if title_head(words[at]) or cue("kin").has(words[at]) else at
    stop = start
    while stop < len(words) and words[stop] in NAMES:
        stop += 1
    if stop == start:
        return 0
    if stop + 1 < len(words) and cue("and").has(words[stop]) and words[stop + 1] in NAMES:
        return stop + 1 - at + _named_at(words, stop + 1)
    return stop - at


def several_at(words: Sequence[str], at: int) -> int:
    """A number of people by their title, "fire borgmestre"; 0: none."""
    if at + 1 >= len(words) or not (words[at].isdigit() or cue("numerals").has(words[at])):
        return 0
    stems = (words[at + 1][: -len(end)] + more for end in endings("plural-endings") for more in ("", "e", "er")
             if words[at + 1].endswith(end))  # fmt: skip
    return 2 if any(len(stem) >= _SHORTEST_VERB and title_head(stem) for stem in stems) else 0


def genitive_at(words: Sequence[str], at: int, stop: int) -> int:
    """Somebody else as an owner, and how many words that takes: "økonomidirektørens", "Tinas", "the CFO's"; 0: none."""
    for i in range(at, min(stop, at + _PERSON + 1)):
        word = words[i]
        if word in (NAMED_GENITIVE, NAMED_EITHER):
            return i - at + 1
        stem = word[:-2] if word.endswith("'s") else word[:-1] if word.endswith("s") else ""
        known = person_at((*words[at:i], stem), 0) == i - at + 1 or (i > at and title_head(stem))
        if stem and known:
            return i - at + 1
        if word != NAMED and not modifier(word) and not any(cue(c).has(word) for c in ("determiners", "the", "mine")):
            return 0
    return 0
