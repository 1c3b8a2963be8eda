"""Ways in which Word takes text out of sight besides colour and size: heights, places, squeezed letters."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from screen.readers._paint import hex_colour
from screen.readers._sight import indented, low, placed, raised, squeezed
from screen.readers._xml import child, number, value

HIGHLIGHTS = {
    "black": "000000", "white": "FFFFFF", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF",
    "red": "FF0000", "yellow": "FFFF00", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip
"""The sixteen colours of Word's marker."""
_THEME = {"background1": 255, "light1": 255, "bg1": 255, "lt1": 255, "text1": 0, "dark1": 0, "tx1": 0, "dk1": 0}
"""Lightness of paper and ink in every theme but dark ones; other colours of a theme are written out beside it."""
_TWIPS = 20.0
"""In a point."""


def colour_of(item: ET.Element | None) -> str | None:
    """RRGGBB of a `w:color` or the like: the theme's colour comes before the one that is written out."""
    theme = value(item, "themeColor") or value(item, "themeFill") or ""
    if theme not in _THEME:
        return hex_colour(value(item)) or hex_colour(value(item, "fill"))
    light = float(_THEME[theme])
    shade, tint = _share(item, "Shade"), _share(item, "Tint")
    light = light * shade if shade is not None else 255 - (255 - light) * tint if tint is not None else light
    return f"{round(light):02X}" * 3


def _share(item: ET.Element | None, what: str) -> float | None:
    told = value(item, f"theme{what}") or value(item, f"themeFill{what}")
    try:
        return int(told, 16) / 255 if told else None
    except ValueError:
        return None


def filled_with(fill: ET.Element) -> str | None:
    """RRGGBB of a text's own filling (`w14:textFill`), where it is one plain colour."""
    solid = child(fill, "solidFill")
    scheme = value(child(solid, "schemeClr"))
    if scheme in _THEME:
        return f"{_THEME[scheme]:02X}" * 3
    return hex_colour(value(child(solid, "srgbClr")))


def run_out_of_sight(name: str, item: ET.Element) -> str | None:
    """Why an rPr's element takes letters out of sight."""
    if name == "spacing":
        return squeezed(number(value(item)) / _TWIPS)
    if name == "fitText":
        return low(number(value(item), 1e6) / _TWIPS)
    return raised(number(value(item)) / 2) if name == "position" else None


def paragraph_out_of_sight(name: str, item: ET.Element) -> str | None:
    """Why a pPr's element takes a paragraph out of sight."""
    if name == "spacing" and value(item, "lineRule") == "exact":
        return low(number(value(item, "line"), 1e6) / _TWIPS)
    if name == "ind":
        return indented(number(value(item, "left") or value(item, "start")) / _TWIPS)
    if name == "framePr":
        return placed(*(number(value(item, axis)) / _TWIPS for axis in ("x", "y")))
    return None


def row_out_of_sight(row: ET.Element) -> str | None:
    """Why a table's row is out of sight."""
    properties = child(row, "trPr")
    hidden = child(properties, "hidden")
    if hidden is not None and (value(hidden) or "1").lower() not in {"0", "false", "off"}:
        return "vanish"
    height = child(properties, "trHeight")
    return low(number(value(height)) / _TWIPS) if value(height, "hRule") == "exact" else None
