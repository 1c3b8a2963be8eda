"""What the styles of an OpenDocument text say."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from typing import Any

from screen.readers._paint import hex_colour, is_paper
from screen.readers._sight import indented, low, raised, squeezed
from screen.readers._xml import child, local, number, value

Properties = dict[str, Any]

_LENGTH = re.compile(r"^(-?[\d.]+)(pt|cm|mm|in|px|pc)$")
_POINTS = {"pt": 1.0, "cm": 28.35, "mm": 2.835, "in": 72.0, "px": 0.75, "pc": 12.0}
_HEADING = re.compile(r"^(?:Heading|Title)(?:_20_)?\d*$")
"""OpenDocument keeps English names inside, whatever the language of the program."""
_LONGEST_CHAIN = 20
_SMALLEST, _FAINT = 15.0, 10.0
"""Per cent of its size to which a letter is made smaller, and of opacity, from where it cannot be seen."""
_EM = 12.0
"""Points that a letter is taken to be high."""
_BOLD = {"bold", "600", "700", "800", "900"}


def points(text: str | None) -> float | None:
    """A length in points."""
    found = _LENGTH.match(text or "")
    return float(found.group(1)) * _POINTS[found.group(2)] if found else None


@dataclass(slots=True)
class _Style:
    parent: str | None
    own: Properties


@dataclass(slots=True)
class Styles:
    """A document's styles by family and name; everything resolved once and kept."""

    _styles: dict[tuple[str, str], _Style] = field(default_factory=dict)
    _defaults: dict[str, Properties] = field(default_factory=dict)
    _lists: dict[str, dict[int, str]] = field(default_factory=dict)
    _known: dict[tuple[str, str | None], Properties] = field(default_factory=dict)
    decorated: bool = False
    """Something is painted behind the text, so that white letters may be seen."""

    @classmethod
    def of(cls, roots: list[ET.Element]) -> Styles:
        """From the roots of `styles.xml` and `content.xml`, in this order."""
        out = cls()
        for root in roots:
            for group in root:
                if local(group.tag) in {"styles", "automatic-styles", "master-styles"}:
                    for item in group:
                        out._add(item)
        return out

    def _add(self, item: ET.Element) -> None:
        name = value(item, "name") or ""
        kind = local(item.tag)
        if kind == "style":
            family = value(item, "family") or ""
            own = _properties(item)
            self._styles[family, name] = _Style(value(item, "parent-style-name"), own)
            self.decorated = self.decorated or (family == "graphic" and own.get("behind", False))
        elif kind == "default-style":
            self._defaults[value(item, "family") or ""] = _properties(item)
        elif kind == "list-style":
            self._lists[name] = {int(number(value(e, "level"), 1.0)): _mark_of(e) for e in item}
        elif kind == "page-layout":
            ground = hex_colour(value(child(item, "page-layout-properties"), "background-color"))
            self.decorated = self.decorated or not is_paper(ground)

    def get(self, family: str, name: str | None) -> Properties:
        """The properties of a style with what it is based on; the family's defaults where there is no such style."""
        key = (family, name)
        if key not in self._known:
            chain: list[_Style] = []
            at, names = name, []
            while at is not None and (family, at) in self._styles and len(chain) < _LONGEST_CHAIN:
                chain.insert(0, self._styles[family, at])
                names.append(at)
                at = chain[0].parent
            merged = dict(self._defaults.get(family, {}))
            for style in chain:
                merged = _over(merged, style.own)
            merged["named"] = any(_HEADING.match(n) for n in names)
            self._known[key] = merged
        return self._known[key]

    def mark(self, style: str | None, level: int) -> str:
        """What a list's items have before them: bullet, number, or nothing (empty)."""
        return self._lists.get(style or "", {}).get(level, "bullet")


def _over(base: Properties, own: Properties) -> Properties:
    """`own` over `base`; a size in percent is one of the base's."""
    merged = base | own
    if isinstance(own.get("share"), float) and base.get("size"):
        merged["size"] = base["size"] * merged.pop("share")
    return merged


def over(base: Properties, own: Properties) -> Properties:
    """A character style's properties over the paragraph's."""
    return _over(base, own)


