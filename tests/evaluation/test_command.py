"""`screen evaluate` as it is called."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import jsonschema
import pytest
from rich.cells import cell_len
from rich.console import Console

from screen.cli import main
from screen.evaluation import Evaluation, measure, render, show, to_json
from screen.model.criteria import Criteria
from tests.evaluation import toy

CVS = {
    "Anne Test Birkedal - CV.txt": (
        "Anne Test Birkedal\n\nERHVERVSERFARING\n2014 – nu  Skoleleder, Søndervang Skole\n"
        "• Arbejdede med elevtrivsel hver dag\n• Sænkede elevfraværet fra 9 til 5 pct.\n"
        "2003 – 2013  Lærer, Nørrevang Skole\n"
    ),
    "Bo Prøve Lund - CV.txt": "Bo Prøve Lund\n\nERHVERVSERFARING\n2019 – 2024  Lærer, Vester Skole\n",
    "Bodil Fiktiv Holm - CV.txt": "Bodil Fiktiv Holm\n\nERHVERVSERFARING\n2010 – 2024  Lærer, Øster Skole\n",
}
SHEET = "Navn;Fil;Erfaring som skoleleder;Elevernes trivsel\nAnne Birkedal;;4;3\n;Bo Prøve Lund - CV.txt;0;1\n"


@dataclass(frozen=True)
class Called:
    code: int
    out: str
    err: str


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "min sag"
    place.mkdir()
    for name, text in CVS.items():
        (place / name).write_text(text, "utf-8")
    (place / "levels.csv").write_text(SHEET, "cp1252")
    (tmp_path / "skoleleder.yaml").write_text(toy.CRITERIA, "utf-8")
    return place


@pytest.fixture
def call(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Callable[..., Called]:
    def called(*arguments: str | Path) -> Called:
        given = ["evaluate", *map(str, arguments), "--criteria", str(tmp_path / "skoleleder.yaml"), "--workers", "0"]
        with pytest.raises(SystemExit) as ended:
            main(given)
        out, err = capfd.readouterr()
        return Called(int(ended.value.code or 0), out, err)

    return called


Call = Callable[..., Called]


def test_a_past_screening_in_a_spreadsheet(call: Call, folder: Path) -> None:
    done = call(folder / "levels.csv", "--format", "json")
    assert (done.code, done.err) == (0, "")
    data = json.loads(done.out)
    jsonschema.validate(data, Evaluation.model_json_schema(by_alias=True, mode="serialization"))
    assert data["requirements"]["skoleledelse"]["exact"] == 1.0
    assert [(w["id"], w["level"], w["label"]) for w in data["worst"]] == [("Bo Prøve Lund - CV.txt", 0, 1)]
    assert (data["applicants"], len(data["surplus"]), data["positions"]) == (2, 1, None)
    assert "not-measured-positions" in {n["code"] for n in data["not_measured"]}


def test_the_table_says_what_was_not_measured(call: Call, folder: Path) -> None:
    done = call(folder / "levels.csv")
    assert done.code == 0
    assert "Ikke målt: stillingerne" in done.out
    assert "Bo Prøve Lund - CV.txt · Elevernes trivsel: 0 (intet), facit 1 (perifer)" in done.out
    assert "1 ansøger uden facit" in done.out


def test_english(call: Call, folder: Path) -> None:
    out = call(folder / "levels.csv", "--language", "en").out
    assert "Not measured: positions" in out
    assert "0.5" in out
    assert "facit" not in out


def test_a_result_made_earlier_gives_the_same_figures(call: Call, folder: Path, tmp_path: Path) -> None:
    made, sheet = tmp_path / "resultat.json", folder / "levels.csv"
    here = json.loads(call(sheet, "--format", "json").out)
    sheet.rename(tmp_path / "levels.csv")
    with pytest.raises(SystemExit):
        main(["score", str(folder), "--criteria", str(tmp_path / "skoleleder.yaml"), "--workers", "0", "-o", str(made)])
    (tmp_path / "levels.csv").rename(sheet)
    assert json.loads(call(sheet, "--result", made, "--format", "json").out) == here


def test_to_a_file_by_its_ending(call: Call, folder: Path, tmp_path: Path) -> None:
    done = call(folder / "levels.csv", "--output", tmp_path / "maal.json", "--but", "Anne Birkedal")
    assert (done.code, done.out) == (0, "")
    assert json.loads((tmp_path / "maal.json").read_text("utf-8"))["but"] == ["Anne Birkedal"]


def test_a_file_that_cannot_be_read_is_exit_3(call: Call, folder: Path) -> None:
    (folder / "Cecilie Prøve - CV.pdf").write_bytes(b"%PDF-1.4\n")
    assert call(folder / "levels.csv").code == 3


@pytest.mark.parametrize(
    ("sheet", "options", "told"),
    [
        ("file;trivsel\nAnne.txt;3\n", [], ":2:1: Anne.txt findes ikke blandt ansøgningerne."),
        ("name;trivsel\nAnne Birkedal;5\n", [], ":2:2: »5« er ikke et niveau for trivsel"),
        ("name;trivsel;skoleledlse\nAnne;3;1\n", [], ":1:3: »skoleledlse« er ukendt. Mente du »skoleledelse«?"),
        (SHEET, ["--but", "Anne"], "ingen i facit hedder sådan"),
        (SHEET, ["--result", "findes-ikke.json"], "findes-ikke.json findes ikke"),
        (SHEET, ["--result", "levels.csv"], "er ikke et resultat"),
        ("name;trivsel\nCecilie Prøve;3\n", [], "Den ene ansøger i facit er ikke i resultatet"),
    ],
)
def test_mistakes_are_exit_2_and_told(call: Call, folder: Path, sheet: str, options: list[str], told: str) -> None:
    (folder / "levels.csv").write_text(sheet, "utf-8")
    given = [str(folder / o) if o.endswith(".csv") else o for o in options]
    done = call(folder / "levels.csv", *given)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert "Traceback" not in done.err


def wide(rows: int) -> Evaluation:
    """Long names, many cases and a hostile quote."""
    hostile = "\x1b]0;x\x07\u202eSkoleleder " + "på en lang skole " * 20
    labels = [
        {"id": f"d{at:03}", "files": [f"{at}.txt"], "levels": {"skoleledelse": at % 5, "trivsel": 0},
         "positions": [{"title": "Skoleleder " * 12, "employer": "Vestby", "start": "2010"}]}
        for at in range(rows)
    ]  # fmt: skip
    made = [
        toy.applicant(str(at), [f"{at}.txt"], 50.0, 1,
                      requirements={"skoleledelse": toy.mark(4, [hostile]), "trivsel": toy.mark(2, [hostile])})
        for at in range(rows)
    ]  # fmt: skip
    return measure(toy.result(made), toy.labelled(*labels), long_criteria())


def long_criteria() -> Criteria:
    with TemporaryDirectory() as place:
        criteria = toy.criteria_in(Path(place))
    longer = (replace(r, label=r.label + " og meget andet" * 5) for r in criteria.requirements)
    return replace(criteria, requirements=tuple(longer))


@pytest.mark.parametrize("language", ["da", "en"])
def test_nothing_is_wider_than_a_hundred_columns(language: str) -> None:
    text = render(wide(120), language, 30).decode()
    assert max(map(cell_len, text.splitlines())) <= 100
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_a_narrow_terminal_loses_no_figure() -> None:
    page = StringIO()
    Console(width=60, file=page).print(show(wide(5), "da", 2))
    text = page.getvalue()
    assert max(map(cell_len, text.splitlines())) <= 60
    assert "kappa" in text


def test_worst_shortens_the_table_and_not_the_json() -> None:
    figures = wide(12)
    assert "og 17 til" in render(figures, "da", 5).decode()
    data = json.loads(to_json(figures))
    assert len(data["worst"]) == 22
    assert b"\x1b" not in to_json(figures)


def test_the_same_figures_are_the_same_bytes() -> None:
    assert to_json(wide(6)) == to_json(wide(6))
    assert to_json(wide(6)).endswith(b"\n")
