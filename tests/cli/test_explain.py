from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Called

Call = Callable[..., Called]


@pytest.mark.parametrize(
    "who", ["Anne Test Birkedal", "anne", "birkedal  ANNE", "#1", "1", "Anne Test Birkedal - CV.txt"]
)
def test_ways_to_name_an_applicant(call: Call, folder: Path, who: str) -> None:
    done = call("explain", folder, who)
    assert done.code == 0
    assert "Anne Test Birkedal\nnr. 1 af 3" in done.out


def test_by_id_or_its_beginning(call: Call, folder: Path) -> None:
    id_ = call("explain", folder, "anne").out.split("id ")[1].split()[0]
    for part in (id_, id_[:6]):
        assert "Anne Test Birkedal" in call("explain", folder, part).out


def test_the_folder_defaults_to_here(call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert "Anne Test Birkedal" in call("explain", "anne").out


def test_it_quotes_with_place_and_names_what_the_next_level_needs(call: Call, folder: Path) -> None:
    out = call("explain", folder, "anne").out
    assert "»Sænkede elevfraværet fra 9 til 5 pct.«" in out
    assert "Anne Test Birkedal - CV.txt, linje 5" in out
    out = call("explain", folder, "Bodil").out
    assert "Næste niveau, delvis, kræver" in out


def test_an_exact_name_wins_over_part_of_another(call: Call, folder: Path) -> None:
    assert "Bo Prøve Lund\n" in call("explain", folder, "Bo Prøve Lund").out


def test_nobody_of_that_name_with_suggestions(call: Call, folder: Path) -> None:
    done = call("explain", folder, "Ane Birkedahl")
    assert done.code == 2
    assert "Mente du: Anne Test Birkedal?" in done.err
    assert "Ansøgerne er: " in call("explain", folder, "Xqz Wvy").err
    assert call("explain", folder, "#99").code == 2


def test_several_of_that_name_are_listed(call: Call, folder: Path) -> None:
    done = call("explain", folder, "prøve")
    assert done.code == 2
    assert "Bo Prøve Lund (" in done.err
    assert "Bodil Prøve Lund (" in done.err


def test_only_a_folder(call: Call, folder: Path) -> None:
    done = call("explain", folder)
    assert done.code == 2
    assert "screen explain MAPPE ANSØGER" in done.err


def test_to_a_file(call: Call, folder: Path, tmp_path: Path) -> None:
    assert call("explain", folder, "anne", "--output", tmp_path / "anne.txt").code == 0
    assert "Karriere" in (tmp_path / "anne.txt").read_text("utf-8")


def test_a_rank_that_is_shared_is_told_with_names_and_ids(call: Call, folder: Path) -> None:
    for place in folder.glob("Anne*"):
        place.unlink()
    text = "ERHVERVSERFARING\n2010 – 2024  Lærer, Øster Skole\n"
    for name in ("Bo Prøve Lund", "Bodil Prøve Lund"):
        (folder / f"{name} - CV.txt").write_text(f"{name}\n\n{text}", "utf-8")
    done = call("explain", folder, "#1")
    assert done.code == 2
    assert "Plads #1 deles af Bo" in done.err
    assert "brug rangen" not in done.err
