"""Points in time, as they are written at one place of a text."""

from __future__ import annotations

import re
from datetime import date

from screen.grammar.dates._atoms import Atom, point
from screen.grammar.dates._words import PARTS, SEASONS, table
from screen.model.cv import Month

_SLIPS = str.maketrans("OoQlI|SBZzg", "00011158229")
"""What optical recognition makes of the digits of a year."""
YEAR = r"[12lI|][90OoQg][0-9OoQlI|SBZz]{2}"
"""A year of four digits, perhaps misread; `year_of` decides."""
_D, _M = r"(?P<d>0?[1-9]|[12]\d|3[01])", r"(?P<m>0?[1-9]|1[0-2])"
_END = r"(?![\w%]|[.,]\d)"
PIVOT = 50
"""Two digits below it are of this century: nobody who applies worked in 1949."""

_FULL = tuple(
    re.compile(shape + _END)
    for shape in (
        rf"(?P<y>{YEAR})(?P<s>[-./])(?P<m>0[1-9]|1[0-2])(?P=s)(?P<d>0[1-9]|[12]\d|3[01])",
        rf"{_D}[ ]?(?P<s>[./-])[ ]?{_M}[ ]?(?:(?P=s)|[-/. ])[ ]?(?P<y>{YEAR})",
        rf"(?P<m>0?[1-9]|1[0-2])/(?P<d>[12]\d|3[01])/(?P<y>{YEAR})",
    )
)
_SHORT_FULL = re.compile(r"(?P<d>0[1-9]|[12]\d|3[01])(?P<s>[./-])(?P<m>0[1-9]|1[0-2])(?P=s)(?P<yy>\d\d)" + _END)
_DAY_SHARED = re.compile(rf"{_D}[./][ ]?{_M}\.?(?=[ ]?[-–—][ ]?\d{{1,2}}[./-])")
_MONTH_YEAR = re.compile(rf"(?P<m>0?[1-9]|1[0-2])(?:[ ]?/[ ]?|[.–-][ ]?|(?<=\b\d\d)[ ])(?P<y>{YEAR})" + _END)
_PAIR = re.compile(rf"(?P<y>{YEAR})(?P<s>[ ]?[-‐‑–—/.][ ]?)['’]?(?P<n>\d\d)(?![\w%./-]|[.,]?\d|[ ]?[-–][ ]?\d\d[-.])")
_YEAR_MONTH = re.compile(rf"(?P<y>{YEAR})(?P<s>[-./])(?P<n>0[1-9]|1[0-2])(?![\w%/]|[.,]\d)")
_YEAR = re.compile(rf"(?P<y>{YEAR})(?![\w%]|[.,]\d)")
_YEAR_WORD = re.compile(rf"(?P<y>{YEAR}),?[ ](?P<word>[^\W\d_]+)\.?(?![ ]?(?:{YEAR}|['’]?\d\d?\b))")
_YEAR_NTH = re.compile(rf"(?P<y>{YEAR}),?[ ](?:(?P<n>[1-4])\.[ ]?(?P<word>[^\W\d_]+)|(?P<code>[QHKqhk])(?P<c>[1-4]))\b")
_COMPACT = re.compile(r"\d{6}(?!\d)|\d{8}(?!\d)")
_MONTH_SHORT = re.compile(r"(?P<m>0?[1-9]|1[0-2])(?P<s>[/.])['’]?(?P<yy>\d\d)(?![\w%]|[.,/]\d)")
_BEHIND_MONTH = re.compile(rf"\.?[\s,]*(?:[-–/.][ ]?)?(?P<y>{YEAR})(?![\w%]|[.,]\d)")
_DAY_BEHIND = re.compile(rf"\.?[ ](?P<d>[0-3]?\d)(?:st|nd|rd|th|\.)?,?[ ](?P<y>{YEAR})" + _END)
_SHORT_BEHIND = re.compile(r"\.?[ ]?(?P<mark>['’´`]?)(?P<yy>\d\d)(?![\w%.]|,\d|[ ]?(?:år|år))")
_DAY_BEFORE = re.compile(r"(?P<d>0?[1-9]|[12]\d|3[01])(?:\.|st|nd|rd|th)?[ ]?(?:of[ ])?(?P<word>[^\W\d_]{3,})")
_NTH = re.compile(r"(?P<n>[1-4])\.?[ ]?(?P<word>[^\W\d_]+)\.?")
_CODE = re.compile(rf"(?P<code>[QHKqhk])[ ]?(?P<n>[1-4])[ -/]{{1,2}}(?P<y>{YEAR})\b")
_TERM = re.compile(rf"(?P<t>[HhVv])[Tt][ ]?-?(?:(?P<y>{YEAR})|['’]?(?P<yy>\d\d))\b")
_WEEK = re.compile(rf"\.?[ ](?P<n>[1-5]?\d)[ ,/.-]+(?:[^\W\d_]+[ ])?(?P<y>{YEAR})\b")
_THEN_YEAR = re.compile(rf"[\s,./-]*(?:i[ ]|of[ ]|in[ ])?(?P<y>{YEAR})(?:/(?:\d{{4}}|\d\d))?" + _END)
_SHORT_YEAR = re.compile(r"['’‘´`](?P<yy>\d\d)(?![\w%])")


