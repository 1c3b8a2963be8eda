"""Follows an old Word file's text character by character and fills its pages."""

from __future__ import annotations

import re
import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from screen.model.errors import Unreadable
from screen.readers._blocks import LINE_BREAK, Aside, Block, Content, Para, Run
from screen.readers._page import Page
from screen.readers._paint import PAPER, Paint, is_paper, why_unseen
from screen.readers._sight import placed
from screen.readers.doc import _lists
from screen.readers.doc._drawing import Box, boxes, painted
from screen.readers.doc._file import HEADERS, SECTIONS, STYLES, File
from screen.readers.doc._sprm import Letters, Paragraph, letters_after, paragraph_after, sprms
from screen.readers.doc._styles import Styles

_ENDS = re.compile("[\r\x07\x0c\x0e]")
_PARTS = re.compile("[^\r\x07\x0c\x0e\x13\x14\x15]+|[\r\x07\x0c\x0e\x13\x14\x15]")
_SIGNS = str.maketrans(
    {"\x0b": LINE_BREAK, "\x1e": "-", "\x1f": "\xad"} | dict.fromkeys("\x01\x02\x03\x04\x05\x06\x08")
)
_WIDE = 270.0
"""Points from where a text box is a band across the page (0.6 of an A4 page's text)."""
_FIRST_HEADERS = 6
"""Separators of notes, which come before the headers."""
_FOOTERS = {2, 3, 5}
"""Of a section's six: those of even and odd pages, and of the first."""
_COLUMNS = 0x500B
_HUGE = {0x6645, 0x6646}
"""Says that the properties stand in another stream."""
_NARROW = 5
"""Per cent of their width at which letters are a line."""


@dataclass(slots=True)
class _Line:
    """A paragraph as it was found."""

    start: int
    end: int
    sign: str = ""
    """What ends it."""
    told: Paragraph = field(default_factory=Paragraph)
    pieces: list[tuple[str, bytes]] = field(default_factory=list)
    """Text, and the modifiers of its letters."""
    paged: bool = False
    ground: str | None = None
    """Of the cell that it stands in."""
    sight: str | None = None
    """Why the row or box that it stands in is out of sight."""


