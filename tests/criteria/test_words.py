"""Packaged vocabularies can be looked up by name, by entry and by word, in both languages, and as JSON."""

from __future__ import annotations

import json

import pytest
import yaml

from screen.criteria import check
from screen.criteria.words import as_data, look_up, overview
from screen.lexicon import packaged_names
from screen.model.errors import ScreenError
from screen.wording import knows


def test_every_vocabulary_is_listed_and_described() -> None:
    assert tuple(one.name for one in overview()) == packaged_names()
    assert [name for name in packaged_names() if not knows(f"vocabulary-{name}")] == []


def test_by_name_all_entries_come() -> None:
    (found,) = look_up("school-da")
    assert found.count("titles") + found.count("places") + found.count("topics") + found.count("credentials") == len(
        found.entries
    )
    assert not found.by_word


@pytest.mark.parametrize(
    ("asked", "entry"),
    [
        ("teacher", "teacher"),
        ("viceskoleleder", "school-leader"),
        ("Rektorer", "school-head"),
        ("elevfraværet", "wellbeing"),
    ],
)
def test_by_entry_and_by_any_form_of_a_word(asked: str, entry: str) -> None:
    assert entry in [e.name for one in look_up(asked) for e in one.entries]


def test_a_word_that_is_nowhere() -> None:
    with pytest.raises(ScreenError, match="no-packaged-words") as caught:
        look_up("fagottist")
    assert "school-da" in str(caught.value.facts["known"])
    with pytest.raises(ScreenError, match="no-packaged-words-near") as caught:
        look_up("scool-da")
    assert caught.value.facts["near"] == "school-da"


def test_json_is_a_vocabulary_that_a_criteria_file_may_hold(tmp_path) -> None:
    data = as_data(look_up("school-da"))["school-da"]
    file = {
        "screen": 1,
        "posting": {"title": "Lærer", "organisation": "Vestby Skole"},
        "vocabulary": data,
        "requirements": [
            {
                "id": "x", "label": "x", "source": "x", "weight": 1,
                "signals": {"a": {"mention": next(iter(data["topics"]))}}, "levels": {"partial": "a"},
            }
        ],
    }  # fmt: skip
    path = tmp_path / "krav.yaml"
    path.write_text(yaml.safe_dump(json.loads(json.dumps(file)), allow_unicode=True), "utf-8")
    assert check(path) == ()
