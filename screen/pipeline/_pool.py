"""Worker processes that may die: a file that takes its worker along is tried once more alone, everyone else goes on."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, TimeoutError, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context, resource_tracker
from types import TracebackType
from typing import Literal, Self, TypeVar

from pebble import ProcessExpired, ProcessPool

from screen.model.errors import ScreenError
from screen.pipeline._work import Case, set_up, take

TASKS_PER_WORKER = 1_000
"""Files after which a worker is replaced, so that what a library leaks has an end; a start costs about 0.4 s."""
AHEAD = 3
"""Tasks in waiting for each worker: enough to keep it busy, few enough to hold in memory."""
FILES_PER_WORKER = 8
"""A further worker must have this many files to be worth its start."""

Item = TypeVar("Item")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Lost:
    """A task that did not come back, also when tried alone."""

    why: Literal["crashed", "timeout"]


def workers_for(files: int, asked: int | None) -> int:
    """How many workers to start: what was asked for, else as many as cores, but none for a handful of files."""
    if asked is not None:
        return asked
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, -(-files // FILES_PER_WORKER)))


@contextmanager
def _without_interrupt() -> Iterator[None]:
    """Threads and processes that start here never get Ctrl-C: it is the parent's business, from their first line on."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # It would lift the block when it is first needed.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class Workers:
    """A pool of worker processes; with `count` 0 the work is done here, without protection, for debugging."""

    def __init__(self, count: int, case: Case | None) -> None:
        self.count = count
        self._case = case
        self._pool: ProcessPool | None = None
        self._stillborn = False
        """A worker died without a task in hand: alone, that is no file's fault."""

    def __enter__(self) -> Self:
        if self.count == 0:
            take(self._case)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._close()
        if self.count == 0:
            gc.unfreeze()

    @property
    def at_work(self) -> bool:
        """Whether workers have been started."""
        return self._pool is not None

    def each(
        self, task: Callable[[Item], Made], items: Iterable[Item], seconds: float
    ) -> Iterator[tuple[Item, Made | Lost]]:
        """The task done on every item, in the order in which they end.

        Raises:
            ScreenError: `no-workers`: none can be started.

        Args:
            task: A function that a worker can import.
            items: What to do it on.
            seconds: After which a task is given up.
        """
        if self.count == 0:
            yield from ((item, task(item)) for item in items)
            return
        again: list[Item] = []
        for item, made in self._pooled(task, items, seconds):
            if isinstance(made, Lost):
                again.append(item)
            else:
                yield item, made
        for item in again:
            self._close()
            with Workers(1, self._case) as alone:
                yield from alone._pooled(task, (item,), seconds)
                if alone._stillborn:
                    raise ScreenError("no-workers")

    def _pooled(
        self, task: Callable[[Item], Made], items: Iterable[Item], seconds: float
    ) -> Iterator[tuple[Item, Made | Lost]]:
        queue, running = iter(items), dict[Future[Made], Item]()
        while True:
            for item in islice(queue, self.count * AHEAD - len(running)):
                running[self._start(task, item, seconds)] = item
            if not running:
                return
            ended = wait(running, return_when=FIRST_COMPLETED).done
            for future in ended:
                item = running.pop(future)
                outcome = self._made(future)
                yield item, outcome

    def _start(self, task: Callable[[Item], Made], item: Item, seconds: float) -> Future[Made]:
        if self._pool is None or not self._pool.active:
            self._close()
            self._pool = ProcessPool(
                max_workers=self.count,
                max_tasks=TASKS_PER_WORKER,
                initializer=set_up,
                initargs=(self._case,),
                context=get_context("spawn"),
            )
        try:
            with _without_interrupt():
                future: Future[Made] = self._pool.schedule(task, args=(item,), timeout=seconds)
        except (RuntimeError, OSError) as error:
            # A pool that never started cannot be closed either.
            self._pool = None
            raise ScreenError("no-workers") from error
        return future

    def _made(self, future: Future[Made]) -> Made | Lost:
        try:
            made: Made = future.result()
            return made
        except TimeoutError:
            return Lost("timeout")
        except ProcessExpired:
            return Lost("crashed")
        except BrokenProcessPool:
            self._stillborn = True
            return Lost("crashed")

    def _close(self) -> None:
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()
            self._pool = None
