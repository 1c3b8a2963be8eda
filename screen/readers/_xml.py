"""Office XML by local names: the same elements come in more than one namespace (strict and transitional files)."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from functools import cache

_LARGEST = 1e12
"""Beyond is no measure, and neither is infinity."""


@cache
def local(tag: str) -> str:
    """A tag or attribute name without its namespace: strict and transitional files differ in that only."""
    return tag.rpartition("}")[2]


def value(element: ET.Element | None, name: str = "val") -> str | None:
    """The attribute of that local name."""
    if element is None:
        return None
    return next((v for k, v in element.attrib.items() if local(k) == name), None)


def child(element: ET.Element | None, *path: str) -> ET.Element | None:
    """The first descendant along local names."""
    for name in path:
        if element is None:
            return None
        element = next((c for c in element if local(c.tag) == name), None)
    return element


def number(text: str | None, default: float = 0.0) -> float:
    """A number as the file gives it, or the default."""
    try:
        found = float(text) if text else default
    except ValueError:
        return default
    return found if abs(found) < _LARGEST else default
