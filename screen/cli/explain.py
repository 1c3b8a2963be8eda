"""`screen explain`: one applicant, line by line."""

from __future__ import annotations

from typing import Annotated

import typer

from screen.cli._options import (
    AsOfOption,
    CriteriaOption,
    LanguageOption,
    NoCacheOption,
    OutputOption,
    PostingOption,
    WeightOption,
    WorkersOption,
)


def explain(
    *,
    who: Annotated[
        list[str],
        typer.Argument(
            metavar="[FOLDER] APPLICANT",
            help="A name, a part of it, an id, or a rank ('#3' in quotes, or 3); FOLDER as in score.",
        ),
    ],
    criteria: CriteriaOption = None,
    as_of: AsOfOption = None,
    posting: PostingOption = None,
    weight: WeightOption = None,
    output: OutputOption = None,
    language: LanguageOption = None,
    workers: WorkersOption = None,
    no_cache: NoCacheOption = False,
) -> int:
    """Show why an applicant was placed so: career, rules, quotes with page and line, what did not count."""
    from screen.cli._applicant import find, folder_and_applicant
    from screen.cli._case import case_from
    from screen.cli._out import as_text, deliver, output_path
    from screen.cli._run import exit_code, ranked
    from screen.criteria.page import naming_of
    from screen.reports import Options

    folder, applicant = folder_and_applicant(who)
    file = as_text(output_path(output))
    case = case_from(folder, criteria=criteria, as_of=as_of, posting=posting, weights=weight, language=language)
    ranking = ranked(case, workers, file, cache=not no_cache)
    placed = find(ranking, applicant, case.language)
    options = Options(
        language=case.language, applicant=placed.assessment.id, naming=naming_of(case.criteria, case.language)
    )
    deliver("explain", ranking, options, file)
    return exit_code(ranking)
