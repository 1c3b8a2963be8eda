"""Colours as web pages write them."""

from __future__ import annotations

import colorsys
import re
from functools import lru_cache

_HEX = re.compile(r"#([0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})(?![0-9a-f])")
_FUNCTION = re.compile(r"(rgba?|hsla?|hwb|(?:ok)?l(?:ab|ch)|color)\(([^()]*)\)")
_NUMBER = re.compile(r"(-?\d*\.?\d+(?:e-?\d+)?)(%|deg|turn|rad)?")
_NAMED = {
    "white": "FFFFFF", "black": "000000", "snow": "FFFAFA", "ivory": "FFFFF0", "whitesmoke": "F5F5F5",
    "ghostwhite": "F8F8FF", "floralwhite": "FFFAF0", "mintcream": "F5FFFA", "azure": "F0FFFF", "aliceblue": "F0F8FF",
    "honeydew": "F0FFF0", "seashell": "FFF5EE", "lavenderblush": "FFF0F5", "oldlace": "FDF5E6", "linen": "FAF0E6",
    "cornsilk": "FFF8DC", "lightyellow": "FFFFE0", "lightcyan": "E0FFFF", "canvas": "FFFFFF", "window": "FFFFFF",
    "red": "FF0000", "green": "008000", "blue": "0000FF", "navy": "000080", "gray": "808080", "grey": "808080",
    "silver": "C0C0C0", "maroon": "800000", "olive": "808000", "lime": "00FF00", "teal": "008080", "aqua": "00FFFF",
    "purple": "800080", "yellow": "FFFF00", "fuchsia": "FF00FF", "orange": "FFA500", "canvastext": "000000",
}  # fmt: skip
"""Colour names (CSS Color 4) that could hide letters, and the sixteen of old; others are taken for visible."""
_NONE = {"transparent", "inherit", "none", "initial", "unset", ""}
_FAINT = 0.1
"""Opacity of 1 up to which letters are as good as not there."""


@lru_cache(maxsize=1024)
def colour(value: str | None) -> str | None:
    """RRGGBB, an empty string for transparent, `None` where it cannot be told."""
    text = (value or "").strip().lower()
    if found := _HEX.search(text):
        digits = found.group(1)
        digits = "".join(c * 2 for c in digits) if len(digits) < 6 else digits
        return "" if len(digits) == 8 and int(digits[6:], 16) == 0 else digits[:6].upper()
    if told := _FUNCTION.search(text):
        return _computed(told.group(1), _NUMBER.findall(told.group(2)))
    return "" if text in _NONE else _NAMED.get(text.split(" ")[0])


@lru_cache(maxsize=1024)
def clear(value: str | None) -> bool:
    """Whether ink of that colour leaves nothing to be seen."""
    text = (value or "").strip().lower()
    if text == "transparent":
        return True
    if found := _HEX.search(text):
        digits = found.group(1)
        alpha = digits[6:] or (digits[3:] * 2 if len(digits) == 4 else "")
        return bool(alpha) and int(alpha, 16) <= 255 * _FAINT
    told = _FUNCTION.search(text)
    numbers = _NUMBER.findall(told.group(2)) if told else []
    return len(numbers) > 3 and _amount(numbers[3], 1.0) <= _FAINT


def _amount(number: tuple[str, str], whole: float) -> float:
    return float(number[0]) / 100 * whole if number[1] == "%" else float(number[0])


def _computed(function: str, numbers: list[tuple[str, str]]) -> str | None:
    if len(numbers) < 3:
        return None
    if len(numbers) > 3 and _amount(numbers[3], 1.0) == 0:
        return ""
    if function.startswith("rgb"):
        return _written(*(_amount(n, 255.0) / 255 for n in numbers[:3]))
    if function == "color":
        return _written(*(_amount(n, 1.0) for n in numbers[:3]))
    second, third = (float(n[0]) / 100 for n in numbers[1:3])
    hue = float(numbers[0][0]) / 360 % 1
    if function.startswith("hsl"):
        return _written(*colorsys.hls_to_rgb(hue, min(max(third, 0.0), 1.0), min(max(second, 0.0), 1.0)))
    if function == "hwb":
        return _written(*(c * max(1 - second - third, 0.0) + second for c in colorsys.hls_to_rgb(hue, 0.5, 1.0)))
    # Of the rest only lightness is looked at: near white or near black, hue and chroma are nothing.
    light = _amount(numbers[0], 1.0) if function.startswith("ok") or numbers[0][1] else float(numbers[0][0]) / 100
    return "FFFFFF" if light >= 0.985 else "000000" if light <= 0.01 else None


def _written(*channels: float) -> str:
    return "".join(f"{round(min(max(c, 0.0), 1.0) * 255):02X}" for c in channels)
