"""Years in a set of positions."""

from __future__ import annotations

from screen.model.cv import CV
from screen.model.finding import Finding
from screen.signals._context import Context, Names, SignalParameters

ASKS = {"years": "minimum", "ended_within": "maximum", "recent": "recent", "found": "flag"}
"""What a level may ask, and how it is compared."""


class Parameters(SignalParameters):
    """`{tenure: name}` or `{tenure: [name, name]}`."""

    tenure: Names
    """Position sets; several count as their union."""


def find(cv: CV, name: str, parameters: Parameters, context: Context) -> Finding:
    """The union of months of the positions in the sets, up to and with the as-of month."""
    raise NotImplementedError
