"""What every warning is handed, and what it gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from screen.criteria._cursor import At
from screen.criteria._names import Case
from screen.model.criteria import Criteria, Entry, Requirement
from screen.model.errors import Fact
from screen.model.vocabulary import KINDS


@dataclass(frozen=True, slots=True)
class Checked:
    """A file without mistakes."""

    case: Case
    """Where everything stands."""
    criteria: Criteria
    """What it means."""
    posting: str | None
    """The posting's text, where the file names one that can be read."""

    @property
    def root(self) -> At:
        """The file as it was written."""
        return self.case.root

    def requirements(self) -> Iterator[tuple[At, Requirement]]:
        """Each requirement, where it stands and what it means."""
        yield from zip(self.root.get("requirements").each(), self.criteria.requirements, strict=True)

    def own_words(self) -> Iterator[tuple[Entry, At, str]]:
        """Every word that the file itself has under `words`: its entry, place and text."""
        for kind in KINDS:
            for at in self.root.get("vocabulary").get(kind).items():
                entry = self.criteria.vocabulary.get(kind, at.name)
                listed = at.get("words") if isinstance(at.value, dict) else at
                parts = listed.items() if isinstance(listed.value, dict) else (listed,)
                if entry is not None:
                    yield from ((entry, place, word) for part in parts for word, place in part.words())


@dataclass(frozen=True, slots=True)
class Warned:
    """Something that is probably not meant."""

    at: At
    code: str
    """Key in the wording catalogue."""
    facts: Mapping[str, Fact] = field(default_factory=dict)
    key: bool = False
    """It is told at the part's key."""
