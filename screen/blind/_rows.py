"""One applicant's row, and a file's problem, without names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from screen.blind._masking import Cover
from screen.model.cv import Passage, Period, Position
from screen.model.errors import Fact, Notice, Problem
from screen.model.finding import Assessment, Evidence, FileRecord, Finding, Mark, Ranking
from screen.model.text import masked
from screen.wording import say

_ENDING = re.compile(r"\.[a-z0-9]{1,5}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Renamed:
    """Neutral names of files."""

    paths: Mapping[str, str]

    def of(self, path: str) -> str:
        """The neutral name; what is no file of the case stays."""
        return self.paths.get(path, path)


def renamed(ranking: Ranking, ids: Mapping[str, str], language: str) -> Renamed:
    """A neutral name for every file: whose it is, what it is, and its ending."""
    paths: dict[str, str] = {}
    for placed in ranking.placed:
        count: dict[str, int] = {}
        for file in sorted(placed.assessment.files, key=lambda f: (f.kind, f.sha256, f.path)):
            count[file.kind] = count.get(file.kind, 0) + 1
            kind = say(f"kind-{file.kind}", language)
            paths[file.path] = f"{ids[placed.assessment.id]} {kind} {count[file.kind]}{_ending(file.path)}"
    loose = sorted((p for p in ranking.problems if p.path not in paths), key=lambda p: (_sha(p), p.path))
    for number, problem in enumerate(loose, 1):
        paths[problem.path] = f"{say('blind-file', language, count=number)}{_ending(problem.path)}"
    return Renamed(paths)


def _sha(problem: Problem) -> str:
    return str(dict(problem.facts).get("sha256", ""))


def _ending(path: str) -> str:
    found = _ENDING.search(path)
    return found.group().lower() if found else ""


def neutral_assessment(who: Assessment, id_: str, cover: Cover, names: Renamed, language: str) -> Assessment:
    """The row under its neutral id."""
    neutral = _Neutral(cover, names)
    return Assessment(
        id=id_,
        name=say("blind-name", language, id=id_),
        files=tuple(sorted((neutral.file(f) for f in who.files), key=lambda f: f.path)),
        positions=tuple((neutral.position(p), names.of(path), page, line) for p, path, page, line in who.positions),
        marks=tuple(neutral.mark(m) for m in who.marks),
        notices=tuple(neutral.notice(n) for n in who.notices),
        unaccounted=tuple(neutral.evidence(e) for e in who.unaccounted),
    )


def neutral_problem(problem: Problem, cover: Cover, names: Renamed) -> Problem:
    """A file's problem under its neutral name."""
    return _Neutral(cover, names).problem(problem)


@dataclass(frozen=True, slots=True)
class _Neutral:
    cover: Cover
    names: Renamed

    def evidence(self, evidence: Evidence) -> Evidence:
        quote = self.cover.over(masked(evidence.quote, evidence.masks))
        return replace(
            evidence, passage=self.passage(evidence.passage), quote=quote, document=self.names.of(evidence.document)
        )

    def passage(self, passage: Passage) -> Passage:
        return replace(passage, path=self.names.of(passage.path))

    def position(self, position: Position) -> Position:
        return replace(
            position,
            title=self._text(position.title),
            employer=self._text(position.employer),
            period=self.period(position.period),
            heading=tuple(self.passage(p) for p in position.heading),
        )

    def period(self, period: Period | None) -> Period | None:
        return replace(period, passage=self.passage(period.passage)) if period else None

    def mark(self, mark: Mark) -> Mark:
        return replace(
            mark,
            findings=tuple(self.finding(f) for f in mark.findings),
            evidence=tuple(self.evidence(e) for e in mark.evidence),
            set_aside=tuple(self.evidence(e) for e in mark.set_aside),
        )

    def finding(self, finding: Finding) -> Finding:
        return replace(
            finding,
            evidence=tuple(self.evidence(e) for e in finding.evidence),
            set_aside=tuple(self.evidence(e) for e in finding.set_aside),
        )

    def notice(self, notice: Notice) -> Notice:
        return replace(notice, facts=self._facts(notice.facts))

    def problem(self, problem: Problem) -> Problem:
        return replace(problem, path=self.names.of(problem.path), facts=self._facts(problem.facts))

    def file(self, file: FileRecord) -> FileRecord:
        return replace(
            file, path=self.names.of(file.path), problem=self.problem(file.problem) if file.problem else None
        )

    def _facts(self, facts: tuple[tuple[str, Fact], ...]) -> tuple[tuple[str, Fact], ...]:
        return tuple((key, self._fact(key, value)) for key, value in facts)

    def _fact(self, key: str, value: Fact) -> Fact:
        if not isinstance(value, str) or key == "sha256":
            return value
        return self.names.paths[value] if value in self.names.paths else self.cover.over(value)

    def _text(self, text: str | None) -> str | None:
        return None if text is None else self.cover.over(text)
