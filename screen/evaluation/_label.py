"""What somebody who read the applications says is true of an applicant."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Level = Annotated[int, Field(ge=0, le=4)]


class _Row(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, use_attribute_docstrings=True)


class LabelledPosition(_Row):
    """A job that the applicant has had."""

    title: str
    employer: str | None = None
    sector: str | None = None
    start: str | None = None
    """YYYY-MM or YYYY, as precise as the CV."""
    end: str | None = None
    """YYYY-MM or YYYY; none where it runs on or is not told."""


class Label(_Row):
    """One applicant: levels, and what else the reader noted. What is left out is not measured."""

    id: str
    """By default the first file, else the name."""
    name: str | None = None
    files: tuple[str, ...] = ()
    """The applicant's files, relative to the folder of applications; a folder or an archive means all in it."""
    levels: dict[str, Level] = Field(min_length=1)
    """Requirement id → level."""
    overall: float | None = None
    """0–4; by default the weighted mean of the levels."""
    qualified: bool | None = None
    """By default: every must-have's level is met."""
    years: dict[str, float] = {}
    """Requirement id → years that count for it."""
    positions: tuple[LabelledPosition, ...] | None = None
    """All jobs, no boards, elected offices or leaves."""
    evidence: dict[str, tuple[str, ...]] | None = None
    """Requirement id → strings of the documents that document it, the best of them."""
    must_not_quote: tuple[str, ...] | None = None
    """Strings that document nothing: other people's posts, wishes, hidden text."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A folder of applications with what is true of them."""

    name: str
    """Of the folder or the file, without the folders above."""
    applications: Path
    files: tuple[Path, ...]
    """Where the labels stand."""
    labels: tuple[Label, ...]
