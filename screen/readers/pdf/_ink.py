"""Whether something is written on a page whose text says nothing: a scan in strips, letters turned into shapes."""

from __future__ import annotations

from typing import Any

_WIDTH = 400
"""Pixels of the page's shorter side: lines of text are a few pixels high."""
_MOST_PIXELS = 1_000_000
_DARK = 160
"""Grey (0–255) below which a pixel is ink: letters are pale when they are drawn small."""
_WRITTEN = 800
"""Changes from paper to ink, row by row: three for each letter, 300 for a signature, one or two a row for boxes."""
_INK = bytes([1] * _DARK + [0] * (256 - _DARK))


def is_written(page: Any) -> bool:
    """Whether the page, as it is seen, holds about a paragraph or more."""
    width, height = page.get_size()
    if not (1 < width < 1e5 and 1 < height < 1e5):
        return False
    scale = min(_WIDTH / min(width, height), (_MOST_PIXELS / (width * height)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        return bytes(bitmap.buffer).translate(_INK).count(b"\x00\x01") > _WRITTEN
    finally:
        bitmap.close()
