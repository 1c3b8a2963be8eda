"""Styles of an old Word file: what letters and paragraphs look like before they say so themselves."""

from __future__ import annotations

import struct
from dataclasses import dataclass, replace

from screen.readers.doc._sprm import Letters, Paragraph, letters_after, paragraph_after

_HEADINGS = range(1, 10)
"""Numbers of Word's own heading styles, whatever the file's language calls them."""
_NONE = 0xFFF
_DEEPEST = 20
"""Styles based on styles."""
_PARAGRAPHS, _CHARACTERS = 1, 2


@dataclass(frozen=True, slots=True)
class _Style:
    number: int
    """Word's own number for the styles that it ships."""
    kind: int
    base: int
    paragraph: bytes
    letters: bytes


class Styles:
    """The file's styles, resolved as they are asked for."""

    def __init__(self, data: bytes) -> None:
        self._styles = _read(data)
        self._letters: dict[int, Letters] = {}
        self._paragraphs: dict[int, Paragraph] = {}

    def letters(self, index: int, depth: int = 0) -> Letters:
        """Of a paragraph in this style."""
        if index not in self._letters:
            style = self._styles.get(index)
            if style is None or depth > _DEEPEST:
                return Letters()
            base = self.letters(style.base, depth + 1)
            self._letters[index] = letters_after(base, style.letters, base)
        return self._letters[index]

    def worn(self, letters: Letters, index: int) -> Letters:
        """The letters in a character style."""
        style = self._styles.get(index)
        if style is None or style.kind != _CHARACTERS:
            return letters
        base = self._styles.get(style.base)
        if base is not None and base.kind == _CHARACTERS and style.base != index:
            letters = letters_after(letters, base.letters, letters)
        return letters_after(letters, style.letters, letters)

    def paragraph(self, index: int, depth: int = 0) -> Paragraph:
        """A paragraph in this style."""
        if index not in self._paragraphs:
            style = self._styles.get(index)
            if style is None or depth > _DEEPEST:
                return Paragraph()
            base = self.paragraph(style.base, depth + 1)
            made = paragraph_after(base, style.paragraph)
            if style.number in _HEADINGS and made.outline is None:
                made = replace(made, outline=style.number - 1)
            self._paragraphs[index] = made
        return replace(self._paragraphs[index], style=index)


def _read(data: bytes) -> dict[int, _Style]:
    if len(data) < 6:
        return {}
    head, count, fixed = struct.unpack_from("<HHH", data)
    at, out = 2 + head, {}
    for index in range(min(count, _NONE)):
        if at + 2 > len(data):
            break
        length = int.from_bytes(data[at : at + 2], "little")
        style = _style(data[at + 2 : at + 2 + length], fixed)
        if style is not None:
            out[index] = style
        at += 2 + length
    return out


def _style(data: bytes, fixed: int) -> _Style | None:
    if len(data) < fixed + 2 or fixed < 10:
        return None
    first, second, third = struct.unpack_from("<HHH", data)
    kind, parts = second & 15, third & 15
    name = int.from_bytes(data[fixed : fixed + 2], "little")
    at = fixed + 2 + 2 * name + 2
    said = []
    for _ in range(min(parts, 3)):
        length = int.from_bytes(data[at : at + 2], "little")
        said.append(data[at + 2 : at + 2 + length])
        at += 2 + length + length % 2
    said += [b"", b""]
    paragraph, letters = (said[0][2:], said[1]) if kind == _PARAGRAPHS else (b"", said[0])
    return _Style(first & 0xFFF, kind, second >> 4, paragraph, letters if kind in (_PARAGRAPHS, _CHARACTERS) else b"")
