"""Text beneath a picture or a pattern: something stands out where it is, but the text does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pypdfium2.raw as pdfium

from screen.readers.pdf._fragments import Fragment, View
from screen.readers.pdf._shapes import Area, Shapes, bounds

_INVISIBLE = 3
"""PDF text rendering mode that puts no ink on the page."""
_MOST_OBJECTS, _DEEPEST = 20_000, 8
"""Objects of a page, forms within forms."""
_MOST_PATHS = 1_000
_BUSY = 6
"""Shapes that meet a text's box, from where they may be a pattern upon it."""


def over_something(page: Any, fragments: Sequence[Fragment], shapes: Shapes, view: View) -> list[Fragment]:
    """Those whose place on the page shows something else too, so that it cannot speak for them."""
    seen = [f for f in fragments if f.hidden is None and f.style.inked]
    kinds = [(pdfium.FPDFPageObj_GetType(o), o) for o in _top(page)]
    if any(kind == pdfium.FPDF_PAGEOBJ_FORM for kind, _ in kinds):
        return seen
    paths = [o for kind, o in kinds if kind == pdfium.FPDF_PAGEOBJ_PATH][:_MOST_PATHS]
    drawn = [a for o in paths if (a := bounds(o, view))] if len(paths) >= _BUSY else []
    return [
        f
        for f in seen
        if any(_meets(f, a) for a in shapes.pictures) or (drawn and sum(_meets(f, a) for a in drawn) >= _BUSY)
    ]


def _meets(fragment: Fragment, area: Area) -> bool:
    return (
        fragment.left < area.right
        and area.left < fragment.right
        and fragment.top < area.bottom
        and area.top < fragment.bottom
    )


def _top(page: Any) -> Iterator[Any]:
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        yield pdfium.FPDFPage_GetObject(page, index)


@contextmanager
def text_taken_off(page: Any) -> Iterator[None]:
    """The page as it is without its text, for as long as it is drawn."""
    changed: list[tuple[Any, int]] = []
    for text in _texts(_top(page), 0):
        changed.append((text, pdfium.FPDFTextObj_GetTextRenderMode(text)))
        pdfium.FPDFTextObj_SetTextRenderMode(text, _INVISIBLE)
    try:
        yield
    finally:
        for text, mode in changed:
            pdfium.FPDFTextObj_SetTextRenderMode(text, mode)


def _texts(objects: Iterator[Any], depth: int) -> Iterator[Any]:
    for handle in objects:
        kind = pdfium.FPDFPageObj_GetType(handle)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            yield handle
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            count = min(pdfium.FPDFFormObj_CountObjects(handle), _MOST_OBJECTS)
            yield from _texts((pdfium.FPDFFormObj_GetObject(handle, i) for i in range(count)), depth + 1)
