"""Family: a file's bytes to a `Document`, one member per format."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from typing import cast

from screen.model.errors import Unreadable
from screen.model.text import Document
from screen.readers._limits import depth
from screen.readers._sniff import sniff

__all__ = ["READERS", "read", "sniff"]

Read = Callable[[str, bytes], Document]

READERS: Mapping[str, str] = {
    "doc": "doc",
    "docx": "docx",
    "html": "html",
    "image": "image",
    "markdown": "markdown",
    "odt": "odt",
    "pdf": "pdf",
    "rtf": "rtf",
    "txt": "txt",
}
"""Kind → module of this folder with a `read(path, data)`; imported when a file of that kind turns up."""

_REFUSED: Mapping[str, str] = {"office-encrypted": "encrypted", "ole-cut": "damaged"}
"""Kinds without a reader whose reason has a name of its own."""


def read(path: str, data: bytes) -> Document:
    """The file's text with what is known of each line; what the file is, is told by its content.

    Args:
        path: As it shall stand in the result: relative to the folder of the case, `/` as separator.
        data: The file's bytes.

    Raises:
        Unreadable: empty, pictures-only, encrypted, damaged, too-big, too-many-parts, too-many-levels, too-much-text,
            legacy-doc, unsupported (with the fact `kind`), and the codes of the PDF and image readers.
    """
    if not data:
        raise Unreadable("empty")
    kind = sniff(path, data)
    if kind not in READERS:
        code = _REFUSED.get(kind)
        raise Unreadable(code) if code else Unreadable("unsupported", kind=kind)
    with depth():
        return _member(kind)(path, data)


def _member(kind: str) -> Read:
    return cast("Read", importlib.import_module(f"{__name__}.{READERS[kind]}").read)
