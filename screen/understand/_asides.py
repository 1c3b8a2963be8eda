"""Rows that stand between an employer and its posts: the length of them all, a remark on them, a place."""

from __future__ import annotations

from collections.abc import Sequence

from screen.lexicon import reading
from screen.understand._row import Row
from screen.understand._words import words

MOST_PLACE = 6
"""Words of a place: "Greater Copenhagen Area, Capital Region, Denmark" has six."""


def without_asides(rows: Sequence[Row]) -> list[Row]:
    """The rows without a total under an employer ("9 år 11 måneder") and a place under dates ("Nykøbing, Danmark").

    Career networks print both; the years are those of the posts, and the place is no employer. A remark between an
    employer and the first of the posts there stands behind that post's head: it is told of it, and parts nothing.
    """
    out = list(rows)
    for at in range(len(rows)):
        if _remark(rows, at):
            out[at : at + 3] = [rows[at + 1], rows[at + 2], rows[at]]
    aside = {id(row) for at, row in enumerate(rows) if _total(rows, at) or _place(rows, at)}
    return [row for row in out if id(row) not in aside]


def _total(rows: Sequence[Row], at: int) -> bool:
    """A length of time and no word besides, over a title whose period stands under it."""
    row, below = rows[at], rows[at + 1 : at + 3]
    alone = not row.words and bool(row.dates) and all(d.kind == "duration" for d in row.dates)
    if not alone or not at or len(below) < 2 or rows[at - 1].periods or rows[at - 1].sentence:
        return False
    return _post(below)


def _remark(rows: Sequence[Row], at: int) -> bool:
    """A sentence between an employer in a look of its own and the first of the posts there."""
    row, below = rows[at], rows[at + 1 : at + 3]
    if not at or len(below) < 2 or row.dates or not row.sentence or row.bullet or rows[at - 1].look == row.look:
        return False
    above = rows[at - 1]
    said = above.text.strip()
    house = not above.sentence and not above.dates and reading.title_span(said) is None and reading.employer_span(said)
    return bool(house) and _post(below)


def _post(rows: Sequence[Row]) -> bool:
    """A title over its period."""
    return reading.title_span(rows[0].bare) is not None and bool(rows[1].periods) and not rows[1].words


def _place(rows: Sequence[Row], at: int) -> bool:
    """A town and its country straight under dates that stand alone."""
    row = rows[at]
    if not at or row.dates or len(row.words) > MOST_PLACE or not rows[at - 1].periods or rows[at - 1].words:
        return False
    town, comma, country = row.text.rpartition(",")
    return bool(comma) and bool(town.strip()) and country.strip().casefold() in words("countries")
