from __future__ import annotations

from pathlib import Path

import pytest

BASE = (Path(__file__).parents[1] / "cases" / "criteria" / "base.yaml").read_text("utf-8")


@pytest.mark.parametrize(("language", "told"), [("da", ": advarsel: "), ("en", ": warning: ")])
def test_warnings_leave_the_exit_code_alone(call, tmp_path, language: str, told: str) -> None:
    path = tmp_path / "krav.yaml"
    path.write_text(BASE, "utf-8")
    done = call("criteria", "check", path, "--language", language)
    assert done.code == 0
    assert f"krav.yaml:10:42{told}" in done.out
    assert "[catches-common-words]" in done.out


def test_what_is_silenced_is_counted(call, tmp_path) -> None:
    path = tmp_path / "krav.yaml"
    path.write_text(
        f"{BASE}silence: {{catches-common-words: prøvet på de første ti, unused-name: til senere}}\n", "utf-8"
    )
    done = call("criteria", "check", path)
    assert done.code == 0
    assert "advarsel:" not in done.out
    assert "4 advarsler er slukket i filen: catches-common-words, unused-name." in done.out


def test_a_file_with_mistakes_has_no_warnings_yet(call, tmp_path) -> None:
    path = tmp_path / "krav.yaml"
    path.write_text(BASE.replace("weight: 40", "weight: 0"), "utf-8")
    done = call("criteria", "check", path)
    assert done.code == 2
    assert "advarsel" not in done.out
