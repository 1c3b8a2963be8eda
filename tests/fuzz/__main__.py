"""`python -m tests.fuzz --files N`: breaks N files and says how each ended; exit code 1 where one did not end well."""

from __future__ import annotations

import argparse
import os
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from screen.criteria import load_criteria
from screen.model.application import Application, Filed
from screen.model.errors import Problem
from screen.model.finding import Assessment
from screen.model.text import Document
from screen.pipeline._files import Found
from screen.pipeline._packing import Packed
from screen.pipeline._pool import Lost, Workers
from screen.pipeline._work import Case, assess_application, read_file
from tests.fuzz.mutate import broken
from tests.fuzz.sources import sources

CRITERIA = Path(__file__).parents[2] / "criteria" / "herlev-kommunaldirektoer.yaml"
BATCH = 500
"""Files on disk at a time."""
SECONDS = 120
"""For one file, as in a run."""
BAD = ("crashed", "timeout", "internal-error", "not-assessed", "unaccounted")


@dataclass
class Tally:
    """How the files ended."""

    outcomes: Counter[str] = field(default_factory=Counter)
    bad: list[tuple[str, str]] = field(default_factory=list)
    """Outcome, and the name of the file, which tells how to make it again."""
    slowest: float = 0.0

    def add(self, outcome: str, name: str) -> None:
        """Counts a file."""
        self.outcomes[outcome] += 1
        if outcome.split(" ", maxsplit=1)[0] in BAD:
            self.bad.append((outcome, name))


def made(seed: int, number: int, pictures: bool) -> tuple[str, bytes]:
    """The broken file of that number: the same whenever it is asked for."""
    chance = random.Random(f"{seed}/{number}")
    files = sources(False)
    if pictures and chance.random() < 0.03:  # each takes OCR a third of a second
        files = sources(True)[len(files) :] or files
    (name, data), (_, other) = chance.choice(files), chance.choice(files)
    return f"{number:06}-{name}", broken(chance, data, other)


def run(files: int, seed: int, workers: int, pictures: bool, first: int = 0) -> Tally:
    """Reads the broken files and assesses each as an applicant of its own."""
    tally = Tally()
    case = Case(load_criteria(CRITERIA), date(2026, 4, 9), ())
    with Workers(workers, case) as pool:
        for start in range(first, first + files, BATCH):
            with tempfile.TemporaryDirectory() as folder:
                batch = range(start, min(start + BATCH, first + files))
                _batch(pool, Path(folder), (made(seed, n, pictures) for n in batch), tally)
    return tally


def _batch(pool: Workers, folder: Path, files: Iterator[tuple[str, bytes]], tally: Tally) -> None:
    waiting: tuple[Found, ...] = ()
    for name, data in files:
        (folder / name).write_bytes(data)
        waiting += (Found(name, str(folder / name)),)
    expected, read = {f.path for f in waiting}, list[Packed]()
    while waiting:
        inside: list[Found] = []
        for found, pieces in pool.each(read_file, waiting, SECONDS):
            expected.discard(found.path)
            if isinstance(pieces, Lost):
                tally.add(pieces.why, found.path)
                continue
            for piece in pieces:
                if isinstance(piece, Packed):
                    read.append(piece)
                elif isinstance(piece, Problem):
                    reason = dict(piece.facts).get("reason", "")
                    tally.add(f"{piece.code} {reason}".strip() if piece.code in BAD else piece.code, piece.path)
                elif isinstance(piece, Found):
                    inside.append(piece)
        waiting = tuple(inside)
    for path in expected:
        tally.add("unaccounted", path)
    for (application, _), row in pool.each(assess_application, map(_alone, read), SECONDS):
        path = application.documents[0].document.path
        tally.add("read" if isinstance(row, Assessment) else f"not-assessed {row}", path)


def _alone(packed: Packed) -> tuple[Application, tuple[Packed, ...]]:
    hollow = Document(packed.path, "0" * 64, "", ())
    return Application("0" * 12, None, (Filed(hollow, "cv"),)), (packed,)


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="number of the first file")
    parser.add_argument("--workers", type=int, default=min(os.cpu_count() or 1, 4))
    parser.add_argument("--no-pictures", action="store_true", help="leave OCR out")
    parser.add_argument("--keep", type=Path, help="write the one file --first to this path, and do nothing else")
    asked = parser.parse_args()
    if asked.keep:
        asked.keep.write_bytes(made(asked.seed, asked.first, not asked.no_pictures)[1])
        return 0
    began = time.monotonic()
    tally = run(asked.files, asked.seed, asked.workers, not asked.no_pictures, asked.first)
    spent = time.monotonic() - began
    for outcome, count in tally.outcomes.most_common():
        print(f"{count:8}  {outcome}")
    for outcome, name in tally.bad:
        print(f"BAD       {outcome}: {name}")
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"{asked.files} files, seed {asked.seed}, {spent:.0f} s, largest worker {most} MB, {len(tally.bad)} bad")
    return 1 if tally.bad else 0


if __name__ == "__main__":
    sys.exit(main())
