"""Files to rows, many at a time: read in workers, grouped, understood and assessed in workers, ranked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Literal

from screen.intake import CORRECTIONS, Corrections, is_posting, load_corrections, passed_over
from screen.model.application import Application
from screen.model.criteria import Criteria
from screen.model.errors import Notice, Problem, ScreenError
from screen.model.finding import Assessment, Ranking
from screen.model.papers import Papers
from screen.pipeline._archive import find, is_archive
from screen.pipeline._files import MOST_BYTES, Collected, Found, collect
from screen.pipeline._inside import Budget, PassedOver
from screen.pipeline._kept import Piece, Shelf, shelf_in
from screen.pipeline._packing import Packed, filled, lean, linked
from screen.pipeline._papers import nothing_read, papers_of
from screen.pipeline._pool import Lost, Workers, workers_for
from screen.pipeline._posting import echoes_of
from screen.pipeline._work import Case, Failed, Job, Made, assess_application, group_files, read_file
from screen.score import rank, unread

__all__ = ["Progress", "read_applications", "run"]

READ_SECONDS = 120
"""For one file: twenty scanned pages take 40 to 90 s, everything else under one."""
ASSESS_SECONDS = 120
"""For one applicant: it takes milliseconds, unless something is wrong."""
GROUP_SECONDS = 600
"""For telling the applicants of a folder apart: 5 ms a file."""
FEW = 64
"""Applicants who were all understood before: to assess them here takes less time than to start a worker."""


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


@dataclass(slots=True)
class _Reading:
    """What has been read so far, folded up."""

    packed: dict[str, Packed]
    problems: list[Problem]
    passed_over: int = 0
    """Files in archives that are no applications."""


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
    corrections, told = _corrections(folder)
    collected = _collected(folder, {*skip, *([posting] if posting else [])}, corrections)
    shelf = shelf_in(folder, cache)
    case = Case(criteria, as_of, echoes, shelf.kept)
    reading = _Reading({}, list(collected.problems))
    with Workers(workers_for(len(collected.files), workers), case) as pool:
        yield from _read(pool, collected.files, reading, shelf)
        applications, postings = _parted(_grouped(pool, reading, corrections, shelf), reading)
        rows: list[Assessment] = []
        yield from _assess(pool, case, applications, reading, shelf=shelf, rows=rows)
    shelf.tidy()
    # Rank is handed rows in an order of their own: which worker was first must not show.
    rows.sort(key=lambda row: row.id)
    passed = (Notice.of("posting-passed-over", path=path) for path in postings)
    said = (*notices, *told, *_unused(corrections, collected, reading), *passed)
    ranking = rank(
        criteria, as_of, rows, reading.problems, passed_over=collected.passed_over + reading.passed_over, notices=said
    )
    papers = partial(papers_of, applications, reading.packed)
    files = [_files_of(a) for a in applications]
    yield Progress(
        "done", len(rows), len(rows), ranking, papers, new=shelf.unseen(files), look=partial(shelf.look, files)
    )


def read_applications(folder: Path, workers: int | None = None) -> tuple[Application, ...]:
    """Every applicant in a folder with all documents' text: for those who want to go on with it themselves.

    Raises:
        ScreenError: `folder-not-found`, `empty-folder`.
    """
    corrections, _ = _corrections(folder)
    collected = _collected(folder, (), corrections)
    reading, shelf = _Reading({}, list(collected.problems)), Shelf(None)
    with Workers(workers_for(len(collected.files), workers), None) as pool:
        for _ in _read(pool, collected.files, reading, shelf):
            pass
        applications, _ = _parted(_grouped(pool, reading, corrections, shelf), reading)
    return tuple(filled(a, _of(a, reading)) for a in applications)


def _corrections(folder: Path) -> tuple[Corrections, tuple[Notice, ...]]:
    """What people say about the files, and a notice that it was used."""
    place = folder / CORRECTIONS
    file = place if place.is_file() else _in_archive(folder)
    if file is None:
        return Corrections(), ()
    return load_corrections(file), (Notice.of("corrections-used", path=CORRECTIONS),)


def _in_archive(folder: Path) -> Path | None:
    return find(folder, CORRECTIONS) if folder.is_file() and is_archive(folder, MOST_BYTES) else None


def _unused(corrections: Corrections, collected: Collected, reading: _Reading) -> Iterator[Notice]:
    files, problems = (f.path for f in collected.files), (p.path for p in reading.problems)
    paths = (*files, *problems, *reading.packed, *collected.ignored)
    for given in corrections.unused(paths):
        yield Notice.of("corrections-unused", path=CORRECTIONS, given=given)


def _collected(folder: Path, skip: Iterable[Path], corrections: Corrections) -> Collected:
    if not folder.exists():
        raise ScreenError("folder-not-found", path=str(folder))
    collected = collect(folder, passed_over, corrections.ignores, frozenset(path.resolve() for path in skip))
    if not collected.files and not collected.problems:
        raise ScreenError("empty-folder", path=str(folder), passed_over=collected.passed_over)
    return collected


def _read(pool: Workers, files: tuple[Found, ...], into: _Reading, shelf: Shelf) -> Iterator[Progress]:
    """Reads every file, then those that were in archives."""
    yield Progress("read", 0, len(files))
    done, total, budget = 0, len(files), Budget()
    while files:
        inside: list[Found] = []
        for found, pieces in _pieces(pool, files, shelf):
            done += 1
            if isinstance(pieces, Lost):
                into.problems.append(Problem.of(found.path, pieces.why, seconds=READ_SECONDS))
            else:
                into.packed |= {p.path: p for p in pieces if isinstance(p, Packed)}
                unpacked = [*budget.within(found, (p for p in pieces if not isinstance(p, Packed)))]
                into.problems += [p for p in unpacked if isinstance(p, Problem)]
                into.passed_over += sum(isinstance(p, PassedOver) for p in unpacked)
                inside += [p for p in unpacked if isinstance(p, Found)]
            yield Progress("read", done, total + len(inside))
        total += len(inside)
        files = tuple(sorted(inside, key=lambda f: (f.place, f.inside)))


def _pieces(pool: Workers, files: tuple[Found, ...], shelf: Shelf) -> Iterator[tuple[Found, tuple[Piece, ...] | Lost]]:
    """Each file with what it was read to, now or by an earlier run."""
    known: list[tuple[Found, tuple[Piece, ...]]] = []

    def missing() -> Iterator[Found]:
        for found in files:
            pieces = shelf.pieces(found)
            if pieces is None:
                yield found
            else:
                known.append((found, pieces))

    for found, pieces in pool.each(read_file, missing(), READ_SECONDS):
        if not isinstance(pieces, Lost):
            shelf.keep(found, pieces)
        yield found, pieces
    yield from known


def _grouped(pool: Workers, reading: _Reading, corrections: Corrections, shelf: Shelf) -> list[Application]:
    """The applicants, their documents' texts left folded up."""
    packed = tuple(packed for _, packed in sorted(reading.packed.items()))
    problems = tuple(sorted(reading.problems, key=lambda p: (p.path, p.code)))

    def anew() -> list[Application]:
        files = (packed, problems, corrections)
        chosen = pool if pool.at_work or len(packed) > FEW else Workers(0, None)
        made = next(made for _, made in chosen.each(group_files, (files,), GROUP_SECONDS))
        # Whoever lost it may have been too small for it.
        return group_files(files) if isinstance(made, Lost) else made

    return shelf.grouped(packed, problems, corrections, anew)


