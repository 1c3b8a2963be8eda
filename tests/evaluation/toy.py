"""Four invented applicants whose figures can be worked out by hand, and how a result of them is put together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from screen.criteria import load_criteria
from screen.evaluation import Label, Labelled
from screen.model.criteria import Criteria
from screen.model.result import Result

CRITERIA = """
screen: 1
posting: {title: Skoleleder, organisation: Vestby Kommune, deadline: 2026-05-15, language: da}
vocabulary:
  titles: {skoleleder: [skoleleder], lærer: [lærer]}
  topics: {trivsel: [elevtrivsel, elevfravær]}
positions:
  leder: {titles: [skoleleder]}
requirements:
  - id: trivsel
    label: Elevernes trivsel
    source: elevernes trivsel ligger dig på sinde
    weight: 40
    signals: {omtale: {mention: [trivsel], in: any}}
    levels: {solid: {omtale: {count: 2}}, peripheral: omtale}
  - id: skoleledelse
    label: Erfaring som skoleleder
    source: du har erfaring med at lede en skole
    weight: 60
    must_have: solid
    signals: {år: {tenure: leder}}
    levels: {strong: {år: {years: 5}}, solid: {år: {years: 2}}, partial: år}
"""


def criteria_in(folder: Path) -> Criteria:
    file = folder / "skoleleder.yaml"
    file.write_text(CRITERIA, "utf-8")
    return load_criteria(file)


def quote(text: str) -> dict[str, Any]:
    return {"quote": text, "document": "cv.txt", "page": None, "line": 1, "ocr": False, "why": "topic"}


def job(title: str, employer: str, start: str | None, end: str | None = None, **more: Any) -> dict[str, Any]:
    where = {"document": "cv.txt", "page": None, "line": 1, "acting": False, "role": "job", "sector": "kommune"}
    return {"title": title, "employer": employer, "start": start, "end": end, "current": end is None, **where, **more}


def mark(level: int | None, quotes: list[str] | None = None, years: float | None = None) -> dict[str, Any]:
    return {
        "level": level, "score": None if level is None else 25.0 * level, "progress": 0.5, "met": True, "years": years,
        "rule": None, "evidence": [quote(q) for q in quotes or []], "set_aside": [],
    }  # fmt: skip


def applicant(id_: str, files: list[str], score: float | None, rank: int | None, **more: Any) -> dict[str, Any]:
    documents = [
        {"path": f, "sha256": "0", "kind": "cv", "pages": None, "status": "read", "problem": None} for f in files
    ]
    given = {"name": None, "qualified": False, "status": "scored", "positions": [], "requirements": {}, **more}
    rest: dict[str, Any] = {"unaccounted": [], "notices": []}
    return {"id": id_, "documents": documents, "score": score, "rank": rank, **given, **rest}


def result(applicants: list[dict[str, Any]], sha256: str = "0") -> Result:
    weights = {"trivsel": 40.0, "skoleledelse": 60.0}
    head = {"file": "skoleleder.yaml", "sha256": sha256, "title": "Skoleleder", "organisation": "Vestby Kommune"}
    return Result.model_validate(
        {
            "schema": "screen.result/1", "tool": {"name": "screen", "version": "0"}, "as_of": "2026-05-15",
            "criteria": {**head, "weights": weights}, "applicants": applicants, "problems": [],
        }
    )  # fmt: skip


def labelled(*rows: dict[str, Any]) -> Labelled:
    return Labelled("toy", Path("."), (), tuple(Label.model_validate(row) for row in rows))


STRENGTH = "Leder 40 lærere og pædagoger på Søndervang Skole"
TRAP = "Skolelederen på Nørrevang, Karen Prøve, er reference"


def four() -> Result:
    """A is right but for a slip, B a level too high and its second file somebody else's, C right, D one too low."""
    return result(
        [
            applicant(
                "aaaa", ["a.txt"], 80.0, 1, qualified=True,
                requirements={
                    "skoleledelse": mark(4, [f"• {STRENGTH}.", "Bor i Vestby", TRAP], years=8.0),
                    "trivsel": mark(2, ["Elevtrivsel hver dag"]),
                },
                positions=[
                    job("Skoleleder", "Søndervang Skole", "2014-08"),
                    job("Lærer", "Nørrevang Skole", "2003-01", "2013-12"),
                    job("Bestyrelsesmedlem", "Vestby Idræt", "2010", role="board"),
                ],
            ),
            applicant(
                "bbbb", ["b.txt"], 65.0, 2, qualified=True, status="partial",
                requirements={"skoleledelse": mark(3, [], years=None), "trivsel": mark(2, ["Elevfravær faldt"])},
                positions=[job("Pædagog", "Øster Børnehave", "2010", "2015")],
            ),
            applicant("b2b2", ["b brev.txt"], 0.0, 4, requirements={"skoleledelse": mark(0), "trivsel": mark(0)}),
            applicant(
                "cccc", ["c/cv.txt", "c/brev.txt"], 55.0, 2,
                requirements={"skoleledelse": mark(1), "trivsel": mark(4, [TRAP])},
            ),
            applicant("dddd", ["d.txt"], 10.0, 4, requirements={"skoleledelse": mark(0), "trivsel": mark(1)}),
            applicant("eeee", ["e.txt"], 10.0, 4, requirements={"skoleledelse": mark(0), "trivsel": mark(1)}),
        ]
    )  # fmt: skip


def truth() -> Labelled:
    return labelled(
        {
            "id": "A", "files": ["a.txt"], "levels": {"skoleledelse": 4, "trivsel": 2}, "years": {"skoleledelse": 9.5},
            "evidence": {"skoleledelse": [STRENGTH, "Sænkede elevfraværet fra 9 til 5 pct."]},
            "must_not_quote": [TRAP],
            "positions": [
                {"title": "skoleleder", "employer": "Søndervang Skole, Vestby", "sector": "kommune", "start": "2014"},
                {"title": "Lærer", "employer": "Vester Gymnasium", "sector": "stat", "start": "2003", "end": "2012"},
            ],
        },
        {
            "id": "B", "files": ["b.txt", "b brev.txt"], "levels": {"skoleledelse": 2, "trivsel": 2},
            "years": {"skoleledelse": 1.0}, "evidence": {"trivsel": ["Elevfraværet faldt til det halve"]},
            "positions": [{"title": "Afdelingsleder", "employer": "Øster Børnehave", "start": "2010", "end": "2015"}],
        },
        {"id": "C", "files": ["c"], "levels": {"skoleledelse": 1, "trivsel": 4}, "must_not_quote": [TRAP]},
        {"id": "D", "files": ["d.txt"], "levels": {"skoleledelse": 1, "trivsel": 1}},
    )  # fmt: skip
