"""The words of this room, from its YAML file."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Every scalar is a string."""


@cache
def load() -> Any:
    """The data of `words.yaml`."""
    return yaml.load((files(__package__) / "words.yaml").read_text("utf-8"), Loader=_LOADER)


@cache
def starts(key: str) -> re.Pattern[str]:
    """A pattern that meets a phrase of a list at the beginning of a line."""
    return re.compile(rf"\W*(?:{said(key)})(?!\w)", re.I)


@cache
def anywhere(key: str) -> re.Pattern[str]:
    """A pattern that meets a phrase of a list at word borders."""
    return re.compile(rf"(?<!\w)(?:{said(key)})(?!\w)", re.I)


def said(key: str) -> str:
    """The phrases of a list as alternatives, longest first."""
    phrases = sorted(set(load()[key]), key=lambda p: (-len(p), p))
    return "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in phrases)
