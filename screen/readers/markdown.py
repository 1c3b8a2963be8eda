"""Markdown: the text without its marks; headings, lists and tables keep their shape."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from screen.model.text import Document
from screen.readers._blocks import LINE_BREAK, Block, Cell, Content, Para, Run, Table
from screen.readers._decode import decode
from screen.readers._flow import to_document
from screen.readers._limits import MOST_BYTES_TEXT, check_size

_HEADING = re.compile(r"^ {0,3}(#{1,6})(?:[ \t]+|$)(.*?)(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r"^ {0,3}(?:=+|-{2,})[ \t]*$")
_RULE = re.compile(r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_FENCE = re.compile(r"^ {0,3}(```+|~~~+)")
_QUOTE = re.compile(r"^ {0,3}(?:>[ \t]?)+")
_DIVIDER = re.compile(r"^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_REFERENCE = re.compile(r"^ {0,3}\[[^\]]+\]:[ \t]+\S+")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_PRIVATE = 0xE000
"""Where escaped marks wait until the others are gone; readers drop such characters from files."""
_INLINE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]+)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)"), r"\1"),
    (re.compile(r"\[([^\]]+)\]\[[^\]]*\]"), r"\1"),
    (re.compile(r"<((?:https?|mailto):[^>\s]+|[^<>\s@]+@[^<>\s]+)>"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^<>]*>"), ""),
    (re.compile(r"`+([^`]+)`+"), r"\1"),
    (re.compile(r"~~([^~]+)~~"), r"\1"),
    (re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])(.+?)(?<=[^\s*])\1(?![\w*])", re.S), r"\2"),
    (re.compile(r"(?<![\w_])(_{1,3})(?=[^\s_])(.+?)(?<=[^\s_])\1(?![\w_])", re.S), r"\2"),
)
_WHOLE_BOLD = re.compile(r"^\s*(?:\*\*|__)(?=\S)(?:(?!\*\*|__).)+(?:\*\*|__)[ \t:]*(?:\t.*)?$")
_BREAK = re.compile(r"<br\s*/?>", re.I)


def read(path: str, data: bytes) -> Document:
    """The text as a reader of the rendered page sees it; front matter stays as lines.

    Raises:
        Unreadable: empty, too-big, too-much-text.
    """
    check_size(data, MOST_BYTES_TEXT)
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    return to_document(path, data, Content(body=list(_blocks(_COMMENT.sub("", text)))))


def _blocks(text: str) -> Iterator[Block]:
    front = _FRONT.match(text)
    if front:
        yield from (Para([Run(line.strip())]) for line in front[1].split("\n"))
        text = text[front.end() :]
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        count, blocks = _block(lines, at)
        yield from blocks
        at += count


def _block(lines: list[str], at: int) -> tuple[int, list[Block]]:
    """The block that begins at a line: how many lines it takes, and what it is."""
    line = _QUOTE.sub("", lines[at])
    if fence := _FENCE.match(line):
        return _code(lines, at, fence[1])
    if heading := _HEADING.match(line):
        return 1, [Para([Run(_inline(heading[2]), bold=True)], heading=True, above=_SPACE)]
    if _RULE.match(line) or not line.strip():
        return 1, [Para()]
    if _REFERENCE.match(line):
        return 1, []
    if "|" in line and at + 1 < len(lines) and _DIVIDER.match(lines[at + 1]) and "|" in lines[at + 1]:
        return _table(lines, at)
    return _paragraph(lines, at, line)


_SPACE = 12.0
"""Points of white space above a heading, as browsers have it."""


def _code(lines: list[str], at: int, fence: str) -> tuple[int, list[Block]]:
    end = at + 1
    while end < len(lines) and not lines[end].lstrip().startswith(fence):
        end += 1
    return end + 1 - at, [Para([Run(line.strip())]) for line in lines[at + 1 : end]]


def _table(lines: list[str], at: int) -> tuple[int, list[Block]]:
    end = at + 2
    while end < len(lines) and "|" in lines[end] and lines[end].strip():
        end += 1
    rows = [[Cell([_para(c)], i) for i, c in enumerate(_cells(lines[k]))] for k in range(at, end) if k != at + 1]
    return end - at, [Table(rows)]


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [c.strip() for c in re.split(r"(?<!\\)\|", inner)]


def _paragraph(lines: list[str], at: int, first: str) -> tuple[int, list[Block]]:
    """A paragraph or list item with the lines that go on with it; underlined it is a heading."""
    item = _ITEM.match(first)
    text = first[item.end() :] if item else first.strip()
    end = at + 1
    while end < len(lines):
        line = _QUOTE.sub("", lines[end])
        if not item and end == at + 1 and _UNDERLINE.match(line):
            return 2, [Para([Run(_inline(text), bold=True)], heading=True, above=_SPACE)]
        if not line.strip() or _ITEM.match(line) or _HEADING.match(line) or _FENCE.match(line) or _RULE.match(line):
            break
        # A soft break stays a line of the paragraph: many a CV has a job on each line.
        text += LINE_BREAK + line.strip().rstrip("\\")
        end += 1
    return end - at, [_para(text, item is not None)]


def _para(text: str, item: bool = False) -> Para:
    bold = _WHOLE_BOLD.match(text) is not None
    parts = _BREAK.sub(LINE_BREAK, text.rstrip("\\"))
    return Para([Run(_inline(parts), bold=bold)], item=item)


def _inline(text: str) -> str:
    """The text without marks for emphasis, links, pictures and code."""
    text = _ESCAPED.sub(lambda m: chr(_PRIVATE + ord(m[1])), text)
    for pattern, instead in _INLINE:
        text = pattern.sub(instead, text)
    text = "".join(chr(ord(c) - _PRIVATE) if _PRIVATE <= ord(c) < _PRIVATE + 128 else c for c in text)
    return html.unescape(text)
