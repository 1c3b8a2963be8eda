"""RTF's ways to write a letter: bytes in a codepage, Unicode numbers, and what older programs shall read instead."""

from __future__ import annotations

from screen.readers.rtf._tokens import Head

_HIGH, _LOW, _AFTER = 0xD800, 0xDC00, 0xE000
"""Where the halves of characters beyond 16 bits begin and end."""


class Decoder:
    """Gathers bytes until something else comes."""

    def __init__(self, head: Head) -> None:
        self.codepage = "cp1252"
        """Of the document; a font may have its own."""
        self._head = head
        self._bytes = bytearray()
        self._skip = 0
        self._high = 0

    def rest(self) -> None:
        """A group begins or ends: nothing more is to be passed over."""
        self._skip = 0

    def skipped(self) -> bool:
        """Whether the character at hand only stands in for a Unicode one."""
        if self._skip:
            self._skip -= 1
            return True
        return False

    def byte(self, number: int) -> None:
        """A byte written as two digits."""
        if not self.skipped():
            self._bytes.append(number)

    def plain(self, text: str) -> None:
        """Characters that stand for themselves."""
        cut = min(self._skip, len(text))
        self._skip -= cut
        self._bytes += text[cut:].encode("latin-1", "replace")

    def unicode(self, number: int, skip: int) -> str:
        """The character of that number, empty for the first half of one; `skip` characters stand in for it."""
        code = number + 0x10000 if number < 0 else number
        self._skip = skip
        if _HIGH <= code < _LOW:
            self._high = code
            return ""
        if _LOW <= code < _AFTER:
            high, self._high = self._high, 0
            return chr(0x10000 + ((high - _HIGH) << 10) + (code - _LOW)) if high else ""
        return chr(code) if 0 <= code <= 0x10FFFF else ""

    def flush(self, font: int | None) -> str:
        """What the gathered bytes spell in a font."""
        if not self._bytes:
            return ""
        raw, self._bytes = bytes(self._bytes), bytearray()
        name = self._head.codepages.get(font or 0, "") or self.codepage
        if name == "symbol":
            return "".join(chr(0xF000 + b) if b > 0x20 else chr(b) for b in raw)
        try:
            return raw.decode(name, "replace")
        except LookupError:
            return raw.decode("cp1252", "replace")
