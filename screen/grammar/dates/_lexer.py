"""Text to the pieces of dates: one pass over the lines that may hold one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from screen.grammar.dates._atoms import Atom, Kind
from screen.grammar.dates._durations import duration
from screen.grammar.dates._named import lettered
from screen.grammar.dates._numeric import numeric, short
from screen.grammar.dates._partial import part_word
from screen.grammar.dates._slips import slipped_month
from screen.grammar.dates._words import table
from screen.grammar.dates._years import YEAR, year_of
from screen.model.cv import Month
from screen.model.text import Span

_THING = re.compile(
    rf"""
    (?P<slip>(?<![\w.,]){YEAR}(?![\w]))
    | (?P<spaced>(?<![\w.,])(?:[12][ ][09][ ]\d[ ]\d|(?:19|20)[ ]\d\d)(?![\w.,]|[ ]\d))
    | (?P<number>(?<![\w])[\d½¼¾]+)
    | (?P<word>(?<![^\W_])[^\W\d_]+)
    | (?P<short>['’‘´`]\d\d(?!\d))
    | (?P<dash>-{{1,2}}>|[=–—-]>|[-‐‑–—−]{{1,2}}|(?:\.\.+|…)(?=[ ]?\d)|[→⟶⇒➔➜➝▸►>~/])
    | (?P<now>\?|…|\.\.\.)
    | (?P<open>\()
    | (?P<close>\))
    """,
    re.VERBOSE,
)
_FORM = 2
"""Letters of a legal form that is also a word."""
_WARM = re.compile(r"\d|[½¼¾]")


def _warm(text: str, run: Span) -> bool:
    """Whether the run can hold a date at all: a digit, or a unit of time."""
    if _WARM.search(text, run.start, run.end):
        return True
    low = text[run.start : run.end].lower()
    return any(unit in low for unit in table().units if len(unit) > 1)


def atoms(text: str, run: Span) -> list[Atom]:
    """The pieces in `run`, in order."""
    if not _warm(text, run):
        return []
    return list(_pieces(text, run))


def _pieces(text: str, run: Span) -> Iterator[Atom]:
    at = run.start
    while found := _THING.search(text, at, run.end):
        piece = _piece(text, found, run.end)
        if piece:
            yield piece
            at = max(piece.end, found.start() + 1)
        else:
            at = found.end()


def _piece(text: str, found: re.Match[str], stop: int) -> Atom | None:
    at, kind = found.start(), found.lastgroup
    if kind in ("number", "slip"):
        return duration(text, at, stop) or numeric(text, at, stop)
    if kind == "spaced":
        year = year_of(found.group().replace(" ", ""))
        when = Month(year) if year else None
        return Atom(at, found.end(), frozenset(("compact",)), when, when) if when else None
    if kind == "word":
        return _word(text, found, stop)
    if kind == "short":
        return short(text, at, stop)
    if kind == "now":
        return Atom(at, found.end(), frozenset(("now",)), doubt="mark")
    return Atom(at, found.end(), frozenset((kind,)))  # type: ignore[arg-type]


def _company(written: str, kinds: frozenset[Kind]) -> bool:
    """Whether it is a legal form rather than a word: "Volvo AB 2019", but "ab 2019"."""
    return written.isupper() and len(written) == _FORM and kinds <= {"since", "start"}


def _word(text: str, found: re.Match[str], stop: int) -> Atom | None:
    at, word = found.start(), found.group().lower()
    words = table()
    if word in words.numbers:
        length = duration(text, at, stop)
        if length:
            return length
    made = part_word(text, at, stop, word) or lettered(text, at, stop)
    if made:
        return made
    for phrase in words.phrases.get(word, ()):
        whole = phrase.pattern.match(text, at, stop)
        if whole and not _company(found.group(), phrase.kinds):
            return Atom(at, whole.end(), phrase.kinds)
    return slipped_month(text, found, stop)
