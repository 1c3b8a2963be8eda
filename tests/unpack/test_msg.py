"""Mails that Outlook saved."""

from __future__ import annotations

import struct

import pytest

from screen.model.errors import Unreadable
from screen.readers import sniff
from screen.unpack import unpack
from screen.unpack._lzfu import unpacked
from tests.unpack.ole import Tree, msg, ole

LONG = "Kære udvalg, jeg søger stillingen som leder af skolen, fordi jeg brænder for børn og læring. " * 6


def parts(tree: Tree) -> dict[str, bytes]:
    container = unpack("msg", ole(tree))
    return {part.name: container.read(i) for i, part in enumerate(container.parts)}


def test_text_and_attachments() -> None:
    data = ole(msg("Hermed mit CV.\r\nAnne Prøve", {"CV Anne Prøve.txt": b"x" * 5000, "bevis.txt": b"y"}))
    assert sniff("a.msg", data) == "msg"
    found = parts(msg("Hermed mit CV.\r\nAnne Prøve", {"CV Anne Prøve.txt": b"x" * 5000, "bevis.txt": b"y"}))
    assert found["message.txt"].decode("utf-8-sig") == "Hermed mit CV.\r\nAnne Prøve"
    assert found["CV Anne Prøve.txt"] == b"x" * 5000
    assert found["bevis.txt"] == b"y"


def test_a_long_text_is_a_letter_and_the_page_comes_before_the_plain_text() -> None:
    assert [*parts(msg(LONG))] == ["letter.txt"]
    assert parts(msg("andet " * 90, page=f"<p>{LONG}</p>".encode()))["letter.html"] == f"<p>{LONG}</p>".encode()
    assert [*parts(msg("andet " * 90, rtf=b"{\\rtf1 " + LONG.encode("ascii", "replace") + b"}"))] == ["letter.rtf"]


def test_a_mail_in_the_mail_lies_under_its_name() -> None:
    inner = msg("Videresendt", {"CV.txt": b"cv"}, inner=True)
    assert [*parts(msg("Se nedenfor", {"Ansøgning": inner}))] == [
        "message.txt",
        "Ansøgning/message.txt",
        "Ansøgning/CV.txt",
    ]


def test_mails_within_mails_have_an_end() -> None:
    tree: Tree = msg("inderst", inner=True)
    for _ in range(6):
        tree = msg("mere", {"mail": tree}, inner=True)
    with pytest.raises(Unreadable) as caught:
        parts(tree)
    assert caught.value.code == "too-many-levels"


def test_names_lead_nowhere_and_logos_are_no_papers() -> None:
    tree = dict(msg("", {"..\\..\\CV.txt": b"cv", "logo.png": b"\x89PNG" + b"x" * 50}))
    logo = dict(tree["__attach_version1.0_#00000001"])  # type: ignore[arg-type]
    tree["__attach_version1.0_#00000001"] = {**logo, "__substg1.0_3712001F": "bil".encode("utf-16-le")}
    assert [*parts(tree)] == ["CV.txt"]


def test_locked_and_broken_mails_have_a_name() -> None:
    with pytest.raises(Unreadable) as caught:
        parts(msg("x", kind="IPM.Note.SMIME"))
    assert caught.value.code == "encrypted"
    with pytest.raises(Unreadable) as caught:
        unpack("msg", ole(msg("x"))[:700])
    assert caught.value.code == "damaged"


def test_packed_rtf_as_the_format_s_own_example_has_it() -> None:
    packed = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232 0af32068656c090020627705b06c647d0a800fa0"
    )
    assert unpacked(packed, 1000) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    endless = struct.pack("<II4sI", 0, 10**9, b"LZFu", 0) + b"\xff" + b"\x00\x1f" * 8
    assert len(unpacked(endless, 10_000) or b"") < 10_000
