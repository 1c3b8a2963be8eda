"""Ways in which Word takes text out of sight besides colour and size: heights, places, squeezed letters."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from screen.readers._paint import hex_colour
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
_LOW = 3.0
"""Points: a line or row that is no higher shows no letter."""
_BESIDE = (-250.0, 590.0)
"""Points of indentation from where text begins beside the page: A4 is 595 wide."""
_OFF_PAGE = 1_500.0
"""Points beyond which nothing is on any page."""
_RAISED = 400.0
"""Points above or below its line, from where a letter is off it and off most pages."""
_SQUEEZED = -8.0
"""Points less between letters, from where they stand on each other."""


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
    if name == "spacing" and number(value(item)) / _TWIPS <= _SQUEEZED:
        return "tiny"
    if name == "fitText" and value(item) is not None and number(value(item)) / _TWIPS <= _LOW:
        return "tiny"
    return "off-page" if name == "position" and abs(number(value(item))) / 2 >= _RAISED else None


def paragraph_out_of_sight(name: str, item: ET.Element) -> str | None:
    """Why a pPr's element takes a paragraph out of sight."""
    if name == "spacing" and value(item, "lineRule") == "exact":
        return "tiny" if 0 < number(value(item, "line")) / _TWIPS <= _LOW else None
    if name == "ind":
        left = number(value(item, "left") or value(item, "start")) / _TWIPS
        return None if _BESIDE[0] < left < _BESIDE[1] else "off-page"
    if name == "framePr":
        places = (number(value(item, axis)) / _TWIPS for axis in ("x", "y"))
        return "off-page" if any(not -_OFF_PAGE / 3 < p < _OFF_PAGE for p in places) else None
    return None


def row_out_of_sight(row: ET.Element) -> str | None:
    """Why a table's row is out of sight."""
    properties = child(row, "trPr")
    hidden = child(properties, "hidden")
    if hidden is not None and (value(hidden) or "1").lower() not in {"0", "false", "off"}:
        return "vanish"
    height = child(properties, "trHeight")
    low = value(height, "hRule") == "exact" and 0 <= number(value(height)) / _TWIPS <= _LOW
    return "tiny" if low else None
