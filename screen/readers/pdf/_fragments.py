"""From a page's characters to fragments: runs of words that stand close together on one baseline and look alike."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from screen.readers._glyphs import repair
from screen.readers.pdf._characters import Word
from screen.readers.pdf._styles import Box, Style

_APART = 0.7
"""In ems: a wider gap parts fragments. Justified lines stretch their spaces up to about 0.6."""
_TRACKS = 2.5
"""How many times the white space between letters comes on top of that between letter-spaced words."""
_GLUED = 0.12
"""In ems: no space is seen in a narrower gap."""
_NEAR = 0.45
"""In ems: a gap that can be a space between words."""
_BACK = 0.5
"""In ems: a word may begin so far before the end of the one before it (italics, kerning)."""
_ASCENT = 0.78
"""Share of the em above the baseline, the same for all fonts, so that boxes can be compared."""
_FAR = 20_000.0
"""Points: coordinates beyond are nonsense (PDF's own limit is 14,400)."""


@dataclass(slots=True)
class Fragment:
    """Words that stand close together on one baseline and look alike; from the top left corner, in points."""

    text: str
    left: float
    right: float
    base: float
    """The baseline."""
    style: Style
    serial: int
    """Place in the order of the file."""
    top: float = 0.0
    bottom: float = 0.0
    hidden: str | None = None
    """Why a reader of the page cannot see it."""
    open: bool = False
    """The library saw no space behind it."""
    confidence: float | None = None
    """0–1, where it was read by OCR."""

    def __post_init__(self) -> None:
        self.place(self.base)

    def place(self, base: float) -> None:
        """Puts it on another baseline."""
        self.base = base
        self.top = base - _ASCENT * self.style.size
        self.bottom = self.top + self.style.size

    @property
    def size(self) -> float:
        """Height of its em, in points."""
        return self.style.size

    def overlap(self, other: Fragment) -> float:
        """How much of the lower one's height they share, from 0 to 1."""
        shared = min(self.bottom, other.bottom) - max(self.top, other.top)
        return shared / max(min(self.size, other.size), 0.1)


@dataclass(frozen=True, slots=True)
class View:
    """How the stored page is seen upright: its edges and the quarter turns of its text."""

    left: float
    bottom: float
    right: float
    top: float
    quarter: int = 0

    @property
    def width(self) -> float:
        """Of the upright page, in points."""
        return self.top - self.bottom if self.quarter % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Of the upright page, in points."""
        return self.right - self.left if self.quarter % 2 else self.top - self.bottom

    def box(self, box: Box) -> Box:
        """Left, top, right, bottom on the upright page, from its top left corner."""
        left, bottom, right, top = box
        if not (left > -_FAR and bottom > -_FAR and right < _FAR and top < _FAR):
            left, bottom, right, top = (0.0 if math.isnan(v) else max(-_FAR, min(_FAR, v)) for v in box)
        if self.quarter == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        if self.quarter == 1:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.quarter == 2:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        return self.top - top, self.right - right, self.top - bottom, self.right - left


def quarter_of(words: Sequence[Word]) -> int:
    """How most of the text is turned."""
    turns: Counter[int] = Counter()
    for word in words:
        turns[word.style.quarter] += len(word.text)
    return max(turns, key=lambda q: (turns[q], -q)) if turns else 0


def fragments_of(words: Sequence[Word], view: View) -> list[Fragment]:
    """The words as fragments, in the order of the file."""
    out: list[Fragment] = []
    pieces: list[str] = []
    line, track = -1, 0.0
    for word in words:
        left, _, right, bottom = view.box(word.box)
        style = word.style
        base = bottom - word.drop
        last = out[-1] if out else None
        if last is not None and line == word.line and (last.style is style or last.style == style):
            gap = left - last.right
            apart = _APART * style.size + _TRACKS * max(track, word.track)
            if -_BACK * style.size < gap < apart and abs(base - last.base) < 0.2 * style.size:
                pieces += [word.text] if last.open else [" ", word.text]
                last.right = max(last.right, right)
                last.open, track = word.open, word.track or track
                continue
        if last is not None:
            last.text = "".join(pieces)
        pieces = [word.text]
        line, track = word.line, word.track
        out.append(Fragment("", left, right, base, style, len(out), open=word.open))
    if out:
        out[-1].text = "".join(pieces)
    for fragment in out:
        fragment.text = repair(fragment.text)
    return _coalesced([f for f in out if f.text and not f.text.isspace()])


def _coalesced(fragments: list[Fragment]) -> list[Fragment]:
    """Neighbours put together that the file tells apart, as files do that are written letter by letter in any order."""
    out: list[Fragment] = []
    for f in sorted(fragments, key=lambda f: (round(f.base), f.left)):
        last = out[-1] if out else None
        if last is None or abs(f.base - last.base) > 0.5 or f.style != last.style:
            out.append(f)
            continue
        gap = f.left - last.right
        if -_GLUED * f.size < gap < _NEAR * f.size:
            last.text += f.text if gap < _GLUED * f.size else " " + f.text
            last.right = max(last.right, f.right)
            last.serial = min(last.serial, f.serial)
            last.open = f.open
        else:
            out.append(f)
    return sorted(out, key=lambda f: f.serial)
