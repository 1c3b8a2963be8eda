"""A posting's criteria file: read, checked, every mistake told at once with its place, and turned into `Criteria`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from screen.criteria._convert import criteria_of
from screen.criteria._cursor import At
from screen.criteria._file import CriteriaFile
from screen.criteria._levels import check_ids, check_order, check_rules
from screen.criteria._names import (
    Case,
    case_of,
    check_entries,
    check_posting,
    check_sets,
    check_signals,
    check_silence,
    check_use,
)
from screen.criteria._schema import json_schema
from screen.criteria._translate import shape
from screen.criteria._tree import Flaw, Tree, read_tree
from screen.criteria._warn import Warning, warnings_of
from screen.model.criteria import Criteria
from screen.model.errors import Fact, ScreenError
from screen.wording import say

__all__ = [
    "CHECKS",
    "CriteriaMistakes",
    "Mistake",
    "Warning",
    "check",
    "json_schema",
    "load_criteria",
    "tell",
    "tell_warning",
    "warnings",
]

CHECKS: tuple[Callable[[Case], Iterator[Flaw]], ...] = (
    check_posting,
    check_use,
    check_entries,
    check_sets,
    check_ids,
    check_signals,
    check_rules,
    check_order,
    check_silence,
)
"""What is looked at besides the shape."""


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """Something in a criteria file that must be mended before the file can be used."""

    file: str
    line: int
    """From 1."""
    column: int
    """From 1."""
    code: str
    """Key in the wording catalogue."""
    facts: tuple[tuple[str, Fact], ...] = ()
    """What the sentence fills in, sorted by name; `near` is the name that was probably meant."""


class CriteriaMistakes(ScreenError):  # noqa: N818 the house name
    """A criteria file that cannot be used as it stands, with all its mistakes."""

    def __init__(self, file: str, mistakes: tuple[Mistake, ...]) -> None:
        super().__init__("criteria-mistakes", file=file, count=len(mistakes))
        self.mistakes = mistakes


def load_criteria(path: Path) -> Criteria:
    """The criteria in a file.

    Raises:
        ScreenError: `criteria-mistakes` (a `CriteriaMistakes`, with all of them), `criteria-not-found`,
            `criteria-folder`, `criteria-unreadable`.
    """
    raw = _read(path)
    written, mistakes = _checked(path, raw)
    if mistakes or written is None:
        raise CriteriaMistakes(str(path), mistakes)
    return criteria_of(written, path.name, hashlib.sha256(raw).hexdigest())


def check(path: Path) -> tuple[Mistake, ...]:
    """All mistakes in a file, in its order.

    Raises:
        ScreenError: the file cannot be read at all, as in `load_criteria`.
    """
    return _checked(path, _read(path))[1]


def tell(mistake: Mistake, language: str) -> str:
    """`file:line:column: what is wrong and what to do, did you mean …`."""
    facts = dict(mistake.facts)
    told = f"{mistake.file}:{mistake.line}:{mistake.column}: {say(mistake.code, language, **facts)}"
    near = facts.get("near")
    return f"{told} {say('did-you-mean', language, near=near)}" if near else told


def warnings(path: Path) -> tuple[Warning, ...]:
    """What is allowed in a file and probably not meant, in its order; what the file silences is among it.

    Raises:
        ScreenError: as in `load_criteria`; a file with mistakes has no warnings yet.
    """
    raw = _read(path)
    tree = read_tree(raw)
    return warnings_of(case_of(At(tree, (), tree.data), path.parent), load_criteria(path), str(path))


def tell_warning(warning: Warning, language: str) -> str:
    """`file:line:column: warning: what is doubtful and what to do [name]`."""
    told = say(warning.code, language, **dict(warning.facts))
    place = f"{warning.file}:{warning.line}:{warning.column}"
    return f"{place}: {say('warning', language)}: {told} [{warning.name}]"


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise ScreenError("criteria-not-found", path=str(path)) from None
    except IsADirectoryError:
        raise ScreenError("criteria-folder", path=str(path)) from None
    except OSError as error:
        # Windows answers "permission denied" for a folder.
        code = "criteria-folder" if path.is_dir() else "criteria-unreadable"
        raise ScreenError(code, path=str(path), why=error.strerror or "") from None


def _checked(path: Path, raw: bytes) -> tuple[CriteriaFile | None, tuple[Mistake, ...]]:
    tree = read_tree(raw)
    written, flaws = _flaws(tree, path.parent)
    mistakes = {
        Mistake(str(path), flaw.place.line, flaw.place.column, flaw.code, tuple(sorted(flaw.facts.items())))
        for flaw in flaws
    }
    return written, tuple(sorted(mistakes, key=lambda m: (m.line, m.column, m.code, str(m.facts))))


def _flaws(tree: Tree, folder: Path) -> tuple[CriteriaFile | None, list[Flaw]]:
    """Everything that is wrong; a file that could not be read to its end tells only that."""
    if not tree.whole or tree.is_broken(()):
        return None, tree.flaws
    written, misshapen = shape(tree)
    case = case_of(At(tree, (), tree.data), folder)
    looked = [flaw for look in CHECKS for flaw in look(case)]
    told = {flaw.place for flaw in looked}
    return written, [*tree.flaws, *(flaw for flaw in misshapen if flaw.place not in told), *looked]
