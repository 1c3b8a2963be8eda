"""Paragraphs of running text, and the head that some of them begin with."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import cache

from screen.grammar.dates import Dated
from screen.grammar.sentences import sentences
from screen.languages import languages
from screen.lexicon import reading
from screen.model.text import Line, Span
from screen.understand._widen import wide_title
from screen.understand._words import phrases

WORD = re.compile(r"[^\W\d_][\w'’&./-]*")
END = re.compile(r"[.!?;]\s*[\"”»)]?\s*$")
_LAST = re.compile(r"([^\s(]+)\.\s*[\"”»)]?\s*$")
_STOP = re.compile(r"\.\s+(?=[A-ZÆØÅÄÖ])")
LONGEST_LINE = 200
"""Characters in which a head ends, if it does."""
LONGEST_HEAD = 16
"""Words: more is a sentence, not a title with its employer."""


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word.lower() for language in languages() for word in language.abbreviations)


SHORTEST_WORD = 3
"""Letters of a capitalised word that closes no sentence: "Nykøbing Sj.", "Kbh."."""


def abbreviated(text: str) -> bool:
    """Whether the full stop at the end belongs to an abbreviation or an initial ("a.m.b.a.", "mv.", "Inc.")."""
    last = _LAST.search(text)
    word = last.group(1).lower() if last else ""
    return bool(word) and (
        word in _abbreviations()
        or (len(word) == 1 and word.isalpha())
        or (len(word) <= SHORTEST_WORD and last.group(1).istitle())  # type: ignore[union-attr]
        or ("." in word and word.replace(".", "").isalpha())
    )


def running(text: str, part: Sequence[Line]) -> bool:
    """Whether a paragraph of several lines is running text: long, or ended by a full stop."""
    if len(part) < 2:
        return False
    whole = text[part[0].span.start : part[-1].span.end]
    words = WORD.findall(whole)
    return len(words) > LONGEST_HEAD or bool(END.search(whole) and not abbreviated(whole.strip()))


def head_end(text: str, part: Sequence[Line], dates: tuple[Dated, ...]) -> int | None:
    """Where a head ends that the paragraph's own text follows: "Rektor, Vestby Skole, 2014–19. Leder af …"."""
    periods = [d for d in dates if d.kind == "period" and d.first]
    whole = Span(part[0].span.start, part[-1].span.end)
    if not periods:
        return _undated_head(text, whole) if any(d.kind == "duration" for d in dates) else None
    if (alone := _dates_alone(text, whole, periods)) is not None:
        return alone
    for end in (*_first_ends(text, whole), *employer_ends(text, whole), *_line_ends(text, part, periods)):
        head = Span(whole.start, end)
        dated = [d.span for d in periods if head.holds(d.span)]
        if dated and _told(text[end : whole.end]) and _reads_as_head(text, head, dated):
            return end
    return whole.end if all_head(text, whole, periods) else None


def all_head(text: str, whole: Span, periods: Sequence[Dated]) -> bool:
    """A head whose full stop only closes it: "Museumsdirektør på Ålund Museum,", "siden 2012."."""
    said = " ".join(whole.of(text).split())
    return said[:1].isalnum() and is_entry(text, whole, periods) and reading.employer_span(said) is not None


def is_entry(text: str, span: Span, dates: Sequence[Dated]) -> bool:
    """Whether a line is an entry's head by itself: its period at an edge, and a title that begins the rest."""
    dated = [d.span for d in dates if d.kind == "period" and d.first]
    said = " ".join(span.of(text).split())
    if len(dated) != 1 or len(WORD.findall(said)) > LONGEST_HEAD or phrases("first_person").search(said):
        return False
    leads = not text[span.start : dated[0].start].strip(" \t•([")
    closes = not text[dated[0].end : span.end].strip(" \t).,:")
    title = reading.title_span(text[dated[0].end if leads else span.start : span.end].strip(" \t–—-:,"))
    return (leads or closes) and title is not None and not title.start


def _dates_alone(text: str, whole: Span, periods: Sequence[Dated]) -> int | None:
    """The end of a first sentence that is a period: "Fra 1999 til 2003. Dækkede dyrskuer …"."""
    end = next(iter(_first_ends(text, whole)), whole.end)
    closed = end < whole.end and text[end] == " " and not any(d.span.end >= end for d in periods if d.span.start < end)
    return end if closed and only_dates(text, Span(whole.start, end), periods) else None


