"""What earlier runs read: looked up before a worker is asked, kept after. A result is the same with and without it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from screen.cache import Broken, Cache, folded, opened, reading, understanding, unfolded
from screen.intake import Corrections
from screen.model.application import Application, Mask
from screen.model.cv import CV, Passage, Position, Statement, Study
from screen.model.errors import Notice, Problem
from screen.model.text import masked
from screen.pipeline._files import MOST_BYTES, Found
from screen.pipeline._inside import PassedOver
from screen.pipeline._packing import Packed, unpack

Piece = Packed | Found | PassedOver | Problem
"""What reading a file yields."""
_Stamp = tuple[int, int, int]
"""Size, time of the last change and number of a file."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """A file in an archive or mail."""

    below: str
    """The rest of its path, below the archive's."""
    inside: tuple[int, ...] | None
    """Where in the archive; `None`: it is no application."""


@dataclass(frozen=True, slots=True)
class _Understood:
    """A CV without what its documents tell anyway."""

    language: str
    positions: tuple[Position, ...]
    studies: tuple[Study, ...]
    statements: tuple[Statement, ...]
    masks: tuple[Mask, ...]
    unaccounted: tuple[Passage, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """The cache of one folder, as workers are handed it."""

    cache: Cache
    reading: str
    understanding: str

    def cv_key(self, application: Application, packed: Sequence[Packed]) -> str:
        """Of a CV: its documents, where they lie and what they were taken for."""
        kinds = {f.document.path: f.kind for f in application.documents}
        return self.cache.key("cv", self.understanding, *((kinds[p.path], p.path, _mark(p)) for p in packed))

    def cv(self, key: str, application: Application) -> CV | None:
        """The CV of an application that was understood before."""
        blob = self.cache.get(key)
        try:
            found: _Understood | None = unfolded(blob, _Understood) if blob is not None else None
        except Broken:
            return None
        if found is None:
            return None
        texts = {
            d.path: masked(d.text, [m.span for m in found.masks if m.path == d.path])
            for d in (f.document for f in application.documents)
        }
        return CV(
            application=application,
            language=found.language,
            texts=texts,
            positions=found.positions,
            studies=found.studies,
            statements=found.statements,
            masks=found.masks,
            unaccounted=found.unaccounted,
            notices=found.notices,
        )

    def keep_cv(self, key: str, cv: CV) -> None:
        """Keeps a CV."""
        understood = _Understood(
            cv.language, cv.positions, cv.studies, cv.statements, cv.masks, cv.unaccounted, cv.notices
        )
        self.cache.put(key, folded(understood))


def _mark(packed: Packed) -> str:
    return hashlib.sha256(packed.blob).hexdigest()


@dataclass(slots=True)
class Shelf:
    """A run's dealings with the cache; without one (`kept` is `None`) it does nothing."""

    kept: Kept | None
    used: set[str] = field(default_factory=set)
    """Keys of what belongs to the folder as it is now."""
    _hashes: dict[str, tuple[_Stamp, str]] = field(default_factory=dict)

    def pieces(self, found: Found) -> tuple[Piece, ...] | None:
        """What a file was read to before."""
        keys = self._keys(found)
        if self.kept is None or keys is None:
            return None
        read, listed = keys
        blob = self.kept.cache.get(read)
        if blob is not None:
            self.used.add(read)
            packed = Packed(found.path, blob)
            return (packed,) if _is(packed, None if found.inside else self._hash(found.place)) else None
        blob = self.kept.cache.get(listed)
        self.used.add(listed)
        return _parts(found, blob) if blob is not None else None

    def keep(self, found: Found, pieces: Sequence[Piece]) -> None:
        """Keeps what a file was read to; what went wrong is tried anew, it may have been the moment's fault."""
        known = self._hashes.get(found.place)
        keys = self._keys(found)
        if self.kept is None or keys is None or any(isinstance(p, Problem) for p in pieces):
            return
        if known != self._hashes[found.place]:
            return  # it changed while it was read
        read, listed = keys
        if len(pieces) == 1 and isinstance(pieces[0], Packed):
            self.kept.cache.put(read, pieces[0].blob)
            self.used.add(read)
        elif pieces and not any(isinstance(p, Packed) for p in pieces):
            self.kept.cache.put(listed, folded(tuple(_Listed(_below(p, found), _inside(p)) for p in pieces)))
            self.used.add(listed)

    def _keys(self, found: Found) -> tuple[str, str] | None:
        """Of a document and of an archive's list, by the bytes of the file that everything lies in."""
        sha256 = self._hash(found.place) if self.kept is not None and found.member is None else None
        if self.kept is None or sha256 is None:
            return None
        # Of its name only the ending tells something of a file: plain text or Markdown.
        ending = os.path.splitext(found.path)[1].lower()
        key, facts = self.kept.cache.key, (sha256, found.inside, ending)
        return key("reading", self.kept.reading, *facts), key("list", self.kept.understanding, *facts)

    def _hash(self, place: str) -> str | None:
        """A file's hash, made anew where the file changes while it is read."""
        try:
            told = os.stat(place)
            stamp = (told.st_size, told.st_mtime_ns, told.st_ino)
            known = self._hashes.get(place)
            if known is None or known[0] != stamp:
                if told.st_size > MOST_BYTES:
                    return None
                with open(place, "rb") as stream:
                    known = self._hashes[place] = (stamp, hashlib.file_digest(stream, "sha256").hexdigest())
            return known[1]
        except OSError:
            return None

    def grouped(
        self,
        packed: Sequence[Packed],
        problems: Sequence[Problem],
        corrections: Corrections,
        group: Callable[[], list[Application]],
    ) -> list[Application]:
        """The applicants, as they were told apart before, or by `group`."""
        if self.kept is None:
            return group()
        files = ((p.path, _mark(p)) for p in packed)
        key = self.kept.cache.key("group", self.kept.understanding, corrections.model_dump_json(), *files, *problems)
        self.used.add(key)
        blob = self.kept.cache.get(key)
        try:
            known = list(unfolded(blob, tuple[Application, ...])) if blob is not None else []
            # Whatever is kept, an application is made of files that are there.
            if known and {f.document.path for a in known for f in a.documents} <= {p.path for p in packed}:
                return known
        except Broken:
            pass
        made = group()
        self.kept.cache.put(key, folded(tuple(made)))
        return made

    def at_hand(self, applications: Iterable[tuple[Application, tuple[Packed, ...]]]) -> bool:
        """Whether all of them were understood before."""
        if self.kept is None:
            return False
        keys = [self.kept.cv_key(a, packed) for a, packed in applications]
        self.used.update(keys)
        return all(map(self.kept.cache.has, keys))

    def unseen(self, documents: Sequence[tuple[str, Sequence[str]]]) -> frozenset[str]:
        """The applicants with a file that was not there when the folder was last looked at; none the first time.

        Args:
            documents: Applicants' ids with the hashes of their files.
        """
        if self.kept is None:
            return frozenset()
        blob = self.kept.cache.get(self._seen())
        try:
            before = frozenset(unfolded(blob, tuple[str, ...])) if blob is not None else None
        except Broken:
            before = None
        return frozenset() if before is None else frozenset(i for i, files in documents if not before.issuperset(files))

    def look(self, documents: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Notes that somebody has looked at these."""
        if self.kept is not None:
            self.kept.cache.put(self._seen(), folded(tuple(sorted({f for _, files in documents for f in files}))))

    def _seen(self) -> str:
        return self.kept.cache.key("seen") if self.kept is not None else ""

    def tidy(self) -> None:
        """Removes what belongs to nothing in the folder: nobody's text is kept longer than their file."""
        if self.kept is not None:
            self.kept.cache.keep({*self.used, self._seen()})


def shelf_in(folder: Path, wanted: bool) -> Shelf:
    """The folder's cache, or none where none is wanted or can be."""
    cache = opened(folder) if wanted else None
    return Shelf(Kept(cache, reading(), understanding()) if cache is not None else None)


def _is(packed: Packed, sha256: str | None) -> bool:
    """Whether it is a document, and of the file with this hash, where that is known."""
    try:
        return sha256 in (None, unpack(packed).sha256)
    except Broken:
        return False


def _below(piece: Piece, found: Found) -> str:
    assert isinstance(piece, Found | PassedOver)
    return piece.path.removeprefix(found.path)


def _inside(piece: Piece) -> tuple[int, ...] | None:
    return piece.inside if isinstance(piece, Found) else None


def _parts(found: Found, blob: bytes) -> tuple[Piece, ...] | None:
    try:
        listed: tuple[_Listed, ...] = unfolded(blob, tuple[_Listed, ...])
    except Broken:
        return None
    return tuple(
        PassedOver(found.path + one.below)
        if one.inside is None
        else replace(found, path=found.path + one.below, inside=one.inside)
        for one in listed
    )
