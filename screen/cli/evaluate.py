"""`screen evaluate`: the levels held against what careful readers found."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from screen.cli._options import AsOfOption, LanguageOption, OutputOption, PostingOption, WorkersOption


def evaluate(
    *,
    labelled: Annotated[
        str,
        typer.Argument(
            metavar="LABELLED",
            help="A folder with applications/ and gold/*.yaml, or a YAML or CSV file of levels.",
        ),
    ],
    criteria: Annotated[str, typer.Option("--criteria", metavar="FILE", help="The criteria file.")],
    result: Annotated[
        str | None,
        typer.Option("--result", metavar="FILE", help="A result of screen score --format json, instead of a run."),
    ] = None,
    but: Annotated[str, typer.Option("--but", metavar="ID,ID", help="Labelled applicants to leave out.")] = "",
    worst: Annotated[int, typer.Option("--worst", min=0, metavar="N", help="Cases to show; JSON has all.")] = 10,
    format_: Annotated[
        Literal["table", "json"] | None,
        typer.Option("--format", help="By default what FILE's ending says, else table."),
    ] = None,
    as_of: AsOfOption = None,
    posting: PostingOption = None,
    output: OutputOption = None,
    language: LanguageOption = None,
    workers: WorkersOption = None,
) -> int:
    """Measure how far the levels agree with labels, such as a past screening of your own.

    For each requirement: agreement on the level (kappa), evidence, a table of levels against labels; the ranking,
    the positions, the reading; and the worst cases with their quotes. Figures that the labels hold nothing about are
    left out. The exit code is 3 where some file could not be read.
    """
    from screen.cli._boundary import Exit
    from screen.cli._case import case_from
    from screen.cli._figures import deliver
    from screen.cli._out import format_for, output_path
    from screen.cli._paths import path_from
    from screen.cli._run import ranked
    from screen.evaluation import find, left_out, load_labels, measure, read_result
    from screen.reports.json import result as result_of

    file, place = output_path(output), path_from(labelled)
    form = format_for(format_, file)
    applications, sources = find(place)
    case = case_from(
        str(applications), criteria=criteria, as_of=as_of, posting=posting, weights=None, language=language
    )
    known = load_labels(place, case.criteria, check_files=result is None)
    without = left_out(known.labels, but.split(","))
    made = read_result(path_from(result)) if result else result_of(ranked(case, workers, file, sources), case.language)
    figures = measure(made, known, case.criteria, language=case.language, but=without)
    deliver(figures, form, case.language, worst, file)
    return Exit.UNREAD if made.problems else Exit.DONE
