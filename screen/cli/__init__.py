"""The commands: the only room that prints, exits or asks the clock. Loading it loads nothing heavy."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from screen import __version__
from screen.cli._boundary import Exit, guarded

GNU_FLAGS = (
    "-ls",
    "-list",
    "-wipe",
    "-r",
    "-R",
    "-RR",
    "-x",
    "-d",
    "-D",
    "-dr",
    "-dRR",
    "-S",
    "-dm",
    "-dmS",
    "-Dm",
    "-X",
    "-p",
)
"""How GNU screen is usually called; none of them is ours."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs a command and ends the process with its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in given
    given = [a for a in given if a != "--debug"]
    _with_outputs()
    code = guarded(lambda: _called(given), language=_language(given), debug=debug, ends=arguments is None)
    _flush()
    sys.exit(code)


def _called(arguments: list[str]) -> int:
    if arguments == ["--version"]:
        # Before anything is loaded: scripts ask for it often.
        sys.stdout.write(f"screen {__version__}\n")
        return Exit.DONE
    if arguments and arguments[0] in GNU_FLAGS:
        return _other_program(arguments[0], _language(arguments))
    from screen.cli._app import application

    program = os.path.basename(sys.argv[0]).removesuffix(".exe")
    called = application(_of_program(arguments))(
        args=arguments or ["--help"],
        prog_name=program if program == "screen-cv" else "screen",
        standalone_mode=False,
    )
    if called == Exit.INTERRUPTED:
        raise KeyboardInterrupt  # Typer has made a number of it
    return called if isinstance(called, int) else Exit.DONE


def _of_program(arguments: Sequence[str]) -> bool:
    """Whether the program itself is called, or a shell asks what could stand where the cursor is."""
    return not arguments or arguments[0].startswith("-") or any(name.endswith("_COMPLETE") for name in os.environ)


def _other_program(flag: str, language: str) -> int:
    from screen.wording import say

    sys.stderr.write(f"{say('other-program', language, flag=flag)}\n")
    return Exit.USAGE


def _language(arguments: list[str]) -> str:
    """The language that errors are told in, known before the arguments are parsed."""
    for at, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--language":
            asked = value or "".join(arguments[at + 1 : at + 2])
            return asked if asked in ("da", "en") else "da"
    return "da"


def _with_outputs() -> None:
    """Whoever calls us without an output has none to read: what is written there goes nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 for the life of the process


def _flush() -> None:
    """Whoever reads our output may have gone; the interpreter must not complain of it at the end."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
