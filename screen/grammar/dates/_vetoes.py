"""What looks like a date and is none: budgets, plans, telephone numbers, years of birth, headcounts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from screen.grammar._words import alternation
from screen.grammar.dates._dated import Dated
from screen.languages import languages
from screen.lexicon.reading import title_head
from screen.model.text import Span

_WORDS = re.compile(r"[^\W\d_]+(?:[-/.][^\W\d_]+)*\.?|§|\d{4}|[^\w\s]")
_BACK = 48
"""Characters: no veto word with the words between it and the date is longer."""
_PART_OF_WORD = re.compile(r"[-–][a-zæøåäö]")
"""Behind a year: "2014/2015-budgettet"."""
_GLUED = re.compile(r"[-–’'](?:[a-zæøåäö]|\d)|(?:ern?e?|s|tallet)\b|[ ]?[-–]\d")
_PHONE = re.compile(r"(?:\+\d\d[ ]?|\b\d{4}[ ]|\b\d\d[ ])$")
_ADDRESS = re.compile(
    r"[^\W\d_]\.?[ ]\d{1,3}[A-Z]?(?:,?[ ](?:\d+\.|st\.|th|tv|mf|kl\.?)[ ]?(?:th|tv|mf)?\.?)?,[ ]*$|\bDK-[ ]?$"
)
_LISTED = re.compile(r"(?:[ ]?\d{1,2}(?:,|[ ][a-zæøå]{2,3})[ ])+$")
"""The other ages of a list: \"børn på 12 og 15 år\"."""
_DIGITS = re.compile(r"[ ]\d{4}\b")
_FROM_BIRTH = re.compile(r"(?<!\d)0[ ]?[-–][ ]?$")
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


def _before(text: str, run: Span, start: int) -> list[str]:
    """The words on the line before the date, nearest first."""
    line = text[max(run.start, start - _BACK, text.rfind("\n", 0, start) + 1, text.rfind("\t", 0, start) + 1) : start]
    return [found.group() for found in _WORDS.finditer(line)][::-1]


def _named(words: list[str], name: str, capital: bool) -> bool:
    """Whether a veto word of that list stands before, behind nothing but small words; `capital`: the date has one."""
    for i, word in enumerate(words[:6]):
        if i == 0 and capital and word.endswith("."):
            # "Gift. Ansat siden 2012": a sentence ended.
            return False
        if _vetoes(name).fullmatch(word) and not (word.isupper() and len(word) <= 2):
            # Of one letter only "f." and "s." are abbreviations.
            return len(word) > 1 or not word.isalpha()
        small = word.lower().rstrip(".") in _passed() or re.fullmatch(r"\d{4}", word)
        if not small and word not in ".:":
            return False
    return False


def judged(text: str, run: Span, dated: Dated) -> Dated | None:
    """The date as it is, or with a doubt; None where what stands around it makes it something else."""
    words = _before(text, run, dated.span.start)
    if dated.kind == "duration":
        return _length(text, run, dated)
    capital = text[dated.span.start].isupper()
    if _named(words, "veto_always", capital):
        return None
    if dated.running or _monthly(dated):
        return dated
    if _number(text, run, dated):
        return None
    return dated if not _named(words, "veto_range", capital) or _of_a_post(text, run, dated) else None


def _of_a_post(text: str, run: Span, dated: Dated) -> bool:
    """Whether a department is named so: "Direktør for Strategi 2015-2019", "Miljø og Plan 2010-2014"."""
    start = dated.span.start
    begin = max(run.start, text.rfind("\n", 0, start) + 1, text.rfind("\t", 0, start) + 1)
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text[begin:start])
    titled = any(title_head(word.lower()) for word in words[:3])
    joined = len(words) > 2 and words[-1][0].isupper() and words[-2].lower() in _joiners()
    return dated.kind == "period" and (joined or (titled and any(word[0].isupper() for word in words[1:][-2:])))


@cache
def _joiners() -> frozenset[str]:
    return frozenset(word for language in languages() for word in language.headings.connectors)


def _monthly(dated: Dated) -> bool:
    return any(month is not None and month.month is not None for month in (dated.first, dated.last))


def _number(text: str, run: Span, dated: Dated) -> bool:
    """Whether a bare year is a number, part of a word, of an address or of a telephone number."""
    start, end = dated.span.start, dated.span.end
    after = _AFTER.match(text, end, run.end)
    if after and not after["word"][0].isupper() and _vetoes("veto_after").fullmatch(after["word"]):
        return True
    if dated.kind == "period":
        return bool(_PART_OF_WORD.match(text, end, run.end))
    before = text[max(run.start, start - 24) : start]
    return bool(
        _postal().match(text, end, run.end)
        or _GLUED.match(text, end, run.end)
        or _PHONE.search(before)
        or _ADDRESS.search(before)
        or _DIGITS.match(text, end, run.end)
    )


@cache
def _postal() -> re.Pattern[str]:
    towns = (town for language in languages() for town in language.dates.towns)
    return re.compile(rf"[ ](?:{alternation(towns)})(?:[ ][A-ZÆØÅ])?[ ]*(?:$|[\n\t,;|·•)])", re.IGNORECASE)


def _length(text: str, run: Span, dated: Dated) -> Dated | None:
    """A length of time, unless it is an age, a deadline or an interval."""
    start, end = dated.span.start, dated.span.end
    line = text[max(run.start, start - _BACK, text.rfind("\n", 0, start) + 1) : start]
    if _FROM_BIRTH.search(line) or _behind(_LISTED.sub("", line), "duration_veto_before"):
        return None
    after = _AFTER.match(text, end, run.end)
    if after and _vetoes("duration_veto_after").fullmatch(after["word"]):
        return None
    if text[end - 1].lower() == "s":
        # "over 20 års erfaring" is more than 20 years of it.
        return dated
    doubted = any(_behind(part, "duration_doubt_before") for part in (line, _about().sub("", line)))
    return replace(dated, doubt="ambiguous") if doubted else dated


@cache
def _about() -> re.Pattern[str]:
    words = (word for language in languages() for word in language.amounts.about)
    return re.compile(rf"(?<!\w)(?:(?:{alternation(words)})\.?[ ]+)+$", re.IGNORECASE)


def _behind(line: str, name: str) -> bool:
    """Whether the line so far ends in a word of that list."""
    return bool(re.search(rf"(?<!\w){_vetoes(name).pattern}$", line.rstrip(" :,.("), re.IGNORECASE))
