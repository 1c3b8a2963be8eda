"""A blind shortlist and the file that tells who is who."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from screen.blind import Blinded, blind_papers
from screen.cli._out import output_path, write
from screen.cli._run import Run
from screen.model.errors import ScreenError
from screen.model.finding import Ranking
from screen.model.papers import Papers
from screen.reports.csv import key_table
from screen.wording import say


def key_path(key: str | None, *, blind: bool, output: Path | None, opens: bool) -> Path | None:
    """Where the key goes; all that is wrong with the options is told before the work begins.

    Raises:
        ScreenError: `key-needs-blind`, `key-is-output`, `open-needs-output`, `cannot-write`.
    """
    if opens and output is None:
        raise ScreenError("open-needs-output")
    if key and not blind:
        raise ScreenError("key-needs-blind")
    path = output_path(key)
    if path and output and path.resolve() == output.resolve():
        raise ScreenError("key-is-output")
    return path


def as_shown(run: Run, made: Blinded | None) -> tuple[Ranking, Callable[[], Iterator[Papers]]]:
    """The ranking and its documents with names, or as they were `made` without them."""
    if made is None:
        return run.ranking, lambda: run.papers(False)
    return made.ranking, lambda: blind_papers(run.papers(True), made)


def keep_key(made: Blinded, path: Path, language: str) -> None:
    """Writes who is who; after the shortlist, since no Ctrl-C is heard once something is in place.

    Raises:
        ScreenError: `cannot-write`.
    """
    write(path, key_table(made.key, language))
    sys.stderr.write(f"{say('written', language, path=str(path))}\n")


def show_file(path: Path) -> None:
    """Opens a file in whatever program the desktop has for it."""
    if hasattr(os, "startfile"):
        os.startfile(path)
        return
    program = "open" if sys.platform == "darwin" else "xdg-open"
    try:
        subprocess.Popen(
            [program, str(path.resolve())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        raise ScreenError("cannot-open-here", path=str(path)) from None
