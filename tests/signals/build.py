"""CVs as short YAML, so that cases need no program: see the head of tests/cases/signals.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from screen.lexicon import compile_lexicon
from screen.model.application import Application, Filed
from screen.model.criteria import Entry, PositionFilter, PositionSet, Staff, Vocabulary
from screen.model.cv import CV, Month, Passage, Period, Position, Statement, Study
from screen.model.finding import Finding
from screen.model.text import Document, Line, Look, RawLine, Span
from screen.signals import KINDS, Context

PATH = "cv.txt"
AS_OF = date(2026, 4, 9)


def month(text: str) -> Month:
    year, _, part = text.strip().partition("-")
    return Month(int(year), int(part) if part else None)


@dataclass
class Building:
    """A CV in the making: lines, and what they are."""

    raw: list[RawLine] = field(default_factory=list)
    positions: list[Any] = field(default_factory=list)
    studies: list[Any] = field(default_factory=list)
    statements: list[Any] = field(default_factory=list)

    def line(self, text: str, hidden: bool = False, ocr: bool = False) -> int:
        runs = ((0, len(text), "white"),) if hidden else ()
        look = Look(confidence=0.8 if ocr else None)
        self.raw.append(RawLine(text, look, runs))
        return len(self.raw) - 1


def period_of(text: str | None, passage: Passage) -> Period | None:
    if not text:
        return None
    first, _, last = str(text).partition(" – ")
    return Period(month(first), None if last.strip() == "nu" else month(last), passage)


def build_cv(blocks: list[Mapping[str, Any]], ocr: bool = False) -> CV:
    made = Building()
    for block in blocks:
        add_block(made, block, ocr)
    document = Document.from_lines(PATH, "0" * 64, made.raw)

    def at(line: int) -> Passage:
        found: Line = document.lines[line]
        return Passage(PATH, found.span)

    positions = tuple(finish_position(p, at(line)) for p, line in made.positions)
    studies = tuple(
        Study(s["what"], s.get("where"), period_of(s.get("period"), at(line)), s.get("state", "held"), at(line))
        for s, line in made.studies
    )
    statements = tuple(Statement(at(line), **what) for line, what in made.statements)
    application = Application("0123456789ab", "Anna Prøve", (Filed(document, "cv"),))
    return CV(application, "da", {PATH: document.text}, positions, studies, statements, (), ())


def add_block(made: Building, block: Mapping[str, Any], ocr: bool) -> None:
    section = block.get("section", "experience")
    extra: dict[str, Any] = {"section": section}
    if "position" in block:
        told = block["position"]
        head = [told.get("title"), told.get("employer")]
        line = made.line(
            block.get("heading")
            or ", ".join(h for h in head if h) + "\t" + str(told.get("shown", told.get("period", "")))
        )
        made.positions.append((told, line))
        extra["position"] = len(made.positions) - 1
        made.statements.append((line, {**extra, "heading": True}))
    if "about" in block:
        extra["position"] = block["about"]
    if "study" in block:
        told = block["study"]
        line = made.line(f"{told['what']}, {told.get('where', '')}\t{told.get('period', '')}")
        made.studies.append((told, line))
        extra.update(study=len(made.studies) - 1, section=block.get("section", "education"))
        made.statements.append((line, extra))
    for text in block.get("lines", ()):
        what = {**extra, "keywords": bool(block.get("keywords")), "letter": bool(block.get("letter"))}
        if block.get("letter"):
            what["section"] = "application"
        made.statements.append((made.line(text, ocr=ocr), what))
    for text in block.get("hidden", ()):
        made.line(text, hidden=True)


def finish_position(told: Mapping[str, Any], passage: Passage) -> Position:
    return Position(
        title=told.get("title"),
        employer=told.get("employer"),
        sector=told.get("sector"),
        period=period_of(told.get("period"), passage),
        stated_months=told.get("stated_months"),
        role=told.get("role", "job"),
        acting=bool(told.get("acting")),
        staff=told.get("staff"),
        heading=(passage,),
    )


def vocabulary(written: Mapping[str, Mapping[str, Any]]) -> Vocabulary:
    entries = []
    for kind, named in written.items():
        for name, words in named.items():
            long = words if isinstance(words, dict) else {"words": words}
            title = kind == "titles"
            entries.append(
                Entry(
                    kind,  # type: ignore[arg-type]
                    name,
                    {"da": tuple(long["words"])},
                    exclude=tuple(long.get("not", ())),
                    definite=long.get("definite", "other-person" if title else "own"),
                    support=long.get("support", "other" if title else "own"),
                )
            )
    return Vocabulary(tuple(entries))


def filter_of(written: Mapping[str, Any]) -> PositionFilter:
    out: dict[str, Any] = {}
    for key, value in written.items():
        if key == "staff":
            out[key] = Staff(**value)
        elif key == "not":
            out.update({f"not_{k}": tuple(v) for k, v in value.items()})
        else:
            out[key] = tuple(value) if isinstance(value, list) else value
    return PositionFilter(**out)


def sets_of(written: Mapping[str, Any]) -> dict[str, PositionSet]:
    return {
        name: PositionSet(name, tuple(filter_of(f) for f in (filters if isinstance(filters, list) else [filters])))
        for name, filters in written.items()
    }


def find(case: Mapping[str, Any], words: Mapping[str, Any], sets: Mapping[str, Any]) -> tuple[CV, Finding]:
    cv = build_cv(case["cv"], bool(case.get("ocr")))
    context = Context(
        compile_lexicon(vocabulary(words)),
        sets_of({**sets, **case.get("sets", {})}),
        case.get("as_of", AS_OF),
        tuple(case.get("posting", ())),
    )
    kind = next(k for k in KINDS if k in case["signal"])
    module = KINDS[kind]
    return cv, module.find(cv, "it", module.Parameters(**case["signal"]), context)


def whole(cv: CV) -> Span:
    return Span(0, len(cv.texts[PATH]))
