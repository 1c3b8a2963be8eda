"""Points in time that begin with a word: months, seasons, quarters, weeks."""

from __future__ import annotations

import re
from datetime import date

from screen.grammar.dates._atoms import Atom, Kind, part, point
from screen.grammar.dates._words import SEASONS, table
from screen.grammar.dates._years import END, YEAR, lacking, short_year, year_of
from screen.model.cv import Month

_WORD = re.compile(r"[^\W\d_]+")
_BEHIND_MONTH = re.compile(rf"\.?[\s,]*(?:[-–/.][ ]?)?(?P<y>{YEAR})" + END)
_DAY_BEHIND = re.compile(rf"\.?[ ](?P<d>[0-3]?\d)(?:st|nd|rd|th|\.)?,?[ ](?P<y>{YEAR})" + END)
_SHORT_BEHIND = re.compile(r"\.?[ -]?(?P<mark>['’´`]?)(?P<yy>\d\d)(?![\w%.]|,\d)")
_CODE = re.compile(rf"(?P<code>[QHKqhk])[ ]?(?P<n>[1-4])[ -/]{{1,2}}(?P<y>{YEAR})\b")
_CODES = re.compile(rf"(?P<code>[QHKqhk])(?P<a>[1-4])[ ]?[-–/][ ]?(?P=code)?(?P<b>[1-4])[ -]{{1,2}}(?P<y>{YEAR})\b")
_TERM = re.compile(rf"(?P<t>[HhVv])[Tt][ ]?-?(?:(?P<y>{YEAR})|['’]?(?P<yy>\d\d))\b")
_WEEK = re.compile(rf"\.?[ ](?P<n>[1-5]?\d)[ ,/.-]+(?:[^\W\d_]+[ ])?(?P<y>{YEAR})\b")
_THEN_YEAR = re.compile(rf"[\s,./-]*(?:[a-zæøå]{{1,3}}[ ])?(?P<y>{YEAR})(?:/(?:\d{{4}}|\d\d))?" + END)


def lettered(text: str, at: int, stop: int) -> Atom | None:
    """The point in time that begins with the letter at `at`."""
    found = _WORD.match(text, at, stop)
    if not found:
        return None
    word = found.group().lower()
    if word in table().months:
        return month_word(text, at, at, found.group(), stop)
    if word in table().seasons:
        return season_word(text, at, found.group(), stop)
    return (
        _ordinal(text, at, found.end(), word, stop)
        or _codes(text, at, stop)
        or _code(text, at, stop)
        or _week(text, at, found.end(), word, stop)
    )


def month_word(text: str, start: int, at: int, word: str, stop: int) -> Atom:
    """The point that the month's name at `at` makes with what stands around it; it began at `start`."""
    month, end = table().months[word.lower()], at + len(word)
    for shape in (_BEHIND_MONTH, _DAY_BEHIND):
        found = shape.match(text, end, stop)
        year = year_of(found["y"]) if found else None
        if found and year:
            return point(start, found.end(), Month(year, month))
    found = _SHORT_BEHIND.match(text, end, stop)
    if found and (start == at or found["mark"]):
        when = Month(short_year(found["yy"]), month)
        kinds: frozenset[Kind] = frozenset(("point",)) if found["mark"] else frozenset(("weak", "month"))
        return Atom(start, found.end(), kinds, when, when, doubt="two-digit")
    dot = end < stop and text[end] == "." and len(word) <= 4
    return lacking(start, end + dot, month)


def season_word(text: str, at: int, word: str, stop: int) -> Atom | None:
    """A season, with its year where that stands behind it."""
    name, end = table().seasons[word.lower()], at + len(word)
    found = _THEN_YEAR.match(text, end, stop)
    year = year_of(found["y"]) if found else None
    if name == "winter":
        return point(at, found.end("y"), Month(year), doubt="ambiguous") if found and year else None
    behind = _SHORT_BEHIND.match(text, end, stop)
    if behind and not year:
        months = [Month(short_year(behind["yy"]), month) for month in SEASONS[name]]
        return Atom(at, behind.end(), frozenset(("weak",)), months[0], months[1], doubt="two-digit")
    if not found or not year:
        return lacking(at, end, *SEASONS[name])
    return part(at, found.end("y"), year, SEASONS[name])


def _ordinal(text: str, at: int, end: int, word: str, stop: int) -> Atom | None:
    n = table().ordinals.get(word)
    behind = _WORD.match(text, end + 1, stop) if text[end : end + 1] == " " else None
    months = part_of(behind.group().lower(), n) if n and behind else None
    return part_with_year(text, at, behind.end(), months, stop) if behind and months else None


def part_of(word: str, n: int) -> tuple[int, int] | None:
    """The months of a half-year or quarter."""
    if word in table().halves and n <= 2:
        return 6 * n - 5, 6 * n
    return (3 * n - 2, 3 * n) if word in table().quarters else None


def part_with_year(text: str, at: int, end: int, months: tuple[int, int], stop: int) -> Atom | None:
    """A half-year or quarter, with its year where that stands behind it."""
    behind = _THEN_YEAR.match(text, end, stop)
    year = year_of(behind["y"]) if behind else None
    if not behind or not year:
        return lacking(at, end, *months)
    return part(at, behind.end("y"), year, months)


def coded(code: str, n: int) -> tuple[int, int] | None:
    """The months of H1, Q3."""
    if code.lower() == "h":
        return (6 * n - 5, 6 * n) if n <= 2 else None
    return 3 * n - 2, 3 * n


def _codes(text: str, at: int, stop: int) -> Atom | None:
    """ "Q1–Q3 2017"."""
    found = _CODES.match(text, at, stop)
    year = year_of(found["y"]) if found else None
    first, last = (coded(found["code"], int(found[n])) for n in "ab") if found else (None, None)
    return part(at, found.end(), year, (first[0], last[1])) if found and year and first and last else None


def _code(text: str, at: int, stop: int) -> Atom | None:
    found = _CODE.match(text, at, stop)
    year = year_of(found["y"]) if found else None
    months = coded(found["code"], int(found["n"])) if found else None
    if found and year and months:
        return part(at, found.end(), year, months)
    found = _TERM.match(text, at, stop)
    if not found:
        return None
    year = year_of(found["y"]) if found["y"] else short_year(found["yy"])
    first, last = (1, 6) if found["t"].lower() == "v" else (8, 12)
    return point(at, found.end(), Month(year, first), Month(year, last)) if year else None


def _week(text: str, at: int, end: int, word: str, stop: int) -> Atom | None:
    found = _WEEK.match(text, end, stop) if word in table().weeks else None
    year = year_of(found["y"]) if found else None
    if not found or not year or not 1 <= int(found["n"]) <= 52:
        return None
    # A week belongs to the month of its Thursday.
    return point(at, found.end(), Month(year, date.fromisocalendar(year, int(found["n"]), 4).month))
