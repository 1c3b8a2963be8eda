"""How much of a file a reader is willing to take, and what it says when it is too much."""

from __future__ import annotations

import io
import struct
import xml.etree.ElementTree as ET
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from screen.model.errors import Unreadable

MB = 1_000_000
MOST_BYTES = 25 * MB
"""Of one document; a normal CV is below 2 MB."""
MOST_BYTES_RTF = 64 * MB
"""RTF writes pictures as hexadecimal digits."""
MOST_BYTES_TEXT = 5 * MB
"""Of a plain text, Markdown or HTML file."""
MOST_PARTS = 2_000
"""Files inside a DOCX or ODT."""
MOST_UNPACKED = 200 * MB
"""All parts of a DOCX or ODT together."""
MOST_XML = 20 * MB
"""One XML part: takes 2.4 s and 330 MB."""
MOST_RATIO = 100
"""Unpacked bytes to packed bytes, for parts above `RATIO_FROM`; text packs about 10 to 1."""
RATIO_FROM = 1 * MB
MOST_CHARACTERS = 400_000
"""Of a document's text; a CV of two pages has about 5,000."""
MOST_LEVELS = 200
"""Tables within tables, groups within groups, as a reader follows them."""

_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    ET.ParseError,
    EOFError,
    struct.error,
    UnicodeError,
    NotImplementedError,
    OSError,
    LookupError,
    ValueError,
)


@contextmanager
def damage() -> Iterator[None]:
    """Turns what the libraries raise on a broken file into `Unreadable("damaged")`."""
    try:
        yield
    except _DAMAGE as error:
        raise Unreadable("damaged") from error


@contextmanager
def depth() -> Iterator[None]:
    """Turns the end of the stack or of memory into an `Unreadable`."""
    try:
        yield
    except RecursionError as error:
        raise Unreadable("too-many-levels", limit=MOST_LEVELS) from error
    except MemoryError as error:
        raise Unreadable("too-big", limit=MOST_BYTES // MB) from error


def check_size(data: bytes, limit: int = MOST_BYTES) -> None:
    """Refuses an empty file and one above `limit` bytes.

    Raises:
        Unreadable: empty, too-big.
    """
    if not data:
        raise Unreadable("empty")
    if len(data) > limit:
        raise Unreadable("too-big", limit=limit // MB)


class Package:
    """The parts of a DOCX or ODT, each read once and never beyond the limits."""

    def __init__(self, data: bytes) -> None:
        """Looks at the directory only.

        Raises:
            Unreadable: damaged, too-big, too-many-parts, encrypted.
        """
        check_size(data)
        with damage():
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        parts = self._zip.infolist()
        if len(parts) > MOST_PARTS:
            raise Unreadable("too-many-parts", limit=MOST_PARTS)
        if sum(p.file_size for p in parts) > MOST_UNPACKED:
            raise Unreadable("too-big", limit=MOST_UNPACKED // MB)
        # A later entry of the same name wins, as in the programs that show the file.
        self._parts = {p.filename.replace("\\", "/").lstrip("/").lower(): p for p in parts}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._parts

    @property
    def pictured(self) -> bool:
        """Whether it holds pictures, which may be scanned pages."""
        return any("/media/" in n or n.startswith("pictures/") for n in self._parts)

    def read(self, name: str) -> bytes:
        """The bytes of a part.

        Raises:
            Unreadable: damaged (also: there is no such part), too-big, encrypted.
        """
        part = self._parts.get(name.lower())
        if part is None:
            raise Unreadable("damaged")
        if part.flag_bits & 1:
            raise Unreadable("encrypted")
        bomb = part.file_size > RATIO_FROM and part.file_size > MOST_RATIO * max(part.compress_size, 1)
        if part.file_size > MOST_XML or bomb:
            raise Unreadable("too-big", limit=MOST_XML // MB)
        with damage(), self._zip.open(part) as stream:
            return stream.read(MOST_XML + 1)

    def xml(self, name: str) -> ET.Element:
        """A part as XML.

        Raises:
            Unreadable: damaged, too-big, encrypted.
        """
        return parse_xml(self.read(name))


def parse_xml(data: bytes) -> ET.Element:
    """XML without a document type, which no honest office file has and every entity bomb needs.

    Raises:
        Unreadable: damaged.
    """
    if b"<!DOCTYPE" in data or "<!DOCTYPE".encode("utf-16-le") in data or "<!DOCTYPE".encode("utf-16-be") in data:
        raise Unreadable("damaged")
    with damage():
        return ET.fromstring(data)
