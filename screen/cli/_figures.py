"""An evaluation to a terminal, a pipe or a file."""

from __future__ import annotations

from pathlib import Path

from screen.cli._console import show as show_page
from screen.cli._out import pipe, unwritable_told, write
from screen.evaluation import Evaluation, render, show, to_json


def deliver(figures: Evaluation, form: str, language: str, worst: int, output: Path | None) -> None:
    """Writes the figures where they belong; `form` is json, or anything else for tables.

    Raises:
        ScreenError: `cannot-write`.
    """
    if output is not None:
        write(output, to_json(figures) if form == "json" else render(figures, language, worst))
    elif form == "json":
        with unwritable_told():
            pipe(to_json(figures))
    else:
        show_page(show(figures, language, worst))
