"""What part of a document each line belongs to: the head, personal details, career, somebody else's, or neither."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from screen.identity._facts import Where
from screen.identity._flat import Flat
from screen.identity._headings import heading_of
from screen.model.cv import SectionKind
from screen.model.text import Document, Line

_CAREER: frozenset[SectionKind] = frozenset(
    {"experience", "education", "courses", "results", "projects", "publications"}
)
HEAD_LINES = 12
"""Lines before the first heading that can be the head; what follows them is running text."""
LONG = 70
"""Characters: a longer line is prose, which ends a head."""


def _kinds(document: Document) -> list[SectionKind | None]:
    """Each line's section, by the last heading in its column."""
    current: dict[int, SectionKind | None] = {}
    out: list[SectionKind | None] = []
    for line in document.lines:
        kind = heading_of(line.span.of(document.text))
        if kind is not None and not line.look.furniture:
            current[line.look.lane] = kind
        out.append(current.get(line.look.lane))
    return out


def parts_of(document: Document, flat: Flat) -> list[tuple[int, Where]]:
    """(place in the flat text, part) for each line, in order."""
    out: list[tuple[int, Where]] = []
    seen: dict[int, int] = {}
    prose: set[int] = set()
    for line, kind, start in zip(document.lines, _kinds(document), _starts(document, flat), strict=True):
        lane = line.look.lane
        seen[lane] = seen.get(lane, 0) + 1
        if len(line.span) > LONG and "\t" not in line.span.of(document.text):
            prose.add(lane)
        out.append((start, _where(line, kind, seen[lane], lane in prose)))
    return out


def _where(line: Line, kind: SectionKind | None, count: int, prose: bool) -> Where:
    if line.look.furniture or kind == "personal":
        return "personal"
    if kind is None:
        head = count <= HEAD_LINES and line.look.page in (None, 1) and not prose
        return "personal" if head else "open"
    return "career" if kind in _CAREER else "open"


def _starts(document: Document, flat: Flat) -> list[int]:
    """Where each line begins in the flat text."""
    return [flat.flat(line.span.start) for line in document.lines]


def speaks_of_others(document: Document, flat: Flat) -> Callable[[int], bool]:
    """Whether a place stands among the references."""
    starts = _starts(document, flat)
    others = [kind == "references" for kind in _kinds(document)]

    def told(at: int) -> bool:
        index = bisect_right(starts, at) - 1
        return index >= 0 and others[index]

    return told
