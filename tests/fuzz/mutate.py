"""Ways to break a file."""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable

Change = Callable[[random.Random, bytes, bytes], bytes]
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.S)
_TELLING = (0x00, 0x7F, 0x80, 0xFF, 0x3C, 0x28, 0x7B, 0x0A)
"""Bytes that begin, end or overflow something in one format or another."""


def flipped(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """Some bytes are others."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 3, 20, 200))):
        at = chance.randrange(len(out))
        out[at] = chance.choice((chance.randrange(256), chance.choice(_TELLING), out[at] ^ 1 << chance.randrange(8)))
    return bytes(out)


def cut(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """The end, the beginning or a piece is gone."""
    a, b = sorted(chance.randrange(len(data)) for _ in range(2))
    return chance.choice((data[:b], data[a:], data[:a] + data[b:], data[: len(data) - chance.randrange(64)]))


def spliced(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """A piece of another file stands in it, or instead of its second half."""
    a, b = chance.randrange(len(data)), chance.randrange(len(other))
    piece = other[b : b + chance.choice((8, 200, 5000))]
    return chance.choice((data[:a] + piece + data[a:], data[:a] + piece + data[a + len(piece) :], data[:a] + other[b:]))


def repeated(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """A piece comes many times."""
    a = chance.randrange(len(data))
    piece = data[a : a + chance.choice((1, 16, 300))]
    return data[:a] + piece * chance.choice((2, 50, 2000)) + data[a:]


def blanked(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """A piece is one byte over and over."""
    a = chance.randrange(len(data))
    length = min(chance.choice((4, 64, 4096)), len(data) - a)
    return data[:a] + bytes([chance.choice(_TELLING)]) * length + data[a + length :]


CHANGES: tuple[Change, ...] = (flipped, cut, spliced, repeated, blanked)


def broken(chance: random.Random, data: bytes, other: bytes) -> bytes:
    """The file, broken at the outside or inside of what is packed in it, so that no checksum gives it away."""
    change = chance.choice(CHANGES)
    inner = chance.random() < 0.6
    if inner and data.startswith(b"PK"):
        return _in_archive(chance, data, other, change)
    if inner and data.startswith(b"%PDF") and (found := [*_STREAM.finditer(data)]):
        return _in_stream(chance, data, other, change, chance.choice(found))
    return change(chance, data, other)


def _in_archive(chance: random.Random, data: bytes, other: bytes, change: Change) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    full = [name for name, content in parts.items() if content]
    name = chance.choice(full)
    parts[name] = change(chance, parts[name], other)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _in_stream(chance: random.Random, data: bytes, other: bytes, change: Change, at: re.Match[bytes]) -> bytes:
    try:
        inside = zlib.decompress(at.group(1))
    except zlib.error:
        return change(chance, data, other)
    made = change(chance, inside or b" ", other)
    return data[: at.start(1)] + zlib.compress(made) + data[at.end(1) :]
