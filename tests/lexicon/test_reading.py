"""What headings say, as tests/cases/titles.yaml and sectors.yaml tell it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from screen.lexicon import reading

CASES = Path(__file__).parent.parent / "cases"


def load(name: str) -> Any:
    return yaml.load((CASES / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)


TITLES = load("titles")
SECTORS = [(name, sector) for sector, names in load("sectors").items() for name in names]


@pytest.mark.parametrize("word", [word for line in TITLES["heads"] for word in line])
def test_heads(word: str) -> None:
    assert reading.title_head(word)


@pytest.mark.parametrize("word", [word for line in TITLES["no_heads"] for word in line])
def test_no_heads(word: str) -> None:
    assert not reading.title_head(word)


@pytest.mark.parametrize("word", TITLES["modifiers"])
def test_modifiers(word: str) -> None:
    assert reading.modifier(word)


@pytest.mark.parametrize("word", TITLES["no_modifiers"])
def test_no_modifiers(word: str) -> None:
    assert not reading.modifier(word)


@pytest.mark.parametrize(("name", "sector"), SECTORS)
def test_sector(name: str, sector: str) -> None:
    assert (reading.sector(name) or "none") == sector


@pytest.mark.parametrize("name", [name for name, sector in SECTORS if sector not in ("none", "privat")])
def test_public_names_are_organisations(name: str) -> None:
    assert reading.organisation(name)


@pytest.mark.parametrize(
    "text",
    [
        *(name for name, sector in SECTORS if sector == "none"),
        "Kommunaldirektør, Faxe Kommune",
        "Ansvar for kommunens økonomi",
        "Betjening af byrådet og økonomiudvalget",
        "ansat i en større kommune med ansvar for skoleområdet",
        "Uddannelse",
        "Sprog",
    ],
)
def test_no_organisations(text: str) -> None:
    assert not reading.organisation(text)


@pytest.mark.parametrize(("text", "want"), TITLES["spans"].items())
def test_spans(text: str, want: str) -> None:
    title, employer = reading.title_span(text), reading.employer_span(text)
    found = f"{title.of(text) if title else '-'} | {employer.of(text) if employer else '-'}"
    assert found == want


@pytest.mark.parametrize(("text", "role"), TITLES["roles"].items())
def test_roles(text: str, role: str) -> None:
    assert reading.role(text) == role


@pytest.mark.parametrize(("title", "sector"), TITLES["title_sectors"].items())
def test_title_sectors(title: str, sector: str) -> None:
    assert (reading.title_sector(title) or "none") == sector


@pytest.mark.parametrize(("text", "acting"), TITLES["acting"].items())
def test_acting(text: str, acting: str) -> None:
    assert reading.acting(text) == (acting == "yes")
