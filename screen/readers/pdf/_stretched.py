"""Lines that justification has stretched: put together before anything is made of the white space within."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from screen.readers.pdf._fragments import Fragment
from screen.readers.pdf._labels import dated, is_date_word

_WIDEST = 3.5
"""In ems: justification stretches a space no farther."""
_WIDEST_DATE = 7.0
"""In ems: between the words of a date, which has a column of its own."""
_EVEN = 0.12
"""In ems: the spaces of a stretched line differ no more; those between cells do."""
_LEVEL = 0.5
"""Points between the baselines of one line."""
_EDGE = 1.5
"""Points between the edges of lines of one column."""


def joined_lines(fragments: Sequence[Fragment]) -> list[Fragment]:
    """The fragments with the words of a stretched line joined to its first."""
    gone: set[int] = set()
    runs = _runs(sorted(fragments, key=lambda f: (round(f.base), f.left)))
    edges: list[tuple[float, float]] = []
    for part in [_date_apart(part) for run in runs for part in _even(run)]:
        edges.append((part[0].left, part[-1].right))
        _join(part, gone)
    for run in runs:
        pair = [f for f in run if f.serial not in gone]
        if len(pair) == 2 and _beside(*pair) and (_fills(pair, edges) or _tells(pair)):
            _join(pair, gone)
    return [f for f in fragments if f.serial not in gone]


def _runs(ordered: Sequence[Fragment]) -> list[list[Fragment]]:
    """Fragments of one look beside each other, no farther apart than a stretched space."""
    runs: list[list[Fragment]] = []
    for f in ordered:
        if runs and _beside(runs[-1][-1], f):
            runs[-1].append(f)
        else:
            runs.append([f])
    return [run for run in runs if len(run) > 1]


def _beside(last: Fragment, f: Fragment) -> bool:
    level = abs(f.base - last.base) <= _LEVEL and f.style == last.style
    widest = _WIDEST_DATE if _dates(last) and _dates(f) else _WIDEST
    return level and 0 < f.left - last.right < widest * f.size


def _dates(fragment: Fragment) -> bool:
    return all(map(is_date_word, fragment.text.split()))


def _even(run: Sequence[Fragment]) -> Iterator[list[Fragment]]:
    """Parts of three fragments or more with the same white space between each two."""
    gaps = [b.left - a.right for a, b in itertools.pairwise(run)]
    at = 0
    while at < len(gaps):
        end = at + 1
        while end < len(gaps) and abs(gaps[end] - gaps[at]) <= _EVEN * run[0].size:
            end += 1
        if end - at > 1:
            yield list(run[at : end + 1])
        at = end


def _date_apart(part: list[Fragment]) -> list[Fragment]:
    """The date with which it begins, where the text beside it happens to stand as far from it as its words do."""
    date = list(itertools.takewhile(_dates, part))
    return date if len(date) > 1 and dated(" ".join(f.text for f in date)) else part


def _fills(pair: Sequence[Fragment], edges: Sequence[tuple[float, float]]) -> bool:
    """Whether it reaches from edge to edge of a column with other stretched lines."""
    left, right = pair[0].left, pair[1].right
    return any(abs(left - a) < _EDGE and abs(right - b) < _EDGE for a, b in edges)


def _tells(pair: Sequence[Fragment]) -> bool:
    """Whether two words make one date, and are not a date each."""
    first, second = pair[0].text.strip(), pair[1].text.strip()
    if first[-1:].isdigit() and second[:1].isdigit():
        return False
    return all(map(_dates, pair)) and dated(f"{first} {second}")


def _join(part: Sequence[Fragment], gone: set[int]) -> None:
    first, *rest = part
    first.text = " ".join(f.text.strip() for f in part)
    first.right = rest[-1].right
    first.open = rest[-1].open
    gone.update(f.serial for f in rest)
