"""The commands put together."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from screen import __version__
from screen.cli import compare, criteria, doctor, evaluate, explain, init, purge, schema, score, shortlist

HELP = """Screens job applications so that every score can be defended in the open.

Reads a folder of applications (PDF, Word, ODT, RTF, text, HTML, Markdown), finds what is documented for each
requirement of a criteria file, quotes it with page and line, and ranks. Everything happens on this machine.

\b
  screen score APPLICATIONS --criteria CRITERIA.yaml
  screen explain APPLICATIONS "Anne Test"
"""


def application(own_options: bool = True) -> typer.Typer:
    """All commands. No rich help and no pretty tracebacks: the one is slow, the other prints somebody's CV.

    Args:
        own_options: With `screen --help` and those that install shell completion. Left out where a command is
            called: Typer loads pydantic for each option of the program that is not given, 60 ms.
    """
    app = typer.Typer(
        name="screen",
        add_completion=own_options,
        add_help_option=own_options,
        help=HELP,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        pretty_exceptions_show_locals=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.callback()(_options)
    app.command("score")(score.score)
    app.command("shortlist")(shortlist.shortlist)
    app.command("explain")(explain.explain)
    app.command("compare")(compare.compare)
    app.command("evaluate")(evaluate.evaluate)
    app.add_typer(criteria.commands(), name="criteria")
    app.command("purge")(purge.purge)
    app.command("init")(init.init)
    app.command("schema")(schema.schema)
    app.command("doctor")(doctor.doctor)
    return app


def _version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"screen {__version__}\n")
        raise typer.Exit()


def _options(
    _version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
    _debug: Annotated[bool, typer.Option("--debug", help="Show where in the code an error arose.")] = False,
) -> None:
    pass
