"""A posting's sentences and bullets, each with what the heading above it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from screen.criteria.draft._words import bare, listed, pattern
from screen.grammar.sentences import BULLET, paragraphs, sentences
from screen.model.text import Document, Line, Span
from screen.wording import one_line

Part = Literal["asks", "personal", "other", ""]
"""What the heading above says: what is asked for, who one should be, something else, nothing."""
Strength = Literal["must", "wish", ""]
_LONGEST_HEADING = 6
"""Words."""
_NUMBER = re.compile(r"^\(?\d{1,2}[.)]\s+(?=\D)")
"""Before an item of a numbered list."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence or bullet of the posting."""

    text: str
    part: Part
    strength: Strength = ""
    """What the heading says of it: "Essential", "Ønskeligt"."""


def sentences_of(document: Document) -> Iterator[Sentence]:
    """Every sentence; a short line that the lists know as a heading tells what the next ones are about."""
    part: Part = ""
    strength: Strength = ""
    runs = list(_runs(document))
    wholes = [one_line(run.of(document.text)) for run in runs]
    for at, (run, whole) in enumerate(zip(runs, wholes, strict=True)):
        heading = _heading(whole, before_list=_is_item(wholes[at + 1]) if at + 1 < len(wholes) else False)
        if heading is not None:
            part, strength = heading, strength_of(whole)
            continue
        if part and not _is_item(whole) and pattern("offers").match(whole):
            # It leaves the list that the heading opened.
            part, strength = "", ""
        for span in sentences(document.text, run):
            text = _NUMBER.sub("", one_line(span.of(document.text)).removeprefix(BULLET)).strip()
            if text:
                yield Sentence(text, part, strength)


def strength_of(text: str) -> Strength:
    """How strongly a text asks."""
    return "wish" if pattern("wish").search(text) else "must" if pattern("must").search(text) else ""


def _runs(document: Document) -> Iterator[Span]:
    """The paragraphs; where lines end without a mark, also parted at those that ask anew or are headings."""
    for lines in paragraphs(document, document.lines):
        first = lines[0]
        for before, line in pairwise(lines):
            if _begins_anew(document, before, line):
                yield Span(first.span.start, before.span.end)
                first = line
        yield Span(first.span.start, lines[-1].span.end)


def _begins_anew(document: Document, before: Line, line: Line) -> bool:
    text = one_line(line.span.of(document.text))
    above = one_line(before.span.of(document.text))
    if _heading(text, before_list=False) is not None or _heading(above, before_list=False) is not None:
        return True
    if above[-1:] in ",;" or above.endswith("-") or not text[:1].isupper():
        return _NUMBER.match(text) is not None
    return any(pattern(key).match(text) for key in ("asks", "offers")) or _NUMBER.match(text) is not None


def _is_item(paragraph: str) -> bool:
    return paragraph.startswith(BULLET.strip()) or _NUMBER.match(paragraph) is not None


def _heading(text: str, before_list: bool) -> Part | None:
    """What a heading, or the words before a list, opens; `None` where the text is neither."""
    if len(text.split()) > _LONGEST_HEADING or text.endswith(".") or _is_item(text):
        return None
    plain = bare(text)
    kinds: tuple[tuple[str, Part], ...] = (
        ("heading_personal", "personal"), ("heading_asks", "asks"), ("heading_other", "other"),
    )  # fmt: skip
    known = next((part for key, part in kinds if plain in listed(key)), None)
    if known is None and before_list:
        leads: tuple[tuple[str, Part], ...] = (("offers", "other"), ("asks", "asks"))
        return next((part for key, part in leads if pattern(key).search(plain)), "")
    return known
