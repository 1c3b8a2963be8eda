"""`applications.yaml`: what people say about the files, which wins over what intake guesses."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from screen.model.application import Kind
from screen.model.errors import Fact, ScreenError

LARGEST = 1_000_000
"""Bytes: far more than a thousand applicants need."""
DEEPEST = 10
"""Nesting; the file itself needs four."""


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True, strict=True)


class Applicant(_Row):
    """Files that belong together, and whose they are."""

    files: tuple[str, ...] = Field(min_length=1, strict=False)
    """Paths as the result shows them; a folder's path means all files in it, `*` stands for anything."""
    name: str | None = None
    """The applicant's name, where it was misread."""


class Corrections(_Row):
    """The whole file."""

    applicants: tuple[Applicant, ...] = Field(default=(), strict=False)
    """Each: files that are one applicant's, and no other files."""
    kinds: dict[str, Kind] = {}
    """Path → cv, letter or other."""
    ignore: tuple[str, ...] = Field(default=(), strict=False)
    """Paths of files that are no applications."""

    def ignores(self, path: str) -> bool:
        """Whether a file is left out."""
        return any(_meets(path, given) for given in self.ignore)

    def kind_of(self, path: str) -> Kind | None:
        """The kind that somebody gave the file; an exact path wins over a pattern."""
        exact = self.kinds.get(path)
        return exact or next((kind for given, kind in sorted(self.kinds.items()) if _meets(path, given)), None)

    def applicant_of(self, path: str) -> int | None:
        """Index of the applicant whose file it is."""
        return next((i for i, a in enumerate(self.applicants) if any(_meets(path, g) for g in a.files)), None)

    def unused(self, paths: Iterable[str]) -> tuple[str, ...]:
        """Given paths that meet no file: probably misspelt or moved."""
        known = list(paths)
        given = [*(g for a in self.applicants for g in a.files), *self.kinds, *self.ignore]
        return tuple(sorted({g for g in given if not any(_meets(p, g) for p in known)}))


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """Something wrong in the file, at a place."""

    line: int
    column: int
    code: str
    """Key in the wording catalogue."""
    facts: tuple[tuple[str, Fact], ...] = ()


class CorrectionsError(ScreenError):
    """All that is wrong in an `applications.yaml`."""

    def __init__(self, path: str, mistakes: tuple[Mistake, ...]) -> None:
        first = mistakes[0]
        super().__init__("corrections-faulty", path=path, count=len(mistakes), line=first.line, column=first.column)
        self.mistakes = mistakes


def _normal(path: str) -> str:
    return unicodedata.normalize("NFC", path.strip()).replace("\\", "/").removeprefix("./").rstrip("/")


def _meets(path: str, given: str) -> bool:
    """Whether a path is the given one, lies in it, or meets its pattern."""
    path, given = _normal(path), _normal(given)
    if path == given or path.startswith(given + "/"):
        return True
    return "*" in given and fnmatchcase(path.replace("[", "("), given.replace("[", "("))


def load_corrections(path: Path) -> Corrections:
    """Reads an `applications.yaml`.

    Raises:
        ScreenError: `corrections-faulty`, with every mistake and its place.
    """
    raw = path.read_bytes()
    node, mistakes = _parsed(raw)
    if mistakes:
        raise CorrectionsError(str(path), mistakes)
    places: dict[tuple[str | int, ...], tuple[int, int]] = {}
    found: list[Mistake] = []
    data = _plain(node, (), places, found) if node is not None else {}
    try:
        corrections = Corrections.model_validate(data if data is not None else {})
    except ValidationError as error:
        found += [_told(detail, places) for detail in error.errors()]
        raise CorrectionsError(str(path), tuple(sorted(found))) from None
    found += _claimed_twice(corrections, places)
    if found:
        raise CorrectionsError(str(path), tuple(sorted(found)))
    return corrections


