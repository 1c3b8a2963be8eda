"""A tree of HTML to blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from screen.readers._blocks import LINE_BREAK, Aside, Block, Cell, Para, Run, Table
from screen.readers._paint import Paint, why_unseen
from screen.readers.html._css import Sheet, size, tracks
from screen.readers.html._look import HEADINGS, Look, display, inherited
from screen.readers.html._tree import BLOCKS, DROPPED, Node, has_rows, strays

_SPACE = re.compile(r"[ \t\r\n\f]+")
_ABOVE = {"p": 12.0, "ul": 6.0, "ol": 6.0, "dl": 6.0, "table": 0.0, **dict.fromkeys(HEADINGS, 16.0)}
"""Points of white space that browsers put before it."""
_TEXT_WIDTH = 451.0
"""Points that a page's text is taken to be wide."""
_WIDE = 0.6
"""Of that, from where a box is a band across the page rather than a side column."""
_TAB = re.compile(r"(?<=\S)\t(?=\S)")
_LISTS = {"ul", "ol", "menu", "dir"}
_BESIDE = {"inline-block", "table-cell", "inline-flex", "inline-table"}
_FLEX = {"flex", "inline-flex"}
_GRID = {"grid", "inline-grid"}


@dataclass(slots=True)
class _Out:
    """Blocks so far, the paragraph at hand last."""

    blocks: list[Block] = field(default_factory=list)
    para: Para | None = None
    above: float = 0.0

    def end(self) -> None:
        """Ends the paragraph."""
        if self.para is not None and (self.para.text.strip() or self.para.asides):
            self.blocks.append(self.para)
        self.para = None

    def add(self, block: Block) -> None:
        """A block that is no running text."""
        self.end()
        self.blocks.append(block)

    def write(self, text: str, look: Look) -> None:
        """Running text."""
        if self.para is None:
            if not text.strip(" \t\n"):
                return
            self.para = Para(heading=look.heading, above=self.above)
            self.above = 0.0
        why = look.why or why_unseen(Paint(look.colour, look.ground, look.size, clear=look.clear))
        self.para.runs.append(Run(text, why if text.strip() else None, look.size, look.bold))


