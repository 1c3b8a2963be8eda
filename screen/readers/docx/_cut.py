"""Cuts the styles that a document uses out of the hundreds that Word ships with it: reading them all takes longest."""

from __future__ import annotations

import re
from collections.abc import Iterable

_USED = re.compile(rb"""(?:pStyle|rStyle|tblStyle)\b[^>]*?\bval=["']([^"']*)["']""")
_FIRST = re.compile(rb"<(?:\w+:)?style ")
_ID = re.compile(rb"""\bstyleId=["']([^"']*)["']""")
_DEFAULT = re.compile(rb"""\bdefault=["'](?:1|true|on)["']""")
_BASE = re.compile(rb"""<(?:\w+:)?basedOn\b[^>]*?\bval=["']([^"']*)["']""")
_WORTH = 20_000
"""Bytes below which all styles are read as they are."""


def used_styles(styles: bytes, parts: Iterable[bytes]) -> bytes:
    """The styles part with only those styles that the parts use, what these are based on, and the defaults."""
    if len(styles) < _WORTH:
        return styles
    first = _FIRST.search(styles)
    if first is None:
        return styles
    mark = first.group()
    end = styles.rfind(b"</")
    head, *pieces = styles[:end].split(mark)
    by_id = {m[1]: piece for piece in pieces if (m := _ID.search(piece, 0, piece.find(b">")))}
    if len(by_id) < len(pieces):
        return styles
    wanted = _wanted(by_id, parts)
    kept = b"".join(mark + piece for i, piece in by_id.items() if i in wanted)
    return head + kept + styles[end:]


def _wanted(by_id: dict[bytes, bytes], parts: Iterable[bytes]) -> set[bytes]:
    """The ids of styles that are used, those that these are based on, and the defaults."""
    wanted = {i for part in parts for i in _USED.findall(part)}
    wanted |= {i for i, text in by_id.items() if _DEFAULT.search(text, 0, text.find(b">"))}
    waiting = list(wanted)
    while waiting:
        base = _BASE.search(by_id.get(waiting.pop(), b""))
        if base and base[1] not in wanted:
            wanted.add(base[1])
            waiting.append(base[1])
    return wanted
