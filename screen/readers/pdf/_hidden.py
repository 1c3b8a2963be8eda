"""What a reader of the page cannot see, told by looking at the page as it is drawn."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pypdfium2.raw as pdfium

from screen.readers.pdf._fragments import Fragment, View
from screen.readers.pdf._shapes import Shapes
from screen.readers.pdf._under import over_something, text_taken_off

_CONTRAST = 24
"""Of 255: less cannot be told from the paper. The faintest honest text measured has 64."""
_TINY = 3.0
"""Points: lower letters cannot be read."""
_NARROW = 0.12
"""In ems per character: text squeezed to less cannot be read. The narrowest honest fonts have 0.25."""
_FAINT = 26
"""Opacity of 255 from where text is as good as not there."""
_LIGHT_INK = 200
"""Lightness from where ink could be that of the paper."""
_HIGH = 0.7
"""Of the em: how far capitals reach above the baseline."""
_GROUND = 0.45
"""Share of a box, with a little at both sides, that its ground takes up at least, however bold the letters."""
_AROUND = 0.3
"""In ems: that little."""
_MOST_PIXELS = 4_000_000
"""Of a drawn page; an A4 page at one pixel a point has 500,000."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as it is drawn, in grey, one byte a pixel, from the top left corner."""

    pixels: bytes
    stride: int
    width: int
    height: int
    scale: float
    """Pixels a point."""


def mark_hidden(page: Any, fragments: Sequence[Fragment], shapes: Shapes, view: View) -> None:
    """Sets on each fragment why it cannot be seen, if it cannot."""
    picture = drawn(page, view)
    for fragment in fragments:
        fragment.hidden = _reason(fragment, shapes, view, picture)
    light = [f for f in fragments if f.hidden is None and f.style.light >= _LIGHT_INK]
    for fragment in light:
        if any(f.style.light < _LIGHT_INK and f.hidden is None and _upon(f, fragment) for f in fragments):
            fragment.hidden = "covered"
    if doubtful := over_something(page, fragments, shapes, view):
        with text_taken_off(page):
            bare = drawn(page, view)
        for fragment in doubtful:
            if not _differs(fragment, picture, bare):
                fragment.hidden = "covered"


def _differs(fragment: Fragment, picture: Picture, bare: Picture) -> bool:
    """Whether the page is another where the fragment stands when its text is taken off."""
    left, right, top, bottom = _place(fragment, picture)
    for y in range(top, bottom):
        row = slice(y * picture.stride + left, y * picture.stride + right)
        one, other = picture.pixels[row], bare.pixels[row]
        if one != other and max(abs(a - b) for a, b in zip(one, other, strict=True)) >= _CONTRAST:
            return True
    return False


def _upon(other: Fragment, fragment: Fragment) -> bool:
    """Whether other words stand where the fragment's do: the ink that is seen there is theirs."""
    shared = min(other.right, fragment.right) - max(other.left, fragment.left)
    return shared > 0.5 * (fragment.right - fragment.left) and other.overlap(fragment) > 0.5


def drawn(page: Any, view: View) -> Picture:
    """The page at one pixel a point, upright as its text runs (less for posters)."""
    scale = min(1.0, math.sqrt(_MOST_PIXELS / max(view.width * view.height, 1.0)))
    width, height = max(1, round(view.width * scale)), max(1, round(view.height * scale))
    # The drawing turns by the page's own rotation too; what is asked for here is the turn of the text.
    turn = (view.quarter - pdfium.FPDFPage_GetRotation(page)) % 4
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, turn, pdfium.FPDF_ANNOT)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        pixels = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return Picture(pixels, stride, width, height, scale)


def _reason(fragment: Fragment, shapes: Shapes, view: View, picture: Picture) -> str | None:
    style = fragment.style
    if style.size < _TINY:
        return "tiny"
    if fragment.right - fragment.left < _NARROW * style.size * len(fragment.text):
        return "tiny"
    middle = (fragment.left + fragment.right) / 2
    if not (0 <= middle <= view.width and 0 <= fragment.base - style.size * 0.3 <= view.height):
        return "off-page"
    if style.alpha < _FAINT:
        return "transparent"
    if not any(map(str.isalnum, fragment.text)):
        return None
    # Text without ink is honest where it lies over a picture of the same words, as a scan's does.
    if not style.inked and not any(p.has(middle, fragment.base - 0.3 * style.size) for p in shapes.pictures):
        return "invisible"
    if _seen(fragment, picture):
        return None
    if not style.inked:
        return "invisible"
    return "white" if style.light >= _LIGHT_INK else "covered"


def _place(fragment: Fragment, picture: Picture) -> tuple[int, int, int, int]:
    """Left, right, top and bottom of the fragment's letters, in pixels."""
    scale = picture.scale
    left = min(max(0, int(fragment.left * scale)), picture.width - 1)
    right = min(picture.width, max(left + 1, math.ceil(fragment.right * scale)))
    # Down to the baseline only: what stands right below must not speak for it.
    top = min(max(0, math.ceil((fragment.base - _HIGH * fragment.size) * scale)), picture.height - 1)
    return left, right, top, min(picture.height, max(top + 1, int(fragment.base * scale)))


def _seen(fragment: Fragment, picture: Picture) -> bool:
    """Whether something stands out within the box: first in the row of pixels where letters are densest."""
    scale, pixels, stride = picture.scale, picture.pixels, picture.stride
    left, right, top, bottom = _place(fragment, picture)
    dense = min(max(0, int((fragment.base - 0.25 * fragment.size) * scale)), picture.height - 1)
    row = pixels[dense * stride + left : dense * stride + right]
    low, high = min(row), max(row)
    ink = fragment.style.light
    plain = ink < _LIGHT_INK or not fragment.style.inked
    if plain and high - low >= _CONTRAST:
        return True
    box = b"".join(pixels[y * stride + left : y * stride + right] for y in range(top, bottom))
    if plain:
        return max(box) - min(box) >= _CONTRAST
    # Light ink: a border in the box must not speak for it, so a good part of what is around must be another colour.
    wide = max(1, round(_AROUND * fragment.size * scale))
    left, right = max(0, left - wide), min(picture.width, right + wide)
    around = b"".join(pixels[y * stride + left : y * stride + right] for y in range(top, bottom))
    away = around.translate(_away(ink)).count(1)
    return away >= _GROUND * len(around) and max(box) - min(box) >= _CONTRAST


@lru_cache(maxsize=256)
def _away(ink: int) -> bytes:
    """For each lightness 1 if it can be told from the ink, else 0."""
    return bytes(abs(light - ink) >= _CONTRAST for light in range(256))
