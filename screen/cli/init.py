"""`screen init`: a first draft of a criteria file."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from screen.cli._boundary import Exit
from screen.cli._options import Language, OutputOption
from screen.model.text import Document


def init(
    posting: Annotated[str, typer.Argument(metavar="POSTING", help="The posting: PDF, Word, text, HTML or Markdown.")],
    output: OutputOption = None,
    language: Annotated[
        Language | None, typer.Option("--language", help="Of the comments; by default the posting's.")
    ] = None,
) -> int:
    """Draft a commented criteria file from a posting; a beginning that says at each place what to check."""
    from screen.cli._out import output_path, write
    from screen.cli._paths import path_from
    from screen.criteria.draft import draft
    from screen.model.errors import ScreenError
    from screen.wording import say

    path, file = path_from(posting), output_path(output)
    if file is not None and file.exists():
        raise ScreenError("draft-exists", path=str(file))
    told = draft(_read(path, language or "da"), _beside(path, file), language)
    if file is None:
        sys.stdout.buffer.write(told.encode())
        sys.stdout.buffer.flush()
        return Exit.DONE
    write(file, told.encode())
    count = told.count("\n  - id: ")
    sys.stderr.write(f"{say('draft-done', language or 'da', path=str(file), count=count)}\n")
    return Exit.DONE


def _read(path: Path, language: str) -> Document:
    from screen.model.errors import ScreenError, Unreadable
    from screen.readers import read
    from screen.wording import spoken

    try:
        return read(path.name, path.read_bytes())
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        raise ScreenError("draft-not-found", path=str(path)) from None
    except OSError as error:
        raise ScreenError("draft-unreadable", path=str(path), why=error.strerror or "") from None
    except Unreadable as error:
        raise ScreenError("draft-unreadable", path=str(path), why=spoken(error, language)) from None


def _beside(posting: Path, file: Path | None) -> str | None:
    """The posting's path as the file names it; none where no such path leads there (another drive)."""
    folder = file.parent if file else Path()
    try:
        return Path(os.path.relpath(posting, folder)).as_posix()
    except ValueError:
        return None
