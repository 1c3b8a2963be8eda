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


@cache
def _leads() -> re.Pattern[str]:
    words = (word for language in languages() for word in language.amounts.leads)
    return re.compile(rf"(?<!\w)(?:{alternation(words)})(?!\w)", re.IGNORECASE)


@cache
def _about() -> str:
    words = (word for language in languages() for word in language.amounts.about)
    return rf"(?:\s*(?:{alternation(words)})\.?)*\s*"


@cache
def _employers() -> re.Pattern[str]:
    """An employer's noun, a link ("har", "med"), other amounts, and then the number."""
    nouns = any_of(word for language in languages() for word in language.amounts.employers)
    links = alternation(word for language in languages() for word in language.amounts.has)
    name = r"(?:\s+[A-ZÆØÅ][\w/&.-]*){0,3}"
    extra = r"(?:\s+[\w-]+){0,2}?"
    others = r"(?:[\d.,]+\s+[^\W\d_]+\.?(?:\s+[^\W\d_]+\.?)?(?:,|\s+(?:og|and|och|samt))\s*)?"
    return re.compile(rf"(?<!\w)(?i:{nouns}){name}(?:,?{extra}\s+(?i:{links})|\s*[:(])\s*{others}(?i:{_about()})$")


@cache
def _owned() -> re.Pattern[str]:
    nouns = any_of(word for language in languages() for word in language.amounts.genitives)
    return re.compile(
        rf"(?<!\w)(?:{nouns})\s+(?:(?:i\s+alt|samlede|total|all|more\s+than)\s+)?{_about()}$", re.IGNORECASE
    )


@cache
def _sizes() -> re.Pattern[str]:
    return re.compile(any_of(word for language in languages() for word in language.amounts.size_nouns), re.IGNORECASE)


def _clause(text: str, run: Span, start: int) -> str:
    before = text[max(run.start, start - _REACH) : start]
    return before[max((found.end() for found in _SENTENCE.finditer(before)), default=0) :]


def whole_employer(text: str, run: Span, start: int, unit: int, end: int) -> bool:
    """Whether the number at `start`, with its noun from `unit` to `end`, tells the size of the organisation.

    The nearest cue before it decides; without one, "ansatte" tell a size and "medarbejdere" are led.
    """
    before = _clause(text, run, start)
    if _owned().search(before):
        return True
    lead = max((found.end() for found in _leads().finditer(before)), default=-1)
    employer = _employers().search(before)
    if employer:
        # "direktør for en virksomhed med 340 ansatte": the noun stands nearer than the lead.
        return lead <= employer.end() and lead <= max(employer.start(), _noun_end(employer))
    if lead >= 0:
        return False
    return bool(_sizes().fullmatch(text, unit, end) or _LEGAL.search(before))


def _noun_end(employer: re.Match[str]) -> int:
    """A lead that is part of the link itself ("afdeling med") does not count against its own noun."""
    return employer.end()
