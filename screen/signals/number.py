"""The largest amount that stands near a topic."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from screen.grammar.amounts import find_amounts
from screen.grammar.mentions import Mention
from screen.model.cv import CV
from screen.model.finding import Finding
from screen.signals._aside import evidence_and_aside, sorted_out
from screen.signals._context import Context, Names, SignalParameters
from screen.signals._quotes import MOST, Support
from screen.signals._reading import Reading, Spoken, read
from screen.signals._sets import why_elsewhere

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
    reading = read(cv, context)
    judged: list[tuple[Spoken, Mention, str | None]] = []
    if parameters.near:
        counted, judged = sorted_out(reading, parameters.near, parameters.in_)
    else:
        counted = [Support(s, ()) for s in _anywhere(reading, parameters.in_)]
    sized = [(largest(s.spoken, parameters.number), s) for s in counted]
    told = sorted(((value, s) for value, s in sized if value is not None), key=lambda p: (-p[0], p[1].spoken.at))
    near = {s.spoken.at for _, s in told}
    best = [Support(s.spoken, s.mentions, "amount") for _, s in told[:MOST]]
    amounts = [j for j in judged if j[0].at in near or largest(j[0], parameters.number) is not None]
    evidence, aside = evidence_and_aside(reading, best, amounts)
    values: dict[str, float | bool] = {"found": bool(told), "value": told[0][0] if told else 0.0}
    return Finding(name, "number", values, evidence, aside)


def _anywhere(reading: Reading, places: tuple[str, ...]) -> Iterator[Spoken]:
    for spoken in reading.spoken:
        if not spoken.statement.keywords and why_elsewhere(reading, spoken, places) is None:
            yield spoken


def largest(spoken: Spoken, unit: str) -> float | None:
    """The largest amount of a unit in a statement, the employer's own size apart."""
    amounts = find_amounts(spoken.scene.text, spoken.statement.passage.span)
    return max((a.value for a in amounts if a.unit == unit and not a.employer), default=None)
