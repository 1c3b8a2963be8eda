"""Documents between processes and in waiting: small, so that a run's memory does not grow with its text."""

from __future__ import annotations

import pickle
import zlib
from dataclasses import dataclass, replace

from screen.model.application import Application, Filed
from screen.model.text import Document, Line, Look, Span

LEVEL = 1
"""Of zlib: the fastest; text packs to a third."""

_Row = tuple[int, int, int, int]
"""Start, end, number, index of the look."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A document that was read, folded up."""

    path: str
    blob: bytes


def pack(document: Document) -> Packed:
    """Folds a document up; looks that lines share are kept once."""
    looks: dict[Look, int] = {}
    rows: list[_Row] = []
    for line in document.lines:
        rows.append((line.span.start, line.span.end, line.number, looks.setdefault(line.look, len(looks))))
    data = (replace(document, lines=()), rows, list(looks))
    return Packed(document.path, zlib.compress(pickle.dumps(data, pickle.HIGHEST_PROTOCOL), LEVEL))


def unpack(packed: Packed) -> Document:
    """The very document that was folded up."""
    document, rows, looks = pickle.loads(zlib.decompress(packed.blob))
    return _with_lines(document, rows, looks)


def lean(packed: Packed) -> Document:
    """The document as intake needs it: its lines share their looks, without their boxes."""
    document, rows, looks = pickle.loads(zlib.decompress(packed.blob))
    shared: dict[Look, Look] = {}
    without = [shared.setdefault(look, look) for look in (replace(look, box=None) for look in looks)]
    return _with_lines(document, rows, without)


def _with_lines(document: Document, rows: list[_Row], looks: list[Look]) -> Document:
    return replace(document, lines=tuple(Line(Span(start, end), number, looks[at]) for start, end, number, at in rows))


def hollow(application: Application) -> Application:
    """The application with its documents' paths and hashes only."""
    bare = (Filed(Document(f.document.path, f.document.sha256, "", ()), f.kind) for f in application.documents)
    return replace(application, documents=tuple(bare))


def filled(application: Application, packed: tuple[Packed, ...]) -> Application:
    """The hollow application with its documents unfolded."""
    whole = {p.path: p for p in packed}
    return replace(
        application, documents=tuple(Filed(unpack(whole[f.document.path]), f.kind) for f in application.documents)
    )
