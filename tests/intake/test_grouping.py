import random
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from screen.intake import application_id, group
from screen.model.application import Application
from screen.model.errors import Notice, Problem
from screen.model.text import Document

from .papers import cv, diploma, document, letter, paper

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "intake_grouping.yaml").read_text("utf-8"))


def parted(papers: list[Document | Problem]) -> tuple[list[Document], list[Problem]]:
    return [p for p in papers if isinstance(p, Document)], [p for p in papers if isinstance(p, Problem)]


def paths(application: Application) -> frozenset[str]:
    return frozenset([f.document.path for f in application.documents] + [p.path for p in application.problems])


@pytest.mark.parametrize("case", CASES, ids=lambda c: " + ".join(c["files"])[:90])
def test_groups(case: dict[str, dict[str, str]]) -> None:
    papers = [paper(path, what) for path, what in case["files"].items()]
    expected = {frozenset(g) for g in case["groups"]}
    assert {paths(a) for a in group(*parted(papers))} == expected
    random.Random(7).shuffle(papers)
    again = group(*parted(papers))
    assert again == group(*parted(papers[::-1]))
    assert {paths(a) for a in again} == expected


def test_kinds_of_papers() -> None:
    made = {
        "a.pdf": "cv Lone Vester",
        "b.pdf": "letter Lone Vester",
        "c.pdf": "diploma Lone Vester",
        "d.pdf": "reference Lone Vester",
    }
    (application,) = group([p for k, v in made.items() if isinstance(p := paper(k, v), Document)], [])
    assert {f.document.path: f.kind for f in application.documents} == {
        "a.pdf": "cv",
        "b.pdf": "letter",
        "c.pdf": "other",
        "d.pdf": "other",
    }
    assert application.name == "Lone Vester"


def test_letter_alone_stays_a_letter_and_both_in_one_file_are_a_cv() -> None:
    (alone,) = group([letter("Ansøgning.pdf", "Lone Vester")], [])
    assert alone.documents[0].kind == "letter"
    lines = [line.span.of(d.text) for d in (letter("x", "Lone Vester"), cv("y", "Lone Vester")) for line in d.lines]
    (both,) = group([document("Ansøgning og CV.pdf", *lines)], [])
    assert both.documents[0].kind == "cv"


def test_same_text_twice_is_one_applicant_with_a_notice() -> None:
    one = cv("Lone Vester CV.pdf", "Lone Vester")
    lines = [line.span.of(one.text) for line in one.lines]
    other = document("scan0001.docx", *lines)
    (application,) = group([one, other], [])
    assert len(application.documents) == 2
    assert application.notices == (Notice.of("duplicate", other="Lone Vester CV.pdf", path="scan0001.docx"),)


def test_same_attachment_of_two_people_does_not_join_them() -> None:
    posting = [
        "Vi tilbyder et godt job",
        "Vi søger en chef",
        "Ansøgningsfrist 1. maj",
        "Send din ansøgning",
        "Tiltrædelse 1. juni",
    ]
    papers = [
        cv("A/CV.pdf", "Lone Vester"),
        document("A/Opslag.pdf", *posting, content="x"),
        cv("B/CV.pdf", "Bo Lind"),
        document("B/Opslag.pdf", *posting, content="x"),
    ]
    assert len(group(papers, [])) == 2


def test_two_people_of_one_name_stay_two() -> None:
    one = cv("Jens Hansen CV.pdf", "Jens Hansen", "Tlf. 20 00 00 01")
    other = document(
        "Jens Hansen CV (1).pdf",
        "Jens Hansen",
        "Tlf. 20 00 00 02 · jens@elsewhere.example",
        "Erfaring",
        "2001 – nu\tLærer, Strandby Skole",
        "Uddannelse",
    )
    assert len(group([one, other], [])) == 2


def test_shared_address_joins() -> None:
    one = document(
        "A1.pdf",
        "Zohreh Ahmadi",
        "Chef",
        "z.ahmadi@home.example",
        "Erfaring",
        "2010 – nu\tChef, Vestby Kommune",
        "Uddannelse",
    )
    other = document(
        "min historie.docx", "Kære udvalg", "Jeg søger stillingen med glæde.", "Hilsen Zohreh", "z.ahmadi@home.example"
    )
    assert len(group([one, other], [])) == 1


def test_unreadable_alone_has_a_name_by_its_file() -> None:
    (application,) = group([], [Problem.of("CV_Lone_Vester.pdf", "damaged")])
    assert (application.name, application.documents) == ("Lone Vester", ())
    assert len(application.id) == 12


def test_id_depends_on_content_only() -> None:
    one, two = cv("a.pdf", "Lone Vester"), diploma("b.pdf", "Lone Vester")
    assert application_id([one, two]) == application_id([two, one])
    assert application_id([one]) != application_id([two])
    assert application_id([], [Problem.of("a", "x")]) != application_id([], [Problem.of("b", "x")])


def test_every_file_is_in_exactly_one_application() -> None:
    papers = [paper(f"{n}/{path}", what) for n, case in enumerate(CASES) for path, what in case["files"].items()]
    documents, problems = parted(papers)
    held = [p for a in group(documents, problems) for p in paths(a)]
    assert sorted(held) == sorted([d.path for d in documents] + [p.path for p in problems])


def test_the_same_file_under_two_persons_names_is_one_applicant_with_a_notice() -> None:
    one = cv("Ida Berg CV.pdf", None)
    (application,) = group([one, replace(one, path="Bo Lund CV.pdf")], [])
    assert [f.document.path for f in application.documents] == ["Bo Lund CV.pdf", "Ida Berg CV.pdf"]
    assert application.notices == (Notice.of("duplicate", other="Bo Lund CV.pdf", path="Ida Berg CV.pdf"),)


ENDS = [
    ("Min mentor gennem mange år, Torkil Vad Ousager, lærte mig at lytte.", "Med venlig hilsen", "Lone"),
    ("Ring gerne til min tidligere chef:", "Torkil Vad Ousager", "Venlig hilsen", "LOB"),
    ("Med venlig hilsen", "Reference: Torkil Vad Ousager, tidligere kommunaldirektør, tlf. 20 00 00 00"),
    ("Venlig hilsen", "LOB", "Torkil Vad Ousager, kommunaldirektør i Vestby, giver gerne en udtalelse."),
    ("Med venlig hilsen", "LOB", "Referencer:", "Torkil Vad Ousager", "Per Holm"),
    ("Med venlig hilsen", "Kopi: Torkil Vad Ousager"),
]


@pytest.mark.parametrize("end", ENDS, ids=lambda e: " / ".join(e)[:60])
def test_a_letter_that_names_somebody_else_stays_with_its_cv(end: tuple[str, ...]) -> None:
    mine = cv("CV_LOB.pdf", "Lone Ousager Brink")
    lines = [line.span.of(text) for d in [letter("x", "x")] for text in [d.text] for line in d.lines]
    written = document("Brev_LOB.pdf", *lines[:-2], *end)
    theirs = cv("CV Torkil Vad Ousager.pdf", "Torkil Vad Ousager")
    apart = {frozenset({"CV_LOB.pdf", "Brev_LOB.pdf"}), frozenset({"CV Torkil Vad Ousager.pdf"})}
    made = group([mine, written, theirs], [])
    assert {paths(a) for a in made} == apart
    assert {a.name for a in made} == {"Lone Ousager Brink", "Torkil Vad Ousager"}
