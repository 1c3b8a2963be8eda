"""The case that a command is about: folder, criteria, day, posting, weights."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from screen.cli._paths import path_from
from screen.criteria import load_criteria
from screen.model.criteria import Criteria
from screen.model.errors import Notice, ScreenError
from screen.wording import LANGUAGES, say

SCANDINAVIAN = ("da", "nb", "sv")
"""Postings in these languages are shown in Danish, all others in English."""
HEAD = 65_536
"""Bytes in which a criteria file's `screen:` must stand to be known as one."""
_MARK = re.compile(rb"^screen[ \t]*:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Case:
    """All that a run needs to know, checked."""

    folder: Path
    criteria_file: Path
    criteria: Criteria
    as_of: date
    posting: Path | None
    language: str
    notices: tuple[Notice, ...]


def case_from(
    folder: str,
    *,
    criteria: str | None,
    as_of: str | None,
    posting: str | None,
    weights: Sequence[str] | None,
    language: str | None,
) -> Case:
    """The case that the options describe.

    Raises:
        ScreenError: a path, date, weight or criteria file is wrong.
    """
    place = path_from(folder)
    if not place.exists():
        raise ScreenError("folder-not-found", path=str(place))
    file = path_from(criteria) if criteria else _found_criteria(place, language or "da")
    loaded = load_criteria(file)
    spoken = language or _language_of(loaded.posting.language)
    day, told = _day(as_of, loaded.posting.deadline)
    weighed, changes = _weighed(loaded, weights or ())
    return Case(place, file, weighed, day, _posting(posting, loaded, file), spoken, (*told, *changes))


def _language_of(posting: str) -> str:
    if posting in SCANDINAVIAN:
        return "da"
    return posting if posting in LANGUAGES else "en"


def _posting(given: str | None, criteria: Criteria, file: Path) -> Path | None:
    if given:
        return path_from(given)
    return file.parent / criteria.posting.text if criteria.posting.text else None


def _found_criteria(folder: Path, language: str) -> Path:
    here = folder if folder.is_dir() else folder.parent
    for place in dict.fromkeys((here, here / "criteria", Path("criteria"))):
        files = _criteria_in(place)
        if len(files) > 1:
            raise ScreenError("several-criteria", paths=", ".join(str(f) for f in files))
        if files:
            sys.stderr.write(f"{say('using-criteria', language, path=str(files[0]))}\n")
            return files[0]
    raise ScreenError("no-criteria", path=str(folder))


def _criteria_in(place: Path) -> list[Path]:
    """The criteria files in a folder: YAML files that say so, else whatever YAML there is."""
    if not place.is_dir():
        return []
    files = sorted(f for f in place.iterdir() if f.suffix.lower() in (".yaml", ".yml") and f.is_file())
    files = [f for f in files if f.stem.lower() != "applications"]
    return [f for f in files if _says_so(f)] or files


def _says_so(file: Path) -> bool:
    try:
        with file.open("rb") as stream:
            return bool(_MARK.search(stream.read(HEAD)))
    except OSError:
        return False


def _day(given: str | None, deadline: date | None) -> tuple[date, tuple[Notice, ...]]:
    if given is not None:
        try:
            return date.fromisoformat(given.strip()), ()
        except ValueError:
            raise ScreenError("bad-date", value=given) from None
    if deadline is not None:
        return deadline, ()
    today = datetime.now(tz=UTC).astimezone().date()
    return today, (Notice.of("as-of-today", date=today.isoformat()),)


def _weighed(criteria: Criteria, weights: Sequence[str]) -> tuple[Criteria, tuple[Notice, ...]]:
    """The criteria with other weights, and a notice of each that changed."""
    known = {r.id: r.weight for r in criteria.requirements}
    asked = dict(_weight(text, known) for text in weights)
    changed = {id_: new for id_, new in asked.items() if new != known[id_]}
    requirements = tuple(replace(r, weight=asked.get(r.id, r.weight)) for r in criteria.requirements)
    notices = (Notice.of("weight-changed", requirement=i, old=float(known[i]), new=new) for i, new in changed.items())
    return replace(criteria, requirements=requirements), tuple(notices)


def _weight(text: str, known: dict[str, float]) -> tuple[str, float]:
    name, _, value = (part.strip() for part in text.partition("="))
    if name not in known:
        raise ScreenError("unknown-requirement", value=name or text, known=", ".join(known))
    try:
        weight = float(value.replace(",", "."))
    except ValueError:
        weight = 0.0
    if not 0 < weight < float("inf"):
        raise ScreenError("bad-weight", value=text, example=name)
    return name, weight
