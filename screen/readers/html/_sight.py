"""Ways in which a web page takes an element's text out of sight."""

from __future__ import annotations

import re

from screen.readers.html._css import moved, size
from screen.readers.html._tree import Node

_ROOT_SIZE = 12.0
_FAR, _FAR_RIGHT = -300.0, 2_000.0
"""Points by which text is moved off the page: to the left or up, and to the right of any window."""
_ZERO = re.compile(r"0*\.?0\d*%?")
"""A share of (nearly) nothing: 0, 0.0, .05, 0%."""
_SCALED = re.compile(
    r"(?:scale[xy3]?d?|matrix)\(\s*0*\.?0\d*\s*[,)]|scale\([^,()]*,\s*0*\.?0\d*\s*\)|rotate[xy]\(90deg\)"
)
_TRANSLATED = re.compile(r"translate(?:x|y|3d)?\(([^()]*)\)")
_SMALLEST = 0.25
"""Of its size, for `zoom`."""
_NO_CONTENT = {"dialog": "open"}
"""Elements that are shown only with an attribute."""


def hidden(node: Node, style: dict[str, str]) -> str | None:
    """A code where the element's own style takes it out of sight."""
    if "hidden" in node.attributes or style.get("display", "").strip() == "none" or _unopened(node):
        return "style"
    if style.get("visibility") in {"hidden", "collapse"} or style.get("content-visibility") == "hidden":
        return "style"
    if _clipped(style):
        return "style"
    if _faint(style):
        return "transparent"
    if _away(style):
        return "off-page"
    return "tiny" if _shrunk(style) else None


def _unopened(node: Node) -> bool:
    wanted = _NO_CONTENT.get(node.tag)
    return "popover" in node.attributes or (wanted is not None and wanted not in node.attributes)


def _faint(style: dict[str, str]) -> bool:
    opacity = style.get("opacity", "")
    if opacity and _ZERO.fullmatch(opacity):
        return True
    if found := re.search(r"opacity\(\s*([^()]*?)\s*\)", style.get("filter", "")):
        return _ZERO.fullmatch(found.group(1)) is not None
    masks = (style.get(name, "") for name in ("mask", "mask-image", "-webkit-mask-image"))
    return any(re.search(r"gradient\(\s*(?:[\w ]+,\s*)?transparent(?:\s*,\s*transparent)*\s*\)", m) for m in masks)


def _away(style: dict[str, str]) -> bool:
    placed = style.get("position") in {"absolute", "fixed", "relative", "sticky"}
    names = ["text-indent", "margin-left", "margin-top", *(("left", "top", "right", "bottom") if placed else ())]
    lengths = [moved(style.get(name), _ROOT_SIZE) for name in names]
    for found in _TRANSLATED.findall(style.get("transform", "")):
        lengths += [moved(part.strip(), _ROOT_SIZE) for part in found.split(",")]
    lengths += [moved(part, _ROOT_SIZE) for part in style.get("translate", "").split()]
    if any(n <= _FAR for n in lengths if n is not None):
        return True
    aside = (*lengths[:2], *(lengths[3:4] if placed else ()))
    if any(n is not None and n >= _FAR_RIGHT for n in aside):
        return True
    indent = style.get("text-indent", "")
    return style.get("overflow") == "hidden" and re.fullmatch(r"-?(?:9\d|\d{3,})(?:\.\d+)?%", indent) is not None


def _shrunk(style: dict[str, str]) -> bool:
    if _SCALED.search(style.get("transform", "")):
        return True
    scale = style.get("scale", "").split()
    if scale and any(_ZERO.fullmatch(part) for part in scale):
        return True
    zoom = style.get("zoom", "")
    share = float(zoom.rstrip("%")) / (100 if zoom.endswith("%") else 1) if re.fullmatch(r"\d*\.?\d+%?", zoom) else 1.0
    return share <= _SMALLEST


def _clipped(style: dict[str, str]) -> bool:
    if style.get("position") in {"absolute", "fixed"} and re.match(r"rect\(\s*[01]", style.get("clip", "")):
        return True
    clip = style.get("clip-path", "")
    if clip.startswith(("inset(50%", "inset(100%", "circle(0", "ellipse(0")) or clip in {"polygon(0 0)", "polygon()"}:
        return True
    low = {"height", "max-height", "width", "max-width"}
    flat = any((n := size(style.get(name), _ROOT_SIZE)) is not None and n <= 1.5 for name in low)
    return flat and style.get("overflow") in {"hidden", "clip"}
