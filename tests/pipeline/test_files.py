from __future__ import annotations

import os
import sys
import unicodedata
from pathlib import Path

import pytest

from screen.intake import passed_over
from screen.pipeline._files import collect

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX file systems")


def make(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")


def paths(folder: Path, **options: object) -> list[str]:
    return [f.path for f in collect(folder, passed_over, **options).files]  # type: ignore[arg-type]


def test_files_in_subfolders_sorted_with_slashes(tmp_path: Path) -> None:
    make(tmp_path, "b.pdf", "a/å.pdf", "a/b/c.docx", "Æble.txt")
    assert paths(tmp_path) == sorted(["b.pdf", "a/å.pdf", "a/b/c.docx", "Æble.txt"])


def test_a_single_file(tmp_path: Path) -> None:
    make(tmp_path, "CV.yaml", "other.pdf")
    assert paths(tmp_path / "CV.yaml") == ["CV.yaml"]


def test_what_is_no_application_is_counted(tmp_path: Path) -> None:
    make(tmp_path, "~$CV.docx", ".DS_Store", "desktop.ini", ".screen/cache", "opslag.txt", "CV.pdf", "ude.pdf")
    (tmp_path / "result.json").write_text('{\n  "schema": "screen.result/1"\n}')
    found = collect(tmp_path, passed_over, lambda p: p == "ude.pdf", frozenset({(tmp_path / "opslag.txt").resolve()}))
    assert [f.path for f in found.files] == ["CV.pdf"]
    # `.screen` is no part of the case: with it there and without, the result must be the same.
    assert found.passed_over == 6
    assert not found.problems


@POSIX
def test_links_pipes_and_folders_that_lead_out(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    make(inside, "CV.pdf")
    make(outside, "secret.pdf")
    (inside / "dangling.pdf").symlink_to("nowhere.pdf")
    (inside / "out.pdf").symlink_to(outside / "secret.pdf")
    (inside / "folder").symlink_to(outside)
    (inside / "loop").symlink_to(inside)
    (inside / "twin.pdf").symlink_to("CV.pdf")
    os.mkfifo(inside / "pipe.pdf")
    found = collect(inside, passed_over)
    assert [f.path for f in found.files] == ["CV.pdf", "twin.pdf"]
    assert {p.path: p.code for p in found.problems} == {
        "dangling.pdf": "not-found",
        "folder": "outside-folder",
        "loop": "not-a-file",
        "out.pdf": "outside-folder",
        "pipe.pdf": "not-a-file",
    }


@POSIX
def test_odd_names_are_legible_and_apart(tmp_path: Path) -> None:
    for name in ("Å.txt", unicodedata.normalize("NFD", "Å.txt"), "-rf.txt", "a\nb.txt", "æ" * 120 + ".txt"):
        (tmp_path / name).write_text("x")
    with open(os.path.join(os.fsencode(tmp_path), b"\xff.txt"), "w") as file:
        file.write("x")
    found = collect(tmp_path, passed_over).files
    assert len({f.path for f in found}) == len(found) == 6
    assert {"Å.txt", "Å.txt (2)", "\ufffd.txt"} <= {f.path for f in found}
    assert all(Path(f.place).read_text() == "x" for f in found)
