"""Where text is out of sight for its place or its height, the same for every format of office documents."""

from __future__ import annotations

LOW = 3.0
"""Points: a line or row that is no higher shows no letter."""
BESIDE = (-250.0, 590.0)
"""Points of indentation from where text begins beside the page: A4 is 595 wide."""
OFF_PAGE = 1_500.0
"""Points beyond which nothing is on any page (A3 is 1,191 high)."""
RAISED = 400.0
"""Points above or below its line, from where a letter is off it and off most pages."""
SQUEEZED = -8.0
"""Points less between letters, from where they stand on each other."""


def indented(left: float | None, first: float | None = None) -> str | None:
    """Why a paragraph with these indents (points) cannot be seen."""
    off = [n for n in (left, first) if n is not None and not BESIDE[0] < n < BESIDE[1]]
    return "off-page" if off else None


def low(height: float | None) -> str | None:
    """Why what is exactly that high (points) cannot be seen."""
    return "tiny" if height is not None and 0 <= height <= LOW else None


def raised(points: float) -> str | None:
    """Why a letter that much above or below its line cannot be seen."""
    return "off-page" if abs(points) >= RAISED else None


def squeezed(points: float) -> str | None:
    """Why letters with that much (less) between them cannot be read."""
    return "tiny" if points <= SQUEEZED else None


def placed(left: float | None, top: float | None = None) -> str | None:
    """Why what stands there (points from the page's corner) cannot be seen."""
    return "off-page" if any(n is not None and not -OFF_PAGE / 3 < n < OFF_PAGE for n in (left, top)) else None
