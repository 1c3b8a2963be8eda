"""Renderables to a terminal or a pipe."""

from __future__ import annotations

import sys

from rich.console import RenderableType

from screen.cli._out import on_terminal, pipe, unwritable_told
from screen.wording.plain import plain

WIDTH = 100
"""Columns in pipes and files."""


def show(page: RenderableType) -> None:
    """On the standard output, in its own encoding.

    Raises:
        ScreenError: `cannot-write`.
    """
    console = on_terminal()
    with unwritable_told():
        if console.is_terminal:
            console.print(page)
            sys.stdout.flush()
        else:
            pipe(plain(page, WIDTH).encode(console.encoding, "replace"))
