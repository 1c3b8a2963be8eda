"""The largest amount that stands near a topic."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from screen.grammar.mentions import Mention
from screen.model.cv import CV
from screen.model.finding import Finding
from screen.signals._aside import Judged, evidence_and_aside, sorted_out
from screen.signals._context import Context, Names, SignalParameters
from screen.signals._quotes import MOST, Support
from screen.signals._reading import NO_ENTRY, Reading, Spoken, read
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
    judged: list[Judged] = []
    if parameters.near:
        counted, judged = sorted_out(reading, parameters.near, parameters.in_)
        judged = [j for j in judged if amounts(reading, j[0], parameters.number)]
    else:
        counted = [Support(s, ()) for s in _anywhere(reading, parameters.in_)]
    told: list[tuple[float, Support]] = []
    for support in counted:
        own = [m for m in amounts(reading, support.spoken, parameters.number) if m[2] is None]
        judged += [(support.spoken, m, why) for _, m, why in amounts(reading, support.spoken, parameters.number) if why]
        if own:
            value, amount, _ = max(own, key=lambda m: m[0])
            told.append((value, Support(support.spoken, (*support.mentions, amount), "amount")))
    told.sort(key=lambda pair: (-pair[0], pair[1].spoken.at))
    evidence, aside = evidence_and_aside(reading, (s for _, s in told[:MOST]), judged)
    values: dict[str, float | bool] = {"found": bool(told), "value": told[0][0] if told else 0.0}
    return Finding(name, "number", values, evidence, aside)


def _anywhere(reading: Reading, places: tuple[str, ...]) -> Iterator[Spoken]:
    for spoken in reading.spoken:
        if why_elsewhere(reading, spoken, places) is None:
            yield spoken


def amounts(reading: Reading, spoken: Spoken, unit: str) -> list[tuple[float, Mention, str | None]]:
    """The amounts of a unit in a statement, the employer's own size apart, each with the reason against it."""
    out = []
    for amount in reading.amounts(spoken):
        if amount.unit == unit and not amount.employer:
            run = Mention("topics", NO_ENTRY, amount.span, "exact", definite=False, plural=False)
            out.append((amount.value, run, reading.why_not(spoken, run)))
    return out
