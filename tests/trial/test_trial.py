"""What an author is told of words and rules that were tried on invented applicants."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from screen.criteria import load_criteria
from screen.pipeline.trial import tried
from screen.trial import Trial
from screen.trial._gather import DOUBTS
from screen.trial.json import to_json
from screen.trial.table import show
from screen.wording import knows
from screen.wording.plain import plain

CRITERIA = """
screen: 1
posting: {title: Skoleleder, organisation: Vestby Kommune, deadline: 2026-05-15, language: da}
use: [public-sector-da]
vocabulary:
  titles: {skoleleder: [skoleleder], rektor: [rektor]}
  places: {skole: [skole]}
  topics:
    trivsel: [elevtrivsel, elevfravær]
    budget: [budget]
    fusion: [skolefusion]
    udvikling: [udvikling, forandring]
positions:
  leder: {titles: [skoleleder], places: [skole]}
  rektor: {titles: [rektor]}
requirements:
  - id: skoleledelse
    label: Erfaring som skoleleder
    source: du har erfaring med at lede en skole
    weight: 60
    signals: {år: {tenure: leder}, tid: {tenure: rektor}}
    levels: {strong: {år: {years: 60}}, solid: {år: {years: 2}}, partial: år}
  - id: trivsel
    label: Elevernes trivsel
    source: elevernes trivsel ligger dig på sinde
    weight: 40
    signals: {omtale: {mention: [trivsel], in: any}, penge: {mention: [budget, fusion, udvikling], in: any}}
    levels: {solid: {omtale: {count: 2}}, partial: penge, peripheral: omtale}
"""
CVS = {
    "Anne.txt": (
        "Anne Test Birkedal\n\nERHVERVSERFARING\n2014 – nu  Skoleleder, Søndervang Skole\n"
        "• Arbejdede med elevtrivsel hver dag\n• Sænkede elevfraværet fra 9 til 5 pct.\n"
        "• Udvikling af fagene\n• Udvikling af huset\n• Udvikling af teams\n• Udvikling af læsning\n"
        "2003 – 2013  Lærer, Nørrevang Skole\n"
    ),
    "Bo.txt": (
        "Bo Prøve Lund\n\nERHVERVSERFARING\n2019 – 2024  Pædagog, Spirebakken\n"
        "• Uden ansvar for budget\n• Havde intet budget\n• Ikke ansvarlig for budget\n"
        "• Udvikling af legepladsen\n• Udvikling af køkkenet\n• Udvikling af rutiner\n• Udvikling af haven\n"
    ),
}


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    place = tmp_path_factory.mktemp("ansøgninger")
    for name, text in CVS.items():
        (place / name).write_text(text, "utf-8")
    file = place / "skole.yaml"
    file.write_text(CRITERIA, "utf-8")
    *_, last = tried(place, load_criteria(file), date(2026, 5, 15), skip=[file], workers=0)
    assert last.trial
    return last.trial


def doubts(trial: Trial, code: str) -> list[dict[str, object]]:
    return [dict(d.facts) for d in trial.doubts if d.code == code]


def test_every_word_form_has_its_count_and_a_quote(trial: Trial) -> None:
    entry = next(e for e in trial.entries if e.name == "trivsel")
    told = {f.form: (f.count, f.quote.quote, f.quote.line) for f in entry.forms}
    assert told == {
        "elevtrivsel": (1, "• Arbejdede med elevtrivsel hver dag", 4),
        "elevfraværet": (1, "• Sænkede elevfraværet fra 9 til 5 pct.", 5),
    }
    assert (entry.applicants, entry.count, entry.own) == (1, 2, True)


def test_titles_and_places_are_told_by_positions(trial: Trial) -> None:
    title = next(e for e in trial.entries if (e.kind, e.name) == ("titles", "skoleleder"))
    assert [(f.form, f.count, f.quote.line) for f in title.forms] == [("skoleleder", 1, 3)]
    place = next(e for e in trial.entries if e.kind == "places")
    assert sum(f.count for f in place.forms) == 2


def test_only_what_is_asked_for_is_told_of(trial: Trial) -> None:
    """The packaged vocabulary has hundreds of entries; nobody named one of them."""
    assert {e.name for e in trial.entries} == {
        "skoleleder",
        "rektor",
        "skole",
        "trivsel",
        "budget",
        "fusion",
        "udvikling",
    }


def test_what_met_nothing_or_nothing_that_counts(trial: Trial) -> None:
    assert {d["name"] for d in doubts(trial, "try-entry-nothing")} == {"rektor", "fusion"}
    assert [d["name"] for d in doubts(trial, "try-entry-only-aside")] == ["budget"]
    assert [d["name"] for d in doubts(trial, "try-set-empty")] == ["rektor"]


def test_one_form_that_is_nearly_all(trial: Trial) -> None:
    assert [(d["name"], d["form"], d["share"]) for d in doubts(trial, "try-form-dominates")] == [
        ("udvikling", "udvikling", 100)
    ]


def test_rules_that_nobody_reaches_and_what_the_closest_have_not(trial: Trial) -> None:
    assert [(d["level"], d["missing"]) for d in doubts(trial, "try-rule-unreached")] == [(4, "år.years")]
    rules = {(r.requirement, r.level): (r.holds, r.decides) for r in trial.rules}
    assert rules["skoleledelse", "solid"] == (1, 1)
    assert rules["skoleledelse", "partial"] == (1, 0)
    assert rules["trivsel", "partial"] == (2, 1)


def test_titles_and_employers_that_no_set_covers(trial: Trial) -> None:
    assert [(o.text, o.count) for o in trial.titles] == [("Lærer", 1), ("Pædagog", 1)]
    assert [o.text for o in trial.employers] == ["Nørrevang Skole", "Spirebakken"]


def test_the_suspicious_come_first(trial: Trial) -> None:
    order = [DOUBTS.index(d.code) for d in trial.doubts]
    assert order == sorted(order)
    doubtful = [bool(e.doubts) for e in trial.entries]
    assert doubtful == sorted(doubtful, reverse=True)


@pytest.mark.parametrize("language", ["da", "en"])
def test_it_is_told_in_both_languages_and_to_programs(trial: Trial, language: str) -> None:
    assert all(knows(code) for code in DOUBTS)
    page = plain(show(trial, language), 100)
    assert "Pædagog" in page
    assert "»• Arbejdede med elevtrivsel hver dag«" in page
    assert "{" not in page
    data = json.loads(to_json(trial, language))
    assert len(data["doubts"]) == len(trial.doubts)
    assert all("{" not in d["text"] and "?" not in d["code"] for d in data["doubts"])


def test_the_same_bytes_with_what_was_kept_and_without(tmp_path: Path) -> None:
    for name, text in CVS.items():
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "skole.yaml").write_text(CRITERIA, "utf-8")
    criteria = load_criteria(tmp_path / "skole.yaml")
    told = []
    for cache in (False, True, True):
        *_, last = tried(tmp_path, criteria, date(2026, 5, 15), workers=0, cache=cache)
        assert last.trial
        told.append(to_json(last.trial, "da"))
    assert told[0] == told[1] == told[2]