def _undated_head(text: str, whole: Span) -> int | None:
    """The end of a head without dates, whose text states how long: "Direktør, Holm Anlæg ApS. Seksten år."."""
    for end in (*_first_ends(text, whole), *employer_ends(text, whole)):
        said = " ".join(text[whole.start : end].split())
        title, employer = reading.title_span(said), reading.employer_span(said)
        short = len(WORD.findall(said)) <= LONGEST_HEAD and not phrases("first_person").search(said)
        if short and title and not title.start and employer and _told(text[end : whole.end]):
            return end
    return None


SHORTEST_TEXT = 8
"""Words behind a head that make a text even without a full stop."""


def _told(rest: str) -> bool:
    """Whether what follows a head is its text: closed by a full stop, or long."""
    words = WORD.findall(rest)
    return len(words) >= SHORTEST_TEXT or (bool(words) and bool(END.search(rest)))


def only_dates(text: str, span: Span, dates: Sequence[Dated]) -> bool:
    """Whether a line holds a period and no word besides."""
    left = list(span.of(text))
    for d in dates:
        a, b = max(span.start, d.span.start) - span.start, d.span.end - span.start
        left[a:b] = " " * len(left[a:b])
    return any(d.kind == "period" for d in dates) and not WORD.search("".join(left))


def head_under_dates(text: str, part: Sequence[Line], above: str = "alone") -> int | None:
    """The end of a head that stands under its dates and goes on as text: "Museumschef på Fjordmuseet. Vi blev …".

    Under the name of a stage with its dates ("Årene i Nordhavn (2008–2015)") it must name the employer too.
    """
    whole = Span(part[0].span.start, part[-1].span.end)
    said = text[whole.start : whole.end]
    title = reading.title_span(said)
    if title is None or wide_title(said, title, title.end).start:
        return None
    stage = above == "stage"
    most = LONGEST_HEAD if stage else SHORTEST_TEXT
    ends = [*_first_ends(text, whole), *(employer_ends(text, whole) if stage else ())]
    ends = [end for end in sorted(ends) if len(WORD.findall(text[whole.start : end])) <= most]
    if stage:
        return next((end for end in ends if reading.employer_span(text[whole.start : end])), None)
    return next(iter(ends), None) if len(part) == 1 or ends else None


def entries_of_list(text: str, part: Sequence[Line], dates: Sequence[Dated]) -> bool:
    """Whether every line of a paragraph ends with a period: they are a list, not running text."""
    ends = {d.span.end for d in dates if d.kind == "period" and d.first}
    return len(part) > 1 and all(any(0 <= line.span.end - end <= 1 for end in ends) for line in part)


MOST_HEAD_LINES = 3
"""Lines of a head that its text follows in the same paragraph."""
MOST_CELLS = 3
"""Cells of a row that a head may take before its text: the dates, the title, the employer."""


def _first_ends(text: str, whole: Span) -> list[int]:
    """The end of the first sentence: cells before it are no sentences of their own."""
    ends = [span.end for span in sentences(text, whole)[:MOST_CELLS]]
    return [end for end in ends if text[end - 1] in ".!?"][:1]


def employer_ends(text: str, whole: Span) -> list[int]:
    """The ends of names whose own full stop may close a sentence: "Projektchef, Holm & Bech A/S. Leder for …"."""
    ends = [whole.start + m.start() + 1 for m in _STOP.finditer(whole.of(text)[:LONGEST_LINE])]
    found = [(end, reading.employer_span(text[whole.start : end])) for end in ends]
    return [end for end, employer in found if employer and end - whole.start - employer.end <= 1]


def _line_ends(text: str, part: Sequence[Line], periods: Sequence[Dated]) -> list[int]:
    """The ends of the first lines of running text, as far as no further period follows on the next."""
    if not running(text, part):
        return []
    pairs = itertools.pairwise(part[: MOST_HEAD_LINES + 1])
    return [a.span.end for a, b in pairs if not any(b.span.holds(d.span) for d in periods)]


def _reads_as_head(text: str, head: Span, dated: Sequence[Span]) -> bool:
    """Whether a run with a period is a head rather than told.

    It names title and employer, or one of them with the period at its beginning or at a line's end.
    """
    said = " ".join(head.of(text).split())
    if len(WORD.findall(said)) > LONGEST_HEAD or phrases("first_person").search(said):
        return False
    employer, title = reading.employer_span(said), reading.title_span(said)
    leads = any(not text[head.start : s.start].strip(" \t•([") for s in dated)
    closes = text[head.end - 1] not in ".!?" and any(not text[s.end : head.end].strip(" \t)],:") for s in dated)
    if title is None:
        return closes and employer is not None and reading.organisation(employer.of(said))
    return employer is not None or leads or closes
