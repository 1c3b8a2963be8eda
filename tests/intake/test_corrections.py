from pathlib import Path

import pytest

from screen.intake import Corrections, CorrectionsError, group, load_corrections
from screen.model.errors import Notice

from .papers import cv, letter


def write(folder: Path, text: str) -> Path:
    path = folder / "applications.yaml"
    path.write_text(text, "utf-8")
    return path


def mistakes(folder: Path, text: str) -> list[tuple[int, int, str, dict[str, object]]]:
    with pytest.raises(CorrectionsError) as error:
        load_corrections(write(folder, text))
    return [(m.line, m.column, m.code, dict(m.facts)) for m in error.value.mistakes]


def test_everything_that_can_be_said(tmp_path: Path) -> None:
    said = load_corrections(
        write(
            tmp_path,
            "applicants:\n- name: Lone Vester\n  files: [scan1.pdf, mappe/]\n"
            "kinds:\n  brev.pdf: letter\n  '*bevis*': other\nignore:\n- opslag.pdf\n",
        )
    )
    assert said.applicant_of("scan1.pdf") == said.applicant_of("mappe/dybt/x.pdf") == 0
    assert said.applicant_of("mappe2/x.pdf") is None
    assert said.kind_of("brev.pdf") == "letter"
    assert said.kind_of("Eksamensbevis.pdf") == "other"
    assert said.ignores("opslag.pdf")
    assert said.unused(["scan1.pdf", "brev.pdf", "opslag.pdf"]) == ("*bevis*", "mappe/")


def test_corrections_win(tmp_path: Path) -> None:
    said = load_corrections(
        write(
            tmp_path,
            "applicants:\n- name: Lone Vest\n  files: [a.pdf, b.pdf]\nkinds: {b.pdf: letter}\nignore: [c.pdf]\n",
        )
    )
    papers = [cv("a.pdf", "Lone Vester"), cv("b.pdf", "Bo Lind"), cv("c.pdf", "Pia Krag"), cv("d.pdf", "Ib Tang")]
    together, alone = sorted(group(papers, [], said), key=lambda a: -len(a.documents))
    assert together.name == "Lone Vest"
    assert [(f.document.path, f.kind) for f in together.documents] == [("a.pdf", "cv"), ("b.pdf", "letter")]
    assert together.notices == (Notice.of("corrected"),)
    assert [f.document.path for f in alone.documents] == ["d.pdf"]
    assert alone.notices == ()


def test_files_of_one_applicant_are_taken_from_a_guessed_group(tmp_path: Path) -> None:
    said = load_corrections(write(tmp_path, "applicants:\n- files: [Lone Vester CV.pdf]\n"))
    papers = [cv("Lone Vester CV.pdf", "Lone Vester"), letter("Lone Vester brev.pdf", "Lone Vester")]
    assert len(group(papers, [], said)) == 2


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "applicants:\n"])
def test_empty(tmp_path: Path, text: str) -> None:
    assert load_corrections(write(tmp_path, text)) == Corrections()


def test_mistakes_are_told_at_once_with_their_places(tmp_path: Path) -> None:
    told = mistakes(
        tmp_path,
        "applicants:\n- nane: Lone\n  files: []\n- name: Bo\nkinds:\n  a.pdf: resume\nignored: [x]\n",
    )
    assert [(line, column, code) for line, column, code, _ in told] == [
        (2, 3, "corrections-key"),
        (3, 3, "corrections-type"),
        (4, 3, "corrections-missing"),
        (6, 3, "corrections-kind"),
        (7, 1, "corrections-key"),
    ]
    assert told[0][3]["close"] == "name"
    assert told[4][3]["close"] == "ignore"


def test_a_file_claimed_twice(tmp_path: Path) -> None:
    told = mistakes(tmp_path, "applicants:\n- files: [a.pdf]\n- files: [./a.pdf]\nignore: [a.pdf]\n")
    assert [(line, code, facts["first"]) for line, _, code, facts in told] == [
        (3, "corrections-claimed-twice", 2),
        (4, "corrections-claimed-twice", 2),
    ]


def test_duplicate_key(tmp_path: Path) -> None:
    assert [m[:3] for m in mistakes(tmp_path, "ignore: [a]\nignore: [b]\n")] == [(2, 1, "duplicate-key")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("applicants: [", "yaml-syntax"),
        ("a: &x [*x]\n", "yaml-alias"),
        ("[" * 5000, "yaml-too-deep"),
        ("- a\n- b\n", "corrections-type"),
        ("ignore: a.pdf\n", "corrections-type"),
        ("applicants: yes\n", "corrections-type"),
    ],
)
def test_what_is_no_such_file(tmp_path: Path, text: str, code: str) -> None:
    assert mistakes(tmp_path, text)[0][2] == code


def test_names_that_yaml_would_misread(tmp_path: Path) -> None:
    said = load_corrections(write(tmp_path, "applicants:\n- name: No\n  files: [17, 2026-04-09]\n"))
    assert said.applicants[0].files == ("17", "2026-04-09")
