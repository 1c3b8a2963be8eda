"""Archives."""

from __future__ import annotations

import io
import stat
import warnings
import zipfile
from pathlib import Path

import pytest

from screen import unpack as room
from screen.model.errors import Unreadable
from screen.unpack import UNPACKERS, Container, unpack


def test_registry_and_folder_agree() -> None:
    folder = Path(room.__file__).parent
    assert {f.stem for f in folder.glob("[!_]*.py")} == set(UNPACKERS.values())


def packed(*entries: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")
        for name, data in entries:
            archive.writestr(name, data)
    return out.getvalue()


def opened(data: bytes) -> Container:
    return unpack("zip", data)


def names(data: bytes) -> list[str]:
    return [part.name for part in opened(data).parts]


def test_files_in_their_order_folders_left_out() -> None:
    container = opened(packed(("b/", b""), ("b/æøå.txt", b"1"), ("a.txt", b"2")))
    assert [p.name for p in container.parts] == ["b/æøå.txt", "a.txt"]
    assert [container.read(0), container.read(1)] == [b"1", b"2"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../ud.txt", "ud.txt"),
        ("/etc/ud.txt", "etc/ud.txt"),
        ("C:\\Users\\x\\ud.txt", "Users/x/ud.txt"),
        ("C:ud.txt", "ud.txt"),
        ("a/../../ud.txt", "a/ud.txt"),
        ("a//b.txt", "a/b.txt"),
        ("..", "-"),
        ("x\x1b[31m.txt", "x\ufffd[31m.txt"),
        ("n" * 1000 + ".txt", "n" * 340 + "…" + "n" * 56 + ".txt"),
    ],
)
def test_names_lead_nowhere_out(name: str, shown: str) -> None:
    entry = zipfile.ZipInfo("x")
    entry.filename = name
    assert names(packed((entry, b"x"))) == [shown]


@pytest.mark.parametrize("encoding", ["utf-8", "cp850", "cp437"])
def test_names_that_do_not_say_how_they_are_written(encoding: str) -> None:
    name = "Søren.txt" if encoding != "cp437" else "Aerö.txt"
    raw = name.encode(encoding)
    data = packed(("x" * len(raw), b"1")).replace(b"x" * len(raw), raw)
    assert names(data) == [name]


def test_same_name_twice_is_two_files() -> None:
    container = opened(packed(("a.txt", b"1"), ("a.txt", b"2")))
    assert [container.read(i) for i in range(2)] == [b"1", b"2"]


def locked(data: bytes) -> bytes:
    at = data.index(b"PK\x01\x02")
    return data[: at + 8] + b"\x01" + data[at + 9 :]


def test_what_cannot_be_read_is_told_part_by_part() -> None:
    link = zipfile.ZipInfo("link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    data = packed((link, b"/etc/passwd"), ("bombe.txt", bytes(3_000_000)), ("god.txt", b"x"))
    assert [(p.name, p.code) for p in opened(data).parts] == [
        ("link", "not-a-file"), ("bombe.txt", "packed-too-tight"), ("god.txt", None),
    ]  # fmt: skip
    assert [p.code for p in opened(locked(packed(("a.txt", b"x")))).parts] == ["encrypted"]


def overlapping() -> bytes:
    """Two names for the same bytes."""
    data = packed(("a.txt", b"x" * 50), ("b.txt", b"x" * 50))
    at = data.rindex(b"PK\x01\x02")
    return data[: at + 42] + bytes(4) + data[at + 46 :]


def lying() -> bytes:
    """An entry that says it is shorter than it is."""
    data = packed(("a.txt", b"x" * 5000))
    at = data.index(b"PK\x01\x02")
    return data[: at + 24] + (10).to_bytes(4, "little") + data[at + 28 :]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (overlapping(), "packed-too-tight"),
        (packed(*((f"{i}.txt", b"") for i in range(1001))), "too-many-parts"),
        (packed(("a.txt", b"x"))[:20], "damaged"),
    ],
)
def test_what_cannot_be_opened_has_a_name(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        opened(data)
    assert caught.value.code == code


def test_an_entry_that_lies_about_its_size_is_damaged() -> None:
    with pytest.raises(Unreadable) as caught:
        opened(lying()).read(0)
    assert caught.value.code == "damaged"
