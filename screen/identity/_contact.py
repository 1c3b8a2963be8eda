"""Address, telephone, e-mail and pages on the web."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache

from screen.identity._facts import Fact, Where
from screen.identity._headings import heading_of
from screen.identity._words import load
from screen.lexicon import reading
from screen.model.text import MASK

_MAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+", re.I)
_WEB = re.compile(
    r"(?:https?://|www\.)[^\s,;|<>()]+|"
    r"(?<![\w.@-])(?!cand\.)(?:[\w-]{1,63}\.){0,5}[\w-]{2,63}\.(?:com|dk|no|se|net|org|eu|info|me|io)(?![\w.])(?:/[^\s,;|<>()]*)?",
    re.I,
)
_CPR = re.compile(rf"{MASK}{{6}}[-‐– ]?{MASK}{{4}}|\b\d{{6}}\s?[-–]\s?(?:\d{{4}}|[xX*]{{4}})\b")
_PHONE = re.compile(
    r"(?<![\d.,/-])(?:\(?(?:\+|00)\d{2,3}\)?[ .-]?)?(?:\(0\))?\d{2,4}(?:[ .-]?\d{2,4}){1,4}(?![\d,/%]|[ .]?\d)"
)
_TOWN = r"[A-ZÆØÅÄÖ][a-zæøåäöéü]+(?:[ .-]+(?:[A-ZÆØÅÄÖ][a-zæøåäöéü]*\.?|[KSVNØC]\b))*"
_POST = re.compile(rf"(?<![\w.])(?:(?:DK|N|S|FO|GL|SE|NO)[- ])?(?:\d{{4}}|\d{{3}} \d{{2}})[ ]+{_TOWN}")
_YEAR = re.compile(r"(?:19|20)\d\d ")
_UK_POST = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b")


def _said(key: str) -> str:
    """The words of a list as alternatives, longest first."""
    given = sorted(load("contact")[key], key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in given)


@cache
def _house() -> str:
    """A house number, perhaps with storey, side and flat."""
    storey, door = rf"(?:{_said('storeys')})?\.?", rf"(?:(?:{_said('doors')})(?!\w)\.?)?"
    floor = rf"(?:(?:{_said('floors')})\.?|\d{{1,2}}\.?) ?{storey} ?,? ?{door}"
    flat = rf"(?:{_said('flats')})\.? ?\w+"
    return rf" +\d{{1,3}} ?[A-Za-z]?(?![\w%])(?: ?,? ?{floor})?(?: ?,? ?{flat})?"


@cache
def _boxes() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_said('boxes')})\s+\d+", re.I)


_BORDER = r"(?= *(?:[\t|·;•)]|,(?!\d)|[.](?:\s|\Z)|\Z))"
_CELL = re.compile(r"[^\t|·*•,]*[^\s\t|·*•,–—-]")
_TOWN_ALONE = re.compile(rf"{_TOWN}\Z")
_NEAR = 16
"""Characters between a street and its town."""


@cache
def _streets() -> re.Pattern[str]:
    """A street with its house number, by the end of its name."""
    ends = _said("streets")
    word = r"[A-ZÆØÅÄÖÉ][\w'’.-]*"
    return re.compile(rf"\b(?:{word} ){{0,3}}?(?:[A-ZÆØÅÄÖÉ][\w'’-]*?|{word} )(?:{ends}){_house()}{_BORDER}")


@cache
def _any_street() -> re.Pattern[str]:
    """Capitalised words with a house number that fill a cell."""
    words = r"[A-ZÆØÅÄÖÉ][\w'’.-]+(?: [\w'’.-]+){0,3}?"
    return re.compile(rf"(?:(?<=[\t|·,•:])|\A) *(?P<street>{words}{_house()}){_BORDER}")


@cache
def _english_streets() -> re.Pattern[str]:
    ends = _said("streets_after_number")
    return re.compile(rf"(?<!\w)\d{{1,4}}[a-z]?,? (?:[A-Z][\w'’-]+ ){{1,3}}(?:{ends})\b\.?")


@cache
def _before(key: str) -> re.Pattern[str]:
    number = rf"(?:(?:{_said('number_words')})\.?)?"
    return re.compile(rf"(?<!\w)(?:{_said(key)})\.?[ :\t]*{number}[ :.\t]*$", re.I)


@cache
def _lives() -> re.Pattern[str]:
    place = r"[A-ZÆØÅÄÖ][\w'’-]+(?:[ -](?:[A-ZÆØÅÄÖ][\w'’-]*|[KSVNØC]\b))*"
    return re.compile(rf"(?<!\w)(?i:{_said('lives')})\s+{place}(?:,\s+{place}(?=\s*(?:\.|\Z)))?")


@dataclass(slots=True)
class _Line:
    """A line of the flat text and what of it tells how to reach somebody."""

    start: int
    text: str
    where: Where
    found: list[tuple[int, int]] = field(default_factory=list)
    reached: bool = False
    """It holds an e-mail address, a telephone number or a postcode."""


def contacts(text: str, where: Callable[[int], Where], skipped: Callable[[int], bool]) -> Iterator[Fact]:
    """Every run that tells how to reach the applicant; `skipped` tells places that speak of somebody else."""
    for met in _CPR.finditer(text):
        yield Fact(met.start(), met.end(), "cpr")
    street, lines = -_NEAR, []
    for line in _lines(text, where):
        if not skipped(line.start):
            street = _read(line, street)
            lines.append(line)
    _unusual_streets(lines)
    for i, line in enumerate(lines):
        if line.where == "personal":
            near = line.reached or any(n.reached for n in lines[i + 1 : i + 2])
            line.found += _towns(line, near)
        yield from (Fact(line.start + a, line.start + b, "contact") for a, b in line.found)


def _lines(text: str, where: Callable[[int], Where]) -> Iterator[_Line]:
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield _Line(at, line, where(at))
        at += len(line) + 1


def _read(line: _Line, street: int) -> int:
    """Finds what a line holds; returns where the last street ended."""
    text = line.text
    digits = any(c.isdigit() for c in text)
    if "@" in text or "(at)" in text or "[at]" in text:
        line.found += [m.span() for m in _MAIL.finditer(text)]
    if digits:
        line.found += _phones(text, line.where)
    line.reached = bool(line.found)
    if "." in text:
        line.found += _pages(text, line.where)
    if line.where == "career":
        return street
    if digits:
        street = _addresses(line, street)
    line.found += [m.span() for m in _lives().finditer(text)]
    return street


def _pages(text: str, where: Where) -> Iterator[tuple[int, int]]:
    known = load("contact")["people"]
    for met in _WEB.finditer(text):
        if where == "personal" or any(site in met.group().lower() for site in known):
            yield met.span()


def _phones(text: str, where: Where) -> Iterator[tuple[int, int]]:
    for met in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", met.group())
        if len(digits) < 6 or re.fullmatch(r"(?:19|20)\d\d[ .-]*(?:19|20)\d\d", met.group()):
            continue
        before = text[max(0, met.start() - 24) : met.start()]
        if _before("other_numbers").search(before):
            continue
        plus = len(digits) >= 9 and met.group().lstrip("(").startswith(("+", "00"))
        grouped = bool(re.fullmatch(r"\d{2}([ .])\d{2}\1\d{2}\1\d{2}", met.group()))
        alone = where == "personal" and len(digits) in (8, 10, 11) and not re.match(r"(?:19|20)\d\d", digits)
        if plus or grouped or alone or _before("numbers").search(before):
            yield met.span()


def _addresses(line: _Line, street: int) -> int:
    """Streets, post boxes and the towns behind them; returns where the last street ended in the text."""
    ends: list[int] = [street - line.start]
    for pattern in (_streets(), _english_streets(), _boxes()):
        for met in pattern.finditer(line.text):
            ends.append(met.end())
            line.found.append(met.span())
    for pattern in (_POST, _UK_POST):
        for met in pattern.finditer(line.text):
            near = any(0 <= met.start() - end <= _NEAR for end in ends)
            if near or (line.where == "personal" and not _YEAR.match(met.group())):
                line.found.append(met.span())
                line.reached = True
    return line.start + ends[-1] if len(ends) > 1 else street


def _unusual_streets(lines: list[_Line]) -> None:
    """Words with a number right before a town with its postcode, whatever the street is called."""
    for i, line in enumerate(lines):
        if line.where != "personal":
            continue
        below = lines[i + 1].text if i + 1 < len(lines) else ""
        for met in _any_street().finditer(line.text):
            after = line.text[met.end() :].strip(" \t|·,•") or below.lstrip(" •")
            if _POST.match(after) and not _YEAR.search(met.group() + " "):
                line.found.append(met.span("street"))


def _towns(line: _Line, near: bool) -> Iterator[tuple[int, int]]:
    """Cells of a line among contact details that are nothing but a place."""
    if not near or len(line.text) > 120 or heading_of(line.text):
        return
    for met in _CELL.finditer(line.text):
        cell = met.group().strip()
        words = cell.split()
        if 0 < len(words) <= 3 and _TOWN_ALONE.match(cell) and not _is_work(cell, words):
            yield met.start() + len(met.group()) - len(met.group().lstrip()), met.end()


def _is_work(cell: str, words: list[str]) -> bool:
    return reading.organisation(cell) or any(reading.title_head(w.lower()) for w in words)
