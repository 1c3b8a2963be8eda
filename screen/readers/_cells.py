"""The filled cells of a table, and which of them belong beside which."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from screen.readers._blocks import Run
from screen.readers._drafts import Draft, joined

LABEL_WIDTH = 60
"""Characters that a line of a label (a date, a place, a key) has at most."""
_LABEL_LINES = 3
"""Lines of a label …"""
_DATED_LINES = 6
"""… and of one that begins with a date, which may tell place and department below."""
_DATE_WIDTH = 40
"""Characters of a line that is a date and little else."""
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{2,4}\b|\b\d{2}\s*[-–]\s*\d{2}\b")
_DASH_END = re.compile(r"[-‐‑–—→]\s*$")
_DASH_START = re.compile(r"^\s*[-‐‑–—→]\s*")
_FULL_DATE = re.compile(r"^\s*\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\s*$")


@dataclass(slots=True)
class Filled:
    """A cell with text."""

    column: int
    span: int
    lines: list[Draft]
    """With blank lines between, none at the ends."""

    @property
    def texts(self) -> list[Draft]:
        """Its lines with text."""
        return [d for d in self.lines if not d.blank]

    @property
    def size(self) -> int:
        """Its characters."""
        return sum(len(d.text) for d in self.lines)

    @property
    def label(self) -> bool:
        """Whether it may stand on the line of what it belongs to."""
        texts = unbroken(self.texts)
        if any(d.item for d in texts):
            return False
        if self.leads:
            return len(texts) <= _DATED_LINES and all(len(d.text) <= 2 * LABEL_WIDTH for d in texts)
        return len(texts) <= _LABEL_LINES and all(len(d.text) <= LABEL_WIDTH for d in texts)

    @property
    def leads(self) -> bool:
        """Whether it begins with a date."""
        first = self.texts[0].text
        return len(first) <= _DATE_WIDTH and _DATE.search(first) is not None

    @property
    def dates(self) -> int:
        """How many of its lines hold a date."""
        return sum(_DATE.search(d.text) is not None for d in self.texts)


Row = list[Filled]


def unbroken(lines: list[Draft]) -> list[Draft]:
    """A label's lines, a period that was broken in two put together."""
    out: list[Draft] = []
    for line in lines:
        before = out[-1].text if out else ""
        broken = _DASH_END.search(before) or _DASH_START.search(line.text)
        if out and (broken or (_FULL_DATE.match(before) and _FULL_DATE.match(line.text))):
            out[-1] = Draft([*out[-1].runs, Run(" "), *line.runs], above=out[-1].above)
        else:
            out.append(line)
    return out


def aligned(label: Filled, main: Filled) -> list[int] | None:
    """For a cell with several dates beside a cell with several jobs: the main cell's line for each of them."""
    texts = unbroken(label.texts)
    if len(texts) < 2 or label.dates < 2 or any(d.item or len(d.text) > LABEL_WIDTH for d in texts):
        return None
    spots = [i for i, d in enumerate(label.lines) if not d.blank]
    filled = [i for i, d in enumerate(main.lines) if not d.blank]
    starts = [i for i in filled if i == 0 or main.lines[i - 1].blank]
    bold = [i for i in filled if main.lines[i].bold and not main.lines[i].item]
    spread = len(spots) == len(texts) and any(b - a > 1 for a, b in itertools.pairwise(spots))
    if spread and set(spots) <= {*starts, *bold}:
        return spots
    heads = next((h for h in (starts, bold) if len(h) == len(texts)), None)
    if heads is None and spread and set(spots) <= set(filled):
        return spots
    return heads or (filled if len(filled) == len(texts) else None)


def at_marks(label: Filled, main: Filled, marks: list[int], first: bool) -> list[Draft]:
    """The main cell's lines with each of the label's lines at the line marked for it."""
    texts = dict(zip(marks, unbroken(label.texts), strict=True))
    out: list[Draft] = []
    for i, line in enumerate(main.lines):
        if i not in texts:
            out.append(line)
            continue
        if line.item:
            out += [texts[i], line]
        else:
            out.append(joined((texts[i], line) if first else (line, texts[i])))
        out[-1].gap = out[-1].gap or i > 0
    return out
