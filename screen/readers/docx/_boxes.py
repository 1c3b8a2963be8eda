"""Word's text boxes: where they stand, what is behind their letters, and whether they can be seen at all."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, replace

from screen.readers._paint import PAPER, hex_colour, is_paper
from screen.readers._xml import child, local, number, value

_EMU = 12_700.0
"""English metric units in a point."""
_WIDE = 0.6
"""Of the page's text width, from where a box is a band across the page rather than a side column."""
_TEXT_WIDTH = 451.0
"""Points of text on a line of an A4 page with Word's margins."""
_OFF_PAGE = 1_500.0
"""Points beyond which nothing is on any page (A3 is 1,191 high)."""
_SPECK = 4.0
"""Points: a box this narrow or low shows no letter."""
_LENGTH = re.compile(r"(-?[\d.]+)\s*(pt|in|cm|mm|px)?$")
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75, None: 1.0}
_FILLS = {"gradFill", "blipFill", "pattFill"}


@dataclass(frozen=True, slots=True)
class Place:
    """A text box's content and what is known of the box."""

    content: ET.Element
    wide: bool = True
    left: float | None = None
    top: float | None = None
    ground: str | None = PAPER
    """RRGGBB behind the letters; `None` cannot be told."""
    filled: bool = False
    """The box paints its own ground."""
    why: str | None = None
    """A code where the whole box is out of sight."""


@dataclass(frozen=True, slots=True)
class _Around:
    """What encloses a text box."""

    wide: bool = True
    left: float | None = None
    top: float | None = None
    ground: str | None = PAPER
    filled: bool = False
    why: str | None = None


def places(element: ET.Element) -> Iterator[Place]:
    """The text boxes in a drawing or picture, the newer of two versions only."""
    yield from _search(element, _Around())


def chosen(alternate: ET.Element) -> ET.Element | None:
    """Of an mc:AlternateContent: the first choice, or the fallback where no choice holds a text box that it has."""
    fallback = next((c for c in alternate if local(c.tag) == "Fallback"), None)
    for choice in alternate:
        if local(choice.tag) == "Choice":
            has_text = any(local(e.tag) in {"txbxContent", "t", "sym"} for e in choice.iter())
            return choice if has_text or fallback is None else fallback
    return fallback


def _search(element: ET.Element, around: _Around) -> Iterator[Place]:
    name = local(element.tag)
    if name == "AlternateContent":
        taken = chosen(element)
        if taken is not None:
            yield from _search(taken, around)
        return
    if name == "txbxContent":
        yield Place(element, around.wide, around.left, around.top, around.ground, around.filled, around.why)
        return
    around = _within(name, element, around)
    for item in element:
        yield from _search(item, around)


def _within(name: str, element: ET.Element, around: _Around) -> _Around:
    if name == "anchor":
        return _anchored(element, around)
    if name == "wgp":
        return _grouped(element, around)
    if name == "wsp":
        return _painted(element, around)
    if name in {"shape", "rect", "roundrect", "oval"}:
        return _vector(element, around)
    return around


def _anchored(anchor: ET.Element, around: _Around) -> _Around:
    left, top = _offset(anchor, "positionH"), _offset(anchor, "positionV")
    extent = child(anchor, "extent")
    width, height = number(value(extent, "cx")) / _EMU, number(value(extent, "cy")) / _EMU
    why = "vanish" if value(child(anchor, "docPr"), "hidden") in {"1", "true"} else _sight(left, top, width, height)
    if (
        left is None
        and value(child(anchor, "positionH", "align")) is None
        and child(anchor, "positionH", "align") is not None
    ):
        left = {"left": 0.0, "right": _TEXT_WIDTH}.get((child(anchor, "positionH", "align").text or "").strip())  # type: ignore[union-attr]
    return replace(around, wide=width >= _WIDE * _TEXT_WIDTH, left=left, top=top, why=why)


