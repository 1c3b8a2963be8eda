"""Files of labels to data that knows where it stands: YAML, or a spreadsheet saved as CSV."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any

import yaml

from screen.model.errors import Fact, ScreenError

LARGEST = 5_000_000
"""Bytes: five hundred applicants with all their evidence are a tenth of it."""
DEEPEST = 12
"""Nesting; labels need five."""
MOST_NODES = 500_000
"""Keys, values and list items, each alias counted as often as it is used."""

Steps = tuple[str | int, ...]
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """Something in a file of labels that must be mended before it can be used."""

    file: str
    line: int
    """From 1."""
    column: int
    """From 1; in a CSV file the cell."""
    code: str
    """Key in the wording catalogue."""
    facts: tuple[tuple[str, Fact], ...] = ()


class LabelMistakes(ScreenError):  # noqa: N818 the house name
    """Labels that cannot be used as they stand, with all their mistakes."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        ordered = tuple(sorted(set(mistakes)))
        super().__init__("label-mistakes", file=ordered[0].file, count=len(ordered))
        self.mistakes = ordered


@dataclass(slots=True)
class Written:
    """What a file says, where each part of it stands, and what is wrong with it."""

    file: str
    data: object = None
    places: dict[Steps, tuple[int, int]] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    sheet: bool = False
    """Rows of a spreadsheet: one without levels is nobody's label."""

    def tell(self, steps: Steps, code: str, **facts: Fact) -> None:
        """Notes a mistake at a part, or at the nearest part above it that has a place."""
        while steps and steps not in self.places:
            steps = steps[:-1]
        line, column = self.places.get(steps, (1, 1))
        self.mistakes.append(Mistake(self.file, line, column, code, tuple(sorted(facts.items()))))


def read_written(path: Path) -> Written:
    """The data of a file of labels.

    Raises:
        ScreenError: `labels-not-found`, `labels-unreadable`, `labels-spreadsheet`.
    """
    kind = path.suffix.lower()
    if kind in (".xlsx", ".xls", ".ods", ".numbers"):
        raise ScreenError("labels-spreadsheet", path=str(path))
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise ScreenError("labels-not-found", path=str(path)) from None
    except OSError as error:
        raise ScreenError("labels-unreadable", path=str(path), reason=error.strerror or "") from None
    written = Written(str(path), sheet=kind not in (".yaml", ".yml"))
    if len(raw) > LARGEST:
        written.tell((), "yaml-too-large", bytes=len(raw), most=LARGEST)
    elif written.sheet:
        _read_sheet(raw, written)
    else:
        _read_yaml(raw, written)
    return written


def _read_yaml(raw: bytes, written: Written) -> None:
    try:
        text = unicodedata.normalize("NFC", raw.decode("utf-8-sig"))
        if _is_deep(text):
            written.tell((), "yaml-too-deep", most=DEEPEST)
            return
        node = yaml.compose(text, Loader=_LOADER)
    except UnicodeDecodeError:
        written.tell((), "yaml-encoding")
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        written.places[()] = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        written.tell((), "yaml-syntax")
    else:
        written.data = _Tree(written).data(node, ()) if node is not None else None


def _is_deep(text: str) -> bool:
    """Told before a tree is built, which would go as deep as the text does."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            return True
    return False


class _Tree:
    """Nodes to data: every scalar a string as it was written, since 2019-03 is no date and 010 no eight."""

    def __init__(self, written: Written) -> None:
        self._written = written
        self._nodes = 0

    def data(self, node: Any, steps: Steps) -> Any:
        """A node's data; what holds nothing is left out."""
        self._nodes += 1
        self._written.places.setdefault(steps, (node.start_mark.line + 1, node.start_mark.column + 1))
        if self._nodes > MOST_NODES or len(steps) > DEEPEST:
            if not any(m.code == "yaml-too-long" for m in self._written.mistakes):
                self._written.tell(steps, "yaml-too-long", most=MOST_NODES)
            return None
        if isinstance(node, yaml.SequenceNode):
            return [self.data(item, (*steps, at)) for at, item in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, steps)
        return None if node.tag.endswith(":null") else str(node.value)

    def _mapping(self, node: Any, steps: Steps) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for key, value in node.value:
            name, here = str(key.value), (*steps, str(key.value))
            place = (key.start_mark.line + 1, key.start_mark.column + 1)
            if here in self._written.places:
                first = self._written.places[here][0]
                self._written.places[(*here, " ")] = place
                self._written.tell((*here, " "), "duplicate-key", key=name, first=first)
                continue
            self._written.places[here] = place
            out[name] = self.data(value, here)
        return {name: value for name, value in out.items() if value is not None}


def _read_sheet(raw: bytes, written: Written) -> None:
    """Rows by the heads of their columns; a spreadsheet saves with commas, semicolons or tabs, in UTF-8 or not."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    lines = unicodedata.normalize("NFC", text).splitlines(keepends=True)
    skipped = 1 if lines and lines[0].lower().startswith("sep=") else 0
    head = lines[skipped] if len(lines) > skipped else ""
    cut = max(";\t,", key=head.count)
    rows = csv.reader(StringIO("".join(lines[skipped:]), newline=""), delimiter=cut)
    written.data = []
    heads: list[str] = []
    try:
        for cells in rows:
            if not heads:
                heads = [" ".join(cell.split()) for cell in cells]
                _check_heads(written, heads, rows.line_num + skipped)
            elif any(cell.strip() for cell in cells):
                _add_row(written, heads, cells, rows.line_num + skipped)
    except csv.Error:
        written.places[()] = (rows.line_num + skipped, 1)
        written.tell((), "labels-csv")


def _check_heads(written: Written, heads: list[str], line: int) -> None:
    for at, head in enumerate(heads):
        written.places[("heads", head)] = (line, at + 1)
        if head and head in heads[:at]:
            written.tell(("heads", head), "labels-column-twice", key=head)


def _add_row(written: Written, heads: list[str], cells: list[str], line: int) -> None:
    rows: Any = written.data
    steps = (len(rows),)
    written.places[steps] = (line, 1)
    for at, head in enumerate(heads[: len(cells)]):
        written.places.setdefault((*steps, head), (line, at + 1))
    rows.append({head: cell.strip() for head, cell in zip(heads, cells, strict=False) if head and cell.strip()})