def year_of(written: str) -> int | None:
    """The year that four characters tell, misread digits mended; None where they tell none."""
    if sum(map(str.isdigit, written)) < 2:
        return None
    mended = written.translate(_SLIPS)
    return int(mended) if mended.isdigit() and 1950 <= int(mended) <= 2049 else None


def short_year(two: str) -> int:
    """The year that two digits tell."""
    return (2000 if int(two) < PIVOT else 1900) + int(two)


def numeric(text: str, at: int, stop: int) -> Atom | None:
    """The point in time that begins with the digit at `at`."""
    return (
        _full(text, at, stop)
        or _day_month_word(text, at, stop)
        or _nth(text, at, stop)
        or _month_year(text, at, stop)
        or _year(text, at, stop)
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
    found = _DAY_SHARED.match(text, at, stop)
    return _lacking(at, found.end(), int(found["m"])) if found else None


def _lacking(start: int, end: int, first: int, last: int | None = None) -> Atom:
    """A month, day or season that lacks its year."""
    return Atom(start, end, frozenset(("month",)), Month(0, first), Month(0, last or first))


def _day_month_word(text: str, at: int, stop: int) -> Atom | None:
    found = _DAY_BEFORE.match(text, at, stop)
    if not found or found["word"].lower() not in table().months:
        return None
    return month_word(text, at, found.start("word"), found["word"], stop)


def _part_of(word: str, n: int) -> tuple[int, int] | None:
    """The months of a half-year or quarter."""
    if word in table().halves and n <= 2:
        return 6 * n - 5, 6 * n
    return (3 * n - 2, 3 * n) if word in table().quarters else None


def _nth(text: str, at: int, stop: int) -> Atom | None:
    found = _NTH.match(text, at, stop)
    part = _part_of(found["word"].lower(), int(found["n"])) if found else None
    return _part_with_year(text, at, found.end(), part, stop) if found and part else None


def _part_with_year(text: str, at: int, end: int, part: tuple[int, int], stop: int) -> Atom | None:
    behind = _THEN_YEAR.match(text, end, stop)
    year = year_of(behind["y"]) if behind else None
    if not behind or not year:
        return _lacking(at, end, *part)
    return point(at, behind.end("y"), Month(year, part[0]), Month(year, part[1]), whole=True)


def _month_year(text: str, at: int, stop: int) -> Atom | None:
    found = _MONTH_YEAR.match(text, at, stop)
    year = year_of(found["y"]) if found else None
    return point(at, found.end(), Month(year, int(found["m"]))) if found and year else None


def _year(text: str, at: int, stop: int) -> Atom | None:
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
    """ "2017 august", "2014, 2. halvår", "2014 Q3"."""
    found = _YEAR_NTH.match(text, at, stop)
    if found:
        part = (
            _coded(found["code"], int(found["c"]))
            if found["code"]
            else _part_of(found["word"].lower(), int(found["n"]))
        )
        return point(at, found.end(), Month(year, part[0]), Month(year, part[1]), whole=True) if part else None
    found = _YEAR_WORD.match(text, at, stop)
    month = table().months.get(found["word"].lower()) if found else None
    return point(at, found.end(), Month(year, month)) if found and month else None


def _coded(code: str, n: int) -> tuple[int, int] | None:
    if code.lower() == "h":
        return (6 * n - 5, 6 * n) if n <= 2 else None
    return 3 * n - 2, 3 * n


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
    years = frozenset(("pair",))
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
        kinds = frozenset(("point",)) if found["mark"] else frozenset(("weak", "month"))
        return Atom(start, found.end(), kinds, when, when, doubt="two-digit")
    dot = end < stop and text[end] == "." and len(word) <= 4
    return _lacking(start, end + dot, month)


def season_word(text: str, at: int, word: str, stop: int) -> Atom | None:
    """A season, with its year where that stands behind it."""
    name, end = table().seasons[word.lower()], at + len(word)
    found = _THEN_YEAR.match(text, end, stop)
    year = year_of(found["y"]) if found else None
    if name == "winter":
        return point(at, found.end("y"), Month(year), doubt="ambiguous") if found and year else None
    if not found or not year:
        return _lacking(at, end, *SEASONS[name])
    return point(at, found.end("y"), Month(year, SEASONS[name][0]), Month(year, SEASONS[name][1]), whole=True)


def part_word(text: str, at: int, stop: int, word: str) -> Atom | None:
    """ "primo 2012", "ultimo maj 2015", "i slutningen af 2014", "årsskiftet 2012/13"."""
    for shape, name in table().parts.get(word, ()):
        found = shape.match(text, at, stop)
        if not found:
            continue
        behind = _skip(text, found.end(), stop)
        inner = lettered(text, behind, stop) or _year(text, behind, stop)
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


def lettered(text: str, at: int, stop: int) -> Atom | None:
    """The point in time that begins with the letter at `at`."""
    found = re.compile(r"[^\W\d_]+").match(text, at, stop)
    if not found:
        return None
    word = found.group().lower()
    if word in table().months:
        return month_word(text, at, at, found.group(), stop)
    if word in table().seasons:
        return season_word(text, at, found.group(), stop)
    return (
        _ordinal(text, at, found.end(), word, stop) or _code(text, at, stop) or _week(text, at, found.end(), word, stop)
    )


def _ordinal(text: str, at: int, end: int, word: str, stop: int) -> Atom | None:
    n = table().ordinals.get(word)
    behind = re.compile(r"[ ]([^\W\d_]+)").match(text, end, stop)
    part = _part_of(behind[1].lower(), n) if n and behind else None
    return _part_with_year(text, at, behind.end(), part, stop) if behind and part else None


def _code(text: str, at: int, stop: int) -> Atom | None:
    found = _CODE.match(text, at, stop)
    year = year_of(found["y"]) if found else None
    part = _coded(found["code"], int(found["n"])) if found else None
    if found and year and part:
        return point(at, found.end(), Month(year, part[0]), Month(year, part[1]), whole=True)
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


def short(text: str, at: int, stop: int) -> Atom | None:
    """A year of two digits behind an apostrophe."""
    found = _SHORT_YEAR.match(text, at, stop)
    if not found:
        return None
    year = Month(short_year(found["yy"]))
    return Atom(at, found.end(), frozenset(("yy",)), year, year, doubt="two-digit")
