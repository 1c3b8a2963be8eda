"""Fragments that stand beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from screen.readers.pdf._fragments import Fragment

_SHARED = 0.5
"""Share of the lower one's height that two fragments of a row have in common."""
_BACK = 2
"""Rows before the last that a fragment may still belong to."""


@dataclass(slots=True)
class Row:
    """Fragments on one line of a region, from left to right."""

    fragments: list[Fragment]

    @property
    def anchor(self) -> Fragment:
        """The one with the most text: its baseline is the row's."""
        return max(self.fragments, key=lambda f: len(f.text))

    @property
    def base(self) -> float:
        """Its baseline."""
        return self.anchor.base

    @property
    def left(self) -> float:
        """Where its text begins."""
        return min(f.left for f in self.fragments)

    @property
    def right(self) -> float:
        """Where its text ends."""
        return max(f.right for f in self.fragments)

    @property
    def top(self) -> float:
        """Its upper edge."""
        return min(f.top for f in self.fragments)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(f.bottom for f in self.fragments)

    @property
    def size(self) -> float:
        """Font size of most of its text."""
        return self.anchor.size

    @property
    def text(self) -> str:
        """Its words, for judging."""
        return " ".join(f.text for f in self.fragments)

    @property
    def bold(self) -> bool:
        """Whether most of its letters are bold."""
        letters = sum(len(f.text) for f in self.fragments)
        return 2 * sum(len(f.text) for f in self.fragments if f.style.bold) > letters


def rows_of(fragments: Iterable[Fragment]) -> list[Row]:
    """The fragments by rows, from top to bottom."""
    rows: list[Row] = []
    for fragment in sorted(fragments, key=lambda f: (f.top + f.bottom, f.left)):
        home = next((r for r in rows[: -_BACK - 1 : -1] if _fits(r.fragments, fragment)), None)
        if home is None:
            rows.append(Row([fragment]))
        else:
            home.fragments.append(fragment)
    for row in rows:
        if len(row.fragments) > 1:
            row.fragments.sort(key=lambda f: f.left)
    return rows


def _fits(row: Sequence[Fragment], fragment: Fragment) -> bool:
    """Whether it stands beside the row's fragments, not above or below one of them."""
    for other in row:
        if abs(fragment.base - other.base) < 0.5:
            continue
        if fragment.overlap(other) < _SHARED:
            return False
        if min(fragment.right, other.right) - max(fragment.left, other.left) > 1.0:
            return False
    return True


def size_of(fragments: Sequence[Fragment]) -> float:
    """The font size of most of the text, 10 where there is none."""
    amount: dict[float, int] = {}
    for f in fragments:
        amount[f.size] = amount.get(f.size, 0) + len(f.text)
    return max(amount, key=lambda s: (amount[s], s)) if amount else 10.0
