"""Results: a topic with a before and an after, or a stated difference."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from screen.model.cv import CV
from screen.model.finding import Finding
from screen.signals._context import Context, Names, SignalParameters

ASKS = {"found": "flag", "count": "minimum"}
"""What a level may ask, and how it is compared."""


class Parameters(SignalParameters):
    """`{change: [topic], in: set, direction: down}`."""

    change: Names
    """Topics."""
    in_: Names = Field(default=("any",), alias="in")
    """Position sets, `any`, `studies` or `loose`."""
    direction: Literal["up", "down"] | None = None
    """Which way; none: either."""


def find(cv: CV, name: str, parameters: Parameters, context: Context) -> Finding:
    """The bullets that tell of a change that came about; intentions and targets are set aside."""
    raise NotImplementedError
