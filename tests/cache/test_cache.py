"""The folder beside the applications: whole entries or none, nobody else's, nothing of it believed blindly."""

from __future__ import annotations

import os
import pickle
import stat
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screen.cache import NAME, Broken, Cache, folded, opened, purged, reading, understanding, unfolded
from screen.cache._codec import MOST_BYTES
from screen.cache._versions import FURTHER, PACKAGE, ROOMS
from tests.test_house import imported

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="links and modes as POSIX has them")


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    found = opened(tmp_path)
    assert found
    return found


# --- values ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Point:
    at: int
    size: float | None
    kind: Literal["here", "there"]
    facts: tuple[tuple[str, str | int | float], ...] = ()


points = st.builds(
    Point,
    st.integers(),
    st.one_of(st.none(), st.floats(allow_nan=False)),
    st.sampled_from(["here", "there"]),
    st.lists(st.tuples(st.text(), st.one_of(st.text(), st.integers(), st.floats(allow_nan=False)))).map(tuple),
)


@given(st.lists(points).map(tuple))
def test_what_is_folded_comes_back_as_it_was(value: tuple[Point, ...]) -> None:
    assert repr(unfolded(folded(value), tuple[Point, ...])) == repr(value)


@pytest.mark.parametrize(
    "data",
    [
        ["1", None, "here", []],
        [True, None, "here", []],
        [1, "2.0", "here", []],
        [1, None, "elsewhere", []],
        [1, None, ["here"], []],
        [1, None, "here"],
        [1, None, "here", [], 5],
        [1, None, "here", [["a", None]]],
        {"at": 1},
        None,
    ],
)
def test_a_value_of_another_shape_is_broken(data: object) -> None:
    assert unfolded(folded([1, None, "here", []]), Point) == Point(1, None, "here")
    with pytest.raises(Broken):
        unfolded(folded(data), Point)


def test_no_bytes_whatever_do_more_than_break(tmp_path: Path) -> None:
    class Evil:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(tmp_path / "done"),)

    bombs = (b"", b"\x00" * 50, pickle.dumps(Evil()), zlib.compress(pickle.dumps(Evil())), zlib.compress(b"[" * 10**6))
    for blob in (*bombs, folded([1])[:-3], zlib.compress(b'"' + b" " * (MOST_BYTES + 1) + b'"', 9)):
        with pytest.raises(Broken):
            unfolded(blob, Point)
    assert not (tmp_path / "done").exists()


# --- the folder -----------------------------------------------------------------------------------------------------


def test_an_entry_is_kept_and_others_are_missed(cache: Cache) -> None:
    key = cache.key("reading", "a")
    assert cache.get(key) is None
    cache.put(key, b"text")
    assert (cache.get(key), cache.has(key)) == (b"text", True)
    assert cache.get(cache.key("reading", "b")) is None
    assert len({cache.key("x", "a", "b"), cache.key("x", "b", "a"), cache.key("y", "a", "b")}) == 3


@pytest.mark.parametrize("at", [0, 20, 40, -1])
def test_an_entry_that_was_touched_is_none(cache: Cache, at: int) -> None:
    key = cache.key("reading", "a")
    cache.put(key, b"some text that was read")
    file = Path(cache.place) / key
    whole = file.read_bytes()
    changed = bytearray(whole)
    changed[at] ^= 1
    for data in (bytes(changed), whole[:at], b"", whole + b"x"):
        file.write_bytes(data)
        assert cache.get(key) is None
    cache.put(key, b"anew")
    assert cache.get(key) == b"anew"


def test_an_entry_under_another_s_name_is_none(cache: Cache) -> None:
    one, other = cache.key("reading", "a"), cache.key("reading", "b")
    cache.put(one, b"text")
    (Path(cache.place) / one).rename(Path(cache.place) / other)
    assert cache.get(other) is None


def test_a_folder_that_somebody_sent_is_not_believed(cache: Cache, tmp_path: Path) -> None:
    key = cache.key("reading", "a")
    cache.put(key, b"text")
    sent = tmp_path / "sendt"
    sent.mkdir()
    there = opened(sent)
    assert there
    (Path(there.place) / key).write_bytes((Path(cache.place) / key).read_bytes())
    assert there.key("reading", "a") != key


