"""All applicants together: each entry, set and rule with what it met, and what is worth a second look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from screen.model.criteria import LEVELS, Criteria, Entry, EntryKind
from screen.model.errors import Fact, Notice
from screen.model.finding import Evidence
from screen.trial._asked import Asked
from screen.trial._glance import Glance, Met, Uncovered

MANY = 8
"""Mentions from where the share of one word form tells something."""
DOMINATES = 0.7
"""Share of an entry's mentions from where one word form is nearly all of it."""
SOME = 3
"""Mentions of a word form from where its being set aside tells something."""
MOSTLY = 0.6
"""Share of those that are set aside."""
NEARLY_ALL = 0.9
"""Share of the applicants from where an entry tells nobody apart."""
NOT_THE_WORD = frozenset({"hidden", "posting", "keyword-list"})
"""Reasons that are the applicant's doing: they tell nothing of the word."""
CROWD = 6
"""Applicants from where that can be said."""


@dataclass(frozen=True, slots=True)
class FormTold:
    """A word form of an entry in all applications."""

    form: str
    count: int
    aside: int
    why: str | None
    """The most frequent reason; a code."""
    meant: int
    """Of those that are set aside, how many for what their sentence says, not for how the application is made."""
    compound: bool
    quote: Evidence


@dataclass(frozen=True, slots=True)
class EntryTold:
    """A vocabulary entry."""

    kind: EntryKind
    name: str
    own: bool
    """It is written, or added to, in the criteria file."""
    applicants: int
    """Who have a mention that counts."""
    count: int
    aside: int
    forms: tuple[FormTold, ...]
    """The most frequent first."""
    doubts: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class SetTold:
    """A position set."""

    name: str
    applicants: int
    positions: int
    quotes: tuple[Evidence, ...]
    doubts: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class RuleTold:
    """A requirement's rule."""

    requirement: str
    level: str
    holds: int
    """Applicants for whom it holds, whichever rule decides."""
    decides: int
    """Those whose level it is."""
    lacking: tuple[tuple[str, int], ...]
    """"signal.ask" that was not met → by how many applicants, of those closest to the rule; the commonest first."""
    doubts: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class OutsideTold:
    """Positions that no set covers, by title or by employer."""

    text: str
    count: int
    quote: Evidence


@dataclass(frozen=True, slots=True)
class Trial:
    """A criteria file tried on the applications of a folder."""

    file: str
    applicants: int
    entries: tuple[EntryTold, ...]
    sets: tuple[SetTold, ...]
    rules: tuple[RuleTold, ...]
    titles: tuple[OutsideTold, ...]
    employers: tuple[OutsideTold, ...]

    @property
    def doubts(self) -> tuple[Notice, ...]:
        """Everything that is worth a second look, the most suspicious first."""
        told = [d for part in (self.entries, self.sets, self.rules) for one in part for d in one.doubts]
        return tuple(sorted(_together(told), key=lambda d: DOUBTS.index(d.code)))


DOUBTS = (
    "try-set-empty",
    "try-entry-nothing",
    "try-entry-only-aside",
    "try-rule-unreached",
    "try-form-aside",
    "try-form-dominates",
    "try-entry-everyone",
)
"""Codes of doubts, the most suspicious first."""


def _together(doubts: Iterable[Notice]) -> Iterator[Notice]:
    """One doubt for the same word form of several entries."""
    same: dict[tuple[object, ...], list[Notice]] = {}
    for doubt in doubts:
        facts = dict(doubt.facts)
        key = (facts.get("section"), facts["form"], facts["count"]) if "form" in facts else doubt
        same.setdefault((doubt.code, key), []).append(doubt)
    for found in same.values():
        names = ", ".join(str(dict(d.facts)["name"]) for d in found if "name" in dict(d.facts))
        facts = dict(found[0].facts)
        yield Notice.of(found[0].code, **{**facts, "name": names}) if len(found) > 1 else found[0]


def gathered(criteria: Criteria, asked: Asked, glances: Sequence[Glance]) -> Trial:
    """What everybody's papers show together, in an order of its own."""
    glances = sorted(glances, key=lambda g: g.id)
    entries = [_entry(e, e in asked.own, glances) for e in asked.entries]
    return Trial(
        file=criteria.file,
        applicants=len(glances),
        entries=tuple(sorted(entries, key=_suspicion)),
        sets=tuple(sorted((_set(s.name, glances) for s in criteria.sets), key=_suspicion)),
        rules=tuple(sorted(_rules(criteria, glances), key=_suspicion)),
        titles=_outside((u.title, u) for g in glances for u in g.outside),
        employers=_outside((u.employer, u) for u in _elsewhere(glances)),
    )


def _suspicion(told: EntryTold | SetTold | RuleTold) -> int:
    return min((DOUBTS.index(d.code) for d in told.doubts), default=len(DOUBTS))


