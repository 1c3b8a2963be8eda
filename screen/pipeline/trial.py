"""Criteria tried on a folder: read as for a ranking, looked at otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from screen.model.criteria import Criteria
from screen.model.errors import Problem
from screen.pipeline._pool import Workers, workers_for
from screen.pipeline._posting import echoes_of
from screen.pipeline._reading import opened
from screen.pipeline._work import Case, try_application
from screen.trial import Glance, Trial, asked_of, gathered


@dataclass(frozen=True, slots=True)
class Trying:
    """How far a trial has come."""

    stage: Literal["read", "assess", "done"]
    done: int
    """Files, or applicants."""
    total: int
    trial: Trial | None = None
    """With the last event."""
    new: tuple[str, ...] = ()
    """With the last event: names of the applicants who arrived since the table was last shown."""
    problems: tuple[Problem, ...] = ()
    """With the last event: files that could not be read."""


def tried(
    folder: Path,
    criteria: Criteria,
    as_of: date,
    *,
    posting: Path | None = None,
    skip: Iterable[Path] = (),
    workers: int | None = None,
    cache: bool = False,
) -> Iterator[Trying]:
    """Tries criteria on the applications in a folder; the last event carries what was found.

    Args: as for `screen.pipeline.run`.

    Raises:
        ScreenError: as `screen.pipeline.run`.
    """
    asked, echoes = asked_of(criteria), echoes_of(criteria, posting)
    reading = opened(folder, {*skip, *([posting] if posting else [])}, cache=cache)
    case = Case(criteria, as_of, echoes, reading.shelf.kept, asked.entries)
    glances: list[Glance] = []
    with Workers(workers_for(len(reading.collected.files), workers), case) as pool:
        for done, total in reading.files(pool):
            yield Trying("read", done, total)
        reading.tell_apart(pool)
        jobs = reading.jobs()
        for done, (_, seen) in enumerate(reading.each(pool, case, try_application, jobs), 1):
            glances += [seen] if isinstance(seen, Glance) else []
            yield Trying("assess", done, len(jobs))
    reading.shelf.tidy()
    new = reading.shelf.unseen(reading.seen())
    names = sorted(a.name or a.id for a in reading.applications if a.id in new)
    problems = tuple(sorted(reading.problems, key=lambda p: (p.path, p.code)))
    trial = gathered(criteria, asked, glances)
    yield Trying("done", len(jobs), len(jobs), trial, tuple(names), problems)
