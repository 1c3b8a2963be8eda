"""A posting as it is read: its title, who hires, the last day to apply, its sentences and the part they stand in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

from screen.criteria.draft._sentences import Sentence, sentences_of
from screen.criteria.draft._words import pattern
from screen.grammar.language import detect
from screen.grammar.sentences import BULLET
from screen.languages import languages
from screen.lexicon import reading
from screen.model.text import Document
from screen.wording import one_line

_LONGEST_TITLE = 90
"""Characters of a line that may be the posting's title."""
_LONGEST_CAPITALS = 5
"""Letters of a title that stays in capitals: "CFO"."""
_FIRST_LINES = 12
"""Lines in which the title stands."""


@dataclass(frozen=True, slots=True)
class Posting:
    """What a draft begins with."""

    title: str | None
    organisation: str | None
    deadline: date | None
    language: str
    sentences: tuple[Sentence, ...]


def read_posting(document: Document) -> Posting:
    """The posting of a document."""
    told = tuple(sentences_of(document))
    lines = [one_line(line.span.of(document.text)) for line in document.lines]
    heads = [line.removeprefix(BULLET) for line in lines[:_FIRST_LINES] if len(line) <= _LONGEST_TITLE]
    texts = [*heads, *(s.text for s in told)]
    return Posting(
        title=_title(heads, [s.text for s in told]),
        organisation=_organisation(texts),
        deadline=_deadline([s.text for s in told]),
        language=detect(document.text),
        sentences=told,
    )


# --- title and organisation ---------------------------------------------------------------------------------------


def _title(heads: Sequence[str], told: Sequence[str]) -> str | None:
    """The post's title: that of the first line that has one, else of the first sentence that seeks somebody."""
    for line in (*heads, *told):
        for text in (*_behind_seeks(line), *([] if pattern("not_title").match(line) else [line])):
            span = reading.title_span(text)
            if span is not None:
                return _capitalised(span.of(text))
    return next((line for line in heads if not pattern("not_title").match(line)), None)


def _capitalised(title: str) -> str:
    """A title as a posting's head has it: "KOK" and "kok" are "Kok", "IT-chef" stays."""
    low = title.lower() if title.isupper() and len(title) > _LONGEST_CAPITALS else title
    return low[:1].upper() + low[1:]


def _behind_seeks(line: str) -> Iterator[str]:
    for found in pattern("seeks").finditer(line):
        yield line[found.end() :].strip(" :")
        if before := line[: found.start()].strip(" :"):
            yield before


def _organisation(texts: Sequence[str]) -> str | None:
    """The employer that is named most surely, then most often, then first."""
    counted: Counter[str] = Counter()
    names: dict[str, str] = {}
    for text in texts:
        for run in _clauses(text):
            span = reading.employer_span(run)
            if span is not None and reading.organisation(name := span.of(run).strip(" .")):
                counted[name.casefold()] += 1
                if name.casefold() not in names or names[name.casefold()].isupper():
                    names[name.casefold()] = name
    # Counter keeps the order of first meeting.
    best = max(counted, key=lambda key: (reading.certainty(names[key]), counted[key]), default=None)
    if best is None:
        return None
    name = names[best]
    return name.title() if name.isupper() and " " in name else name


def _clauses(text: str) -> Iterator[str]:
    """The text cut where a name ends: at marks, and at words of seeking and of the deadline."""
    for part in re.split(r"\s*[,–|:;]\s*", text):
        cuts = [m.span() for key in ("seeks", "deadline") for m in pattern(key).finditer(part)]
        borders = sorted({0, len(part), *(edge for cut in cuts for edge in cut)})
        yield from (part[a:b].strip() for a, b in pairwise(borders))


# --- the last day to apply ----------------------------------------------------------------------------------------


def _deadline(told: Sequence[str]) -> date | None:
    """The date beside a word for it, in the same sentence."""
    for text in told:
        for cue in pattern("deadline").finditer(text):
            if pattern("not_deadline").search(text[: cue.start()][-40:]):
                continue
            dates = [found for found in _dates(text) if found[0] >= cue.end()]
            if dates:
                return dates[0][1]
    return None


def _dates(text: str) -> list[tuple[int, date]]:
    """Days with month and year, and where each begins."""
    found: list[tuple[int, date]] = []
    for shape in _shapes():
        for match in shape.finditer(text):
            month = match["m"]
            number = int(month) if month.isdigit() else _months()[month.lower().rstrip(".")]
            try:
                found.append((match.start(), date(int(match["y"]), number, int(match["d"]))))
            except ValueError:
                continue
    return sorted(found)


@cache
def _months() -> dict[str, int]:
    pairs = ((w, int(n)) for language in languages() for n, words in language.dates.months.items() for w in words)
    return {word.lower().rstrip("."): number for word, number in pairs}


@cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    return (
        re.compile(rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\.?\s*(?:of\s)?(?P<m>{names})\.?,?\s*(?P<y>20\d\d)", re.I),
        re.compile(rf"(?<!\w)(?P<m>{names})\.?\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y>20\d\d)", re.I),
        re.compile(r"(?<!\d)(?P<d>\d{1,2})[./-]\s?(?P<m>\d{1,2})[./-]\s?(?P<y>20\d\d)(?!\d)"),
        re.compile(r"(?<!\d)(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"),
    )
