"""A zip in a folder's place: its files are read where they are, nothing is unpacked to disk."""

from __future__ import annotations

import re
import stat
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from screen.model.errors import Problem, Unreadable
from screen.readers import sniff

MOST_MEMBERS = 20_000
"""Entries of an archive that are looked at; more is no folder of applications."""
ENCRYPTED, UTF8 = 0x1, 0x800
"""Bits of an entry's flags."""
OEM = "cp850"
"""How Western European Windows writes names where the entry does not say that they are UTF-8."""
_FOREIGN = re.compile(r"^(?:[A-Za-z]:)?/+|(?<![^/])\.{1,2}/")
"""What would lead out of the archive: nothing is written, so it is only left out of the name."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in the archive."""

    path: str
    """As a folder would show it, below the one folder that everything may lie in."""
    name: str
    """By which the archive knows it."""
    info: zipfile.ZipInfo


def is_archive(file: Path, most: int) -> bool:
    """Whether the file is a zip and nothing else: Word and OpenDocument files, up to `most` bytes, are zips as well."""
    try:
        if not zipfile.is_zipfile(file):
            return False
        return file.stat().st_size > most or sniff(file.name, file.read_bytes()) == "zip"
    except OSError:
        return False


def members(file: Path) -> list[Member]:
    """The files in the archive, in an order of their own.

    Raises:
        Unreadable: damaged, too-many-parts.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            infos = [i for i in archive.infolist() if not i.is_dir()]
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Unreadable("damaged") from error
    if len(infos) > MOST_MEMBERS:
        raise Unreadable("too-many-parts", limit=MOST_MEMBERS)
    named = {i.filename: _name(i) for i in infos}
    named = {raw: name for raw, name in named.items() if not name.startswith("__MACOSX/")}
    above = _one_folder(list(named.values()))
    found = (Member(named[i.filename][len(above) :], i.filename, i) for i in infos if i.filename in named)
    return sorted(found, key=lambda m: (m.path, m.name))


def problem_of(member: Member, path: str) -> Problem | None:
    """Why an entry is no file that can be read, if so."""
    if member.info.flag_bits & ENCRYPTED:
        return Problem.of(path, "encrypted")
    kind = stat.S_IFMT(member.info.external_attr >> 16)
    return Problem.of(path, "not-a-file") if kind not in (0, stat.S_IFREG) else None


def head_of(file: Path, member: Member, size: int) -> bytes:
    """The first bytes of an entry; none where it cannot be read, which is told when it is."""
    try:
        with zipfile.ZipFile(file) as archive, archive.open(member.name) as stream:
            return stream.read(size)
    except Exception:  # whatever a broken entry raises
        return b""


def content(file: str, name: str, limit: int) -> bytes:
    """An entry's bytes.

    Raises:
        Unreadable: damaged, too-big: whatever the entry says of its size, no more is unpacked.
    """
    try:
        with zipfile.ZipFile(file) as archive, archive.open(name) as stream:
            data = stream.read(limit + 1)
    except MemoryError:
        raise
    except Exception as error:  # zlib, lzma, struct and zipfile each raise their own
        raise Unreadable("damaged") from error
    if len(data) > limit:
        raise Unreadable("too-big", limit=limit // 1_000_000)
    return data


def find(file: Path, path: str) -> Path | None:
    """The entry at a path, to be read as a file is."""
    try:
        member = next((m for m in members(file) if m.path == path), None)
    except Unreadable:
        return None
    # Of a path, readers of small files use what both kinds have: its bytes and its name.
    return cast("Path", zipfile.Path(str(file), member.name)) if member else None


def _name(info: zipfile.ZipInfo) -> str:
    name = info.filename
    if not info.flag_bits & UTF8:
        try:
            raw = name.encode("cp437")
        except UnicodeEncodeError:
            raw = name.encode("utf-8")
        try:
            name = raw.decode("utf-8")
        except UnicodeDecodeError:
            name = raw.decode(OEM, "replace")
    name = name.replace("\\", "/")
    while (plain := _FOREIGN.sub("", name)) != name:
        name = plain
    return name


def _one_folder(names: list[str]) -> str:
    """The folder that holds everything, as when somebody packs a folder: it is the case, not an applicant."""
    first = {name.split("/", 1)[0] for name in names}
    return f"{first.pop()}/" if len(first) == 1 and all("/" in name for name in names) else ""
