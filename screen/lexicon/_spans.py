"""Which run of a heading is the job title, and which names the employer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from screen.lexicon._data import words
from screen.lexicon._employers import Marked, department_word, marked, organisation, proper_name, small
from screen.lexicon._patterns import Word, words_of
from screen.lexicon._titles import english_head, modifier, title_head
from screen.model.text import Span

_FILE = "_reading/headings.yaml"
_NAMES_AN_EMPLOYER = frozenset({"by-place", "legal-form", "establishment", "home"})
"""Marks after "direktør for" that say: this is the employer, not the field."""

_LONGEST_ABBREVIATION = 4
"""Letters of a head that is written with a dot: "dir."."""
_LONGEST_CAPITALS = 3
"""Letters of an abbreviation that may stand before a head: "UX", "QA", "CSR"."""
_MOST_NOUNS = 3
"""Words that may stand before an English head and belong to the title."""


@cache
def _list(key: str) -> frozenset[str]:
    return frozenset(words(_FILE, key))


def _is(tokens: Sequence[Word], at: int, key: str) -> bool:
    return 0 <= at < len(tokens) and tokens[at].low in _list(key)


def _suspended(tokens: Sequence[Word], at: int) -> bool:
    return 0 <= at < len(tokens) and tokens[at].raw.endswith("-") and tokens[at].raw != "-"


def _head(tokens: Sequence[Word], at: int) -> bool:
    return at < len(tokens) and not tokens[at].mark and title_head(tokens[at].low)


def _first_head(tokens: Sequence[Word]) -> int | None:
    return next((at for at in range(len(tokens)) if _head(tokens, at)), None)


def _modifier(tokens: Sequence[Word], at: int) -> bool:
    return 0 <= at < len(tokens) and not tokens[at].mark and modifier(tokens[at].low)


def _short_capitals(word: Word) -> bool:
    return word.raw.isupper() and word.raw.isalpha() and 1 < len(word.raw) <= _LONGEST_CAPITALS


def _joins_suspended(tokens: Sequence[Word], at: int) -> bool:
    """Whether "og" or a comma stands there behind a suspended word."""
    return (_is(tokens, at, "and") or tokens[at].raw == ",") and _suspended(tokens, at - 1)


def _noun_run(text: str, tokens: Sequence[Word], at: int) -> int:
    """Over nouns before an English head, from the beginning of their part: "Supply Chain | Manager"."""
    start = at
    while start and tokens[start - 1].raw[0].isupper() and not _time(tokens[start - 1]):
        start -= 1
    begins = start == 0 or tokens[start - 1].mark or _time(tokens[start - 1])
    if not begins or at - start > _MOST_NOUNS or marked(_text(text, tokens, start, at)) is not None:
        return at
    return start


def _leftwards(tokens: Sequence[Word], at: int) -> int:
    """Over modifiers and suspended compounds: "Konst. sekretariats- og | økonomichef", "UX | designer"."""
    while at:
        if _suspended(tokens, at - 1) or _modifier(tokens, at - 1) or _short_capitals(tokens[at - 1]):
            at -= 1
        elif _joins_suspended(tokens, at - 1) or (tokens[at - 1].raw == "." and _modifier(tokens, at - 2)):
            at -= 2
        else:
            return at
    return at
    return at


def _next_title(tokens: Sequence[Word], at: int) -> int | None:
    """Behind the last head of a title that goes on at `at`: "| og økonomichef", "| operating officer"."""
    found = None
    if _is(tokens, at, "and"):
        at += 1
    while at < len(tokens) and (_suspended(tokens, at) or _modifier(tokens, at) or _head(tokens, at)):
        at += 1
        if _head(tokens, at - 1):
            found = at
        if _is(tokens, at, "and") and _suspended(tokens, at - 1):
            at += 1
    return found


def _domain_end(tokens: Sequence[Word], at: int) -> int:
    """Where the field behind "direktør for" ends: "Børn, Unge og Uddannelse |, Faxe Kommune"."""
    joined = False
    while at < len(tokens):
        word = tokens[at]
        if word.raw == "," and not joined and _enumerates(tokens, at + 1):
            at += 1
            continue
        if (word.mark and word.raw != ",") or word.raw == "," or word.raw[0].isdigit() or _is(tokens, at, "at"):
            return at
        joined = joined or (_is(tokens, at, "and") and not _suspended(tokens, at - 1))
        at += 1
    return at


def _enumerates(tokens: Sequence[Word], at: int) -> bool:
    """Whether "X og Y" follows before the next break."""
    for steps in range(4):
        if at + steps >= len(tokens) or (tokens[at + steps].mark and tokens[at + steps].raw != ","):
            return False
        if _is(tokens, at + steps, "and"):
            return steps > 0
    return False


def _text(text: str, tokens: Sequence[Word], first: int, last: int) -> str:
    return text[tokens[first].start : tokens[last - 1].end]


def _field(text: str, tokens: Sequence[Word], at: int) -> int:
    """Behind a title's field of work, if there is one at `at`."""
    if _is(tokens, at, "of"):
        end = _domain_end(tokens, at + 1)
        found = marked(_text(text, tokens, at + 1, end)) if end > at + 1 else None
        return at if end == at + 1 or (found is not None and _names_an_employer(found)) else end
    if at < len(tokens) and tokens[at].raw[0].isupper() and department_word(tokens[at].low):
        end = _domain_end(tokens, at)
        found = marked(_text(text, tokens, at, end))
        return at if found is not None and _names_an_employer(found) else end
    return at


