"""Lines to paragraphs, paragraphs to sentences and bullets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from screen.languages import languages
from screen.model.text import Document, Line, Span

BULLET = "• "
"""What readers put before every list item."""
_MARKED = re.compile(r"\s*(?:[•·▪●○◦‣■*–—-]\s|\d{1,2}[.)]\s|[a-h]\)\s)")
_SIZE_STEP = 0.75
"""Points: a smaller difference of font size is the same size drawn twice."""
_INDENT = 6.0
"""Points: a smaller difference of left edges is the same edge."""
_FULL = 0.82
"""A line that reaches this share of its lane's width had no room for the next word, so it may go on."""
_LONG = 55
"""Characters: without geometry, a shorter line that ends in no comma was ended on purpose."""


def paragraphs(document: Document, lines: Sequence[Line]) -> tuple[tuple[Line, ...], ...]:
    """Consecutive lines (of one lane) that belong to one paragraph or one bullet."""
    edges = _edges(lines)
    out: list[list[Line]] = []
    for line in lines:
        if out and _goes_on(document.text, out[-1], line, edges):
            out[-1].append(line)
        else:
            out.append([line])
    return tuple(tuple(part) for part in out)


def _edges(lines: Sequence[Line]) -> dict[tuple[int | None, int], tuple[float, float]]:
    """The left and right edge of each lane on each page, as its lines use them."""
    out: dict[tuple[int | None, int], tuple[float, float]] = {}
    for line in lines:
        if line.look.box:
            key = (line.look.page, line.look.lane)
            left, right = out.get(key, (line.look.box.left, line.look.box.right))
            out[key] = min(left, line.look.box.left), max(right, line.look.box.right)
    return out


def _goes_on(
    text: str, part: Sequence[Line], line: Line, edges: dict[tuple[int | None, int], tuple[float, float]]
) -> bool:
    """Whether `line` belongs to the paragraph that `part` began."""
    before, look = part[-1], line.look
    if look.paragraph is not None:
        return not look.paragraph and look.lane == before.look.lane
    if look.gap and not _mid_word(text, before, line):
        return False
    if look.lane != before.look.lane or look.heading or before.look.heading:
        return False
    if _MARKED.match(line.span.of(text)) or "\t" in line.span.of(text) or "\t" in before.span.of(text):
        return False
    return _same_type(before, line) and _unended(text, part, line, edges)


def _mid_word(text: str, before: Line, line: Line) -> bool:
    """Whether a page ended in the middle of a sentence: the gap is the page's, not the writer's."""
    if before.look.page == line.look.page:
        return False
    return before.span.of(text).rstrip()[-1:] not in ".!?:" and line.span.of(text).lstrip()[:1].islower()


def _same_type(before: Line, line: Line) -> bool:
    a, b = before.look, line.look
    if a.size is not None and b.size is not None and abs(a.size - b.size) > _SIZE_STEP:
        return False
    return a.bold is None or b.bold is None or a.bold == b.bold


def _unended(
    text: str, part: Sequence[Line], line: Line, edges: dict[tuple[int | None, int], tuple[float, float]]
) -> bool:
    """Whether the line before was cut by its margin rather than ended by its writer."""
    before = part[-1]
    last, next_ = before.span.of(text).rstrip(), line.span.of(text).lstrip()
    if last.endswith(("-", "\u00ad", ",")) and next_[:1].islower():
        return True
    if before.look.box and line.look.box and (before.look.page, before.look.lane) in edges:
        return _reaches(before, line, edges, next_)
    if next_[:1].islower():
        return True
    return len(last) >= _LONG and not last.endswith(("!", "?", ":"))


def _reaches(before: Line, line: Line, edges: dict[tuple[int | None, int], tuple[float, float]], next_: str) -> bool:
    assert before.look.box
    assert line.look.box
    left, right = edges[(before.look.page, before.look.lane)]
    first_word = len(next_.split(maxsplit=1)[0]) if next_ else 0
    per_character = (line.look.box.right - line.look.box.left) / max(1, len(line.span))
    room = right - before.look.box.right
    full = before.look.box.right - left >= _FULL * (right - left) and room < (first_word + 2) * per_character + 12
    indented = line.look.box.left - before.look.box.left > _INDENT
    return full or (next_[:1].islower() and not (indented and room > 0.5 * (right - left)))


_END = re.compile(r"(?P<stop>[.!?…]+[»”\"')\]]*)(?=\s|$)|(?P<border>\t)|(?P<bullet>\n\s*(?=[•·▪●○◦‣]\s))")
_WORD_BEFORE = re.compile(r"[^\s(„“\"»/]*$")
_INITIAL = re.compile(r"[^\W\d_]$")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word.lower() for language in languages() for word in language.abbreviations)


def _ends(text: str, match: re.Match[str], start: int, stop: int) -> bool:
    """Whether the full stop ends a sentence, rather than an abbreviation, an initial or a number."""
    if match["stop"] is None or match["stop"][0] != ".":
        return True
    found = _WORD_BEFORE.search(text, start, match.start("stop"))
    word = found.group().lower() if found else ""
    rest = text[match.end() : stop].lstrip()
    if not rest:
        return True
    if rest[0].islower() or rest[0] in ",;:)":
        return False
    if word.lstrip("-").isdigit():
        return len(word) > 2
    # "mio. kr." may end a sentence where a capital follows; "adm. Dir" may not.
    return word not in _abbreviations() and not _INITIAL.match(word)


def sentences(text: str, span: Span) -> tuple[Span, ...]:
    """The sentences within one paragraph; abbreviations ("mio. kr.", "bl.a.", "adm. dir.") end none."""
    out: list[Span] = []
    start = span.start
    for match in _END.finditer(text, span.start, span.end):
        if match.start() >= start and _ends(text, match, start, span.end):
            out += _trimmed(text, start, match.end("stop") if match["stop"] else match.start())
            start = match.end()
    return tuple(out + _trimmed(text, start, span.end))


def _trimmed(text: str, start: int, end: int) -> list[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [Span(start, end)] if end > start else []
