"""Opens a PDF and tells what stands on its pages; every question to the library is asked here or below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pypdfium
import pypdfium2.raw as pdfium

from screen.model.errors import Unreadable
from screen.readers._limits import MOST_CHARACTERS
from screen.readers.pdf._characters import Characters, Word
from screen.readers.pdf._fragments import Fragment, View, fragments_of, quarter_of
from screen.readers.pdf._hidden import mark_hidden
from screen.readers.pdf._ink import is_written
from screen.readers.pdf._shapes import Shapes, shapes_of

MOST_PAGES = 60
"""Read of one document: a CV has one to six."""
MOST_PAGE_CHARACTERS = 60_000
"""Of one page; a full page has about 5,000."""
_JUNK = 1_024
"""Bytes before the header that the library tolerates; more are cut off."""
_FEW = 40
"""Visible characters below which a page with a large picture is a scan."""
_LARGE = 0.5
"""Share of the page that a scan's picture covers."""
_UNMAPPED = 0.01
"""Share of characters without meaning from where the page's text cannot be trusted."""
_MEANINGLESS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffd]")
_ANNOTATIONS = {pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_STAMP}
"""Kinds of annotation that put text on the page."""
_UNSEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page as it was read."""

    number: int
    """From 1."""
    width: float
    height: float
    fragments: tuple[Fragment, ...]
    """Text that can be seen and text that cannot, in the order of the file."""
    turned: tuple[Fragment, ...]
    """Text that runs another way than the rest, each on the page as it is turned upright."""
    shapes: Shapes
    scan: bool
    """A picture of text, or text whose characters have no meaning: OCR would have to read it."""


def sheets(data: bytes) -> Iterator[Sheet]:
    """The pages of a PDF, one by one.

    Raises:
        Unreadable: encrypted, damaged, too-many-pages, too-much-text.
    """
    with opened(data) as document:
        count = len(document)
        if count > MOST_PAGES:
            raise Unreadable("too-many-pages", limit=MOST_PAGES, pages=count)
        characters = 0
        for index in range(count):
            sheet, found = _sheet(document, index)
            characters += found
            if found > MOST_PAGE_CHARACTERS or characters > MOST_CHARACTERS:
                raise Unreadable("too-much-text", limit=MOST_CHARACTERS)
            yield sheet


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """The file, as the library opens it.

    Raises:
        Unreadable: encrypted, damaged.
    """
    start = data.find(b"%PDF-")
    try:
        document = pypdfium.PdfDocument(data[start:] if start > _JUNK // 2 else data)
    except pypdfium.PdfiumError as error:
        code = getattr(error, "err_code", None)
        raise Unreadable("encrypted" if code == pdfium.FPDF_ERR_PASSWORD else "damaged") from error
    try:
        if document.get_formtype() != pdfium.FORMTYPE_NONE:
            document.init_forms()
        yield document
    finally:
        document.close()


def _sheet(document: Any, index: int) -> tuple[Sheet, int]:
    try:
        page = document[index]
    except pypdfium.PdfiumError:
        # One broken page does not take the others with it; it holds nothing that could be read.
        return Sheet(index + 1, 0.0, 0.0, (), (), Shapes(), scan=True), 0
    try:
        if _flattened(page):
            page.close()
            page = document[index]
        return _read(page, index + 1)
    finally:
        page.close()


def _flattened(page: Any) -> bool:
    """Draws fields and typed notes into the page, where there are some: their text is read with the rest."""
    texts = False
    for i in reversed(range(pdfium.FPDFPage_GetAnnotCount(page))):
        note = pdfium.FPDFPage_GetAnnot(page, i)
        kind, unseen = pdfium.FPDFAnnot_GetSubtype(note), pdfium.FPDFAnnot_GetFlags(note) & _UNSEEN
        pdfium.FPDFPage_CloseAnnot(note)
        if unseen:
            pdfium.FPDFPage_RemoveAnnot(page, i)
        texts = texts or (kind in _ANNOTATIONS and not unseen)
    return texts and bool(pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS)


def _read(page: Any, number: int) -> tuple[Sheet, int]:
    textpage = page.get_textpage()
    try:
        characters = Characters(textpage)
        if len(characters.text) > MOST_PAGE_CHARACTERS:
            return Sheet(number, 0.0, 0.0, (), (), Shapes(), scan=False), len(characters.text)
        words = characters.words()
        main = quarter_of(words)
        view = _view(page, main)
        shapes = shapes_of(page, view)
        fragments = _fragments(page, words, view, shapes)
        others = [_view(page, q) for q in sorted({w.style.quarter for w in words} - {main})]
        turned = [f for other in others for f in _fragments(page, words, other, shapes_of(page, other))]
        scan = _is_scan(page, characters.text, [*fragments, *turned], shapes, view)
        sheet = Sheet(number, view.width, view.height, tuple(fragments), tuple(turned), shapes, scan)
        return sheet, len(characters.text)
    finally:
        textpage.close()


def _fragments(page: Any, words: Sequence[Word], view: View, shapes: Shapes) -> list[Fragment]:
    """Those of the words that are upright in this view, with what cannot be seen of them."""
    fragments = fragments_of([w for w in words if w.style.quarter == view.quarter], view)
    if fragments:
        mark_hidden(page, fragments, shapes, view)
    return fragments


def _view(page: Any, quarter: int) -> View:
    rect = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, rect)
    return View(rect.left, rect.bottom, rect.right, rect.top, quarter)


def _is_scan(page: Any, text: str, fragments: list[Fragment], shapes: Shapes, view: View) -> bool:
    seen = sum(len(f.text) for f in fragments if f.hidden is None)
    if seen < _FEW:
        large = any(p.width * p.height > _LARGE * view.width * view.height for p in shapes.pictures)
        return large or is_written(page)
    return len(_MEANINGLESS.findall(text)) > _UNMAPPED * len(text)
