"""Education, licences, certificates, courses, language levels, with their state."""

from __future__ import annotations

from screen.model.cv import CV
from screen.model.finding import Finding
from screen.signals._context import Context, Names, SignalParameters

ASKS = {
    "held": "flag", "applied": "flag", "in_progress": "flag", "partial": "flag", "found": "flag",
    "grade": "minimum", "since": "maximum",
}  # fmt: skip
"""What a level may ask, and how it is compared; `found` is any state."""


class Parameters(SignalParameters):
    """`{credential: [name]}`."""

    credential: Names
    """Credentials."""


def find(cv: CV, name: str, parameters: Parameters, context: Context) -> Finding:
    """The credentials among studies, certificates, profile and diplomas."""
    raise NotImplementedError
