"""An evaluation to a terminal, a pipe or a file."""

from __future__ import annotations

import sys
from pathlib import Path

from rich.console import Console

from screen.cli._out import write
from screen.evaluation import Evaluation, render, show, to_json


def deliver(figures: Evaluation, form: str, language: str, worst: int, output: Path | None) -> None:
    """Writes the figures where they belong; `form` is json, or anything else for tables.

    Raises:
        ScreenError: `cannot-write`.
    """
    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    if form != "json" and output is None and console.is_terminal:
        console.print(show(figures, language, worst))
        return
    data = to_json(figures) if form == "json" else render(figures, language, worst)
    if output is not None:
        write(output, data)
        return
    sys.stdout.flush()
    # JSON is UTF-8; tables are in the pipe's own encoding.
    sys.stdout.buffer.write(data if form == "json" else data.decode().encode(console.encoding, "replace"))
    sys.stdout.buffer.flush()
