"""Whether letters can be seen: their colour against what is behind them, and their size."""

from __future__ import annotations

import re
from dataclasses import dataclass

PAPER = "FFFFFF"
_LEAST_CONTRAST = 24
"""Of 255 grey levels; the faintest honest text measured had 64."""
_LEAST_HUE = 60
"""Of 255 in a single channel: yellow on white is faint, but there."""
_TINY = 3.0
"""Points up to which nobody reads a letter."""
_HEX = re.compile(r"^#?([0-9a-fA-F]{6})$")


@dataclass(frozen=True, slots=True)
class Paint:
    """How characters are painted; `None` is unknown or the default."""

    colour: str | None = None
    """RRGGBB."""
    ground: str | None = PAPER
    """RRGGBB of what is behind; `None` where that cannot be told."""
    size: float | None = None
    """In points."""
    vanish: bool = False
    """The format says that they are not shown."""
    clear: bool = False
    """Fully transparent."""


def why_unseen(paint: Paint) -> str | None:
    """The code of why a reader of the page cannot see it, or None."""
    if paint.vanish:
        return "vanish"
    if paint.size is not None and paint.size <= _TINY:
        return "tiny"
    if paint.clear:
        return "transparent"
    if paint.colour and paint.ground and _same(paint.colour, paint.ground):
        return "white" if _same(paint.ground, PAPER) else "same-colour"
    return None


def hex_colour(value: str | None) -> str | None:
    """RRGGBB in capitals, or None for automatic, named or broken colours."""
    found = _HEX.match(value or "")
    return found.group(1).upper() if found else None


def is_paper(colour: str | None) -> bool:
    """Whether it looks like unprinted paper."""
    return colour is None or _same(colour, PAPER)


def _same(one: str, other: str) -> bool:
    a, b = _channels(one), _channels(other)
    if max(abs(x - y) for x, y in zip(a, b, strict=True)) >= _LEAST_HUE:
        return False
    return abs(_grey(a) - _grey(b)) < _LEAST_CONTRAST


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[:2], 16), int(colour[2:4], 16), int(colour[4:], 16)


def _grey(channels: tuple[int, int, int]) -> float:
    red, green, blue = channels
    return 0.299 * red + 0.587 * green + 0.114 * blue
