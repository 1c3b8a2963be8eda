"""Which column of the document a region belongs to: the same column has the same lane on every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from screen.readers.pdf._order import Region

_SHARED = 0.5
"""Share of the narrower one's width that two parts of one column have in common."""
_EQUAL = 0.8
"""Columns whose widths differ less hold one running text, or two of equal rank."""


@dataclass(slots=True)
class _Lane:
    left: float
    right: float
    amount: int


def lanes_of(pages: Sequence[Sequence[Region]]) -> list[list[int]]:
    """For each page the lane of each of its regions."""
    lanes = _columns([r for page in pages for r in page if r.column])
    if not lanes:
        return [[0] * len(page) for page in pages]
    main = max(range(len(lanes)), key=lambda i: (lanes[i].amount, -lanes[i].left))
    others = sorted((i for i in range(len(lanes)) if i != main), key=lambda i: lanes[i].left)
    number = {main: 0, **{i: n for n, i in enumerate(others, start=1)}}
    flow = _flowing(pages, lanes, main)
    return [[0 if (lane := _lane(r, lanes, main)) in flow else number[lane] for r in page] for page in pages]


def _columns(regions: Sequence[Region]) -> list[_Lane]:
    lanes: list[_Lane] = []
    for region in sorted(regions, key=_amount, reverse=True):
        home = max(lanes, key=lambda lane: _overlap(region, lane), default=None)
        if home is not None and _overlap(region, home) >= _SHARED * min(
            region.right - region.left, home.right - home.left
        ):
            home.amount += _amount(region)
        else:
            lanes.append(_Lane(region.left, region.right, _amount(region)))
    return lanes


def _amount(region: Region) -> int:
    return sum(len(f.text) for row in region.rows for f in row.fragments)


def _overlap(region: Region, lane: _Lane) -> float:
    return min(region.right, lane.right) - max(region.left, lane.left)


def _lane(region: Region, lanes: Sequence[_Lane], main: int) -> int:
    """The lane with which the region shares most; text across all of them is in the main one."""
    width = max(region.right - region.left, 1.0)
    best = max(range(len(lanes)), key=lambda i: (_overlap(region, lanes[i]), i == main))
    if not region.column and _overlap(region, lanes[best]) < 0.8 * width:
        return main
    return best if _overlap(region, lanes[best]) > 0 else main


def _flowing(pages: Sequence[Sequence[Region]], lanes: Sequence[_Lane], main: int) -> set[int]:
    """The lanes through which one text runs, as in a newspaper: as wide as the main one, and only the first begins."""
    width = lanes[main].right - lanes[main].left
    equal = {i for i, lane in enumerate(lanes) if _EQUAL * width <= lane.right - lane.left <= width / _EQUAL}
    first = min(equal, key=lambda i: lanes[i].left)
    page = next((p for p in pages if any(r.column for r in p)), ())
    begun = {lane for r in page if r.column and (lane := _lane(r, lanes, main)) in equal and _begins(r)}
    flow = equal - (begun - {first})
    return flow if len(flow) > 1 and main in flow else set()


def _begins(region: Region) -> bool:
    """Whether the region begins with a heading: larger or bolder than what follows, or in capitals."""
    first, rest = region.rows[0], region.rows[1:]
    if not rest:
        return False
    usual = sorted(r.size for r in rest)[len(rest) // 2]
    plain = 2 * sum(r.bold for r in rest) < len(rest)
    return first.size > usual + 0.4 or (first.bold and plain) or first.text.isupper()
