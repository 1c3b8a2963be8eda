"""One applicant, line by line: what is unaccounted for, the career, and each level with its rule and quotes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from screen.model.criteria import LEVELS, Rule
from screen.model.finding import Assessment, Evidence, Mark, Placed, Ranking
from screen.reports import _levels as levels
from screen.reports._canvas import to_bytes
from screen.reports._options import Options
from screen.reports._rules import alternatives, next_rule
from screen.reports._timeline import career
from screen.reports.table import header
from screen.wording import knows, one_line, say, spoken

SUFFIXES: tuple[str, ...] = ()

BULLET = "• "
"""What readers put before every list item; within quotation marks it says nothing."""
MOST_SET_ASIDE = 12
"""Quotes set aside that a terminal shows for each requirement; pipes and JSON show all."""


def render(ranking: Ranking, options: Options) -> bytes:
    """The explanation as text."""
    return to_bytes(show(ranking, options), options)


def show(ranking: Ranking, options: Options) -> RenderableType:
    """The applicant that the options name; all of them where they name none."""
    chosen = [p for p in ranking.placed if options.applicant in (None, p.assessment.id)]
    blocks: list[RenderableType] = [header(ranking, options)]
    for placed in chosen:
        blocks += [Text(), *_applicant(placed, ranking, options)]
    return Group(*blocks)


def _applicant(placed: Placed, ranking: Ranking, options: Options) -> Iterator[RenderableType]:
    who, language = placed.assessment, options.language
    yield _title(placed, ranking, options)
    if who.unaccounted:
        yield _section("section-unaccounted", language, "bold yellow")
        yield _indented(Text(say("unaccounted-why", language)))
        yield from (_quote(e, options, None) for e in who.unaccounted)
    yield from _files(who, language)
    if who.notices:
        yield _section("section-notices", language)
        yield from (_indented(Text(f"• {spoken(n, language)}")) for n in who.notices)
    if who.marks:
        yield _section("section-career", language)
        none = Text(say("no-positions", language))
        yield _indented(career(who, ranking.as_of, options) if who.positions else none)
    for mark in who.marks:
        yield from _requirement(mark, who.status == "partial", ranking, options)


def _title(placed: Placed, ranking: Ranking, options: Options) -> Text:
    language, who = options.language, placed.assessment
    count = sum(p.rank is not None for p in ranking.placed)
    if placed.rank is None:
        rank = say("explain-unread", language)
    else:
        tied = "=" in levels.rank_text(placed, ranking)
        rank = say("explain-tied" if tied else "explain-rank", language, rank=placed.rank, count=count)
    parts = [rank, say("explain-id", language, id=who.id)]
    if placed.score is not None:
        parts.insert(1, say("explain-total", language, score=levels.score_text(placed, language)))
    return Text.assemble((levels.name_of(who, language), "bold"), "\n", " · ".join(parts))


def _files(who: Assessment, language: str) -> Iterator[RenderableType]:
    yield _section("section-files", language)
    for file in who.files:
        text = Text(f"• {one_line(file.path)} ({say(f'kind-{file.kind}', language)}")
        text.append(f", {say('pages', language, count=file.pages)})" if file.pages else ")")
        if file.problem:
            text.append(f": {spoken(file.problem, language)}", style="red")
        yield _indented(text)


def _requirement(mark: Mark, partial: bool, ranking: Ranking, options: Options) -> Iterator[RenderableType]:
    language, requirement = options.language, mark.requirement
    yield Text()
    yield _verdict(mark, partial, ranking, options)
    if requirement.source:
        yield _indented(Text(say("requirement-source", language, text=requirement.source), style="dim"))
    if mark.rule:
        yield _label("decided", language, level=levels.level_word(mark.level, language))
        yield from _rule(mark, mark.rule, ranking.as_of, options)
    else:
        yield _label("decided-none", language)
    yield from _quotes("documented-by", mark.evidence, None, options)
    yield from _quotes("set-aside", mark.set_aside, MOST_SET_ASIDE if options.width else None, options)
    yield from _next(mark, ranking.as_of, options)
    if requirement.ask:
        yield _indented(Text(say("ask-interview", language, text=requirement.ask), style="italic"))


def _verdict(mark: Mark, partial: bool, ranking: Ranking, options: Options) -> Text:
    language, requirement = options.language, mark.requirement
    text = Text.assemble((one_line(requirement.label), "bold underline"), "  ")
    text.append(levels.bar(mark.level, options.unicode), style=levels.COLOURS[mark.level])
    text.append(f" {levels.level_phrase(mark.level, language, partial)}", style="bold")
    text.append(f" · {levels.weight_text(requirement, ranking, language)}", style="dim")
    if requirement.must_have:
        asked = say(f"level-{LEVELS[requirement.must_have]}", language)
        text.append(f" · {say('must-have', language, level=asked)}", style="dim")
    if not mark.met:
        text.append(f" {levels.flag(options.unicode)} {say('flag', language)}", style="bold red")
    return text


def _next(mark: Mark, as_of: date, options: Options) -> Iterator[RenderableType]:
    rule = next_rule(mark)
    if rule is None:
        return
    language = options.language
    yield _label("next-level", language, level=say(f"level-{LEVELS[rule.level]}", language))
    yield from _rule(mark, rule, as_of, options)


def _rule(mark: Mark, rule: Rule, as_of: date, options: Options) -> Iterator[RenderableType]:
    for number, alternative in enumerate(alternatives(rule, mark, as_of, options.language, options.naming)):
        if number:
            yield _indented(Text(say("or-else", options.language), style="italic"), 4)
        for told in alternative:
            yield _indented(Text.assemble(f"• {told.asked} ", (f"({told.got})", "dim")), 4)


def _quotes(code: str, evidence: tuple[Evidence, ...], most: int | None, options: Options) -> Iterator[RenderableType]:
    if evidence:
        yield _label(code, options.language)
    kind = "aside" if code == "set-aside" else "why"
    yield from (_quote(e, options, kind) for e in evidence[:most])
    if most is not None and len(evidence) > most:
        yield _indented(Text(say("more-quotes", options.language, count=len(evidence) - most)), 4)


def _quote(evidence: Evidence, options: Options, kind: str | None) -> Padding:
    language = options.language
    told = [levels.place_text(evidence, language)]
    if kind:
        told.insert(0, _why(kind, evidence.why, language))
    if evidence.ocr:
        told.append(say("read-by-ocr", language))
    quote = say("quoted", language, text=one_line(evidence.quote).removeprefix(BULLET))
    return _indented(Text.assemble(quote, " ", (f"[{' · '.join(told)}]", "dim")), 4)


def _why(kind: str, code: str, language: str) -> str:
    """Why it was quoted, or why it does not count."""
    return say(f"{kind}-{code}", language) if knows(f"{kind}-{code}") else one_line(code)


def _section(code: str, language: str, style: str = "bold") -> Text:
    return Text(f"\n{say(code, language)}", style=style)


def _label(code: str, language: str, **facts: str) -> Padding:
    return _indented(Text(say(code, language, **facts)))


def _indented(inner: RenderableType, by: int = 2) -> Padding:
    return Padding(inner, (0, 0, 0, by))
