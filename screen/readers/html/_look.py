"""What an element's text looks like, and whether it is out of sight."""

from __future__ import annotations

from dataclasses import dataclass, replace

from screen.readers._paint import PAPER
from screen.readers.html._colours import clear, colour
from screen.readers.html._css import size
from screen.readers.html._sight import hidden
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
    clear: bool = False
    """Its ink is transparent."""


_DRAWN = {"text", "tspan", "textpath"}
"""Elements of SVG, whose ink is called a filling."""


def inherited(node: Node, style: dict[str, str], look: Look) -> Look:
    """What the element's text looks like."""
    if not style and not node.attributes and node.tag not in _BOLD | {"pre", "dialog"}:
        return look
    told = size(style.get("font-size"), look.size)
    own = told if told is not None else HEADINGS.get(node.tag) or look.size
    weight = style.get("font-weight")
    bold = weight in _FACES if weight else look.bold or node.tag in _BOLD
    ground = _ground(style, node.attributes.get("bgcolor"), look.ground)
    ink = style.get("-webkit-text-fill-color") or style.get("color") or node.attributes.get("color")
    if node.tag in _DRAWN:
        ink = style.get("fill") or node.attributes.get("fill") or ink
    return replace(
        look,
        why=look.why or hidden(node, style),
        colour=_ink(ink, look.colour),
        ground=ground,
        size=own,
        bold=bold,
        pre=look.pre or node.tag == "pre" or style.get("white-space", "").startswith("pre"),
        heading=look.heading or node.tag in HEADINGS,
        clear=clear(ink) if ink and ink not in ("inherit", "currentcolor") else look.clear,
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
