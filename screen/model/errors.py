"""Expected errors, notices and problems: codes with facts; `wording` alone makes sentences of them."""

from __future__ import annotations

from dataclasses import dataclass

Fact = str | int | float


def _pairs(facts: dict[str, Fact]) -> tuple[tuple[str, Fact], ...]:
    return tuple(sorted(facts.items()))


class ScreenError(Exception):
    """An error that the user can mend; told as one line, never with a traceback."""

    def __init__(self, code: str, **facts: Fact) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts


class Unreadable(ScreenError):  # noqa: N818 the house name
    """A reader cannot read this file; `intake` and `pipeline` make a `Problem` of it."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that the reader of a result should know about an application."""

    code: str
    """Key in the wording catalogue, such as `undated-position`."""
    facts: tuple[tuple[str, Fact], ...] = ()
    """What the sentence fills in, sorted by name."""

    @classmethod
    def of(cls, code: str, **facts: Fact) -> Notice:
        """A notice with its facts in canonical order."""
        return cls(code, _pairs(facts))


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that could not be read, and why."""

    path: str
    """Relative to the folder of the case, `/` as separator."""
    code: str
    """Key in the wording catalogue, such as `encrypted`."""
    facts: tuple[tuple[str, Fact], ...] = ()
    """What the sentence fills in, sorted by name."""

    @classmethod
    def of(cls, path: str, code: str, **facts: Fact) -> Problem:
        """A problem with its facts in canonical order."""
        return cls(path, code, _pairs(facts))
