"""A run of the pipeline, with its progress on stderr where somebody watches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from screen.cli._boundary import Exit
from screen.cli._case import Case
from screen.model.errors import Problem
from screen.model.finding import Ranking
from screen.model.papers import Papers
from screen.pipeline import run
from screen.pipeline.trial import tried as try_on
from screen.trial import Trial
from screen.wording import say


@dataclass(frozen=True, slots=True)
class Run:
    """What a run ends in."""

    ranking: Ranking
    papers: Callable[[bool], Iterator[Papers]]
    """The applicants' documents, one applicant at a time, contact and protected facts masked; with True names too."""

    new: frozenset[str] = frozenset()
    """Ids of the applicants with a file that was not there when the table was last shown."""
    look: Callable[[], None] = lambda: None
    """Notes that the table was shown."""


def ranked(
    case: Case, workers: int | None, output: Path | None = None, other: Iterable[Path] = (), *, cache: bool = False
) -> Ranking:
    """The ranking of a case; `other` files in its folder are no applications either."""
    return ran(case, workers, output, other, cache=cache).ranking


def ran(
    case: Case, workers: int | None, output: Path | None = None, other: Iterable[Path] = (), *, cache: bool = False
) -> Run:
    """The ranking of a case, and what was read for it."""
    skip = [case.criteria_file, *([output] if output else []), *other]
    events = run(
        case.folder,
        case.criteria,
        case.as_of,
        posting=case.posting,
        skip=skip,
        workers=workers,
        notices=case.notices,
        cache=cache,
    )
    event = _last(events, case.language)
    if event.ranking is None:
        raise RuntimeError("the run ended without a ranking")
    return Run(event.ranking, event.papers, event.new, event.look)


@dataclass(frozen=True, slots=True)
class Tried:
    """What a trial ends in."""

    trial: Trial
    new: tuple[str, ...]
    """Names of the applicants who arrived since the table was last shown."""
    problems: tuple[Problem, ...]


def tried(case: Case, workers: int | None, output: Path | None, *, cache: bool) -> Tried:
    """The criteria of a case tried on its folder."""
    skip = [case.criteria_file, *([output] if output else [])]
    events = try_on(
        case.folder, case.criteria, case.as_of, posting=case.posting, skip=skip, workers=workers, cache=cache
    )
    event = _last(events, case.language)
    if event.trial is None:
        raise RuntimeError("the trial ended without a result")
    return Tried(event.trial, event.new, event.problems)


class Event(Protocol):
    """How far something has come."""

    @property
    def stage(self) -> str:
        """The last is called `done`."""

    @property
    def done(self) -> int:
        """Files, or applicants."""

    @property
    def total(self) -> int:
        """Of them."""


AnEvent = TypeVar("AnEvent", bound=Event)


def _last(events: Iterator[AnEvent], language: str) -> AnEvent:
    """The last event; where somebody watches, a bar for each stage before it."""
    console = Console(file=sys.stderr, highlight=False, markup=False)
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn(say("time-left", language), markup=False),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        tasks = {}
        for event in events:
            if event.stage == "done":
                return event
            if event.stage not in tasks:
                told = say(f"stage-{event.stage}", language)
                tasks[event.stage] = progress.add_task(told, total=event.total)
            progress.update(tasks[event.stage], completed=event.done)
    raise RuntimeError("nothing was done")


def exit_code(ranking: Ranking) -> int:
    """Done, or done but for some file."""
    return Exit.UNREAD if ranking.all_problems else Exit.DONE
