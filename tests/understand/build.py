"""Applications built from the text of a case."""

from __future__ import annotations

import re
from dataclasses import replace

from screen.model.application import Application, Filed, Kind
from screen.model.text import Document, Look, RawLine

_SIZE = re.compile(r"^\{(\d+)\}")
_LANE = re.compile(r"^\[lane (\d)\]$")
_FOOTER = "%%"
PAGE = "=== page"


def _line(text: str, look: Look) -> RawLine:
    size = _SIZE.match(text)
    if size:
        text, look = text[size.end() :], replace(look, size=float(size.group(1)))
    if text.startswith("# "):
        text, look = text[2:], replace(look, heading=True)
    if text.startswith(_FOOTER):
        text, look = text.removeprefix(_FOOTER), replace(look, furniture=True)
    if "**" in text[: text.find("¬") + 3 if "¬" in text else 2]:
        text, look = text.replace("**", ""), replace(look, bold=True)
    return RawLine(text.replace("¬", "\t"), look)


def document(text: str, path: str = "cv.txt", paragraphs: bool | None = None) -> Document:
    """A document as a reader hands it over.

    TAB is "¬", a line in bold begins with "**", in a size with "{12}", a heading of the format with "# ", a page's
    footer with "%%"; an empty line is a gap, "[lane 1]" begins a side column, "=== page" a new page. `paragraphs`
    is what every line says of its paragraph: None for a text file, True for Word.
    """
    lines, lane, page = [], 0, None
    for line in text.splitlines():
        told = _LANE.match(line)
        if told:
            lane = int(told.group(1))
        elif line == PAGE:
            page = (page or 1) + 1
        else:
            number = page or (1 if PAGE in text else None)
            lines.append(_line(line, Look(page=number, lane=lane, paragraph=paragraphs, bold=False)))
    return Document.from_lines(path, "0" * 64, lines)


def application(
    text: str, letter: str | None = None, other: str | None = None, paragraphs: bool | None = None
) -> Application:
    """A CV, and a letter and a paper where there are any."""
    kinds: list[tuple[str, str | None, Kind]] = [
        ("cv.txt", text, "cv"),
        ("letter.txt", letter, "letter"),
        ("other.txt", other, "other"),
    ]
    filed = tuple(Filed(document(t, path, paragraphs), kind) for path, t, kind in kinds if t)
    return Application("0" * 12, None, filed)
