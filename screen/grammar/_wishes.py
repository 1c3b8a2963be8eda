"""What is wished for, or would only be if something came about."""

from __future__ import annotations

from collections.abc import Sequence

from screen.grammar._clauses import Clause
from screen.grammar._cues import cue, endings
from screen.grammar._view import View
from screen.model.cv import Statement

_SOON = 4
"""Words within which an infinitive follows its auxiliary, or a noun its preposition."""


def _chain(view: View) -> list[Clause]:
    """The mention's clause and those that it belongs to, from the inside out."""
    out = list(view.around())
    at = view.all.index(view.clause) if view.clause in view.all else 0
    elliptical = view.clause.kind == "contrast" and _infinitive(view.words, view.clause)
    if elliptical and at:
        out.append(view.all[at - 1])
    return out


def _infinitive(words: Sequence[str], clause: Clause) -> bool:
    """ "…, men at lede": what was said of the clause before it goes on."""
    return clause.start + 1 < clause.stop and cue("infinitive").has(words[clause.start + 1])


def wish(view: View, statement: Statement) -> bool:
    """The writer wishes, hopes, applies; or the clause calls itself a goal; or it speaks to the reader."""
    words = view.words
    for clause in _chain(view):
        if view.anothers(clause) and clause is not view.clause:
            continue
        told = words[clause.start : clause.stop]
        wished = cue("wish").find(words, clause.start, min(view.first, clause.stop))
        if wished is not None and not _past_wish(view) and not _looking_back(words, wished, view.first):
            return True
        if _goal(words, clause, statement):
            return True
        subject = any(cue("first-subject").has(w) for w in told)
        if subject and cue("ready").find(words, clause.start, min(view.first, clause.stop)) is not None:
            return True
        if _future(words, clause, subject):
            return True
        if statement.letter and any(cue("second").has(w) for w in told):
            return True
    return False


def _looking_back(words: Sequence[str], wished: int, first: int) -> bool:
    """ "Jeg søger nyt efter otte år med ansvar for et budget"."""
    at = cue("after").last(words, wished, first)
    return at is not None and cue("years").find(words, at + 1, min(first, at + _SOON)) is not None


def _past_wish(view: View) -> bool:
    """Somebody else wished it: "Byrådet ønskede en budgetmodel"."""
    at = cue("wish").find(view.words, view.clause.start, view.first)
    if at is None or at == view.clause.start:
        return False
    told = view.words[view.clause.start : view.clause.stop]
    before = view.words[at - 1]
    named = before.isalpha() and len(before) > _SOON and before.endswith(endings("noun-endings"))
    return named and not cue("adverbs").has(before) and not any(cue("first").has(w) for w in told)


def _goal(words: Sequence[str], clause: Clause, statement: Statement) -> bool:
    goal, alone = cue("goal"), cue("goal-alone")
    for i in range(clause.start, clause.stop):
        if goal.length(words, i) and i > clause.start and cue("mine").has(words[i - 1]):
            return True
    opening = clause.start
    before = opening - 2 if opening >= 2 and words[opening - 1] == ":" else opening
    for at in (opening, before):
        if alone.length(words, at) or (statement.position is None and goal.length(words, at)):
            return True
    return False


def _future(words: Sequence[str], clause: Clause, subject: bool) -> bool:
    """ "Jeg vil bidrage", but not "jeg vil fremhæve"; without a subject "vil gerne" tells as much."""
    at = cue("future").find(words, clause.start, clause.stop)
    if at is None or not (subject or cue("gladly").find(words, at, clause.stop) is not None):
        return False
    return cue("saying").find(words, at, min(clause.stop, at + _SOON + 1)) is None


def conditional(view: View) -> bool:
    """Only if something came about: the clause, or the one before it that it follows from."""
    words = view.words
    for clause in _chain(view):
        if cue("hypothetical").find(words, clause.start, clause.stop) is not None or _unreal(words, clause):
            return True
    if cue("if-first").length(words, 0):
        return True
    at = cue("if").find(words, 0, view.first)
    if at is None:
        return False
    return not any(w in ";.!?" for w in words[at : view.first])


def _unreal(words: Sequence[str], clause: Clause) -> bool:
    """ "Skulle oprindeligt have haft budgettet": a modal, and soon "have" with a participle."""
    modal = cue("unreal").find(words, clause.start, clause.stop)
    have = cue("perfect").find(words, modal, min(clause.stop - 1, modal + _SOON)) if modal is not None else None
    if have is None or any(cue("gladly").has(w) or w == "," for w in words[modal:have]):
        return False
    return words[have + 1].endswith(endings("participle-endings"))
