"""Criteria tried on a folder: read as for a ranking, looked at otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from screen.model.criteria import Criteria
from screen.model.errors import Problem
from screen.pipeline import (
    _can_be_judged,
    _collected,
    _corrections,
    _each,
    _files_of,
    _grouped,
    _of,
    _parted,
    _read,
    _Reading,
)
from screen.pipeline._kept import shelf_in
from screen.pipeline._pool import Workers, workers_for
from screen.pipeline._posting import echoes_of
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
    corrections, _ = _corrections(folder)
    collected = _collected(folder, {*skip, *([posting] if posting else [])}, corrections)
    shelf = shelf_in(folder, cache)
    case = Case(criteria, as_of, echoes, shelf.kept, asked.entries)
    reading = _Reading({}, list(collected.problems))
    glances: list[Glance] = []
    with Workers(workers_for(len(collected.files), workers), case) as pool:
        for event in _read(pool, collected.files, reading, shelf):
            yield Trying(event.stage, event.done, event.total)
        applications, _ = _parted(_grouped(pool, reading, corrections, shelf), reading)
        jobs = [(a, _of(a, reading)) for a in applications if _can_be_judged(a)]
        for done, (_, seen) in enumerate(_each(pool, case, try_application, jobs, shelf), 1):
            glances += [seen] if isinstance(seen, Glance) else []
            yield Trying("assess", done, len(jobs))
    shelf.tidy()
    new = shelf.unseen([_files_of(a) for a in applications])
    names = sorted(a.name or a.id for a in applications if a.id in new)
    problems = tuple(sorted(reading.problems, key=lambda p: (p.path, p.code)))
    trial = gathered(criteria, asked, glances)
    yield Trying("done", len(jobs), len(jobs), trial, tuple(names), problems)
