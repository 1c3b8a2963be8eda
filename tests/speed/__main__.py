"""`python -m tests.speed`: CPU of a whole run over 500 distinct PDFs, in times their bare text by pdfium."""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.speed.papers import write

HERE = Path(__file__).parent
CRITERIA = HERE.parents[1] / "criteria" / "herlev-kommunaldirektoer.yaml"
ASKED, AIM = 15, 10
"""Times the floor."""


def spent(*command: object) -> tuple[float, str]:
    """CPU seconds of a command with all processes that it starts, and what it prints."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([str(c) for c in command], check=False, capture_output=True, text=True)
    if done.returncode not in (0, 3):
        raise SystemExit(done.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


def scored(folder: Path, workers: int) -> float:
    """CPU seconds of `screen score` over a folder, without cache."""
    options = ["--criteria", CRITERIA, "--as-of", "2026-04-09", "--workers", workers, "--format", "json", *NO_CACHE]
    return spent(sys.executable, "-m", "screen", "score", folder, *options)[0]


NO_CACHE = ("--no-cache",) if "--no-cache" in spent(sys.executable, "-m", "screen", "score", "--help")[1] else ()


def measure(folder: Path, files: int, workers: int) -> float:
    """Prints the figures; the answer is how many times the floor a run takes."""
    with tempfile.TemporaryDirectory() as alone:
        write(Path(alone), 1)
        start = scored(Path(alone), 1)
    whole = scored(folder, workers)
    floor, pages, letters = map(float, spent(sys.executable, HERE / "_floor.py", folder)[1].split())
    print(f"{files} files, {pages:.0f} pages, {letters:.0f} letters; {workers} workers")
    print(f"floor: bare text by pdfium       {floor:8.2f} s   {1000 * floor / files:6.2f} ms a file")
    print(f"whole run, start-up included     {whole:8.2f} s   {1000 * whole / files:6.2f} ms a file")
    print(f"  of it start-up (a run of one)  {start:8.2f} s")
    print(f"times the floor                  {whole / floor:8.1f}     (asked {ASKED}, aim {AIM})")
    print("stages, in one process:")
    for line in spent(sys.executable, HERE / "_stages.py", folder, CRITERIA)[1].splitlines():
        seconds, stage = line.split("\t")
        print(f"  {stage:<44}{float(seconds):6.2f} s   {1000 * float(seconds) / files:6.2f} ms a file")
    return whole / floor


def main() -> int:
    """The command; exit code 1 where a run takes more than is asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.speed", description=__doc__)
    parser.add_argument("--files", type=int, default=500)
    parser.add_argument("--workers", type=int, default=min(os.cpu_count() or 1, 2))
    parser.add_argument("--folder", type=Path, help="keep the files there; by default they are made and removed")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = asked.folder or Path(folder)
        place.mkdir(exist_ok=True)
        write(place, asked.files)
        return 1 if measure(place, asked.files, asked.workers) > ASKED else 0


if __name__ == "__main__":
    sys.exit(main())
