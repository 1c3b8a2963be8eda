"""The catalogue: every YAML file in this folder, code → language → sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

import yaml

from screen.model.errors import Fact, Notice, Problem, ScreenError
from screen.wording._clean import one_line
from screen.wording._numbers import number

LANGUAGES = ("da", "en")
"""The languages that every sentence is written in."""

Sentence = str | Mapping[str, str]
"""A template with `{fact}` fields, or `one` and `other`, chosen by the fact `count`."""


class _Facts(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "?"


@cache
def catalogue() -> Mapping[str, Mapping[str, Sentence]]:
    """All sentences by code and language, from every YAML file in the folder; a test forbids the same code twice."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    merged: dict[str, Mapping[str, Sentence]] = {}
    for file in sorted(files(__package__).iterdir(), key=lambda f: f.name):
        if file.name.endswith(".yaml"):
            merged |= yaml.load(file.read_text("utf-8"), loader) or {}
    return merged


def knows(code: str) -> bool:
    """Whether the catalogue has a sentence for the code."""
    return code in catalogue()


def say(code: str, language: str, /, **facts: Fact) -> str:
    """The sentence for a code, its fields filled with harmless one-line facts.

    A code that the catalogue does not know is told with its facts: a missing sentence must never end a run.
    """
    entry = catalogue().get(code)
    if entry is None:
        return _unknown(code, facts.items())
    sentence = entry.get(language) or entry["en"]
    if not isinstance(sentence, str):
        sentence = sentence["one" if facts.get("count") == 1 else "other"]
    return sentence.format_map(_Facts({name: _fact(value, language) for name, value in facts.items()}))


def spoken(subject: Notice | Problem | ScreenError, language: str) -> str:
    """The sentence for a notice, a problem or an error."""
    facts: Mapping[str, Fact] = dict(subject.facts)
    return say(subject.code, language, **facts)


def _fact(value: Fact, language: str) -> str:
    return number(value, language) if isinstance(value, float) else one_line(str(value))


def _unknown(code: str, facts: Iterable[tuple[str, Fact]]) -> str:
    told = ", ".join(f"{name}: {one_line(str(value))}" for name, value in sorted(facts))
    return f"{code} ({told})" if told else code
