"""YAML to data that knows the place of every key and value: duplicates, traps and limits are told, never swallowed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import yaml

from screen.model.errors import Fact

LARGEST = 1_000_000
"""Bytes: a hundred times a long criteria file."""
DEEPEST = 40
"""Nesting; the language itself needs nine."""
MOST_NODES = 100_000
"""Keys, values and list items."""

_LOADER: Any = getattr(yaml, "CLoader", yaml.Loader)
_NULLS = {"", "~", "null", "Null", "NULL"}
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_OLD_BOOLEANS = re.compile(r"(?i)(yes|no|on|off)\Z")
"""YAML 1.1 reads these words as true and false."""
_NUMBER = re.compile(r"[-+]?(0|[1-9]\d*)(\.\d+)?\Z")
_ODD_NUMBER = re.compile(r"[-+]?(0[0-9_]+|0[xob][0-9a-fA-F_]+|[1-9][\d_]*_[\d_]*)\Z")
"""Octal, hexadecimal, binary and underscored numbers: eight instead of ten."""
_CLOCK = re.compile(r"[-+]?\d+(:[0-5]?\d)+\Z")
"""YAML 1.1 reads 1:30 as ninety."""
_DATE = re.compile(r"\d{4}-\d\d-\d\d\Z")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a file, line and column from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that is wrong at a place: a code of the wording catalogue and its facts."""

    place: Place
    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(slots=True)
class Tree:
    """What a file says, where each part of it stands, and what is wrong with it as YAML."""

    data: object = None
    keys: dict[Path, Place] = field(default_factory=dict)
    """Where the key of a mapping's item stands."""
    values: dict[Path, Place] = field(default_factory=dict)
    flaws: list[Flaw] = field(default_factory=list)
    broken: set[Path] = field(default_factory=set)
    """Parts with a flaw of their own: nothing more is told about them."""
    whole: bool = True
    """The file could be read to its end."""

    def exact(self, path: Path) -> Path:
        """The path without the steps that do not stand in the file, such as the list around a single name."""
        walked: Path = ()
        for step in path:
            if (*walked, step) in self.values:
                walked = (*walked, step)
        return walked

    def is_broken(self, path: Path) -> bool:
        """Whether the part, or one that holds it, has a flaw of its own."""
        return any(path[:length] in self.broken for length in range(len(path) + 1))

    def at_key(self, path: Path) -> Place:
        """Where the part's key stands; its value, where it has none."""
        walked = self.exact(path)
        return self.keys.get(walked) or self.values.get(walked, Place(1, 1))

    def at_value(self, path: Path) -> Place:
        """Where the part's value stands; an empty value stands at its key."""
        walked = self.exact(path)
        return self.values.get(walked, Place(1, 1))


class _StopReading(Exception):  # noqa: N818 not an error of the program
    """A limit was passed; the flaw is told."""


def read_tree(raw: bytes) -> Tree:
    """The tree of a file's bytes; it never raises on what a file may hold."""
    tree = Tree()
    text = _text(raw, tree)
    if text is None:
        tree.whole = False
        return tree
    try:
        _Builder(text, tree).run()
    except _StopReading:
        tree.whole = False
    except yaml.MarkedYAMLError as error:
        tree.whole = False
        tree.flaws.append(_syntax(text, error))
    return tree


def _text(raw: bytes, tree: Tree) -> str | None:
    """The characters, or `None` with the flaw that there are none to be had."""
    if len(raw) > LARGEST:
        tree.flaws.append(Flaw(Place(1, 1), "yaml-too-large", {"bytes": len(raw), "most": LARGEST}))
        return None
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode(encoding, "replace")
        tree.flaws.append(Flaw(_place_after(before), "yaml-encoding"))
        return None
    if bad := _CONTROL.search(text):
        facts: dict[str, Fact] = {"character": f"U+{ord(bad.group()):04X}"}
        tree.flaws.append(Flaw(_place_after(text[: bad.start()]), "yaml-control-character", facts))
        return None
    return text


def _place_after(before: str) -> Place:
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Place(len(lines), len(lines[-1]) + 1)


def _syntax(text: str, error: yaml.MarkedYAMLError) -> Flaw:
    """What stops the parser, told by what stands there: tab, colon without a blank, or the general hint."""
    mark = error.problem_mark or error.context_mark
    place = Place(1, 1) if mark is None else Place(mark.line + 1, mark.column + 1)
    lines = text.splitlines()
    here = lines[place.line - 1] if place.line <= len(lines) else ""
    before = "\n".join([*lines[: place.line - 1], here[: place.column - 1]])
    if sum(before.count(sign) for sign in "[{") - sum(before.count(sign) for sign in "]}") > DEEPEST:
        return Flaw(place, "yaml-too-deep", {"most": DEEPEST})
    if "\t" in here[: len(here) - len(here.lstrip())] or here[place.column - 1 : place.column] == "\t":
        return Flaw(Place(place.line, here.index("\t") + 1), "yaml-tab")
    for number in (place.line, place.line - 1):
        line = lines[number - 1] if 0 < number <= len(lines) else ""
        if glued := re.match(r"[\s-]*([^\W\d][\w-]*):(?=[^\s/])", line):
            return Flaw(Place(number, glued.start(1) + 1), "yaml-space", {"key": glued.group(1)})
    opened = error.context_mark
    sign = lines[opened.line][opened.column : opened.column + 1] if opened and opened.line < len(lines) else ""
    if opened and opened.line < place.line - 1 and sign and sign in "[{\"'":
        return Flaw(Place(opened.line + 1, opened.column + 1), "yaml-unclosed", {"opened": sign, "line": place.line})
    return Flaw(place, "yaml-syntax")


