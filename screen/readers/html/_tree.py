"""HTML as browsers mend it, near enough: a tree of elements and text."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "frame", "basefont", "bgsound", "keygen",
}  # fmt: skip
DROPPED = {
    "script", "style", "template", "noscript", "title", "object", "iframe", "audio", "video", "canvas", "map",
    "applet", "select", "datalist",
}  # fmt: skip
BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
    "html",
    "hr", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody",
    "td", "tfoot", "th", "thead", "tr", "ul", "caption",
}  # fmt: skip
_ENDS_P = BLOCKS - {"body", "html", "caption", "td", "th", "tr", "tbody", "thead", "tfoot", "dd", "dt", "li"}
_ENDS: dict[str, tuple[set[str], set[str]]] = {
    "li": ({"li"}, {"ul", "ol", "menu", "dir"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "tr": ({"tr", "td", "th"}, {"table"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "tbody": ({"tbody", "thead", "tfoot", "tr", "td", "th"}, {"table"}),
    "thead": ({"tbody", "thead", "tfoot", "tr", "td", "th"}, {"table"}),
    "tfoot": ({"tbody", "thead", "tfoot", "tr", "td", "th"}, {"table"}),
}
"""A start tag ends these open elements, but none outside of those."""
_DEEPEST = 150
"""Elements within elements; deeper ones are taken for the text that they hold."""


@dataclass(slots=True)
class Node:
    """An element."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)
    parent: Node | None = None

    @property
    def elements(self) -> list[Node]:
        """Its child elements."""
        return [c for c in self.children if isinstance(c, Node)]

    @property
    def text(self) -> str:
        """All text below it."""
        return "".join(c if isinstance(c, str) else c.text for c in self.children)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("#root")
        self.styles: list[str] = []
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._close_before(tag)
        if len(self._open) > _DEEPEST:
            return
        node = Node(tag, {k: v or "" for k, v in attrs}, [], self._open[-1])
        self._open[-1].children.append(node)
        if tag not in _VOID:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        for i in range(len(self._open) - 1, 0, -1):
            if self._open[i].tag == tag:
                del self._open[i:]
                return
            if self._open[i].tag in {"td", "th", "table"} and tag not in {"tr", "table", "tbody", "thead", "tfoot"}:
                return

    def handle_data(self, data: str) -> None:
        if self._open[-1].tag == "style":
            self.styles.append(data)
        self._open[-1].children.append(data)

    def _close_before(self, tag: str) -> None:
        ends, within = _ENDS.get(tag, (set(), set()))
        for i in range(len(self._open) - 1, 0, -1) if ends else ():
            name = self._open[i].tag
            if name in within:
                break
            if name in ends:
                del self._open[i:]
        if tag in _ENDS_P and any(n.tag == "p" for n in self._open[-8:]):
            for i in range(len(self._open) - 1, 0, -1):
                if self._open[i].tag == "p":
                    del self._open[i:]
                    return
                if self._open[i].tag in {"td", "th", "table", "li", "div"}:
                    return


def parse(text: str) -> tuple[Node, list[str]]:
    """The tree, and the texts of its style elements."""
    builder = _Builder()
    builder.feed(text)
    builder.close()
    return builder.root, builder.styles


def has_rows(node: Node) -> bool:
    """Whether it only groups rows: a table's body, or a form that somebody put around them."""
    return node.tag not in {"table", "tr", "td", "th"} and any(e.tag == "tr" or has_rows(e) for e in node.elements)


def strays(node: Node) -> list[Node | str]:
    """What stands in a table and in no cell of it; browsers show it before the table."""
    out: list[Node | str] = []
    for child in node.children:
        if isinstance(child, str):
            out += [child] if child.strip() else []
        elif child.tag == "tr" or has_rows(child):
            out += strays(child)
        elif child.tag not in {"td", "th", "caption", "colgroup", "col", "tbody", "thead", "tfoot"}:
            out.append(child)
    return out
