"""The page of criteria to the terminal or as the text of a file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from rich.console import Console

from screen.cli._console import WIDTH, show
from screen.cli._page_terminal import in_terminal
from screen.criteria.page import Block, html, markdown, page
from screen.model.criteria import Criteria
from screen.model.errors import ScreenError
from screen.wording.plain import plain

FORMATS: Mapping[str, Callable[[Sequence[Block], str], str]] = {
    ".md": markdown,
    ".html": html,
    ".htm": html,
    ".txt": lambda blocks, language: plain(in_terminal(blocks, WIDTH, language), WIDTH),
}
"""Ending of a file → how the page is written."""


def show_page(criteria: Criteria, language: str) -> None:
    """In the terminal, or as text in a pipe."""
    console = Console(file=sys.stdout)
    width = console.width if console.is_terminal else WIDTH
    show(in_terminal(page(criteria, language), width, language))


def rendered(criteria: Criteria, language: str, path: Path) -> str:
    """The page as the file's ending asks.

    Raises:
        ScreenError: `unknown-page-ending`.
    """
    write = FORMATS.get(path.suffix.lower())
    if write is None:
        raise ScreenError("unknown-page-ending", path=str(path), ending=path.suffix, known=", ".join(FORMATS))
    return write(page(criteria, language), language)
