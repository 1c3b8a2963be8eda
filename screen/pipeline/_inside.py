"""Archives and mails among the files: what is in them becomes files of its own, read one by one in the workers."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from screen.intake import passed_over
from screen.model.errors import Problem, Unreadable
from screen.pipeline._archive import content
from screen.pipeline._files import MOST_BYTES, Found, unlike
from screen.readers import sniff
from screen.unpack import UNPACKERS, Container, unpack

MOST_LEVELS = 3
"""Archives within mails within archives: a mail that was forwarded with a zip is two."""
MOST_FILES = 2_000
"""Files out of one archive, however they are nested."""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file in an archive that is no application."""

    path: str


Inside = Found | Problem | PassedOver


def bytes_of(found: Found) -> bytes:
    """The file's bytes, wherever it lies.

    Raises:
        Unreadable: as for `unpack`.
        OSError: the file, or the one that it lies in, cannot be read.
    """
    if not found.inside:
        return _outer(found)
    return _opened(replace(found, inside=found.inside[:-1]), _stamp(found.place)).read(found.inside[-1])


def taken_apart(found: Found, kind: str, data: bytes, sha256: str) -> tuple[Inside, ...]:
    """What is in an archive or mail; without anything to read in it, it is itself the file that could not be read.

    Args:
        found: The archive.
        kind: As `sniff` tells.
        data: Its bytes.
        sha256: Of them.

    Raises:
        Unreadable: too-many-levels; as for `unpack`.
    """
    if len(found.inside) >= MOST_LEVELS:
        raise Unreadable("too-many-levels", limit=MOST_LEVELS)
    made = tuple(_files(found, unpack(kind, data)))
    if all(isinstance(one, PassedOver) for one in made):
        return (*made, Problem.of(found.path, "empty", sha256=sha256))
    return made


def _files(found: Found, container: Container) -> Iterator[Inside]:
    taken: set[str] = set()
    for number, part in enumerate(container.parts):
        path = unlike(f"{found.path}/{part.name}", taken)
        if passed_over(path.removeprefix(f"{found.path}/"), b""):
            yield PassedOver(path)
        elif part.code:
            yield Problem(path, part.code, part.facts)
        else:
            yield replace(found, path=path, inside=(*found.inside, number))


def _outer(found: Found) -> bytes:
    if found.member is not None:
        return content(found.place, found.member, MOST_BYTES)
    return Path(found.place).read_bytes()


@lru_cache(maxsize=1)
def _opened(found: Found, stamp: tuple[int, int]) -> Container:
    """The archive at hand: its files come one after the other, and each would open it anew."""
    del stamp
    data = bytes_of(found) if not found.inside else _opened_above(found)
    kind = sniff(found.path, data)
    if kind not in UNPACKERS:
        raise Unreadable("damaged")
    return unpack(kind, data)


def _opened_above(found: Found) -> bytes:
    """An archive's bytes out of the archive that it lies in, which is not kept."""
    outer = replace(found, inside=())
    data = _outer(outer)
    for number in found.inside:
        kind = sniff(outer.path, data)
        if kind not in UNPACKERS:
            raise Unreadable("damaged")
        data = unpack(kind, data).read(number)
    return data


def _stamp(place: str) -> tuple[int, int]:
    told = os.stat(place)
    return told.st_mtime_ns, told.st_size


class Budget:
    """How many files have come out of each archive of the folder."""

    def __init__(self) -> None:
        self._count: Counter[tuple[str, str | None]] = Counter()

    def within(self, found: Found, inside: Iterable[Inside]) -> Iterator[Inside]:
        """What came out of an archive, as far as it is not more than is read; that is told."""
        outer = (found.place, found.member)
        for one in inside:
            self._count[outer] += 1
            if self._count[outer] > MOST_FILES:
                yield Problem.of(found.path, "too-many-parts", limit=MOST_FILES)
                return
            yield one
