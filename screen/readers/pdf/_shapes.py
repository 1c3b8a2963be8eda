"""What is drawn on a page besides text: rules, filled boxes, pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from screen.readers.pdf._fragments import View

_MOST_OBJECTS = 3_000
"""Looked at on a page: beyond, it is a drawing, and no table or side column is told by it."""
_THIN = 2.5
"""Points: a filled box no thicker is a rule."""
_LONG = 18.0
"""Points: a shorter rule underlines a word."""
_DOT = (0.9, 6.5)
"""Points: from the smallest to the largest mark before a list item that is drawn, not written."""
_ROUND = 0.2
"""Share by which its height may differ from its width."""
_MEET = 3.0
"""Points: the rules of neighbouring cells meet within that."""
_ROW_HIGH = 60.0
"""Points: a shaded box across columns that is no higher may be a table's row."""
_PAPER = 250
"""Lightness (0–255) from where a fill is as good as the paper."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on the upright page, from its top left corner, in points."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """In points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """In points."""
        return self.bottom - self.top

    def has(self, x: float, y: float) -> bool:
        """Whether the point lies inside."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class Shapes:
    """What is drawn on one page."""

    levels: tuple[Area, ...] = ()
    """Horizontal rules, with the upper and lower edges of boxes drawn by a line."""
    fills: tuple[Area, ...] = ()
    """Boxes with a colour of their own."""
    pictures: tuple[Area, ...] = ()
    dots: tuple[Area, ...] = ()
    """Small discs and squares."""


def shapes_of(page: Any, view: View) -> Shapes:
    """The rules, boxes and pictures of a page."""
    levels: list[Area] = []
    fills: list[Area] = []
    pictures: list[Area] = []
    dots: list[Area] = []
    for kind, handle in _objects(page):
        area = bounds(handle, view)
        if area is None:
            continue
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures.append(area)
        elif _DOT[0] <= area.width <= _DOT[1] and abs(area.width - area.height) <= _ROUND * area.width:
            dots.append(area)
        elif area.height <= _THIN:
            if area.width >= _LONG:
                levels.append(area)
        elif area.width > _THIN:
            filled, stroked = _drawn(handle)
            if filled:
                fills.append(area)
            if stroked and area.width >= _LONG:
                levels += [Area(area.left, y, area.right, y) for y in (area.top, area.bottom)]
    return Shapes(tuple(levels), tuple(fills), tuple(pictures), tuple(dots))


def _objects(page: Any) -> Iterator[tuple[int, Any]]:
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        handle = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(handle)
        if kind in {pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE}:
            yield kind, handle


def bounds(handle: Any, view: View) -> Area | None:
    """Where an object stands on the upright page."""
    edges = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(handle, *edges):
        return None
    left, bottom, right, top = (e.value for e in edges)
    return Area(*view.box((left, bottom, right, top)))


def _drawn(handle: Any) -> tuple[bool, bool]:
    """Whether a path is filled with a colour that can be told from paper, and whether its outline is drawn."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(handle, mode, stroke)
    if not mode.value:
        return False, bool(stroke.value)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(handle, red, green, blue, alpha)
    light = min(red.value, green.value, blue.value)
    return light < _PAPER and alpha.value > 8, bool(stroke.value)


def rules_across(shapes: Shapes, left: float, right: float) -> list[float]:
    """Heights at which a table's rules, or the edges of its shaded rows, cross the strip from `left` to `right`."""
    heights: list[float] = []
    before = [a for a in shapes.levels if a.left < left and a.right > left - _MEET]
    behind = [a for a in shapes.levels if a.right > right and a.left < right + _MEET]
    for one in before:
        if any(abs(one.top - two.top) < _MEET for two in behind):
            heights.append(one.top)
    for fill in shapes.fills:
        if fill.left < left and fill.right > right and fill.height < _ROW_HIGH:
            heights += [fill.top, fill.bottom]
    out: list[float] = []
    for height in sorted(heights):
        if not out or height - out[-1] > _MEET:
            out.append(height)
    return out
