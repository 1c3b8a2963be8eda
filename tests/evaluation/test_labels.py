"""Labels as people keep them, and every mistake in them told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screen.evaluation import Label, LabelMistakes, find, load_labels
from screen.evaluation._written import Written, _read_sheet, _read_yaml
from screen.model.criteria import Criteria
from screen.model.errors import ScreenError
from tests.evaluation import toy


@pytest.fixture
def criteria(tmp_path: Path) -> Criteria:
    return toy.criteria_in(tmp_path)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "sæt"
    for name in ("anne.txt", "bo/cv.txt", "bo/brev.txt", "mappe/Cecilie CV.txt", "d.zip"):
        file = folder / "applications" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x", "utf-8")
    return folder


def levels(labels: tuple[Label, ...]) -> list[tuple[str, dict[str, int]]]:
    return [(label.id, label.levels) for label in labels]


def mistakes(folder: Path, name: str, text: str, criteria: Criteria) -> list[tuple[str, int, int]]:
    (folder / name).write_text(text, "utf-8")
    with pytest.raises(LabelMistakes) as told:
        load_labels(folder / name, criteria)
    assert all(m.file == str(folder / name) for m in told.value.mistakes)
    return [(m.code, m.line, m.column) for m in told.value.mistakes]


def test_one_file_for_each_applicant(place: Path, criteria: Criteria) -> None:
    (place / "gold").mkdir()
    (place / "gold" / "b.yaml").write_text("id: b\nfiles: [bo/cv.txt, bo/brev.txt]\nlevels: {trivsel: 0}\n", "utf-8")
    (place / "gold" / "a.yaml").write_text(
        "id: a\nfile: anne.txt\nlevels: {trivsel: 3, skoleledelse: 4}\nexecutive_years: 2.5\nwhy: fordi\n"
        "positions:\n- {title: Leder, employer: Vestby, sector: kommune, start: 2019-03, end: null, executive: true}\n"
        "evidence:\n  trivsel: []\n  skoleledelse:\n  - Leder 40 lærere\nmust_not_quote: [Bestyrelse]\n", "utf-8",
    )  # fmt: skip
    known = load_labels(place, criteria)
    assert (known.name, known.applications) == ("sæt", place / "applications")
    first = known.labels[0]
    assert levels(known.labels) == [("a", {"trivsel": 3, "skoleledelse": 4}), ("b", {"trivsel": 0})]
    assert first.years == {"skoleledelse": 2.5}  # the first requirement that counts years
    assert first.positions is not None
    assert (first.positions[0].start, first.positions[0].end) == ("2019-03", None)
    assert first.evidence == {"trivsel": (), "skoleledelse": ("Leder 40 lærere",)}
    assert (known.labels[1].evidence, known.labels[1].positions) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "- {file: anne.txt, levels: {trivsel: 3}}\n- {name: Bo Prøve, trivsel: 1, skoleledelse: 0}\n",
        "applicants:\n- {file: anne.txt, trivsel: 3}\n- {name: Bo Prøve, levels: {trivsel: 1, skoleledelse: 0}}\n",
    ],
)
def test_one_yaml_file_for_all(place: Path, criteria: Criteria, text: str) -> None:
    (place / "labels.yaml").write_text(text, "utf-8")
    wanted = [("anne.txt", {"trivsel": 3}), ("Bo Prøve", {"trivsel": 1, "skoleledelse": 0})]
    assert levels(load_labels(place, criteria).labels) == wanted


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("file,name,trivsel,skoleledelse\nanne.txt,Anne,3,\n,Bo Prøve,1,0\n,Uden Niveauer,,\n", "utf-8"),
        (
            "\ufeffFil;Navn;Elevernes trivsel;Erfaring som skoleleder;Note\r\nanne.txt;;3;;god\r\n;Bo Prøve;1;0;\r\n",
            "utf-8",
        ),
        ("sep=;\nNavn;Fil;skoleledelse;trivsel\n;anne.txt;;3\nBo Prøve;;0;1\n;;;\n", "cp1252"),
        ("file\tname\tTRIVSEL\tskoleledelse\nanne.txt\t\t3\t\n\tBo Prøve\t1\t0\n", "utf-8"),
    ],
)  # fmt: skip
def test_a_spreadsheet_saved_as_csv(place: Path, criteria: Criteria, text: str, encoding: str) -> None:
    (place / "labels.csv").write_bytes(text.encode(encoding))
    wanted = [("anne.txt", {"trivsel": 3}), ("Bo Prøve", {"trivsel": 1, "skoleledelse": 0})]
    assert levels(load_labels(place, criteria).labels) == wanted


def test_labels_may_lie_among_the_applications(tmp_path: Path, criteria: Criteria) -> None:
    folder = tmp_path / "sag"
    folder.mkdir()
    (folder / "anne.txt").write_text("x", "utf-8")
    (folder / "mine niveauer.csv").write_text("file;trivsel\nanne.txt;2\n", "utf-8")
    known = load_labels(folder / "mine niveauer.csv", criteria)
    assert (known.applications, known.name) == (folder, "mine niveauer.csv")


def test_files_by_path_by_name_by_folder_and_by_archive(place: Path, criteria: Criteria) -> None:
    rows = ("anne.txt", "Cecilie CV.txt", "bo", "d.zip/cv.pdf")
    (place / "labels.yaml").write_text("\n".join(f"- {{file: {row}, trivsel: 1}}" for row in rows), "utf-8")
    found = [label.files for label in load_labels(place, criteria).labels]
    assert found == [("anne.txt",), ("mappe/Cecilie CV.txt",), ("bo",), ("d.zip/cv.pdf",)]


YAML_MISTAKES = {
    "unknown requirement": ("- {file: anne.txt, levels: {trivsl: 1, skoleledelse: 2}}", [("label-requirement", 1, 29)]),
    "level above 4": ("- file: anne.txt\n  levels:\n    trivsel: 5\n", [("label-level", 3, 5)]),
    "level below 0": ("- {file: anne.txt, trivsel: -1}", [("label-level", 1, 20)]),
    "half a level": ("- {file: anne.txt, trivsel: 2.5}", [("label-level", 1, 20)]),
    "word for a level": ("- {file: anne.txt, trivsel: god}", [("label-level", 1, 20)]),
    "missing file": ("- file: ane.txt\n  trivsel: 1\n", [("label-file", 1, 3)]),
    "nobody": ("- trivsel: 1\n", [("label-whose", 1, 3)]),
    "no levels": ("- file: anne.txt\n", [("label-missing", 1, 3)]),
    "misspelt key": ("- {file: anne.txt, trivsel: 1, evidens: {trivsel: [x]}}", [("label-key", 1, 32)]),
    "twice": ("- {file: anne.txt, trivsel: 1}\n- {file: anne.txt, trivsel: 2}\n", [("label-twice", 2, 3)]),
    "twice within": ("- {file: anne.txt, trivsel: 1, trivsel: 2}\n", [("duplicate-key", 1, 32)]),
    "evidence for another": (
        "- {file: anne.txt, trivsel: 1, evidence: {ro: [x]}}", [("label-requirement", 1, 43)],
    ),
    "odd positions": ("- {file: anne.txt, trivsel: 1, positions: [{employer: X}]}", [("label-missing", 1, 44)]),
    "several at once": (
        "- {file: ane.txt, trivsel: 9}\n- {name: Bo, trivsl: 1}\n",
        [("label-level", 1, 19), ("label-key", 2, 14), ("label-missing", 2, 3)],
    ),
    "no applicant": ("- anne.txt\n", [("label-row", 1, 3)]),
    "not yaml": ("- {file: [\n", [("yaml-syntax", 2, 1)]),
    "empty": ("# intet\n", [("label-none", 1, 1)]),
    "too deep": ("[" * 50 + "]" * 50, [("yaml-too-deep", 1, 1)]),
}  # fmt: skip


@pytest.mark.parametrize("case", sorted(YAML_MISTAKES))
def test_mistakes_in_yaml(place: Path, criteria: Criteria, case: str) -> None:
    text, wanted = YAML_MISTAKES[case]
    assert sorted(mistakes(place, "labels.yaml", text, criteria)) == sorted(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("file;trivsel\nanne.txt;7\n", [("label-level", 2, 2)]),
        ("file;trivsel\nane.txt;3\n", [("label-file", 2, 1)]),
        ("file;trivsl\nanne.txt;3\n", []),
        ("file;trivsel;skoleledlse\nanne.txt;3;2\n", [("label-key", 1, 3)]),
        ("file;trivsel;trivsel\nanne.txt;3;2\n", [("labels-column-twice", 1, 3)]),
        ("bemærkning;trivsel\ngod;3\n", [("label-whose", 2, 1)]),
        ('file;trivsel\n"anne\n.txt";3\nbo;9\n', [("label-file", 3, 1), ("label-level", 4, 2)]),
    ],
)
def test_mistakes_in_csv(place: Path, criteria: Criteria, text: str, wanted: list[tuple[str, int, int]]) -> None:
    if wanted:
        assert mistakes(place, "labels.csv", text, criteria) == wanted
        return
    # A sheet whose only column of levels is misspelt has nobody's levels.
    (place / "labels.csv").write_text(text, "utf-8")
    with pytest.raises(ScreenError):
        load_labels(place / "labels.csv", criteria)


def test_mistakes_in_several_files_are_told_together(place: Path, criteria: Criteria) -> None:
    (place / "gold").mkdir()
    for name in ("a", "b"):
        (place / "gold" / f"{name}.yaml").write_text(f"id: {name}\nfile: {name}.txt\ntrivsel: 8\n", "utf-8")
    with pytest.raises(LabelMistakes) as told:
        load_labels(place, criteria)
    assert [Path(m.file).name for m in told.value.mistakes] == ["a.yaml", "b.yaml"]


def test_what_is_nowhere(tmp_path: Path, criteria: Criteria) -> None:
    for given_, code in ((tmp_path / "nej", "folder-not-found"), (tmp_path, "no-labels")):
        with pytest.raises(ScreenError, match=code):
            find(given_)
    (tmp_path / "labels.xlsx").write_bytes(b"PK")
    with pytest.raises(ScreenError, match="labels-spreadsheet"):
        load_labels(tmp_path / "labels.xlsx", criteria)
    (tmp_path / "tom.csv").write_text("file;trivsel\n", "utf-8")
    with pytest.raises(ScreenError, match="labels-empty"):
        load_labels(tmp_path / "tom.csv", criteria)


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.binary(max_size=60), st.text("-[]{}:,'\"&*!|>#\n ax1;\t", max_size=60).map(str.encode)))
def test_whatever_a_file_holds_is_data_or_a_mistake(raw: bytes) -> None:
    for reader in (_read_yaml, _read_sheet):
        written = Written("labels")
        reader(raw, written)
        assert written.mistakes or written.data is None or isinstance(written.data, list | dict | str)


def test_an_alias_that_multiplies_itself_is_told(place: Path, criteria: Criteria) -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdef", "bcdefg", strict=True)
    )
    assert "yaml-too-long" in {code for code, _, _ in mistakes(place, "labels.yaml", bomb, criteria)}
