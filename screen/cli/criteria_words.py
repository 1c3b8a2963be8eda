"""`screen criteria words`: the packaged vocabularies, their entries and words."""

from __future__ import annotations

import json
import sys
from typing import Annotated, Literal

import typer

from screen.cli._boundary import Exit
from screen.cli._options import LanguageOption


def words(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            show_default=False,
            help="A vocabulary, an entry, or any word; by default all vocabularies.",
        ),
    ] = None,
    form: Annotated[
        Literal["table", "json"], typer.Option("--format", help="A table, or all entries as JSON.")
    ] = "table",
    language: LanguageOption = None,
) -> int:
    """List the vocabularies that `use:` can name, with their entries and words."""
    from screen.criteria.words import as_data, look_up, overview

    listed = look_up(name) if name else overview()
    if form == "json":
        text = json.dumps(as_data(listed), ensure_ascii=False, indent=2)
        sys.stdout.buffer.write(f"{text}\n".encode())
        return Exit.DONE
    from screen.cli._console import show
    from screen.cli._words_table import all_vocabularies, entries

    spoken = language or "da"
    show(entries(listed, spoken) if name else all_vocabularies(listed, spoken))
    return Exit.DONE
