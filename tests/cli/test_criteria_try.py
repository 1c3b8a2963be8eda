from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from screen.cache import NAME
from tests.cli.conftest import Called

Call = Callable[..., Called]


def test_a_trial_in_words_and_for_programs(folder: Path, call: Call) -> None:
    criteria = folder / "skoleleder.yaml"
    page = call("criteria", "try", criteria, folder, "--workers", "0")
    assert page.code == 0
    assert "Stillingsbetegnelser som ingen mængde dækker" in page.out
    assert "topics: trivsel" in page.out
    data = json.loads(call("criteria", "try", criteria, folder, "--workers", "0", "--format", "json").out)
    assert (data["schema"], data["applicants"]) == ("screen.trial/1", 3)
    assert (folder / NAME).is_dir()


def test_a_trial_to_a_file_tells_what_could_not_be_read(folder: Path, call: Call) -> None:
    (folder / "Dan Prøve Friis - CV.pdf").write_bytes(b"%PDF-1.7 afbrudt")
    file = folder / "ud.json"
    options = ("--workers", "0", "--no-cache", "--language", "en", "-o", file)
    done = call("criteria", "try", folder / "skoleleder.yaml", folder, *options)
    assert (done.code, done.out) == (3, "")
    assert "Dan Prøve Friis - CV.pdf: " in done.err
    assert json.loads(file.read_text("utf-8"))["applicants"] == 3
    assert not (folder / NAME).exists()


def test_mistakes_in_the_criteria_are_told(folder: Path, call: Call) -> None:
    (folder / "skoleleder.yaml").write_text("screen: 1\n", "utf-8")
    done = call("criteria", "try", folder / "skoleleder.yaml", folder)
    assert done.code == 2
    assert "skoleleder.yaml:1:1" in done.err