def _offset(anchor: ET.Element, axis: str) -> float | None:
    """Points from the page's, margin's or column's edge; heights above a paragraph tell nothing."""
    position = child(anchor, axis)
    offset = child(position, "posOffset")
    if offset is None or (axis == "positionV" and value(position, "relativeFrom") in {"paragraph", "line"}):
        return None
    return number(offset.text) / _EMU


def _sight(left: float | None, top: float | None, width: float, height: float) -> str | None:
    if (width and width < _SPECK) or (height and height < _SPECK):
        return "tiny"
    # Up to a margin's width a box may stick out to the left of what it is measured from.
    beyond = (left is not None and (left + width < -72 or left > _OFF_PAGE)) or (
        top is not None and (top + height < -72 or top > _OFF_PAGE)
    )
    return "off-page" if beyond else None


def _grouped(group: ET.Element, around: _Around) -> _Around:
    """Within a group every shape has a place of its own; `_painted` adds it."""
    return replace(around, wide=False)


def _painted(shape: ET.Element, around: _Around) -> _Around:
    properties = child(shape, "spPr")
    offset = child(properties, "xfrm", "off")
    if around.left is not None and offset is not None:
        around = replace(around, left=around.left + number(value(offset, "x")) / _EMU)
    width = number(value(child(properties, "xfrm", "ext"), "cx")) / _EMU
    if width:
        around = replace(around, wide=around.wide or width >= _WIDE * _TEXT_WIDTH)
    ground, filled = _fill(shape, properties)
    return replace(around, ground=ground, filled=filled) if filled else around


def _fill(shape: ET.Element, properties: ET.Element | None) -> tuple[str | None, bool]:
    """The colour that a shape is filled with (`None`: cannot be told), and whether it is filled."""
    for item in properties if properties is not None else ():
        if local(item.tag) == "noFill":
            return PAPER, False
        if local(item.tag) in _FILLS:
            return None, True
        if local(item.tag) == "solidFill":
            return hex_colour(value(child(item, "srgbClr"))), True
    styled = number(value(child(shape, "style", "fillRef"), "idx")) > 0
    return (None, True) if styled else (PAPER, False)


def _vector(shape: ET.Element, around: _Around) -> _Around:
    """An older drawing (VML): its place is written as a CSS style."""
    style = dict(_declared(value(shape, "style") or ""))
    width = _length(style.get("width"))
    filled = value(shape, "filled") not in {"f", "false"} and value(shape, "fillcolor") is not None
    ground = hex_colour((value(shape, "fillcolor") or "").split(" ")[0])
    inline = style.get("position") != "absolute"
    return _Around(
        wide=inline or (width or 0.0) >= _WIDE * _TEXT_WIDTH,
        left=_length(style.get("margin-left")),
        top=None,
        ground=ground if filled else around.ground,
        filled=filled or around.filled,
        why="vanish" if style.get("visibility") == "hidden" else around.why,
    )


def _declared(style: str) -> Iterator[tuple[str, str]]:
    for part in style.split(";"):
        name, _, text = part.partition(":")
        if text:
            yield name.strip().lower(), text.strip().lower()


def _length(text: str | None) -> float | None:
    found = _LENGTH.match(text or "")
    return float(found.group(1)) * _UNITS[found.group(2)] if found else None


def decorated(root: ET.Element) -> bool:
    """Whether shapes or pictures lie behind the text somewhere, so that white letters may be seen."""
    for element in root.iter():
        name = local(element.tag)
        if name == "anchor" and value(element, "behindDoc") in {"1", "true"}:
            return True
        if name == "background" and not is_paper(hex_colour(value(element, "color"))):
            return True
        if name == "wsp" and not any(local(e.tag) == "t" for e in element.iter()):
            ground, filled = _fill(element, child(element, "spPr"))
            if filled and (ground is None or not is_paper(ground)):
                return True
    return False
