"""The words of this room, from its YAML files."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from screen.identity._fold import fold
from screen.languages import given_names

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Every scalar is a string: `no`, `on` and `y` are words here."""


@cache
def load(name: str) -> Any:
    """The data of one of the room's YAML files."""
    return yaml.load((files(__package__) / f"{name}.yaml").read_text("utf-8"), Loader=_LOADER)


@cache
def words(key: str) -> frozenset[str]:
    """A list of `names.yaml`, as a set."""
    return frozenset(load("names")[key])


@cache
def given() -> frozenset[str]:
    """Common given names of several generations and origins."""
    return given_names() | words("given_besides")


@cache
def folded_given() -> frozenset[str]:
    """The same, folded."""
    return frozenset(map(fold, given()))


@cache
def folded(key: str) -> frozenset[str]:
    """A list of `names.yaml`, folded."""
    return frozenset(fold(w) for w in load("names")[key])


@cache
def phrases(key: str) -> tuple[str, ...]:
    """A list of `names.yaml`, longest first, for phrases that are tried at the beginning of a line."""
    return tuple(sorted(set(load("names")[key]), key=lambda p: (-len(p), p)))
