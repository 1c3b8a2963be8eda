"""`screen compare`: two to four applicants side by side."""

from __future__ import annotations

from collections.abc import Sequence
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

LEAST, MOST = 2, 4
"""Applicants that fit beside each other."""


def compare(
    *,
    who: Annotated[
        list[str],
        typer.Argument(
            metavar="[FOLDER] A B [C D]",
            help="Two to four applicants, each by name, part of it, id or rank; FOLDER as in score.",
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
    """Hold applicants against each other, requirement by requirement, with what decides between them first."""
    from screen.cli._applicant import find
    from screen.cli._case import case_from
    from screen.cli._out import as_text, deliver, output_path
    from screen.cli._run import exit_code, ranked
    from screen.criteria.page import naming_of
    from screen.model.errors import ScreenError
    from screen.reports import Options

    folder, names = folder_and_names(who)
    file = as_text(output_path(output))
    case = case_from(folder, criteria=criteria, as_of=as_of, posting=posting, weights=weight, language=language)
    ranking = ranked(case, workers, file, cache=not no_cache)
    chosen: list[str] = []
    for name in names:
        id_ = find(ranking, name, case.language).assessment.id
        if id_ in chosen:
            raise ScreenError("compare-same", value=name)
        chosen.append(id_)
    naming = naming_of(case.criteria, case.language)
    deliver("compare", ranking, Options(language=case.language, applicants=tuple(chosen), naming=naming), file)
    return exit_code(ranking)


def folder_and_names(who: Sequence[str]) -> tuple[str, list[str]]:
    """The folder, which may be left out, and the applicants.

    Raises:
        ScreenError: `compare-how-many`.
    """
    from screen.cli._paths import path_from
    from screen.model.errors import ScreenError

    names = list(who)
    place = path_from(names[0]) if names else None
    folder = names.pop(0) if place and (place.is_dir() or (place.is_file() and len(names) > LEAST)) else "."
    if not LEAST <= len(names) <= MOST:
        raise ScreenError("compare-how-many")
    return folder, names
