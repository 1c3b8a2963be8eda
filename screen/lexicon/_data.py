"""The YAML files that are packaged with this room."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

# Every scalar is a string: "no" is a word here, never a truth value. libyaml is ten times as fast where it is.
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@cache
def load(path: str) -> dict[str, Any]:
    """The mapping in the packaged file at `path`, relative to this folder."""
    text = files("screen.lexicon").joinpath(path).read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=_LOADER)
    return data


def words(path: str, *keys: str) -> tuple[str, ...]:
    """The words of a folded block `a b c` under the keys."""
    node: Any = load(path)
    for key in keys:
        node = node[key]
    return tuple(str(node).split())
