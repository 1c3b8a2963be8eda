"""Files to rows, many at a time: read in workers, grouped, understood and assessed in workers, ranked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Literal

from screen.intake import CORRECTIONS, Corrections, group, load_corrections, passed_over
from screen.model.application import Application
from screen.model.criteria import Criteria
from screen.model.errors import Notice, Problem, ScreenError
from screen.model.finding import Assessment, Ranking
from screen.model.papers import Papers
from screen.pipeline._archive import find, is_archive
from screen.pipeline._files import MOST_BYTES, Collected, Found, collect
from screen.pipeline._packing import Packed, filled, hollow, lean, linked
from screen.pipeline._papers import nothing_read, papers_of
from screen.pipeline._pool import Lost, Workers, workers_for
from screen.pipeline._posting import echoes_of
from screen.pipeline._work import Case, Failed, assess_application, read_file
from screen.score import rank, unread

__all__ = ["Progress", "read_applications", "run"]

READ_SECONDS = 120
"""For one file: twenty scanned pages take 40 to 90 s, everything else under one."""
ASSESS_SECONDS = 120
"""For one applicant: it takes milliseconds, unless something is wrong."""


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


@dataclass(slots=True)
class _Reading:
    """What has been read so far, folded up."""

    packed: dict[str, Packed]
    problems: list[Problem]


def run(
    folder: Path,
    criteria: Criteria,
    as_of: date,
    *,
    posting: Path | None = None,
    skip: Iterable[Path] = (),
    workers: int | None = None,
    notices: Iterable[Notice] = (),
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

    Raises:
        ScreenError: `folder-not-found`, `empty-folder`, `posting-not-found`, `posting-unreadable`.
    """
    case = Case(criteria, as_of, echoes_of(criteria, posting))
    corrections, told = _corrections(folder)
    collected = _collected(folder, {*skip, *([posting] if posting else [])}, corrections)
    reading = _Reading({}, list(collected.problems))
    with Workers(workers_for(len(collected.files), workers), case) as pool:
        yield from _read(pool, collected.files, reading)
        applications = _grouped(reading, corrections)
        rows: list[Assessment] = []
        yield from _assess(pool, applications, reading, criteria, rows)
    # Rank is handed rows in an order of their own: which worker was first must not show.
    rows.sort(key=lambda row: row.id)
    said = (*notices, *told, *_unused(corrections, collected))
    ranking = rank(criteria, as_of, rows, reading.problems, passed_over=collected.passed_over, notices=said)
    papers = partial(papers_of, applications, reading.packed)
    yield Progress("done", len(rows), len(rows), ranking, papers)


def read_applications(folder: Path, workers: int | None = None) -> tuple[Application, ...]:
    """Every applicant in a folder with all documents' text: for those who want to go on with it themselves.

    Raises:
        ScreenError: `folder-not-found`, `empty-folder`.
    """
    corrections, _ = _corrections(folder)
    collected = _collected(folder, (), corrections)
    reading = _Reading({}, list(collected.problems))
    with Workers(workers_for(len(collected.files), workers), None) as pool:
        for _ in _read(pool, collected.files, reading):
            pass
    return tuple(filled(a, _of(a, reading)) for a in _grouped(reading, corrections))


def _corrections(folder: Path) -> tuple[Corrections, tuple[Notice, ...]]:
    """What people say about the files, and a notice that it was used."""
    place = folder / CORRECTIONS
    file = place if place.is_file() else _in_archive(folder)
    if file is None:
        return Corrections(), ()
    return load_corrections(file), (Notice.of("corrections-used", path=CORRECTIONS),)


def _in_archive(folder: Path) -> Path | None:
    return find(folder, CORRECTIONS) if folder.is_file() and is_archive(folder, MOST_BYTES) else None


def _unused(corrections: Corrections, collected: Collected) -> Iterator[Notice]:
    paths = (*(f.path for f in collected.files), *(p.path for p in collected.problems), *collected.ignored)
    for given in corrections.unused(paths):
        yield Notice.of("corrections-unused", path=CORRECTIONS, given=given)


def _collected(folder: Path, skip: Iterable[Path], corrections: Corrections) -> Collected:
    if not folder.exists():
        raise ScreenError("folder-not-found", path=str(folder))
    collected = collect(folder, passed_over, corrections.ignores, frozenset(path.resolve() for path in skip))
    if not collected.files and not collected.problems:
        raise ScreenError("empty-folder", path=str(folder), passed_over=collected.passed_over)
    return collected


def _read(pool: Workers, files: tuple[Found, ...], into: _Reading) -> Iterator[Progress]:
    """Reads every file. A cache would stand here: by hash, before a worker is asked."""
    yield Progress("read", 0, len(files))
    for done, (found, pieces) in enumerate(pool.each(read_file, files, READ_SECONDS), 1):
        if isinstance(pieces, Lost):
            into.problems.append(Problem.of(found.path, pieces.why, seconds=READ_SECONDS))
        else:
            into.packed |= {p.path: p for p in pieces if isinstance(p, Packed)}
            into.problems += [p for p in pieces if isinstance(p, Problem)]
        yield Progress("read", done, len(files))


def _grouped(reading: _Reading, corrections: Corrections) -> list[Application]:
    """The applicants, their documents' texts left folded up."""
    documents = [lean(packed) for _, packed in sorted(reading.packed.items())]
    problems = sorted(reading.problems, key=lambda p: (p.path, p.code))
    return sorted((hollow(a) for a in group(documents, problems, corrections)), key=lambda a: a.id)


def _assess(
    pool: Workers, applications: list[Application], reading: _Reading, criteria: Criteria, rows: list[Assessment]
) -> Iterator[Progress]:
    readable = [a for a in applications if _can_be_judged(a)]
    rows += [unread(a) for a in applications if not _can_be_judged(a)]
    jobs = ((a, _of(a, reading)) for a in readable)
    for done, ((application, _), row) in enumerate(pool.each(assess_application, jobs, ASSESS_SECONDS), 1):
        rows.append(linked(row, criteria) if isinstance(row, Assessment) else _given_up(application, row, reading))
        yield Progress("assess", done, len(readable))


def _can_be_judged(application: Application) -> bool:
    """Something was read, and the CV is not among what was not: a letter alone would make a weak candidate of it."""
    kinds = {f.kind for f in application.documents}
    return bool(kinds) and (not application.problems or "cv" in kinds)


def _of(application: Application, reading: _Reading) -> tuple[Packed, ...]:
    return tuple(reading.packed[f.document.path] for f in application.documents)


def _given_up(application: Application, why: Lost | Failed, reading: _Reading) -> Assessment:
    """A row for an applicant whom screen could not assess: unread, and said so, never a low level."""
    problems = tuple(_fault(f.document.path, f.document.sha256, why) for f in application.documents)
    reading.problems += problems
    return unread(replace(application, documents=(), problems=(*application.problems, *problems)))


def _fault(path: str, sha256: str, why: Lost | Failed) -> Problem:
    if isinstance(why, Failed):
        return Problem.of(path, "internal-error", sha256=sha256, reason=why.reason)
    return Problem.of(path, why.why, sha256=sha256, seconds=ASSESS_SECONDS)