class Walker:
    """Reads one file."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._styles = Styles(file.part(STYLES))
        self._lists = _lists.kinds(file)
        self._looks: dict[tuple[int, bytes], Letters] = {}
        self._after = 0.0
        self._white_may_be_seen = painted(file)
        """Letters of the body may stand on a painted shape: as long as no dark ones came before."""

    def content(self) -> Content:
        """The file's blocks by where they stand."""
        stories = self._file.stories
        content = Content(body=self._body(*stories["body"]))
        for name in ("footnotes", "endnotes"):
            content.notes += self._blocks(self._lines(*stories[name]))
        content.headers = [[self._aside(box, True)] for box in boxes(self._file, True)]
        start = stories["headers"][0]
        places = self._numbers(HEADERS)
        for i in range(_FIRST_HEADERS, len(places) - 2):
            if places[i] < places[i + 1]:
                blocks = self._blocks(self._lines(start + places[i], start + places[i + 1]))
                into = content.footers if (i - _FIRST_HEADERS) % 6 in _FOOTERS else content.headers
                into.append(blocks)
        return content

    def _numbers(self, place: int) -> tuple[int, ...]:
        data = self._file.part(place)
        places = struct.unpack(f"<{len(data) // 4}i", data[: len(data) // 4 * 4])
        if any(a > b for a, b in pairwise(places[:-1])):
            raise Unreadable("damaged")
        return places

    def _body(self, start: int, end: int) -> list[Block]:
        lines = self._lines(start, end)
        starts = [line.start for line in lines]
        hung: dict[int, list[Box]] = {}
        for box in boxes(self._file):
            at = len(lines) if box.anchor is None else bisect_right(starts, box.anchor)
            hung.setdefault(max(at - 1, 0), []).append(box)
        asides = {at: [a for a in map(self._aside, found) if a.blocks] for at, found in hung.items()}
        return self._blocks(lines, asides, self._sections())

    def _aside(self, box: Box, header: bool = False) -> Aside:
        start = self._file.stories["header_boxes" if header else "boxes"][0]
        blocks = self._blocks(
            self._lines(start + box.start, start + box.end), ground=box.ground, sight=placed(box.left)
        )
        return Aside(blocks, wide=box.width is not None and box.width >= _WIDE, left=box.left, top=box.top)

    def _sections(self) -> dict[int, int]:
        """Where each section ends, and how many columns it has."""
        places, said = self._file.plex(SECTIONS, 12)
        out = {}
        for end, row in zip(places[1:], said, strict=False):
            at = struct.unpack_from("<i", row, 2)[0]
            data = self._file.main[at + 2 : at + 2 + int.from_bytes(self._file.main[at : at + 2], "little")]
            columns = [
                int.from_bytes(o, "little") + 1 for code, o in sprms(data if at > 0 else b"") if code == _COLUMNS
            ]
            out[end] = min(columns[-1], 45) if columns else 1
        return out

    # --- paragraphs ---------------------------------------------------------------------------------------------------
    def _lines(self, start: int, end: int) -> list[_Line]:
        """The paragraphs of a stretch of text."""
        out: list[_Line] = []
        line, fields = _Line(start, start), list[bool]()
        for at, place, part, extra in self._parts(start, end):
            line.end = at + len(part)
            if part == "\x13":
                fields.append(True)
            elif part in "\x14\x15":
                if fields:
                    fields.pop()
                    if part == "\x14":
                        fields.append(False)
            elif _ENDS.match(part):
                line.sign, line.told = part, self._told(place)
                out.append(line)
                line = _Line(line.end, line.end)
            elif any(fields):
                line.paged = line.paged or part.strip().upper().startswith(("PAGE", "NUMPAGES"))
            else:
                line.pieces.append((part, extra))
        if line.pieces:
            out.append(line)
        return _with_grounds(out)

    def _parts(self, start: int, end: int) -> Iterator[tuple[int, int, str, bytes]]:
        """Characters that look the same: number, place in the file, text, modifiers."""
        pieces = self._file.pieces
        for piece in pieces[max(bisect_right(pieces, start, key=lambda p: p.start) - 1, 0) :]:
            if piece.start >= end:
                return
            at, last = max(start, piece.start), min(end, piece.start + len(piece.text))
            size = 2 if piece.wide else 1
            while at < last:
                place = piece.at + (at - piece.start) * size
                said, until = self._file.letters.at(place)
                stop = min(last, at + max((until - place) // size, 1))
                for part in _PARTS.findall(piece.text[at - piece.start : stop - piece.start]):
                    yield at, place, part, said + piece.extra
                    at += len(part)
                    place += len(part) * size

    def _told(self, place: int) -> Paragraph:
        said, _ = self._file.paragraphs.at(place)
        style = int.from_bytes(said[:2], "little")
        data = said[2:]
        for code, operand in sprms(data):
            if code in _HUGE:
                data += self._file.huge(int.from_bytes(operand, "little"))
        return paragraph_after(self._styles.paragraph(style), data)

    # --- blocks -------------------------------------------------------------------------------------------------------
    def _blocks(
        self,
        lines: list[_Line],
        asides: dict[int, list[Aside]] | None = None,
        sections: dict[int, int] | None = None,
        ground: str | None = PAPER,
        sight: str | None = None,
    ) -> list[Block]:
        page, self._after = Page(), 0.0
        for i, line in enumerate(lines):
            told, para = line.told, self._para(line, ground, sight)
            para.asides = (asides or {}).get(i, [])
            level = told.level
            if told.row_end:
                edges = told.edges
                page.plan(level).edges = [e - edges[0] for e in edges[1:]] if edges else []
                page.row(level)
                page.new_plan(level)
                continue
            if line.sign == "\r" or para.text.strip() or para.asides:
                page.paragraph(para, level, told.frame)
            if line.sign == "\x07" or told.inner_cell:
                page.cell(level)
            elif line.sign == "\x0e":
                page.column_break()
            if sections and line.end in sections:
                page.section([1.0] * sections[line.end])
        return page.blocks()

    def _para(self, line: _Line, ground: str | None, sight: str | None) -> Para:
        told = line.told
        kind = self._lists.get(told.listed, "none")
        heading = told.outline is not None and told.outline < 9
        above, self._after = max(told.before, self._after), told.after
        return Para(
            [
                run
                for text, said in line.pieces
                for run in self._run(text, said, told, line.ground or ground, line.sight or sight)
            ],
            item=kind != "none" and not heading,
            numbered=kind == "number",
            heading=heading,
            above=above,
            paged=line.paged,
        )

    def _run(self, text: str, said: bytes, told: Paragraph, ground: str | None, sight: str | None) -> Iterator[Run]:
        letters = self._letters(told.style, said)
        if letters.deleted:
            return
        if letters.symbol and text == "(" * len(text):
            text = letters.symbol * len(text)
        text = _whole(text.translate(_SIGNS))
        size = 1.0 if letters.scale <= _NARROW else letters.size
        behind = letters.ground or told.ground or ground
        why = why_unseen(Paint(letters.colour, behind, size, letters.vanish)) if text.strip() else None
        sight = sight or told.sight or letters.sight
        why = sight if sight and text.strip() else why
        free = ground == PAPER and not told.level
        if why == "white" and self._white_may_be_seen and free:
            why = None
        elif free and text.strip() and not is_paper(letters.colour or "000000"):
            self._white_may_be_seen = False
        if text:
            yield Run(text, why, letters.size, letters.bold)

    def _letters(self, style: int, said: bytes) -> Letters:
        found = self._looks.get((style, said))
        if found is None:
            base = self._styles.letters(style)
            worn = letters_after(base, said, base).style
            letters = base if worn is None else self._styles.worn(base, worn)
            found = self._looks[(style, said)] = letters_after(letters, said, base)
        return found


def _with_grounds(lines: list[_Line]) -> list[_Line]:
    """The lines, those in cells with what their row paints behind them: a row says so at its end."""
    waiting: dict[int, list[tuple[int, _Line]]] = {}
    cells: dict[int, int] = {}
    for line in lines:
        level = line.told.level
        if line.told.row_end:
            for cell, inner in waiting.pop(level, []):
                grounds = line.told.grounds
                inner.ground = grounds[cell] if cell < len(grounds) else None
                inner.sight = line.told.sight
            cells[level] = 0
        elif level:
            waiting.setdefault(level, []).append((cells.get(level, 0), line))
            cells[level] = cells.get(level, 0) + (line.sign == "\x07" or line.told.inner_cell)
    return lines


def _whole(text: str) -> str:
    """Characters beyond the first 65,536 put together from their halves."""
    if not any("\ud800" <= c <= "\udfff" for c in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
