"""Bullets before the lines of a scan: Tesseract takes small round ones for dirt."""

from __future__ import annotations

_FAR = 2.2
"""Line heights before the first word within which its bullet stands."""
_NEAR = 0.2
"""Line heights: what stands nearer belongs to the word."""
_HIGH = (0.8, 0.1)
"""Line heights above and below the baseline between which a bullet stands."""
_SIZE = (0.1, 0.5)
"""Line heights of the smallest and the largest bullet."""
_ALONE = 0.4
"""Line heights of white space before a bullet."""
_FULL = 0.5
"""Share of its box that a disc or square fills; three quarters for a disc."""
_CONTRAST = 70
"""Of 255, from paper to ink."""


def has_dot(pixels: bytes, width: int, left: float, base: float, size: float) -> bool:
    """Whether a small disc or square stands before the word that begins at `left`, all in pixels."""
    first, last = max(0, round(left - _FAR * size)), min(width, round(left - _NEAR * size))
    top, bottom = max(0, round(base - _HIGH[0] * size)), round(base + _HIGH[1] * size)
    rows = [pixels[y * width + first : y * width + last] for y in range(top, bottom)]
    rows = [row for row in rows if len(row) == last - first]  # below the picture there is nothing
    joined = b"".join(rows)
    if last <= first or not joined or max(joined) - min(joined) < _CONTRAST:
        return False
    limit = (min(joined) + max(joined)) // 2
    light = 2 * sum(v >= limit for v in joined) >= len(joined)
    ink = [[(v < limit) == light for v in row] for row in rows]
    return _is_dot(ink, size)


def _is_dot(ink: list[list[bool]], size: float) -> bool:
    """Whether the run of inked columns nearest to the word is one, alone and full."""
    columns = [any(column) for column in zip(*ink, strict=True)]
    end = len(columns) - columns[::-1].index(True) if True in columns else 0
    start = end
    while start and columns[start - 1]:
        start -= 1
    if any(columns[max(0, start - round(_ALONE * size)) : start]):
        return False
    inked = [y for y, row in enumerate(ink) if any(row[start:end])]
    if not inked or end == len(columns):
        return False
    across, down = end - start, inked[-1] - inked[0] + 1
    amount = sum(sum(row[start:end]) for row in ink)
    fits = all(_SIZE[0] * size <= v <= _SIZE[1] * size for v in (across, down))
    return fits and 0.5 <= across / down <= 2 and amount >= _FULL * across * down
