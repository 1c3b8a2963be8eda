"""How thick the strokes of a scanned word are: bold headings and titles are told by nothing else in a picture."""

from __future__ import annotations

_LEAST = 4
"""Pixels of a box's width and height below which nothing is measured."""
_BETWEEN = 0.5
"""Of the way from the darkest to the lightest pixel of the box: what is nearer to the ink is ink."""


def stroke(pixels: bytes, width: int, box: tuple[float, float, float, float]) -> float:
    """The mean length of the runs of ink in the box, in pixels, whether the letters are dark or light; 0 unknown.

    Args:
        pixels: Of the whole picture, one byte each, row by row.
        width: Of the picture.
        box: Left, top, right, bottom, in pixels.
    """
    left, top, right, bottom = (max(0, round(v)) for v in box)
    right = min(right, width)
    if right - left < _LEAST or bottom - top < _LEAST:
        return 0.0
    rows = [pixels[y * width + left : y * width + right] for y in range(top, bottom)]
    joined = b"".join(rows)
    if not joined:
        return 0.0
    limit = round(min(joined) + _BETWEEN * (max(joined) - min(joined)))
    table = bytes([1] * limit + [0] * (256 - limit))
    dark = sum(joined.translate(table))
    if 2 * dark > len(joined):
        table = bytes([0] * limit + [1] * (256 - limit))
        dark = len(joined) - dark
    runs = b"\x00".join((b"", *(row.translate(table) for row in rows))).count(b"\x00\x01")
    return dark / runs if runs else 0.0
