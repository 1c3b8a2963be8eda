"""The criteria file as its author writes it; each docstring is a description in the JSON Schema."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    GetCoreSchemaHandler,
    Tag,
    create_model,
)
from pydantic_core import CoreSchema

from screen.criteria._warnings import NAMES
from screen.model.criteria import LevelName
from screen.model.cv import Role
from screen.model.result import Sector
from screen.model.vocabulary import VocabularyFile, Words
from screen.signals import KINDS

SLUG = r"^[a-z][a-z0-9]*([_-][a-z0-9]+)*$"
"""An id is a column name and a key in the result: small letters without æ, ø, å, digits, `_` and `-`."""

Text = Annotated[str, Field(min_length=1)]
Count = Annotated[int, Field(strict=True, ge=0)]
Positive = Annotated[float, Field(strict=True, gt=0, allow_inf_nan=False)]
NotNegative = Annotated[float, Field(strict=True, ge=0, allow_inf_nan=False)]


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True, populate_by_name=True)


def _dated(value: object) -> object:
    """A date in quotes is a date too; a bare year is none."""
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return value


def _listed(value: object) -> object:
    """One is short for a list of one."""
    return [value] if isinstance(value, str | dict) else value


def _bare(value: object) -> object:
    """A bare name is short for "it was found", or is held."""
    return {value: {}} if isinstance(value, str) else value


def _flag(value: object) -> object:
    return {value: True} if isinstance(value, str) else value


class PostingFile(_Written):
    """The post that is to be filled."""

    title: Text
    """The post's title, as in the posting."""
    organisation: Text
    """Who hires."""
    deadline: Annotated[date, BeforeValidator(_dated, json_schema_input_type=date), Field(strict=True)] | None = None
    """YYYY-MM-DD: the last day to apply, and the day on which posts that still run are cut."""
    language: Literal["da", "en", "nb", "sv"] = "da"
    """The posting's language; words without a language are in it."""
    text: Text | None = None
    """Path of the posting's text, relative to this file: an application that repeats it documents nothing."""


class StaffFile(_Written):
    """How many employees the employer has."""

    at_least: Count | None = None
    """Employees."""
    at_most: Count | None = None
    """Employees."""
    unknown: Literal["included", "excluded"] = "excluded"
    """Whether a position belongs here when the text does not tell the number."""


class NotFile(_Written):
    """Names of entries, by section of the vocabulary."""

    titles: Words = ()
    """Entries of `vocabulary: titles`."""
    places: Words = ()
    """Entries of `vocabulary: places`."""
    topics: Words = ()
    """Entries of `vocabulary: topics`."""


class FilterFile(_Written):
    """One description of positions: everything that it names must hold."""

    titles: Words = ()
    """Entries of `vocabulary: titles`; one of them is in the title."""
    places: Words = ()
    """Entries of `vocabulary: places`; one of them is in the heading."""
    sectors: Annotated[tuple[Sector, ...], BeforeValidator(_listed, json_schema_input_type=Sector | list[Sector])] = ()
    """One of these; a position whose sector is unknown is in none."""
    topics: Words = ()
    """Entries of `vocabulary: topics`; one of them is told, as the applicant's own, in the position's text."""
    staff: StaffFile | None = None
    """The employer's employees, not the people whom the applicant leads."""
    acting: Literal["included", "excluded", "only"] = "included"
    """Acting and interim posts."""
    roles: Annotated[tuple[Role, ...], BeforeValidator(_listed, json_schema_input_type=Role | list[Role])] = ("job",)
    """job, board, elected, volunteer, leave; job unless said otherwise."""
    not_: NotFile = Field(default=NotFile(), alias="not")
    """What takes a position out of the set."""


SetFile = Annotated[
    tuple[FilterFile, ...],
    BeforeValidator(_listed, json_schema_input_type=FilterFile | list[FilterFile]),
    Field(min_length=1),
]


class RecentFile(_Written):
    """Years within the last years."""

    years: Positive
    """How many."""
    of_last: Positive
    """Within how many, counted back from the as-of date."""


_COMPARED: dict[str, Any] = {
    "flag": Literal[True],
    "minimum": Positive,
    "maximum": NotNegative,
    "recent": RecentFile,
}
"""How a kind of signal says that something is compared → how it is written."""

