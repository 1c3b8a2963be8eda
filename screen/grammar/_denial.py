"""Negation: what is denied, what only looks denied, and what is too little to build on."""

from __future__ import annotations

from collections.abc import Sequence

from screen.grammar._clauses import Clause
from screen.grammar._cues import Cue, cue, endings

_REACH = 10
"""Words from "ikke" to what it denies, within one clause."""
_AFTER = 5
"""Words from what is denied to an "ikke" behind it."""
_CLAIMED = 5
"""Words from "ikke" to "påstå", and from there to "at"."""
_ENDS = frozenset(".;!?•")


def denied(words: Sequence[str], first: int, after: int, clause: Clause) -> bool:
    """Whether the mention (words `first` to `after`) is denied in its clause."""
    if any(cue("unwelcome").has(w) for w in words[first:after]):
        return False
    free = _without_idioms(words)
    if _twice(free, first, after, clause):
        return False
    return (
        _answered_no(words, after)
        or _within(free, first, after)
        or cue("missing-first").has(words[clause.start])
        or _no_before(free, first, clause)
        or _not_before(free, first, clause)
        or _not_after(free, after, clause)
        or _foreign(words, after)
        or _hearsay(words, after, clause)
        or _lacking_thing(words, first)
        or _not_me(words, clause)
    )


def disclaimed(words: Sequence[str], first: int) -> bool:
    """ "Jeg vil ikke påstå, at jeg kender budgetter": what one does not claim."""
    claim = cue("claim").last(words, 0, first)
    if claim is None:
        return False
    that = cue("that").find(words, claim + 1, min(first, claim + _CLAIMED))
    if that is None or any(w in _ENDS or cue("contrast").has(w) for w in words[that:first]):
        return False
    return cue("not").find(words, max(0, claim - _CLAIMED), that) is not None


def scant(words: Sequence[str], first: int, after: int, clause: Clause) -> bool:
    """ "Begrænset erfaring med", "… er begrænset", "kender kun": something, but too little to count."""
    if cue("scant-phrase").find(words, clause.start, clause.stop) is not None:
        return True
    at = cue("scant").last(words, clause.start, first)
    if at is not None and any(cue("possession").has(w) or cue("course").has(w) for w in words[at + 1 : first]):
        return True
    owned = any(cue("possession").has(w) for w in words[clause.start : after])
    return owned and any(
        cue("light").has(words[i]) and cue("scant").has(words[i + 1])
        for i in range(after, min(clause.stop, after + _AFTER) - 1)
    )


def _twice(words: Sequence[str], first: int, after: int, clause: Clause) -> bool:
    """ "Aldrig et budget uden balance": denied twice is said."""
    before = _first_of((cue("not"), cue("no")), words, clause.start, first)
    behind = cue("no").find(words, after, clause.stop)
    return before is not None and behind is not None and "," not in words[before:behind]


def _without_idioms(words: Sequence[str]) -> list[str]:
    """The words, those of phrases that deny nothing blanked out."""
    out = list(words)
    for i in range(len(out)):
        length = cue("no-negation").length(words, i)
        if length > 1:
            out[i : i + length] = [""] * length
        if cue("not").has(words[i]) and _affirmed(words, i):
            out[i] = ""
        doing = cue("without-doing").length(words, i)
        if doing and cue("having").find(words, i + doing, i + doing + 2) is None:
            out[i : i + doing] = [""] * doing
        elif cue("deed-after").has(words[i]) and i + 1 < len(words) and _gerund(words[i + 1]):
            out[i] = ""
    return out


def _affirmed(words: Sequence[str], at: int) -> bool:
    """ "Glemmer ikke, at …", "lægger ikke skjul på": said all the more."""
    return any(cue("affirming").has(w) for w in words[max(0, at - 1) : at + 3])


def _gerund(word: str) -> bool:
    """English "without raising": a deed, where "without" before a noun is a lack like any other."""
    return word.endswith(endings("deed-endings")) and not cue("having").has(word)


def _answered_no(words: Sequence[str], after: int) -> bool:
    """ "Budgetansvar: nej"."""
    if after + 1 >= len(words) or words[after] not in (":", "–", "-", "=", "?"):
        return False
    return cue("answer-no").has(words[after + 1])


