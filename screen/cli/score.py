"""`screen score`: the ranked table."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Annotated, Literal

import typer

from screen.cli._options import (
    AsOfOption,
    CriteriaOption,
    FolderArgument,
    LanguageOption,
    NoCacheOption,
    OutputOption,
    PostingOption,
    WeightOption,
    WorkersOption,
)

Format = Literal["table", "json", "markdown", "csv", "xlsx", "pdf", "docx", "html"]


def score(
    *,
    folder: FolderArgument = ".",
    criteria: CriteriaOption = None,
    as_of: AsOfOption = None,
    posting: PostingOption = None,
    top: Annotated[
        int | None, typer.Option("--top", min=1, metavar="N", help="Rows to show; JSON always has everyone.")
    ] = None,
    weight: WeightOption = None,
    format_: Annotated[
        Format | None, typer.Option("--format", help="By default what FILE's ending says, else table.")
    ] = None,
    output: OutputOption = None,
    language: LanguageOption = None,
    workers: WorkersOption = None,
    no_cache: NoCacheOption = False,
) -> int:
    """Read a folder of applications and rank the applicants.

    A must-have that is not documented is a flag; nobody is left out. The exit code is 3 where some file could not
    be read; it is listed.
    """
    from screen.cli._case import case_from
    from screen.cli._out import deliver, format_for, output_path
    from screen.cli._run import exit_code, ran
    from screen.criteria.page import naming_of
    from screen.reports import Options

    file = output_path(output)
    form = format_for(format_, file)
    case = case_from(folder, criteria=criteria, as_of=as_of, posting=posting, weights=weight, language=language)
    run = ran(case, workers, file, cache=not no_cache)
    ranking = run.ranking
    naming = naming_of(case.criteria, case.language)
    options = Options(language=case.language, top=top, naming=naming, papers=lambda: run.papers(False))
    shown = form == "table" and file is None and sys.stdout.isatty()
    deliver(form, ranking, replace(options, new=run.new) if shown else options, file)
    if shown:
        run.look()
    return exit_code(ranking)
