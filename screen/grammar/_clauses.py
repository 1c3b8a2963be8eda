"""A statement's clauses: where one ends and who does something in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from screen.grammar._cues import cue, endings
from screen.grammar._somebody import NAMES, definite_person, finite, person_at, several_at
from screen.languages import languages
from screen.lexicon.reading import title_head

Kind = Literal["main", "contrast", "relative", "aside", "resumed"]
_STRONG = frozenset({".", ";", "!", "?", "…", "•", "–", "—", "|", ":"})
_BRACKETS = {"(": ")", "[": "]"}
_NEAR = 7
"""Words that may stand between a subject and its verb: an apposition, an adverb."""
_PERSON = 3
"""Words from "min" or "the" to the person: "my immediate line manager"."""
_APPOSITION = 6
"""Words between the commas of an apposition: "økonomichefen, Terje Haug, lagde …"."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A run of tokens with one predicate."""

    start: int
    stop: int
    kind: Kind
    """main: after a mark; contrast: after "men"; relative: about the noun before it; aside: in brackets;
    resumed: the rest of the clause that a relative one stood in."""
    outer: int | None
    """Index of the clause that a relative clause or an aside belongs to."""


def clauses(words: Sequence[str]) -> tuple[Clause, ...]:
    """The clauses of a statement, by its lower-case words, in order."""
    cuts = _cuts(words)
    out: list[Clause] = []
    for at, (start, kind) in enumerate(cuts):
        stop = cuts[at + 1][0] if at + 1 < len(cuts) else len(words)
        if start < stop:
            outer = len(out) - 1 if kind in ("relative", "aside") and out else None
            if kind == "resumed":
                outer = out[-1].outer if out else None
            out.append(Clause(start, stop, kind if outer is not None or kind == "contrast" else "main", outer))
    return tuple(out)


def _cuts(words: Sequence[str]) -> list[tuple[int, Kind]]:
    cuts: list[tuple[int, Kind]] = [(0, "main")]
    for i, word in enumerate(words):
        if word == "." and i and _abbreviation(words[i - 1]):
            continue
        if word in _STRONG or word in ")]":
            cuts.append((i + 1, "main"))
        elif word in _BRACKETS:
            cuts.append((i + 1, "aside"))
        elif i and cue("contrast").has(word) and not _no_break(words, i):
            cuts.append((i, "contrast"))
        elif word == "," and i + 1 < len(words):
            kind = _after_comma(words, i + 1)
            if not kind and finite(words[i + 1]):
                kind = "resumed" if cuts[-1][1] == "relative" else "contrast" if _fronted(words, cuts[-1][0]) else None
            if kind:
                cuts.append((i + 1, kind))
        elif i and _bare_relative(words, i):
            cuts.append((i, "relative"))
    return cuts


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(w.lower().rstrip(".") for language in languages() for w in language.abbreviations)


def _abbreviation(word: str) -> bool:
    """Whether the full stop behind a word is the word's own: "7,2 mia. kr. ligger hos direktøren" is one clause."""
    return word in _abbreviations()


def _no_break(words: Sequence[str], at: int) -> bool:
    """English "men" after a number are people; behind its verb ("lå dog hos") a word of contrast is an adverb."""
    return words[at - 1].isdigit() or (cue("finite").has(words[at - 1]) and cue("late-contrast").has(words[at]))


def _after_comma(words: Sequence[str], at: int) -> Kind | None:
    """What begins behind a comma: a relative clause, a clause with a subject of its own, or nothing new."""
    if cue("relative").has(words[at]):
        return "relative"
    if _subordinate(words, at):
        return "contrast"
    if (cue("and").has(words[at]) or cue("therefore").has(words[at])) and at + 1 < len(words):
        at += 1
    if _subordinate(words, at) or cue("cleft").length(words, at):
        return "contrast"
    if cue("first-subject").has(words[at]) or cue("third-subject").has(words[at]):
        return "contrast"
    person = person_at(words, at)
    if person and at + person < len(words) and finite(words[at + person]):
        return "contrast"
    return None


def _fronted(words: Sequence[str], start: int) -> bool:
    """Whether a clause began with a conjunction, so that the main clause follows its comma: "Da X, havde jeg Y"."""
    return cue("subordinate").length(words, start) > 0 or cue("contrast").has(words[start])


def _subordinate(words: Sequence[str], at: int) -> bool:
    """ "Også da de ville …", "fordi byrådet ønskede …": a conjunction and a subject, perhaps behind an adverb."""
    while at + 1 < len(words) and cue("focus").has(words[at]):
        at += 1
    length = cue("subordinate").length(words, at)
    if not length or at + length >= len(words):
        return False
    subject = words[at + length]
    pronoun = any(cue(c).has(subject) for c in ("pronoun", "first-subject", "third-subject", "she"))
    return pronoun or (not cue("prepositions").has(subject) and cue("conjunction").length(words, at) > 0)


