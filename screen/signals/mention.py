"""Sentences that speak of a topic as the applicant's own doing."""

from __future__ import annotations

from pydantic import Field

from screen.model.cv import CV
from screen.model.finding import Finding
from screen.signals._aside import evidence_and_aside, sorted_out
from screen.signals._context import Context, Names, SignalParameters
from screen.signals._quotes import MOST, ordered
from screen.signals._reading import read

ASKS = {"found": "flag", "count": "minimum"}
"""What a level may ask, and how it is compared."""


class Parameters(SignalParameters):
    """`{mention: [topic], in: set}`."""

    mention: Names
    """Topics."""
    in_: Names = Field(default=("any",), alias="in")
    """Position sets, `any`, `studies` or `loose`."""


def find(cv: CV, name: str, parameters: Parameters, context: Context) -> Finding:
    """The sentences and bullets that mention a topic; what looked like it and did not count is set aside."""
    reading = read(cv, context)
    counted, judged = sorted_out(reading, parameters.mention, parameters.in_)
    evidence, aside = evidence_and_aside(reading, ordered(reading, counted)[:MOST], judged)
    return Finding(name, "mention", {"found": bool(counted), "count": len(counted)}, evidence, aside)
