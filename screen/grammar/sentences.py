"""Lines to paragraphs, paragraphs to sentences and bullets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from screen.grammar._paragraphs import goes_on, lanes
from screen.languages import languages
from screen.model.text import Document, Line, Span

BULLET = "• "
"""What readers put before every list item."""


def paragraphs(document: Document, lines: Sequence[Line]) -> tuple[tuple[Line, ...], ...]:
    """Consecutive lines (of one lane) that belong to one paragraph or one bullet."""
    known = lanes(lines)
    out: list[list[Line]] = []
    for line in lines:
        if out and goes_on(document, out[-1], line, known):
            out[-1].append(line)
        else:
            out.append([line])
    return tuple(tuple(part) for part in out)


_END = re.compile(r"(?P<stop>[.!?…]+[»”\"')\]]*)(?=\s|$)|(?P<border>\t|(?:(?<=\s)|(?<=^))(?=•\s))")
_WORD_BEFORE = re.compile(r"[^\s(„“\"»/]*$")
_LONGEST_WORD = 40
"""Characters: as far back as an abbreviation may begin."""


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str]]:
    """All of them, and those that may end a sentence as well ("mio. kr.")."""
    listed = languages()
    return (
        frozenset(word.lower() for language in listed for word in language.abbreviations),
        frozenset(word.lower() for language in listed for word in language.closing),
    )


def _ends(text: str, match: re.Match[str], start: int, stop: int) -> bool:
    """Whether the mark ends a sentence, rather than an abbreviation, an initial or a number."""
    if match["stop"] is None or match["stop"][0] != ".":
        return True
    found = _WORD_BEFORE.search(text, max(start, match.start("stop") - _LONGEST_WORD), match.start("stop"))
    word = found.group().lower().lstrip("-–") if found else ""
    rest = text[match.end() : stop].lstrip()
    if not rest:
        return True
    if rest[0].islower() or rest[0] in ",;:)":
        return False
    if word.isdigit():
        # Two digits before a full stop are a day or an ordinal.
        return len(word) > 2
    return _whole(word) or (word in _abbreviations()[1] and _begins(rest))


def _whole(word: str) -> bool:
    """Whether it is a word of its own: no abbreviation, no initial."""
    listed = _abbreviations()[0]
    return len(word) > 1 and word not in listed and word.rsplit(".", 1)[-1] not in listed


def _begins(rest: str) -> bool:
    """Whether what follows "mio." or "kr." is a sentence's first word, not a currency or a number."""
    first = rest.split(maxsplit=1)[0].rstrip(".,;:")
    return (
        first[:1].isupper()
        and not (first.isupper() and 1 < len(first) < 4)
        and first.lower() not in _abbreviations()[1]
    )


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
