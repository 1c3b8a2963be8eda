"""Which entries are worth telling of: those that sets and signals name, and the file's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from screen.lexicon import packaged
from screen.model.criteria import Criteria, Entry, EntryKind, Signal, Vocabulary
from screen.model.vocabulary import KINDS, merge


@dataclass(frozen=True, slots=True)
class Asked:
    """Entries of a criteria file."""

    entries: tuple[Entry, ...]
    """Those that are tried, section by section."""
    own: tuple[Entry, ...]
    """Of them those that the file itself writes or adds to."""


def asked_of(criteria: Criteria) -> Asked:
    """The entries that a trial tells of: a packaged vocabulary has hundreds, and a posting asks for a few."""
    brought = merge(packaged(name) for name in criteria.use)
    named = {*_in_sets(criteria), *(n for r in criteria.requirements for s in r.signals for n in _in_signal(s))}
    every = criteria.vocabulary.entries
    own = tuple(e for e in every if _is_own(e, brought))
    entries = [e for e in every if (e.kind, e.name) in named or e in own]
    return Asked(tuple(sorted(entries, key=lambda e: KINDS.index(e.kind))), own)


_SETS = ("tenure", "in_")
"""Parameters that name position sets."""


def _is_own(entry: Entry, brought: Vocabulary) -> bool:
    return brought.get(entry.kind, entry.name) != entry


def _in_sets(criteria: Criteria) -> Iterator[tuple[EntryKind, str]]:
    for asked in (f for s in criteria.sets for f in s.filters):
        yield from _pairs("titles", (*asked.titles, *asked.not_titles))
        yield from _pairs("places", (*asked.places, *asked.not_places))
        yield from _pairs("topics", (*asked.topics, *asked.not_topics))


def _in_signal(signal: Signal) -> Iterator[tuple[EntryKind, str]]:
    """The names in a signal's parameters: credentials under a key called so, topics under all others."""
    for field, value in signal.parameters:
        if field in _SETS:
            continue
        names = value if isinstance(value, tuple) else (value,)
        if field == "credential":
            yield from _pairs("credentials", names)
        else:
            yield from _pairs("topics", (n for n in names if isinstance(n, str)))


def _pairs(kind: EntryKind, names: Iterable[str]) -> Iterator[tuple[EntryKind, str]]:
    return ((kind, name) for name in names)
