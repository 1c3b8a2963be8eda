"""`screen score`, as its users call it, and as they get it wrong."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import screen.cli._out
from tests.cli.conftest import CRITERIA, Called

Call = Callable[..., Called]


def applicants(done: Called) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(done.out)["applicants"]
    return found


def test_the_only_criteria_file_in_the_folder_is_used_and_said(call: Call, folder: Path) -> None:
    done = call("score", folder)
    assert done.code == 0
    assert "Anne Test Birkedal" in done.out
    assert "skoleleder.yaml" in done.err
    assert "1 fil er ikke" in done.out


def test_the_folder_defaults_to_here(call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert "Anne Test Birkedal" in call("score").out


def test_criteria_beside_the_folder(call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder.parent / "criteria").mkdir()
    (folder / "skoleleder.yaml").rename(folder.parent / "criteria" / "leder.yml")
    monkeypatch.chdir(folder.parent)
    done = call("score", f"'{folder}'")
    assert done.code == 0
    assert "leder.yml" in done.err


def test_several_criteria_files_are_listed(call: Call, folder: Path) -> None:
    (folder / "andre.yaml").write_text(CRITERIA, "utf-8")
    done = call("score", folder)
    assert done.code == 2
    assert "andre.yaml" in done.err
    assert "skoleleder.yaml" in done.err


def test_no_criteria_file(call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    (folder / "skoleleder.yaml").unlink()
    done = call("score")
    assert done.code == 2
    assert "--criteria" in done.err


def test_a_single_file(call: Call, folder: Path) -> None:
    done = call("score", folder / "Bo Prøve Lund - CV.txt")
    assert done.code == 0
    assert "Bo Prøve Lund" in done.out
    assert "Anne" not in done.out


def test_json_and_the_as_of_date(call: Call, folder: Path) -> None:
    done = call("score", folder, "--format", "json", "--as-of", "2015-01-31", "--top", "1")
    result = json.loads(done.out)
    assert result["as_of"] == "2015-01-31"
    assert len(result["applicants"]) == 3
    assert result["applicants"][0]["requirements"]["skoleledelse"]["level"] == 2


def test_the_deadline_is_the_day(call: Call, folder: Path) -> None:
    assert json.loads(call("score", folder, "--format", "json").out)["as_of"] == "2026-05-15"


def test_without_a_deadline_today_is_used_and_said(call: Call, folder: Path) -> None:
    file = folder / "skoleleder.yaml"
    file.write_text(file.read_text("utf-8").replace("deadline: 2026-05-15, ", ""), "utf-8")
    assert "regnet til og med i dag" in call("score", folder).out


def test_another_weight_stands_in_the_header(call: Call, folder: Path) -> None:
    done = call("score", folder, "--weight", "trivsel=60,5", "--weight", "skoleledelse=60")
    assert "vægt 60,5, ændret fra 40" in done.out
    assert "Vægten af trivsel" in done.out
    assert "Vægten af skoleledelse" not in done.out


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--weight", "trivsel"), "KRAV=TAL"),
        (("--weight", "trivsel=0"), "over 0"),
        (("--weight", "trivsel=nan"), "over 0"),
        (("--weight", "trivssel=4"), "skoleledelse, trivsel"),
        (("--as-of", "15/5"), "2026-04-09"),
        (("--posting", "findes-ikke.txt"), "findes-ikke.txt"),
        (("--criteria", "findes-ikke.yaml"), "findes-ikke.yaml"),
        (("--criteria", "."), "mappe"),
    ],
)
def test_wrong_options_are_one_line(call: Call, folder: Path, options: tuple[str, ...], told: str) -> None:
    done = call("score", folder, *options)
    assert done.code == 2
    assert told in done.err
    lines = [line for line in done.err.strip().splitlines() if "Bruger kriterierne" not in line]
    assert len(lines) == 1
    assert not done.out


def test_wrong_folders(call: Call, tmp_path: Path, folder: Path) -> None:
    assert call("score", tmp_path / "nowhere").code == 2
    (tmp_path / "tom").mkdir()
    done = call("score", tmp_path / "tom", "--criteria", folder / "skoleleder.yaml")
    assert done.code == 2
    assert "ingen filer" in done.err


def test_a_misspelt_key_is_told_with_its_place(call: Call, folder: Path) -> None:
    file = folder / "skoleleder.yaml"
    file.write_text(CRITERIA.replace("    weight: 60", "    wieght: 60"), "utf-8")
    done = call("score", folder)
    assert done.code == 2
    assert "skoleleder.yaml:13:5: " in done.err
    assert "weight" in done.err


def test_a_misspelt_correction_is_told_with_its_place(call: Call, folder: Path) -> None:
    (folder / "applications.yaml").write_text("applicant: []\n")
    done = call("score", folder)
    assert done.code == 2
    assert "applications.yaml:1:1: " in done.err
    assert "applicants" in done.err


def test_a_folder_of_pictures(call: Call, folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "billeder"
    place.mkdir()
    for n in range(3):
        (place / f"foto{n}.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    done = call("score", place, "--criteria", folder / "skoleleder.yaml")
    assert done.code == 3
    assert "3 filer kunne ikke læses" in done.out


def test_output_to_a_file_by_its_ending(call: Call, folder: Path, tmp_path: Path) -> None:
    done = call("score", folder, "--output", tmp_path / "ud.json")
    assert (done.code, done.out) == (0, "")
    assert "Skrevet: " in done.err
    assert json.loads((tmp_path / "ud.json").read_text("utf-8"))["schema"] == "screen.result/1"
    call("score", folder, "-o", folder / "tabel.txt")
    assert "Anne Test Birkedal" in (folder / "tabel.txt").read_text("utf-8")
    assert "2 filer er ikke" in call("score", folder).out


def test_outputs_that_cannot_be_written(call: Call, folder: Path, tmp_path: Path) -> None:
    for place, told in ((tmp_path / "nowhere" / "ud.json", "mappen findes ikke"), (tmp_path, "det er en mappe")):
        done = call("score", folder, "--output", place)
        assert done.code == 4
        assert len(done.err.strip().splitlines()) == 1
        assert told in done.err


@pytest.mark.parametrize("ending", [".odt", ".doc", ".rtf", ".xls"])
def test_no_text_under_a_name_that_promises_another_format(call: Call, folder: Path, ending: str) -> None:
    out = folder.parent / f"ud{ending}"
    done = call("score", folder, "-o", out)
    assert (done.code, out.exists()) == (2, False)
    assert ".csv" in done.err
    assert call("score", folder, "-o", out, "--format", "table").code == 0
    assert call("explain", folder, "anne", "-o", out).code == 2
    assert call("explain", folder, "anne", "-o", folder.parent / "ud.json").code == 2


def test_a_full_disk_leaves_the_old_file(
    call: Call, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "ud.json"
    out.write_text("før")

    def full(descriptor: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(screen.cli._out.os, "fsync", full)
    done = call("score", folder, "--output", out)
    assert done.code == 4
    assert out.read_text() == "før"
    assert [f.name for f in tmp_path.iterdir() if f.is_file()] == ["ud.json"]


def test_english(call: Call, folder: Path) -> None:
    assert "Applicant" in call("score", folder, "--language", "en").out


def test_a_result_is_the_same_in_a_pipe_and_in_a_file(folder: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "screen", "score", str(folder), "--format", "json"]
    piped = subprocess.run(command, capture_output=True, check=True)
    subprocess.run([*command, "-o", str(tmp_path / "ud")], check=True, capture_output=True)
    assert piped.stdout == (tmp_path / "ud").read_bytes()
    assert piped.stderr.decode().strip().count("\n") == 0


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize("after", ["start", "workers"])
def test_ctrl_c_is_one_line_and_leaves_nothing(folder: Path, tmp_path: Path, after: str) -> None:
    output = tmp_path / "ud.json"
    command = [sys.executable, "-m", "screen", "score", str(folder), "--output", str(output)]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    assert running.stderr is not None
    assert "Bruger" in running.stderr.readline()
    if after == "workers":
        time.sleep(0.7)
    os.killpg(running.pid, signal.SIGINT)
    _, err = running.communicate(timeout=20)
    if running.returncode == 0:
        pytest.skip("it was done before it could be interrupted")
    assert running.returncode == 130
    assert err.strip() == "Afbrudt. Intet er skrevet."
    assert not [f for f in tmp_path.iterdir() if f.is_file()]


def test_what_is_in_place_is_not_said_to_be_unwritten(
    call: Call, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "ud.json"
    place = Path.replace

    def interrupted(self: Path, target: Path) -> Path:
        signal.raise_signal(signal.SIGINT)
        placed = place(self, target)
        signal.raise_signal(signal.SIGINT)
        return placed

    monkeypatch.setattr(Path, "replace", interrupted)
    handler = signal.getsignal(signal.SIGINT)
    called = call("score", folder, "--output", output)
    assert (called.code, output.is_file()) == (0, True)
    assert "Afbrudt" not in called.err
    assert signal.getsignal(signal.SIGINT) == handler
