"""A folder to the list of its files, in an order that no file system decides."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from screen.cache import NAME
from screen.model.errors import Problem, Unreadable
from screen.pipeline import _archive

MB = 1_000_000
MOST_BYTES = 256 * MB
"""A larger file is not even opened; readers have lower limits of their own."""
HEAD = 4096
"""Bytes in which an output of the program's own says what it is."""
TAIL = 1024
"""Bytes at the end of a PDF in which it says so."""
OWN_ENDINGS = (".json", ".txt", ".csv", ".html", ".md", ".xlsx", ".docx", ".pdf")


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may be (part of) an application."""

    path: str
    """As it stands in the result: relative to the folder, `/` as separator, in normal form C."""
    place: str
    """Where the operating system finds it, or the archive that it lies in."""
    member: str | None = None
    """Its name in that archive."""
    inside: tuple[int, ...] = ()
    """Where it is in an archive or mail among the files, counted from 0 on each level."""


@dataclass(frozen=True, slots=True)
class Collected:
    """All that lies in a folder."""

    files: tuple[Found, ...]
    problems: tuple[Problem, ...]
    passed_over: int
    """Files that are no applications, the ignored ones among them."""
    ignored: tuple[str, ...] = ()
    """Paths that somebody ruled out."""


def collect(
    folder: Path,
    passed_over: Callable[[str, bytes], bool],
    ignores: Callable[[str], bool] = lambda path: False,
    skip: frozenset[Path] = frozenset(),
) -> Collected:
    """The files under a folder or in a zip, or the one file that `folder` is.

    Args:
        folder: The applications, or a single one; a zip is taken for the folder that was packed.
        passed_over: Whether a file is no application, by its path and its first bytes.
        ignores: Whether somebody has ruled a path out.
        skip: Resolved paths of the run's own files: criteria, posting, output.
    """
    if not folder.is_dir() and _archive.is_archive(folder, MOST_BYTES):
        return _packed(folder, passed_over, ignores)
    if not folder.is_dir():
        return Collected((Found(_shown(folder.name), str(folder)),), (), 0)
    files: list[Found] = []
    problems: list[Problem] = []
    ignored: list[str] = []
    count, taken, root = 0, set[str](), folder.resolve()
    for relative in sorted(_walk(folder), key=lambda p: (_shown(p), p)):
        path = unlike(_shown(relative), taken)
        place = folder / relative
        code = _why_not(place, root)
        if passed_over(path, b"" if code else _head(place)) or place.resolve() in skip:
            count += 1
        elif ignores(path):
            ignored.append(path)
        elif code:
            problems.append(Problem.of(path, code))
        else:
            files.append(Found(path, str(place)))
    return Collected(tuple(files), tuple(problems), count + len(ignored), tuple(ignored))


def _packed(folder: Path, passed_over: Callable[[str, bytes], bool], ignores: Callable[[str], bool]) -> Collected:
    files: list[Found] = []
    problems: list[Problem] = []
    ignored: list[str] = []
    count, taken = 0, set[str]()
    try:
        every = _archive.members(folder)
    except Unreadable as error:
        return Collected((), (Problem.of(_shown(folder.name), error.code, **error.facts),), 0)
    for member in every:
        path = unlike(_shown(member.path), taken)
        own = path.lower().endswith(OWN_ENDINGS)
        if passed_over(path, _archive.head_of(folder, member, HEAD) if own else b""):
            count += 1
        elif ignores(path):
            ignored.append(path)
        elif problem := _archive.problem_of(member, path):
            problems.append(problem)
        else:
            files.append(Found(path, str(folder), member.name))
    return Collected(tuple(files), tuple(problems), count + len(ignored), tuple(ignored))


def _walk(folder: Path) -> Iterator[str]:
    for at, folders, names in os.walk(folder):
        # A link to a folder is listed as a file is: to be told, not followed.
        links = [name for name in folders if os.path.islink(os.path.join(at, name)) and name != NAME]
        # What was kept is no part of the case: the result is the same with and without it.
        folders[:] = sorted(set(folders) - set(links) - {NAME})
        for name in (*names, *links):
            yield os.path.relpath(os.path.join(at, name), folder)


def _head(place: Path) -> bytes:
    """The first bytes of what may be an output of our own; applications of other kinds tell nothing by them."""
    if place.suffix.lower() not in OWN_ENDINGS:
        return b""
    try:
        with place.open("rb") as stream:
            if place.suffix.lower() == ".pdf":
                stream.seek(max(0, stream.seek(0, os.SEEK_END) - TAIL))
            return stream.read(HEAD)
    except OSError:
        return b""


def _shown(path: str) -> str:
    """Legible whatever bytes the name holds, and the same on every operating system."""
    text = os.fsencode(path).decode("utf-8", "replace").replace(os.sep, "/")
    return unicodedata.normalize("NFC", text)


def unlike(path: str, taken: set[str]) -> str:
    """The path, numbered where two names look the same."""
    shown, number = path, 2
    while shown in taken:
        shown, number = f"{path} ({number})", number + 1
    taken.add(shown)
    return shown


def _why_not(place: Path, root: Path) -> str | None:
    try:
        mode = place.stat().st_mode
    except FileNotFoundError:
        return "not-found"
    except (PermissionError, OSError):
        return "no-permission"
    if place.is_symlink() and not place.resolve().is_relative_to(root):
        return "outside-folder"
    return None if stat.S_ISREG(mode) else "not-a-file"
