"""Results: a before and an after, or a stated difference."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from screen.grammar._words import alternation
from screen.grammar.amounts import find_amounts, number
from screen.grammar.sentences import sentences
from screen.languages import languages
from screen.model.text import Span

Direction = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Change:
    """Something that became more or less."""

    span: Span
    before: float | None
    after: float | None
    difference: bool
    """What is told is by how much, not from what to what."""
    direction: Direction | None
    """None where neither the numbers nor the words tell."""
    intended: bool
    """A target, a plan or a hope, not something that came about."""


_NUMBER = r"(?:\d{1,3}(?:[. ]\d{3})+|\d+)(?:[.,]\d+)?(?!\d)"
_YEAR = re.compile(r"(?:19[5-9]|20[0-4])\d")


@dataclass(frozen=True, slots=True)
class _Shapes:
    """The patterns of all languages."""

    from_to: re.Pattern[str]
    to_from: re.Pattern[str]
    arrow: re.Pattern[str]
    turned: re.Pattern[str]
    by: re.Pattern[str]
    trailing: re.Pattern[str]
    signed: re.Pattern[str]
    factor: re.Pattern[str]
    down: re.Pattern[str]
    up: re.Pattern[str]
    intended: re.Pattern[str]
    achieved: re.Pattern[str]
    numbers: dict[str, float]
    verbs: re.Pattern[str]
    """One state became another."""


def _all(name: str) -> list[str]:
    return [word for language in languages() for word in getattr(language.changes, name)]


def _whole(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{alternation(words)})(?![\w])", re.IGNORECASE)


@cache
def _shapes() -> _Shapes:
    numbers = {w: float(n) for language in languages() for n, listed in language.dates.numbers.items() for w in listed}
    value = rf"(?:{_NUMBER}|(?:{alternation(numbers)})(?!\w))"
    few = r"(?:(?-i:[a-zæøåäö~])[\w%-]*\.?\s+){0,4}?"
    start, to, by = alternation(_all("start")), alternation(_all("to")), alternation([*_all("by"), ":"])
    unit = r"(?:\s*(?:%|[^\W\d_][\w%-]*\.?)(?:\s+i\s+\d{4}|\s+in\s+\d{4}|\s+år\s+\d{4})?){0,5}?"
    moved = alternation([*_all("down"), *_all("up")])
    beside = alternation([*_all("down"), *_all("up"), *_all("less"), *_all("more")])
    bad, good = alternation(_all("bad")), alternation(_all("good"))
    parts = alternation(w for language in languages() for listed in language.changes.fractions.values() for w in listed)
    joiners = alternation(word for language in languages() for word in language.joiners)
    flags = re.IGNORECASE
    return _Shapes(
        from_to=re.compile(
            rf"(?<!\w)(?:{start})\s+{few}(?P<a>{value}){unit}\s*,?\s+(?:{to})\s+{few}(?P<b>{value})", flags
        ),
        to_from=re.compile(rf"(?<!\w)(?:{to})\s+{few}(?P<b>{value}){unit}\s+(?:{start})\s+{few}(?P<a>{value})", flags),
        arrow=re.compile(rf"(?P<a>{_NUMBER})\s*(?:%|[^\W\d_]+)?\s*(?:→|->|–>|=>)\s*(?P<b>{_NUMBER})"),
        turned=re.compile(
            rf"(?<!\w)(?P<bad>\w*(?:{bad}))(?!\w)(?P<x>[^;\t]{{0,60}}?)\s(?:{to})\s(?P<y>[^;\t]{{0,30}}?)(?P<good>\w*(?:{good}))(?!\w)",
            flags,
        ),
        by=re.compile(
            rf"(?<![\w-])(?P<verb>{moved})(?!\w)(?:\s+[^\W\d_][\w-]*){{0,6}}?\s*(?:{by})?\s+(?:{few})(?:(?-i:[A-Z]{{3}})\s|[$£€]\s?)?(?P<x>{parts}|{value}(?=(?:m|bn|k)?\b))",
            flags,
        ),
        trailing=re.compile(
            rf"(?P<x>{parts}|{value})\s*(?:(?!(?:{joiners})\s)(?:%|[^\W\d_][\w%-]*\.?)\s*){{0,3}}?(?<![^\s%])(?P<verb>{beside})(?!\w)",
            flags,
        ),
        signed=re.compile(
            rf"(?<![\w.,–-])(?P<sign>[+−–-])[ ]?(?P<x>{_NUMBER})\s*(?:%|pct|procent|mio|point|dage|dagar)\w*", flags
        ),
        factor=re.compile(rf"(?<![\w-])(?P<verb>{alternation([*_all('halved'), *_all('doubled')])})(?!\w)", flags),
        down=_whole(_all("down")),
        up=_whole(_all("up")),
        intended=_whole(_all("intended")),
        achieved=_whole(_all("achieved")),
        numbers=numbers,
        verbs=_whole([*_all("turned"), *_all("start")]),
    )


def find_changes(text: str, span: Span | None = None) -> tuple[Change, ...]:
    """Every change told in `text` (or its run `span`), in order, not overlapping; spans count from the start of `text`."""
    run = span or Span(0, len(text))
    out: list[Change] = []
    for sentence in sentences(text, run):
        taken: list[Span] = []
        for change in _told(text, sentence):
            if not any(change.span.meets(other) for other in taken):
                taken.append(change.span)
                out.append(change)
    return tuple(sorted(out, key=lambda change: change.span))


def _told(text: str, sentence: Span) -> Iterator[Change]:
    """The sentence's changes, the surest kind first."""
    yield from _turned(text, sentence)
    yield from _moved(text, sentence)
    yield from _differences(text, sentence)