def _entry(entry: Entry, own: bool, glances: Sequence[Glance]) -> EntryTold:
    key = (entry.kind, entry.name)
    met = [found for g in glances if (found := g.met.get(key))]
    forms = _forms(met)
    count, aside = sum(f.count for f in forms), sum(f.aside for f in forms)
    having = sum(any(m.count > m.aside.total() for m in found.values()) for found in met)
    doubts = tuple(_doubts(entry, forms, having, len(glances)))
    return EntryTold(entry.kind, entry.name, own, having, count, aside, forms, doubts)


def _forms(met: Iterable[Mapping[str, Met]]) -> tuple[FormTold, ...]:
    together: dict[str, list[Met]] = {}
    for found in met:
        for form, one in found.items():
            together.setdefault(form, []).append(one)
    return tuple(sorted((_form(f, ms) for f, ms in together.items()), key=lambda f: (-f.count, f.form)))


def _form(form: str, met: Sequence[Met]) -> FormTold:
    why: Counter[str] = sum((m.aside for m in met), Counter())
    best = next((m for m in met if m.count > m.aside.total()), met[0])
    common = min(why, key=lambda code: (-why[code], code), default=None)
    assert best.quote is not None
    meant = sum(times for code, times in why.items() if code not in NOT_THE_WORD)
    compound = all(m.compound for m in met)
    return FormTold(form, sum(m.count for m in met), why.total(), common, meant, compound, best.quote)


def _doubts(entry: Entry, forms: Sequence[FormTold], having: int, applicants: int) -> Iterator[Notice]:
    facts: dict[str, Fact] = {"section": entry.kind, "name": entry.name}
    count, aside = sum(f.count for f in forms), sum(f.aside for f in forms)
    if not count:
        yield Notice.of("try-entry-nothing", **facts)
        return
    if aside == count:
        yield Notice.of("try-entry-only-aside", count=count, **facts)
        return
    for form in forms:
        if form.count >= SOME and form.meant >= MOSTLY * form.count:
            told: dict[str, Fact] = {"form": form.form, "aside": form.aside, "count": form.count, "why": form.why or ""}
            yield Notice.of("try-form-aside", **told, **facts)
    # With a single word there is no other that could have been met.
    words = sum(map(len, entry.words.values())) + len(entry.exact)
    if count >= MANY and forms[0].count >= DOMINATES * count and (words > 1 or forms[0].compound):
        share = round(100 * forms[0].count / count)
        yield Notice.of("try-form-dominates", form=forms[0].form, share=share, count=count, **facts)
    if entry.kind != "titles" and applicants >= CROWD and having >= NEARLY_ALL * applicants:
        yield Notice.of("try-entry-everyone", having=having, applicants=applicants, **facts)


def _set(name: str, glances: Sequence[Glance]) -> SetTold:
    found = [g.sets[name] for g in glances if g.sets[name]]
    doubts = () if found else (Notice.of("try-set-empty", name=name),)
    return SetTold(name, len(found), sum(map(len, found)), tuple(quotes[0] for quotes in found), doubts)


def _rules(criteria: Criteria, glances: Sequence[Glance]) -> Iterator[RuleTold]:
    for requirement in criteria.requirements:
        for rule in requirement.rules:
            key = (requirement.id, rule.level)
            holds = sum(key in g.holds for g in glances)
            decides = sum(g.levels[requirement.id] == LEVELS[rule.level] for g in glances)
            lacks = [g.lacks[key] for g in glances if key in g.lacks]
            least = min(map(len, lacks), default=0)
            lacking = Counter(name for names in lacks if len(names) == least for name in names)
            common = tuple(sorted(lacking.items(), key=lambda pair: (-pair[1], pair[0])))
            told: dict[str, Fact] = {"requirement": requirement.label, "level": LEVELS[rule.level]}
            doubts = () if holds else (Notice.of("try-rule-unreached", missing=_named(common), **told),)
            yield RuleTold(requirement.id, rule.level, holds, decides, common, doubts)


def _named(lacking: Sequence[tuple[str, int]]) -> str:
    return ", ".join(name for name, _ in lacking)


def _elsewhere(glances: Sequence[Glance]) -> Iterator[Uncovered]:
    """Positions at employers of whose positions none is covered."""
    covered = frozenset[str]().union(*(g.covered for g in glances))
    for each in glances:
        yield from (u for u in each.outside if (u.employer or "").casefold() not in covered)


def _outside(named: Iterable[tuple[str | None, Uncovered]]) -> tuple[OutsideTold, ...]:
    together: dict[str, list[tuple[str, Uncovered]]] = {}
    for text, position in named:
        if text:
            together.setdefault(text.casefold(), []).append((text, position))
    told = (OutsideTold(found[0][0], len(found), found[0][1].quote) for found in together.values())
    return tuple(sorted(told, key=lambda o: (-o.count, o.text)))
