"""Statements about the applicant that must not count, found clause by clause."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from screen.identity._flat import Flat
from screen.identity._headings import heading_of
from screen.identity._phrases import Phrase, Strength, by_word, labels, personal_only, plain_labels
from screen.identity._words import load
from screen.lexicon import reading

Where = Literal["personal", "career", "open"]
"""personal: head, personal details; career: jobs and studies; open: everything else."""
_NO_COMPANY: tuple[Strength, ...] = ("open", "open_anywhere", "loose")
"""What stands on weak legs itself holds nothing else up."""
LONGEST_VALUE = 60
"""Characters of a value that fills a line."""
SHORT_VALUE = 4
"""Words: what may stand behind a label without a colon."""
_TOKEN = re.compile(r"[^\W\d_]+")
_BOUNDARY = re.compile(r"\s*[\n\t|•·]+\s*|(?<=[.!?])\s+(?=[^\W\d_a-zæøåäöü]|\d|[\"“»(])|\s{4,}")
_SHORT = re.compile(r"(?:\b\w|\b(?:\w\.)+\w|\d)\.\s*$")
"""A full stop after one letter, an abbreviation with points, or a number ends no sentence."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A run of a flat text that states something about the applicant."""

    start: int
    end: int
    ground: str


@dataclass(frozen=True, slots=True)
class _Met:
    """A phrase that was met, before it is known whether it counts."""

    fact: Fact
    strength: Strength
    sentence: int


@cache
def _abbreviations() -> re.Pattern[str]:
    said = "|".join(re.escape(a) for a in load("facts")["abbreviations"])
    return re.compile(rf"(?<!\w)(?:{said})\.\s*$", re.I)


def sentence_borders(text: str) -> tuple[int, ...]:
    """Where sentences, cells and lines begin."""
    starts = [0]
    for met in _BOUNDARY.finditer(text):
        if met.group().isspace() and not re.search(r"[\n\t]|\s{4}", met.group()) and _goes_on(text, met.start()):
            continue
        starts.append(met.end())
    return tuple(starts)


def _goes_on(text: str, at: int) -> bool:
    """Whether the full stop before a place ends an abbreviation or an ordinal, not a sentence."""
    before = text[max(0, at - 12) : at]
    ordinal = _SHORT.search(before) and not re.search(r"\d{2,4}\.\s*$", before)
    return bool(ordinal or _abbreviations().search(before))


def _holds_up(other: _Met, item: _Met) -> bool:
    """Whether one statement makes another near it one about the applicant, too."""
    if other.fact.ground == item.fact.ground:
        return item.strength == "loose" and other.strength != "loose"
    return other.strength not in _NO_COMPANY and other.fact.ground in load("facts")["company"]


_BARE_YEAR = re.compile(r"(?:19|20)\d\d")


