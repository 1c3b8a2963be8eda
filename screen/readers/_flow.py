"""From paragraphs, tables and text boxes to a document: what is read after what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from statistics import median

from screen.model.errors import Notice, Unreadable
from screen.model.text import Document, RawLine
from screen.readers._blocks import Aside, Block, Content, Para, Table
from screen.readers._drafts import Draft, drafts_of, joined, raw_line
from screen.readers._glyphs import invisible
from screen.readers._limits import MOST_CHARACTERS
from screen.readers._rows import table_lines

_NOTE_LINES = 2
_NOTE_WIDTH = 60
"""A text box of at most so many lines and characters belongs to the paragraph that it hangs on."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_IN_BOXES = 0.35
"""Share of the text below which the body is a frame for text boxes that hold the document."""
_SAME_COLUMN = 40.0
"""Points by which left edges may differ within a column of text boxes."""
_LEAST_GAP = 4.0
"""Points of white space that a reader notices between paragraphs."""
_MORE = 2.0
"""Points beyond the usual space that make a gap of it."""
_FOOTER_WORDS = 8
"""A footer with so many words that the body lacks says something of its own."""
_WORD = re.compile(r"\w+")


class _Flow:
    """Lays out blocks; text boxes beside the text wait until the main text is through."""

    def __init__(self) -> None:
        self.late: list[tuple[Aside, list[Draft]]] = []

    def lines(self, blocks: Sequence[Block]) -> list[Draft]:
        out: list[Draft] = []
        for block in blocks:
            if isinstance(block, Para):
                out += self._para(block)
            elif isinstance(block, Table):
                out += table_lines(block, self.lines)
            else:
                out += self._aside(block)
        return out

    def _para(self, para: Para) -> list[Draft]:
        lines = drafts_of(para)
        before: list[Draft] = []
        for aside in para.asides:
            inner = self._aside(aside)
            if len(inner) == 1 and _YEAR.search(inner[0].text) and not (lines[0].blank or aside.wide):
                # A date in a box of its own beside its job.
                lines[0] = joined((inner[0], lines[0]))
            else:
                before += inner
        if before and lines[0].blank:
            return before
        return before + lines

    def _aside(self, aside: Aside) -> list[Draft]:
        """The box's lines if they belong here; else they are kept for later."""
        lines = self.lines(aside.blocks)
        texts = [d for d in lines if not d.blank]
        if not texts:
            return []
        small = len(texts) <= _NOTE_LINES and sum(len(d.text) for d in texts) <= _NOTE_WIDTH
        if aside.wide or small:
            return texts if small else lines
        self.late.append((aside, lines))
        return []


def _boxes(body: list[Draft], late: list[tuple[Aside, list[Draft]]]) -> list[Draft]:
    """The waiting text boxes, lane by lane."""
    weight = [sum(len(d.text) for d in lines) for _, lines in late]
    within = sum(len(d.text) for d in body)
    if within >= _IN_BOXES * (within + sum(weight)):
        return [d for _, lines in late for d in _laned(lines, 1)]
    columns = [_column(aside, late) for aside, _ in late]
    total = {c: sum(w for w, k in zip(weight, columns, strict=True) if k == c) for c in dict.fromkeys(columns)}
    order = sorted(total, key=lambda c: -total[c])
    placed = sorted(range(len(late)), key=lambda i: (order.index(columns[i]), late[i][0].top or 0.0, i))
    return [d for i in placed for d in _laned(late[i][1], order.index(columns[i]))]


def _column(aside: Aside, late: list[tuple[Aside, list[Draft]]]) -> int:
    """The first text box with about the same left edge; boxes that do not tell theirs are one column."""
    for i, (other, _) in enumerate(late):
        if other is aside or (aside.left is None and other.left is None):
            return i
        if aside.left is not None and other.left is not None and abs(aside.left - other.left) <= _SAME_COLUMN:
            return i
    return 0


def _laned(lines: list[Draft], lane: int) -> list[Draft]:
    for line in lines:
        line.lane = line.lane or lane
    if lines:
        lines[0].gap = True
    return lines


def _furniture(groups: Sequence[Sequence[Block]], body: list[Draft], footer: bool) -> list[Draft]:
    """Headers or footers, each line once; marked where they say nothing of their own.

    A header often is the only place of name and contact, so it is furniture only where the body has the same line.
    """
    words = {w for d in body for w in _WORD.findall(d.text.lower())} if footer else set()
    lines_of_body = {d.text.lower() for d in body}
    seen: set[str] = set()
    out: list[Draft] = []
    for blocks in groups:
        flow = _Flow()
        lines = flow.lines(blocks)
        for line in lines + [d for _, late in flow.late for d in _laned(late, 1)]:
            if line.blank or line.text in seen:
                continue
            seen.add(line.text)
            own = [w for w in _WORD.findall(line.text.lower()) if w not in words and not w.isdigit()]
            bare = len(own) < _FOOTER_WORDS if footer else line.text.lower() in lines_of_body
            line.furniture = line.furniture or bare
            out.append(line)
    return out


def _gapped(drafts: list[Draft]) -> list[Draft]:
    """Lines with text; an empty line, or more white space than usual, is a gap before the next."""
    spaces = [d.above for d in drafts if d.paragraph and not d.blank]
    usual = max(median(spaces) if spaces else 0.0, _LEAST_GAP - _MORE)
    out, empty = [], False
    for draft in drafts:
        if draft.blank:
            empty = True
            continue
        draft.gap = draft.gap or empty or draft.above > usual + _MORE
        out.append(draft)
        empty = False
    return out


def to_document(path: str, data: bytes, content: Content, pictured: bool = False) -> Document:
    """The document of a flowing format.

    Args:
        path: As it stands in the result.
        data: The file's bytes.
        content: Its blocks.
        pictured: It holds pictures: without text it is a scan, not empty.

    Raises:
        Unreadable: empty (nothing to be seen), pictures-only, too-much-text.
    """
    try:
        return _document(path, data, content)
    except Unreadable as error:
        if pictured and error.code == "empty":
            raise Unreadable("pictures-only") from error
        raise


def _document(path: str, data: bytes, content: Content) -> Document:
    flow = _Flow()
    body = flow.lines(content.body)
    body += _boxes(body, flow.late) + _Flow().lines(content.notes)
    head = _furniture(content.headers, body, footer=False)
    foot = _furniture(content.footers, body, footer=True)
    return finish(path, data, [raw_line(d) for d in _gapped(head + body + foot)], _told(head + body + foot))


def _told(drafts: list[Draft]) -> list[Notice]:
    count = sum(invisible(run.text) for d in drafts for run in d.runs)
    return [Notice.of("invisible-characters", count=count)] if count else []


def finish(path: str, data: bytes, lines: list[RawLine], warnings: Sequence[Notice] = ()) -> Document:
    """The document of these lines.

    Raises:
        Unreadable: empty (nothing to be seen), too-much-text.
    """
    if sum(len(line.text) for line in lines) > MOST_CHARACTERS:
        raise Unreadable("too-much-text", limit=MOST_CHARACTERS)
    if not any(_visible(line) for line in lines):
        raise Unreadable("empty")
    kept = [replace(line, look=replace(line.look, gap=False)) if i == 0 else line for i, line in enumerate(lines)]
    return Document.from_lines(path, sha256(data).hexdigest(), kept, warnings=warnings)


def _visible(line: RawLine) -> bool:
    covered = sum(end - start for start, end, _ in line.hidden)
    return any(c.isalnum() for c in line.text) and covered < len(line.text.strip())
