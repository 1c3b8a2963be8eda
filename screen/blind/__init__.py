"""A ranking without names: neutral ids, contact and protected facts masked, file names replaced.

What is masked here was found by `identity`; on top of that every word of the applicant's own name and everything
that looks like an address, a number or a link is masked wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from screen.blind._ids import neutral_ids
from screen.blind._masking import Cover, cover_for
from screen.blind._rows import neutral_assessment, neutral_problem, renamed
from screen.model.errors import Notice
from screen.model.finding import Ranking
from screen.model.papers import Paper, Papers
from screen.model.text import MASK

__all__ = ["Blinded", "Who", "blind", "blind_papers"]

TOLD_BY_PEOPLE = frozenset({"corrections-unused"})
"""Notices whose facts are what somebody wrote of an applicant."""


@dataclass(frozen=True, slots=True)
class Who:
    """A line of the key: who stands behind a neutral id."""

    id: str
    name: str | None
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Blinded:
    """A ranking without names, and what leads back."""

    ranking: Ranking
    key: tuple[Who, ...]
    """By neutral id; for whoever asked for it, never part of a report."""
    ids: Mapping[str, str]
    """Application's id → neutral id."""
    cover: Cover
    """What to mask in anybody's texts."""
    paths: Mapping[str, str]
    """File's path → its neutral name."""


def blind(ranking: Ranking, language: str) -> Blinded:
    """The same ranking, told without anybody's name."""
    ids = neutral_ids(ranking)
    # Whoever applies for the same post is named nowhere, in nobody's papers.
    cover = cover_for(p.assessment for p in ranking.placed)
    names = renamed(ranking, ids, language)
    placed = tuple(
        replace(
            p,
            assessment=neutral_assessment(p.assessment, ids[p.assessment.id], cover, names, language),
        )
        for p in ranking.placed
    )
    problems = tuple(neutral_problem(p, cover, names) for p in ranking.problems)
    neutral = replace(ranking, placed=placed, problems=problems, notices=tuple(map(_notice, ranking.notices)))
    return Blinded(neutral, _key(ranking, ids), ids, cover, names.paths)


def blind_papers(papers: Iterator[Papers], blinded: Blinded) -> Iterator[Papers]:
    """Documents of the same applicants, under their neutral ids and names."""
    for one in papers:
        yield Papers(blinded.ids[one.id], tuple(_paper(p, blinded.cover, blinded.paths) for p in one.papers))


def _paper(paper: Paper, cover: Cover, paths: Mapping[str, str]) -> Paper:
    return replace(paper, path=paths[paper.path], text=cover.over(paper.text))


def _notice(notice: Notice) -> Notice:
    if notice.code not in TOLD_BY_PEOPLE:
        return notice
    return replace(notice, facts=tuple((k, MASK * 3 if k == "given" else v) for k, v in notice.facts))


def _key(ranking: Ranking, ids: Mapping[str, str]) -> tuple[Who, ...]:
    rows = (p.assessment for p in ranking.placed)
    lines = (Who(ids[a.id], a.name, tuple(f.path for f in a.files)) for a in rows)
    return tuple(sorted(lines, key=lambda who: who.id))
