"""Renderables to a terminal or a pipe, and as text for a file."""

from __future__ import annotations

import errno
import sys
from io import StringIO

from rich.console import Console, RenderableType

from screen.cli._out import unwritable

WIDTH = 100
"""Columns in pipes and files."""


def show(page: RenderableType) -> None:
    """On the standard output, in its own encoding.

    Raises:
        ScreenError: `cannot-write`.
    """
    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    try:
        if console.is_terminal:
            console.print(page)
        else:
            sys.stdout.flush()
            sys.stdout.buffer.write(as_text(page).encode(console.encoding, "replace"))
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unwritable("stdout", error.errno or errno.EIO) from error


def as_text(page: RenderableType, width: int = WIDTH) -> str:
    """The page without colours, no blank at a line's end."""
    out = StringIO()
    console = Console(
        file=out, width=width, color_system=None, force_terminal=False, legacy_windows=False,
        markup=False, highlight=False, emoji=False, _environ={},
    )  # fmt: skip
    console.print(page)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n")).rstrip("\n") + "\n"
