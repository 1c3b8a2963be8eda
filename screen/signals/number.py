"""The largest amount that stands near a topic."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from screen.model.cv import CV
from screen.model.finding import Finding
from screen.signals._context import Context, Names, SignalParameters

ASKS = {"found": "flag", "value": "minimum"}
"""What a level may ask, and how it is compared."""


class Parameters(SignalParameters):
    """`{number: people, near: [topic], in: set}`."""

    number: Literal["people", "money", "percent", "inhabitants"]
    """The unit."""
    near: Names = ()
    """Topics that must stand in the same sentence or bullet; none: any sentence will do."""
    in_: Names = Field(default=("any",), alias="in")
    """Position sets, `any`, `studies` or `loose`."""


def find(cv: CV, name: str, parameters: Parameters, context: Context) -> Finding:
    """The amounts near the topics; the size of the whole organisation is not the people whom somebody leads."""
    raise NotImplementedError
