"""Rules read as sentences, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from screen.criteria import load_criteria
from screen.model.criteria import Criteria, Entry
from screen.wording import rules

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "rules.yaml").read_text("utf-8"))


def criteria(tmp_path: Path, signal: dict, level: object, positions: dict | None = None) -> Criteria:
    file = {
        "screen": 1,
        "posting": {"title": "Skoleleder", "organisation": "Vestby Kommune"},
        "vocabulary": {
            "titles": {"skoleleder": ["skoleleder", "rektor"], "lærer": "lærer"},
            "places": {"skole": ["skole", "folkeskole"]},
            "topics": {"trivsel": ["elevtrivsel"], "budget": ["budget"]},
            "credentials": {"diplom": ["diplomuddannelse i ledelse"]},
        },
        "positions": {"leder": {"titles": "skoleleder"}, "alle_lærere": {"titles": "lærer"}} | (positions or {}),
        "requirements": [
            {
                "id": "x",
                "label": "x",
                "source": "x",
                "weight": 1,
                "signals": {"s": signal},
                "levels": {"peripheral": level},
            }
        ],
    }
    path = tmp_path / "krav.yaml"
    path.write_text(yaml.safe_dump(file, allow_unicode=True), "utf-8")
    return load_criteria(path)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("case", CASES["levels"], ids=[c["da"][0] for c in CASES["levels"]])
def test_what_a_level_asks(case, language: str, tmp_path: Path) -> None:
    (requirement,) = criteria(tmp_path, case["signal"], case["level"]).requirements
    assert list(rules.sentences(requirement, requirement.rules[0], language)) == case[language]


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("case", CASES["groups"], ids=[c["da"] for c in CASES["groups"]])
def test_which_positions_a_group_holds(case, language: str, tmp_path: Path) -> None:
    loaded = criteria(tmp_path, {"tenure": "prøve"}, "s", {"prøve": case["set"]})

    def words(section: str, name: str) -> tuple[str, ...]:
        entry = loaded.vocabulary.get(section, name)  # type: ignore[arg-type]
        assert entry
        return rules.words_of(entry)

    assert rules.described(loaded.set_named("prøve").filters[0], language, words) == case[language]


def test_an_alternative_that_only_asks_for_more_is_left_out(tmp_path: Path) -> None:
    (requirement,) = criteria(tmp_path, {"tenure": "leder"}, [{"s": {"years": 2, "found": True}}, "s"]).requirements
    assert len(rules.sentences(requirement, requirement.rules[0], "da")) == 1


def test_a_caller_s_own_names(tmp_path: Path) -> None:
    (requirement,) = criteria(tmp_path, {"tenure": "leder"}, "s").requirements
    (told,) = rules.sentences(requirement, requirement.rules[0], "da", lambda section, name: f"{section}/{name}")
    assert "»positions/leder«" in told


def test_words_as_a_reader_says_them() -> None:
    entry = Entry(
        "titles", "x", {"en": ("head",), "da": ("=leder", "*udvalg", "(leder af | chef for) en skole")}, exact=("KL",)
    )
    assert rules.words_of(entry) == ("leder", "udvalg", "head", "KL", "leder af en skole")


def test_braces_in_an_author_s_name_are_kept(tmp_path: Path) -> None:
    (requirement,) = criteria(tmp_path, {"tenure": "{leder}"}, "s", {"{leder}": {"titles": "lærer"}}).requirements
    assert "»{leder}«" in rules.sentences(requirement, requirement.rules[0], "da")[0]
