"""What an element's text looks like, and whether it is out of sight."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from screen.readers._paint import PAPER
from screen.readers.html._css import colour, far, size
from screen.readers.html._tree import Node

HEADINGS = {"h1": 24.0, "h2": 18.0, "h3": 14.0, "h4": 12.0, "h5": 10.0, "h6": 8.0}
"""Points: the browsers' sizes."""
_BOLD = {"b", "strong", "th", *HEADINGS}
_FACES = {"b", "strong", "bold", "bolder", "600", "700", "800", "900"}


@dataclass(frozen=True, slots=True)
class Look:
    """What text inherits."""

    why: str | None = None
    colour: str | None = None
    ground: str | None = PAPER
    size: float = 12.0
    bold: bool = False
    pre: bool = False
    heading: bool = False


def inherited(node: Node, style: dict[str, str], look: Look) -> Look:
    """What the element's text looks like."""
    if not style and not node.attributes and node.tag not in _BOLD and node.tag != "pre":
        return look
    own = size(style.get("font-size"), look.size) or HEADINGS.get(node.tag) or look.size
    weight = style.get("font-weight")
    bold = weight in _FACES if weight else look.bold or node.tag in _BOLD
    ground = _ground(style, node.attributes.get("bgcolor"), look.ground)
    ink = style.get("color") or node.attributes.get("color")
    return replace(
        look,
        why=look.why or _hidden(node, style),
        colour=_ink(ink, look.colour),
        ground=ground,
        size=own,
        bold=bold,
        pre=look.pre or node.tag == "pre" or style.get("white-space", "").startswith("pre"),
        heading=look.heading or node.tag in HEADINGS,
    )


def _ink(told: str | None, around: str | None) -> str | None:
    found = colour(told) if told else ""
    return around if found == "" else found


def display(style: dict[str, str]) -> str:
    """How it is laid out, as far as declared."""
    return style.get("display", "").strip()


def _ground(style: dict[str, str], attribute: str | None, inherited: str | None) -> str | None:
    told = style.get("background-color") or style.get("background") or attribute
    if not told:
        return inherited
    if "url(" in told or "gradient" in told:
        return None
    found = colour(told)
    return inherited if found == "" else found


def _hidden(node: Node, style: dict[str, str]) -> str | None:
    """A code where the element's own style takes it out of sight."""
    if "hidden" in node.attributes or display(style) == "none" or style.get("visibility") in {"hidden", "collapse"}:
        return "style"
    if style.get("content-visibility") == "hidden" or _clipped(style):
        return "style"
    opacity = style.get("opacity", "")
    if opacity and re.fullmatch(r"0?\.?0\d*|0%", opacity):
        return "transparent"
    placed = style.get("position") in {"absolute", "fixed", "relative"}
    if far(style.get("text-indent")) or (placed and (far(style.get("left")) or far(style.get("top")))):
        return "off-page"
    return "tiny" if style.get("transform", "").startswith("scale(0)") else None


def _clipped(style: dict[str, str]) -> bool:
    if style.get("position") in {"absolute", "fixed"} and re.match(r"rect\(\s*[01]", style.get("clip", "")):
        return True
    if style.get("clip-path", "").startswith(("inset(50%", "inset(100%", "circle(0")):
        return True
    flat = {style.get("height"), style.get("max-height"), style.get("width")} & {"0", "0px", "1px"}
    return bool(flat) and style.get("overflow") == "hidden"
