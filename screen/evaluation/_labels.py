"""Labels found, read and checked against the criteria and the files; every mistake told with its place."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from screen.evaluation._label import Label, Labelled
from screen.evaluation._rows import Names, rows_of
from screen.evaluation._written import LabelMistakes, Mistake, Steps, Written, read_written
from screen.model.criteria import Criteria
from screen.model.errors import ScreenError

APPLICATIONS = "applications"
"""The folder of a labelled set in which its files lie; without it, they lie beside the labels."""
GOLD = "gold"
"""The folder of a labelled set with one YAML file for each applicant."""
SINGLE = ("labels.yaml", "labels.yml", "labels.csv")
"""Else one file with everybody."""
CLOSE = 0.6
"""Likeness from which a name is worth suggesting."""


def find(given: Path) -> tuple[Path, tuple[Path, ...]]:
    """Where the applications lie and where their labels stand.

    Args:
        given: A labelled set, or a file of labels in or beside a folder of applications.

    Raises:
        ScreenError: `folder-not-found`, `no-labels`.
    """
    if not given.exists():
        raise ScreenError("folder-not-found", path=str(given))
    folder = given if given.is_dir() else given.parent
    folder = folder.parent if given.is_file() and folder.name == GOLD else folder
    applications = folder / APPLICATIONS if (folder / APPLICATIONS).is_dir() else folder
    if given.is_file():
        return applications, (given,)
    gold = sorted(f for f in (folder / GOLD).glob("*.y*ml") if f.suffix in (".yaml", ".yml"))
    single = [folder / name for name in SINGLE if (folder / name).is_file()]
    if not gold and not single:
        raise ScreenError("no-labels", path=str(given), gold=GOLD, single=", ".join(SINGLE))
    return applications, tuple(gold) or (single[0],)


def load_labels(given: Path, criteria: Criteria, check_files: bool = True) -> Labelled:
    """The labels of a labelled set.

    Args:
        given: As in `find`.
        criteria: Whose requirements the levels are about.
        check_files: Whether the files that the labels name must be there.

    Raises:
        ScreenError: as in `find`; the files cannot be read; `label-mistakes` (a `LabelMistakes`, with all of them).
    """
    applications, files = find(given)
    names = Names.of(criteria)
    there = _paths(applications) if check_files else None
    labels: list[Label] = []
    mistakes: list[Mistake] = []
    taken: dict[str, str] = {}
    for file in files:
        written = read_written(file)
        labels += _of_file(written, names, there, taken)
        mistakes += written.mistakes
    if mistakes:
        raise LabelMistakes(mistakes)
    if not labels:
        raise ScreenError("labels-empty", path=str(given))
    return Labelled(given.resolve().name, applications, files, tuple(labels))


def _of_file(written: Written, names: Names, there: frozenset[str] | None, taken: dict[str, str]) -> Iterator[Label]:
    """The labels of a file; `taken` holds what names applicants so far, with the place."""
    for steps, row in list(rows_of(written, names)):
        try:
            label = Label.model_validate(row)
        except ValidationError as error:
            for detail in error.errors():
                _tell_shape(written, steps, detail)
            continue
        files = tuple(_resolved(f, there) for f in label.files)
        _check_files(written, steps, label, there)
        whose = (label.id, *files) if files else (label.id,)
        for key in dict.fromkeys(whose):
            if key in taken:
                written.tell(steps, "label-twice", value=key, first=taken[key])
            line, _ = written.places.get(steps, (1, 1))
            taken.setdefault(key, f"{Path(written.file).name}:{line}")
        yield label.model_copy(update={"files": files})


def _tell_shape(written: Written, steps: Steps, detail: Any) -> None:
    """One of pydantic's errors as a mistake."""
    where: Steps = tuple(detail["loc"])
    key = str(where[-1]) if where else ""
    if len(where) == 2 and where[0] == "levels":
        written.tell((*steps, *where), "label-level", requirement=key, value=str(detail["input"]))
    elif detail["type"] == "missing" or where == ("levels",):
        written.tell((*steps, *where), "label-missing", key=key)
    else:
        written.tell((*steps, *where), "label-shape", key=".".join(map(str, where)))


def _check_files(written: Written, steps: Steps, label: Label, there: frozenset[str] | None) -> None:
    for at, file in enumerate(label.files):
        if there is None or _resolved(file, there) in there or _holds(_resolved(file, there), there):
            continue
        near = get_close_matches(normal(file), there, 1, CLOSE)
        written.tell((*steps, "files", at), "label-file", path=file, **({"near": near[0]} if near else {}))


def normal(path: object) -> str:
    """A path as results show it: `/` as separator, å as one character."""
    return unicodedata.normalize("NFC", str(path)).strip().replace("\\", "/").removeprefix("./").rstrip("/")


def _resolved(file: str, there: frozenset[str] | None) -> str:
    """The path that is meant: as it stands, else the only file of that name in any folder."""
    path = normal(file)
    if there is None or path in there:
        return path
    named = [p for p in there if p.endswith(f"/{path}")]
    return named[0] if len(named) == 1 else path


def _holds(path: str, there: Iterable[str]) -> bool:
    """A folder, or a member of an archive that is there."""
    return any(known.startswith(f"{path}/") or path.startswith(f"{known}/") for known in there)


def _paths(folder: Path) -> frozenset[str]:
    walked = ((Path(at), names) for at, _, names in os.walk(folder))
    return frozenset(normal((at / name).relative_to(folder).as_posix()) for at, names in walked for name in names)
