"""Bytes of a text file to characters, for the encodings that Nordic texts come in."""

from __future__ import annotations

import codecs
import re

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SINGLE = ("cp1252", "mac_roman", "cp865")
"""Windows, old Macs and Nordic DOS, in this order on a tie."""
_LETTERS = frozenset("æøåÆØÅéÉöäüÖÄÜèáíóúðþÞ")
"""Letters beyond ASCII that Nordic names and words are written with."""
_RARE = 0.25
"""What a letter that belongs to names only counts, against one for the letters of the alphabets."""
_COMMON = frozenset("æøåÆØÅöäÖÄ")
_SAMPLE = 100_000
"""Bytes that are looked at."""
_BETWEEN = re.compile(r"(?<=[A-Za-z])[^\x00-\x7f]|[^\x00-\x7f](?=[A-Za-z])")
_ZEROS = 0.7
"""Share of every other byte that is zero in UTF-16 of Latin letters."""


def decode(data: bytes, declared: str | None = None) -> str:
    """The text: by its byte order mark, by what it declares, else by what makes Nordic words of it."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    wide = _wide(data[:_SAMPLE])
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    text = _as_declared(data, declared)
    if text is not None:
        return text
    almost = _nearly_utf8(data)
    return almost if almost is not None else decode_single(data)


def decode_single(data: bytes) -> str:
    """Text with one byte for a letter."""
    sample = data[:_SAMPLE]
    best = max(_SINGLE, key=lambda name: (_score(sample.decode(name, "replace")), -_SINGLE.index(name)))
    return data.decode(best, "replace")


def _wide(sample: bytes) -> str | None:
    even, odd = sample[0::2], sample[1::2]
    if len(odd) < 2:
        return None
    if odd.count(0) > _ZEROS * len(odd):
        return "utf-16-le"
    return "utf-16-be" if even.count(0) > _ZEROS * len(even) else None


def _as_declared(data: bytes, declared: str | None) -> str | None:
    """What the file says of itself; "Latin-1" is Windows-1252 wherever it is written, and false UTF-8 is no UTF-8."""
    name = (declared or "").strip().lower().replace("_", "-")
    if not name or name in {"utf-8", "utf8", "unicode"} or name.startswith("utf-16"):
        return None
    if name in {"iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252", "cp1252", "ansi"}:
        return data.decode("cp1252", "replace")
    try:
        return data.decode(name, "replace")
    except (LookupError, ValueError):
        return None


def _nearly_utf8(data: bytes) -> str | None:
    """UTF-8 with a broken letter here and there, such as at a cut end."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return text if broken and sum(c in _COMMON for c in text[:_SAMPLE]) >= 2 * broken else None


def _score(text: str) -> float:
    """How much the letters within words look Nordic: other signs there speak against the encoding."""
    total = 0.0
    for sign in _BETWEEN.findall(text):
        total += 1.0 if sign in _COMMON else _RARE if sign in _LETTERS else -1.0
    return total - 3.0 * text.count("\ufffd")
