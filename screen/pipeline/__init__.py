"""Files to rows, many at a time: read in workers, grouped, understood and assessed in workers, ranked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Literal

from screen.model.application import Application
from screen.model.criteria import Criteria
from screen.model.errors import Notice, Problem
from screen.model.finding import Assessment, Ranking
from screen.model.papers import Papers
from screen.pipeline._packing import filled, linked
from screen.pipeline._papers import nothing_read, papers_of
from screen.pipeline._pool import Lost, Workers, workers_for
from screen.pipeline._posting import echoes_of
from screen.pipeline._reading import ASSESS_SECONDS, Reading, can_be_judged, opened
from screen.pipeline._work import Case, Failed, assess_application
from screen.score import rank, unread

__all__ = ["Progress", "read_applications", "run"]


def _nothing() -> None:
    """Without a cache nobody remembers what was shown."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come."""

    stage: Literal["read", "assess", "done"]
    done: int
    """Files, or applicants."""
    total: int
    ranking: Ranking | None = None
    """With the last event, `done`."""
    papers: Callable[[bool], Iterator[Papers]] = nothing_read
    """With the last event: the applicants' documents, unfolded one applicant at a time, contact and protected facts
    masked; called with True, names too."""
    new: frozenset[str] = frozenset()
    """With the last event: ids of the applicants with a file that was not there when the table was last shown. No
    part of the result, which is the same for the same files."""
    look: Callable[[], None] = _nothing
    """With the last event: notes that the table was shown."""


def run(
    folder: Path,
    criteria: Criteria,
    as_of: date,
    *,
    posting: Path | None = None,
    skip: Iterable[Path] = (),
    workers: int | None = None,
    notices: Iterable[Notice] = (),
    cache: bool = False,
) -> Iterator[Progress]:
    """Reads and ranks the applications in a folder; the last event carries the ranking.

    Args:
        folder: The applications, or a single file.
        criteria: What they are held against.
        as_of: The day on which running periods are cut.
        posting: Its text, so that echoes of it are known.
        skip: Files of the run's own in the folder: criteria, output.
        workers: Processes; by default as many as cores, fewer for few files; 0 works here, without protection.
        notices: What the caller has to say about the run.
        cache: Whether what is read is kept in `.screen/` in the folder, and used where it was kept before.

    Raises:
        ScreenError: `folder-not-found`, `empty-folder`, `posting-not-found`, `posting-unreadable`.
    """
    echoes = echoes_of(criteria, posting)
    reading = opened(folder, {*skip, *([posting] if posting else [])}, cache=cache)
    case = Case(criteria, as_of, echoes, reading.shelf.kept)
    rows: list[Assessment] = []
    with Workers(workers_for(len(reading.collected.files), workers), case) as pool:
        for done, total in reading.files(pool):
            yield Progress("read", done, total)
        reading.tell_apart(pool)
        yield from _assess(pool, case, reading, rows)
    reading.shelf.tidy()
    # Rank is handed rows in an order of their own: which worker was first must not show.
    rows.sort(key=lambda row: row.id)
    passed = (Notice.of("posting-passed-over", path=path) for path in reading.postings)
    said = (*notices, *reading.told, *reading.unused(), *passed)
    ranking = rank(criteria, as_of, rows, reading.problems, passed_over=reading.passed_over, notices=said)
    papers = partial(papers_of, reading.applications, reading.packed)
    seen, shelf = reading.seen(), reading.shelf
    yield Progress(
        "done", len(rows), len(rows), ranking, papers, new=shelf.unseen(seen), look=partial(shelf.look, seen)
    )


def read_applications(folder: Path, workers: int | None = None) -> tuple[Application, ...]:
    """Every applicant in a folder with all documents' text: for those who want to go on with it themselves.

    Raises:
        ScreenError: `folder-not-found`, `empty-folder`.
    """
    reading = opened(folder)
    with Workers(workers_for(len(reading.collected.files), workers), None) as pool:
        for _ in reading.files(pool):
            pass
        reading.tell_apart(pool)
    return tuple(filled(a, reading.of(a)) for a in reading.applications)


def _assess(pool: Workers, case: Case, reading: Reading, rows: list[Assessment]) -> Iterator[Progress]:
    jobs = reading.jobs()
    rows += [unread(a) for a in reading.applications if not can_be_judged(a)]
    for done, ((application, _), row) in enumerate(reading.each(pool, case, assess_application, jobs), 1):
        if isinstance(row, Assessment):
            rows.append(linked(row, case.criteria))
        else:
            rows.append(_given_up(application, row, reading))
        yield Progress("assess", done, len(jobs))


def _given_up(application: Application, why: Lost | Failed, reading: Reading) -> Assessment:
    """A row for an applicant whom screen could not assess: unread, and said so, never a low level."""
    problems = tuple(_fault(f.document.path, f.document.sha256, why) for f in application.documents)
    reading.problems += problems
    return unread(replace(application, documents=(), problems=(*application.problems, *problems)))


def _fault(path: str, sha256: str, why: Lost | Failed) -> Problem:
    if isinstance(why, Failed):
        return Problem.of(path, "internal-error", sha256=sha256, reason=why.reason)
    return Problem.of(path, why.why, sha256=sha256, seconds=ASSESS_SECONDS)
