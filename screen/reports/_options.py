"""What a report may be asked for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """How a ranking is to be shown; none of it changes a level."""

    language: str = "da"
    """da or en."""
    top: int | None = None
    """Rows to show in a shortened table; whole reports (JSON) are never cut."""
    width: int | None = None
    """Columns at hand; `None`: as wide as the longest row, for pipes and files, where nothing may be cut."""
    unicode: bool = True
    """Whether bars may use block characters."""
    applicant: str | None = None
    """Id of the only applicant to show; `None` all."""