class Reader:
    """One document's facts: its flat text and what part of the document each place belongs to."""

    def __init__(self, flat: Flat, where: Sequence[tuple[int, Where]]) -> None:
        self.text = flat.text
        self._starts = [start for start, _ in where]
        self._where = [kind for _, kind in where]
        self._borders = sentence_borders(flat.text)

    def where(self, at: int) -> Where:
        """What part of the document a place belongs to."""
        index = bisect_right(self._starts, at) - 1
        return self._where[index] if index >= 0 else "open"

    def _sentence(self, index: int) -> tuple[int, int]:
        end = self._borders[index + 1] if index + 1 < len(self._borders) else len(self.text)
        return self._borders[index], end

    def facts(self) -> Iterator[Fact]:
        """Everything that counts, not ordered; runs may overlap."""
        met = [*self._phrases(), *self._one_year(self._bare())]
        sentences = {m.sentence for m in met}
        for item in met:
            if self._counts(item, met, sentences):
                yield item.fact
        yield from self._labelled()

    def _phrases(self) -> Iterator[_Met]:
        """Phrases whose words stand in a sentence."""
        wanted = by_word()
        tried: set[tuple[int, str]] = set()
        for token in _TOKEN.finditer(self.text.lower()):
            phrases = wanted.get(token.group())
            if not phrases:
                continue
            index = bisect_right(self._borders, token.start()) - 1
            for phrase in phrases:
                if (index, phrase.source) not in tried:
                    tried.add((index, phrase.source))
                    yield from self._tried(phrase, index)

    def _tried(self, phrase: Phrase, index: int) -> Iterator[_Met]:
        start, end = self._sentence(index)
        for met in phrase.met_in(self.text[start:end].rstrip()):
            if _is_meant(met.groupdict()):
                a, b = met.span("mask")
                yield _Met(Fact(start + a, start + b, phrase.ground), phrase.strength, index)

    def _bare(self) -> Iterator[_Met]:
        """Values that say something only among personal details, such as a year on a line of its own."""
        for index in range(len(self._borders)):
            start, end = self._sentence(index)
            value = self.text[start:end].strip(" .\n\t|•·")
            if not value or len(value) > LONGEST_VALUE or self.where(start) != "personal":
                continue
            for phrase in personal_only():
                if phrase.pattern.fullmatch(value):
                    at = self.text.index(value, start)
                    yield _Met(Fact(at, at + len(value), phrase.ground), "personal", index)

    def _one_year(self, bare: Iterator[_Met]) -> list[_Met]:
        """Without bare years where there are several: nobody is born twice, they are a career's."""
        found = list(bare)
        years = [m for m in found if _BARE_YEAR.fullmatch(self.text[m.fact.start : m.fact.end])]
        if len({self.text[m.fact.start : m.fact.end] for m in years}) < 2:
            return found
        return [m for m in found if m not in years]

    def _counts(self, item: _Met, met: Sequence[_Met], sentences: set[int]) -> bool:
        place = self.where(item.fact.start)
        if item.strength in ("strong", "anywhere"):
            return True
        if item.strength in ("open", "open_anywhere"):
            return place != "career"
        if item.strength == "loose" and place == "career":
            return False
        return place == "personal" or self._has_company(item, met, sentences)

    def _has_company(self, item: _Met, met: Sequence[_Met], sentences: set[int]) -> bool:
        """Whether another fact of another ground stands in the same sentence or, in the same line, in the next."""
        near = {item.sentence}
        start, end = self._sentence(item.sentence)
        if item.sentence - 1 in sentences and "\n" not in self.text[self._sentence(item.sentence - 1)[0] : start]:
            near.add(item.sentence - 1)
        if item.sentence + 1 in sentences and "\n" not in self.text[start:end]:
            near.add(item.sentence + 1)
        return any(other.sentence in near and _holds_up(other, item) for other in met)

    def _labelled(self) -> Iterator[Fact]:
        """What stands behind a label, in its cell or on the next line."""
        for met in _label_pattern().finditer(self.text):
            ground = labels()[met.group("label").lower()]
            start, end = self._value(met)
            if end > start:
                yield Fact(start, end, ground)

    def _value(self, met: re.Match[str]) -> tuple[int, int]:
        """What belongs to a label; outside personal parts only to labels that are used for nothing else."""
        personal, plain = self.where(met.start("label")) == "personal", met.group("label").lower() in plain_labels()
        if not personal and not plain:
            return 0, 0
        line_end = self._line_end(met.end())
        rest = self.text[met.end() : line_end]
        if not rest.strip(" :\t"):
            return self._next_line(line_end + 1) if personal else (0, 0)
        if not met.group("mark") and not (personal and plain and len(rest.split()) <= SHORT_VALUE):
            return 0, 0
        cell = re.search(r"[\t|·]|\s{4,}(?=\S)", rest.lstrip())
        cut = len(rest) - len(rest.lstrip()) + cell.start() if cell else len(rest)
        return met.end(), met.end() + cut

    def _line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end

    def _next_line(self, start: int) -> tuple[int, int]:
        end = self._line_end(start)
        value = self.text[start:end]
        if not value.strip() or len(value) > 60 or _label_pattern().match(self.text, start) or heading_of(value):
            return 0, 0
        return start, end


@cache
def _label_pattern() -> re.Pattern[str]:
    said = "|".join(re.escape(x).replace(r"\ ", r"\s+") for x in sorted(labels(), key=lambda x: (-len(x), x)))
    return re.compile(
        rf"(?:(?<=[\n\t|·,;])|\A)[ •-]*(?P<label>{said})\.?[ ]*(?P<mark>[:\t]|(?=\n|\Z)|(?<=[ ])(?=\S))[ \t]*", re.I
    )


def _is_meant(groups: dict[str, str | None]) -> bool:
    """Whether a free word of a phrase is what the phrase takes it for."""
    title, person = groups.get("title"), groups.get("person")
    if title is not None:
        return reading.title_head(title.lower())
    if person is not None:
        low = person.lower()
        return reading.title_head(low) or low in load("facts")["classes"]["personword"]
    return True
