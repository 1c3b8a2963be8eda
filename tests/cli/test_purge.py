from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from screen.cache import NAME
from tests.cli.conftest import Called

Call = Callable[..., Called]


def test_what_was_kept_is_removed_and_said(folder: Path, call: Call) -> None:
    before = {f: f.read_bytes() for f in folder.iterdir()}
    first = call("score", folder)
    assert (folder / NAME).is_dir()
    again = call("score", folder)
    assert (again.code, again.out) == (first.code, first.out)
    done = call("purge", folder)
    assert done.code == 0
    assert "fjernede det, som screen havde gemt" in done.out
    assert {f: f.read_bytes() for f in folder.iterdir()} == before
    assert "intet gemt" in call("purge", folder).out
    assert "kept nothing" in call("purge", folder, "--language", "en").out


def test_no_cache_keeps_nothing(folder: Path, call: Call) -> None:
    with_cache = call("explain", folder, "Anne")
    call("purge", folder)
    without = call("explain", folder, "Anne", "--no-cache")
    assert without.out == with_cache.out
    assert not (folder / NAME).exists()


def test_what_is_not_ours_is_left(folder: Path, call: Call, tmp_path: Path) -> None:
    call("score", folder)
    (folder / NAME / "noter.txt").write_text("mine")
    assert "1 fil i" in call("purge", folder).out
    assert [f.name for f in (folder / NAME).iterdir()] == ["noter.txt"]
    nowhere = call("purge", tmp_path / "ingen")
    assert nowhere.code == 2
    assert "findes ikke" in nowhere.err


def test_a_link_is_not_followed(folder: Path, call: Call, tmp_path: Path) -> None:
    other = tmp_path / "andet"
    other.mkdir()
    (other / ("a" * 40)).write_text("x")
    try:
        (folder / NAME).symlink_to(other)
    except OSError:
        pytest.skip("no links here")
    refused = call("purge", folder)
    assert refused.code == 2
    assert "intet er rørt" in refused.err
    assert call("score", folder).code == 0
    assert [f.name for f in other.iterdir()] == ["a" * 40]
