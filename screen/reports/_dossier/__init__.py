"""A shortlist in words: what every format that is read by a committee tells, made once for all of them."""

from screen.reports._dossier._build import dossier
from screen.reports._dossier._parts import (
    Alternative,
    Cell,
    Dossier,
    Fact,
    FileLine,
    Job,
    Level,
    Person,
    Quote,
    Row,
    Verdict,
    Want,
)

__all__ = [
    "Alternative",
    "Cell",
    "Dossier",
    "Fact",
    "FileLine",
    "Job",
    "Level",
    "Person",
    "Quote",
    "Row",
    "Verdict",
    "Want",
    "dossier",
]
