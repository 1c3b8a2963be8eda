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
    the first run, an edit of the criteria is tried without reading anything again: what was read is kept in
    FOLDER/.screen.
    """
    from screen.cli._boundary import Exit
    from screen.cli._case import case_from
    from screen.cli._console import WIDTH, show
    from screen.cli._out import format_for, output_path, pipe, write
    from screen.cli._run import tried
    from screen.trial.json import to_json
    from screen.trial.table import show as shown
    from screen.wording import one_line, say, spoken
    from screen.wording.plain import plain

    path = output_path(output)
    form = format_ or ("json" if format_for(None, path) == "json" else "table")
    case = case_from(folder, criteria=file, as_of=as_of, posting=posting, weights=None, language=language)
    found = tried(case, workers, path, cache=not no_cache)
    if path is None and form == "table":
        show(shown(found.trial, case.language, every))
    else:
        page = shown(found.trial, case.language, every)
        data = to_json(found.trial, case.language) if form == "json" else plain(page, WIDTH).encode()
        if path is None:
            pipe(data)
        else:
            write(path, data)
            sys.stderr.write(f"{say('written', case.language, path=str(path))}\n")
    if found.new:
        sys.stderr.write(f"{say('try-new', case.language, names=', '.join(found.new))}\n")
    for problem in found.problems:
        sys.stderr.write(f"{one_line(problem.path)}: {spoken(problem, case.language)}\n")
    return Exit.UNREAD if found.problems else Exit.DONE
