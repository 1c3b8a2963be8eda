"""Blind outputs of the labelled set, searched for everything that its labels say must not be told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml

from screen.blind import Blinded, blind, blind_papers
from screen.criteria import load_criteria
from screen.model.papers import Papers
from screen.pipeline import run
from screen.reports import REPORTS, Options
from tests.blind.read import words

ROOT = Path(__file__).parents[2]
LABELLED = ROOT / "tests" / "labelled" / "herlev"
SHAPES = {
    "e-mail": r"[^\s@|]+@[^\s@|]+\.\w+",
    "telephone": r"(?<![\d.,/-])(?:\+45 ?)?(?!(?:19|20)\d\d ?(?:19|20)\d\d)\d\d ?\d\d ?\d\d ?\d\d(?![\d.,/-])",
    "cpr": r"(?<![\d-])\d{6}[ -]?\d{4}(?!\d)",
}
HASH = re.compile(r"(?:[0-9a-f]{8}[\s|\u200b]*){8}")
FORMATS = sorted(set(REPORTS) - {"explain", "compare"})


@cache
def found() -> tuple[Blinded, tuple[Papers, ...]]:
    criteria = load_criteria(ROOT / "criteria" / "herlev-kommunaldirektoer.yaml")
    assert criteria.posting.deadline
    *_, last = run(LABELLED / "applications", criteria, criteria.posting.deadline, workers=0)
    assert last.ranking
    blinded = blind(last.ranking, "da")
    return blinded, tuple(blind_papers(last.papers(True), blinded))


def must_not_be_told() -> Iterator[str]:
    for file in sorted((LABELLED / "gold").glob("*.yaml")):
        gold = yaml.safe_load(file.read_text("utf-8"))
        yield gold["name"]
        yield from (word for word in gold["name"].split() if len(word) > 1 and word[0].isupper())
        yield from (" ".join(told.split()) for told in gold.get("protected") or ())


def text_of(name: str) -> str:
    blinded, papers = found()
    # Every applicant has a page where that is quick, so that every quote and every document is searched.
    top = 6 if name in ("pdf", "docx") else None
    options = Options(top=top, annex=True, blind=True, papers=lambda: iter(papers))
    return HASH.sub("", words(REPORTS[name].render(blinded.ranking, options)))


def test_no_name_and_nothing_protected_is_told_in_any_format() -> None:
    secrets = sorted(set(must_not_be_told()))
    assert len(secrets) > 100
    for name in FORMATS:
        text = text_of(name)
        assert len(text) > 2000
        told = [s for s in secrets if s in text and re.search(rf"(?<!\w){re.escape(s)}(?!\w)", text)]
        # A year of birth is no secret where it is the year of a job.
        assert [s for s in told if not re.fullmatch(r"(?:19|20)\d\d", s)] == [], name
        assert [found for shape in SHAPES.values() for found in re.findall(shape, text)] == [], name


def test_the_search_finds_what_is_there() -> None:
    blinded, _ = found()
    key = {who.id: who.name for who in blinded.key}
    assert len(key) == 40
    assert {name.split()[-1] for name in key.values() if name} & set(must_not_be_told())
