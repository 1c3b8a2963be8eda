"""From the file as it was written to the nouns that the rest of the program speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from screen.criteria._file import CriteriaFile, FilterFile, RecentFile, RequirementFile
from screen.criteria._levels import bare_ask
from screen.lexicon import packaged
from screen.model.criteria import (
    LEVELS,
    Ask,
    Condition,
    Criteria,
    LevelName,
    PositionFilter,
    PositionSet,
    Posting,
    Requirement,
    Rule,
    Signal,
    Staff,
)
from screen.model.vocabulary import merge, to_vocabulary
from screen.signals import KINDS


def criteria_of(written: CriteriaFile, file: str, sha256: str) -> Criteria:
    """The criteria of a file without mistakes."""
    posting = written.posting
    used = merge(packaged(name) for name in written.use)
    return Criteria(
        file=file,
        sha256=sha256,
        posting=Posting(posting.title, posting.organisation, posting.deadline, posting.language, posting.text),
        vocabulary=merge((used, to_vocabulary(written.vocabulary, posting.language, used))),
        sets=tuple(
            PositionSet(name, tuple(_filter(part) for part in parts)) for name, parts in written.positions.items()
        ),
        requirements=tuple(_requirement(requirement) for requirement in written.requirements),
        use=written.use,
    )


def _filter(part: FilterFile) -> PositionFilter:
    staff = None if part.staff is None else Staff(part.staff.at_least, part.staff.at_most, part.staff.unknown)
    return PositionFilter(
        titles=part.titles,
        places=part.places,
        sectors=part.sectors,
        topics=part.topics,
        staff=staff,
        acting=part.acting,
        roles=part.roles,
        not_titles=part.not_.titles,
        not_places=part.not_.places,
        not_topics=part.not_.topics,
    )


def _requirement(written: RequirementFile) -> Requirement:
    signals = tuple(_signal(name, parameters, written.in_) for name, parameters in written.signals.items())
    kinds = {signal.name: signal.kind for signal in signals}
    rules = ((name, getattr(written.levels, name)) for name in sorted(LEVELS, key=lambda name: -LEVELS[name]))
    return Requirement(
        id=written.id,
        label=written.label,
        source=written.source,
        weight=written.weight,
        must_have=written.must_have,
        signals=signals,
        rules=tuple(_rule(name, alternatives, kinds) for name, alternatives in rules if alternatives),
        ask=written.ask,
    )


def _signal(name: str, parameters: BaseModel, where: tuple[str, ...] | None) -> Signal:
    """The signal; it looks where its requirement says, unless it says itself."""
    kind = next(kind for kind, module in KINDS.items() if isinstance(parameters, module.Parameters))
    if where and "in_" in type(parameters).model_fields and "in_" not in parameters.model_fields_set:
        parameters = parameters.model_copy(update={"in_": where})
    return Signal(name, kind, parameters)


def _rule(level: LevelName, alternatives: tuple[Mapping[str, BaseModel], ...], kinds: Mapping[str, str]) -> Rule:
    return Rule(
        level,
        tuple(
            tuple(Condition(signal, _asks(asked, kinds[signal])) for signal, asked in alternative.items())
            for alternative in alternatives
        ),
    )


def _asks(asked: BaseModel, kind: str) -> tuple[Ask, ...]:
    """The demands in the order of the registry; a bare name asks what its kind's bare name asks."""
    told: list[tuple[str, Any]] = [(ask, getattr(asked, ask)) for ask in asked.model_fields_set]
    order = list(type(asked).model_fields)
    asks = [Ask(ask, _value(value)) for ask, value in sorted(told, key=lambda pair: order.index(pair[0]))]
    return tuple(asks) or (Ask(bare_ask(kind), True),)


def _value(value: Any) -> float | bool | tuple[float, float]:
    if isinstance(value, RecentFile):
        return (value.years, value.of_last)
    return True if value is True else float(value)
