"""The published result: what `--format json` prints and `screen schema result` describes."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA: Final = "screen.result/1"

Sector = Literal["kommune", "region", "stat", "privat", "forening", "selvejende", "udland-offentlig"]


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True, populate_by_name=True)


class Tool(_Row):
    """The program that made the result."""

    name: Literal["screen"]
    version: str
    """Same files, same criteria, same version: the same bytes."""


class CriteriaRecord(_Row):
    """The criteria file that was used."""

    file: str
    """Its name, without folders."""
    sha256: str
    title: str
    organisation: str
    weights: dict[str, float]
    """Requirement id → weight; only the proportions matter."""


class DocumentRecord(_Row):
    """One file of an applicant."""

    path: str
    """Relative to the folder of applications, `/` as separator; a member of an archive is `archive.zip/member`."""
    sha256: str
    """Of the file's bytes, hexadecimal."""
    kind: Literal["cv", "letter", "other"]
    pages: int | None
    """`null` where the format has no pages."""
    status: Literal["read", "unreadable"]
    problem: str | None
    """Why it could not be read, as a sentence."""


class PositionRecord(_Row):
    """A job, a seat on a board, an elected office."""

    title: str | None
    employer: str | None
    sector: Sector | None
    role: Literal["job", "board", "elected", "volunteer", "leave"]
    acting: bool
    start: str | None
    """YYYY-MM or YYYY, as precise as the CV."""
    end: str | None
    """YYYY-MM or YYYY; `null` where it runs on or is not told."""
    current: bool
    document: str
    page: int | None
    line: int


class QuoteRecord(_Row):
    """A verbatim quote and where it stands."""

    quote: str
    document: str
    page: int | None
    """From 1; `null` where the format has no pages."""
    line: int
    """From 1, within its page, or within the document where there are no pages."""
    ocr: bool
    """Read by optical character recognition."""
    why: str
    """A code: the kind of support, or why it was set aside."""


class UnaccountedRecord(_Row):
    """A line with a period or a title that could not be placed."""

    quote: str
    document: str
    page: int | None
    line: int


class MarkRecord(_Row):
    """One requirement's level and what decided it."""

    level: int | None = Field(ge=0, le=4)
    """0–4; `null` where nothing could be read."""
    score: float | None = Field(ge=0, le=100)
    """25 × level."""
    progress: float | None = Field(ge=0, le=1)
    """Towards the next rule; 1 at level 4."""
    met: bool
    """At or above the must-have level (always true where the requirement is no must-have)."""
    years: float | None
    """Of its first tenure signal; `null` where the requirement has none."""
    rule: Literal["strong", "solid", "partial", "peripheral"] | None
    """The rule that decided; `null` at level 0."""
    evidence: list[QuoteRecord]
    set_aside: list[QuoteRecord]


class NoticeRecord(_Row):
    """Something to know about an applicant."""

    code: str
    text: str


class ApplicantRecord(_Row):
    """One applicant."""

    id: str
    name: str | None
    rank: int | None
    """1, 1, 3 on ties; `null` where nothing could be read."""
    score: float | None
    """Weighted mean of the requirements' scores, 0–100."""
    qualified: bool
    """Every must-have is met. A flag, never a filter."""
    status: Literal["scored", "partial", "unreadable"]
    """partial: something could not be read or placed, so the levels read "at least"."""
    documents: list[DocumentRecord]
    positions: list[PositionRecord]
    requirements: dict[str, MarkRecord]
    unaccounted: list[UnaccountedRecord]
    notices: list[NoticeRecord]


class ProblemRecord(_Row):
    """A file that could not be read."""

    path: str
    code: str
    text: str


class Result(_Row):
    """Everything about one run."""

    schema_: Literal["screen.result/1"] = Field(alias="schema")
    tool: Tool
    criteria: CriteriaRecord
    as_of: str
    """YYYY-MM-DD: the day on which running periods were cut."""
    applicants: list[ApplicantRecord]
    """By rank; unreadable ones last."""
    problems: list[ProblemRecord]
