"""The words that the reading of a CV needs, from `words.yaml`."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from screen.model.cv import State


@cache
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((files("screen.understand") / "words.yaml").read_text("utf-8"))
    return loaded


@cache
def phrases(key: str) -> re.Pattern[str]:
    """A pattern that meets any phrase of a list at word borders."""
    alternatives = sorted((re.escape(p).replace(r"\ ", r"\s+") for p in _data()[key]), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?:(?<=\W)|(?!\w))", re.I)


@cache
def words(key: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(_data()[key])


@cache
def kinds_of_employer() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Sectors, each with a pattern for "the firm", "the municipality", also at the end of a compound."""
    listed: dict[str, list[str]] = _data()["kinds_of_employer"]
    return tuple((sector, re.compile(rf"\w*(?:{'|'.join(ends)})(?!\w)", re.I)) for sector, ends in listed.items())


def study_state(text: str, running: bool) -> State:
    """How far a study came: held unless its words or its running period tell otherwise."""
    for key, state in (
        ("study_broken_off", "broken_off"),
        ("study_applied", "applied"),
        ("study_partial", "partial"),
        ("study_in_progress", "in_progress"),
    ):
        if phrases(key).search(text):
            return state  # type: ignore[return-value]
    return "in_progress" if running else "held"
