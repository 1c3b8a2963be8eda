"""What `screen evaluate --format json` prints: how far the levels agree with the labels, and where they do not."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from screen.model.result import CriteriaRecord, NoticeRecord, QuoteRecord, Tool

SCHEMA: Final = "screen.evaluation/1"


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True, populate_by_name=True)


class Agreement(_Row):
    """Precision, recall and their harmonic mean, 0–1."""

    precision: float
    recall: float
    f1: float


class RequirementFigures(_Row):
    """Levels and evidence of one requirement. `null`: the labels hold nothing to measure it against."""

    title: str
    weight: float
    labelled: int
    """Applicants with a labelled level."""
    kappa: float
    """Quadratic weighted kappa of the level against the label; 1 is full agreement, 0 what chance would give."""
    exact: float
    """Share of levels that are the label."""
    within_1: float
    """Share at most one level off."""
    rho: float
    """Spearman's rank correlation of score and label."""
    met_from: int
    """Level from which the requirement is met: the must-have's, else 3."""
    met_f1: float
    """F1 of "met"."""
    evidence_any: float | None
    """Of the applicants with labelled strings, the share where a quote meets one."""
    evidence_recall: float | None
    """Share of the labelled strings that a quote meets: holds it, or a run of whole words of a third of it."""
    evidence_precision: float | None
    """Share of the quotes that meet a labelled string; the labels name the best evidence, not all of it."""
    quotes: float
    """For each applicant, on average."""
    evidence_slips: int | None
    """Quotes on text that documents nothing and that meet no labelled string."""
    bare_levels: int
    """Levels above 0 without a quote."""
    confusion: list[list[int]]
    """Applicants by labelled level (rows 0–4) and level (columns 0–4)."""


class PositionFigures(Agreement):
    """Jobs found: a title alike and the same starting year; the shares are of those."""

    labelled: int
    """Jobs that the labels name."""
    dates_exact: float | None
    """Start and end are both right, to the precision of the label."""
    employer: float | None
    sector: float | None


class YearsFigures(_Row):
    """The years that count for a requirement."""

    labelled: int
    """Applicants that were read and have a label."""
    given: int
    """Of them, with years in the result; the others count as 0."""
    mae: float
    """Mean absolute error, in years."""


class LabelledQuote(_Row):
    """A quote that stands behind a wrong level."""

    quote: QuoteRecord
    meets_label: bool
    slip: bool
    """It falls on text that documents nothing."""


class WrongLevel(_Row):
    """A level that is not the label, with what was quoted for it."""

    id: str
    requirement: str
    level: int
    label: int
    status: Literal["scored", "partial", "unreadable", "absent"]
    rule: str | None
    """The rule that decided."""
    evidence: list[LabelledQuote]
    set_aside: list[QuoteRecord]
    unmet: list[str]
    """Labelled strings that no quote meets."""


class MisreadPosition(_Row):
    """A job that was not read as the label has it."""

    id: str
    what: Literal["missed", "superfluous", "dates", "employer", "sector"]
    label: str | None
    """As the label has it; `null` where it has no such job."""
    read: str | None
    """As it was read; `null` where it was not."""


class Evaluation(_Row):
    """A result held against labels. All figures are 0–1 unless said otherwise; `null` is not measured."""

    schema_: Literal["screen.evaluation/1"] = Field(alias="schema")
    tool: Tool
    criteria: CriteriaRecord
    as_of: str
    """YYYY-MM-DD: the day on which running periods were cut."""
    labelled_set: str
    """Name of the folder or file of the labels."""
    applicants: int
    """Labelled ones that were measured."""
    but: list[str]
    """Labelled ones that were left out on request."""
    kappa_mean: float
    requirements: dict[str, RequirementFigures]
    """Those with labelled levels, by id."""
    ndcg10: float | None
    """nDCG@10 of the ranking by score against the labelled overall level; equal scores share their places."""
    tau: float | None
    """Kendall's tau-b of score and labelled overall level."""
    rank_faults: int
    """Pairs of applicants whose ranks contradict their scores."""
    qualified: Agreement | None
    """Of "every must-have is met"."""
    positions: PositionFigures | None
    years_mae: float | None
    """Mean absolute error of the labelled years, in years."""
    years_given: int
    years: dict[str, YearsFigures]
    """By requirement."""
    partial: float
    """Share of applicants with something that could not be read or placed."""
    wrong_when_sure: float | None
    """Share of wrong levels among the applicants with nothing of that kind."""
    grouping: float | None
    """Share of applicants whose files were put together exactly as labelled."""
    surplus: list[str]
    """Ids of applicants in the result whom nobody labelled, or that are a second part of somebody."""
    surplus_names: list[str]
    """Their names, or first files, in the same order."""
    absent: list[str]
    """Labelled ones that are not in the result; their levels count as 0."""
    not_scored: list[str]
    """Labelled ones that could not be read; their levels count as 0."""
    unknown: list[str]
    """Labelled by a name that fits nobody or several; they are not measured."""
    not_measured: list[NoticeRecord]
    """What the labels hold nothing about."""
    notices: list[NoticeRecord]
    worst: list[WrongLevel]
    """Every wrong level, the farthest off first."""
    misread: list[MisreadPosition]
