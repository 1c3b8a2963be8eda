"""The folder `.screen` beside the applications: whole entries or none, readable by their owner only."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

NAME = ".screen"
"""Of the folder; intake passes over what begins with a dot."""
MOST_BYTES = 64_000_000
"""Of one entry; a document of the longest text that is read takes a hundredth."""
HEAD = b"screen cache 1\n"
"""First bytes of an entry."""
DIGEST = 16
"""Bytes of the checksum behind it."""
_ENTRY = re.compile(r"[0-9a-f]{40}")
_UNFINISHED = re.compile(r"[0-9a-f]{40}\.[0-9a-f]{8}")
_SIGNS = {
    # The signature is that of the Cache Directory Tagging Specification: backup programs pass over such folders.
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# What screen has read; `screen purge` empties it.\n",
    ".gitignore": "*\n",
}
"""Files that tell others to leave the folder alone, and what they hold."""


@dataclass(frozen=True, slots=True)
class Cache:
    """What was read before, by key; every failure is a miss, and no reason to stop."""

    place: str
    """The folder, there or not."""

    def key(self, kind: str, *facts: object) -> str:
        """The name of an entry.

        The folder's own number on this disk goes into it: what somebody packed and sent along is not believed.
        """
        try:
            own = os.lstat(self.place).st_ino
        except OSError:
            own = 0
        told = "\n".join((kind, str(own), *map(str, facts)))
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:40]

    def get(self, key: str) -> bytes | None:
        """What was kept under a key; `None` where there is nothing, or something else than was written."""
        try:
            with open(os.open(self._file(key), os.O_RDONLY | _NO_LINK), "rb") as stream:
                data = stream.read(MOST_BYTES + 1)
        except OSError:
            return None
        start = len(HEAD) + DIGEST
        body = data[start:]
        return body if len(data) <= MOST_BYTES and data[:start] == HEAD + _checksum(key, body) else None

    def has(self, key: str) -> bool:
        """Whether there is an entry, looked at or not."""
        return os.path.isfile(self._file(key))

    def put(self, key: str, body: bytes) -> None:
        """Keeps it, whole or not at all: two runs may do so at once, and any of them may be killed."""
        if len(body) > MOST_BYTES - len(HEAD) - DIGEST:
            return
        unfinished = f"{self._file(key)}.{os.getpid() & 0xFFFFFFFF:08x}"
        try:
            with open(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK, 0o600), "wb") as stream:
                stream.write(HEAD + _checksum(key, body) + body)
            os.replace(unfinished, self._file(key))
        except OSError:
            _removed(unfinished)

    def keep(self, keys: Collection[str]) -> None:
        """Removes every other entry: what belongs to no file in the folder any more is not to be kept."""
        for name in _own_names(self.place):
            if name not in keys and name not in _SIGNS:
                _removed(os.path.join(self.place, name))

    def _file(self, key: str) -> str:
        return os.path.join(self.place, key)


@dataclass(frozen=True, slots=True)
class Purged:
    """What `purge` did."""

    entries: int
    """Removed."""
    size: int
    """Bytes that they took."""
    left: int
    """Files in the folder that are not screen's own, or could not be removed."""


_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def opened(applications: Path) -> Cache | None:
    """The cache in a folder of applications, made if need be; `None` where none can be, or it is not safely ours.

    For a single file or a zip there is none: nothing is to be left beside it.
    """
    if not applications.is_dir():
        return None
    place = applications / NAME
    try:
        if not os.path.lexists(place):
            place.mkdir(mode=0o700)
        if not _ours(place):
            return None
        if stat.S_IMODE(os.lstat(place).st_mode) & 0o077:
            place.chmod(0o700)
        _sign(place)
    except OSError:
        return None
    return Cache(str(place))


def purged(applications: Path) -> Purged | None:
    """Empties the cache in a folder of applications and removes it; `None` where there is none.

    Raises:
        OSError: the folder cannot be looked into, or is a link or somebody else's (`NotADirectoryError`).
    """
    place = applications / NAME
    if not os.path.lexists(place):
        return None
    if not _ours(place):
        raise NotADirectoryError(str(place))
    entries = size = 0
    for name in list(_own_names(str(place))):
        taken = os.lstat(place / name).st_size
        if _removed(str(place / name)) and name not in _SIGNS:
            entries, size = entries + 1, size + taken
    left = len(os.listdir(place))
    if not left:
        place.rmdir()
    return Purged(entries, size, left)


def _ours(place: Path) -> bool:
    """A folder, no link to one, that belongs to whoever runs this."""
    told = os.lstat(place)
    return stat.S_ISDIR(told.st_mode) and (not hasattr(os, "geteuid") or told.st_uid == os.geteuid())


def _sign(place: Path) -> None:
    for name, text in _SIGNS.items():
        if not os.path.lexists(place / name):
            with open(os.open(place / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK, 0o600), "wb") as stream:
                stream.write(text.encode())


def _own_names(place: str) -> Iterator[str]:
    """Of the files that screen made there."""
    try:
        names = os.listdir(place)
    except OSError:
        return
    for name in names:
        signs = name in _SIGNS and _told(os.path.join(place, name)) == _SIGNS[name].encode()
        if signs or _ENTRY.fullmatch(name) or _UNFINISHED.fullmatch(name):
            yield name


def _told(file: str) -> bytes:
    try:
        with open(os.open(file, os.O_RDONLY | _NO_LINK), "rb") as stream:
            return stream.read(1000)
    except OSError:
        return b""


def _checksum(key: str, body: bytes) -> bytes:
    return hashlib.blake2b(key.encode() + body, digest_size=DIGEST).digest()


def _removed(file: str) -> bool:
    """Whether the file is gone by this; a folder of that name is none of ours."""
    try:
        os.unlink(file)
    except OSError:
        return False
    return True
