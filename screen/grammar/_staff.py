"""Whether a number of people is an employer's whole staff or those whom the writer leads."""

from __future__ import annotations

import re
from functools import cache

from screen.grammar._words import alternation, any_of
from screen.languages import languages
from screen.model.text import Span

_REACH = 110
"""Characters before the number in which a cue may stand."""
_SENTENCE = re.compile(r"[.!?;][ ]+(?=[A-ZÆØÅÄÖ])|\n(?=• )|\t")
_LEGAL = re.compile(r"(?:A/S|ApS|AB|AS|ASA|a\.m\.b\.a\.|I/S|P/S|Ltd|plc|GmbH|Inc)\.?[ ]?[,(][ ]?(?:[a-z]+\.?[ ])?$")


def _words(name: str) -> list[str]:
    return [word for language in languages() for word in getattr(language.amounts, name)]


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(_words('leads'))})(?!\w)", re.IGNORECASE)


@cache
def _own() -> re.Pattern[str]:
    return re.compile(rf"[ ,(]+(?:[a-zæøå]+[ ])?(?:{alternation(_words('own_after'))})(?!\w)", re.IGNORECASE)


@cache
def _about() -> str:
    return rf"(?:\s*(?:{alternation(_words('about'))})\.?)*\s*"


@cache
def _employers() -> re.Pattern[str]:
    """An employer's noun, a link ("har", "med"), other amounts, and then the number."""
    nouns, links = any_of(_words("employers")), alternation(_words("has"))
    name = r"(?:\s+[A-ZÆØÅ][\w/&.-]*){0,3}"
    extra = r"(?:\s+[\w-]+){0,2}?"
    others = r"(?:[\d.,]+\s+[^\W\d_]+\.?(?:\s+[^\W\d_]+\.?)?(?:,|\s+(?:[a-zæøå]{2,4}))\s*)?"
    return re.compile(rf"(?<!\w)(?i:{nouns}){name}(?:,?{extra}\s+(?i:{links})|\s*[:(])\s*{others}(?i:{_about()})$")


@cache
def _owned() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(_words('genitives'))})\s+(?:\w+\s+)?{_about()}$", re.IGNORECASE)


@cache
def _sizes() -> re.Pattern[str]:
    return re.compile(any_of(_words("size_nouns")), re.IGNORECASE)


@cache
def _staff() -> re.Pattern[str]:
    """Staff of any kind, perhaps with a cue around it ("antal ansatte")."""
    return re.compile(rf"(?:\w+[ ])*(?:{any_of(_words('staff'))})", re.IGNORECASE)


def _clause(text: str, run: Span, start: int) -> str:
    before = text[max(run.start, start - _REACH) : start]
    return before[max((found.end() for found in _SENTENCE.finditer(before)), default=0) :]


def whole_employer(text: str, run: Span, start: int, noun: Span) -> bool:
    """Whether the number at `start`, counting `noun`, tells the size of the organisation.

    The nearest cue decides; without one, "ansatte" tell a size and "medarbejdere" are led.
    """
    before = _clause(text, run, start)
    if noun.start >= start and _own().match(text, noun.end, run.end):
        return False
    if not _staff().fullmatch(text, noun.start, noun.end):
        # "ledede kommunens 300 pædagoger": of one kind, they are not all.
        return False
    if _owned().search(before):
        return True
    lead = max((found.end() for found in _leads().finditer(before)), default=-1)
    employer = _employers().search(before)
    if employer:
        # "direktør for en virksomhed med 340 ansatte": the noun stands nearer than the lead.
        return lead <= employer.start() or lead < _noun(employer)
    if lead >= 0:
        return False
    return bool(_sizes().fullmatch(text, noun.start, noun.end) or _LEGAL.search(before))


def _noun(employer: re.Match[str]) -> int:
    """Where the noun ends, counted as the clause is: a lead behind it is nearer to the number."""
    return employer.start() + len(re.match(r"[\w/.-]+", employer.group()).group())  # type: ignore[union-attr]
