"""The draft as a file: YAML with a comment at each place that its author must look at."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from textwrap import wrap

from screen.criteria.draft._asks import Asked
from screen.criteria.draft._plan import Plan, listed
from screen.criteria.draft._reading import Posting
from screen.model.criteria import LevelName
from screen.model.vocabulary import KINDS
from screen.wording import say

WIDTH = 110
"""Columns of a comment."""
_LEVELS: tuple[LevelName, ...] = ("strong", "solid", "partial", "peripheral")


def written(
    posting: Posting, asked: Asked, plans: Sequence[Plan], *, use: Sequence[str], text: str | None, language: str
) -> str:
    """The whole file."""
    lines = [
        *_comment("draft-head", language),
        *_head(posting, text, language),
        *_words(plans, use, language),
        *_positions(plans, language),
        *_requirements(plans, language),
        *_interview(asked, language),
    ]
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """A text in quotes, whatever stands in it."""
    return json.dumps(text, ensure_ascii=False)


def _comment(code: str, language: str, indent: int = 0, **facts: str) -> list[str]:
    return _remark(say(code, language, **facts), indent)


def _remark(text: str, indent: int = 0) -> list[str]:
    start = " " * indent + "# "
    return wrap(text, WIDTH, initial_indent=start, subsequent_indent=start, break_long_words=False)


def _head(posting: Posting, text: str | None, language: str) -> Iterator[str]:
    yield "screen: 1"
    yield "posting:"
    yield from [] if posting.title else _comment("draft-no-title", language, 2)
    yield f"  title: {quoted(posting.title or say('draft-title', language))}"
    yield from [] if posting.organisation else _comment("draft-no-organisation", language, 2)
    yield f"  organisation: {quoted(posting.organisation or say('draft-organisation', language))}"
    if posting.deadline:
        yield f"  deadline: {posting.deadline.isoformat()}    # {say('draft-deadline', language)}"
    else:
        yield from _comment("draft-no-deadline", language, 2)
        yield "  # deadline: 2026-12-31"
    # Quoted, since "no" without quotes is no text to many programs; Norwegian is nb.
    yield f"  language: {posting.language}"
    if text is not None:
        yield f"  text: {quoted(text)}    # {say('draft-text', language)}"


def _words(plans: Sequence[Plan], use: Sequence[str], language: str) -> Iterator[str]:
    yield ""
    yield from _comment("draft-use", language)
    yield f"use: {listed(use)}" if use else "# use: [public-sector-da]"
    own = {key: words for plan in plans for key, words in plan.own.items()}
    yield ""
    yield from _comment("draft-vocabulary" if own else "draft-no-vocabulary", language)
    if own:
        yield "vocabulary:"
    for kind in KINDS:
        entries = {name: words for (section, name), words in own.items() if section == kind}
        if entries:
            yield f"  {kind}:"
            for name, words in entries.items():
                yield f"    {name}: {{words: {listed([quoted(w) for w in words])}, not: []}}"


def _positions(plans: Sequence[Plan], language: str) -> Iterator[str]:
    sets = {name: described for plan in plans for name, described in plan.positions.items()}
    if sets:
        yield ""
        yield from _comment("draft-positions", language)
        yield "positions:"
        yield from (f"  {name}: {described}" for name, described in sets.items())


def _requirements(plans: Sequence[Plan], language: str) -> Iterator[str]:
    yield ""
    yield from _comment("draft-requirements", language)
    yield "requirements:"
    told = ""
    for plan in plans:
        if plan.demand.sentence != told:
            yield from _remark(say("requirement-source", language, text=plan.demand.sentence), 2)
        told = plan.demand.sentence
        yield from _requirement(plan, language)
        yield ""


def _requirement(plan: Plan, language: str) -> Iterator[str]:
    demand = plan.demand
    yield f"  - id: {plan.id}"
    yield f"    label: {quoted(plan.label)}    # {say('draft-label', language)}"
    yield f"    source: {quoted(demand.source)}"
    strength = say(f"draft-weight-{demand.strength or 'plain'}", language)
    yield f"    weight: {plan.weight}    # {strength}"
    if demand.strength == "must":
        yield f"    must_have: {plan.met}    # {say('draft-must', language)}"
    else:
        yield f"    # must_have: {plan.met}    # {say('draft-may', language)}"
    yield "    signals:"
    yield from _comment(f"draft-signals-{plan.kind}", language, 6)
    yield from (f"      {name}: {signal}" for name, signal in plan.signals.items())
    yield "    levels:"
    years = "named" if demand.years else "plain"
    yield from _comment(f"draft-levels-{years}", language, 6)
    yield from (f"      {level}: {plan.levels[level]}" for level in _LEVELS if level in plan.levels)
    yield f"    # ask: {say('draft-ask', language)}"


def _interview(asked: Asked, language: str) -> Iterator[str]:
    lists = (("draft-personal", asked.personal), ("draft-other", asked.other), ("draft-protected", asked.protected))
    for code, sentences in lists:
        if sentences:
            yield from _comment(code, language)
            for sentence in sentences:
                first, *rest = _remark(f"- {sentence}")
                yield from (first, *(f"#   {line.removeprefix('# ')}" for line in rest))
            yield ""
