"""One folder's applications on the way to a run: collected, read, told apart; for everything that is done with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from screen.intake import CORRECTIONS, Corrections, is_posting, load_corrections, passed_over
from screen.model.application import Application
from screen.model.errors import Notice, Problem, ScreenError
from screen.pipeline._archive import find, is_archive
from screen.pipeline._files import MOST_BYTES, Collected, Found, collect
from screen.pipeline._inside import Budget, PassedOver
from screen.pipeline._kept import Piece, Shelf, shelf_in
from screen.pipeline._packing import Packed, lean
from screen.pipeline._pool import Lost, Workers
from screen.pipeline._work import Case, Job, Made, group_files, read_file

READ_SECONDS = 120
"""For one file: twenty scanned pages take 40 to 90 s, everything else under one."""
ASSESS_SECONDS = 120
"""For one applicant: it takes milliseconds, unless something is wrong."""
GROUP_SECONDS = 600
"""For telling the applicants of a folder apart: 5 ms a file."""
FEW = 64
"""Applicants who were all understood before: to assess them here takes less time than to start a worker."""


@dataclass(slots=True)
class Reading:
    """What has been read of a folder so far, folded up."""

    collected: Collected
    corrections: Corrections
    told: tuple[Notice, ...]
    """A notice where people said something about the files."""
    shelf: Shelf
    problems: list[Problem]
    packed: dict[str, Packed] = field(default_factory=dict)
    inside_passed_over: int = 0
    """Files in archives that are no applications."""
    applications: list[Application] = field(default_factory=list)
    postings: list[str] = field(default_factory=list)
    """Paths of postings that lay among the applications."""

    @property
    def passed_over(self) -> int:
        """Files that are no applications, in the folder and in archives."""
        return self.collected.passed_over + self.inside_passed_over

    def files(self, pool: Workers) -> Iterator[tuple[int, int]]:
        """Reads every file, then those that were in archives; how many are done, and of how many."""
        files = self.collected.files
        yield 0, len(files)
        done, total, budget = 0, len(files), Budget()
        while files:
            inside: list[Found] = []
            for found, pieces in _pieces(pool, files, self.shelf):
                done += 1
                if isinstance(pieces, Lost):
                    self.problems.append(Problem.of(found.path, pieces.why, seconds=READ_SECONDS))
                else:
                    inside += self._take(found, pieces, budget)
                yield done, total + len(inside)
            total += len(inside)
            files = tuple(sorted(inside, key=lambda f: (f.place, f.inside)))

    def _take(self, found: Found, pieces: Sequence[Piece], budget: Budget) -> list[Found]:
        """Notes what a file was read to; the files that were in it are still to be read."""
        self.packed |= {p.path: p for p in pieces if isinstance(p, Packed)}
        unpacked = [*budget.within(found, (p for p in pieces if not isinstance(p, Packed)))]
        self.problems += [p for p in unpacked if isinstance(p, Problem)]
        self.inside_passed_over += sum(isinstance(p, PassedOver) for p in unpacked)
        return [p for p in unpacked if isinstance(p, Found)]

    def tell_apart(self, pool: Workers) -> None:
        """Finds the applicants, their documents' texts left folded up; postings are set apart."""
        grouped = self._grouped(pool)
        postings = {a.id: a.documents[0].document.path for a in grouped if self._is_posting(a)}
        kept = [a for a in grouped if a.id not in postings]
        # A folder of nothing else is left as it is.
        self.applications, self.postings = (kept, sorted(postings.values())) if kept else (grouped, [])

    def _grouped(self, pool: Workers) -> list[Application]:
        packed = tuple(packed for _, packed in sorted(self.packed.items()))
        problems = tuple(sorted(self.problems, key=lambda p: (p.path, p.code)))

        def anew() -> list[Application]:
            files = (packed, problems, self.corrections)
            chosen = pool if pool.at_work or len(packed) > FEW else Workers(0, None)
            made = next(made for _, made in chosen.each(group_files, (files,), GROUP_SECONDS))
            # Whoever lost it may have been too small for it.
            return group_files(files) if isinstance(made, Lost) else made

        return self.shelf.grouped(packed, problems, self.corrections, anew)

    def _is_posting(self, application: Application) -> bool:
        """Whether a single nameless file is a posting, unless people say whose it is."""
        alone = len(application.documents) == 1 and application.name is None and not application.problems
        if not alone or any(n.code == "corrected" for n in application.notices):
            return False
        return is_posting(lean(self.packed[application.documents[0].document.path]))

    def of(self, application: Application) -> tuple[Packed, ...]:
        """An application's documents, folded up."""
        return tuple(self.packed[f.document.path] for f in application.documents)

    def jobs(self) -> list[Job]:
        """The applications that can be judged, with their documents."""
        return [(a, self.of(a)) for a in self.applications if can_be_judged(a)]

    def each(
        self, pool: Workers, case: Case, task: Callable[[Job], Made], jobs: Sequence[Job]
    ) -> Iterator[tuple[Job, Made | Lost]]:
        """The task done on every job: here, where few are left to do and nothing is left to read."""
        here = self.shelf.at_hand(jobs) and len(jobs) <= FEW
        with Workers(0, case) if here else nullcontext(pool) as chosen:
            yield from chosen.each(task, jobs, ASSESS_SECONDS)

    def seen(self) -> list[tuple[str, list[str]]]:
        """Each application's id, and its files by what is in them; those that could not be opened by their path."""
        return [(a.id, _files_of(a)) for a in self.applications]

    def unused(self) -> Iterator[Notice]:
        """A notice for each correction that names no file."""
        files, problems = (f.path for f in self.collected.files), (p.path for p in self.problems)
        for given in self.corrections.unused((*files, *problems, *self.packed, *self.collected.ignored)):
            yield Notice.of("corrections-unused", path=CORRECTIONS, given=given)


def opened(folder: Path, skip: Iterable[Path] = (), *, cache: bool = False) -> Reading:
    """What lies in a folder, nothing of it read yet.

    Raises:
        ScreenError: `folder-not-found`, `empty-folder`.
    """
    corrections, told = _corrections(folder)
    collected = _collected(folder, skip, corrections)
    return Reading(collected, corrections, told, shelf_in(folder, cache), list(collected.problems))


def can_be_judged(application: Application) -> bool:
    """Something was read, and the CV is not among what was not: a letter alone would make a weak candidate of it."""
    kinds = {f.kind for f in application.documents}
    return bool(kinds) and (not application.problems or "cv" in kinds)


def _corrections(folder: Path) -> tuple[Corrections, tuple[Notice, ...]]:
    """What people say about the files, and a notice that it was used."""
    place = folder / CORRECTIONS
    file = place if place.is_file() else _in_archive(folder)
    if file is None:
        return Corrections(), ()
    return load_corrections(file), (Notice.of("corrections-used", path=CORRECTIONS),)


def _in_archive(folder: Path) -> Path | None:
    return find(folder, CORRECTIONS) if folder.is_file() and is_archive(folder, MOST_BYTES) else None


def _collected(folder: Path, skip: Iterable[Path], corrections: Corrections) -> Collected:
    if not folder.exists():
        raise ScreenError("folder-not-found", path=str(folder))
    collected = collect(folder, passed_over, corrections.ignores, frozenset(path.resolve() for path in skip))
    if not collected.files and not collected.problems:
        raise ScreenError("empty-folder", path=str(folder), passed_over=collected.passed_over)
    return collected


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


def _files_of(application: Application) -> list[str]:
    unread = (str(dict(p.facts).get("sha256") or p.path) for p in application.problems)
    return [*(f.document.sha256 for f in application.documents), *unread]
