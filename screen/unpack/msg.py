"""Mails as Outlook saves them (.msg): the text, and each attachment."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from screen.model.errors import Unreadable
from screen.unpack._bodies import name_of, words
from screen.unpack._lzfu import unpacked
from screen.unpack._names import base
from screen.unpack._parts import MB, MOST_OF_PART, Container, Part, check_count, check_size

# Numbers of properties, from MS-OXPROPS.
_BODY, _HTML, _RTF, _CLASS = 0x1000, 0x1013, 0x1009, 0x001A
_DATA, _NAME, _SHORT_NAME, _CONTENT_ID, _HIDDEN = 0x3701, 0x3707, 0x3704, 0x3712, 0x7FFE
_CODEPAGE = 0x3FFD
_UNICODE, _NARROW, _BINARY, _OBJECT = 0x001F, 0x001E, 0x0102, 0x000D
_PROPERTIES = "__properties_version1.0"
_LOGO = 100_000
"""Bytes below which a picture that stands in the text is the sender's logo, no paper."""
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM")
_DEEPEST = 3
"""Mails in mails."""


@dataclass(frozen=True, slots=True)
class _Found:
    name: str
    data: bytes


def unpack(data: bytes) -> Container:
    """The mail's text, as its reader sees it, and its attachments; what a mail in the mail holds lies under its name.

    Raises:
        Unreadable: damaged, encrypted, too-big, too-many-parts.
    """
    import olefile

    check_size(data)
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            found = list(_Mail(ole, []).parts(0))
    except (OSError, ValueError, LookupError, TypeError, struct.error) as error:
        raise Unreadable("damaged") from error
    check_count(len(found))
    too_big = (("limit", MOST_OF_PART // MB),)
    parts = [Part(f.name, "too-big", too_big) if len(f.data) > MOST_OF_PART else Part(f.name) for f in found]
    return Container(parts, lambda number: found[number].data)


class _Mail:
    """A mail, or a mail in a mail: a folder of streams."""

    def __init__(self, ole: Any, place: list[str]) -> None:
        self._ole = ole
        self._place = place
        self._head = 32 if not place else 24
        """Bytes before the list of short properties."""
        self._codepage = f"cp{self._number(_CODEPAGE, place, self._head) or 1252}"

    def parts(self, depth: int) -> Iterator[_Found]:
        """Text and attachments."""
        kind = self._string(_CLASS, self._place) or ""
        if kind.lower().startswith("ipm.note.smime") and "multipartsigned" not in kind.lower():
            raise Unreadable("encrypted")
        yield from self._body()
        for folder in self._folders("__attach_version1.0_"):
            yield from self._attachment(folder, depth)

    def _folders(self, prefix: str) -> list[list[str]]:
        at = len(self._place)
        every = self._ole.listdir(streams=True, storages=True)
        names = {tuple(p[: at + 1]) for p in every if p[:at] == self._place and len(p) > at}
        return [list(n) for n in sorted(names) if n[at].startswith(prefix)]

    def _body(self) -> Iterator[_Found]:
        page = self._stream(_HTML, _BINARY, self._place) or (self._string(_HTML, self._place) or "").encode("utf-8")
        rtf = unpacked(self._stream(_RTF, _BINARY, self._place) or b"", MOST_OF_PART) or b""
        plain = self._string(_BODY, self._place) or ""
        # What is shown comes first: the plain text may say something else than the page.
        for ending, data in (("html", page), ("rtf", rtf), ("txt", ("\ufeff" + plain).encode("utf-8", "replace"))):
            if count := words(data.decode("latin-1" if ending != "txt" else "utf-8"), ending):
                yield _Found(name_of(count, ending), data)
                return

    def _attachment(self, folder: list[str], depth: int) -> Iterator[_Found]:
        name = self._string(_NAME, folder) or self._string(_SHORT_NAME, folder)
        inner = [*folder, f"__substg1.0_{_DATA:04X}{_OBJECT:04X}"]
        if self._ole.exists([*inner, _PROPERTIES]):
            if depth + 1 > _DEEPEST:
                raise Unreadable("too-many-levels", limit=_DEEPEST)
            under = base(name or "mail.msg")
            for part in _Mail(self._ole, inner).parts(depth + 1):
                yield _Found(f"{under}/{part.name}", part.data)
            return
        data = self._stream(_DATA, _BINARY, folder) or b""
        inline = self._string(_CONTENT_ID, folder) is not None or self._number(_HIDDEN, folder, 8)
        if not (inline and len(data) < _LOGO and data.startswith(_PICTURES)):
            yield _Found(base(name or "attachment.bin"), data)

    def _stream(self, number: int, kind: int, place: list[str]) -> bytes | None:
        path = [*place, f"__substg1.0_{number:04X}{kind:04X}"]
        if not self._ole.exists(path) or self._ole.get_type(path) != 2:
            return None
        with self._ole.openstream(path) as stream:
            return bytes(stream.read())

    def _string(self, number: int, place: list[str]) -> str | None:
        data = self._stream(number, _UNICODE, place)
        if data is not None:
            return data.decode("utf-16-le", "replace").rstrip("\0")
        data = self._stream(number, _NARROW, place)
        if data is None:
            return None
        try:
            return data.decode(self._codepage).rstrip("\0")
        except (LookupError, UnicodeDecodeError):
            return data.decode("cp1252", "replace").rstrip("\0")

    def _number(self, number: int, place: list[str], head: int) -> int:
        """A property that stands in the list itself: 8 bytes of what it is, 8 of its value."""
        path = [*place, _PROPERTIES]
        if not self._ole.exists(path):
            return 0
        with self._ole.openstream(path) as stream:
            data = stream.read()
        for at in range(head, len(data) - 15, 16):
            if struct.unpack_from("<H", data, at + 2)[0] == number:
                return int(struct.unpack_from("<I", data, at + 8)[0])
        return 0
