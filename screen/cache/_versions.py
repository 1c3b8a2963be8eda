"""What a reading depends on besides the file: the program's own code and data, its libraries, the OCR program."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

ROOMS = ("cache", "languages", "model", "pipeline", "readers", "unpack")
"""Rooms that decide what a file's text is."""
FURTHER = ("grammar", "identity", "intake", "lexicon", "understand")
"""And those that decide what it means."""
LIBRARIES = ("pypdfium2", "pillow", "pi-heif", "rapidfuzz")
"""Whose releases may read a file otherwise."""
PACKAGE = Path(__file__).parents[1]


def reading() -> str:
    """A hash of all that a document's text depends on, its bytes apart."""
    return _version(ROOMS)


def understanding() -> str:
    """A hash of all that a CV depends on, its documents apart."""
    return _version((*ROOMS, *FURTHER))


@cache
def _version(rooms: tuple[str, ...]) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for fact in (sys.version, *map(_release, LIBRARIES), *_ocr()):
        digest.update(f"{fact}\n".encode())
    for room in rooms:
        digest.update(_room(room))
    return digest.hexdigest()


@cache
def _room(room: str) -> bytes:
    """Of a room's files: a hash of their bytes, since their times differ from one installation to the next."""
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted(p for p in (PACKAGE / room).rglob("*") if p.suffix in (".py", ".yaml")):
        digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\n")
        digest.update(hashlib.blake2b(path.read_bytes(), digest_size=16).digest())
    return digest.digest()


def _release(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def _ocr() -> tuple[object, ...]:
    """Which Tesseract there is, without asking it: that takes longer than everything else here."""
    usual = Path(os.environ.get("PROGRAMFILES", "")) / "Tesseract-OCR" / "tesseract.exe"
    place = shutil.which("tesseract") or (usual if os.name == "nt" and usual.is_file() else None)
    if place is None:
        return ()
    real = Path(os.path.realpath(place))
    try:
        told = real.stat()
        return (real, told.st_size, told.st_mtime_ns, os.environ.get("TESSDATA_PREFIX", ""), *_data(real))
    except OSError:
        return (real,)


def _data(program: Path) -> tuple[object, ...]:
    """The language data where systems keep them: one more may change what is read."""
    share = program.parent.parent / "share"
    beside = (program.parent / "tessdata", share / "tessdata", share / "tesseract-ocr")
    places = (*beside, Path(os.environ.get("TESSDATA_PREFIX") or program.parent / "tessdata"))
    patterns = ("*.traineddata", "*/tessdata/*.traineddata")
    found = {p for place in places if place.is_dir() for pattern in patterns for p in place.glob(pattern)}
    return tuple(f"{p} {p.stat().st_size}" for p in sorted(found))
