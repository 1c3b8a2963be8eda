"""Renderables to bytes, without a terminal: nothing is cut, nothing is padded."""

from __future__ import annotations

from io import StringIO

from rich.console import Console, RenderableType

from screen.reports._options import Options

UNCUT = 100_000
"""Columns of a page that never ends: what pipes and files get."""


def to_bytes(renderable: RenderableType, options: Options) -> bytes:
    """The renderable as UTF-8 text without colours."""
    page = StringIO()
    width = options.width or UNCUT
    console = Console(
        file=page, width=width, color_system=None, force_terminal=False, legacy_windows=False,
        markup=False, highlight=False, emoji=False, _environ={},
    )  # fmt: skip
    console.print(renderable)
    lines = [line.rstrip() for line in page.getvalue().split("\n")]
    return ("\n".join(lines).rstrip("\n") + "\n").encode("utf-8", "replace")
