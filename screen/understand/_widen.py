"""How far a title and an employer reach in their part of a head, beyond the words that tell them."""

from __future__ import annotations

import re

from screen.lexicon import reading
from screen.model.text import Span
from screen.understand._words import phrases, words

LONGEST_MORE = 8
"""Words that a title may go on with."""
LONGEST_PART = 6
"""Words of a department or a town behind an employer."""
LONGEST_BEFORE = 3
"""Words of a title that no list knows before "og senere …"."""
_BRACKETS = re.compile(r"\s*\([^()]{1,40}\)")
_PART = re.compile(r"(,?)\s+([^,()]+)")
_SEAT = re.compile(r"\s+(\w+)\s+([A-ZÆØÅÄÖ][^,()\t]*)")
_NEXT = re.compile(r",\s+([^,()\t]+)")


def wide_title(text: str, title: Span, stop: int) -> Span:
    """A title with what was before "og senere", and with its lower-case additions up to `stop`.

    "Elev og senere | butiksassistent", "Vicedirektør |, medlem af direktionen", "Koncerndirektør | (COO)".
    """
    start = _begin(text, title.start)
    end = title.end
    while end < stop and (more := _more(text, end, stop)) > end:
        end = more
    added = text[title.end : end].split()
    return Span(start, end if len(added) <= LONGEST_MORE else title.end)


def _begin(text: str, start: int) -> int:
    before = text[:start].rstrip()
    joined = next((m for m in phrases("later").finditer(before) if m.end() == len(before)), None)
    if joined is None:
        return start
    first = before[: joined.start()].split()
    named = 0 < len(first) <= LONGEST_BEFORE and not reading.organisation(before[: joined.start()])
    return len(text) - len(text.lstrip()) if named else start


def _more(text: str, end: int, stop: int) -> int:
    """Where the next addition to a title ends; `end` where there is none."""
    brackets = _BRACKETS.match(text, end, stop)
    if brackets is not None:
        return end if reading.organisation(brackets.group().strip(" ()")) else brackets.end()
    part = _PART.match(text, end, stop)
    if part is None:
        return end
    said = _until_place(part.group(2))
    return part.start(2) + len(said) if said and _adds(said, bool(part.group(1))) else end


def _until_place(part: str) -> str:
    """A part up to "ved", "hos", "i" before a name."""
    for place in phrases("in_place").finditer(part):
        after = part[place.end() :].lstrip()
        if not after or after[0].isupper():
            return part[: place.start()].rstrip()
    return part.rstrip()


def _adds(said: str, comma: bool) -> bool:
    """Whether a part adds to a title: begun in lower case, with no title of another's."""
    if phrases("later").match(said):
        return True
    role = phrases("as_lead").match(said)
    if role is not None and (as_what := reading.title_span(said[role.end() :].lstrip())) is not None:
        return as_what.start == 0
    if said in words("of") or not said[0].islower() or (said.split(maxsplit=1)[0] in words("in_place") and comma):
        return False
    other = reading.title_span(said)
    return other is None or other.start == 0


def wide_employer(text: str, employer: Span) -> Span:
    """An employer with its closing bracket, and with the department or town that follows a comma."""
    start, end = employer.start, employer.end
    before = text[:start].rsplit(maxsplit=1)
    if before and before[-1] in words("articles") and text[start - 1 : start] == " ":
        start -= len(before[-1]) + 1
    if text.count("(", employer.start, end) > text.count(")", employer.start, end) and text[end : end + 1] == ")":
        end += 1
    seat = _SEAT.match(text, end)
    if seat is not None and seat.group(1) in words("in_place") and _department(seat.group(2)):
        end = seat.end(2)
    while (part := _NEXT.match(text, end)) is not None and _department(part.group(1)):
        end = part.end(1)
    return Span(start, end)


def _department(part: str) -> bool:
    plain = part[0].isupper() and not any(c.isdigit() for c in part) and len(part.split()) <= LONGEST_PART
    return plain and reading.title_span(part) is None
