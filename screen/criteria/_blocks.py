"""What a page of criteria is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["title", "heading", "subheading", "text", "source", "ask", "level", "item", "row"]


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the page."""

    kind: Kind
    text: str
    label: str = ""
    """Of a level, what it is called; of an item, its name."""
    more: tuple[str, ...] = ()
    """Of a level, its further alternatives; of a row, its further cells."""
    level: int = 0
    """Of a level, 0–4."""
