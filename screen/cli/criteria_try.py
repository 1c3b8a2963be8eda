"""`screen criteria try`: what the words and rules of a criteria file meet in a folder of applications."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from screen.cli._options import (
    AsOfOption,
    FolderArgument,
    LanguageOption,
    NoCacheOption,
    OutputOption,
    PostingOption,
    WorkersOption,
)


def try_(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The criteria file.")],
    folder: FolderArgument = ".",
    *,
    every: Annotated[bool, typer.Option("--all", help="All word forms and positions, not the commonest only.")] = False,
    format_: Annotated[
        Literal["table", "json"] | None, typer.Option("--format", help="By default what -o's ending says, else table.")
    ] = None,
    as_of: AsOfOption = None,
    posting: PostingOption = None,
    output: OutputOption = None,
    language: LanguageOption = None,
    workers: WorkersOption = None,
    no_cache: NoCacheOption = False,
) -> int:
    """Try a criteria file on applications: what each entry, set and rule meets, with quotes; the suspicious first.

    Also what meets nothing, which titles and employers no position set covers, and which rules nobody reaches. After
    the first run, an edit of the criteria is tried in about a second: what was read is kept in FOLDER/.screen.
    """
    from screen.cli._boundary import Exit
    from screen.cli._case import case_from
    from screen.cli._console import as_text, show
    from screen.cli._out import format_for, output_path, write
    from screen.cli._run import tried
    from screen.trial.json import to_json
    from screen.trial.table import show as shown
    from screen.wording import one_line, say, spoken

    path = output_path(output)
    form = format_ or ("json" if format_for(None, path) == "json" else "table")
    case = case_from(folder, criteria=file, as_of=as_of, posting=posting, weights=None, language=language)
    found = tried(case, workers, path, cache=not no_cache)
    if form == "json":
        data = to_json(found.trial, case.language)
    else:
        data = as_text(shown(found.trial, case.language, every)).encode()
    if path is not None:
        write(path, data)
        sys.stderr.write(f"{say('written', case.language, path=str(path))}\n")
    elif form == "json":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        show(shown(found.trial, case.language, every))
    if found.new:
        sys.stderr.write(f"{say('try-new', case.language, names=', '.join(found.new))}\n")
    for problem in found.problems:
        sys.stderr.write(f"{one_line(problem.path)}: {spoken(problem, case.language)}\n")
    return Exit.UNREAD if found.problems else Exit.DONE