@POSIX
def test_only_its_owner_can_read_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        cache = opened(tmp_path)
        assert cache
        cache.put(cache.key("a"), b"text")
    finally:
        os.umask(before)
    place = tmp_path / NAME
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert {stat.S_IMODE(f.stat().st_mode) for f in place.iterdir()} == {0o600}
    place.chmod(0o755)
    opened(tmp_path)
    assert stat.S_IMODE(place.stat().st_mode) == 0o700


def test_it_tells_others_to_leave_it_alone(cache: Cache) -> None:
    assert (Path(cache.place) / ".gitignore").read_text() == "*\n"
    assert (Path(cache.place) / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")


@POSIX
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_has_none(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert opened(tmp_path) is None


def test_where_nothing_can_be_written_nothing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    cache = opened(tmp_path)
    assert cache
    monkeypatch.setattr(os, "replace", full)
    cache.put(cache.key("a"), b"text")
    assert {f.name for f in Path(cache.place).iterdir()} == {".gitignore", "CACHEDIR.TAG"}
    monkeypatch.setattr(Path, "mkdir", full)
    other = tmp_path / "b"
    os.makedirs(other)
    assert opened(other) is None


def test_a_file_has_none(tmp_path: Path) -> None:
    (tmp_path / "cv.txt").write_text("x")
    assert opened(tmp_path / "cv.txt") is None
    assert not (tmp_path / NAME).exists()


@POSIX
def test_links_are_not_followed(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / ("a" * 40)).write_text("not screen's")
    folder = tmp_path / "ansøgninger"
    folder.mkdir()
    (folder / NAME).symlink_to(theirs)
    assert opened(folder) is None
    with pytest.raises(NotADirectoryError):
        purged(folder)
    (folder / NAME).unlink()
    cache = opened(folder)
    assert cache
    (folder / NAME / cache.key("a")).symlink_to(theirs / ("a" * 40))
    assert cache.get(cache.key("a")) is None
    assert purged(folder)
    assert [f.name for f in theirs.iterdir()] == ["a" * 40]


def test_what_belongs_to_no_file_any_more_is_removed(cache: Cache) -> None:
    old, new = cache.key("reading", "old"), cache.key("reading", "new")
    cache.put(old, b"1")
    cache.put(new, b"2")
    (Path(cache.place) / f"{old}.0000abcd").write_bytes(b"of a run that was killed")
    (Path(cache.place) / "notes.txt").write_text("mine")
    cache.keep({new})
    assert {f.name for f in Path(cache.place).iterdir()} == {new, ".gitignore", "CACHEDIR.TAG", "notes.txt"}


def test_purge_removes_what_is_screen_s_and_nothing_else(cache: Cache, tmp_path: Path) -> None:
    cache.put(cache.key("a"), b"text")
    mine = Path(cache.place) / "notes.txt"
    mine.write_text("mine")
    done = purged(tmp_path)
    assert done
    assert (done.entries, done.left) == (1, 1)
    assert [f.name for f in Path(cache.place).iterdir()] == ["notes.txt"]
    mine.unlink()
    assert purged(tmp_path)
    assert not Path(cache.place).exists()
    assert purged(tmp_path) is None


# --- versions -------------------------------------------------------------------------------------------------------


def test_the_versions_are_of_all_that_takes_part() -> None:
    """Whatever the rooms import is one of them."""
    for rooms in (ROOMS, (*ROOMS, *FURTHER)):
        modules = [m for room in rooms if room != "pipeline" for m in (PACKAGE / room).rglob("*.py")]
        taken = {m.split(".")[1] for path in modules for m, _ in imported(path) if m.startswith("screen.")}
        assert taken <= set(rooms)
    assert reading() != understanding()


def test_another_program_has_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from screen.cache import _versions

    (tmp_path / "readers").mkdir()
    file = tmp_path / "readers" / "txt.py"

    def version(text: str) -> str:
        file.write_text(text)
        _versions._version.cache_clear()
        _versions._room.cache_clear()
        return reading()

    monkeypatch.setattr(_versions, "PACKAGE", tmp_path)
    try:
        assert version("a = 1") == version("a = 1")
        assert version("a = 1") != version("a = 2")
    finally:
        _versions._version.cache_clear()
        _versions._room.cache_clear()