def _parted(applications: list[Application], reading: _Reading) -> tuple[list[Application], list[str]]:
    """The applicants, and the paths of postings that lie among them; a folder of nothing else is left as it is."""
    postings = {a.id: a.documents[0].document.path for a in applications if _is_posting(a, reading)}
    kept = [a for a in applications if a.id not in postings]
    return (kept, sorted(postings.values())) if kept else (applications, [])


def _is_posting(application: Application, reading: _Reading) -> bool:
    """Whether a single nameless file is a posting, unless people say whose it is."""
    alone = len(application.documents) == 1 and application.name is None and not application.problems
    if not alone or any(n.code == "corrected" for n in application.notices):
        return False
    return is_posting(lean(reading.packed[application.documents[0].document.path]))


def _assess(
    pool: Workers,
    case: Case,
    applications: list[Application],
    reading: _Reading,
    *,
    shelf: Shelf,
    rows: list[Assessment],
) -> Iterator[Progress]:
    jobs = [(a, _of(a, reading)) for a in applications if _can_be_judged(a)]
    rows += [unread(a) for a in applications if not _can_be_judged(a)]
    for done, ((application, _), row) in enumerate(_each(pool, case, assess_application, jobs, shelf), 1):
        if isinstance(row, Assessment):
            rows.append(linked(row, case.criteria))
        else:
            rows.append(_given_up(application, row, reading))
        yield Progress("assess", done, len(jobs))


def _each(
    pool: Workers, case: Case, task: Callable[[Job], Made], jobs: Sequence[Job], shelf: Shelf
) -> Iterator[tuple[Job, Made | Lost]]:
    """The task done on every application: here, where few are left to do and nothing is left to read."""
    here = shelf.at_hand(jobs) and len(jobs) <= FEW
    with Workers(0, case) if here else nullcontext(pool) as chosen:
        yield from chosen.each(task, jobs, ASSESS_SECONDS)


def _can_be_judged(application: Application) -> bool:
    """Something was read, and the CV is not among what was not: a letter alone would make a weak candidate of it."""
    kinds = {f.kind for f in application.documents}
    return bool(kinds) and (not application.problems or "cv" in kinds)


def _files_of(application: Application) -> tuple[str, list[str]]:
    """An application's id, and its files by what is in them; those that could not be opened by their path."""
    unread = (str(dict(p.facts).get("sha256") or p.path) for p in application.problems)
    return application.id, [*(f.document.sha256 for f in application.documents), *unread]


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
