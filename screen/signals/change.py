"""Results: a topic with a before and an after, or a stated difference."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from screen.grammar.changes import Change, find_changes
from screen.model.cv import CV
from screen.model.finding import Finding
from screen.signals._aside import Judged, evidence_and_aside, sorted_out
from screen.signals._context import Context, Names, SignalParameters
from screen.signals._quotes import MOST, Support, ordered
from screen.signals._reading import Spoken, read

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
    reading = read(cv, context)
    counted, judged = sorted_out(reading, parameters.change, parameters.in_)
    told = {s.at: _changes(s, parameters.direction) for s in (*(c.spoken for c in counted), *(j[0] for j in judged))}
    results = [
        Support(c.spoken, c.mentions, "change") for c in counted if any(not x.intended for x in told[c.spoken.at])
    ]
    came = {r.spoken.at for r in results}
    aside: list[Judged] = [
        (spoken, mention, why or (None if spoken.at in came else "wish"))
        for spoken, mention, why in judged
        if told[spoken.at]
    ]
    evidence, rest = evidence_and_aside(reading, ordered(reading, results)[:MOST], aside)
    return Finding(name, "change", {"found": bool(results), "count": len(results)}, evidence, rest)


def _changes(spoken: Spoken, direction: Literal["up", "down"] | None) -> tuple[Change, ...]:
    found = find_changes(spoken.scene.text, spoken.statement.passage.span)
    return tuple(c for c in found if direction is None or c.direction == direction)
