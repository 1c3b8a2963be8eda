"""Office files as packages: the same bytes each time, known to a later run for outputs, telling of nobody."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from screen.model.result import SCHEMA

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first time that a zip can tell."""
TYPES, PROPERTIES = "[Content_Types].xml", "docProps/core.xml"


def mark(version: str) -> str:
    """What stands in a file's properties: by it a later run knows the file for an output of its own."""
    return f"screen {version} · {SCHEMA}"


def repacked(data: bytes) -> bytes:
    """The package anew: no times, and the properties open to be read at its beginning."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
        for name in sorted(old.namelist(), key=lambda n: (n != TYPES, n != PROPERTIES, n)):
            item = ZipInfo(name, EARLIEST)
            item.compress_type = ZIP_STORED if name == PROPERTIES else ZIP_DEFLATED
            new.writestr(item, old.read(name))
    return out.getvalue()