ASKED: dict[str, str] = {ask: how for module in KINDS.values() for ask, how in module.ASKS.items()}
"""Everything that a level may ask, and how it is compared."""

_Asks = create_model(
    "_Asks",
    __base__=_Written,
    __doc__="What a level asks of one signal: all of it must hold.",
    **{ask: (_COMPARED[how] | None, None) for ask, how in ASKED.items()},  # type: ignore[call-overload]
)


@dataclass(frozen=True)
class _OneOfTheAsks:
    """Stands for the model that is built from the registry of signals."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return handler.generate_schema(_Asks)


@dataclass(frozen=True)
class _OneOfTheKinds:
    """Stands for the union of all kinds' parameters, told apart by the key that bears the kind's name."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        members = tuple(Annotated[module.Parameters, Tag(f"kind:{kind}")] for kind, module in KINDS.items())
        union: Any = members[0]
        for member in members[1:]:
            union |= member
        return handler.generate_schema(Annotated[union, Discriminator(kind_tag)])


def kind_tag(value: object) -> str | None:
    """The tag of the one kind whose name is a key of the signal; `None` where there is none or more than one."""
    keys = value if isinstance(value, dict) else type(value).model_fields if isinstance(value, BaseModel) else ()
    named = [kind for kind in KINDS if kind in keys]
    return f"kind:{named[0]}" if len(named) == 1 else None


ConditionFile = Annotated[BaseModel, _OneOfTheAsks(), BeforeValidator(_flag, json_schema_input_type=_Asks | str)]
SignalFile = Annotated[BaseModel, _OneOfTheKinds()]
AlternativeFile = Annotated[
    dict[str, ConditionFile],
    BeforeValidator(_bare, json_schema_input_type=dict[str, ConditionFile] | str),
    Field(min_length=1),
]
RuleFile = Annotated[
    tuple[AlternativeFile, ...],
    BeforeValidator(_listed, json_schema_input_type=AlternativeFile | list[AlternativeFile]),
    Field(min_length=1),
]


class LevelsFile(_Written):
    """What each level asks. The highest that holds decides; none is level 0."""

    strong: RuleFile | None = None
    """Level 4."""
    solid: RuleFile | None = None
    """Level 3."""
    partial: RuleFile | None = None
    """Level 2."""
    peripheral: RuleFile | None = None
    """Level 1."""


SilenceFile = Annotated[dict[str, Text], Field(json_schema_extra={"propertyNames": {"enum": list(NAMES)}})]


class RequirementFile(_Written):
    """One requirement of the posting."""

    id: Annotated[str, Field(pattern=SLUG)]
    """Its name in results and on the command line: small letters, digits, `_` and `-`."""
    label: Text
    """Its heading in reports."""
    source: Text
    """The posting's own words."""
    weight: Positive
    """More than 0; only the proportions matter."""
    must_have: LevelName | None = None
    """The level at which a must-have is met; leave it out where the requirement is none."""
    in_: Words | None = Field(default=None, alias="in")
    """Where its signals look unless they say otherwise: position sets, `any`, `studies` or `loose`."""
    signals: Annotated[dict[str, SignalFile], Field(min_length=1)]
    """What to find out, each under a name of its own."""
    levels: LevelsFile
    """What each level asks of the signals."""
    ask: Text | None = None
    """What to ask at the interview."""
    silence: SilenceFile = Field(default_factory=dict)
    """Names of warnings of `screen criteria check` that are not told of this requirement, each with the reason."""


class CriteriaFile(_Written):
    """What a posting asks of its applicants, and how an application documents it."""

    screen: Literal[1]
    """Version of this language: 1."""
    posting: PostingFile
    """The post that is to be filled."""
    use: Words = ()
    """Packaged vocabularies."""
    vocabulary: VocabularyFile = VocabularyFile()
    """Own words. An entry with a packaged entry's name adds to it: its words widen, its `not` narrows."""
    positions: dict[str, SetFile] = Field(default_factory=dict)
    """Named sets of positions; a list is "any of these"."""
    requirements: Annotated[tuple[RequirementFile, ...], Field(min_length=1)]
    """What the posting asks for."""
    silence: SilenceFile = Field(default_factory=dict)
    """Names of warnings of `screen criteria check` that are not told of this file, each with the reason."""
