"""A folder of invented applicants and its criteria, and a way to call the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from screen.cli import main

CRITERIA = """
screen: 1
posting: {title: Skoleleder, organisation: Vestby Kommune, deadline: 2026-05-15, language: da}
vocabulary:
  titles: {skoleleder: [skoleleder], lærer: [lærer]}
  topics: {trivsel: [elevtrivsel, elevfravær]}
positions:
  leder: {titles: [skoleleder]}
requirements:
  - id: skoleledelse
    label: Erfaring som skoleleder
    source: du har erfaring med at lede en skole
    weight: 60
    must_have: solid
    signals: {år: {tenure: leder}}
    levels: {strong: {år: {years: 5}}, solid: {år: {years: 2}}, partial: år}
  - id: trivsel
    label: Elevernes trivsel
    source: elevernes trivsel ligger dig på sinde
    weight: 40
    signals: {omtale: {mention: [trivsel], in: any}}
    levels: {solid: {omtale: {count: 2}}, peripheral: omtale}
"""
CVS = {
    "Anne Test Birkedal - CV.txt": (
        "Anne Test Birkedal\n\nERHVERVSERFARING\n2014 – nu  Skoleleder, Søndervang Skole\n"
        "• Arbejdede med elevtrivsel hver dag\n• Sænkede elevfraværet fra 9 til 5 pct.\n"
        "2003 – 2013  Lærer, Nørrevang Skole\n"
    ),
    "Bo Prøve Lund - CV.txt": "Bo Prøve Lund\n\nERHVERVSERFARING\n2019 – 2024  Lærer, Vester Skole\n",
    "Bodil Prøve Lund - CV.txt": "Bodil Prøve Lund\n\nERHVERVSERFARING\n2010 – 2024  Lærer, Øster Skole\n",
}


@dataclass(frozen=True)
class Called:
    code: int
    out: str
    err: str


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "ansøgninger her"
    place.mkdir()
    for name, text in CVS.items():
        (place / name).write_text(text, "utf-8")
    (place / "skoleleder.yaml").write_text(CRITERIA, "utf-8")
    return place


@pytest.fixture
def call(capfd: pytest.CaptureFixture[str]) -> Callable[..., Called]:
    """Calls the program in this process, its work too."""

    def called(*arguments: str | Path) -> Called:
        given = [str(a) for a in arguments]
        if given and given[0] in ("score", "explain", "shortlist", "compare"):
            given += ["--workers", "0"]
        with pytest.raises(SystemExit) as ended:
            main(given)
        out, err = capfd.readouterr()
        return Called(int(ended.value.code or 0), out, err)

    return called
