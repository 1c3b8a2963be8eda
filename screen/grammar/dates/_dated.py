"""What the date grammar finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from screen.model.cv import Month
from screen.model.text import Span


@dataclass(frozen=True, slots=True)
class Dated:
    """A run of text that tells a time."""

    span: Span
    kind: Literal["period", "point", "duration"]
    first: Month | None
    """The period's start, or the point; None for a duration, and where only an end is told ("til 2019")."""
    last: Month | None
    """The period's end; None for a point, a duration or a running period."""
    running: bool
    """The period goes on: "– nu", "siden 2019", nothing behind the dash."""
    months: int | None = None
    """A duration's length ("i syv år" is 84), also where it stands behind a period: "(7 år)"."""
    doubt: str | None = None
    """A code where the text is unclear: reversed (the end is before the start; they are told in order of time),
    two-digit (a year of two digits), ambiguous (it may be read in another way: "2008-12", "2009 – Direktør",
    "fra 2012", "på to år")."""