def _bare_relative(words: Sequence[str], at: int) -> bool:
    """A relative clause without a comma: "direktøren der havde …", "sager som jeg forelagde"."""
    if not cue("relative").has(words[at]) or at + 1 >= len(words) or not words[at - 1].isalpha():
        return False
    if cue("prepositions").has(words[at - 1]) or finite(words[at - 1]) or cue("relative").has(words[at - 1]):
        return False
    following = words[at + 1]
    subject = any(cue(c).has(following) for c in ("first-subject", "third-subject", "she"))
    if subject or cue("finite").has(following):
        return True
    before = words[at - 1]
    person = before in NAMES or title_head(before) or cue("kin").has(before) or definite_person(before)
    adverb = cue("adverbs").has(following) and at + 2 < len(words) and finite(words[at + 2])
    return person and (adverb or finite(following))


def third_subject(words: Sequence[str], clause: Clause, outer: Clause | None = None) -> bool:
    """Whether somebody else does what the clause tells; a resumed one has the subject of `outer`."""
    start, stop = clause.start, clause.stop
    if clause.kind == "resumed" and outer is not None:
        return bool(person_at(words, outer.start)) and not any(cue("first").has(w) for w in words[start:stop])
    while start < stop and (cue("and").has(words[start]) or cue("contrast").has(words[start]) or words[start] in "•-"):
        start += 1
    if start >= stop:
        return False
    if any(cue("first-subject").has(w) or cue("first-object").has(w) for w in words[start:stop]):
        return False
    if clause.kind == "relative" and cue("relative").has(words[start]):
        # "Hvor direktøren havde budgettet": the clause has a subject of its own.
        person = person_at(words, start + 1) or several_at(words, start + 1)
        return bool(person) and _verb_near(words, start + 1 + person, stop)
    cleft = cue("cleft").length(words, start)
    if cleft and person_at(words, start + cleft):
        return True
    person = person_at(words, start)
    if person:
        return _verb_near(words, _behind_apposition(words, start + person, stop), stop)
    return _fronted_place(words, start, stop) or _inverted(words, start, stop)


def _behind_apposition(words: Sequence[str], at: int, stop: int) -> int:
    """Behind "Terje Haug," in "økonomichefen, Terje Haug, lagde budgettet"; `at` where none stands."""
    if at >= stop or words[at] != ",":
        return at
    end = next((i for i in range(at + 1, min(stop, at + 2 + _APPOSITION)) if words[i] == ","), None)
    if end is None or any(cue("finite").has(w) for w in words[at:end]):
        return at
    return end + 1


def _fronted_place(words: Sequence[str], start: int, stop: int) -> bool:
    """English: "At Leeds the Director of Resources set the budget"; nobody whom the preposition governs."""
    if not cue("fronting").has(words[start]):
        return False
    for i in range(start + 2, min(stop - 1, start + _NEAR)):
        if finite(words[i]) and not cue("the").has(words[i]):
            return False
        if cue("the").has(words[i]) and not cue("prepositions").has(words[i - 1]):
            person = person_at(words, i)
            return bool(person) and _verb_near(words, i + person, stop)
    return False


def _verb_near(words: Sequence[str], start: int, stop: int) -> bool:
    """A verb of the closed list soon after a subject, or any verb at once; a passive makes it no subject.

    Further on, an ending proves nothing: "leder" and "budgetter" are nouns as well.
    """
    for i in range(start, min(stop, start + _NEAR)):
        at_once = all(cue("adverbs").has(w) for w in words[start:i])
        if cue("finite").has(words[i]) or (at_once and finite(words[i])):
            return True
        governed = i > start and cue("prepositions").has(words[i - 1])
        if words[i].endswith(endings("passive-endings")) and not cue("adverbs").has(words[i]) and not governed:
            return False
    return False


def _inverted(words: Sequence[str], start: int, stop: int) -> bool:
    """Something else first, then an auxiliary and the subject: "I praksis havde direktøren ansvaret"."""
    if cue("finite").has(words[start]):
        return False
    elliptic = finite(words[start])
    for i in range(start + 1, min(stop - 1, start + _NEAR)):
        if cue("finite").has(words[i]):
            if elliptic and not _second_verb(words, start, i):
                return False
            return bool(person_at(words, i + 1)) or (cue("adverbs").has(words[i + 1]) and bool(person_at(words, i + 2)))
    return False


def _second_verb(words: Sequence[str], start: int, at: int) -> bool:
    """Whether what begins like a verb is a noun: "dagsordener til udvalget skrev …", not "leder møder og er …"."""
    before = words[at - 1]
    return not (before == "," or cue("and").has(before) or cue("relative").has(before)) and not any(
        cue("copula").has(w) or cue("first").has(w) for w in words[start : at + 1]
    )


def antecedent_is_person(words: Sequence[str], start: int) -> bool:
    """Whether the noun before a relative clause is somebody else."""
    at = start - 1
    while at >= 0 and not words[at].isalpha():
        at -= 1
    return any(person_at(words, i) == at - i + 1 for i in range(max(0, at - _PERSON), at + 1))