def _parsed(raw: bytes) -> tuple[Any, tuple[Mistake, ...]]:
    if len(raw) > LARGEST:
        return None, (Mistake(1, 1, "yaml-too-large", (("bytes", len(raw)), ("most", LARGEST))),)
    try:
        text = raw.decode("utf-8-sig")
        if unfit := _unfit(text):
            return None, (unfit,)
        return yaml.compose(text, Loader=yaml.SafeLoader), ()
    except UnicodeDecodeError:
        return None, (Mistake(1, 1, "yaml-encoding"),)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return None, (Mistake(mark.line + 1 if mark else 1, mark.column + 1 if mark else 1, "yaml-syntax"),)
    except (yaml.YAMLError, RecursionError):
        return None, (Mistake(1, 1, "yaml-syntax"),)


def _unfit(text: str) -> Mistake | None:
    """An alias, or nesting that no such file needs: both can be made to fill any memory."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        mark: Any = event.start_mark
        if isinstance(event, yaml.AliasEvent):
            return Mistake(mark.line + 1, mark.column + 1, "yaml-alias", (("name", str(event.anchor)),))
        if depth > DEEPEST:
            return Mistake(mark.line + 1, mark.column + 1, "yaml-too-deep", (("most", DEEPEST),))
    return None


def _plain(node: Any, path: tuple[str | int, ...], places: dict[Any, tuple[int, int]], found: list[Mistake]) -> Any:
    """A node's data: every scalar a string, places kept, keys that come twice told."""
    places.setdefault(path, _place(node))
    if isinstance(node, yaml.SequenceNode):
        return [_plain(n, (*path, i), places, found) for i, n in enumerate(node.value)]
    if not isinstance(node, yaml.MappingNode):
        return None if node.tag.endswith(":null") else str(node.value)
    out: dict[str, Any] = {}
    for key, value in node.value:
        name = str(key.value)
        if name in out:
            line = places[(*path, name)][0]
            found.append(Mistake(*_place(key), "duplicate-key", (("first", line), ("key", name))))
            continue
        places[(*path, name)] = _place(key)
        out[name] = _plain(value, (*path, name), places, found)
    return {k: v for k, v in out.items() if v is not None}


def _place(node: Any) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1


_KNOWN = {0: (*Corrections.model_fields,), 2: (*Applicant.model_fields,)}
"""Keys by depth: of the file, of an applicant."""


def _told(detail: Any, places: dict[Any, tuple[int, int]]) -> Mistake:
    """One of pydantic's errors as a mistake at its place."""
    loc = tuple(detail["loc"])
    known = loc
    while known and known not in places:
        known = known[:-1]
    line, column = places.get(known, (1, 1))
    key = str(loc[-1]) if loc else ""
    if detail["type"] == "extra_forbidden":
        fields = _KNOWN.get(len(loc) - 1, ())
        close = get_close_matches(key, fields, 1, 0.5)
        facts: list[tuple[str, Fact]] = [("key", key), ("known", ", ".join(fields))]
        return Mistake(line, column, "corrections-key", tuple([("close", close[0]), *facts] if close else facts))
    if detail["type"] == "missing":
        return Mistake(line, column, "corrections-missing", (("key", key),))
    if detail["type"] == "literal_error":
        return Mistake(
            line, column, "corrections-kind", (("known", "cv, letter, other"), ("value", str(detail["input"])))
        )
    return Mistake(line, column, "corrections-type", (("key", key),))


def _claimed_twice(corrections: Corrections, places: dict[Any, tuple[int, int]]) -> Iterator[Mistake]:
    """Paths that two applicants claim, or that are claimed and ignored."""
    seen: dict[str, tuple[int, int]] = {}
    for i, applicant in enumerate(corrections.applicants):
        for j, given in enumerate(applicant.files):
            place = places.get(("applicants", i, "files", j), (1, 1))
            if _normal(given) in seen:
                facts: tuple[tuple[str, Fact], ...] = (("first", seen[_normal(given)][0]), ("path", given))
                yield Mistake(*place, "corrections-claimed-twice", facts)
            seen.setdefault(_normal(given), place)
    for k, given in enumerate(corrections.ignore):
        if _normal(given) in seen:
            place = places.get(("ignore", k), (1, 1))
            yield Mistake(*place, "corrections-claimed-twice", (("first", seen[_normal(given)][0]), ("path", given)))
