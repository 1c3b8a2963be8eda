"""Elected offices that a sentence tells outside the sections where offices are listed."""

from __future__ import annotations

from dataclasses import replace

from screen.grammar.dates import find_dates
from screen.lexicon import reading
from screen.model.cv import Position, Statement
from screen.understand._heads import LONGEST_NAME
from screen.understand.positions import period_of, sector_of

SECTIONS = ("skills", "profile", "results", "other")


def office_of(statement: Statement, text: str) -> Position | None:
    """The office of a sentence that begins with it: "Medlem af Nordhavn Byråd i tre perioder"."""
    if statement.position is not None or statement.study is not None or statement.section not in SECTIONS:
        return None
    passage = statement.passage
    said = " ".join(passage.span.of(text).strip(" •-–\t").split())
    title = reading.title_span(said)
    if title is None or title.start or reading.role(said) != "elected":
        return None
    employer = reading.employer_span(said)
    name = employer.of(said) if employer and len(employer.of(said).split()) <= LONGEST_NAME else None
    dated = next((d for d in find_dates(text, passage.span) if d.kind == "period"), None)
    return Position(
        title=title.of(said),
        employer=name,
        sector=sector_of(title.of(said), name),
        period=period_of(dated, passage.path),
        stated_months=None,
        role="elected",
        acting=False,
        staff=None,
        heading=(passage,),
        section=statement.section,
    )


def with_offices(statements: list[Statement], positions: list[Position], texts: dict[str, str]) -> None:
    """Adds the offices that sentences tell to the positions, each with its sentence."""
    for i, statement in enumerate(statements):
        office = office_of(statement, texts[statement.passage.path])
        if office is not None:
            positions.append(office)
            statements[i] = replace(statement, position=len(positions) - 1)
