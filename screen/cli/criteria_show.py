"""`screen criteria show`: criteria as a page that a committee reads."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from screen.cli._boundary import Exit
from screen.cli._options import LanguageOption, OutputOption


def show(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The criteria file.")],
    output: OutputOption = None,
    language: LanguageOption = None,
) -> int:
    """Show what each requirement asks, in plain sentences; -o page.md or page.html writes a page."""
    from screen.cli._out import output_path, write
    from screen.cli._page import rendered, show_page
    from screen.cli._paths import path_from
    from screen.criteria import load_criteria
    from screen.wording import say

    path = output_path(output)
    criteria = load_criteria(path_from(file))
    spoken = language or ("da" if criteria.posting.language in ("da", "nb", "sv") else "en")
    if path is None:
        show_page(criteria, spoken)
        return Exit.DONE
    write(path, rendered(criteria, spoken, path).encode())
    sys.stderr.write(f"{say('written', spoken, path=str(path))}\n")
    return Exit.DONE
