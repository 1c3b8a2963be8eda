"""Every visible line, as sentences and bullets with what they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from screen.grammar.sentences import paragraphs, sentences
from screen.model.cv import Passage, SectionKind, Statement
from screen.model.text import Document, Span
from screen.understand._row import Row

_SPLIT = re.compile(r"[,;|·•/\t\n]| og | and | och ")
LONGEST_KEYWORD = 5
"""Words between two commas of a bare list."""
MANY = 4
"""Items that make a list wherever it stands."""


def bare_list(text: str, fewest: int = 1) -> bool:
    """A list of words: at least `fewest` short items without a verb's full stop, an amount or a colon."""
    if re.search(r"\d|:", text) or re.search(r"[.!?]\s*$", text.strip()):
        return False
    items = [i for i in _SPLIT.split(text) if i.strip()]
    return len(items) >= fewest and all(len(i.split()) <= LONGEST_KEYWORD for i in items)


def _spans(document: Document, text: str, rows: Sequence[Row]) -> list[Span]:
    out: list[Span] = []
    for paragraph in paragraphs(document, [r.line for r in rows]):
        whole = Span(paragraph[0].span.start, paragraph[-1].span.end)
        out += [s for s in sentences(text, whole) if s.of(text).strip()]
    return out


def say(
    document: Document,
    text: str,
    rows: Sequence[Row],
    section: SectionKind,
    *,
    position: int | None = None,
    study: int | None = None,
    heading: bool = False,
    letter: bool = False,
) -> list[Statement]:
    """The statements of consecutive rows that belong together."""
    out: list[Statement] = []
    for run in _runs(rows):
        for span in _spans(document, text, run):
            loose = position is None and study is None
            listed = section == "skills" or (loose and run[0].line.look.lane > 0)
            keywords = (listed or loose) and bare_list(span.of(text), 1 if listed else MANY)
            out.append(
                Statement(
                    passage=Passage(document.path, span),
                    section=section,
                    position=position,
                    study=study,
                    heading=heading,
                    letter=letter,
                    keywords=not heading and not letter and keywords,
                )
            )
    return out


def _runs(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows of one lane that follow each other in the document, so that no paragraph spans two columns."""
    out: list[list[Row]] = []
    for row in rows:
        near = bool(out) and out[-1][-1].line.look.lane == row.line.look.lane
        if near and 0 < row.line.span.start - out[-1][-1].line.span.end <= 2:
            out[-1].append(row)
        else:
            out.append([row])
    return out
