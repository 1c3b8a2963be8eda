"""Fragments that stand beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from screen.readers.pdf._fragments import Fragment

_SHARED = 0.5
"""Share of the lower one's height that two fragments of a row have in common."""
_BACK = 2
"""Rows before the last that a fragment may still belong to."""


class Row:
    """Fragments on one line of a region, from left to right."""

    __slots__ = ("_text", "base", "bold", "bottom", "fragments", "left", "right", "size", "top")

    def __init__(self, fragments: list[Fragment]) -> None:
        self.fragments = sorted(fragments, key=_left) if len(fragments) > 1 else fragments
        # The one with the most text tells the baseline and the size.
        anchor = max(fragments, key=_length) if len(fragments) > 1 else fragments[0]
        self.base, self.size = anchor.base, anchor.size
        self.left = self.fragments[0].left
        self.right = max(f.right for f in fragments)
        self.top = min(f.top for f in fragments)
        self.bottom = max(f.bottom for f in fragments)
        self.bold = 2 * sum(len(f.text) for f in fragments if f.style.bold) > sum(map(_length, fragments))
        """Whether most of its letters are bold."""
        self._text: str | None = None

    @property
    def text(self) -> str:
        """Its words, for judging."""
        if self._text is None:
            self._text = " ".join(f.text for f in self.fragments)
        return self._text


def _left(fragment: Fragment) -> float:
    return fragment.left


def _length(fragment: Fragment) -> int:
    return len(fragment.text)


def rows_of(fragments: Iterable[Fragment]) -> list[Row]:
    """The fragments by rows, from top to bottom."""
    rows: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda f: (f.top + f.bottom, f.left)):
        home = next((r for r in rows[: -_BACK - 1 : -1] if _fits(r, fragment)), None)
        if home is None:
            rows.append([fragment])
        else:
            home.append(fragment)
    return [Row(row) for row in rows]


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
