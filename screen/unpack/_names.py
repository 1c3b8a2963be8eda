"""Names of parts: legible, and leading nowhere out."""

from __future__ import annotations

import re

OEM = "cp850"
"""How Western European Windows writes names into archives where the entry does not say that they are UTF-8."""
MOST_LETTERS = 400
"""Of a name; what is beyond is cut in the middle, so that the ending stays."""
_FOREIGN = re.compile(r"^(?:[A-Za-z]:)?/+|^[A-Za-z]:(?=[^/])|(?<![^/])\.{1,2}/|(?<=/)/+")
"""What would lead out of the archive: nothing is written, so it is only left out of the name."""
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def inside(name: str) -> str:
    """The name as a path below the archive's."""
    name = _UNSEEN.sub("\ufffd", name.replace("\\", "/"))
    while (plain := _FOREIGN.sub("", name)) != name:
        name = plain
    if name in ("", ".", ".."):
        name = "-"
    return name if len(name) <= MOST_LETTERS else f"{name[: MOST_LETTERS - 60]}…{name[-60:]}"


def base(name: str) -> str:
    """The last part of a name that may be a path on somebody's computer."""
    return inside(name).rsplit("/", 1)[-1] or "-"


def of_entry(name: str, utf8: bool) -> str:
    """An archive's name for an entry, which says that it is UTF-8, or does not say what it is."""
    if utf8:
        return inside(name)
    try:
        raw = name.encode("cp437")
    except UnicodeEncodeError:
        return inside(name)
    try:
        return inside(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return inside(raw.decode(OEM, "replace"))
