"""From a page's characters to words with their boxes, measured at the words' ends only."""

from __future__ import annotations

import ctypes
import itertools
import re
import statistics
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from screen.readers.pdf._spaced import spaced_runs, word_borders
from screen.readers.pdf._styles import Box, Style, Styles

LINE_END_HYPHEN = "\ufffe"
"""What the library puts for a hyphen at the end of a line, joining it with the next line."""
_WORD = re.compile(rf"[^\s{LINE_END_HYPHEN}]+{LINE_END_HYPHEN}?|{LINE_END_HYPHEN}")
_WIDEST = 1.5
"""In ems per character: a wider "word" was put together from pieces that stand apart."""
_WIDE = 0.6
"""In ems per character: from there a word may be letter-spaced, and a second box is asked for."""
_TRACKED = 0.06
"""In ems: white space between letters that is no mere kerning."""
_INVENTED = 0.15
"""In ems: no typed space is narrower."""

# The same function, told its types anew: it is called twice a word, and numbers are had for less than pointers.
_BOX_AT = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(
    ctypes.cast(pdfium.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0
)
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class Word:
    """Characters without a space between them."""

    text: str
    box: Box
    drop: float
    """From its foot up to the baseline, in points."""
    style: Style
    line: int
    """Counted as the library breaks lines."""
    track: float = 0.0
    """White space between its letters, in points, where it is letter-spaced."""
    open: bool = False
    """There is no space between it and what follows."""


class Characters:
    """A page's characters as the library tells them."""

    def __init__(self, textpage: Any) -> None:
        self._textpage = textpage
        self._address = ctypes.cast(textpage, ctypes.c_void_p).value
        self._rect = pdfium.FS_RECTF()
        self._place = ctypes.addressof(self._rect)
        self._styles = Styles(textpage)
        self.text = self._told()
        """One character for each index of the library."""

    def _told(self) -> str:
        count = pdfium.FPDFText_CountChars(self._textpage)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        told = pdfium.FPDFText_GetText(self._textpage, 0, count, buffer) - 1
        text = bytes(buffer)[: 2 * max(told, 0)].decode("utf-16-le", "surrogatepass")
        if len(text) == count and not _SURROGATE.search(text):
            return text
        return "".join(_character(pdfium.FPDFText_GetUnicode(self._textpage, i)) for i in range(count))

    def box(self, index: int) -> Box:
        """The box of one character: its advance wide, its font's height high."""
        rect = self._rect
        _BOX_AT(self._address, index, self._place)
        return rect.left, rect.bottom, rect.right, rect.top

    def words(self) -> list[Word]:
        """The words, in the order of the file."""
        words: list[Word] = []
        line, at = 0, 0
        runs = spaced_runs(self.text)
        for start, end in _spans(self.text, runs):
            if self.text.find("\n", at, start) >= 0 or (at and self.text[at - 1] == LINE_END_HYPHEN):
                line += 1
            known = len(words)
            if (start, end) in runs:
                self._add_spaced(words, start, end, line)
            else:
                self._add(words, start, end, line)
            if known and start == at + 1 and self._invented(words[known - 1], words[known], at):
                words[known - 1].open = True
            at = end
        return words

    def _invented(self, before: Word, word: Word, between: int) -> bool:
        """Whether the library put a space where the page has none: a letter that begins inside its box, like J."""
        style = word.style
        gap = word.box[0] - before.box[2]
        if before.line != word.line or style.quarter or gap > _INVENTED * style.size or gap < -style.size:
            return False
        return bool(pdfium.FPDFText_IsGenerated(self._textpage, between) == 1)

    def _add(self, words: list[Word], start: int, end: int, line: int, open_: bool = False) -> None:
        first = self.box(start)
        style = self._styles.at(start, first)
        last = self.box(end - 1) if end - start > 1 else first
        if end - start > 1 and _odd(first, last, style, end - start):
            half = (start + end) // 2
            self._add(words, start, half, line, open_=True)
            self._add(words, half, end, line, open_)
            return
        text = self.text[start:end].replace(LINE_END_HYPHEN, "-")
        box = _around(first, last, style)
        track = 0.0
        if style.quarter == 0 and end - start > 1 and box[2] - box[0] > _WIDE * style.size * (end - start):
            track = max(0.0, self.box(start + 1)[0] - first[2])
        drop = self._drop(start, style, first)
        words.append(Word(text, box, drop, style, line, track if track > _TRACKED * style.size else 0.0, open_))

    def _drop(self, index: int, style: Style, box: Box) -> float:
        return self._styles.drop_at(index, style, box) if style.drop is None else style.drop

    def _add_spaced(self, words: list[Word], start: int, end: int, line: int) -> None:
        places = [i for i in range(start, end) if not self.text[i].isspace()]
        boxes = [self.box(i) for i in places]
        style = self._styles.at(start, boxes[0])
        edges = [(b[0], b[2]) for b in boxes]
        borders = word_borders(edges, style.size)
        track = max(0.0, statistics.median(b[0] - a[1] for a, b in itertools.pairwise(edges)))
        starts = [0, *sorted(borders), len(places)]
        for first, after in itertools.pairwise(starts):
            text = "".join(self.text[i] for i in places[first:after])
            box = _around(boxes[first], boxes[after - 1], style)
            words.append(Word(text, box, self._drop(places[first], style, boxes[first]), style, line, track))


def _character(code: int) -> str:
    if code in {2, 0xFFFE}:
        return LINE_END_HYPHEN
    return " " if 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code or 0xFFFD)


def _spans(text: str, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where words stand; a letter-spaced run counts as one."""
    spans = [found.span() for found in _WORD.finditer(text)]
    for start, end in runs:
        spans = [s for s in spans if not start <= s[0] < end]
    return sorted(spans + runs) if runs else spans


def _odd(first: Box, last: Box, style: Style, count: int) -> bool:
    """Whether a word of `count` characters cannot be one, from the boxes of its ends."""
    size = style.size
    if style.quarter % 2 == 0:
        back = last[0] < first[0] if style.quarter == 0 else last[0] > first[0]
        return back or abs(last[2] - first[0]) > _WIDEST * size * count or abs(first[1] - last[1]) > size / 2
    return abs(last[3] - first[1]) > _WIDEST * size * count or abs(first[0] - last[0]) > size / 2


def _around(first: Box, last: Box, style: Style) -> Box:
    """From the first character to the last; as high as the first, since fonts lend each other characters."""
    if style.quarter % 2:
        return first[0], min(first[1], last[1]), first[2], max(first[3], last[3])
    return min(first[0], last[0]), first[1], max(first[2], last[2]), first[3]
