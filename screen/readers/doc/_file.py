"""An old Word file's streams: where its text lies, piece by piece, and which letters and paragraphs look how."""

from __future__ import annotations

import io
import struct
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from screen.model.errors import Unreadable
from screen.readers._limits import MOST_CHARACTERS, check_size, damage

_WORD_97, _WORD_95 = 0xA5EC, 0xA5DC
_ENCRYPTED, _TABLE_ONE = 0x0100, 0x0200
_PAGE = 512
"""Bytes of a page of properties."""
_MOST_PIECES = 200_000
_PICTURE = 10_000
"""Bytes from where the stream of pictures and form fields holds a picture."""
STYLES, SECTIONS, HEADERS, LETTERS, PARAGRAPHS, PIECES, ANCHORS, BOXES = 1, 6, 11, 12, 13, 33, 40, 56
"""Places of tables in the file's list of them."""
_STORIES = ("body", "footnotes", "headers", "macros", "annotations", "endnotes", "boxes", "header_boxes")
"""Texts of the file, in their order; comments and macros are passed over."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text as it lies in the file."""

    start: int
    """Its first character's number in the file's text."""
    text: str
    at: int
    """Of its first byte."""
    wide: bool
    """Two bytes a character."""
    extra: bytes
    """Modifiers that hold for all of it."""


class Plex:
    """Stretches of the file, each with what is said about it."""

    def __init__(self, rows: list[tuple[int, int, bytes]]) -> None:
        self._rows = sorted(rows, key=lambda r: r[0])
        self._starts = [r[0] for r in self._rows]

    def at(self, position: int) -> tuple[bytes, int]:
        """What is said about a place, and where that ends; nothing is said where no stretch is."""
        found = bisect_right(self._starts, position) - 1
        if found >= 0 and position < self._rows[found][1]:
            return self._rows[found][2], self._rows[found][1]
        end = self._starts[found + 1] if found + 1 < len(self._starts) else 1 << 60
        return b"", end


