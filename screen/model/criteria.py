"""A posting's requirements, typed: what to look for and which rule gives which level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

EntryKind = Literal["titles", "places", "topics", "credentials"]
LevelName = Literal["peripheral", "partial", "solid", "strong"]
LEVELS: Mapping[LevelName, int] = {"peripheral": 1, "partial": 2, "solid": 3, "strong": 4}
"""The scale; no rule that holds is level 0."""
POINTS_PER_LEVEL = 25
"""score = 25 × level, so that the highest level is 100."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A named group of words that mean the same, with how they behave."""

    kind: EntryKind
    name: str
    words: Mapping[str, tuple[str, ...]]
    """Language (da, nb, sv, en) → words or phrases; `…` in a phrase stands for one to four free words."""
    exclude: tuple[str, ...] = ()
    """`not:` words that look alike and are something else; a leading `*` excludes every word that ends so."""
    include: tuple[str, ...] = ()
    """Names of entries of the same kind whose words belong here too."""
    definite: Literal["other-person", "own"] = "own"
    """Whose a definite form is ("kommunaldirektøren"); titles default to other-person."""
    support: Literal["other", "own"] = "own"
    """Whether "bistand til", "sekretær for" before it make it somebody else's; titles default to other."""
    exact: tuple[str, ...] = ()
    """Words that are met only in this very case ("KL", "BUM")."""
    subject: Literal["other-person", "own"] = "own"
    """Whose it is where the named themselves act or are described ("byrådet har 19 medlemmer")."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Entries by kind and name, from a criteria file or a packaged file."""

    entries: tuple[Entry, ...] = ()

    def get(self, kind: EntryKind, name: str) -> Entry | None:
        """The entry of that kind and name."""
        return next((e for e in self.entries if e.kind == kind and e.name == name), None)


@dataclass(frozen=True, slots=True)
class Staff:
    """A demand on the number of the employer's employees."""

    at_least: int | None = None
    at_most: int | None = None
    unknown: Literal["included", "excluded"] = "excluded"


@dataclass(frozen=True, slots=True)
class PositionFilter:
    """One description of positions: everything that it names must hold; empty tuples ask nothing."""

    titles: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    """Each position needs a mention, its own and not set aside, of one of these."""
    staff: Staff | None = None
    acting: Literal["included", "excluded", "only"] = "included"
    roles: tuple[str, ...] = ("job",)
    not_titles: tuple[str, ...] = ()
    not_places: tuple[str, ...] = ()
    not_topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PositionSet:
    """Named positions: those that meet any of the filters."""

    name: str
    filters: tuple[PositionFilter, ...]


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing to find out about an applicant."""

    name: str
    kind: str
    """tenure, mention, number, change, credential: a member of `screen.signals`."""
    parameters: Any
    """The kind's own frozen parameters object."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One minimum that a finding must meet (`ended_within`: a maximum)."""

    what: str
    """years, ended_within, recent, found, count, value, held, in_progress, partial, applied, grade, since."""
    value: float | bool | tuple[float, float]
    """`recent` is (years, of_last), both in years; a bare name is True."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What a rule asks of one signal: all of it."""

    signal: str
    asks: tuple[Ask, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """Alternatives, each a list of conditions that must all hold."""

    level: LevelName
    alternatives: tuple[tuple[Condition, ...], ...]


@dataclass(frozen=True, slots=True)
class Requirement:
    """One requirement of the posting."""

    id: str
    label: str
    source: str
    """The posting's own words."""
    weight: float
    """> 0; only the proportions matter."""
    must_have: LevelName | None
    """The level at which a must-have is met; `None`: no must-have."""
    signals: tuple[Signal, ...]
    rules: tuple[Rule, ...]
    """From strong to peripheral; the first that holds decides."""
    ask: str | None = None
    """What to ask at the interview."""


@dataclass(frozen=True, slots=True)
class Posting:
    """The post that is to be filled."""

    title: str
    organisation: str
    deadline: date | None
    language: str
    text: str | None
    """Path of the posting's text, relative to the criteria file."""


@dataclass(frozen=True, slots=True)
class Criteria:
    """A checked criteria file."""

    file: str
    sha256: str
    posting: Posting
    vocabulary: Vocabulary
    """Packaged (`use:`) and own entries, merged."""
    sets: tuple[PositionSet, ...]
    requirements: tuple[Requirement, ...]
    use: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)

    def set_named(self, name: str) -> PositionSet:
        """The position set of that name.

        Raises:
            KeyError: there is none; a checked file never asks for one.
        """
        return {s.name: s for s in self.sets}[name]