def _properties(item: ET.Element) -> Properties:
    out: Properties = {}
    for part in item:
        name = local(part.tag)
        if name == "text-properties":
            out |= _text_properties(part)
        elif name == "paragraph-properties":
            lengths = {"before": points(value(part, "margin-top")), "after": points(value(part, "margin-bottom"))}
            out |= {k: v for k, v in lengths.items() if v is not None}
            if "background-color" in {local(k) for k in part.attrib}:
                out["ground"] = hex_colour(value(part, "background-color"))
            if value(part, "break-before") == "column":
                out["column"] = True
            out |= _sight_of_paragraph(part)
        elif name in {"table-cell-properties", "table-row-properties", "table-properties"}:
            ground = hex_colour(value(part, "background-color"))
            out |= {"ground": ground} if ground else {}
            if why := low(points(value(part, "row-height"))):
                out["sight"] = why
        elif name == "table-column-properties":
            out["width"] = points(value(part, "column-width")) or number(
                (value(part, "rel-column-width") or "").rstrip("*")
            )
        elif name in {"graphic-properties", "section-properties"}:
            out |= _graphic_properties(part)
    level = value(item, "default-outline-level")
    if level:
        out["outline"] = True
    return out


def _text_properties(part: ET.Element) -> Properties:
    out: Properties = {}
    size = value(part, "font-size")
    if size and size.endswith("%"):
        out["share"] = number(size[:-1], 100.0) / 100
    elif points(size):
        out["size"] = points(size)
    weight = value(part, "font-weight")
    if weight:
        out["bold"] = weight in _BOLD
    names = {local(k) for k in part.attrib}
    if "color" in names:
        out["colour"] = hex_colour(value(part, "color"))
    if value(part, "use-window-font-color") == "true":
        out["colour"] = None
    if "background-color" in names:
        out["shade"] = hex_colour(value(part, "background-color"))
    if "display" in names:
        out["vanish"] = value(part, "display") == "none"
    if number((value(part, "text-scale") or "100%").rstrip("%"), 100.0) <= 5:
        out["narrow"] = True
    position = (value(part, "text-position") or "").split()
    spacing = points(value(part, "letter-spacing"))
    if position and position[-1].endswith("%") and len(position) > 1 and number(position[-1][:-1], 100.0) <= _SMALLEST:
        out["narrow"] = True
    why = raised(_EM / 100 * number(position[0].rstrip("%"))) if position else None
    if why := why or (squeezed(spacing) if spacing is not None else None):
        out["sight"] = why
    # Where the colour is the window's own, LibreOffice writes an opacity of nothing, and means it not.
    if "opacity" in names and value(part, "use-window-font-color") != "true":
        out["clear"] = number((value(part, "opacity") or "100%").rstrip("%"), 100.0) <= _FAINT
    return out


def _sight_of_paragraph(part: ET.Element) -> Properties:
    height = value(part, "line-height") or ""
    share = height.endswith("%") and number(height[:-1], 100.0) <= _SMALLEST
    why = low(points(height)) or ("tiny" if share else None)
    why = why or indented(points(value(part, "margin-left")), points(value(part, "text-indent")))
    return {"sight": why} if why else {}


def _graphic_properties(part: ET.Element) -> Properties:
    out: Properties = {}
    fill = value(part, "fill")
    ground = hex_colour(value(part, "background-color")) or hex_colour(value(part, "fill-color"))
    if fill in {"solid", "gradient", "bitmap", "hatch"} or (
        fill is None and hex_colour(value(part, "background-color"))
    ):
        out["fill"] = ground if fill in {"solid", None} else "?"
    if value(part, "run-through") == "background" and not (fill == "solid" and is_paper(ground)):
        out["behind"] = fill in {"solid", "gradient", "bitmap", "hatch"}
    columns = child(part, "columns")
    if columns is not None and number(value(columns, "column-count")) > 1:
        widths = [number((value(c, "rel-width") or "").rstrip("*"), 1.0) for c in columns if local(c.tag) == "column"]
        out["columns"] = widths or [1.0] * int(number(value(columns, "column-count")))
    if value(part, "horizontal-pos") in {"left", "right"}:
        out["side"] = value(part, "horizontal-pos")
    return out


def _mark_of(level: ET.Element) -> str:
    kind = local(level.tag)
    if kind == "list-level-style-bullet":
        return "bullet" if (value(level, "bullet-char") or "").strip() else ""
    if kind == "list-level-style-number":
        return "number" if value(level, "num-format") or (value(level, "num-prefix") or "").strip() else ""
    return "bullet"
