"""A part of the file with its place: what the checks walk over, whatever shape the author gave it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from screen.criteria._tree import Flaw, Path, Tree
from screen.model.errors import Fact


@dataclass(frozen=True, slots=True)
class At:
    """A part of the file. Parts that have told a flaw of their own are passed over."""

    tree: Tree
    path: Path
    value: object

    @property
    def name(self) -> str:
        """The last step of its path: the key under which it stands."""
        return str(self.path[-1]) if self.path else ""

    def get(self, key: str) -> At:
        """The part under a key; one that holds nothing where there is none."""
        value = self.value.get(key) if isinstance(self.value, dict) else None
        return At(self.tree, (*self.path, key), value)

    def items(self) -> Iterator[At]:
        """The parts of a mapping."""
        if isinstance(self.value, dict):
            yield from self._sound((key, value) for key, value in self.value.items())

    def each(self) -> Iterator[At]:
        """The items of a list; a single one is short for a list of one."""
        if isinstance(self.value, list):
            yield from self._sound(enumerate(self.value))
        elif self.value is not None and not self.tree.is_broken(self.path):
            yield self

    def words(self) -> Iterator[tuple[str, At]]:
        """The names or words of a list or a single one."""
        for item in self.each():
            if isinstance(item.value, str):
                yield item.value, item

    def flaw(self, code: str, key: bool = False, **facts: Fact) -> Flaw:
        """A flaw at the part, or at its key."""
        return Flaw(self.tree.at_key(self.path) if key else self.tree.at_value(self.path), code, facts)

    def _sound(self, parts: Iterator[tuple[str | int, object]]) -> Iterator[At]:
        for step, value in parts:
            path = (*self.path, step)
            if not self.tree.is_broken(path):
                yield At(self.tree, path, value)
