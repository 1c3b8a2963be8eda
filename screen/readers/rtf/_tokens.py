"""RTF as a stream of tokens, and the tables at its head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

_TOKEN = re.compile(
    r"\\'([0-9a-fA-F]{2})"  # a byte
    r"|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?"  # a word
    r"|\\([^a-zA-Z])"  # a symbol
    r"|([{}])"
    r"|([^\\{}\r\n]+)"  # text
    r"|[\r\n]+",
    re.S,
)
_EDGE = re.compile(r"[\\{}]")
_BINARY = re.compile(r"\\bin(\d{1,9}) ?")

_CHARSETS = {
    0: "cp1252", 1: "", 2: "symbol", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
"""A font's character set (Windows' numbers) → how its bytes are read; empty for the document's own."""


class Token(NamedTuple):
    """A piece of RTF."""

    kind: str
    """byte, word, symbol, open, close, text."""
    text: str
    number: int | None
    end: int
    """Where it ends in the file."""


def tokens(text: str, at: int) -> Iterator[Token]:
    """The tokens from `at` on."""
    for found in _TOKEN.finditer(text, at):
        kind = found.lastindex
        if kind == 1:
            yield Token("byte", found[1], int(found[1], 16), found.end())
        elif kind in {2, 3}:
            yield Token("word", found[2], int(found[3]) if found[3] else None, found.end())
        elif kind == 4:
            yield Token("symbol", found[4], None, found.end())
        elif kind == 5:
            yield Token("open" if found[5] == "{" else "close", "", None, found.end())
        elif kind == 6:
            yield Token("text", found[6], None, found.end())


def group_end(text: str, at: int) -> int:
    """Where the group ends in which `at` lies; its closing brace is not passed."""
    depth = 0
    while (found := _EDGE.search(text, at)) is not None:
        at = found.end()
        if found.group() == "{":
            depth += 1
        elif found.group() == "}":
            if depth == 0:
                return found.start()
            depth -= 1
        else:
            binary = _BINARY.match(text, found.start())
            at = binary.end() + int(binary[1]) if binary else at + 1
    return len(text)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What an RTF file's style sheet says of one paragraph style."""

    heading: bool = False
    based_on: int | None = None


@dataclass(slots=True)
class Head:
    """The tables at the head of a file."""

    codepages: dict[int, str] = field(default_factory=dict)
    """Font → how its bytes are read; empty for the document's own."""
    colours: list[str | None] = field(default_factory=list)
    """RRGGBB; `None` is automatic."""
    styles: dict[int, Sheet] = field(default_factory=dict)

    def colour(self, index: int | None) -> str | None:
        """The colour of that number."""
        return self.colours[index] if index is not None and 0 <= index < len(self.colours) else None

    def is_heading(self, style: int) -> bool:
        """Whether a style, or one that it is based on, is a heading."""
        for _ in range(20):
            sheet = self.styles.get(style)
            if sheet is None:
                return False
            if sheet.heading or sheet.based_on is None:
                return sheet.heading
            style = sheet.based_on
        return False


def read_fonts(text: str, head: Head) -> None:
    """Takes the font table."""
    for part in re.split(r"(?=\\f\d)", text):
        number = re.match(r"\\f(\d+)", part)
        charset = re.search(r"\\fcharset(\d+)", part)
        page = re.search(r"\\cpg(\d+)", part)
        if number:
            name = _CHARSETS.get(int(charset[1]), "") if charset else ""
            head.codepages[int(number[1])] = f"cp{page[1]}" if page and page[1] != "0" else name


def read_colours(text: str, head: Head) -> None:
    """Takes the colour table."""
    for part in text.rstrip().removesuffix(";").split(";"):
        found = {k: int(n) for k, n in re.findall(r"\\(red|green|blue)(\d{1,3})", part)}
        parts = [min(found.get(k, 0), 255) for k in ("red", "green", "blue")]
        head.colours.append("{:02X}{:02X}{:02X}".format(*parts) if found else None)


def read_styles(text: str, head: Head) -> None:
    """Takes the style sheet: which paragraph styles are headings."""
    at = 0
    while (start := text.find("{", at)) >= 0:
        at = group_end(text, start + 1) + 1
        part = text[start + 1 : at - 1]
        if re.match(r"\s*\\\*", part):
            continue
        number = re.search(r"\\s(\d+)", part)
        base = re.search(r"\\sbasedon(\d+)", part)
        outline = re.search(r"\\outlinelevel([0-8])(?!\d)", part)
        name = re.sub(r"\{[^{}]*\}|\\[a-z]+-?\d* ?", "", part).strip().rstrip(";").lower()
        heading = outline is not None or re.match(r"(?:heading|title)\s*\d?$", name) is not None
        own = int(number[1]) if number else 0
        based_on = int(base[1]) if base and int(base[1]) != own else None
        head.styles[own] = Sheet(heading, based_on)