class _Builder:
    """Parse events to data, one node at a time."""

    def __init__(self, text: str, tree: Tree) -> None:
        self._events: Iterator[Any] = iter(yaml.parse(text, Loader=_LOADER))
        self._tree = tree
        self._nodes = 0

    def run(self) -> None:
        """Read the only document of the file."""
        next(self._events)
        started = next(self._events)
        if isinstance(started, yaml.StreamEndEvent):
            self._flaw(Place(1, 1), (), "yaml-empty")
            return
        self._tree.data = self._node(next(self._events), ())
        next(self._events)
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            self._flaw(_place(after), (), "yaml-second-document")

    def _flaw(self, place: Place, path: Path, code: str, whole: bool = True, **facts: Fact) -> None:
        self._tree.flaws.append(Flaw(place, code, facts))
        if whole:
            self._tree.broken.add(path)

    def _node(self, event: Any, path: Path) -> object:
        place = _place(event)
        self._tree.values[path] = place
        self._nodes += 1
        if self._nodes > MOST_NODES or len(path) > DEEPEST:
            deep = len(path) > DEEPEST
            self._flaw(place, path, "yaml-too-deep" if deep else "yaml-too-long", most=DEEPEST if deep else MOST_NODES)
            raise _StopReading
        if isinstance(event, yaml.AliasEvent):
            self._flaw(place, path, "yaml-alias", name=str(event.anchor))
            return None
        if event.anchor:
            self._flaw(place, path, "yaml-anchor", whole=False, name=event.anchor)
        if event.tag and event.tag != "!":
            self._flaw(place, path, "yaml-tag", whole=False, tag=event.tag)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        return self._scalar(event, path)

    def _sequence(self, path: Path) -> list[object]:
        items: list[object] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, (*path, len(items))))
        return items

    def _mapping(self, path: Path) -> dict[str, object]:
        items: dict[str, object] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event, path)
            first = self._tree.keys.get((*path, key))
            if first is not None:
                self._flaw(_place(event), (*path, key), "duplicate-key", whole=False, key=key, first=first.line)
                self._skipped(path, key)
                continue
            self._tree.keys[(*path, key)] = _place(event)
            value = self._node(next(self._events), (*path, key))
            if value is None and re.match(r"[^\W\d][\w-]*:\S", key):
                self._tree.flaws.pop()
                self._flaw(_place(event), (*path, key), "yaml-space", key=key.split(":")[0])
            items[key] = value
        return items

    def _skipped(self, path: Path, key: str) -> None:
        """Read the second value of a key past the first: its flaws count, its places do not."""
        aside = (*path, f"{key} again")
        self._node(next(self._events), aside)
        self._tree.broken.add(aside)

    def _key(self, event: Any, path: Path) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self._flaw(_place(event), path, "yaml-key")
            raise _StopReading
        if event.value == "<<" and not event.style:
            self._flaw(_place(event), (*path, "<<"), "yaml-merge")
            return "<<"
        aside = (*path, _normal(event.value))
        value = self._scalar(event, aside)
        if not isinstance(value, str):
            self._flaw(_place(event), aside, "yaml-key", whole=False)
        return _normal(event.value)

    def _scalar(self, event: Any, path: Path) -> object:
        written: str = event.value
        if event.style:
            return _normal(written)
        for pattern, code in ((_OLD_BOOLEANS, "yaml-word"), (_ODD_NUMBER, "yaml-number"), (_CLOCK, "yaml-clock")):
            if pattern.match(written):
                self._flaw(_place(event), path, code, written=written)
                return written
        if written in _NULLS:
            self._flaw(self._tree.keys.get(path, _place(event)), path, "no-value")
        return _plain(written)


def _plain(written: str) -> object:
    """A plain scalar's value by the core schema of YAML 1.2, and dates."""
    if written in _NULLS:
        return None
    if written in _BOOLEANS:
        return _BOOLEANS[written]
    if _NUMBER.match(written):
        return float(written) if "." in written else int(written)
    if _DATE.match(written):
        try:
            return date.fromisoformat(written)
        except ValueError:
            return written
    return _normal(written)


def _normal(text: str) -> str:
    """Normal form C, since å may be one character or two."""
    return unicodedata.normalize("NFC", text)


def _place(event: Any) -> Place:
    return Place(event.start_mark.line + 1, event.start_mark.column + 1)
