"""Family: the bytes of an archive or a mail to the files in it; everything stays in memory, nothing is written."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import cast

from screen.unpack._parts import Container, Part

__all__ = ["UNPACKERS", "Container", "Part", "unpack"]

UNPACKERS: Mapping[str, str] = {"eml": "eml", "msg": "msg", "zip": "zip"}
"""Kind → module of this folder with an `unpack(data)`; imported when a file of that kind turns up."""


def unpack(kind: str, data: bytes) -> Container:
    """What is in the file: names at once, each part's bytes when they are asked for.

    Args:
        kind: A key of `UNPACKERS`.
        data: The file's bytes.

    Raises:
        Unreadable: damaged, encrypted, too-big, too-many-parts, packed-too-tight.
    """
    module = importlib.import_module(f"{__name__}.{UNPACKERS[kind]}")
    return cast("Container", module.unpack(data))
