"""What a report may be asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from screen.model.papers import Papers
from screen.wording.rules import Naming, as_named


def _no_papers() -> Iterator[Papers]:
    return iter(())


@dataclass(frozen=True, slots=True)
class Options:
    """How a ranking is to be shown; none of it changes a level."""

    language: str = "da"
    """da or en."""
    top: int | None = None
    """Rows to show in a shortened table, applicants with a page of their own in a shortlist; `None`: everyone.
    Whole reports (JSON) are never cut."""
    width: int | None = None
    """Columns at hand; `None`: as wide as the longest row, for pipes and files, where nothing may be cut."""
    new: frozenset[str] = frozenset()
    """Ids of the applicants to be marked as new, on a terminal only: a result is the same for the same files."""
    unicode: bool = True
    """Whether bars may use block characters."""
    applicant: str | None = None
    """Id of the only applicant to show; `None` all."""
    applicants: tuple[str, ...] = ()
    """Ids of those to hold against each other, in that order."""
    annex: bool = False
    """A shortened table is followed by everyone else."""
    blind: bool = False
    """The ranking was made blind: the report says so."""
    naming: Naming = as_named
    """What groups and entries of the criteria are called."""
    papers: Callable[[], Iterator[Papers]] = field(default=_no_papers)
    """The masked documents, one applicant at a time, for reports that show them."""
