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


def study_state(text: str, running: bool, diploma: bool = False) -> State:
    """How far a study came: held unless its words or its running period tell otherwise.

    What was gained and has lapsed since, and a course without its exam, are no longer or never held: broken off.
    A diploma's own text, with its rules and its failed subjects, tells no such thing.
    """
    for key, state in _STATES:
        if diploma and key in ("study_without_exam", "study_lapsed"):
            continue
        if phrases(key).search(text):
            return state
    if not diploma and _some_of_all(text):
        return "partial"
    return "in_progress" if running and not _had_since(text) else "held"


_STATES: tuple[tuple[str, State], ...] = (
    ("study_broken_off", "broken_off"),
    ("study_without_exam", "broken_off"),
    ("study_lapsed", "broken_off"),
    ("study_applied", "applied"),
    ("study_partial", "partial"),
    ("study_in_progress", "in_progress"),
)


def _had_since(text: str) -> bool:
    """Whether what runs on is that it is valid: "siden 2017, gyldig", "certificeret siden 2016", "CISM since 2018"."""
    if phrases("study_of_years").search(text):
        return False
    return bool(phrases("study_valid").search(text) or phrases("study_since").search(text))


@cache
def _parts_of() -> re.Pattern[str]:
    """ "30 ECTS bestået af 60", "2 af 6 moduler": a unit stands behind one of the numbers."""
    unit, passed, of = (phrases(f"study_{key}").pattern for key in ("units", "passed", "out_of"))
    number = r"(?<![\d.,/-])(?P<{}>\d{{1,3}})(?![\d.,/]*\d)"
    some, all_ = number.format("some"), number.format("all")
    return re.compile(rf"{some}\s*(?P<unit>{unit})?\s*(?:{passed})?\s*{of}\s*{all_}\s*(?P<units>{unit})?", re.I)


def _some_of_all(text: str) -> bool:
    found = _parts_of().finditer(text)
    return any(int(m["some"]) < int(m["all"]) for m in found if m["unit"] or m["units"])
