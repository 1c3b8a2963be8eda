"""`screen shortlist`: the ranked shortlist for a hiring committee, on paper or on a page."""

from __future__ import annotations

from typing import Annotated

import typer

from screen.cli._options import (
    AsOfOption,
    BlindOption,
    CriteriaOption,
    FolderArgument,
    LanguageOption,
    NoCacheOption,
    PostingOption,
    WeightOption,
    WorkersOption,
)

TOP = 5
"""Applicants on a shortlist unless --top says otherwise: as many as a committee usually invites."""


def shortlist(
    *,
    folder: FolderArgument = ".",
    criteria: CriteriaOption = None,
    as_of: AsOfOption = None,
    posting: PostingOption = None,
    top: Annotated[
        int, typer.Option("--top", min=1, metavar="N", help="Applicants on the shortlist; the others are its annex.")
    ] = TOP,
    weight: WeightOption = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="A .pdf, .docx, .html, .xlsx, .csv, .md, .json or .txt file."
        ),
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open the file afterwards.")] = False,
    blind: BlindOption = False,
    key: Annotated[
        str | None, typer.Option("--key", metavar="FILE", help="Write who is who to a CSV file; with --blind.")
    ] = None,
    language: LanguageOption = None,
    workers: WorkersOption = None,
    no_cache: NoCacheOption = False,
) -> int:
    """Make the shortlist: the first N with their reasons, then the rest of the field.

    The format follows FILE's ending. Whoever shares a rank with the last one is on it too. The exit code is 3 where
    some file could not be read; it is listed.
    """
    from screen.blind import blind as without_names
    from screen.cli._case import case_from
    from screen.cli._key import as_shown, keep_key, key_path, show_file
    from screen.cli._out import deliver, format_for, output_path
    from screen.cli._run import exit_code, ran
    from screen.criteria.page import naming_of
    from screen.reports import Options

    file = output_path(output)
    form = format_for(None, file)
    who = key_path(key, blind=blind, output=file, opens=open_)
    case = case_from(folder, criteria=criteria, as_of=as_of, posting=posting, weights=weight, language=language)
    run = ran(case, workers, file, [who] if who else [], cache=not no_cache)
    made = without_names(run.ranking, case.language) if blind else None
    ranking, papers = as_shown(run, made)
    naming = naming_of(case.criteria, case.language)
    options = Options(language=case.language, top=top, annex=True, blind=blind, naming=naming, papers=papers)
    deliver(form, ranking, options, file)
    if made and who:
        keep_key(made, who, case.language)
    if open_ and file:
        show_file(file)
    return exit_code(ranking)
