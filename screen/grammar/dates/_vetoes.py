"""What looks like a date and is none: budgets, plans, telephone numbers, years of birth, headcounts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from screen.grammar.dates._dated import Dated
from screen.languages import languages
from screen.model.text import Span

_WORDS = re.compile(r"[^\W\d_]+(?:[-/.][^\W\d_]+)*\.?|§|\d{4}|[^\w\s]")
_BACK = 48
"""Characters: no veto word with the words between it and the date is longer."""
_PASSED = re.compile(r"[.,:;]|\d{4}")
_GLUED = re.compile(r"[-–’'](?:[a-zæøåäö]|\d)|(?:ern?e?|s|tallet)\b|[ ]?[-–]\d")
_PHONE = re.compile(r"(?:\+\d\d[ ]?|\b\d{4}[ ]|\b\d\d[ ])$")
_ADDRESS = re.compile(r"\b\d+[A-Z]?(?:,?[ ](?:\d+\.|st\.|th|tv|mf|kl\.?)[ ]?(?:th|tv|mf)?\.?)?,[ ]*$|\bDK-[ ]?$")
_AFTER = re.compile(r"[ \u00a0]?(?P<word>%|[^\W\d_]+\d?)")


def _matcher(words: Iterable[str]) -> re.Pattern[str]:
    """Matches any of the words whole; `*` stands for any beginning or end."""
    bodies = sorted({re.escape(word).replace(r"\*", r"\w*") for word in words}, key=len, reverse=True)
    return re.compile("(?:" + "|".join(bodies) + r")\.?", re.IGNORECASE)


@cache
def _vetoes(name: str) -> re.Pattern[str]:
    return _matcher(word for language in languages() for word in getattr(language.dates, name))


@cache
def _passed() -> frozenset[str]:
    return frozenset(word for language in languages() for word in language.dates.veto_between)


def _before(text: str, run: Span, start: int) -> tuple[list[str], bool]:
    """The words on the line before the date, nearest first, and whether one was passed over."""
    line = text[max(run.start, start - _BACK, text.rfind("\n", 0, start) + 1, text.rfind("\t", 0, start) + 1) : start]
    words = [found.group() for found in _WORDS.finditer(line)][::-1]
    skip = 0
    while skip < len(words) and (words[skip].lower().rstrip(".") in _passed() or _PASSED.fullmatch(words[skip])):
        skip += 1
    return words, bool(skip)


def _named(words: list[str], name: str, commas: bool) -> bool:
    """Whether a veto word of that list stands before, behind nothing but small words."""
    for word in words[:6]:
        if _vetoes(name).fullmatch(word) and not (word.isupper() and len(word) <= 3):
            # Of one letter only "f." and "s." are abbreviations.
            return len(word) > 1 or not word.isalpha()
        small = word.lower().rstrip(".") in _passed() or re.fullmatch(r"\d{4}", word)
        if not small and not (word in ".:" or (commas and word in ",;(")):
            return False
    return False


def vetoed(text: str, run: Span, dated: Dated) -> bool:
    """Whether what stands around the date makes it something else."""
    words, _ = _before(text, run, dated.span.start)
    if dated.kind == "duration":
        return _length_vetoed(text, run, dated, words)
    if _named(words, "veto_always", commas=False):
        return True
    if dated.running or _monthly(dated):
        return False
    return _number(text, dated) or _named(words, "veto_range", commas=False)


def _monthly(dated: Dated) -> bool:
    return any(month is not None and month.month is not None for month in (dated.first, dated.last))


def _number(text: str, dated: Dated) -> bool:
    """Whether a bare year is a number, part of a word, of an address or of a telephone number."""
    start, end = dated.span.start, dated.span.end
    after = _AFTER.match(text, end)
    if after and not after["word"][0].isupper() and _vetoes("veto_after").fullmatch(after["word"]):
        return True
    if dated.kind == "period":
        return False
    before = text[max(0, start - 24) : start]
    return bool(
        _GLUED.match(text, end)
        or _PHONE.search(before)
        or _ADDRESS.search(before)
        or re.match(r"[ ]\d{4}\b", text[end : end + 6])
    )


def _length_vetoed(text: str, run: Span, dated: Dated, words: list[str]) -> bool:
    """Whether a length of time is an age, a deadline or an interval."""
    start, end = dated.span.start, dated.span.end
    line = text[max(run.start, start - _BACK, text.rfind("\n", 0, start) + 1) : start].rstrip(" :,ca.")
    after = _AFTER.match(text, end)
    if after and _vetoes("duration_veto_after").fullmatch(after["word"]):
        return True
    return bool(re.search(r"(?<!\w)" + _vetoes("duration_veto_before").pattern + "$", line, re.IGNORECASE))
