"""Points in time that begin with a digit."""

from __future__ import annotations

import re

from screen.grammar.dates._atoms import Atom, Kind, part, point
from screen.grammar.dates._named import coded, month_word, part_of, part_with_year
from screen.grammar.dates._words import SEASONS, table
from screen.grammar.dates._years import END, YEAR, lacking, short_year, year_of
from screen.model.cv import Month

_D, _M = r"(?P<d>0?[1-9]|[12]\d|3[01])", r"(?P<m>0?[1-9]|1[0-2])"
_FULL = tuple(
    re.compile(shape + END)
    for shape in (
        rf"(?P<y>{YEAR})(?P<s>[-./])(?P<m>0[1-9]|1[0-2])(?P=s)(?P<d>0[1-9]|[12]\d|3[01])",
        rf"{_D}[ ]?(?P<s>[./-])[ ]?{_M}[ ]?(?:(?P=s)|[-/. ])[ ]?(?P<y>{YEAR})",
        rf"(?P<m>0?[1-9]|1[0-2])/(?P<d>[12]\d|3[01])/(?P<y>{YEAR})",
    )
)
_SHORT_FULL = re.compile(r"(?P<d>0[1-9]|[12]\d|3[01])(?P<s>[./-])(?P<m>0[1-9]|1[0-2])(?P=s)(?P<yy>\d\d)" + END)
_SHORTER_FULL = re.compile(rf"{_D}(?P<s>[./]){_M}(?:(?P=s)|(?<!\.\d)(?<!\.\d\d)[- ]['’]?)(?P<yy>\d\d)" + END)
_DAY_SHARED = re.compile(rf"{_D}[./][ ]?{_M}\.?(?=[ ]?[-–—][ ]?\d{{1,2}}[./][ ]?\d{{1,2}}[./ -]{{1,2}}(?:19|20)\d\d)")
_MONTH_YEAR = re.compile(rf"(?P<m>0?[1-9]|1[0-2])(?:[ ]?/[ ]?|[.–-][ ]?|(?<=\b\d\d)[ ])(?P<y>{YEAR})" + END)
_PAIR = re.compile(
    rf"(?P<y>{YEAR})(?P<s>[ ]?[-‐‑–—/.][ ]?)['’]?(?P<n>\d\d)(?![\w%./]|[.,]?\d|-(?!\d{{4}})\d|[ ]?[-–][ ]?\d\d[-.])"
)
_YEAR_MONTH = re.compile(rf"(?P<y>{YEAR})(?P<s>[-./])(?P<n>0[1-9]|1[0-2])(?![\w%/]|[.,]\d)")
_YEAR = re.compile(rf"(?P<y>{YEAR})" + END)
_YEAR_WORD = re.compile(rf"(?P<y>{YEAR})(?:,?[ ]|[-/.])(?P<word>[^\W\d_]+)\.?(?![ ]?(?:{YEAR}|['’]?\d\d?\b))")
_YEAR_NTH = re.compile(rf"(?P<y>{YEAR}),?[ ](?:(?P<n>[1-4])\.[ ]?(?P<word>[^\W\d_]+)|(?P<code>[QHKqhk])(?P<c>[1-4]))\b")
_YEAR_BRACKETED = re.compile(rf"(?P<y>{YEAR})[ ]\((?P<word>[^\W\d_]+)\.?\)")
_COMPACT = re.compile(r"\d{6}(?!\d)|\d{8}(?!\d)")
_MONTH_SHORT = re.compile(r"(?P<m>0?[1-9]|1[0-2])(?P<s>[/.])['’]?(?P<yy>\d\d)(?![\w%]|[.,/]\d)")
_DAY_BEFORE = re.compile(r"(?P<d>0?[1-9]|[12]\d|3[01])(?:\.|st|nd|rd|th)?[ ]?(?:[a-z]{2}[ ])?(?P<word>[^\W\d_]{3,})")
_NTH = re.compile(r"(?P<n>[1-4])\.?[ ]?(?P<word>[^\W\d_]+)\.?")
_NTHS = re.compile(r"(?P<a>[1-4])\.?[ ]?(?:[-–/]|(?P<to>[^\W\d_]{2,3}))[ ]?(?P<b>[1-4])\.[ ]?(?P<word>[^\W\d_]+)\.?")
_SHORT_YEAR = re.compile(r"['’‘´`](?P<yy>\d\d)(?![\w%])")


def numeric(text: str, at: int, stop: int) -> Atom | None:
    """The point in time that begins with the digit at `at`."""
    return (
        _full(text, at, stop)
        or _day_month_word(text, at, stop)
        or _nths(text, at, stop)
        or _nth(text, at, stop)
        or _month_year(text, at, stop)
        or year_point(text, at, stop)
        or _weak(text, at, stop)
        or _compact(text, at, stop)
    )


def _full(text: str, at: int, stop: int) -> Atom | None:
    for shape in _FULL:
        found = shape.match(text, at, stop)
        year = year_of(found["y"]) if found else None
        if found and year:
            return point(at, found.end(), Month(year, int(found["m"])))
    found = _SHORT_FULL.match(text, at, stop)
    if found:
        return point(at, found.end(), Month(short_year(found["yy"]), int(found["m"])), doubt="two-digit")
    found = _SHORTER_FULL.match(text, at, stop)
    if found:
        when = Month(short_year(found["yy"]), int(found["m"]))
        return Atom(at, found.end(), frozenset(("weak",)), when, when, doubt="two-digit")
    found = _DAY_SHARED.match(text, at, stop)
    return lacking(at, found.end(), int(found["m"])) if found else None


