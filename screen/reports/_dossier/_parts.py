"""The parts of a shortlist: plain texts and numbers, harmless and in one language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what it says."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Alternative:
    """Conditions of which all must hold, in words."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Level:
    """A step of a requirement's scale."""

    level: int
    word: str
    alternatives: tuple[Alternative, ...]
    """Any of these gives the level; none: the file has no rule for it."""


@dataclass(frozen=True, slots=True)
class Want:
    """A requirement, as the criteria file has it."""

    id: str
    label: str
    source: str
    weight: str
    heft: float
    """The weight as a number."""
    must: str
    """The level of a must-have in words; empty where it is none."""
    ask: str
    scale: tuple[Level, ...]
    """From strong to peripheral."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A level in a table."""

    level: int | None
    """`None` where nothing could be read."""
    word: str
    flag: bool
    """A must-have that is not documented at the level asked."""
    open: bool
    """It reads "at least"."""


@dataclass(frozen=True, slots=True)
class Row:
    """An applicant in a table of everyone."""

    id: str
    name: str
    rank: int | None
    rank_text: str
    score: float | None
    score_text: str
    cells: tuple[Cell, ...]
    """In the order of the requirements."""
    flags: tuple[str, ...]
    """Must-haves that are not documented, in words."""
    remarks: tuple[str, ...]
    """Lines that were not placed and files that were not read."""
    listed: bool
    """On the shortlist."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Something quoted, and where it stands."""

    text: str
    place: str
    why: str
    ocr: bool
    path: str
    start: int
    end: int
    """Characters in the document's text."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A requirement's level and what decided it."""

    requirement: int
    """Index in `Dossier.wants`."""
    cell: Cell
    phrase: str
    """The level in running text."""
    decided: str
    decided_by: tuple[Alternative, ...]
    quotes: tuple[Quote, ...]
    aside: tuple[Quote, ...]
    open: tuple[str, ...]
    """What the next level asks for and what is not documented of it."""
    next: str
    """A heading for `open`; empty at the highest level."""


@dataclass(frozen=True, slots=True)
class Job:
    """A position on the time line."""

    title: str
    employer: str
    traits: str
    period: str
    place: str
    start: float | None
    """0–1 on the axis; `None` without dates."""
    end: float | None
    role: str
    first: str
    """YYYY-MM or YYYY; empty where it is not told."""
    last: str
    path: str
    page: int | None
    line: int
    acting: bool
    sector: str
    plain: bool
    """A job of one's own: no seat on a board, no leave, not acting."""


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file, as the run record lists it."""

    path: str
    kind: str
    pages: str
    sha256: str
    problem: str


@dataclass(frozen=True, slots=True)
class Person:
    """An applicant's own page."""

    row: Row
    lead: str
    """Rank, total, id."""
    verdicts: tuple[Verdict, ...]
    jobs: tuple[Job, ...]
    ticks: tuple[tuple[str, float], ...]
    """Years on the axis, 0–1."""
    files: tuple[FileLine, ...]
    notices: tuple[str, ...]
    unaccounted: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that is told."""

    language: str
    title: str
    organisation: str
    head: str
    """Both, as one line."""
    as_of: str
    as_of_iso: str
    cover: tuple[Fact, ...]
    wants: tuple[Want, ...]
    rows: tuple[Row, ...]
    """Everyone, in the ranking's order."""
    listed: tuple[Row, ...]
    annex: tuple[Row, ...]
    people: tuple[Person, ...]
    """Pages: of those on the shortlist first, then of the others where a format wants them."""
    legend: tuple[str, ...]
    notices: tuple[str, ...]
    problems: tuple[Fact, ...]
    record: tuple[Fact, ...]
    files: tuple[FileLine, ...]
    """Of everyone."""
    blind: bool
