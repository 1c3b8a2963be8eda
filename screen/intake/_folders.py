"""Which folders are one applicant's, and which only hold many applicants' files."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from screen.identity import FileName, read_file_name
from screen.intake._items import Item, differ, fits

_ARCHIVE = re.compile(r"\.(?:zip|eml|msg|7z|rar|tar|gz)$", re.I)
_MAIL = re.compile(r"\.(?:eml|msg)$", re.I)
"""One person sent it, whatever it is called."""


def bundles(items: Sequence[Item]) -> tuple[list[list[Item]], list[Item]]:
    """Files that a folder holds together, and the others."""
    together: list[list[Item]] = []
    flat: list[Item] = []
    for group, folder in _walk(items, ""):
        if folder:
            together.append(group)
        else:
            flat += group
    return together, flat


def _walk(items: Sequence[Item], folder: str) -> Iterator[tuple[list[Item], bool]]:
    """(files, whether they are one folder's applicant) for everything under a folder."""
    here, below = _level(items, folder)
    if here:
        yield here, False
    for name in sorted(below):
        inside = below[name]
        if one_applicant(inside, name):
            yield inside, True
        else:
            yield from _walk(inside, name)


def _level(items: Sequence[Item], folder: str) -> tuple[list[Item], dict[str, list[Item]]]:
    """The files right in a folder, and those of each folder in it; one named for a kind of paper is none."""
    here: list[Item] = []
    below: dict[str, list[Item]] = {}
    for item in items:
        name = _next_folder(item.folder, folder)
        if name is None:
            here.append(item)
        else:
            below.setdefault(name, []).append(item)
    for name in [n for n in below if _is_bare(n) and not _complete(below[n])]:
        inside, deeper = _level(below.pop(name), name)
        here += inside
        for other, more in deeper.items():
            below.setdefault(other, []).extend(more)
    return here, below


def _next_folder(path: str, folder: str) -> str | None:
    """The folder within `folder` on the way to `path`."""
    if path == folder:
        return None
    rest = path[len(folder) + 1 :] if folder else path
    first = rest.split("/", 1)[0]
    return f"{folder}/{first}" if folder else first


def _read(folder: str) -> FileName:
    return read_file_name(_ARCHIVE.sub("", folder), True)


def _is_bare(folder: str) -> bool:
    """Whether a folder's name says only what papers it holds, with no number that could be an applicant's."""
    last = folder.rpartition("/")[2]
    if _MAIL.search(last):
        return False
    return _read(folder).bare and not re.search(r"\d", re.sub(r"(?:19|20)\d\d", "", last))


def _complete(items: Sequence[Item]) -> bool:
    """Whether files are one applicant's by their kinds: a CV and something besides, in one place, with no second CV."""
    kinds = Counter(i.kind for i in items if i.document)
    one_place = len({i.folder for i in items}) == 1
    return one_place and kinds["cv"] == 1 and len(items) > 1 and kinds["letter"] <= 1 and not _quarrel(items, "")


def one_applicant(items: Sequence[Item], folder: str) -> bool:
    """Whether everything in a folder is one applicant's: it holds files and no two of them are plainly two people's."""
    here, below = _level(items, folder)
    if not here:
        return False
    return not _quarrel(items, folder) and not any(_separate(below[name], folder) for name in below)


def _separate(items: Sequence[Item], folder: str) -> bool:
    """Whether a folder in the folder seems an applicant of its own: it holds a CV under another person's name."""
    tokens = frozenset(_read(folder).tokens)
    return bool(tokens) and any(i.kind == "cv" and i.written and not fits(i.written, tokens) for i in items)


def _quarrel(items: Sequence[Item], folder: str) -> bool:
    """Whether some files are plainly another person's than others; a folder's own name speaks for its letters."""
    tokens = frozenset(_read(folder).tokens) if folder else frozenset[str]()
    named = [i for i in items if i.kind == "cv" or not (len(tokens) >= 2 and i.kind == "letter")]
    if len(tokens) >= 2 and all(i.written is None or fits(i.written, tokens) for i in named if i.kind == "cv"):
        return False
    return any(differ(a, b) for n, a in enumerate(named) for b in named[n + 1 :])
