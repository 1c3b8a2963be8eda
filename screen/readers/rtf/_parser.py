"""Follows an RTF file token by token and fills its pages."""

from __future__ import annotations

from screen.model.errors import Unreadable
from screen.readers._blocks import Aside, Content, Para, Run
from screen.readers._limits import MOST_LEVELS
from screen.readers._page import Page
from screen.readers._paint import PAPER, is_paper
from screen.readers._sight import low
from screen.readers.rtf._decoder import Decoder
from screen.readers.rtf._page import Saved
from screen.readers.rtf._state import Group, Letters, Paragraph, behind, letters_after, paragraph_after
from screen.readers.rtf._tokens import Head, Token, group_end, tokens
from screen.readers.rtf._words import (
    CHARACTERS,
    CODEPAGES,
    FOOTERS,
    HEADERS,
    SKIPPED,
    STARRED,
    SYMBOLS,
    TABLES,
    Shape,
    decorated,
)

_DEEPEST = MOST_LEVELS * 10
"""Groups within groups; they cost no stack here."""
_WIDE = 270.0
"""Points from where a text box is a band across the page (0.6 of an A4 page's text)."""


class Parser:
    """Reads one file."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._head = Head()
        self._decoder = Decoder(self._head)
        self._groups = [Group()]
        self._page = Page()
        self._para = Para()
        self._after = 0.0
        self._columns = [1.0]
        self._shape: Shape | None = None
        self._saved: list[Saved] = []
        self._starred = False
        self._dark_seen = False
        self._painted: bool | None = None
        self._at = 0
        self.content = Content()

    def run(self) -> Content:
        """The file's blocks by where they stand."""
        while self._groups and self._follow():
            pass
        while self._saved:
            self._resume("note")
        self._end_paragraph(always=False)
        self._page.section(self._columns)
        self.content.body = self._page.blocks()
        return self.content

    def _follow(self) -> bool:
        """Takes tokens until one of them moves on in the file; False at the end."""
        for token in tokens(self._text, self._at):
            self._at = token.end
            self._take(token)
            if self._at != token.end or not self._groups:
                return True
        return False

    # --- tokens -------------------------------------------------------------------------------------------------------
    def _take(self, token: Token) -> None:
        if token.kind == "byte":
            self._decoder.byte(token.number or 0)
            return
        if token.kind == "text":
            self._decoder.plain(token.text)
            return
        self._flush()
        if token.kind == "open":
            if len(self._groups) > _DEEPEST:
                raise Unreadable("too-many-levels", limit=_DEEPEST)
            self._groups.append(self._groups[-1].inner())
            self._starred = False
            self._decoder.rest()
        elif token.kind == "close":
            self._close()
        elif token.kind == "symbol":
            self._symbol(token.text)
        else:
            self._word(token.text, token.number)

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._starred = True
        elif symbol in "\r\n":
            self._end_paragraph()
        elif symbol in SYMBOLS and not self._decoder.skipped():
            self._write(SYMBOLS[symbol])

    def _word(self, word: str, number: int | None) -> None:
        starred, self._starred = self._starred, False
        if word == "u":
            self._write(self._decoder.unicode(number or 0, self._groups[-1].skip_after_unicode))
            return
        if word == "bin":
            self._at += number or 0
            return
        if self._destination(word, starred):
            return
        group = self._groups[-1]
        letters = letters_after(group.letters, word, number)
        paragraph = None if letters else paragraph_after(group.paragraph, word, number)
        if letters:
            group.letters = letters
        elif paragraph:
            group.paragraph = paragraph
        elif word in CHARACTERS:
            if not self._decoder.skipped():
                self._write(CHARACTERS[word])
        else:
            self._structure(word, number)

    def _structure(self, word: str, number: int | None) -> None:
        """Words that end something, or tell about the page."""
        depth = self._groups[-1].paragraph.depth
        if word in {"par", "page", "sect", "column"}:
            self._end_paragraph(always=word == "par")
            if word == "sect":
                self._page.section(self._columns)
            elif word == "column":
                self._page.column_break()
        elif word in {"cell", "nestcell"}:
            self._end_paragraph(always=False)
            self._page.cell(depth if word == "nestcell" else 1)
        elif word in {"row", "nestrow"}:
            self._page.row(depth if word == "nestrow" else 1)
        elif word in {"trowd", "cellx", "clcbpat", "trrh"}:
            self._plan(word, number or 0, depth)
        else:
            self._setting(word, number)

    def _plan(self, word: str, number: int, depth: int) -> None:
        if word == "trowd":
            self._page.new_plan(depth)
            return
        plan = self._page.plan(depth)
        if word == "trrh":
            plan.sight = low(-number / 20) if number < 0 else None
        elif word == "cellx":
            plan.edges.append(number)
        plan.grounds += [None] * (len(plan.edges) + (word == "clcbpat") - len(plan.grounds))
        if word == "clcbpat":
            plan.grounds[len(plan.edges)] = number

    def _setting(self, word: str, number: int | None) -> None:
        group = self._groups[-1]
        if word == "uc":
            group.skip_after_unicode = max(0, number or 0)
        elif word == "ansicpg" and number:
            self._decoder.codepage = f"cp{number}" if number != 10000 else "mac_roman"
        elif word in CODEPAGES:
            self._decoder.codepage = CODEPAGES[word]
        elif word == "chpgn":
            self._para.paged = True
        elif word in {"sectd", "cols"}:
            self._columns = [1.0] * min(max(number or 1, 1), 45) if word == "cols" else [1.0]
        elif self._shape is not None and word in {"shpleft", "shpright"}:
            setattr(self._shape, word.removeprefix("shp"), (number or 0) / 20)

    # --- groups -------------------------------------------------------------------------------------------------------
    def _destination(self, word: str, starred: bool) -> bool:
        """Whether the word says where the group's text goes; that is then seen to."""
        group = self._groups[-1]
        if word in TABLES:
            end = group_end(self._text, self._at)
            TABLES[word](self._text[self._at : end], self._head)
            self._at = end
        elif word in SKIPPED or (starred and word not in STARRED):
            self._at = group_end(self._text, self._at)
        elif word in {"listtext", "pntext", "fldinst", "sn", "sv"}:
            group.target = {"fldinst": "field", "sn": "name", "sv": "value"}.get(word, "mark")
        elif word == "pn":
            self._para.item = True
            self._at = group_end(self._text, self._at)
        elif word in {"shp", "do"}:
            group.ends = "shape"
            self._shape = Shape()
        elif word in {"shptxt", "dptxbxtext"}:
            self._begin("box")
        elif word in HEADERS | FOOTERS:
            self._begin("header" if word in HEADERS else "footer")
        elif word == "footnote":
            self._begin("note")
        elif word == "upr":
            # The group holds its text twice; the first, without Unicode, is passed over.
            start = self._text.find("{", self._at)
            self._at = group_end(self._text, start + 1) + 1 if start >= 0 else self._at
        else:
            return False
        return True

    def _begin(self, kind: str) -> None:
        group = self._groups[-1]
        group.ends, group.target = kind, "text"
        group.letters, group.paragraph = Letters(font=group.letters.font), Paragraph()
        self._saved.append(Saved(self._page, self._para, self._shape, self._after))
        self._page, self._para, self._after = Page(), Para(), 0.0

    def _close(self) -> None:
        ended = self._groups.pop()
        self._starred = False
        self._decoder.rest()
        if ended.ends == "shape":
            self._shape = None
        elif ended.ends:
            self._groups.append(ended)
            self._end_paragraph(always=False)
            self._groups.pop()
            self._resume(ended.ends)

    def _resume(self, kind: str) -> None:
        blocks = self._page.blocks()
        saved = self._saved.pop()
        self._page, self._para, self._after = saved.page, saved.para, saved.after
        self._shape = saved.shape
        if kind == "box":
            shape = saved.shape or Shape()
            width = (shape.right or 0.0) - (shape.left or 0.0) if shape.right else None
            self._para.asides.append(Aside(blocks, wide=width is not None and width >= _WIDE, left=shape.left))
        elif kind == "note":
            self.content.notes += blocks
        else:
            (self.content.headers if kind == "header" else self.content.footers).append(blocks)

    # --- text ---------------------------------------------------------------------------------------------------------
    def _flush(self) -> None:
        self._write(self._decoder.flush(self._groups[-1].letters.font if self._groups else None))

    def _write(self, text: str) -> None:
        group = self._groups[-1] if self._groups else Group()
        if not text:
            return
        if group.target == "mark":
            self._para.item = self._para.item or bool(text.strip())
            self._para.numbered = self._para.numbered or text.strip()[:1].isalnum()
        elif group.target == "field":
            self._para.paged = self._para.paged or text.strip().upper().startswith(("PAGE", "NUMPAGES"))
        elif group.target in {"name", "value"}:
            self._property(group.target, text)
        elif not group.letters.deleted:
            letters = group.letters
            self._para.runs.append(Run(text, self._unseen(text, group), letters.size, letters.bold))

    def _property(self, target: str, text: str) -> None:
        if self._shape is not None:
            if target == "name":
                self._shape.name = text.strip()
            else:
                self._shape.properties[self._shape.name] = text.strip()

    def _unseen(self, text: str, group: Group) -> str | None:
        if not text.strip():
            return None
        shape, depth = self._saved[-1].shape if self._saved else None, group.paragraph.depth
        if out := group.paragraph.sight or self._page.sight(depth) or (shape.sight() if shape else None):
            return out
        cell = self._page.ground(depth)
        ground = behind(self._head, group.paragraph, cell, shape.ground() if shape else PAPER)
        why = group.letters.why(self._head, ground)
        free = not self._saved and not depth
        if why is None:
            dark = not is_paper(self._head.colour(group.letters.colour) or "000000")
            self._dark_seen = self._dark_seen or (free and dark)
        elif why == "white" and not (free and self._dark_seen) and self._decorated():
            # White letters on a painted band or column: before any dark text of the body, in a cell or in a box.
            return None
        return why

    def _decorated(self) -> bool:
        if self._painted is None:
            self._painted = decorated(self._text)
        return self._painted

    def _end_paragraph(self, always: bool = True) -> None:
        """Hands the paragraph over; an empty one only where the file ends it itself."""
        self._flush()
        para, told = self._para, self._groups[-1].paragraph if self._groups else Group().paragraph
        if not (always or para.text.strip() or para.asides):
            para.runs.clear()
            return
        para.heading = told.outline < 9 if told.outline is not None else self._head.is_heading(told.style)
        para.item = para.item and not para.heading
        para.above = max(told.before, self._after)
        self._after = told.after
        self._page.paragraph(para, told.depth, told.frame)
        self._para = Para()
