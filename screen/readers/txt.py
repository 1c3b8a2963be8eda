"""Plain text: lines as they stand, columns that were laid out with spaces told apart by TABs."""

from __future__ import annotations

import re

from screen.model.errors import Notice
from screen.model.text import Document, Look, RawLine
from screen.readers._decode import decode
from screen.readers._flow import finish
from screen.readers._glyphs import bulleted, invisible, join_spaced, repair
from screen.readers._limits import MOST_BYTES_TEXT, check_size

_NEWLINE = re.compile(r"\r\n|\r|\n|\u2028|\u2029|\x0c|\x85")
_RULE = re.compile(r"^\s*([-=_*~#+.])(?:\s?\1){2,}\s*$")
_WIDE = re.compile(r"(?<=[^\s]) *\t[ \t]*| {3,}|(?<![.!?:;,]) {2}")
_TWO = re.compile(r"(?<=\S) {2}(?=\S)")
_JUSTIFIED = 3
"""Double spaces in a full line from where they are justification, not columns."""
_FULL_LINE = 50
"""Characters."""


def read(path: str, data: bytes) -> Document:
    """The text's lines, decoded and mended.

    Raises:
        Unreadable: empty, too-big, too-much-text.
    """
    check_size(data, MOST_BYTES_TEXT)
    text = decode(data)
    count = invisible(text)
    warnings = [Notice.of("invisible-characters", count=count)] if count else []
    return finish(path, data, lines_of(text), warnings)


def lines_of(text: str) -> list[RawLine]:
    """Lines with their gaps; a line that is underlined by a row of signs is a heading, the row itself is dropped."""
    out: list[RawLine] = []
    gap = False
    for raw in _NEWLINE.split(text):
        if _RULE.match(raw) and out:
            if not gap and raw.strip()[0] in "=-_~*":
                out[-1] = _headed(out)
            gap = True
            continue
        line = _line(raw)
        if not line:
            gap = True
            continue
        out.append(RawLine(line, Look(gap=gap)))
        gap = False
    return out


def _headed(out: list[RawLine]) -> RawLine:
    last = out[-1]
    alone = last.look.gap or len(out) == 1
    short = len(last.text) <= _FULL_LINE and not last.text.startswith("•") and "\t" not in last.text
    return RawLine(last.text, Look(gap=last.look.gap, heading=alone and short))


def _line(raw: str) -> str:
    text = join_spaced(repair(raw)).strip()
    if len(_TWO.findall(text)) >= _JUSTIFIED and len(text) > _FULL_LINE and "   " not in text:
        text = _TWO.sub(" ", text)
    text, _ = bulleted(_WIDE.sub("\t", text))
    return re.sub(r" {2,}", " ", text)
