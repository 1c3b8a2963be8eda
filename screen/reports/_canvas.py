"""Renderables to bytes, without a terminal: nothing is cut, nothing is padded."""

from __future__ import annotations

from rich.console import RenderableType

from screen.reports._options import Options
from screen.wording.plain import plain

UNCUT = 100_000
"""Columns of a page that never ends: what pipes and files get."""


def to_bytes(renderable: RenderableType, options: Options) -> bytes:
    """The renderable as UTF-8 text without colours."""
    return plain(renderable, options.width or UNCUT).encode("utf-8", "replace")
