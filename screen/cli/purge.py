"""`screen purge`: what was kept of the applications is removed."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from screen.cli._options import LanguageOption

KB = 1_000


def purge(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="The folder of applications.")],
    language: LanguageOption = None,
) -> int:
    """Remove what screen has kept of the applications in a folder, in FOLDER/.screen; nothing else is touched."""
    from screen.cache import NAME, purged
    from screen.cli._paths import path_from
    from screen.model.errors import ScreenError
    from screen.wording import say

    spoken, place = language or "da", path_from(folder)
    if not place.exists():
        raise ScreenError("folder-not-found", path=str(place))
    kept = str(place / NAME)
    try:
        done = purged(place)
    except NotADirectoryError as error:
        raise ScreenError("purge-not-ours", path=kept) from error
    except OSError as error:
        raise ScreenError("purge-failed", path=kept, reason=error.strerror or type(error).__name__) from error
    if done is None:
        sys.stdout.write(f"{say('nothing-to-purge', spoken, path=str(place))}\n")
        return 0
    sys.stdout.write(f"{say('purged', spoken, path=kept, count=done.entries, size=-(-done.size // KB))}\n")
    if done.left:
        sys.stdout.write(f"{say('purged-left', spoken, path=kept, count=done.left)}\n")
    return 0
