"""What a reader understands of an application: positions, studies and statements. It never contains today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from screen.model.application import Application, Mask
from screen.model.errors import Notice
from screen.model.text import Span

Role = Literal["job", "board", "elected", "volunteer", "leave"]
SectionKind = Literal[
    "profile", "experience", "education", "courses", "results", "boards", "elected", "volunteer", "skills",
    "languages", "personal", "references", "publications", "application", "projects", "other",
]  # fmt: skip
State = Literal["held", "applied", "in_progress", "partial", "broken_off"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of one of the application's documents, by the document's path."""

    path: str
    span: Span


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A point in time, as precise as the text: `month` is None where only the year is told."""

    year: int
    month: int | None = None

    def __str__(self) -> str:
        return f"{self.year}" if self.month is None else f"{self.year}-{self.month:02}"


@dataclass(frozen=True, slots=True)
class Period:
    """From the first month touched to the last; `last=None` is still running."""

    first: Month
    last: Month | None
    passage: Passage


@dataclass(frozen=True, slots=True)
class Position:
    """Something that the applicant was or is: a job, a seat on a board, an elected office, a leave."""

    title: str | None
    employer: str | None
    sector: str | None
    """kommune, region, stat, privat, forening, selvejende, udland-offentlig; `None` unknown."""
    period: Period | None
    stated_months: int | None
    """What the text states where there are no dates ("i syv år" is 84)."""
    role: Role
    acting: bool
    """konstitueret, fungerende, vikar."""
    staff: int | None
    """Employees of the employer, where the text tells; not the people whom the applicant leads."""
    heading: tuple[Passage, ...]
    """Where title and employer stand: title's line first."""
    section: SectionKind = "experience"


@dataclass(frozen=True, slots=True)
class Study:
    """Education, licence, certificate, course or language level."""

    what: str
    where: str | None
    period: Period | None
    state: State
    passage: Passage
    section: SectionKind = "education"


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence, bullet or heading of a document, and what it belongs to."""

    passage: Passage
    section: SectionKind
    """In which section of the CV it stands; `application` throughout a letter."""
    position: int | None = None
    """Index in `CV.positions`: it says something about this position."""
    study: int | None = None
    """Index in `CV.studies`."""
    heading: bool = False
    """It is (part of) a position's heading: title, employer, dates."""
    letter: bool = False
    """It stands in a letter: alone it documents nothing beyond `peripheral`."""
    keywords: bool = False
    """A bare list of words: no verb, no task, no position behind it."""


@dataclass(frozen=True, slots=True)
class CV:
    """An application as it was understood, the same for every posting."""

    application: Application
    language: str
    """da, nb, sv or en."""
    texts: Mapping[str, str]
    """The masked reading copy of each document's text, by path: same length, so spans serve both."""
    positions: tuple[Position, ...]
    """In the order of the documents."""
    studies: tuple[Study, ...]
    statements: tuple[Statement, ...]
    """Every visible sentence or bullet once; those with neither position nor study are loose."""
    masks: tuple[Mask, ...]
    unaccounted: tuple[Passage, ...]
    """Lines with a period or a title that ended nowhere: while there are any, the applicant is `partial`."""
    notices: tuple[Notice, ...] = ()
