"""Pages that are pictures: drawn, read by OCR, and handed on as fragments, so that they are ordered like any page."""

from __future__ import annotations

import math
import re
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import pypdfium2 as pypdfium
import pypdfium2.raw as pdfium

from screen.readers._glyphs import repair
from screen.readers._hocr import ScanLine, ScanWord
from screen.readers._ocr import MOST_PIXELS, SHORT_SIDE, Grey, ScanPage, Scribe, can_read
from screen.readers.pdf._engine import Sheet, opened
from screen.readers.pdf._fragments import Fragment
from screen.readers.pdf._shapes import Shapes
from screen.readers.pdf._styles import Style

_APART = 0.9
"""In line heights: a wider gap parts fragments."""
_ALIKE = 0.12
"""Share by which the height of lines in one font size is measured wrongly."""
_WIDTH = 595.0
"""Points: a page is taken for that wide (A4) where its picture or its size in the file does not tell."""
_WIDEST = 900.0
"""Points from where a page's size was told in pixels."""
_STEP = 0.5
"""Points to which font sizes are rounded."""
_MEASURED = 4
"""Letters from where the thickness of strokes tells something."""
_THICK = 1.2
"""Times the usual thickness: bold fonts have 1.2 to 1.8, blur and capitals make up to 1.15 of a plain one."""
_LONE = re.compile(r"[^\w\s\"'(\[–—-]|[eo]")
"""What a bullet is read as, where it stands alone before a line."""


def recognised_sheets(data: bytes, sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets, with those that are pictures read where this machine can."""
    if not any(s.scan for s in sheets) or not can_read():
        return list(sheets)
    scribe = Scribe()
    with opened(data) as document:
        return [_recognised(document, s, scribe) if s.scan else s for s in sheets]


def _recognised(document: Any, sheet: Sheet, scribe: Scribe) -> Sheet:
    try:
        page = document[sheet.number - 1]
    except pypdfium.PdfiumError:
        return sheet
    try:
        found = scribe.read(_Drawn(page))
    finally:
        page.close()
    if found is None:
        return sheet
    hidden = [f for f in (*sheet.fragments, *sheet.turned) if f.hidden is not None]
    width = sheet.width if found.width < found.height and 0 < sheet.width < _WIDEST else None
    read = sheet_of(found, sheet.number, width)
    return replace(read, fragments=(*read.fragments, *hidden))


class _Drawn:
    """A page of a PDF, drawn as it is asked for."""

    def __init__(self, page: Any) -> None:
        self._page = page

    def grey(self, turn: int, tilt: float, zoom: float) -> Grey | None:
        """The page in grey, turned by quarters and tilted by radians, larger for small letters."""
        width, height = self._page.get_size()
        if not (1 < width < 1e6 and 1 < height < 1e6):
            return None
        scale = min(zoom * SHORT_SIDE / min(width, height), math.sqrt(MOST_PIXELS / (width * height)))
        angle = turn * math.pi / 2 + tilt
        cos, sin = scale * math.cos(angle), scale * math.sin(angle)
        across = max(1, round(abs(width * cos) + abs(height * sin)))
        down = max(1, round(abs(width * sin) + abs(height * cos)))
        left = (across - cos * width + sin * height) / 2
        top = (down - sin * width - cos * height) / 2
        return self._draw(across, down, pdfium.FS_MATRIX(cos, sin, -sin, cos, left, top))

    def _draw(self, across: int, down: int, matrix: Any) -> Grey:
        bitmap = pypdfium.PdfBitmap.new_native(across, down, pdfium.FPDFBitmap_Gray)
        try:
            bitmap.fill_rect((255, 255, 255, 255), 0, 0, across, down)
            clip = pdfium.FS_RECTF(0, 0, across, down)
            pdfium.FPDF_RenderPageBitmapWithMatrix(bitmap, self._page, matrix, clip, pdfium.FPDF_ANNOT)
            rows = memoryview(bitmap.buffer).cast("B")
            return Grey(
                across, down, b"".join(rows[y : y + across] for y in range(0, down * bitmap.stride, bitmap.stride))
            )
        finally:
            bitmap.close()


def sheet_of(page: ScanPage, number: int, width: float | None = None) -> Sheet:
    """A page as it was read, in points.

    Args:
        page: What was read.
        number: The page's, from 1.
        width: The page's, in points; without it, that of A4.
    """
    short = min(page.width, page.height)
    unit = width / page.width if width else _WIDTH / short
    sizes = _evened([line.size * unit for line in page.lines])
    fragments: list[Fragment] = []
    for line, size in zip(page.lines, sizes, strict=True):
        fragments += _fragments(line, Style(size, 0.0, False, False, "", 0, 255, True, 0), unit, page, len(fragments))
    return Sheet(number, page.width * unit, page.height * unit, tuple(fragments), (), Shapes(), scan=False)


def _evened(sizes: list[float]) -> list[float]:
    """The sizes, those that differ from the usual one by no more than the measuring made one."""
    if not sizes:
        return []
    usual = round(statistics.median(sizes) / _STEP) * _STEP
    return [usual if abs(s - usual) <= _ALIKE * usual else max(_STEP, round(s / _STEP) * _STEP) for s in sizes]


def _fragments(line: ScanLine, style: Style, unit: float, page: ScanPage, serial: int) -> list[Fragment]:
    runs: list[list[ScanWord]] = []
    for word in _bulleted(line):
        if runs and word.left - runs[-1][-1].right < _APART * line.size:
            runs[-1].append(word)
        else:
            runs.append([word])
    first = line.words[0].left
    out = []
    for at, run in enumerate(runs):
        # What is left of the slope is taken off, so that what stands beside each other is level.
        base = line.base + line.slope * (run[0].left - first) - page.slope * run[0].left
        text = repair(" ".join(w.text for w in run))
        look = replace(style, bold=_is_bold(run, line.size, page.stroke))
        fragment = Fragment(text, run[0].left * unit, run[-1].right * unit, base * unit, look, serial + at)
        fragment.confidence = _mean(run)
        out.append(fragment)
    return [f for f in out if f.text.strip()]


def _bulleted(line: ScanLine) -> Iterable[ScanWord]:
    first, *rest = line.words
    if not rest or not _LONE.fullmatch(first.text):
        return line.words
    return [replace(first, text="•"), *rest]


def _is_bold(words: Sequence[ScanWord], size: float, usual: float) -> bool:
    """Whether its strokes are plainly thicker than most on the page."""
    strokes = [w.stroke for w in words if w.stroke for _ in w.text]
    return len(strokes) >= _MEASURED and statistics.median(strokes) > _THICK * usual * size


def _mean(words: Sequence[ScanWord]) -> float:
    letters = sum(len(w.text) for w in words)
    return round(sum(len(w.text) * w.confidence for w in words) / letters, 3)
