"""OpenDocument XML, element by element, to blocks."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass, replace

from screen.model.errors import Unreadable
from screen.readers._blocks import (
    LINE_BREAK,
    Aside,
    Block,
    Cell,
    ColumnBreak,
    Para,
    Run,
    Table,
    in_columns,
    without_breaks,
)
from screen.readers._limits import MOST_LEVELS
from screen.readers._paint import PAPER, Paint, is_paper, why_unseen
from screen.readers._xml import local, number, value
from screen.readers.odt._styles import Properties, Styles, over, points

_SPACE = re.compile(r"[ \t\r\n]+")
_SKIPPED = {
    "tracked-changes", "annotation", "annotation-end", "sequence-decls", "variable-decls", "user-field-decls", "forms",
    "ruby-text", "hidden-text", "title", "desc", "note-citation", "change", "change-start", "change-end", "bookmark",
    "alphabetical-index-mark", "toc-mark", "user-index-mark", "image", "object", "object-ole", "plugin", "glue-point",
    "table-source", "dde-connection-decls", "script", "event-listeners", "soft-page-break", "table-columns-decl",
}  # fmt: skip
_SHAPES = {
    "custom-shape", "rect", "ellipse", "circle", "path", "polygon", "line", "polyline", "regular-polygon", "caption",
    "connector",
}  # fmt: skip
_PAGES = {"page-number", "page-count", "page-continuation"}
_GROUPS = {"table-columns", "table-header-columns", "table-rows", "table-header-rows", "table-row-group"}
_TEXT_WIDTH = 451.0
"""Points of text on a line of an A4 page with common margins."""
_WIDE = 0.6
"""Of that, from where a box is a band across the page rather than a side column."""
_MOST_REPEATED = 100
"""Columns that one element may stand for."""
_MOST_SPACES = 200
_SPECK = 3.0
"""Points: a frame this narrow or low shows no letter."""


@dataclass(frozen=True, slots=True)
class _Where:
    """What encloses the element at hand."""

    ground: str | None = PAPER
    free: bool = True
    """In the body itself, not in a cell or a box."""
    why: str | None = None
    depth: int = 0


class Walker:
    """Reads one document with one set of styles."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._dark_seen = False
        self.notes: list[Block] = []
        """Footnotes and endnotes met so far."""

    def blocks(self, parent: ET.Element) -> list[Block]:
        """The blocks of a body, header or footer."""
        return without_breaks(self._blocks(parent, _Where()))

    # --- blocks -------------------------------------------------------------------------------------------------------
    def _blocks(self, parent: ET.Element, where: _Where) -> list[Block]:
        if where.depth > MOST_LEVELS:
            raise Unreadable("too-many-levels", limit=MOST_LEVELS)
        where = replace(where, depth=where.depth + 1)
        out: list[Block] = []
        after = 0.0
        for item in parent:
            name = local(item.tag)
            if name in {"p", "h"}:
                look = self._styles.get("paragraph", value(item, "style-name"))
                if look.get("column"):
                    out.append(ColumnBreak())
                para = self._paragraph(item, look, where)
                para.above = max(look.get("before", 0.0), after)
                after = look.get("after", 0.0)
                out.append(para)
            else:
                out += self._other(item, name, where)
        return out

    def _other(self, item: ET.Element, name: str, where: _Where) -> list[Block]:
        if name == "list":
            return self._list(item, where, 1, None)
        if name == "table":
            return [self._table(item, where)]
        if name == "section":
            return self._section(item, where)
        if name in _SHAPES | {"frame", "g", "a"}:
            asides = self._asides(item, where)
            return [Para(asides=asides)] if asides else []
        return [] if name in _SKIPPED else self._blocks(item, where)

    def _section(self, item: ET.Element, where: _Where) -> list[Block]:
        look = self._styles.get("section", value(item, "style-name"))
        if value(item, "display") == "none" or value(item, "is-hidden") == "true":
            where = replace(where, why=where.why or "vanish")
        if look.get("ground"):
            where = replace(where, ground=look["ground"])
        return in_columns(self._blocks(item, where), look.get("columns") or [])

    def _list(self, item: ET.Element, where: _Where, level: int, style: str | None) -> list[Block]:
        style = value(item, "style-name") or style
        out: list[Block] = []
        for entry in item:
            if local(entry.tag) not in {"list-item", "list-header"}:
                continue
            own = [e for e in entry if local(e.tag) != "list"]
            blocks = self._blocks(_holder(own), where)
            first = blocks[0] if blocks else None
            mark = self._styles.mark(style, level) if local(entry.tag) == "list-item" else ""
            if isinstance(first, Para) and mark:
                first.item, first.numbered = not first.heading, mark == "number"
            out += blocks
            for inner in entry:
                if local(inner.tag) == "list":
                    out += self._list(inner, where, level + 1, style)
        return out

    def _table(self, item: ET.Element, where: _Where) -> Table:
        look = self._styles.get("table", value(item, "style-name"))
        inside = replace(where, free=False, ground=look.get("ground") or where.ground)
        table = Table()
        self._fill(table, item, inside)
        return table

    def _fill(self, table: Table, item: ET.Element, where: _Where) -> None:
        for part in item:
            name = local(part.tag)
            if name == "table-column":
                width = self._styles.get("table-column", value(part, "style-name")).get("width") or 0.0
                times = min(int(number(value(part, "number-columns-repeated"), 1.0)), _MOST_REPEATED)
                table.widths += [width] * times
            elif name == "table-row":
                table.rows.append(self._row(part, where))
            elif name in {
                "table-columns",
                "table-header-columns",
                "table-rows",
                "table-header-rows",
                "table-row-group",
            }:
                self._fill(table, part, where)

    def _row(self, row: ET.Element, where: _Where) -> list[Cell]:
        look = self._styles.get("table-row", value(row, "style-name"))
        why = "vanish" if value(row, "visibility") in {"collapse", "filter"} else look.get("sight")
        where = replace(where, ground=look.get("ground") or where.ground, why=where.why or why)
        cells, column = [], 0
        for item in row:
            name = local(item.tag)
            if name == "table-cell":
                own = self._styles.get("table-cell", value(item, "style-name"))
                inside = replace(where, ground=own.get("ground") or where.ground)
                span = int(number(value(item, "number-columns-spanned"), 1.0))
                cells.append(Cell(without_breaks(self._blocks(item, inside)), column, max(1, span)))
            if name in {"table-cell", "covered-table-cell"}:
                column += min(int(number(value(item, "number-columns-repeated"), 1.0)), _MOST_REPEATED)
        return cells

    # --- text boxes ---------------------------------------------------------------------------------------------------
    def _asides(self, item: ET.Element, where: _Where) -> list[Aside]:
        name = local(item.tag)
        if name in {"g", "a"}:
            return [a for part in item for a in self._asides(part, where)]
        if name not in _SHAPES | {"frame"}:
            return []
        look = self._styles.get("graphic", value(item, "style-name"))
        fill = look.get("fill")
        ground = (None if fill == "?" else fill) if fill else where.ground
        inside = replace(where, free=False, ground=ground, why=where.why or _sight(item))
        holders = [e for e in item if local(e.tag) == "text-box"] if name == "frame" else [item]
        blocks = [b for h in holders for b in without_breaks(self._blocks(h, inside))]
        if not any(_has_text(b) for b in blocks):
            return []
        wide = value(item, "anchor-type") == "as-char" or (points(value(item, "width")) or 0.0) >= _WIDE * _TEXT_WIDTH
        left = points(value(item, "x"))
        if left is None:
            left = {"left": 0.0, "right": _TEXT_WIDTH}.get(look.get("side", ""))
        on_page = value(item, "anchor-type") == "page"
        return [Aside(blocks, wide, left, points(value(item, "y")) if on_page else None)]

    # --- paragraphs ---------------------------------------------------------------------------------------------------
    def _paragraph(self, item: ET.Element, look: Properties, where: _Where) -> Para:
        where = replace(where, ground=look.get("ground") or where.ground, why=where.why or _hidden(item))
        para = Para(heading=local(item.tag) == "h" or bool(look.get("outline")) or look["named"])
        self._runs(item, look, where, para)
        return para

    def _runs(self, item: ET.Element, look: Properties, where: _Where, para: Para) -> None:
        self._write(item.text, look, where, para)
        for part in item:
            name = local(part.tag)
            if name == "span":
                style = self._styles.get("text", value(part, "style-name"))
                self._runs(part, over(look, style), where, para)
            elif name == "s":
                count = min(int(number(value(part, "c"), 1.0)), _MOST_SPACES)
                self._write(" " * count, look, where, para, kept=True)
            elif name == "tab":
                self._write("\t", look, where, para, kept=True)
            elif name == "line-break":
                self._write(LINE_BREAK, look, where, para, kept=True)
            elif name == "note":
                self._note(part, where)
            elif name in _SHAPES | {"frame", "g"}:
                para.asides += self._asides(part, where)
            elif name not in _SKIPPED:
                self._inner(name, part, look, where, para)
            self._write(part.tail, look, where, para)

    def _inner(self, name: str, part: ET.Element, look: Properties, where: _Where, para: Para) -> None:
        """Links, fields and whatever else only surrounds text."""
        para.paged = para.paged or name in _PAGES
        self._runs(part, look, where, para)

    def _note(self, part: ET.Element, where: _Where) -> None:
        for body in part:
            if local(body.tag) == "note-body":
                self.notes += without_breaks(self._blocks(body, replace(where, free=False)))

    def _write(self, text: str | None, look: Properties, where: _Where, para: Para, kept: bool = False) -> None:
        if text:
            text = text if kept else _SPACE.sub(" ", text)
            para.runs.append(Run(text, self._unseen(text, look, where), look.get("size"), bool(look.get("bold"))))

    def _unseen(self, text: str, look: Properties, where: _Where) -> str | None:
        if not text.strip():
            return None
        if where.why or look.get("sight"):
            return where.why or look.get("sight")
        size = 1.0 if look.get("narrow") else look.get("size")
        ground, clear = look.get("shade") or where.ground, bool(look.get("clear"))
        why = why_unseen(Paint(look.get("colour"), ground, size, bool(look.get("vanish")), clear))
        if why is None:
            self._dark_seen = self._dark_seen or (where.free and not is_paper(look.get("colour") or "000000"))
        elif why == "white" and self._styles.decorated and not (where.free and self._dark_seen):
            # White letters on a painted band or column: before any dark text of the body, in a cell or in a box.
            return None
        return why


def _holder(items: list[ET.Element]) -> ET.Element:
    holder = ET.Element("holder")
    holder.extend(items)
    return holder


def _hidden(paragraph: ET.Element) -> str | None:
    """A code where a field in the paragraph hides all of it."""
    fields = (e for e in paragraph if local(e.tag) == "hidden-paragraph")
    return "vanish" if any(value(f, "is-hidden") == "true" for f in fields) else None


def _sight(item: ET.Element) -> str | None:
    """A code where a frame lies off the page, is not shown, or is too small for a letter."""
    if value(item, "display") == "none":
        return "vanish"
    if any(n is not None and n < _SPECK for n in (points(value(item, "width")), points(value(item, "height")))):
        return "tiny"
    left, top = points(value(item, "x")) or 0.0, points(value(item, "y")) or 0.0
    width, height = points(value(item, "width")) or 0.0, points(value(item, "height")) or 0.0
    return "off-page" if left + width < -72 or top + height < -72 or left > 1500 or top > 1500 else None


def _has_text(block: Block) -> bool:
    if isinstance(block, Para):
        return bool(block.text.strip() or block.asides)
    return True
