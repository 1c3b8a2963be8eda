"""A mention among the words of its statement."""

from __future__ import annotations

from dataclasses import dataclass

from screen.grammar._clauses import Clause, third_subject


@dataclass(frozen=True, slots=True)
class View:
    """A mention among the words of its statement."""

    words: tuple[str, ...]
    first: int
    """Index of the mention's first word."""
    after: int
    """Index behind its last word."""
    clause: Clause
    all: tuple[Clause, ...]

    def anothers(self, clause: Clause) -> bool:
        """Whether somebody else is a clause's subject."""
        return third_subject(self.words, clause, None if clause.outer is None else self.all[clause.outer])

    def around(self) -> tuple[Clause, ...]:
        """The mention's clause and those that it belongs to, from the inside out."""
        out = [self.clause]
        while out[-1].outer is not None:
            out.append(self.all[out[-1].outer])
        return tuple(out)