class File:
    """One file, opened.

    Raises:
        Unreadable: damaged, encrypted, too-big, too-much-text, legacy-doc (from before Word 97).
    """

    def __init__(self, data: bytes) -> None:
        check_size(data)
        with opened(data) as ole:
            self.main = stream(ole, "WordDocument")
            self._check()
            flags = _u16(self.main, 10)
            self.table = stream(ole, "1Table" if flags & _TABLE_ONE else "0Table")
            self._data = stream(ole, "Data") if ole.exists("Data") else b""
        with damage():
            self.stories = self._stories()
            self.pieces = self._pieces()
            self.letters = Plex(list(self._properties(LETTERS, _letter_runs)))
            self.paragraphs = Plex(list(self._properties(PARAGRAPHS, _paragraph_runs)))

    def _check(self) -> None:
        if len(self.main) < 0x200 + 2 or _u16(self.main, 0) not in (_WORD_97, _WORD_95):
            raise Unreadable("damaged")
        if _u16(self.main, 10) & _ENCRYPTED:
            raise Unreadable("encrypted")
        if _u16(self.main, 0) == _WORD_95:
            raise Unreadable("legacy-doc")

    def part(self, place: int) -> bytes:
        """A table of the file, by its place in the list."""
        start, length = struct.unpack_from("<II", self.main, 154 + 8 * place)
        return self.table[start : start + length]

    def huge(self, at: int) -> bytes:
        """Properties that were too long for their page."""
        return self._data[at + 2 : at + 2 + _u16(self._data, at)]

    @property
    def pictured(self) -> bool:
        """Whether it holds pictures, which may be scanned pages."""
        return len(self._data) > _PICTURE

    def plex(self, place: int, size: int) -> tuple[tuple[int, ...], list[bytes]]:
        """A table's places and what it says of each, `size` bytes for one."""
        return _plex(self.part(place), size)

    def _stories(self) -> dict[str, tuple[int, int]]:
        lengths = struct.unpack_from("<8i", self.main, 76)
        if any(n < 0 for n in lengths):
            raise Unreadable("damaged")
        if sum(lengths) > MOST_CHARACTERS * 4:
            raise Unreadable("too-much-text", limit=MOST_CHARACTERS)
        out, at = {}, 0
        for name, length in zip(_STORIES, lengths, strict=True):
            out[name] = (at, at + length)
            at += length
        return out

    def _pieces(self) -> list[Piece]:
        data, at = self.part(PIECES), 0
        changes: list[bytes] = []
        while at < len(data) and data[at] == 1:
            length = _u16(data, at + 1)
            changes.append(data[at + 3 : at + 3 + length])
            at += 3 + length
        if at >= len(data) or data[at] != 2:
            raise Unreadable("damaged")
        starts, rows = _plex(data[at + 5 : at + 5 + struct.unpack_from("<I", data, at + 1)[0]], 8)
        if len(rows) > _MOST_PIECES:
            raise Unreadable("too-many-parts", limit=_MOST_PIECES)
        total = max((end for _, end in self.stories.values()), default=0) + 1
        pieces = []
        for (start, end), row in zip(pairwise(starts), rows, strict=True):
            if not 0 <= start <= end or start > total:
                raise Unreadable("damaged")
            pieces.append(self._piece(start, min(end, total), row, changes))
        return pieces

    def _piece(self, start: int, end: int, row: bytes, changes: list[bytes]) -> Piece:
        place, change = struct.unpack_from("<IH", row, 2)
        wide = not place & 0x40000000
        at = place & 0x3FFFFFFF
        at = at if wide else at // 2
        raw = self.main[at : at + (end - start) * (2 if wide else 1)]
        # One character for one number: halves of rare characters are put together later.
        text = "".join(map(chr, struct.unpack(f"<{len(raw) // 2}H", raw[: len(raw) // 2 * 2]))) if wide else ""
        text = text or raw.decode("cp1252", "replace")
        extra = changes[change >> 1] if change & 1 and change >> 1 < len(changes) else b""
        return Piece(start, text, at, wide, extra)

    def _properties(self, place: int, runs: Any) -> Iterator[tuple[int, int, bytes]]:
        for row in self.plex(place, 4)[1][: len(self.main) // _PAGE + 1]:
            at = (int.from_bytes(row, "little") & 0x3FFFFF) * _PAGE
            page = self.main[at : at + _PAGE]
            if len(page) == _PAGE:
                yield from runs(page)


def _letter_runs(page: bytes) -> Iterator[tuple[int, int, bytes]]:
    count = min(page[511], 101)
    places = struct.unpack_from(f"<{count + 1}I", page)
    for i in range(count):
        at = page[4 * (count + 1) + i] * 2
        yield places[i], places[i + 1], page[at + 1 : at + 1 + page[at]] if at else b""


def _paragraph_runs(page: bytes) -> Iterator[tuple[int, int, bytes]]:
    count = min(page[511], 29)
    places = struct.unpack_from(f"<{count + 1}I", page)
    for i in range(count):
        at = page[4 * (count + 1) + 13 * i] * 2
        if at and page[at]:
            said = page[at + 1 : at + 2 * page[at]]
        else:
            said = page[at + 2 : at + 2 + 2 * page[at + 1]] if at and at < 510 else b""
        yield places[i], places[i + 1], said


def _plex(data: bytes, size: int) -> tuple[tuple[int, ...], list[bytes]]:
    count = max((len(data) - 4) // (4 + size), 0)
    if not count:
        return (), []
    places = struct.unpack_from(f"<{count + 1}i", data)
    if any(a > b for a, b in pairwise(places)):
        raise ValueError("places out of order")
    base = 4 * (count + 1)
    return places, [data[base + size * i : base + size * (i + 1)] for i in range(count)]


def _u16(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "little")


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """The file as a container of streams.

    Raises:
        Unreadable: damaged.
    """
    import olefile

    with damage():
        ole = olefile.OleFileIO(io.BytesIO(data))
        try:
            yield ole
        finally:
            ole.close()


def stream(ole: Any, name: str) -> bytes:
    """A stream's bytes.

    Raises:
        Unreadable: damaged: there is no such stream.
    """
    if not ole.exists(name):
        raise Unreadable("damaged")
    with ole.openstream(name) as source:
        return bytes(source.read())