def _within(words: Sequence[str], first: int, after: int) -> bool:
    """ "Sidder ikke i direktionen": a free word among the mention's own."""
    return _first_of((cue("not"), cue("no")), words, first + 1, after - 1) is not None


def _no_before(words: Sequence[str], first: int, clause: Clause) -> bool:
    """ "Uden X", "ingen X", also through a noun of having: "uden ansvar for X", never through another noun."""
    at = cue("no").last(words, clause.start, first)
    if at is None:
        return False
    if at == clause.start and cue("than").find(words, first, clause.stop) is not None:
        # "Ingen havde et større budget end jeg".
        return False
    gap = [w for w in words[at + 1 : first] if w]
    if "," in gap or any(cue("unwelcome").has(w) for w in gap):
        return False
    preposition = next((i for i, w in enumerate(gap) if cue("prepositions").has(w)), None)
    if not preposition:
        return True
    return any(cue("possession").has(w) for w in gap[:preposition])


def _not_before(words: Sequence[str], first: int, clause: Clause) -> bool:
    at = cue("not").last(words, clause.start, first)
    if at is None or first - at > _REACH:
        return False
    if any(cue("unwelcome").has(w) for w in words[clause.start : clause.stop]):
        return False
    gap = words[at + 1 : first]
    return "," not in gap or _listed(gap)


def _listed(gap: Sequence[str]) -> bool:
    """A comma within an enumeration does not end what is denied: "hverken, eller"."""
    return any(cue("and").has(w) for w in gap)


def _not_after(words: Sequence[str], after: int, clause: Clause) -> bool:
    """ "Budgetansvar har jeg ikke"; "budgettet blev ikke overskredet" is a result."""
    stop = min(clause.stop, after + _AFTER)
    at = _first_of((cue("not"), cue("no")), words, after, stop)
    if at is None or "," in words[after:at] or cue("and").has(words[at - 1]):
        return False
    if any(cue("unwelcome").has(w) for w in words[clause.start : clause.stop]):
        return False
    return any(cue("light").has(w) for w in words[after:at]) or any(
        cue("light").has(w) for w in words[at + 1 : min(clause.stop, at + 2)]
    )


def _foreign(words: Sequence[str], after: int) -> bool:
    """ "Økonomi er nyt for mig", "budgets were outside my remit": said behind it, in its sentence."""
    at = cue("foreign").find(words, after, after + _REACH)
    return at is not None and not any(w in _ENDS or cue("contrast").has(w) for w in words[after:at])


def _hearsay(words: Sequence[str], after: int, clause: Clause) -> bool:
    """ "Kommunal økonomi kender jeg kun fra avisen": a verb of knowing and where alone it is known from."""
    verb = cue("acquainted").find(words, clause.start, min(clause.stop, after + _AFTER))
    return verb is not None and cue("known-from").find(words, verb, verb + _REACH) is not None


def _lacking_thing(words: Sequence[str], first: int) -> bool:
    """ "Det eneste, jeg ikke har prøvet, er at betjene et byråd"."""
    turns = range(max(1, first - _REACH), first)
    turn = next((i for i in turns if words[i - 1] == "," and cue("copula").has(words[i])), None)
    if turn is None:
        return False
    begin = max((i + 1 for i in range(turn) if words[i] in _ENDS), default=0)
    return (
        bool(cue("thing").length(words, begin)) and _first_of((cue("not"), cue("no")), words, begin, turn) is not None
    )


def _not_me(words: Sequence[str], clause: Clause) -> bool:
    """ "Det var aldrig mig, der stod med regnskabet"."""
    if clause.kind != "relative":
        return False
    before = [w for w in words[max(0, clause.start - _AFTER) : clause.start] if w != ","]
    me = bool(before) and (cue("first-object").has(before[-1]) or cue("first-subject").has(before[-1]))
    return me and any(cue("not").has(w) for w in before)


def _first_of(cues: Sequence[Cue], words: Sequence[str], start: int, stop: int) -> int | None:
    found = [at for c in cues if (at := c.find(words, start, stop)) is not None]
    return min(found, default=None)
