"""Lines to paragraphs: what goes on, and what was begun anew."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from screen.grammar.dates import find_dates
from screen.languages import languages
from screen.model.text import Document, Line, Look

_MARKED = re.compile(r"\s*(?:[•·▪●○◦‣■*–—-]\s|\d{1,2}[.)]\s|[a-h]\)\s)")
_SIZE_STEP = 0.75
"""Points: a smaller difference of font size is the same size drawn twice."""
_INDENT = 4.0
"""Points: a smaller difference of left edges is the same edge."""
_FULL = 0.82
"""A line that reaches this share of its lane's width had no room for the next word, so it may go on."""
_WRAPPED = 3
"""So many full lines show that a lane's text is broken by its margin; a list of short items has fewer."""
_LONG = 55
"""Characters: without geometry, a shorter line was ended on purpose."""
_SLACK = 12.0
"""Points of room beside the next word's width: hyphenation and wide letters."""


@dataclass(frozen=True, slots=True)
class Lane:
    """How far a lane's lines reach on one page."""

    left: float
    right: float
    full: int = 0
    """Lines that reach the right edge."""

    def share(self, look: Look) -> float:
        """How much of the lane's width a line reaches."""
        assert look.box
        return (look.box.right - self.left) / max(1.0, self.right - self.left)


Lanes = Mapping[tuple[int | None, int], Lane]


def lanes(lines: Sequence[Line]) -> Lanes:
    """The lanes of each page, as their lines use them."""
    edges: dict[tuple[int | None, int], Lane] = {}
    for line in lines:
        if box := line.look.box:
            key = (line.look.page, line.look.lane)
            old = edges.get(key, Lane(box.left, box.right))
            edges[key] = Lane(min(old.left, box.left), max(old.right, box.right))
    counts = dict.fromkeys(edges, 0)
    for line in lines:
        key = (line.look.page, line.look.lane)
        if line.look.box and edges[key].share(line.look) >= _FULL:
            counts[key] += 1
    return {key: Lane(lane.left, lane.right, counts[key]) for key, lane in edges.items()}


def goes_on(document: Document, part: Sequence[Line], line: Line, known: Lanes) -> bool:
    """Whether `line` belongs to the paragraph that `part` began."""
    text, before, look = document.text, part[-1], line.look
    if look.lane != before.look.lane:
        return False
    if look.paragraph is not None:
        return not look.paragraph
    here, last = line.span.of(text), before.span.of(text)
    if _apart(before, line, here, last) or _begins(here, last):
        return False
    return _same_type(before, line, here) and _unended(part, line, text, known)


def _apart(before: Line, line: Line, here: str, last: str) -> bool:
    """Whether white space, a heading or a mark parts the lines."""
    if line.look.heading or before.look.heading or _MARKED.match(here):
        return True
    return line.look.gap and not _over_page(before, line, here, last)


def _over_page(before: Line, line: Line, here: str, last: str) -> bool:
    """Whether a page ended within a sentence: the gap is the page's, not the writer's."""
    return before.look.page != line.look.page and last.rstrip()[-1:] not in ".!?:" and here.lstrip()[:1].islower()


def _begins(here: str, last: str) -> bool:
    """Whether the line is a table's row, or begins with a period as an entry does."""
    if "\t" in here or ("\t" in last and not last.endswith((",", "-"))):
        return True
    if not any(map(str.isdigit, here)):
        return False
    first = next(iter(find_dates(here)), None)
    if not first or first.kind != "period" or first.span.start > 2 or _hangs(last):
        return False
    # "Næstformand, Vestvand,⏎(siden 2018)": the period ends an entry instead.
    return not (last.endswith(",") or here.lstrip().startswith("("))


def _same_type(before: Line, line: Line, here: str) -> bool:
    """Whether both are set alike; a bold title may go on in plain letters, in lower case."""
    a, b = before.look, line.look
    if a.size is not None and b.size is not None and abs(a.size - b.size) > _SIZE_STEP:
        return False
    return a.bold is None or b.bold is None or a.bold == b.bold or here.lstrip()[:1].islower()


@cache
def _hanging() -> frozenset[str]:
    """Words that end no line: something must follow."""
    return frozenset(
        word
        for language in languages()
        for word in (*language.joiners, *language.headings.prepositions, *language.dates.since, *language.dates.start)
    )


def _hangs(last: str) -> bool:
    """Whether a line ends in the middle: a hyphen, or a word that leads on."""
    words = last.rsplit(maxsplit=1)
    return last.endswith(("-", "\u00ad")) or bool(words and words[-1].lower() in _hanging())


def _unended(part: Sequence[Line], line: Line, text: str, known: Lanes) -> bool:
    """Whether the line before was cut by its margin rather than ended by its writer."""
    before = part[-1]
    last, here = before.span.of(text).rstrip(), line.span.of(text).lstrip()
    if _hangs(last) or (last.endswith(",") and (here[:1].islower() or here[:1].isdigit())):
        return True
    if here.startswith("(") and last[-1:] not in ".!?:":
        return True
    lane = known.get((before.look.page, before.look.lane))
    if before.look.box and line.look.box and lane:
        return _by_place(part, line, here, text, lane)
    if here[:1].islower():
        return True
    return len(last) >= _LONG and not last.endswith(("!", "?", ":"))


def _by_place(part: Sequence[Line], line: Line, here: str, text: str, lane: Lane) -> bool:
    """As `_unended`, by where the lines stand: a hanging indent, a full line, or lower case."""
    first, before, box = part[0].look.box, part[-1].look.box, line.look.box
    assert first
    assert before
    assert box
    if _MARKED.match(part[0].span.of(text)) and box.left - first.left > _INDENT:
        # It hangs under the text of its bullet.
        return True
    width = (box.right - box.left) / max(1, len(line.span))
    room = lane.right - before.right
    full = lane.share(part[-1].look) >= _FULL and room < (len(here.split(maxsplit=1)[0]) + 2) * width + _SLACK
    if here[:1].islower():
        return full or box.left - before.left <= _INDENT or room < 0.5 * (lane.right - lane.left)
    return full and lane.full >= _WRAPPED