class Walker:
    """Reads one page."""

    def __init__(self, styles: list[str]) -> None:
        self._sheet = Sheet.of(styles)

    def blocks(self, root: Node) -> list[Block]:
        """The blocks below an element."""
        out = _Out()
        self._children(root.children, Look(), out)
        out.end()
        return out.blocks

    # --- elements -----------------------------------------------------------------------------------------------------
    def _children(self, children: Sequence[Node | str], look: Look, out: _Out) -> None:
        """Children one by one; neighbours that stand beside each other as a row of cells."""
        at = 0
        while at < len(children):
            child = children[at]
            if isinstance(child, str):
                out.write(child.replace("\r\n", "\n") if look.pre else _collapsed(child), look)
                at += 1
                continue
            count = self._side_by_side(children, at)
            if count > 1:
                self._row([c for c in children[at : at + count] if isinstance(c, Node)], [], look, out)
            else:
                self._element(child, look, out)
            at += count

    def _element(self, node: Node, look: Look, out: _Out) -> None:
        if node.tag in DROPPED or node.tag.startswith("#"):
            return
        style = self._sheet.style(node)
        inner = inherited(node, style, look)
        if node.tag == "br":
            if out.para is not None:
                out.write(LINE_BREAK, look)
        elif node.tag == "hr":
            out.add(Para())
        elif node.tag == "table":
            self._children(strays(node), inner, out)
            out.add(self._table(node, inner))
        elif node.tag == "dl":
            self._pairs(node, inner, out)
        elif display(style) in _FLEX | _GRID and len(node.elements) > 1:
            self._lined_up(node, style, inner, out)
        elif node.tag == "aside":
            out.add(Para(asides=[Aside(self._inside(node, inner))]))
        elif style.get("position") in {"absolute", "fixed"}:
            self._beside(node, style, inner, out)
        elif "mso-tab-count" in node.attributes.get("style", ""):
            out.write("\t", look)
        elif self._is_block(node, style):
            self._block(node, inner, out)
        else:
            floats = style.get("float") in {"left", "right"}
            self._write_apart(out, look, floats)
            self._children(node.children, inner, out)
            self._write_apart(out, look, floats)

    def _beside(self, node: Node, style: dict[str, str], look: Look, out: _Out) -> None:
        """A box that is taken out of the flow: it hangs on the paragraph at hand."""
        width = size(style.get("width"), _TEXT_WIDTH)
        left = size(style.get("left"), _TEXT_WIDTH)
        wide = width is not None and width >= _WIDE * _TEXT_WIDTH
        if out.para is None:
            out.para = Para(heading=look.heading)
        out.para.asides.append(Aside(self._inside(node, look), wide, left, size(style.get("top"), _TEXT_WIDTH)))

    def _write_apart(self, out: _Out, look: Look, floats: bool) -> None:
        if floats and out.para is not None:
            out.write("\t", look)

    def _block(self, node: Node, look: Look, out: _Out) -> None:
        out.end()
        out.above = max(out.above, _ABOVE.get(node.tag, 0.0))
        inner = self._inside(node, look)
        if inner and isinstance(inner[0], Para):
            inner[0].above = max(inner[0].above, out.above)
            if node.tag == "li":
                inner[0].item, inner[0].numbered = True, node.parent is not None and node.parent.tag == "ol"
        out.above = 0.0
        out.blocks += inner

    def _inside(self, node: Node, look: Look) -> list[Block]:
        out = _Out()
        self._children(node.children, look, out)
        out.end()
        return out.blocks

    def _is_block(self, node: Node, style: dict[str, str]) -> bool:
        shown = display(style)
        if shown in {"block", "list-item", "flow-root", "table", "flex", "grid", "table-row"}:
            return True
        return node.tag in BLOCKS and shown not in {"inline", *_BESIDE}

    # --- what stands beside what --------------------------------------------------------------------------------------
    def _side_by_side(self, children: Sequence[Node | str], at: int) -> int:
        """How many children from here are columns: boxes in a line, or a floating block and what it floats beside."""
        end = at
        first = children[at]
        if not isinstance(first, Node) or first.tag not in BLOCKS or first.tag in {"li", "dt", "dd", "tr", "td", "th"}:
            return 1
        style = self._sheet.style(first)
        floats = style.get("float") in {"left", "right"}
        if not floats and display(style) not in _BESIDE:
            return 1
        while end < len(children):
            child = children[end]
            if isinstance(child, str):
                if child.strip():
                    break
            elif end > at:
                own = self._sheet.style(child)
                beside = own.get("float") in {"left", "right"} or display(own) in _BESIDE
                if not beside:
                    return end - at + 1 if floats and child.tag in BLOCKS - {"hr"} else end - at
            end += 1
        return max(1, end - at)

    def _row(self, nodes: list[Node], widths: list[float], look: Look, out: _Out) -> None:
        if any(self._sheet.style(n).get("float") == "right" for n in nodes[:1]):
            nodes = nodes[1:] + nodes[:1]
        cells = []
        for column, node in enumerate(nodes):
            inner = inherited(node, self._sheet.style(node), look)
            cells.append(Cell(self._cell(node, inner), column))
        if not widths:
            known = [size(self._sheet.style(n).get("width"), 100.0) for n in nodes]
            widths = [w or max(1.0, 100.0 - sum(k for k in known if k)) for w in known] if any(known) else []
        out.add(Table([cells], widths))

    def _cell(self, node: Node, look: Look) -> list[Block]:
        """A box's blocks, the box itself being whatever it is (a table, a list, a paragraph)."""
        if node.tag in {"table", "dl", *_LISTS} or display(self._sheet.style(node)) in _FLEX | _GRID:
            inner = _Out()
            self._element(node, look, inner)
            inner.end()
            return inner.blocks
        if node.tag in DROPPED:
            return []
        return self._inside(node, look)

    def _lined_up(self, node: Node, style: dict[str, str], look: Look, out: _Out) -> None:
        """A flex or grid container: its children are cells, unless they stand below each other."""
        children = [c for c in node.elements if c.tag not in DROPPED]
        if display(style) in _FLEX:
            if "column" in style.get("flex-direction", "") + style.get("flex-flow", ""):
                self._block(Node("div", {}, node.children, node.parent), look, out)
            else:
                self._row(children, [], look, out)
            return
        widths = tracks(style.get("grid-template-columns"))
        if len(widths) < 2:
            self._block(Node("div", {}, node.children, node.parent), look, out)
            return
        rows = [
            [
                Cell(self._cell(n, inherited(n, self._sheet.style(n), look)), column)
                for column, n in enumerate(children[i : i + len(widths)])
            ]
            for i in range(0, len(children), len(widths))
        ]
        out.add(Table(rows, widths))

    def _pairs(self, node: Node, look: Look, out: _Out) -> None:
        """A description list: each term beside its descriptions."""
        rows: list[list[Cell]] = []
        for child in [c for e in node.elements for c in (e.elements if e.tag == "div" else [e])]:
            inner = self._inside(child, inherited(child, self._sheet.style(child), look))
            if child.tag == "dd" and rows:
                target = rows[-1]
                if len(target) < 2:
                    target.append(Cell([], 1))
                target[1].blocks += inner
            else:
                rows.append([Cell(inner, 0)])
        out.add(Table(rows))

    def _table(self, node: Node, look: Look) -> Table:
        table = Table()
        taken: dict[int, int] = {}
        for row, around in self._rows(node, look):
            cells: list[Cell] = []
            column = 0
            for item in row.elements:
                if item.tag not in {"td", "th"}:
                    continue
                while taken.get(column, 0) > 0:
                    column += 1
                span = _count(item.attributes.get("colspan"))
                inner = inherited(item, self._sheet.style(item), around)
                cells.append(Cell(self._inside(item, inner), column, span))
                for k in range(column, column + span):
                    taken[k] = _count(item.attributes.get("rowspan"))
                column += span
            taken = {k: n - 1 for k, n in taken.items() if n > 1}
            table.rows.append(cells)
        table.widths = self._widths(node)
        return table

    def _rows(self, node: Node, look: Look) -> list[tuple[Node, Look]]:
        out: list[tuple[Node, Look]] = []
        for child in node.elements:
            inner = inherited(child, self._sheet.style(child), look)
            if child.tag == "tr":
                out.append((child, inner))
            elif child.tag == "caption":
                out.append((Node("tr", {}, [Node("td", {"colspan": "99"}, child.children)]), inner))
            elif has_rows(child):
                out += self._rows(child, inner)
        return out

    def _widths(self, node: Node) -> list[float]:
        """From the first row that tells them."""
        for row, _ in self._rows(node, Look()):
            cells = [c for c in row.elements if c.tag in {"td", "th"}]
            known = [size(self._sheet.style(c).get("width") or c.attributes.get("width"), 100.0) for c in cells]
            if len(cells) > 1 and any(known) and all(_count(c.attributes.get("colspan")) == 1 for c in cells):
                rest = max(1.0, 100.0 - sum(k for k in known if k))
                return [k or rest for k in known]
        return []


def _collapsed(text: str) -> str:
    """White space as browsers show it; a lone TAB between words is what word processors leave of a tabulator."""
    return _SPACE.sub(lambda m: "\t" if m.group() == "\t" and _TAB.match(text, m.start()) else " ", text)


def _count(text: str | None) -> int:
    return max(1, min(int(text), 99)) if text and text.strip().isdecimal() else 1
