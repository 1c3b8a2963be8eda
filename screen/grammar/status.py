"""Whose a mention is: the writer's own, wished for, negated, somebody else's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

from screen.grammar import _denial, _others, _remote, _served
from screen.grammar._clauses import Clause, antecedent_is_person, clauses
from screen.grammar._cues import cue, endings
from screen.grammar._people import named
from screen.grammar._quoted import quotes
from screen.grammar._somebody import NAMES, finite
from screen.grammar._view import View
from screen.grammar._voice import WRITER, anybody, voiced
from screen.grammar._wishes import conditional, wish
from screen.grammar.mentions import Mention
from screen.grammar.tokens import Token
from screen.model.criteria import Entry
from screen.model.cv import Statement
from screen.model.text import Span

Status = Literal["own", "wish", "negation", "other-person", "conditional", "keyword-list", "course", "doubtful"]
_YOU = "you"
"""What a Danish letter's "I" is read as."""
_SOON = 4
"""Words within which an infinitive follows its auxiliary, or a noun of learning its subject."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Where mentions stand: one statement of a document, tokenized once."""

    text: str
    """The reading copy of the whole document."""
    tokens: tuple[Token, ...]
    """Those of the statement."""
    statement: Statement
    heard: list[tuple[tuple[str, ...], tuple[Clause, ...]]] = field(default_factory=list, compare=False, repr=False)
    """Its words and clauses once they were asked for: a statement has several mentions."""


def status(scene: Scene, mention: Mention, entry: Entry) -> Status:
    """Whose one mention is, decided by its clause; `own` documents, any other value is set aside under its name."""
    statement = scene.statement
    if statement.keywords:
        return "keyword-list"
    if mention.kind == "places":
        return "own"
    if statement.section == "references":
        return "other-person"
    view = _view(scene, mention)
    if view is None:
        return "doubtful"
    if mention.kind != "credentials" and _quoted(scene, mention.span):
        return "course" if _course(view) else "doubtful"
    found = _title(view, mention, entry) if mention.kind == "titles" and statement.heading else None
    found = found or _verdict(view, statement, mention, entry)
    return "doubtful" if found == "own" and mention.form == "fuzzy" else found


def learnt(scene: Scene, mention: Mention) -> bool:
    """Whether a course or the like is told that the writer took ("tog et kursus i X"), not one that she gave."""
    view = _view(scene, mention)
    if view is None:
        return False
    if not _course(view) and not any(cue("course").has(word) for word in view.words[view.first : view.after]):
        return False
    before = view.words[view.clause.start : view.first]
    if any(cue("teaching").has(word) for word in before):
        return False
    return not any(finite(w) and not cue("attending").has(w) and not cue("course").has(w) for w in before)


def first_person(scene: Scene) -> bool:
    """Whether the statement says "I"."""
    return any(cue("first-subject").has(_word(scene, at)) for at in range(len(scene.tokens)))


def _view(scene: Scene, mention: Mention) -> View | None:
    inside = [i for i, t in enumerate(scene.tokens) if t.span.meets(mention.span)]
    if not inside:
        return None
    if not scene.heard:
        told = named(scene.text, scene.tokens, tuple(_word(scene, i) for i in range(len(scene.tokens))))
        words = voiced(scene.text, scene.tokens, told)
        scene.heard.append((words, _clauses(words)))
    words, found = scene.heard[0]
    clause = next((c for c in found if c.start <= inside[0] < c.stop), Clause(0, len(words), "main", None))
    return View(words, inside[0], inside[-1] + 1, clause, found)


def _quoted(scene: Scene, span: Span) -> bool:
    """Whether it stands in quotation marks: part of a name, or of what somebody said."""
    start, stop = scene.tokens[0].span.start, scene.tokens[-1].span.end
    inside = quotes(scene.text[start:stop])
    return any(q.start <= span.start - start and span.end - start <= q.end for q in inside)


@lru_cache(maxsize=64)
def _clauses(words: tuple[str, ...]) -> tuple[Clause, ...]:
    """A statement's clauses; its mentions are asked for one after another."""
    return clauses(words)


