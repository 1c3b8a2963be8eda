"""One applicant as the author of a criteria file sees them: what each entry, set and rule met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from screen.grammar.mentions import Mention
from screen.model.criteria import Condition, Criteria, Entry, EntryKind, Requirement
from screen.model.cv import CV, Passage, Position
from screen.model.finding import Evidence, Finding, Mark, cite
from screen.model.text import Span
from screen.score import got, mark
from screen.signals import KINDS, Context, Reading, Spoken, headings, members, read, window

LONGEST_FORM = 60
"""Characters of a word form: a phrase with free words in it is cut."""
Names = tuple[EntryKind, str]
"""An entry."""
RuleKey = tuple[str, str]
"""Id of a requirement, and a level."""


@dataclass(slots=True)
class Met:
    """A word form of an entry, and where it stands."""

    count: int = 0
    """Sentences, bullets or positions, those that are set aside among them."""
    compound: bool = False
    """It is no form of the word itself."""
    aside: Counter[str] = field(default_factory=Counter)
    """Why it did not count → how often."""
    quote: Evidence | None = None
    """The first that counts, else the first."""


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A position that is in no set."""

    title: str | None
    employer: str | None
    quote: Evidence


@dataclass(frozen=True, slots=True)
class Glance:
    """One applicant's application."""

    id: str
    name: str | None
    met: Mapping[Names, Mapping[str, Met]]
    """Entry → word form in small letters → where it stands."""
    sets: Mapping[str, tuple[Evidence, ...]]
    """Position set → its members' headings."""
    outside: tuple[Uncovered, ...]
    """Jobs in no set; none where there are no sets."""
    covered: frozenset[str]
    """Employers, in small letters, of positions in some set."""
    levels: Mapping[str, int]
    """Requirement → level."""
    holds: frozenset[RuleKey]
    """Rules that hold, the one that decided and those below it among them."""
    lacks: Mapping[RuleKey, frozenset[str]]
    """Rule that does not hold → what it asks and does not get, as "signal.ask"."""


def glance(cv: CV, criteria: Criteria, context: Context, asked: Iterable[Entry]) -> Glance:
    """What the applicant's papers show of the criteria.

    Args:
        cv: The applicant.
        criteria: What is tried.
        context: The case.
        asked: The entries to tell of.
    """
    own = replace(context, cache={})
    marks = [_marked(cv, r, own) for r in criteria.requirements]
    reading = read(cv, own)
    sets = {s.name: members(reading, s.name) for s in criteria.sets}
    inside = frozenset[int]().union(*sets.values())
    rules = [(m, rule) for m in marks for rule in m.requirement.rules]
    missing = {(m.requirement.id, rule.level): _missing(rule.alternatives, m.findings) for m, rule in rules}
    return Glance(
        id=cv.application.id,
        name=cv.application.name,
        met={(e.kind, e.name): found for e in asked if (found := _met(reading, e))},
        sets={name: tuple(_heading(reading, at) for at in sorted(found)) for name, found in sets.items()},
        outside=tuple(_outside(reading, inside)) if sets else (),
        covered=frozenset((cv.positions[at].employer or "").casefold() for at in inside),
        levels={m.requirement.id: m.level for m in marks},
        holds=frozenset(key for key, lacking in missing.items() if not lacking),
        lacks={key: lacking for key, lacking in missing.items() if lacking},
    )


def _marked(cv: CV, requirement: Requirement, context: Context) -> Mark:
    found: list[Finding] = [KINDS[s.kind].find(cv, s.name, s.parameters, context) for s in requirement.signals]
    return mark(requirement, found)


def _missing(alternatives: Iterable[Iterable[Condition]], findings: Iterable[Finding]) -> frozenset[str]:
    """What the alternative that is closest does not get; nothing where the rule holds."""
    found = {f.signal: f for f in findings}
    lacking = [
        frozenset(f"{c.signal}.{a.what}" for c in alternative for a in c.asks if got(a, found[c.signal]) < 1)
        for alternative in alternatives
    ]
    return min(lacking, key=lambda names: (len(names), sorted(names)), default=frozenset())


def _met(reading: Reading, entry: Entry) -> dict[str, Met]:
    """The entry's word forms: of titles and places in positions, of all else in sentences."""
    forms: dict[str, Met] = {}
    seen = _in_positions(reading, entry) if entry.kind in ("titles", "places") else _in_sentences(reading, entry)
    for form, compound, why, quote in seen:
        met = forms.setdefault(form, Met(compound=compound))
        met.count += 1
        met.compound = met.compound and compound
        if why:
            met.aside[why] += 1
        if met.quote is None or (met.aside.total() == met.count - 1 and not why):
            met.quote = quote()
    return forms


Seen = Iterator[tuple[str, bool, str | None, Callable[[], Evidence]]]
"""Form, whether it is no form of the word itself, why it does not count, and its quote, made where it is shown."""


def _in_sentences(reading: Reading, entry: Entry) -> Seen:
    for spoken, mentions in reading.about([entry.name], entry.kind):
        text = spoken.scene.text
        for m in mentions:
            why = reading.why_not(spoken, m)
            yield _form(text, m), m.form != "exact", why, partial(_sentence, reading, spoken, m)


def _in_positions(reading: Reading, entry: Entry) -> Seen:
    for at, position in enumerate(reading.cv.positions):
        found = next(_named(reading, position, entry), None)
        if found is not None:
            text, mention = found
            yield _form(text, mention), mention.form != "exact", None, partial(_heading, reading, at)


def _named(reading: Reading, position: Position, entry: Entry) -> Iterator[tuple[str, Mention]]:
    heading = (p.span.of(reading.cv.texts[p.path]) for p in position.heading)
    texts = (position.title or "",) if entry.kind == "titles" else (position.employer or "", *heading)
    for text in filter(None, texts):
        for mention in reading.named(text, position, entry.kind):
            if mention.entry == entry.name:
                yield text, mention


def _sentence(reading: Reading, spoken: Spoken, mention: Mention) -> Evidence:
    return cite(reading.cv, window(spoken, (mention,)), "topic")


def _heading(reading: Reading, at: int) -> Evidence:
    """A position's heading; of one without, the first that is said of it, or where the documents begin."""
    return reading.context.once(("heading", at), lambda: _head(reading, at))


def _head(reading: Reading, at: int) -> Evidence:
    position = reading.cv.positions[at]
    if position.heading:
        return headings(reading.cv, position)[0]
    said = (s.statement.passage for s in reading.spoken if s.statement.position == at)
    passage = next(said, position.period.passage if position.period else None)
    first = reading.cv.application.documents[0].document
    return cite(reading.cv, passage or Passage(first.path, Span(0, 0)), "heading")


def _form(text: str, mention: Mention) -> str:
    form = " ".join(mention.span.of(text).split()).casefold()
    return form if len(form) <= LONGEST_FORM else f"{form[: LONGEST_FORM - 1]}…"


def _outside(reading: Reading, inside: frozenset[int]) -> Iterator[Uncovered]:
    for at, position in enumerate(reading.cv.positions):
        if at not in inside and position.role == "job":
            yield Uncovered(position.title, position.employer, _heading(reading, at))
