from __future__ import annotations

import json

import pytest


def test_all_vocabularies_with_what_they_hold(call) -> None:
    done = call("criteria", "words")
    assert done.code == 0
    assert "public-sector-da" in done.out
    assert "Medfølgende ordlister" in done.out
    assert "Packaged vocabularies" in call("criteria", "words", "--language", "en").out


def test_one_vocabulary_with_its_words(call) -> None:
    out = call("criteria", "words", "school-da").out
    assert "use: [school-da]" in out
    assert "skoleinspektør" in out
    assert "ikke: rektorsekretær" in out
    assert "norsk: " in out


def test_a_word_tells_where_it_stands(call) -> None:
    out = call("criteria", "words", "skoleinspektøren").out
    assert "school-head" in out


def test_json(call) -> None:
    data = json.loads(call("criteria", "words", "teacher", "--format", "json").out)
    assert "folkeskolelærer" in data["school-da"]["titles"]["teacher"]["words"]["da"]


@pytest.mark.parametrize(("language", "told"), [("da", "Ingen medfølgende"), ("en", "No packaged")])
def test_a_name_that_is_nowhere(call, language: str, told: str) -> None:
    done = call("criteria", "words", "findes-ikke-her", "--language", language)
    assert done.code == 2
    assert told in done.err
