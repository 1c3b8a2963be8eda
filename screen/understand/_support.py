"""Sentences elsewhere that speak of a position: in a letter, or in a profile that tells of results."""

from __future__ import annotations

import re
from collections.abc import Sequence

from screen.grammar.dates import find_dates
from screen.lexicon import reading
from screen.model.cv import Position
from screen.model.text import MASK
from screen.understand._words import kinds_of_employer, phrases, words

_WORD = re.compile(r"[^\W\d_]{3,}")
SHORTEST_NAME = 4
"""Letters of a word that tells one employer from another."""
LONG_TITLE = 7
"""Letters of a word that tells one title from another: "leder" and "chef" are everybody's."""


def _names(text: str | None, case: bool) -> set[str]:
    """The words that may tell a name from others; proper names where `case` asks for capitals."""
    found = _WORD.findall(text or "")
    return {w.casefold() for w in found if len(w) >= SHORTEST_NAME and MASK not in w and (not case or w[0].isupper())}


def _stem(word: str) -> str:
    """Without a genitive's s."""
    return word[:-1] if word.endswith("s") and len(word) > SHORTEST_NAME else word


def _name(employer: str | None) -> str:
    """An employer's name without its town and departments."""
    first, *more = (employer or "").split(",")
    return ",".join([first, *(part for part in more if reading.organisation(part.strip()))])


def _today(sentence: str) -> bool:
    """Whether a sentence tells what its writer does at present: "I dag har jeg ansvaret for …"."""
    opens = phrases("today").match(sentence.lstrip())
    return bool(opens and phrases("first_singular").search(sentence) and not phrases("wishes").search(sentence))


class Names:
    """What tells an applicant's positions apart by name."""

    def __init__(self, positions: Sequence[Position]) -> None:
        self.positions = positions
        employers = [
            {_stem(w) for w in _names(_name(p.employer), case=True)} - words("generic_employer") for p in positions
        ]
        self._employers = [self._distinct(i, employers) for i in range(len(positions))]
        titles = [_names(p.title, case=False) for p in positions]
        self._titles = [
            {w for w in mine if len(w) >= LONG_TITLE and sum(w in other for other in titles) == 1} for mine in titles
        ]

    def _distinct(self, at: int, employers: Sequence[set[str]]) -> set[str]:
        """The words of an employer's name that no other employer's name holds."""
        mine = self.positions[at].employer
        others = [e for e, p in zip(employers, self.positions, strict=True) if p.employer != mine]
        return {w for w in employers[at] if not any(w in other for other in others)}

    def spoken_of(self, sentence: str) -> int | None:
        """The position whose employer, else whose title a sentence names; None where it names none."""
        capital = {_stem(w.casefold()) for w in _WORD.findall(sentence) if w[0].isupper()}
        said = {w.casefold() for w in _WORD.findall(sentence)}
        by_employer = [i for i, mine in enumerate(self._employers) if self._named(i, mine & capital)]
        by_title = [i for i, mine in enumerate(self._titles) if mine & said]
        both = [i for i in by_employer if i in by_title]
        for found in (both, by_employer, by_title):
            if found:
                return found[0]
        if phrases("current_post").search(sentence) or _today(sentence):
            return self.current()
        as_title = self._as_title(sentence)
        return self._since(sentence) if as_title is None else as_title

    def _as_title(self, sentence: str) -> int | None:
        """The job whose title a sentence opens with: "Som centerchef lagde jeg …"; of several, the running one."""
        lead = phrases("as_lead").match(sentence.lstrip())
        rest = sentence.lstrip()[lead.end() :].lstrip() if lead else ""
        title = reading.title_span(rest)
        if title is None or title.start:
            return None
        said = title.of(rest).casefold()
        jobs = [(i, p) for i, p in enumerate(self.positions) if p.role == "job" and said in (p.title or "").casefold()]
        running = [(i, p) for i, p in jobs if p.period and p.period.last is None]
        found = jobs if len(jobs) == 1 else running
        return found[0][0] if len(found) == 1 else None

    def _named(self, at: int, met: set[str]) -> bool:
        """Whether the words met name an employer; a seat or an office needs all of them, since a town is many's."""
        return bool(met) and (self.positions[at].role == "job" or (met == self._employers[at] and len(met) > 1))

    def _since(self, sentence: str) -> int | None:
        """The running job that began in the very year since which the sentence says something has gone on."""
        if not any(map(str.isdigit, sentence)):
            return None
        years = {d.first.year for d in find_dates(sentence) if d.kind == "period" and d.running and d.first}
        found = [
            i
            for i, p in enumerate(self.positions)
            if p.role == "job" and p.period and p.period.last is None and p.period.first.year in years
        ]
        return found[0] if len(found) == 1 else None

    def current(self) -> int | None:
        """The running job that began last."""
        running = [
            (p.period.first, -i)
            for i, p in enumerate(self.positions)
            if p.role == "job" and p.period and p.period.last is None
        ]
        return -max(running)[1] if running else None


SHORTEST_KIN = 6
"""Letters that two words must share at their beginning to speak of the same thing ("center|chef", "center|budget")."""


def kin(sentence: str, positions: Sequence[Position]) -> int | None:
    """The first position whose title shares the beginning of a word with the sentence."""
    said = {w.casefold()[:SHORTEST_KIN] for w in _WORD.findall(sentence) if len(w) >= SHORTEST_KIN}
    for i, position in enumerate(positions):
        titles = {w[:SHORTEST_KIN] for w in _names(position.title, case=False) if len(w) >= SHORTEST_KIN}
        if titles & said:
            return i
    return None


class Kinds:
    """In a CV told by skills: which job a sentence means by "the firm", "the municipality"."""

    def __init__(self, positions: Sequence[Position]) -> None:
        self.jobs = [(i, p) for i, p in enumerate(positions) if p.role == "job"]
        self._last: int | None = None

    def meant(self, sentence: str) -> int | None:
        """The job of that kind that lasted as long as the sentence says, the one meant before, or the only one."""
        sectors = {sector for sector, pattern in kinds_of_employer() if pattern.search(sentence)}
        among = [(i, p) for i, p in self.jobs if p.sector in sectors]
        months = {d.months for d in find_dates(sentence) if d.kind == "duration" and d.months}
        lasted = [i for i, p in among if p.stated_months in months]
        if len(lasted) == 1 or len(among) == 1:
            self._last = lasted[0] if len(lasted) == 1 else among[0][0]
            return self._last
        return self._last if self._last in [i for i, _ in among] else None
