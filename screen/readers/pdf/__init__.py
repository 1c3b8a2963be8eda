"""Reads PDF: text in reading order, where it stands, how it looks, and what of it cannot be seen."""

from __future__ import annotations

import hashlib

from screen.model.errors import Notice, Unreadable
from screen.model.text import Document, RawLine
from screen.readers._limits import check_size
from screen.readers._ocr import unread
from screen.readers.pdf._bullets import joined_bullets
from screen.readers.pdf._engine import Sheet, sheets
from screen.readers.pdf._furniture import furniture_of
from screen.readers.pdf._lanes import lanes_of
from screen.readers.pdf._lines import furniture_lines, hidden_lines, raw_lines
from screen.readers.pdf._order import Region, regions_of
from screen.readers.pdf._rows import rows_of
from screen.readers.pdf._scans import recognised_sheets
from screen.readers.pdf._stretched import joined_lines


def read(path: str, data: bytes) -> Document:
    """The document's lines in reading order.

    Raises:
        Unreadable: encrypted, damaged, no-text-layer, ocr-needs-danish, no-text-found, empty, too-big, too-many-pages,
            too-much-text.
    """
    check_size(data)
    pages = recognised_sheets(data, list(sheets(data)))
    if not any(_usable(page) for page in pages):
        scans = any(page.scan for page in pages)
        raise Unreadable(unread("no-text-layer") if scans else "no-text-layer", pages=len(pages))
    warnings = [Notice.of("page-without-text", page=p.number) for p in pages if p.scan]
    return Document.from_lines(path, hashlib.sha256(data).hexdigest(), lines_of(pages), len(pages), warnings)


def _usable(page: Sheet) -> bool:
    return not page.scan and any(f.hidden is None for f in (*page.fragments, *page.turned))


def lines_of(pages: list[Sheet]) -> list[RawLine]:
    """What stands on the pages, in reading order."""
    seen = [[f for f in page.fragments if f.hidden is None] for page in pages]
    furniture = furniture_of([(s, page.height) for s, page in zip(seen, pages, strict=True)])
    regions: list[list[Region]] = []
    for page, fragments, apart in zip(pages, seen, furniture, strict=True):
        body = joined_lines(joined_bullets([f for f in fragments if f.serial not in apart], page.shapes.dots))
        regions.append(regions_of(body, page.shapes))
    out: list[RawLine] = []
    for page, parts, lanes, fragments, apart in zip(pages, regions, lanes_of(regions), seen, furniture, strict=True):
        out += furniture_lines([f for f in fragments if f.serial in apart and 2 * f.top < page.height], page.number)
        for region, lane in zip(parts, lanes, strict=True):
            out += raw_lines(region, lane, page.number)
        turned = [f for f in page.turned if f.hidden is None]
        out += raw_lines(Region(rows_of(turned)), 0, page.number) if turned else []
        out += hidden_lines([f for f in (*page.fragments, *page.turned) if f.hidden is not None], page.number)
        out += furniture_lines([f for f in fragments if f.serial in apart and 2 * f.top >= page.height], page.number)
    return out
