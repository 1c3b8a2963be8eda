"""What somebody finds in an output: its text and what its file says of itself."""

from __future__ import annotations

import html
import re
from io import BytesIO
from zipfile import ZipFile

import pypdfium2 as pdfium


def words(data: bytes) -> str:
    """All text and metadata, blanks as one."""
    if data.startswith(b"PK"):
        return _joined(_package(data))
    if data.startswith(b"%PDF"):
        return _joined(_pdf(data))
    return _joined([html.unescape(data.decode("utf-8-sig"))])


def _joined(parts: list[str]) -> str:
    return " ".join(" ".join(parts).split())


def _package(data: bytes) -> list[str]:
    with ZipFile(BytesIO(data)) as package:
        names = [n for n in package.namelist() if n.endswith(".xml") and "/worksheets/" not in n and "theme" not in n]
        # Figures on their own row: cells beside each other are no telephone number.
        return [html.unescape(re.sub(r"<[^>]+>", " | ", package.read(n).decode())) for n in names]


def _pdf(data: bytes) -> list[str]:
    document = pdfium.PdfDocument(data)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    about = " ".join(document.get_metadata_dict().values())
    return [about, *(re.sub(r"[\r\n]+", " | ", page) for page in pages)]
