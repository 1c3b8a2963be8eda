from __future__ import annotations

import csv
import json
import signal
import subprocess
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.conftest import Called

Call = Callable[..., Called]


def test_the_shortlist_and_then_the_rest_of_the_field(call: Call, folder: Path) -> None:
    done = call("shortlist", folder, "--top", "1")
    assert done.code == 0
    first, rest = done.out.split("Resten af feltet (2 ansøgere)")
    assert "Shortlist (1 ansøger)" in first
    assert "Anne Test Birkedal" in first
    assert "Bo Prøve Lund" in rest
    assert "Bodil Prøve Lund" in rest


@pytest.mark.parametrize(
    ("ending", "start"),
    [
        (".pdf", b"%PDF-"), (".docx", b"PK"), (".xlsx", b"PK"), (".html", b"<!doctype html>"), (".md", b"# Shortlist"),
        (".csv", b"\xef\xbb\xbfNr."), (".json", b"{"), (".txt", b"Skoleleder"),
    ],
)  # fmt: skip
def test_the_format_follows_the_ending(call: Call, folder: Path, ending: str, start: bytes) -> None:
    out = folder.parent / f"shortlist{ending}"
    assert call("shortlist", folder, "-o", out).code == 0
    assert out.read_bytes().startswith(start)


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".xlsx", ".html", ".csv"])
def test_outputs_in_the_folder_are_no_applications(call: Call, folder: Path, ending: str) -> None:
    assert call("shortlist", folder, "-o", folder / f"shortlist{ending}").code == 0
    again = json.loads(call("score", folder, "--format", "json").out)
    assert len(again["applicants"]) == 3
    assert again["problems"] == []


def test_the_weights_and_the_language_are_those_asked_for(call: Call, folder: Path) -> None:
    done = call("shortlist", folder, "--weight", "trivsel=10", "--language", "en")
    assert "weight 10, changed from 40" in " ".join(done.out.split())


def test_blind_names_nobody_and_the_key_is_written_when_asked(call: Call, folder: Path) -> None:
    key, out = folder.parent / "key.csv", folder.parent / "blind.html"
    assert call("shortlist", folder, "--blind", "-o", out).code == 0
    assert not key.exists()
    assert call("shortlist", folder, "--blind", "--key", key, "-o", out).code == 0
    page = out.read_text("utf-8")
    assert page.count('<details class="paper">') == 3
    assert "Birkedal" not in page
    assert "Prøve" not in page
    rows = list(csv.reader(StringIO(key.read_text("utf-8-sig")), delimiter=";"))
    assert {row[1] for row in rows[1:]} == {"Anne Test Birkedal", "Bo Prøve Lund", "Bodil Prøve Lund"}
    assert all(row[0] in page for row in rows[1:])


def test_the_key_comes_last_so_that_the_shortlist_can_be_interrupted(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> bytes:
        signal.raise_signal(signal.SIGINT)
        return b""

    key, out = folder.parent / "key.csv", folder.parent / "blind.html"
    monkeypatch.setattr("screen.reports.html.render", interrupted)
    called = call("shortlist", folder, "--blind", "--key", key, "-o", out)
    assert (called.code, key.exists(), out.exists()) == (130, False, False)


def test_a_key_in_the_folder_is_no_application(call: Call, folder: Path) -> None:
    call("shortlist", folder, "--blind", "--key", folder / "key.csv")
    assert len(json.loads(call("score", folder, "--format", "json").out)["applicants"]) == 3


def test_options_that_cannot_be_are_told_before_the_work(call: Call, folder: Path) -> None:
    out = folder.parent / "s.pdf"
    for arguments in (("--open",), ("--key", out), ("--blind", "--key", out, "-o", out), ("-o", folder / "s.odt")):
        done = call("shortlist", folder, *arguments)
        assert (done.code, done.out, out.exists()) == (2, "", False)
        assert len(done.err.strip().splitlines()) == 1


def test_a_library_that_is_not_installed_is_told(call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for ending, library, extra in (
        (".pdf", "typst", "pdf"),
        (".docx", "docx", "office"),
        (".xlsx", "xlsxwriter", "office"),
    ):
        monkeypatch.setitem(__import__("sys").modules, library, None)
        done = call("shortlist", folder, "-o", folder.parent / f"s{ending}")
        assert done.code == 2
        assert f"pip install 'screen-cv[{extra}]'" in done.err


def test_what_a_terminal_cannot_show_is_told(call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    done = call("score", folder, "--format", "pdf")
    assert (done.code, done.out) == (2, "")
    assert "--output" in done.err


def test_open_opens_the_file(call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(subprocess, "Popen", lambda command, **_: started.append(command))
    out = folder.parent / "s.md"
    assert call("shortlist", folder, "-o", out, "--open").code == 0
    assert started[0][-1] == str(out.resolve())


# --- compare ------------------------------------------------------------------------------------------------------


def test_applicants_side_by_side_with_why_one_stands_above(call: Call, folder: Path) -> None:
    done = call("compare", folder, "anne", "bodil")
    assert done.code == 0
    assert "Anne Test Birkedal står" in done.out
    assert "Højere på: Erfaring som skoleleder (stærk mod ikke dokumenteret i materialet)" in " ".join(done.out.split())
    assert "Bo Prøve Lund" not in done.out


def test_what_decides_comes_first(call: Call, folder: Path) -> None:
    usual = call("compare", folder, "anne", "bodil").out
    heavy = call("compare", folder, "anne", "bodil", "--weight", "trivsel=400").out
    heads = ("Erfaring som skoleleder  vægt", "Elevernes trivsel  vægt")
    assert [usual.index(h) for h in heads] == sorted(usual.index(h) for h in heads)
    assert heavy.index(heads[1]) < heavy.index(heads[0])


def test_equals_are_said_to_be_equal(call: Call, folder: Path) -> None:
    assert "har samme niveauer og deler plads" in call("compare", folder, "Bo Prøve Lund", "Bodil").out


@pytest.mark.parametrize("who", [("anne",), ("anne", "bo prøve lund", "bodil", "anne", "bodil"), ("anne", "Birkedal")])
def test_two_to_four_different_ones(call: Call, folder: Path, who: tuple[str, ...]) -> None:
    done = call("compare", folder, *who)
    assert (done.code, done.out) == (2, "")