def _value(text: str, start: int, end: int, sentence: Span) -> float:
    """The number at a place, with its scale where an amount begins there."""
    for amount in find_amounts(text, Span(start, sentence.end)):
        return amount.value if amount.span.start == start else _plain(text[start:end])
    return _plain(text[start:end])


def _plain(written: str) -> float:
    return _shapes().numbers.get(written.lower()) or (number(written) if written[:1].isdigit() else 0)


def _dated(text: str, start: int, end: int) -> bool:
    """Whether a number is a year, a day of a month or a class."""
    return bool(_YEAR.fullmatch(text, start, end)) or bool(
        re.match(r"\.\s", text[end : end + 2]) and text[start:end].isdigit()
    )


def _moved(text: str, sentence: Span) -> Iterator[Change]:
    shapes = _shapes()
    for shape in (shapes.from_to, shapes.to_from, shapes.arrow):
        for found in shape.finditer(text, sentence.start, sentence.end):
            if _dated(text, *found.span("a")) or _dated(text, *found.span("b")):
                continue
            after = _value(text, *found.span("b"), sentence)
            before = _scaled(text, found, sentence)
            if before != after:
                end = _with_unit(text, max(found.span("a"), found.span("b"))[0], found.end(), sentence)
                direction: Direction = "up" if after > before else "down"
                yield Change(
                    Span(found.start(), end), before, after, False, direction, _intended(text, found.start(), sentence)
                )


def _scaled(text: str, found: re.Match[str], sentence: Span) -> float:
    """The number before: in "fra 26 til 12 mio. kr." the scale stands once, behind the second number."""
    ends = found.start("b") if found.start("b") > found.start("a") else sentence.end
    before = _value(text, *found.span("a"), Span(sentence.start, ends))
    plain, second = _plain(found["b"]), _value(text, *found.span("b"), sentence)
    alone = _plain(found["a"]) == before
    return before * (second / plain) if alone and plain and second / plain >= 1000 else before


def _with_unit(text: str, start: int, end: int, sentence: Span) -> int:
    """The end of the number at `start` with its unit."""
    for amount in find_amounts(text, Span(max(sentence.start, start - 5), sentence.end)):
        if amount.span.start <= start < amount.span.end:
            return amount.span.end
    unit = re.compile(r"\s?(?:%-?\w*|[^\W\d_]+\.?)").match(text, end, sentence.end)
    return unit.end() if unit else end


def _turned(text: str, sentence: Span) -> Iterator[Change]:
    """ "vendte et underskud på 26 mio. til overskud", "fra merforbrug til balance"."""
    for found in _shapes().turned.finditer(text, sentence.start, sentence.end):
        if not _shapes().verbs.search(text, sentence.start, found.end()):
            continue
        before = _first_amount(text, Span(found.start(), found.end("x")))
        after = _first_amount(text, Span(found.start("y"), min(sentence.end, found.end() + 30)))
        start = found.start()
        intended = _intended(text, start, sentence)
        yield Change(Span(start, found.end()), None if before is None else -before, after, False, "up", intended)


def _first_amount(text: str, span: Span) -> float | None:
    return next((amount.value for amount in find_amounts(text, span) if amount.unit in ("money", "percent")), None)


def _differences(text: str, sentence: Span) -> Iterator[Change]:
    shapes = _shapes()
    for shape in (shapes.by, shapes.trailing):
        for found in shape.finditer(text, sentence.start, sentence.end):
            if _is_difference(text, found, sentence):
                yield _difference(text, found, found["verb"], sentence)
    for found in shapes.factor.finditer(text, sentence.start, sentence.end):
        yield _difference(text, found, found["verb"], sentence)
    for found in shapes.signed.finditer(text, sentence.start, sentence.end):
        direction: Direction = "up" if found["sign"] == "+" else "down"
        yield Change(Span(*found.span()), None, None, True, direction, _intended(text, found.start(), sentence))


def _is_difference(text: str, found: re.Match[str], sentence: Span) -> bool:
    """Whether the number beside a word of change is an amount or a share, not a year and not where it went to."""
    start, end = found.span("x")
    if not text[start].isdigit() and text[start:end].lower() not in _shapes().numbers:
        return True
    between = text[found.start() : start] if found.start("verb") < start else ""
    if re.search(rf"(?<!\w)(?:{alternation([*_all('to'), *_all('start')])})\s", between, re.IGNORECASE):
        return False
    near = find_amounts(text, Span(max(sentence.start, start - 5), sentence.end))
    return any(a.span.start <= start < a.span.end and a.unit != "inhabitants" for a in near)


def _difference(text: str, found: re.Match[str], verb: str, sentence: Span) -> Change:
    shapes, direction = _shapes(), None
    halved = [word.lower() for word in _all("halved")]
    down = verb.lower() in {*halved, *_all("less")} or bool(shapes.down.fullmatch(verb))
    direction = "down" if down else "up"
    x = found.start("x") if "x" in found.re.groupindex else found.end()
    end = max(found.end(), _with_unit(text, x, found.end("x"), sentence)) if x < found.end() else found.end()
    span = Span(found.start(), end)
    return Change(span, None, None, True, direction, _intended(text, found.start(), sentence))  # type: ignore[arg-type]


def _intended(text: str, start: int, sentence: Span) -> bool:
    """Whether an intention stands before the change and nothing tells that it came about."""
    shapes = _shapes()
    last = max((found.end() for found in shapes.intended.finditer(text, sentence.start, start)), default=-1)
    return last >= 0 and not shapes.achieved.search(text, last, min(sentence.end, start + 12))
