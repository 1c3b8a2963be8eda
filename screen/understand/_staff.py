"""The employer's staff, where the text of a position tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from screen.grammar.amounts import Amount, find_amounts
from screen.model.cv import Position
from screen.model.text import Span
from screen.understand._words import kinds_of_employer, phrases, words

WHOLE = ("privat", "forening", "selvejende")
"""Sectors whose employers a single head leads as a whole."""
LONGEST_BETWEEN = 60
"""Characters between "the firm" and the number of those who work there."""
_FIRST = re.compile(r"[^,(;/]*")


def staff_of(position: Position, text: str, told: Sequence[tuple[Span, bool]]) -> int | None:
    """The employer's employees, where one of the runs tells; each says whether it is part of the heading.

    Who heads the whole house leads all who work there; who heads a part of it leads those of a line's bare number.
    """
    heads, parted = _heads_all(position) or _says_so(position, text, told), position.sector in WHOLE
    found = []
    for span, heading in told:
        for amount in find_amounts(text, span):
            bare = not heading and not heads and parted and not text[span.start : amount.span.start].strip(" \t•*–—-(")
            if amount.unit == "people" and not bare and _of_employer(text, span, amount, heads):
                found.append(int(amount.value))
    return max(found, default=None)


def _of_employer(text: str, span: Span, amount: Amount, heads: bool) -> bool:
    if amount.employer or _of_firm(text[span.start : amount.span.start]):
        return True
    around = text[span.start : min(span.end, amount.span.end + LONGEST_BETWEEN)]
    return heads and not phrases("part_of_staff").search(around)


def _heads_all(position: Position) -> bool:
    """Whether the holder heads the whole of a house that is no authority: "Adm. direktør", "Forstander"."""
    if position.sector not in WHOLE or not position.title:
        return False
    first = _FIRST.match(position.title).group()  # type: ignore[union-attr]
    return " ".join(w for w in first.casefold().split() if w not in words("acting_marks")) in words("heads_of_all")


def _says_so(position: Position, text: str, told: Sequence[tuple[Span, bool]]) -> bool:
    """Whether the post's text says that its holder heads the whole: "Øverste ansatte under den valgte formand"."""
    return position.sector in WHOLE and any(phrases("heads_house").search(span.of(text)) for span, _ in told)


def _of_firm(before: str) -> bool:
    """Whether a number of people is that of "the firm" before it: "familiefirmaet med op til | 45 mand"."""
    ends = [m.end() for sector, kind in kinds_of_employer() if sector in WHOLE for m in kind.finditer(before)]
    return any(len(before) - end <= LONGEST_BETWEEN and phrases("with").search(before[end:]) for end in ends)
