"""A document is one fixed text; lines, sections and evidence are spans into it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from screen.model.errors import Notice

MASK = "■"
"""Stands for each character of a CPR number in a document, and of a masked span in a reading copy."""

# A CPR number is recognised by its date, since numbers issued after 2007 may fail the modulus 11 check.
_CPR = re.compile(r"(?<![\d-])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[-‐– ]?\d{4}(?![\d-])")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open run of characters, counted from 0."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters it points to."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether `other` lies inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether they share a character."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        """The same run, `by` characters later."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from the top left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Look:
    """What a reader knows of a line besides its words; `None` is unknown."""

    page: int | None = None
    """From 1; `None` where the format has no pages."""
    lane: int = 0
    """0 the main column (or the only one), 1, 2 … side columns; the same column has the same lane on every page."""
    paragraph: bool | None = None
    """True: a paragraph starts here; False: goes on from the line before; None: the format has lines only."""
    gap: bool = False
    """Clearly more white space above than between the lines of a paragraph (or an empty line)."""
    heading: bool = False
    """The format marks the line as a heading (a Word style, an HTML h1–h6, a Markdown #)."""
    box: Box | None = None
    size: float | None = None
    """Font size in points."""
    bold: bool | None = None
    confidence: float | None = None
    """0–1, only where the line was read by OCR."""
    furniture: bool = False
    """A page header, footer or page number that repeats: it holds nothing of its own."""


@dataclass(frozen=True, slots=True)
class RawLine:
    """One line as a reader hands it over; list items begin with "• ", cells on one row are parted by a TAB."""

    text: str
    look: Look = Look()
    hidden: tuple[tuple[int, int, str], ...] = ()
    """(start, end, why) within `text`: what a reader of the page cannot see."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a document."""

    span: Span
    number: int
    """From 1, within its page, or within the document where there are no pages. Empty lines are not counted."""
    look: Look


@dataclass(frozen=True, slots=True)
class Hidden:
    """A run of text that is in the file but not to be seen on the page."""

    span: Span
    why: str
    """A code: white, tiny, transparent, covered, off-page, vanish, style, invisible-characters …"""


@dataclass(frozen=True, slots=True)
class Document:
    """One file's text."""

    path: str
    """Relative to the folder of the case, `/` as separator; a member of an archive is `archive.zip/member`."""
    sha256: str
    """Of the file's bytes, hexadecimal."""
    text: str
    lines: tuple[Line, ...]
    hidden: tuple[Hidden, ...] = ()
    pages: int | None = None
    """`None` where the format has no pages."""
    warnings: tuple[Notice, ...] = ()

    @classmethod
    def from_lines(
        cls,
        path: str,
        sha256: str,
        raw: Iterable[RawLine],
        pages: int | None = None,
        warnings: Sequence[Notice] = (),
    ) -> Document:
        """The only way to build a document: joins lines, counts offsets, masks the digits of CPR numbers.

        Lines without visible characters are dropped; the next line then has a gap before it.
        """
        parts: list[str] = []
        lines: list[Line] = []
        hidden: list[Hidden] = []
        at, gap, count = 0, False, {}  # type: ignore[var-annotated]
        for item in raw:
            text = _CPR.sub(lambda m: re.sub(r"\d", MASK, m.group()), item.text.replace("\n", " ").rstrip())
            if not text.strip():
                gap = True
                continue
            count[item.look.page] = count.get(item.look.page, 0) + 1
            look = replace(item.look, gap=True) if gap and not item.look.gap else item.look
            lines.append(Line(Span(at, at + len(text)), count[item.look.page], look))
            hidden += [Hidden(Span(at + a, at + min(b, len(text))), why) for a, b, why in item.hidden if a < len(text)]
            parts.append(text)
            at, gap = at + len(text) + 1, False
        return cls(path, sha256, "\n".join(parts), tuple(lines), tuple(hidden), pages, tuple(warnings))

    def line_at(self, position: int) -> Line:
        """The line that holds the character at `position` (the nearest before, for a line break).

        Raises:
            IndexError: the document has no lines.
        """
        low, high = 0, len(self.lines)
        while low + 1 < high:
            middle = (low + high) // 2
            if self.lines[middle].span.start <= position:
                low = middle
            else:
                high = middle
        return self.lines[low]


def masked(text: str, spans: Iterable[Span]) -> str:
    """A copy of equal length in which every visible character of the spans is `MASK`; line breaks stay."""
    out = list(text)
    for span in spans:
        for i in range(max(0, span.start), min(span.end, len(out))):
            if not out[i].isspace():
                out[i] = MASK
    return "".join(out)
