"""What every kind of signal is handed besides the CV and its own parameters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, TypeVar, cast

from pydantic import BaseModel, BeforeValidator, ConfigDict

from screen.lexicon import Lexicon
from screen.model.criteria import PositionSet

BUILT_IN_PLACES = ("any", "studies", "loose")
"""What `in` may name besides position sets: all jobs, studies, passages outside both."""


Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Context:
    """The case: what the words mean, which positions are named, and the day it is."""

    lexicon: Lexicon
    sets: Mapping[str, PositionSet]
    as_of: date
    echoes: tuple[str, ...] = ()
    """The posting's own sentences: an application that repeats them documents nothing."""
    cache: dict[object, object] = field(default_factory=dict, compare=False)
    """Mentions already found, for one applicant at a time: signals share them."""

    def once(self, key: object, made: Callable[[], Made]) -> Made:
        """What was made under a key before, for this applicant, else made now."""
        if key not in self.cache:
            self.cache[key] = made()
        return cast("Made", self.cache[key])


def _listed(value: object) -> object:
    return value if isinstance(value, list | tuple) else (value,)


Names = Annotated[tuple[str, ...], BeforeValidator(_listed, json_schema_input_type=str | list[str])]
"""One name or a list of names."""


class SignalParameters(BaseModel):
    """Base of each kind's parameters: as written in a criteria file."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True, populate_by_name=True)
