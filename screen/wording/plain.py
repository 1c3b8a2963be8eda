"""What is made for a terminal, as plain text: for pipes and files."""

from __future__ import annotations

from io import StringIO

from rich.console import Console, RenderableType


def plain(page: RenderableType, width: int) -> str:
    """The page in so many columns without colours, no blank at a line's end and one line feed at its own."""
    out = StringIO()
    console = Console(
        file=out, width=width, color_system=None, force_terminal=False, legacy_windows=False,
        markup=False, highlight=False, emoji=False, _environ={},
    )  # fmt: skip
    console.print(page)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n")).rstrip("\n") + "\n"
