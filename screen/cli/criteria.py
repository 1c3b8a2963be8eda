"""`screen criteria check`: every mistake in a criteria file."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from screen.cli import criteria_show, criteria_try, criteria_words
from screen.cli._boundary import Exit
from screen.cli._options import LanguageOption


def commands() -> typer.Typer:
    """The commands about criteria files."""
    app = typer.Typer(help="Work on criteria files.", rich_markup_mode=None, no_args_is_help=True)
    app.callback()(lambda: None)
    app.command("check")(check)
    app.command("show")(criteria_show.show)
    app.command("words")(criteria_words.words)
    app.command("try")(criteria_try.try_)
    return app


def check(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The criteria file.")],
    language: LanguageOption = None,
) -> int:
    """Tell every mistake in a criteria file, as file:line:column; of a file without mistakes what is doubtful."""
    from screen.cli._paths import path_from
    from screen.criteria import check as check_file
    from screen.criteria import load_criteria, tell, tell_warning, warnings
    from screen.wording import one_line, say

    spoken, path = language or "da", path_from(file)
    mistakes = check_file(path)
    for mistake in mistakes:
        sys.stdout.write(f"{one_line(tell(mistake, spoken))}\n")
    if mistakes:
        sys.stderr.write(f"{say('criteria-mistakes', spoken, file=str(path), count=len(mistakes))}\n")
        return Exit.USAGE
    found = warnings(path)
    told = [w for w in found if w.silenced is None]
    for warning in told:
        sys.stdout.write(f"{one_line(tell_warning(warning, spoken))}\n")
    count = len(load_criteria(path).requirements)
    sys.stdout.write(f"{say('criteria-good', spoken, path=str(path), count=count)}\n")
    if told:
        sys.stdout.write(f"{say('warnings-told', spoken, count=len(told))}\n")
    if silenced := [w.name for w in found if w.silenced is not None]:
        names = ", ".join(sorted(set(silenced)))
        sys.stdout.write(f"{say('warnings-silenced', spoken, count=len(silenced), names=names)}\n")
    return Exit.DONE
