"""A line in the making: runs of text that become one `RawLine`."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from screen.model.text import Look, RawLine
from screen.readers._blocks import LINE_BREAK, Para, Run
from screen.readers._glyphs import bulleted, join_spaced, repair, smuggled

_BOLD_SHARE = 0.6
"""Of a line's letters, from where it looks bold: "Direktør, Vestby\t2018" has a bold title and plain dates."""
_HEADING_LENGTH = 120
"""Characters beyond which a paragraph in a heading's style is no heading."""
_TITLE_LENGTH = 60
"""Characters of a numbered heading."""
_COLUMNS = re.compile(r" {3,}")
"""Spaces that somebody set out columns with."""
_BLANKS = re.compile(r" {2,}")
_AROUND_TAB = re.compile(r" *\t[ \t]*")


@dataclass(slots=True)
class Draft:
    """A line: runs, and what will be its look."""

    runs: list[Run]
    paragraph: bool | None = True
    item: bool = False
    heading: bool = False
    above: float = 0.0
    gap: bool = False
    lane: int = 0
    furniture: bool = False
    text: str = field(default="")
    """The plain characters, for measuring."""

    def __post_init__(self) -> None:
        self.text = " ".join("".join(r.text for r in self.runs).split(" ")).strip()

    @property
    def blank(self) -> bool:
        """Whether there is nothing in it, not even hidden."""
        return not self.text

    @property
    def bold(self) -> bool:
        """Whether it looks bold."""
        return _look(self.runs)[0]


def drafts_of(para: Para) -> list[Draft]:
    """The paragraph's lines: one, and one more for each line break in it."""
    lines: list[list[Run]] = [[]]
    for run in para.runs:
        first, *more = run.text.split(LINE_BREAK)
        lines[-1].append(replace(run, text=first) if more else run)
        lines += [[replace(run, text=part)] for part in more]
    heading = para.heading and len(para.text) <= _HEADING_LENGTH
    # Whether a line broken by hand goes on with the one before or is a line of its own is not told by the format.
    drafts = [Draft(runs, paragraph=None, heading=heading, furniture=para.paged) for runs in lines]
    out = [d for d in drafts if not d.blank] or drafts[:1]
    for before, draft in itertools.pairwise(drafts):
        if before.blank:
            draft.paragraph = draft.gap = True
    out[0].paragraph, out[0].gap, out[0].above = True, False, para.above
    out[0].item = para.item and not heading and not (para.numbered and _is_title(out))
    return out


def _is_title(lines: list[Draft]) -> bool:
    """Whether a counted paragraph is a heading that its author numbered: short and bold."""
    return len(lines) == 1 and lines[0].bold and len(lines[0].text) <= _TITLE_LENGTH


def joined(drafts: Iterable[Draft]) -> Draft:
    """Lines of cells on one row as one line, parted by TABs."""
    parts = list(drafts)
    runs = list(parts[0].runs)
    for part in parts[1:]:
        runs += [Run("\t"), *part.runs]
    return Draft(
        runs,
        paragraph=True,
        item=parts[0].item,
        heading=all(p.heading for p in parts),
        above=max(p.above for p in parts),
        gap=any(p.gap for p in parts),
        lane=parts[0].lane,
    )


def raw_line(draft: Draft) -> RawLine:
    """The finished line: letters mended, spaces tidied, a list item marked."""
    text, hidden = _tidied(draft.runs)
    text, shift, marked = _marked(text, draft.item)
    bold, size = _look(draft.runs)
    look = Look(
        lane=draft.lane,
        paragraph=draft.paragraph,
        gap=draft.gap,
        heading=draft.heading and not marked,
        size=size,
        bold=bold,
        furniture=draft.furniture,
    )
    moved = ((max(0, a + shift), b + shift, why) for a, b, why in hidden)
    return RawLine(text, look, tuple(h for h in moved if h[0] < h[1]))


def _marked(text: str, item: bool) -> tuple[str, int, bool]:
    """The text with its bullet, by how much that moved it, and whether it has one."""
    new, marked = bulleted(text)
    if item and not marked:
        new, marked = "• " + text.lstrip(), True
    return new, len(new) - len(text), marked


def _look(runs: list[Run]) -> tuple[bool, float | None]:
    sizes: Counter[float | None] = Counter()
    letters = bold = 0
    for run in runs:
        count = sum(map(str.isalpha, run.text))
        letters += count
        bold += count if run.bold else 0
        sizes[run.size] += len(run.text.strip())
    size = max(sizes, key=lambda s: sizes[s]) if sizes else None
    return letters > 0 and bold >= _BOLD_SHARE * letters, size


def _pieces(runs: list[Run]) -> list[tuple[str, str | None]]:
    """Text by why it is hidden, neighbours put together; what tag characters spell stands apart."""
    out: list[tuple[str, str | None]] = []
    for run in runs:
        if out and out[-1][1] == run.why:
            out[-1] = (out[-1][0] + run.text, run.why)
        else:
            out.append((run.text, run.why))
    spelt = [(text, why, smuggled(text)) for text, why in out]
    if not any(s for _, _, s in spelt):
        return out
    return [p for text, why, s in spelt for p in ((text, why), (f" {s}" if s else "", "invisible-characters"))]


def _tidied(runs: list[Run]) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    text, hidden = "", []
    for piece, why in _pieces(runs):
        new = _plain(join_spaced(repair(piece)))
        if not text or text[-1] in " \t":
            new = new.lstrip(" \t") if not text or text[-1] == "\t" else new.lstrip(" ")
        if new.startswith("\t"):
            text = text.rstrip(" ")
        if why and new.strip():
            before = len(new) - len(new.lstrip())
            hidden.append((len(text) + before, len(text) + len(new.rstrip()), why))
        text += new
    text = text.rstrip()
    return text, tuple(hidden)


def _plain(text: str) -> str:
    if "  " in text:
        text = _BLANKS.sub(" ", _COLUMNS.sub("\t", text))
    return _AROUND_TAB.sub("\t", text) if "\t" in text else text