def _word(scene: Scene, at: int) -> str:
    """A token's word; a capital I stays one where it is English, and in a letter may be Danish for "you"."""
    token = scene.tokens[at]
    if token.raw != "I" or at + 1 >= len(scene.tokens):
        return token.word
    following = scene.tokens[at + 1].word
    if cue("english-verbs").has(following) or following.endswith(endings("english-past")):
        return WRITER
    before = scene.tokens[at - 1].word if at else ""
    spoken_to = scene.statement.letter and (cue("finite").has(following) or cue("finite").has(before))
    return _YOU if spoken_to else token.word


def _title(view: View, mention: Mention, entry: Entry) -> Status | None:
    """In a position's own heading a title that opens it is the holder's, whatever its form."""
    if _remote.for_a_day(view.words, view.after):
        return "doubtful"
    opens = all(not cue("prepositions").has(w) for w in view.words[: view.first])
    if opens and not view.words[view.after - 1].endswith("s"):
        return "own"
    return "other-person" if entry.support == "other" and (mention.definite or not opens) else None


def _verdict(view: View, statement: Statement, mention: Mention, entry: Entry) -> Status:
    if _denial.disclaimed(view.words, view.first):
        return "negation"
    if conditional(view):
        return "conditional"
    if wish(view, statement):
        return "wish"
    if _denial.denied(view.words, view.first, view.after, view.clause):
        return "negation"
    if mention.kind == "credentials":
        return "own"
    if _unlike(view, mention, entry):
        return "doubtful"
    if _anothers(view, mention, entry):
        return "other-person"
    if entry.subject == "other-person" and _served.told_of_them(view):
        return "other-person"
    if _course(view):
        return "course"
    if _denial.scant(view.words, view.first, view.after, view.clause):
        return "doubtful"
    return "own"


def _unlike(view: View, mention: Mention, entry: Entry) -> bool:
    """Compared with, played or followed: near the writer, and not done."""
    words, clause = view.words, view.clause
    role = mention.kind == "titles" or entry.support == "other"
    return (
        (role and _remote.compared(words, view.first, clause))
        or _remote.played(words, view.first, view.after, view.around())
        or _remote.followed(words, view.first, clause)
    )


def _told(view: View) -> Clause:
    """The mention's clause; after a colon, what is said of it: "Regnskab: udføres af revisor"."""
    clause = view.clause
    at = view.all.index(clause) + 1 if clause in view.all else len(view.all)
    if at < len(view.all) and view.words[clause.stop - 1] == ":":
        return replace(clause, stop=view.all[at].stop)
    return clause


def _noun(words: Sequence[str], start: int) -> int:
    """The word that a relative clause is about."""
    at = start - 1
    while at > 0 and not words[at].isalpha():
        at -= 1
    return at


def _anothers(view: View, mention: Mention, entry: Entry) -> bool:
    words, clause = view.words, view.clause
    if view.anothers(clause) or _others.introduced(words, view.first):
        return True
    relative = clause.kind == "relative" and not any(
        cue("first-subject").has(w) for w in words[clause.start : clause.stop]
    )
    if relative and (antecedent_is_person(words, clause.start) or anybody(words, _noun(words, clause.start))):
        return True
    if mention.definite and entry.definite == "other-person":
        return True
    if mention.kind == "titles" and view.after < len(words) and words[view.after] in NAMES:
        return True
    if _others.placed_elsewhere(words, view.first, view.after, _told(view)):
        return True
    if _others.owned(words, view.after, clause) or _others.not_mine(words, view.after):
        return True
    if entry.support == "other" and _others.supported(words, view.first, clause):
        return True
    return mention.kind == "titles" and not _others.became(words, view.first, clause)


def _course(view: View) -> bool:
    """A noun of learning, then "i" or "om" or a colon, then the mention."""
    words, start = view.words, view.clause.start
    if start >= 2 and words[start - 1] in (":", "(", "–"):
        start = max(0, start - _SOON)
    at = cue("course").last(words, start, view.first)
    if at is None or view.first - at > _SOON + 2 or _goes_on(words, at, view.first):
        return False
    return any(cue("course-link").has(w) for w in words[at + 1 : view.first]) or cue("course").length(words, at) > 1


def _goes_on(words: Sequence[str], start: int, stop: int) -> bool:
    """Whether another predicate begins between: "begyndte som elev og sluttede som chef"."""
    known = any(cue("finite").has(w) for w in words[start:stop])
    return known or any(cue("and").has(words[i]) and finite(words[i + 1]) for i in range(start, stop - 1))
