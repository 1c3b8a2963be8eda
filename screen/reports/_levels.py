"""Levels, names and places as every report writes them."""

from __future__ import annotations

from rich.text import Text

from screen.model.criteria import Requirement
from screen.model.finding import Assessment, Evidence, Mark, Placed, Ranking
from screen.reports._options import Options
from screen.wording import number, one_line, say

HIGHEST = 4
"""A level that cannot be higher needs no "at least"."""
LONGEST_NAME = 60
"""Characters of a name in a terminal's table: longer ones are shown whole by explain and in pipes."""
COLOURS = ("red", "yellow", "yellow", "green", "bold green")
"""By level; the word and the bar say the same without colour."""


def bar(level: int | None, unicode: bool) -> str:
    """Four cells, as many filled as the level."""
    full, empty = ("█", "░") if unicode else ("#", ".")
    return full * (level or 0) + empty * (HIGHEST - (level or 0))


def flag(unicode: bool) -> str:
    """The sign of a must-have that is not documented."""
    return "⚑" if unicode else "!"


def level_word(level: int | None, language: str, partial: bool = False) -> str:
    """The level in a table: "mindst delvis"."""
    if level is None:
        return say("level-unread", language)
    if level == 0:
        return say("level-0-open" if partial else "level-0-short", language)
    word = say(f"level-{level}", language)
    return f"{say('at-least', language)} {word}" if partial and level < HIGHEST else word


def level_phrase(level: int, language: str, partial: bool = False) -> str:
    """The level in running text: "mindst delvis", "ikke dokumenteret i materialet"."""
    if level == 0:
        return say("level-0-long-open" if partial else "level-0-long", language)
    return level_word(level, language, partial)


def name_of(assessment: Assessment, language: str) -> str:
    """The applicant's name, or the first file where no name was found."""
    name = one_line(assessment.name or "")
    if name:
        return name
    file = assessment.files[0].path if assessment.files else assessment.id
    return say("unnamed", language, file=file)


def short_name(placed: Placed, options: Options) -> str:
    """The name in a table: whole in a pipe, openly shortened where it would fill a terminal."""
    name = name_of(placed.assessment, options.language)
    name = name if options.width is None else shortened(name, LONGEST_NAME)
    return say("new-applicant", options.language, name=name) if placed.assessment.id in options.new else name


def cell(placed: Placed, requirement: Requirement, options: Options) -> Text:
    """A level as bar, word and flag."""
    mark = mark_of(placed.assessment, requirement)
    level = mark.level if mark else None
    text = Text(f"{bar(level, options.unicode)} ", style="dim" if level is None else COLOURS[level])
    text.append(level_word(level, options.language, placed.assessment.status == "partial"))
    if mark and not mark.met:
        text.append(f" {flag(options.unicode)}", style="bold red")
    return text


def shortened(text: str, longest: int) -> str:
    """At most `longest` characters, with an ellipsis where something was left out."""
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def rank_text(placed: Placed, ranking: Ranking) -> str:
    """The rank, with "=" where it is shared."""
    if placed.rank is None:
        return "–"
    shared = sum(p.rank == placed.rank for p in ranking.placed) > 1
    return f"{placed.rank}=" if shared else f"{placed.rank}"


def score_text(placed: Placed, language: str) -> str:
    """The total with one decimal, "mindst" before it where something could not be placed."""
    if placed.score is None:
        return "–"
    text = number(placed.score, language, 1)
    partial = placed.assessment.status == "partial" and placed.score < 100
    return f"{say('at-least', language)} {text}" if partial else text


def weight_text(requirement: Requirement, ranking: Ranking, language: str) -> str:
    """The weight, and what it was where the run changed it."""
    weight = number(float(requirement.weight), language)
    for notice in ranking.notices:
        facts = dict(notice.facts)
        if notice.code == "weight-changed" and facts["requirement"] == requirement.id:
            return say("weight-was", language, weight=weight, old=facts["old"])
    return say("weight", language, weight=weight)


def mark_of(assessment: Assessment, requirement: Requirement) -> Mark | None:
    """The applicant's mark for a requirement; `None` where nothing could be read."""
    return next((m for m in assessment.marks if m.requirement.id == requirement.id), None)


def place_text(evidence: Evidence, language: str) -> str:
    """Where a quote stands: "CV.pdf, side 1, linje 12"."""
    return place(evidence.document, evidence.page, evidence.line, language)


def place(document: str, page: int | None, line: int, language: str) -> str:
    """Document, page and line in words."""
    if page is None:
        return say("place-line", language, document=document, line=line)
    return say("place-page-line", language, document=document, page=page, line=line)
