"""ZIP archives, as applicant-tracking systems and applicants pack them."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Sequence

from screen.model.errors import Unreadable
from screen.unpack._names import of_entry
from screen.unpack._parts import MB, MOST_OF_PART, MOST_UNPACKED, Container, Part, check_count, check_size

_ENCRYPTED, _UTF8 = 0x1, 0x800
"""Bits of an entry's flags."""
_HEADER = 30
"""Bytes before an entry's name, at least."""
MOST_RATIO = 100
"""Unpacked bytes to packed bytes, for entries above `RATIO_FROM`; text packs about 10 to 1."""
RATIO_FROM = 1 * MB


def unpack(data: bytes) -> Container:
    """The files in the archive, in its own order; folders are none.

    Raises:
        Unreadable: damaged, too-big, too-many-parts, packed-too-tight.
    """
    check_size(data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = [e for e in archive.infolist() if not e.is_dir()]
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeError) as error:
        raise Unreadable("damaged") from error
    check_count(len(entries))
    _check(entries)
    parts = [_part(e) for e in entries]
    return Container(parts, lambda number: _read(archive, entries[number]))


def _check(entries: Sequence[zipfile.ZipInfo]) -> None:
    if sum(e.file_size for e in entries) > MOST_UNPACKED:
        raise Unreadable("too-big", limit=MOST_UNPACKED // MB)
    # Entries that share their bytes make a small archive endless, and no honest program writes them.
    end = 0
    for entry in sorted(entries, key=lambda e: e.header_offset):
        if entry.header_offset < end:
            raise Unreadable("packed-too-tight")
        end = entry.header_offset + _HEADER + entry.compress_size


def _part(entry: zipfile.ZipInfo) -> Part:
    name = of_entry(entry.filename, bool(entry.flag_bits & _UTF8))
    if entry.flag_bits & _ENCRYPTED:
        return Part(name, "encrypted")
    if stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG):
        return Part(name, "not-a-file")
    if entry.file_size > RATIO_FROM and entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
        return Part(name, "packed-too-tight")
    if entry.file_size > MOST_OF_PART:
        return Part(name, "too-big", (("limit", MOST_OF_PART // MB),))
    return Part(name)


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    try:
        with archive.open(entry) as stream:
            data = stream.read(MOST_OF_PART + 1)
    except MemoryError:
        raise
    except Exception as error:  # zlib, lzma, struct and zipfile each raise their own
        raise Unreadable("damaged") from error
    if len(data) > MOST_OF_PART:
        raise Unreadable("too-big", limit=MOST_OF_PART // MB)
    return data
