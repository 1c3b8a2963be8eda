"""What holds at a place in an RTF file: how letters look, what the paragraph is, where the text goes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from screen.readers._paint import PAPER, Paint, why_unseen
from screen.readers._sight import indented, low, placed, raised, squeezed
from screen.readers.rtf._tokens import Head

_DEFAULT_SIZE = 12.0
"""Points: an RTF file's letters until it says otherwise."""


@dataclass(frozen=True, slots=True)
class Letters:
    """How letters look."""

    size: float = _DEFAULT_SIZE
    bold: bool = False
    colour: int | None = None
    ground: int | None = None
    vanish: bool = False
    deleted: bool = False
    narrow: bool = False
    font: int | None = None
    sight: str | None = None
    """Why they are out of sight, whatever their look."""

    def why(self, head: Head, behind: str | None) -> str | None:
        """The code of why a reader cannot see them, or None.

        Args:
            head: The file's colours.
            behind: RRGGBB of what the paragraph or cell is painted with; `None` cannot be told.
        """
        if self.sight:
            return self.sight
        ground = head.colour(self.ground) or behind
        size = 1.0 if self.narrow else self.size
        return why_unseen(Paint(head.colour(self.colour), ground, size, self.vanish))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What the paragraph at hand is."""

    style: int = 0
    in_table: bool = False
    level: int | None = None
    """Level of tables where told; 1 is a table in no other."""
    outline: int | None = None
    before: float = 0.0
    after: float = 0.0
    ground: int | None = None
    left: float | None = None
    top: float | None = None
    width: float | None = None
    sight: str | None = None
    """Why it is out of sight."""

    @property
    def depth(self) -> int:
        """The level of tables that it stands at."""
        if self.level is not None:
            return self.level if self.level or not self.in_table else 1
        return 1 if self.in_table else 0

    @property
    def frame(self) -> tuple[float, float, float] | None:
        """Left, top and width in points, where it stands in a frame."""
        if self.left is None and self.top is None:
            return None
        return self.left or 0.0, self.top or 0.0, self.width or 0.0


@dataclass(slots=True)
class Group:
    """What a brace opens and closes."""

    letters: Letters = field(default_factory=Letters)
    paragraph: Paragraph = field(default_factory=Paragraph)
    skip_after_unicode: int = 1
    """Characters that stand for a \\u character in older programs."""
    target: str = "text"
    """Where text goes: text, mark (a list item's bullet), field (an instruction), name or value (of a shape)."""
    ends: str | None = None
    """What ends with the group: box, header, footer, note, shape."""

    def inner(self) -> Group:
        """A group within."""
        return replace(self, ends=None)


def letters_after(letters: Letters, word: str, number: int | None) -> Letters | None:
    """The letters after a control word, or None where it says nothing about them."""
    on = number != 0
    if word == "plain":
        return Letters(font=letters.font)
    if word == "fs":
        return replace(letters, size=(number or 24) / 2)
    if word == "f":
        return replace(letters, font=number)
    if word == "cf":
        return replace(letters, colour=number)
    if word in {"cb", "highlight", "chcbpat"}:
        return replace(letters, ground=number)
    if word in {"up", "dn"}:
        return replace(letters, sight=raised((6 if number is None else number) / 2))
    if word in {"expnd", "expndtw"}:
        return replace(letters, sight=squeezed((number or 0) / (4 if word == "expnd" else 20)))
    if word == "charscalex":
        return replace(letters, narrow=number is not None and number <= 5)
    if word == "b":
        return replace(letters, bold=on)
    if word == "v":
        return replace(letters, vanish=on)
    return replace(letters, deleted=on) if word == "deleted" else None


def paragraph_after(paragraph: Paragraph, word: str, number: int | None) -> Paragraph | None:
    """The paragraph after a control word, or None where it says nothing about it."""
    if word == "pard":
        return Paragraph()
    if word == "intbl":
        return replace(paragraph, in_table=True)
    if word == "itap":
        return replace(paragraph, level=number or 0)
    if word == "s":
        return replace(paragraph, style=number or 0)
    if word == "outlinelevel":
        return replace(paragraph, outline=number)
    if word == "cbpat":
        return replace(paragraph, ground=number)
    return _measured(paragraph, word, (number or 0) / 20)


def _measured(paragraph: Paragraph, word: str, points: float) -> Paragraph | None:
    if word == "sl":
        return replace(paragraph, sight=low(-points) if points < 0 else None)
    if word in {"li", "fi", "lin"}:
        return replace(paragraph, sight=indented(points) or paragraph.sight)
    if word in {"posnegx", "posnegy"}:
        return replace(paragraph, sight=placed(points) or paragraph.sight)
    if word == "sb":
        return replace(paragraph, before=points)
    if word == "sa":
        return replace(paragraph, after=points)
    if word == "posx":
        return replace(paragraph, left=points, sight=placed(points) or paragraph.sight)
    if word == "posy":
        return replace(paragraph, top=points, sight=placed(points) or paragraph.sight)
    return replace(paragraph, width=points) if word == "absw" else None


def behind(head: Head, paragraph: Paragraph, cell: int | None, box: str | None = PAPER) -> str | None:
    """RRGGBB of what is painted behind the text, `None` where that cannot be told."""
    return head.colour(paragraph.ground) or head.colour(cell) or box
