"""Takes the applications in a folder through every stage in this process, and prints the CPU seconds of each."""

import functools
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

spent: dict[str, float] = defaultdict(float)
inner: list[float] = [0.0]


def timed(stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, its own time counted for a stage; what an inner stage takes is that one's."""

    @functools.wraps(function)
    def call(*arguments: Any, **named: Any) -> Any:
        began = time.process_time()
        inner.append(0.0)
        try:
            return function(*arguments, **named)
        finally:
            whole = time.process_time() - began
            spent[stage] += whole - inner.pop()
            inner[-1] += whole

    return call


def watch(module: Any, name: str, stage: str) -> None:
    """Counts the time of a function where a module uses it."""
    setattr(module, name, timed(stage, getattr(module, name)))


def main() -> None:
    """The command."""
    from screen import pipeline
    from screen.criteria import load_criteria
    from screen.pipeline import _work
    from screen.readers import pdf
    from screen.readers.pdf import _engine

    watch(pdf, "read", "read: text, order, lines")
    watch(_engine, "mark_hidden", "hidden-text check")
    for name in ("pack", "filled"):
        watch(_work, name, "handed over between processes")
    watch(pipeline, "lean", "handed over between processes")
    watch(pipeline, "group", "whose is it, what is it")
    watch(_work, "understand", "understand")
    watch(_work, "assess", "findings and marks")
    watch(pipeline, "rank", "rank")
    began = time.process_time()
    criteria = load_criteria(Path(sys.argv[2]))
    for _ in pipeline.run(Path(sys.argv[1]), criteria, date(2026, 4, 9), workers=0):
        pass
    spent["files, criteria, what is loaded on the way"] = time.process_time() - began - sum(spent.values())
    for stage, seconds in spent.items():
        print(f"{seconds:.3f}\t{stage}")


if __name__ == "__main__":
    main()
