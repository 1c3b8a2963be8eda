"""Scans of pages: drawn, turned, and wrapped in a PDF that holds nothing but the picture."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec

import pypdfium2 as pypdfium
import pytest

from screen.readers._ocr import can_read
from tests.readers.pages import block, bold, pdf

needs_tesseract = pytest.mark.skipif(not can_read(), reason="Tesseract with Danish data is not installed")
needs_pillow = pytest.mark.skipif(find_spec("PIL") is None, reason="the extra `ocr` is not installed")

LINES = [
    "Skoledirektør på Ærøskøbing Kommune siden 2019, med hele ansvaret",
    "for fyrre ledere, seks hundrede medarbejdere og børnenes trivsel.",
    "Fik økonomien i balance efter år med underskud på området.",
]


@dataclass(frozen=True)
class Bitmap:
    """One byte for each pixel."""

    width: int
    height: int
    rows: tuple[bytes, ...]

    def turned(self) -> Bitmap:
        """A quarter turn against the clock."""
        columns = tuple(bytes(row[x] for row in self.rows) for x in reversed(range(self.width)))
        return Bitmap(self.height, self.width, columns)


@cache
def drawn(data: bytes, dpi: int = 150) -> Bitmap:
    """The first page of a PDF as a picture."""
    document = pypdfium.PdfDocument(data)
    try:
        bitmap = document[0].render(scale=dpi / 72, grayscale=True)
        pixels = bytes(bitmap.buffer)
        rows = tuple(pixels[y * bitmap.stride : y * bitmap.stride + bitmap.width] for y in range(bitmap.height))
        return Bitmap(bitmap.width, bitmap.height, rows)
    finally:
        document.close()


@cache
def letter() -> bytes:
    """A page with a heading, a period beside a job, and text."""
    page = [bold(60, 80, "Kjærgård Søndergaard Vestby", 18), *block(60, 120, LINES, step=16, size=11)]
    page += [*block(60, 220, ["2012 - 2019", "2003 - 2012"], step=40, size=11)]
    page += [*block(200, 220, ["Skoleleder, Vestby Skole", "Lærer, Østerby Skole"], step=40, size=11)]
    return pdf(page)


def scanned(*pages: Bitmap, strips: int = 1) -> bytes:
    """A PDF whose pages are these pictures, each cut into strips."""
    objects: dict[int, bytes] = {1: b"<< /Type /Catalog /Pages 2 0 R >>"}
    kids = []
    for page in pages:
        wide, high = (595, 842) if page.width < page.height else (842, 595)
        number, each = len(objects) + 3, -(-page.height // strips)
        names, content = "", ""
        for i in range(strips):
            rows = page.rows[i * each : (i + 1) * each]
            tall = high * len(rows) / page.height
            content += f"q {wide} 0 0 {tall} 0 {high - high * i * each / page.height - tall} cm /Im{i} Do Q "
            names += f"/Im{i} {number + 2 + i} 0 R "
            objects[number + 2 + i] = _stream(
                zlib.compress(b"".join(rows)), f"{_IMAGE} /Width {page.width} /Height {len(rows)}"
            )
        kids.append(f"{number} 0 R")
        objects[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {wide} {high}] /Contents {number + 1} 0 R "
            f"/Resources << /XObject << {names} >> >> >>"
        ).encode()
        objects[number + 1] = _stream(content.encode(), "")
    objects[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, o) for n, o in sorted(objects.items()))
    return b"%PDF-1.7\n" + body + b"trailer << /Root 1 0 R >>\n%%EOF"


_IMAGE = "/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode"


def _stream(data: bytes, entries: str) -> bytes:
    return f"<< {entries} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"
