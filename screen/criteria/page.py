"""Criteria as a page that a hiring committee reads: plain blocks, which the outputs set in type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from screen.criteria._blocks import Block
from screen.criteria._page_text import html, markdown
from screen.lexicon import packaged
from screen.model.criteria import LEVELS, Criteria, Entry, EntryKind, Requirement, Rule, Signal
from screen.model.vocabulary import KINDS, merge
from screen.wording import day, number, one_line, say
from screen.wording import rules as told

__all__ = ["Block", "html", "markdown", "page"]

MOST_WORDS = 10
"""Words of an entry in the list of what words cover; the file has all."""


def page(criteria: Criteria, language: str) -> tuple[Block, ...]:
    """The whole page."""
    names = _Names(criteria, language)
    return (
        *_head(criteria, language),
        *(block for number_, r in enumerate(criteria.requirements, 1) for block in _requirement(number_, r, names)),
        *_glossary(names),
        Block("heading", say("page-how", language)),
        *(Block("text", say(f"page-how-{what}", language)) for what in ("levels", "score", "must", "counts")),
    )


def naming_of(criteria: Criteria, language: str) -> told.Naming:
    """What groups and entries are called, for whoever tells the rules elsewhere."""
    return _Names(criteria, language).naming


class _Names:
    """What groups and entries are called, and the words that they cover."""

    def __init__(self, criteria: Criteria, language: str) -> None:
        self.criteria = criteria
        self.language = language
        used = merge(packaged(name) for name in criteria.use)
        self._packaged = {(entry.kind, entry.name) for entry in used.entries}

    def entry(self, section: str, name: str) -> Entry | None:
        kind: EntryKind | None = next((k for k in KINDS if k == section), None)
        return self.criteria.vocabulary.get(kind, name) if kind else None

    def naming(self, section: str, name: str) -> str:
        """An author's own name as it is; a packaged entry, whose name is a code, by its first word."""
        entry = self.entry(section, name)
        words = self.words(section, name) if entry and (entry.kind, name) in self._packaged else ()
        if not words:
            return told.as_named(section, name)
        return say("words-etc", self.language, word=words[0]) if len(words) > 1 else words[0]

    def words(self, section: str, name: str) -> tuple[str, ...]:
        """The words of an entry; of one that only gathers others, theirs."""
        entry = self.entry(section, name)
        for _ in self.criteria.vocabulary.entries:
            if entry is None or entry.words or entry.exact or not entry.include:
                break
            entry = self.entry(section, entry.include[0])
        return (one_line(name),) if entry is None else told.words_of(entry, self.criteria.posting.language)


def _head(criteria: Criteria, language: str) -> Iterator[Block]:
    posting = criteria.posting
    yield Block("title", say("page-head", language, title=posting.title, organisation=posting.organisation))
    if posting.deadline:
        yield Block("text", say("page-deadline", language, date=day(posting.deadline, language)))
    yield Block("subheading", say("page-summary", language))
    for requirement in criteria.requirements:
        must = f"level-{LEVELS[requirement.must_have]}" if requirement.must_have else ""
        yield Block(
            "row",
            one_line(requirement.label),
            more=(_weight(criteria, requirement, language), say(must, language) if must else "–"),
        )


def _weight(criteria: Criteria, requirement: Requirement, language: str) -> str:
    share = 100 * requirement.weight / sum(r.weight for r in criteria.requirements)
    return f"{number(float(requirement.weight), language)} ({number(share, language, 0)} %)"


def _requirement(at: int, requirement: Requirement, names: _Names) -> Iterator[Block]:
    language = names.language
    yield Block("heading", f"{at}. {one_line(requirement.label)}")
    weight = say("page-weight", language, weight=_weight(names.criteria, requirement, language))
    must = say("page-no-must", language)
    if requirement.must_have:
        must = say("page-must", language, level=say(f"level-{LEVELS[requirement.must_have]}", language))
    yield Block("text", f"{weight} · {must}")
    yield Block("source", say("requirement-source", language, text=requirement.source))
    yield Block("subheading", say("page-levels", language))
    for rule in requirement.rules:
        yield _level(requirement, rule, names)
    none = say("page-level-none", language)
    yield Block("level", none, label=say("level-0", language), level=0)
    if requirement.ask:
        yield Block("ask", say("ask-interview", language, text=requirement.ask))


def _level(requirement: Requirement, rule: Rule, names: _Names) -> Block:
    first, *more = told.sentences(requirement, rule, names.language, names.naming)
    number_ = LEVELS[rule.level]
    return Block("level", first, say(f"level-{number_}", names.language), tuple(more), number_)


def _glossary(names: _Names) -> Iterator[Block]:
    """What the groups and entries that the rules speak of hold."""
    signals = list(_asked(names.criteria))
    groups = _groups(signals, names.criteria)
    if groups:
        yield Block("heading", say("page-groups", names.language))
    for name in groups:
        sentences = tuple(
            told.described(part, names.language, names.words, names.naming)
            for part in names.criteria.set_named(name).filters
        )
        yield Block("item", sentences[0], names.naming("positions", name), sentences[1:])
    yield from _entries(signals, groups, names)


def _asked(criteria: Criteria) -> Iterator[Signal]:
    """The signals that some rule names."""
    for requirement in criteria.requirements:
        named = {c.signal for rule in requirement.rules for alternative in rule.alternatives for c in alternative}
        yield from (signal for signal in requirement.signals if signal.name in named)


def _groups(signals: Sequence[Signal], criteria: Criteria) -> tuple[str, ...]:
    known = {s.name for s in criteria.sets}
    named = (n for signal in signals for p in ("tenure", "in_") for n in getattr(signal.parameters, p, ()))
    return tuple(dict.fromkeys(n for n in named if n in known))


def _entries(signals: Sequence[Signal], groups: Sequence[str], names: _Names) -> Iterator[Block]:
    parts = [part for group in groups for part in names.criteria.set_named(group).filters]
    topics = [t for s in signals for p in ("mention", "change", "near") for t in getattr(s.parameters, p, ())]
    topics += [t for part in parts for t in (*part.topics, *part.not_topics)]
    credentials = [c for s in signals for c in getattr(s.parameters, "credential", ())]
    pairs = dict.fromkeys((*(("topics", t) for t in topics), *(("credentials", c) for c in credentials)))
    if pairs:
        yield Block("heading", say("page-words", names.language))
    for section, name in pairs:
        words = names.words(section, name)
        listed = told.enumerated(words[:MOST_WORDS], len(words) > MOST_WORDS, names.language)
        yield Block("item", f"{listed}.", names.naming(section, name))
