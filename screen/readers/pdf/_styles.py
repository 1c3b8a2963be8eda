"""How the characters of a text object look: asked once per object, since every question to the library costs."""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

_BOLD_NAME = re.compile(r"bold|black|heavy|semibd|demi|(?<![a-z])bd(?![a-z])", re.IGNORECASE)
_SYMBOL_NAME = re.compile(r"wingding|webding|symbol|dingbat|awesome|icon|glyph|bullet", re.IGNORECASE)
_PLAIN_NAME = re.compile(r"regular|roman|book|light|medium|normal|italic|oblique", re.IGNORECASE)
_BOLD_WEIGHT = 700
"""CSS: bold. The library guesses the weight from the width of stems, and reaches 600 for some upright fonts."""
_INVISIBLE_MODES = {3, 7}
"""PDF text rendering modes that put no ink on the page: invisible, clip only."""
_STROKE_MODES = {1, 5}
_BOLDENED_MODES = {2, 6}
"""Fill and stroke: how programs fake a bold font."""
_NAME_LENGTH = 256

# The same function, told its types anew: it is called once a word, and a number is had for less than a pointer.
_OBJECT_AT = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)


Box = tuple[float, float, float, float]
"""Left, bottom, right, top as the file counts them: from the lower left corner, in points."""


@dataclass(frozen=True, slots=True)
class Style:
    """The look of one text object."""

    size: float
    """Height of the font's em on the page, in points."""
    drop: float | None
    """From the bottom of the library's boxes up to the baseline, in points; `None`: each box fits its letter only."""
    bold: bool
    symbol: bool
    """A font of signs (Symbol, Wingdings, icons), not of letters."""
    font: str
    light: int
    """Of the ink, 0 black to 255 white."""
    alpha: int
    """0 transparent to 255 opaque."""
    inked: bool
    """The text rendering mode puts ink on the page."""
    quarter: int
    """Quarter turns, against the clock, from left-to-right on the page as it is stored."""


@dataclass(frozen=True, slots=True)
class _Font:
    name: str
    bold: bool
    symbol: bool


class Styles:
    """The styles of one page's text objects."""

    def __init__(self, textpage: Any) -> None:
        self._textpage = textpage
        self._address = ctypes.cast(textpage, ctypes.c_void_p).value
        self._objects: dict[int | None, Style] = {}
        self._looks: dict[tuple[object, ...], Style] = {}
        self._fonts: dict[int, _Font] = {}
        self._matrix = pdfium.FS_MATRIX()
        self._colour = tuple(ctypes.c_uint() for _ in range(4))
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def at(self, index: int, box: Box) -> Style:
        """The style of the character at `index`, which has that box."""
        key = _OBJECT_AT(self._address, index)
        style = self._objects.get(key)
        if style is None:
            style = self._objects[key] = self._ask(key, index, box)
        return style

    def _ask(self, key: int | None, index: int, box: Box) -> Style:
        """Asks for what makes a look; only a new look is asked for the rest."""
        matrix, (red, green, blue, alpha) = self._matrix, self._colour
        pdfium.FPDFText_GetMatrix(self._textpage, index, matrix)
        handle = ctypes.cast(key, pdfium.FPDF_PAGEOBJECT) if key else None
        mode = pdfium.FPDFTextObj_GetTextRenderMode(handle) if handle else 0
        colour = pdfium.FPDFText_GetStrokeColor if mode in _STROKE_MODES else pdfium.FPDFText_GetFillColor
        told = colour(self._textpage, index, red, green, blue, alpha)
        ink = (red.value, green.value, blue.value, alpha.value) if told else (0, 0, 0, 255)
        size = pdfium.FPDFText_GetFontSize(self._textpage, index)
        font = pdfium.FPDFTextObj_GetFont(handle) if handle else None
        address = (ctypes.cast(font, ctypes.c_void_p).value or 0) if font else 0
        look = (address, mode, ink, size, matrix.a, matrix.b, matrix.c, matrix.d)
        if look not in self._looks:
            face = self._font(font, address)
            self._looks[look] = self._described(index, box, size=size, mode=mode, ink=ink, font=face)
        return self._looks[look]

    def _described(
        self, index: int, box: Box, *, size: float, mode: int, ink: tuple[int, int, int, int], font: _Font
    ) -> Style:
        matrix = self._matrix
        quarter = _quarter(matrix.a, matrix.b)
        size *= math.hypot(matrix.c, matrix.d) or 1.0
        size = round(size, 2) if 0.1 < size < 2000 else max(box[3] - box[1], 1.0)
        pdfium.FPDFText_GetCharOrigin(self._textpage, index, self._x, self._y)
        across = box[3] - box[1] if quarter % 2 == 0 else box[2] - box[0]
        red, green, blue, alpha = ink
        return Style(
            size=size,
            drop=round(_drop(quarter, box, self._x.value, self._y.value), 2) if across >= size else None,
            bold=font.bold or mode in _BOLDENED_MODES,
            symbol=font.symbol,
            font=font.name,
            light=(red * 299 + green * 587 + blue * 114) // 1000,
            alpha=alpha,
            inked=mode not in _INVISIBLE_MODES,
            quarter=quarter,
        )

    def drop_at(self, index: int, style: Style, box: Box) -> float:
        """From the foot of the box of the character at `index` up to the baseline."""
        pdfium.FPDFText_GetCharOrigin(self._textpage, index, self._x, self._y)
        return _drop(style.quarter, box, self._x.value, self._y.value)

    def _font(self, font: Any, address: int) -> _Font:
        if address not in self._fonts:
            self._fonts[address] = _font_of(font) if address else _Font("", False, False)
        return self._fonts[address]


def _quarter(a: float, b: float) -> int:
    """How often the text is turned by a quarter, from the first column of its matrix."""
    if abs(a) >= abs(b):
        return 0 if a >= 0 else 2
    return 1 if b > 0 else 3


def _drop(quarter: int, box: Box, x: float, y: float) -> float:
    """From the foot of the box to the baseline, which runs through (x, y)."""
    left, bottom, right, top = box
    return (y - bottom, right - x, top - y, x - left)[quarter]


def _font_of(font: Any) -> _Font:
    buffer = ctypes.create_string_buffer(_NAME_LENGTH)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, _NAME_LENGTH)
    name = buffer.value.decode("utf-8", "replace").partition("+")
    base = name[2] or name[0]
    heavy = pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT and not _PLAIN_NAME.search(base)
    bold = bool(_BOLD_NAME.search(base)) or heavy
    return _Font(base, bold, bool(_SYMBOL_NAME.search(base)))
