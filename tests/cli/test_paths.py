from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from screen.cli._paths import path_from


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "Ansøgninger (2026) til Åby"
    place.mkdir()
    return place


@pytest.mark.parametrize(
    "given",
    [
        "{}",
        "'{}'",
        '"{}"',
        "“{}”",
        "  {} ",
        "file://{}",
        "file://localhost{}",
    ],
)
def test_ways_to_give_a_path(folder: Path, given: str) -> None:
    assert path_from(given.format(folder)) == folder


def test_a_dragged_path_with_escapes(folder: Path) -> None:
    escaped = str(folder).replace(" ", "\\ ").replace("(", "\\(").replace(")", "\\)")
    assert path_from(escaped) == folder


def test_a_url_with_percent_signs(folder: Path) -> None:
    assert path_from(folder.as_uri()) == folder


def test_the_other_normal_form(folder: Path) -> None:
    other = unicodedata.normalize("NFD", str(folder))
    assert os.fspath(path_from(other)) == str(folder)


def test_a_folder_whose_name_holds_quotes_or_percent_signs_wins(tmp_path: Path) -> None:
    for name in ("'x'", "50%20", " y", "a\\ b"):
        (tmp_path / name).mkdir()
        assert path_from(str(tmp_path / name)) == tmp_path / name


def test_the_home_folder() -> None:
    assert path_from("~") == Path.home()


def test_nothing_such_is_told_as_it_was_given() -> None:
    assert str(path_from("'/findes/ikke'")) == "/findes/ikke"
    assert path_from("a\0b") is not None
