"""Which files are no applications."""

from __future__ import annotations

from fnmatch import fnmatchcase
from functools import cache

from screen.intake._words import load
from screen.model.result import SCHEMA

_OWN = (SCHEMA.rpartition("/")[0] + "/").encode()
"""Stands in every output of the program's own that says what it is."""
CORRECTIONS = "applications.yaml"
"""Beside the files: what people say about them."""


@cache
def _names() -> tuple[str, ...]:
    return tuple(str(n).lower() for n in load()["passed_over"])


@cache
def _folders() -> tuple[str, ...]:
    return tuple(str(n).lower() for n in load()["passed_over_folders"])


def passed_over(path: str, head: bytes = b"") -> bool:
    """Whether a file is no application: lock and system files, hidden ones, criteria, corrections, own outputs.

    Args:
        path: Relative to the folder of the case, `/` as separator.
        head: The file's first bytes, where they are known: they tell the program's own outputs.
    """
    *folders, name = path.lower().split("/")
    if any(f.startswith(".") or _meets(f, _folders()) for f in folders if f not in ("", ".", "..")):
        return True
    return _meets(name, _names()) or _OWN in head


def _meets(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(name, p) for p in patterns)