def _names_an_employer(found: Marked) -> bool:
    """Whether the mark is an employer's, and not that of a department: "direktør for Økonomistyrelsen"."""
    return found.kind in _NAMES_AN_EMPLOYER or found.sector not in ("kommune", "privat")


def _title(text: str, tokens: Sequence[Word]) -> tuple[int, int] | None:
    head = _first_head(tokens)
    if head is None:
        return None
    first, last = _leftwards(tokens, head), head + 1
    if first > 0 and english_head(tokens[head].low):
        first = _noun_run(text, tokens, first)
    following = _next_title(tokens, last)
    while following is not None:
        last = following
        following = _next_title(tokens, last)
    return first, _field(text, tokens, last)


def title_span(text: str) -> Span | None:
    """The run of a heading that is the job title."""
    tokens = words_of(text)
    run = _title(text, tokens)
    if run is None:
        return None
    last = tokens[run[1] - 1]
    dot = len(last.raw) <= _LONGEST_ABBREVIATION and text[last.end : last.end + 1] == "."
    return Span(tokens[run[0]].start, last.end + dot)


def _parts(tokens: Sequence[Word], skip: tuple[int, int] | None) -> list[tuple[int, int]]:
    """The heading without the title and without times, cut at marks."""
    parts: list[tuple[int, int]] = []
    start: int | None = None
    for at, word in enumerate(tokens):
        inside = skip is not None and skip[0] <= at < skip[1]
        if inside or word.mark or _is(tokens, at, "at") or _time(word):
            if start is not None:
                parts.append((start, at))
            start = None
        elif start is None and not small(word.low):
            start = at
    return parts if start is None else [*parts, (start, len(tokens))]


def _time(word: Word) -> bool:
    number = word.raw[0].isdigit() and not any(letter.isalpha() for letter in word.raw)
    return number or word.low in _list("times") or word.raw in _list("lower_times")


def employer_span(text: str) -> Span | None:
    """The run of a heading that names an organisation, by its mark or, with none, by the shape of a proper name."""
    tokens = words_of(text)
    title = _title(text, tokens)
    parts = _parts(tokens, title)
    named = [part for part in parts if organisation(_text(text, tokens, *part))]
    if named:
        return Span(tokens[named[0][0]].start, tokens[_joined(parts, named)[1] - 1].end)
    inside = _marked_within(text, tokens, parts)
    if inside is not None:
        return inside
    return next((_capitals(tokens, part) for part in _by_shape(tokens, parts, title)), None)


def _joined(parts: list[tuple[int, int]], named: list[tuple[int, int]]) -> tuple[int, int]:
    """From the first named part over those that follow it without a gap."""
    last = named[0]
    for part in named[1:]:
        if part[0] - last[1] <= 1:
            last = part
    return last


def _marked_within(text: str, tokens: Sequence[Word], parts: list[tuple[int, int]]) -> Span | None:
    """A municipality or company inside a longer run: "Kommunaldirektør Faxe Kommune"."""
    for first, last in parts:
        found = marked(_text(text, tokens, first, last))
        if found is not None and found.kind in _NAMES_AN_EMPLOYER:
            start = first + found.first
            while start > first and tokens[start - 1].raw[0].isupper():
                start -= 1
            return Span(tokens[start].start, tokens[first + found.last - 1].end)
    return None


def _by_shape(
    tokens: Sequence[Word], parts: list[tuple[int, int]], title: tuple[int, int] | None
) -> list[tuple[int, int]]:
    """Parts that hold a proper name: those behind "ved", "hos", "i" first; without a title none can be told."""
    likely = [part for part in parts if tokens[part[0]].raw[0].isupper() and proper_name(tokens[slice(*part)])]
    after = [part for part in likely if _is(tokens, part[0] - 1, "at")]
    return after or (likely if title is not None else [])


def _capitals(tokens: Sequence[Word], part: tuple[int, int]) -> Span:
    """The run of capitalised words from the part's start, small words between them included."""
    last = part[0]
    for at in range(*part):
        if tokens[at].raw[0].isupper() or tokens[at].raw == "&":
            last = at
        elif not small(tokens[at].low):
            break
    return Span(tokens[part[0]].start, tokens[last].end)
