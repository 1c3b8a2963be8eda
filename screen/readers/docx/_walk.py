"""Word's XML, element by element, to blocks."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
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
from screen.readers._xml import child, local, number, value
from screen.readers.docx._boxes import Place, chosen, places
from screen.readers.docx._elements import as_symbol, column_widths, is_page, least, parts_of, symbol_of
from screen.readers.docx._sight import row_out_of_sight
from screen.readers.docx._styles import Properties, Styles, paragraph_properties, run_properties

_SKIPPED = {
    "del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback", "pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr",
    "trPr", "tcPr", "tblGrid", "ffData", "rubyPr", "rt", "annotationRef", "customXmlPr", "smartTagPr", "fldData",
}  # fmt: skip
_MARKS = {"tab": "\t", "ptab": "\t", "cr": LINE_BREAK, "noBreakHyphen": "-"}
_WIDE_FRAME = 270.0
"""Points from where a frame is a band across the page (0.6 of an A4 page's text)."""


@dataclass(frozen=True, slots=True)
class _Where:
    """What encloses the element at hand."""

    ground: str | None = PAPER
    """RRGGBB behind the letters; `None` cannot be told."""
    free: bool = True
    """In the body itself, not in a cell or a box."""
    why: str | None = None
    """A code where everything here is out of sight."""
    depth: int = 0


class Walker:
    """Reads one document's parts with one set of styles."""

    def __init__(self, styles: Styles, decorated: Callable[[], bool], chunk: Callable[[str], list[Block]]) -> None:
        """Takes what the parts have in common.

        Args:
            styles: The document's styles.
            decorated: Whether shapes or pictures lie behind the text; asked only where white letters turn up.
            chunk: The blocks of an embedded document (`w:altChunk`), by its relationship's id.
        """
        self._styles = styles
        self._decorated = decorated
        self._chunk = chunk
        self._dark_seen = False
        self._frame: tuple[object, Aside] | None = None
        self._paged = False

    def blocks(self, parent: ET.Element) -> list[Block]:
        """The blocks of a body, header, footer or note."""
        return self._sections(parent)

    # --- blocks -------------------------------------------------------------------------------------------------------
    def _sections(self, parent: ET.Element) -> list[Block]:
        """Sections one after the other; one in newspaper columns becomes a row of cells."""
        out: list[Block] = []
        section: list[Block] = []
        for item, blocks in self._items(parent, _Where()):
            section += blocks
            ends = item if local(item.tag) == "sectPr" else child(item, "pPr", "sectPr")
            if ends is not None:
                out += in_columns(section, column_widths(child(ends, "cols")))
                section = []
        return out + without_breaks(section)

    def _items(self, parent: ET.Element, where: _Where) -> Iterator[tuple[ET.Element, list[Block]]]:
        """Each child with its blocks, spaces between paragraphs worked out, frames put aside."""
        before: tuple[float, object] = (0.0, None)
        initial: list[Run] = []
        for item in parent:
            name = local(item.tag)
            if name == "p":
                properties = self._styles.paragraph(paragraph_properties(child(item, "pPr")))
                blocks = self._paragraph(item, properties, where, before)
                if value(child(item, "pPr", "framePr"), "dropCap") in {"drop", "margin"}:
                    initial = [run for b in blocks if isinstance(b, Para) for run in b.runs]
                    continue
                if initial and isinstance(blocks[-1], Para):
                    blocks[-1].runs[:0], initial = initial, []
                yield item, blocks
                before = (properties.get("after", 0.0), properties.get("style") if properties.get("snug") else None)
            elif name == "tbl":
                self._frame = None
                yield item, [self._placed(item, self._table(item, where))]
                before = (0.0, None)
            elif name == "altChunk":
                yield item, self._chunk(value(item, "id") or "")
            elif name == "AlternateContent":
                taken = chosen(item)
                yield item, self._nested(taken, where) if taken is not None else []
            else:
                yield item, [] if name in _SKIPPED else self._nested(item, where)

    def _nested(self, parent: ET.Element, where: _Where) -> list[Block]:
        if where.depth > MOST_LEVELS:
            raise Unreadable("too-many-levels", limit=MOST_LEVELS)
        deeper = replace(where, depth=where.depth + 1)
        return [b for _, blocks in self._items(parent, deeper) for b in blocks]

    def _paragraph(
        self, item: ET.Element, properties: Properties, where: _Where, before: tuple[float, object]
    ) -> list[Block]:
        ground = properties.get("shade") or where.ground
        where = replace(where, ground=ground, why=where.why or properties.get("sight"))
        mark = properties["mark"]
        para = Para(heading=properties["heading"], item=bool(mark), numbered=mark == "number")
        para.above = max(properties.get("before", 0.0), before[0])
        if properties.get("snug") and properties.get("style") == before[1]:
            para.above = 0.0
        self._paged = False
        breaks = self._runs(item, properties, where, para)
        para.paged = self._paged
        frame = child(item, "pPr", "framePr")
        if frame is not None and value(frame, "dropCap") in {None, "none"}:
            return self._framed(para, frame)
        self._frame = None
        marks: list[Block] = [ColumnBreak() for _ in range(breaks)]
        return [*marks, para]

    def _framed(self, para: Para, frame: ET.Element) -> list[Block]:
        """A paragraph in a frame stands beside the text, with those before it in the same frame."""
        key = tuple(sorted(frame.attrib.items()))
        if self._frame is not None and self._frame[0] == key:
            self._frame[1].blocks.append(para)
            return []
        width = number(value(frame, "w")) / 20
        left = number(value(frame, "x")) / 20 if value(frame, "x") else None
        aside = Aside([para], wide=width > _WIDE_FRAME, left=left)
        self._frame = (key, aside)
        return [Para(asides=[aside])]

    def _runs(self, parent: ET.Element, properties: Properties, where: _Where, para: Para) -> int:
        """Fills the paragraph; tells how many column breaks it holds."""
        breaks = 0
        for item in parent:
            name = local(item.tag)
            if name == "r":
                breaks += self._run(item, properties, where, para)
            elif name == "AlternateContent":
                taken = chosen(item)
                breaks += self._runs(taken, properties, where, para) if taken is not None else 0
            elif name in {"drawing", "pict", "object"}:
                para.asides += self._asides(item, where)
            elif name == "fldSimple":
                self._paged = self._paged or is_page(value(item, "instr") or "")
                breaks += self._runs(item, properties, where, para)
            elif name == "t":
                para.runs.append(Run(item.text or ""))
            elif name not in _SKIPPED:
                breaks += self._runs(item, properties, where, para)
        return breaks

    def _run(self, item: ET.Element, properties: Properties, where: _Where, para: Para) -> int:
        own = self._styles.run(properties.get("style"), run_properties(child(item, "rPr")))
        text, breaks = "", 0
        for part in item:
            name = local(part.tag)
            if name == "t":
                text += part.text or ""
            elif name in _MARKS:
                text += _MARKS[name]
            elif name == "br":
                breaks += value(part, "type") == "column"
                text += "" if value(part, "type") == "column" else LINE_BREAK
            elif name == "sym":
                text += symbol_of(value(part, "char"))
            elif name in {"fldChar", "instrText"}:
                self._follow(name, part)
            elif name not in _SKIPPED:
                breaks += self._other(name, part, properties, where, para)
        if text:
            if own.get("symbols"):
                text = "".join(map(as_symbol, text))
            para.runs.append(Run(text, self._unseen(text, own, where), own.get("size"), bool(own.get("b"))))
        return breaks

    def _other(self, name: str, part: ET.Element, properties: Properties, where: _Where, para: Para) -> int:
        """What else stands in a run: drawings, and containers that newer versions of Word add."""
        if name in {"drawing", "pict", "object"}:
            para.asides += self._asides(part, where)
            return 0
        holder = chosen(part) if name == "AlternateContent" else part
        return self._runs(holder, properties, where, para) if holder is not None else 0

    def _follow(self, name: str, part: ET.Element) -> None:
        """Keeps track of fields, to know page numbers."""
        if name == "instrText":
            self._paged = self._paged or is_page(part.text or "")

    # --- what can be seen ---------------------------------------------------------------------------------------------
    def _unseen(self, text: str, own: Properties, where: _Where) -> str | None:
        if where.why or own.get("sight"):
            return (where.why or own.get("sight")) if text.strip() else None
        ground = own.get("marked") or own.get("shade") or where.ground
        size = least(own.get("size")) if not own.get("narrow") else 1.0
        clear = bool(own.get("clear")) and not own.get("outlined")
        colour = own.get("filled") or own.get("colour")
        why = why_unseen(Paint(colour, ground, size, bool(own.get("vanish")), clear))
        if not text.strip():
            return None
        if why is None:
            self._dark_seen = self._dark_seen or (where.free and not is_paper(colour or "000000"))
            return None
        if why == "white" and self._decorated() and not (where.free and self._dark_seen):
            # White letters on a drawn band or column are how many templates look: before any dark text of the
            # body, in a cell or in a box they may well be seen.
            return None
        return why

    # --- tables and boxes ---------------------------------------------------------------------------------------------
    def _table(self, item: ET.Element, where: _Where) -> Table:
        grid = child(item, "tblGrid")
        widths = [number(value(c, "w")) for c in grid if local(c.tag) == "gridCol"] if grid is not None else []
        shaded = self._styles.table_shaded(value(child(item, "tblPr", "tblStyle")))
        inside = replace(where, ground=None if shaded else where.ground, free=False, depth=where.depth + 1)
        if inside.depth > MOST_LEVELS:
            raise Unreadable("too-many-levels", limit=MOST_LEVELS)
        rows = [self._row(row, inside) for row in parts_of(item, "tr") if child(row, "trPr", "del") is None]
        return Table(rows, widths)

    def _placed(self, item: ET.Element, table: Table) -> Block:
        """A narrow table that text flows around stands beside it, as a text box does."""
        placed = child(item, "tblPr", "tblpPr")
        if placed is None or not 0 < sum(table.widths) / 20 < _WIDE_FRAME:
            return table
        return Para(asides=[Aside([table], left=number(value(placed, "tblpX")) / 20)])

    def _row(self, row: ET.Element, where: _Where) -> list[Cell]:
        column = int(number(value(child(row, "trPr", "gridBefore"))))
        where = replace(where, why=where.why or row_out_of_sight(row))
        cells = []
        for item in parts_of(row, "tc"):
            properties = child(item, "tcPr")
            span = max(1, int(number(value(child(properties, "gridSpan")), 1.0)))
            merged = [child(properties, name) for name in ("vMerge", "hMerge")]
            covered = any(m is not None and (value(m) or "continue") == "continue" for m in merged)
            if not covered:
                shade = run_properties([child(properties, "shd")] if child(properties, "shd") is not None else None)  # type: ignore[arg-type]
                inside = replace(where, ground=shade.get("shade") or where.ground)
                cells.append(Cell(self._nested(item, inside), column, span))
            column += span
        return cells

    def _asides(self, item: ET.Element, where: _Where) -> list[Aside]:
        return [self._aside(place, where) for place in places(item)]

    def _aside(self, place: Place, where: _Where) -> Aside:
        ground = place.ground if place.filled else where.ground
        inside = replace(where, ground=ground, free=False, why=where.why or place.why)
        paged = self._paged
        blocks = self._nested(place.content, inside)
        self._paged = paged
        return Aside(blocks, place.wide, place.left, place.top)
