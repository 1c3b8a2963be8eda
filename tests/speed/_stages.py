"""Takes the applications in a folder through every stage in this process, and prints the CPU seconds of each."""

import functools
import importlib
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


def watch(module: str, name: str, stage: str) -> None:
    """Counts the time of a function wherever it is used."""
    original = getattr(importlib.import_module(module), name)
    instead = timed(stage, original)
    for room in [m for n, m in sys.modules.items() if n.split(".")[0] == "screen"]:
        for known, value in list(vars(room).items()):
            if value is original:
                setattr(room, known, instead)


STAGES = (
    ("screen.readers.pdf", "read", "read: text, order, lines"),
    ("screen.readers.pdf._hidden", "mark_hidden", "hidden-text check"),
    ("screen.pipeline._packing", "pack", "handed over between processes"),
    ("screen.pipeline._packing", "filled", "handed over between processes"),
    ("screen.pipeline._packing", "lean", "handed over between processes"),
    ("screen.intake", "group", "whose is it, what is it"),
    ("screen.understand", "understand", "understand"),
    ("screen.score", "assess", "findings and marks"),
    ("screen.score", "rank", "rank"),
)


def main() -> None:
    """The command."""
    from screen import pipeline
    from screen.criteria import load_criteria

    for module in ("screen.pipeline._work", *(m for m, *_ in STAGES)):
        importlib.import_module(module)
    for module, name, stage in STAGES:
        watch(module, name, stage)
    began = time.process_time()
    criteria = load_criteria(Path(sys.argv[2]))
    for _ in pipeline.run(Path(sys.argv[1]), criteria, date(2026, 4, 9), workers=0):
        pass
    spent["files, criteria, what is loaded on the way"] = time.process_time() - began - sum(spent.values())
    for stage, seconds in spent.items():
        print(f"{seconds:.3f}\t{stage}")


if __name__ == "__main__":
    main()
