"""Warnings of a file without mistakes: told, or silenced by the file itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from screen.criteria._cursor import At
from screen.criteria._names import Case
from screen.criteria.lint import LINTS, Checked, Warned
from screen.model.criteria import Criteria
from screen.model.errors import Fact, Unreadable
from screen.readers import read


@dataclass(frozen=True, slots=True, order=True)
class Warning:
    """Something in a criteria file that is allowed and probably not meant."""

    file: str
    line: int
    """From 1."""
    column: int
    """From 1."""
    name: str
    """By which it is silenced."""
    code: str
    """Key in the wording catalogue."""
    facts: tuple[tuple[str, Fact], ...] = ()
    """What the sentence fills in, sorted by name."""
    silenced: str | None = None
    """The reason for which the file silences it."""


def warnings_of(case: Case, criteria: Criteria, file: str) -> tuple[Warning, ...]:
    """All warnings in the order of the file, the silenced ones too."""
    checked = Checked(case, criteria, _posting(case.folder, criteria))
    found = {_warning(case.root, file, name, one) for name, lint in LINTS.items() for one in lint.look(checked)}
    return tuple(sorted(found, key=lambda w: (w.line, w.column, w.name, w.code, str(w.facts))))


def _warning(root: At, file: str, name: str, one: Warned) -> Warning:
    place = root.tree.at_key(one.at.path) if one.key else root.tree.at_value(one.at.path)
    facts = tuple(sorted(one.facts.items()))
    return Warning(file, place.line, place.column, name, one.code, facts, _reason(root, name, one.at))


def _reason(root: At, name: str, at: At) -> str | None:
    """Why a warning is not told: by the file, or by the requirement in which it stands."""
    return next((str(r) for holder in _holders(root, at) if (r := holder.get("silence").get(name).value)), None)


def _holders(root: At, at: At) -> Iterator[At]:
    yield root
    if at.path[:1] == ("requirements",):
        yield from (r for r in root.get("requirements").each() if r.path == at.path[: len(r.path)])


def _posting(folder: Path, criteria: Criteria) -> str | None:
    """The posting's text; none where there is none that can be read, which the run tells."""
    if criteria.posting.text is None:
        return None
    try:
        path = folder / criteria.posting.text
        return read(path.name, path.read_bytes()).text
    except (OSError, Unreadable):
        return None
