"""A ranking built by hand: four invented applicants that between them show everything a report must show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from screen.model.application import Kind
from screen.model.criteria import (
    LEVELS,
    Ask,
    Condition,
    Criteria,
    LevelName,
    Posting,
    Requirement,
    Rule,
    Signal,
    Vocabulary,
)
from screen.model.cv import Month, Passage, Period, Position
from screen.model.errors import Notice, Problem
from screen.model.finding import Assessment, Evidence, FileRecord, Finding, Mark, Placed, Ranking
from screen.model.text import Span

AS_OF = date(2026, 5, 15)


@dataclass(frozen=True)
class Looks:
    """Parameters of a signal, as its kind would hold them."""

    tenure: tuple[str, ...] = ()
    mention: tuple[str, ...] = ()
    credential: tuple[str, ...] = ()
    in_: tuple[str, ...] = ("any",)


def rule(level: LevelName, *conditions: tuple[str, str, float | bool | tuple[float, float]]) -> Rule:
    return Rule(level, (tuple(Condition(signal, (Ask(what, value),)) for signal, what, value in conditions),))


LEADING = Requirement(
    id="skoleledelse",
    label="Erfaring som skoleleder",
    source="du har erfaring med at lede en skole",
    weight=60,
    must_have="solid",
    signals=(Signal("år", "tenure", Looks(tenure=("leder", "viceleder"))),),
    rules=(
        Rule("strong", ((Condition("år", (Ask("years", 5.0), Ask("recent", (1.0, 5.0)))),),)),
        rule("solid", ("år", "years", 2.0)),
        rule("partial", ("år", "found", True)),
    ),
    ask="Hvad ændrede sig på din skole, mens du ledede den?",
)
WELLBEING = Requirement(
    id="trivsel",
    label="Arbejde med trivsel og fravær",
    source="elevernes trivsel ligger dig på sinde",
    weight=40,
    must_have=None,
    signals=(Signal("omtale", "mention", Looks(mention=("trivsel",))),),
    rules=(
        Rule("solid", ((Condition("omtale", (Ask("count", 2.0),)),), (Condition("omtale", (Ask("count", 3.0),)),))),
        rule("peripheral", ("omtale", "found", True)),
    ),
)
CRITERIA = Criteria(
    file="mappe/skoleleder.yaml",
    sha256="c" * 64,
    posting=Posting("Skoleleder", "Vestby Kommune", AS_OF, "da", None),
    vocabulary=Vocabulary(),
    sets=(),
    requirements=(LEADING, WELLBEING),
)


def quote(
    text: str, why: str, document: str = "anne/CV.pdf", page: int | None = 1, line: int = 4, ocr: bool = False
) -> Evidence:
    return Evidence(Passage(document, Span(0, len(text))), text, document, page, line, ocr, why)


def position(title: str, employer: str, first: Month, last: Month | None, document: str = "anne/CV.pdf") -> Position:
    passage = Passage(document, Span(0, 10))
    return Position(title, employer, "kommune", Period(first, last, passage), None, "job", False, None, (passage,))


def mark(
    requirement: Requirement,
    level: int,
    values: dict[str, float | bool],
    evidence: tuple[Evidence, ...] = (),
    aside: tuple[Evidence, ...] = (),
    months: frozenset[int] = frozenset(),
) -> Mark:
    decided = next((r for r in requirement.rules if LEVELS[r.level] == level), None)
    signal = requirement.signals[0]
    finding = Finding(signal.name, signal.kind, values, evidence, aside, months)
    return Mark(requirement, level, decided, 1.0 if level == 4 else 0.6667, (finding,), evidence, aside)


def files(*paths: str, kind: Kind = "cv") -> tuple[FileRecord, ...]:
    return tuple(FileRecord(path, "a" * 64, kind, 2 if path.endswith("pdf") else None) for path in paths)


def anne() -> Assessment:
    led = frozenset(range(2014 * 12 + 6, 2026 * 12 + 5))
    heading = quote("Skoleleder, Søndervang Skole\t2014 – nu", "heading")
    aside = quote("Jeg ønsker at blive skolechef", "wish", document="anne/Ansøgning.docx", page=None, line=7)
    task = quote("Sænkede elevfraværet fra 9 til 5 pct.", "topic", line=6)
    return Assessment(
        id="0123456789ab",
        name="Anne Test Birkedal",
        files=(*files("anne/CV.pdf"), *files("anne/Ansøgning.docx", kind="letter")),
        positions=(
            (position("Skoleleder", "Søndervang Skole", Month(2014), None), "anne/CV.pdf", 1, 4),
            (position("Lærer", "Nørrevang Skole", Month(2003, 8), Month(2013, 12)), "anne/CV.pdf", 1, 9),
        ),
        marks=(
            mark(LEADING, 4, {"found": True, "years": 11 + 11 / 12}, (heading,), (aside,), led),
            mark(WELLBEING, 3, {"found": True, "count": 2}, (task,)),
        ),
        notices=(Notice.of("undated-position", title="Lærer"),),
        unaccounted=(),
    )


def bo(name: str = "Bo Prøve", id_: str = "ba9876543210") -> Assessment:
    job = position("Viceskoleleder", "Vester Skole", Month(2025, 1), None, "bo.txt")
    heading = quote("Viceskoleleder, Vester Skole", "heading", "bo.txt", None, 3)
    return Assessment(
        id=id_,
        name=name,
        files=files("bo.txt"),
        positions=((job, "bo.txt", None, 3),),
        marks=(
            mark(LEADING, 2, {"found": True, "years": 17 / 12}, (heading,)),
            mark(WELLBEING, 0, {"found": False, "count": 0}),
        ),
        notices=(),
        unaccounted=(quote("2009-2012  Konsulent??", "unaccounted", "bo.txt", None, 12, ocr=True),),
    )


def unread() -> Assessment:
    problem = Problem.of("Scannet ansøgning.pdf", "no-text-layer")
    record = FileRecord(problem.path, "b" * 64, "other", None, problem)
    return Assessment("ffff00000000", None, (record,), (), (), (), ())


def ranking(*extra: Placed, notices: tuple[Notice, ...] = ()) -> Ranking:
    placed = (
        Placed(anne(), 1, 90.0, True),
        Placed(bo(), 2, 30.0, False),
        Placed(bo("Dorte Prøve", "ca9876543210"), 2, 30.0, False),
        *extra,
        Placed(unread(), None, None, False),
    )
    problem = Problem.of("låst.docx", "encrypted")
    return Ranking(CRITERIA, AS_OF, placed, (problem,), "1.2.3", passed_over=3, notices=notices)
