"""The sample applications: made from their sources, read whole, placed as their sources say, quoted truthfully."""

from __future__ import annotations

import importlib.util
import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from screen.cache import NAME
from screen.criteria import load_criteria
from screen.model.finding import Ranking
from screen.model.text import Document
from screen.pipeline import run
from screen.readers import read
from screen.reports import REPORTS, Options

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples"
APPLICATIONS = SAMPLES / "applications"
CRITERIA = ROOT / "criteria" / "herlev-kommunaldirektoer.yaml"
SIZE = 1_500_000
"""Bytes that the samples may take together: everybody who clones the project carries them."""


def _maker() -> Any:
    spec = importlib.util.spec_from_file_location("samples_make", SAMPLES / "make.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKE = _maker()
PAPERS = list(MAKE.papers())
SOURCES = MAKE.sources()


@cache
def document(path: str) -> Document:
    return read(path, (APPLICATIONS / path).read_bytes())


def ranking(workers: int = 0) -> Ranking:
    criteria = load_criteria(CRITERIA)
    assert criteria.posting.deadline
    *_, last = run(APPLICATIONS, criteria, criteria.posting.deadline, posting=SAMPLES / "opslag.txt", workers=workers)
    assert last.ranking
    return last.ranking


def rendered(found: Ranking) -> bytes:
    return REPORTS["json"].render(found, Options(language="da"))


@pytest.fixture(scope="module")
def result() -> Any:
    return json.loads(rendered(ranking()))


def flat(text: str) -> str:
    return " ".join(text.split())


# --- the files ----------------------------------------------------------------------------------------------------


def test_every_file_has_a_source_and_every_source_its_files() -> None:
    kept = {
        f.relative_to(APPLICATIONS).as_posix() for f in APPLICATIONS.rglob("*") if f.is_file() and NAME not in f.parts
    }
    assert kept == {p["file"] for p in PAPERS}


def test_every_format_that_is_read_is_among_them() -> None:
    assert {Path(p["file"]).suffix for p in PAPERS} == {".pdf", ".docx", ".odt", ".rtf", ".txt", ".html", ".md"}
    assert {"single", "columns", "sidebar", "table", "right"} <= {p.get("layout") for p in PAPERS}


def test_they_are_small() -> None:
    assert sum(f.stat().st_size for f in SAMPLES.rglob("*") if f.is_file() and NAME not in f.parts) < SIZE


@pytest.mark.parametrize("path", sorted(MAKE.plain_files()))
def test_the_same_sources_give_the_same_bytes(path: str) -> None:
    assert MAKE.plain_files()[path] == (APPLICATIONS / path).read_bytes()


def words_of(paper: Any) -> Iterator[str]:
    """What must be found in a file whatever its layout: each text in one piece."""
    if paper["kind"] == "diploma":
        yield from (paper["title"], *paper["lines"], *(row[0] for row in paper["rows"]), *paper["end"])
        return
    for _, text in MAKE.lines(paper):
        for piece in text.split("\t"):
            # Title and employer stand on lines of their own in some layouts.
            yield from piece.split(", ") if "\t" in text else (piece,)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper["file"])
def test_each_is_read_whole(paper: Any) -> None:
    text = flat(document(paper["file"]).text).casefold()
    lost = [words for words in words_of(paper) if flat(words).casefold() not in text]
    assert not lost


# --- the result ---------------------------------------------------------------------------------------------------


def test_everybody_is_there_and_every_file_was_read(result: Any) -> None:
    assert sorted(a["name"] for a in result["applicants"]) == sorted(s["name"] for s in SOURCES)
    assert not result["problems"]
    assert {a["status"] for a in result["applicants"]} == {"scored"}


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source["name"])
def test_levels_are_those_of_a_careful_reader(source: Any, result: Any) -> None:
    row = next(a for a in result["applicants"] if a["name"] == source["name"])
    assert {name: mark["level"] for name, mark in row["requirements"].items()} == source["levels"]


def test_the_whole_scale_is_used() -> None:
    assert {level for s in SOURCES for level in s["levels"].values()} == set(range(5))


def test_a_total_can_be_recomputed_by_hand(result: Any) -> None:
    weights = result["criteria"]["weights"]
    for row in result["applicants"]:
        levels = {name: mark["level"] for name, mark in row["requirements"].items()}
        mean = sum(weights[name] * 25 * level for name, level in levels.items()) / sum(weights.values())
        assert row["score"] == pytest.approx(mean, abs=0.05)


def test_every_quote_is_a_slice_of_its_document(result: Any) -> None:
    """Read anew, each quote begins in the very line that it names."""
    quotes = [
        quote
        for row in result["applicants"]
        for mark in row["requirements"].values()
        for quote in (*mark["evidence"], *mark["set_aside"])
    ]
    assert len(quotes) > 50
    for quote in quotes:
        paper = document(quote["document"])
        line = next(x for x in paper.lines if (x.look.page, x.number) == (quote["page"], quote["line"]))
        assert line.span.start <= paper.text.find(quote["quote"], line.span.start) < line.span.end, quote


def test_two_workers_and_any_order_of_files_give_the_same_bytes(result: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = rendered(ranking())
    assert rendered(ranking(workers=2)) == alone
    walk = os.walk
    monkeypatch.setattr(os, "walk", lambda top: ((at, folders, names[::-1]) for at, folders, names in walk(top)))
    assert rendered(ranking()) == alone
