"""Parts of a year: "primo 2012", "ultimo maj 2015", "årsskiftet 2012/13"."""

from __future__ import annotations

from screen.grammar.dates._atoms import Atom, point
from screen.grammar.dates._named import lettered
from screen.grammar.dates._numeric import year_point
from screen.grammar.dates._words import PARTS, table
from screen.model.cv import Month


def part_word(text: str, at: int, stop: int, word: str) -> Atom | None:
    """ "primo 2012", "ultimo maj 2015", "i slutningen af 2014", "årsskiftet 2012/13"."""
    for shape, name in table().parts.get(word, ()):
        found = shape.match(text, at, stop)
        if not found:
            continue
        behind = _skip(text, found.end(), stop)
        inner = lettered(text, behind, stop) or year_point(text, behind, stop)
        if inner and inner.first and inner.has("point", "pair", "month"):
            return _part(at, inner, name)
    return None


def _skip(text: str, at: int, stop: int) -> int:
    while at < stop and text[at] in " .-":
        at += 1
    return at


def _part(at: int, inner: Atom, name: str) -> Atom:
    assert inner.first
    year = inner.first.year
    if inner.has("month") or inner.first.month is not None:
        return Atom(at, inner.end, inner.kinds, inner.first, inner.last, doubt=inner.doubt)
    if name == "turn":
        turn = year if inner.has("pair") else year - 1
        return point(at, inner.end, Month(turn, 12), Month(turn + 1, 1))
    first, last = PARTS[name]
    return point(at, inner.end, Month(year, first), Month(year, last))