def _day_month_word(text: str, at: int, stop: int) -> Atom | None:
    found = _DAY_BEFORE.match(text, at, stop)
    if not found or found["word"].lower() not in table().months:
        return None
    return month_word(text, at, found.start("word"), found["word"], stop)


def _nths(text: str, at: int, stop: int) -> Atom | None:
    """ "1.-3. kvartal 2017", "1. til 3. kvartal 2017"."""
    found = _NTHS.match(text, at, stop)
    if not found or (found["to"] and found["to"].lower() not in table().phrases):
        return None
    first, last = (part_of(found["word"].lower(), int(found[n])) for n in "ab")
    return part_with_year(text, at, found.end(), (first[0], last[1]), stop) if first and last else None


def _nth(text: str, at: int, stop: int) -> Atom | None:
    found = _NTH.match(text, at, stop)
    months = part_of(found["word"].lower(), int(found["n"])) if found else None
    return part_with_year(text, at, found.end(), months, stop) if found and months else None


def _month_year(text: str, at: int, stop: int) -> Atom | None:
    found = _MONTH_YEAR.match(text, at, stop)
    year = year_of(found["y"]) if found else None
    return point(at, found.end(), Month(year, int(found["m"]))) if found and year else None


def year_point(text: str, at: int, stop: int) -> Atom | None:
    found = _YEAR.match(text, at, stop) or _YEAR_MONTH.match(text, at, stop)
    year = year_of(found["y"]) if found else None
    if not found or not year:
        return None
    return (
        _year_part(text, at, year, stop)
        or _pair(text, at, year, stop)
        or (point(at, found.end("y"), Month(year)) if _YEAR.match(text, at, stop) else None)
    )


def _year_part(text: str, at: int, year: int, stop: int) -> Atom | None:
    """ "2017 august", "2017 (aug.)", "2014, 2. halvår", "2014 Q3"."""
    found = _YEAR_NTH.match(text, at, stop)
    if found:
        months = (
            coded(found["code"], int(found["c"])) if found["code"] else part_of(found["word"].lower(), int(found["n"]))
        )
        return part(at, found.end(), year, months) if months else None
    found = _YEAR_WORD.match(text, at, stop) or _YEAR_BRACKETED.match(text, at, stop)
    word = found["word"].lower() if found else ""
    month, season = table().months.get(word), SEASONS.get(table().seasons.get(word, ""))
    if found and season:
        return part(at, found.end(), year, season)
    return point(at, found.end(), Month(year, month)) if found and month else None


def _pair(text: str, at: int, year: int, stop: int) -> Atom | None:
    """A year with two digits behind it: a second year ("2009-13") or a month ("2017-08")."""
    found = _PAIR.match(text, at, stop) or _YEAR_MONTH.match(text, at, stop)
    if not found:
        return None
    n, mark = int(found["n"]), found["s"].strip()
    month = Month(year, n) if 1 <= n <= 12 and mark in "-./" and len(found["s"]) == 1 else None
    if mark == ".":
        return Atom(at, found.end(), frozenset(("point",)), month, month) if month else None
    last = year - year % 100 + n + (100 if n < year % 100 else 0)
    plausible = year < last <= min(2049, year + 45)
    if not plausible:
        return point(at, found.end(), month) if month else None
    years: frozenset[Kind] = frozenset(("pair",))
    doubt = "ambiguous" if month and mark == "-" else None
    school = mark == "/" and last == year + 1
    return Atom(at, found.end(), years, Month(year), Month(last), month=None if school else month, doubt=doubt)


def _weak(text: str, at: int, stop: int) -> Atom | None:
    found = _MONTH_SHORT.match(text, at, stop)
    if not found:
        return None
    month = Month(short_year(found["yy"]), int(found["m"]))
    doubt = "two-digit" if found["s"] == "/" else "ambiguous"
    return Atom(at, found.end(), frozenset(("weak",)), month, month, doubt=doubt)


def _compact(text: str, at: int, stop: int) -> Atom | None:
    """ "012014", "201401", "01082017": digits without marks."""
    found = _COMPACT.match(text, at, stop)
    digits = found.group() if found else ""
    for month, year in ((digits[:-4][-2:], digits[-4:]), (digits[4:6], digits[:4])):
        day = digits[:2] if year == digits[-4:] else digits[6:]
        told = year_of(year) if len(year) == 4 else None
        if told and 1 <= int(month) <= 12 and (len(digits) == 6 or 1 <= int(day) <= 31):
            when = Month(told, int(month))
            return Atom(at, at + len(digits), frozenset(("compact",)), when, when)
    return None


def short(text: str, at: int, stop: int) -> Atom | None:
    """A year of two digits behind an apostrophe."""
    found = _SHORT_YEAR.match(text, at, stop)
    if not found:
        return None
    year = Month(short_year(found["yy"]))
    return Atom(at, found.end(), frozenset(("yy",)), year, year, doubt="two-digit")
