"""Results: a before and an after, or a stated difference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from screen.grammar._change_shapes import shapes
from screen.grammar._numbers import number, spelt
from screen.grammar.amounts import Amount, find_amounts
from screen.grammar.sentences import sentences
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


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with its amounts."""

    text: str
    span: Span
    amounts: Sequence[Amount]

    def amount_at(self, position: int) -> Amount | None:
        """The amount that the character at `position` belongs to."""
        return next((a for a in self.amounts if a.span.start <= position < a.span.end), None)

    def change(
        self, span: Span, direction: Direction, before: float | None = None, after: float | None = None
    ) -> Change:
        """A change told here; without a before and an after it is a difference."""
        return Change(span, before, after, before is None and after is None, direction, _intended(self, span.start))


def find_changes(text: str, span: Span | None = None) -> tuple[Change, ...]:
    """Every change told in `text` (or its run `span`), in order, not overlapping; spans count within `text`."""
    out: list[Change] = []
    for part in sentences(text, Span(0, len(text)) if span is None else span):
        told: list[Change] = []
        for change in _told(_Sentence(text, part, find_amounts(text, part))):
            if not any(change.span.meets(other.span) for other in told):
                told.append(change)
        out += sorted(told, key=lambda change: change.span)
    return tuple(out)


def _told(sentence: _Sentence) -> Iterator[Change]:
    """The sentence's changes, the surest kind first."""
    yield from _turned(sentence)
    yield from _moved(sentence)
    yield from _differences(sentence)
    for found in shapes().factor.finditer(sentence.text, sentence.span.start, sentence.span.end):
        yield sentence.change(Span(*found.span()), _direction(found.group()))


def _direction(word: str) -> Direction:
    return "down" if shapes().down.fullmatch(word) else "up"


_YEAR = re.compile(r"(?:19[5-9]|20[0-4])\d")
_ORDINAL = re.compile(r"\d+\.\s")


def _moved(sentence: _Sentence) -> Iterator[Change]:
    """ "fra 92 til 41 dage", "til 41 fra 92", "92 → 41"."""
    text, span = sentence.text, sentence.span
    for shape in (shapes().from_to, shapes().to_from, shapes().arrow):
        for found in shape.finditer(text, span.start, span.end):
            a, b = Span(*found.span("a")), Span(*found.span("b"))
            if _dated(text, a) or _dated(text, b):
                continue
            before, after = _values(sentence, a, b)
            if before != after:
                last = sentence.amount_at(max(a, b).start)
                end = max(found.end(), last.span.end if last else 0)
                yield sentence.change(Span(found.start(), end), "up" if after > before else "down", before, after)


def _dated(text: str, span: Span) -> bool:
    """Whether a number is a year, a day of a month or a class."""
    return bool(_YEAR.fullmatch(text, span.start, span.end) or _ORDINAL.match(text, span.start))


def _values(sentence: _Sentence, a: Span, b: Span) -> tuple[float, float]:
    """Both numbers; in "fra 26 til 12 mio. kr." the scale stands once, behind the second."""
    plain = [_plain(span.of(sentence.text)) for span in (a, b)]
    factors = [_factor(sentence, span, value) for span, value in zip((a, b), plain, strict=True)]
    if factors[0] == 1 and factors[1] >= 1000:
        factors[0] = factors[1]
    return plain[0] * factors[0], plain[1] * factors[1]


def _plain(written: str) -> float:
    return number(written) if written[0].isdigit() else spelt().get(written.lower(), 0)


def _factor(sentence: _Sentence, span: Span, plain: float) -> float:
    """The scale of the amount that the number at `span` begins or ends."""
    found = find_amounts(sentence.text, Span(span.start, sentence.span.end))
    if not found or found[0].span.start != span.start or not plain:
        return 1
    # A range ("9,1 til 5,4 procent") tells its lower end: only a true scale is a power of a thousand.
    factor = found[0].value / plain
    return factor if factor in (1e3, 1e6, 1e9) else 1


def _turned(sentence: _Sentence) -> Iterator[Change]:
    """ "vendte et underskud på 26 mio. til overskud", "fra merforbrug til balance"."""
    text, span = sentence.text, sentence.span
    for bad in shapes().bad.finditer(text, span.start, span.end):
        found = shapes().turned.match(text, bad.end(), span.end)
        if not found or not shapes().verbs.search(text, span.start, found.end()):
            continue
        start = bad.start()
        while start > span.start and text[start - 1].isalpha():
            start -= 1
        before = _money(sentence, bad.end(), found.end("x"))
        after = _money(sentence, found.start("y"), found.end() + 30)
        yield Change(
            Span(start, found.end()),
            None if before is None else -before,
            after,
            False,
            "up",
            _intended(sentence, start),
        )


def _money(sentence: _Sentence, start: int, end: int) -> float | None:
    inside = (a for a in sentence.amounts if start <= a.span.start < end and a.unit in ("money", "percent"))
    return next((amount.value for amount in inside), None)


_WORDS = 6
"""Between a verb of change and its number stand at most these."""
_REACH = 70
"""Characters before a number in which its verb may stand."""


def _differences(sentence: _Sentence) -> Iterator[Change]:
    """A quantity beside a word of change: "faldt med en tredjedel", "12 procent færre", "besparelser på 40 mio."."""
    text, span = sentence.text, sentence.span
    counted = [a.span for a in sentence.amounts if a.unit != "inhabitants"]
    parts = [Span(*found.span()) for found in shapes().parts.finditer(text, span.start, span.end)]
    for quantity in sorted(counted + parts):
        behind = shapes().beside.match(text, quantity.end, span.end)
        signed = shapes().signed.search(text, max(span.start, quantity.start - 3), quantity.start)
        if behind and not shapes().about.match(text, behind.start("verb"), span.end):
            yield sentence.change(Span(quantity.start, behind.end()), _direction(behind["verb"]))
        elif signed:
            yield sentence.change(Span(signed.start("sign"), quantity.end), "up" if signed["sign"] == "+" else "down")
        else:
            yield from _by(sentence, quantity)


def _by(sentence: _Sentence, quantity: Span) -> Iterator[Change]:
    """The change that the nearest word of change before the quantity makes with it."""
    window = Span(max(sentence.span.start, quantity.start - _REACH), quantity.start)
    verbs = list(shapes().moved.finditer(sentence.text, window.start, window.end))
    if not verbs:
        return
    verb = verbs[-1]
    between = sentence.text[verb.end() : quantity.start]
    if re.search(r"[,;:(\t]", between.removeprefix(":")) or len(between.split()) > _WORDS:
        return
    shape = shapes().targets if shapes().nouns.fullmatch(verb.group()) else shapes().ends
    if not shape.search(between):
        yield sentence.change(Span(verb.start(), quantity.end), _direction(verb.group()))


def _intended(sentence: _Sentence, start: int) -> bool:
    """Whether an intention stands before the change and nothing tells that it came about."""
    text, span = sentence.text, sentence.span
    last = max((found.end() for found in shapes().intended.finditer(text, span.start, start)), default=-1)
    return last >= 0 and not shapes().achieved.search(text, last, min(span.end, start + 12))
