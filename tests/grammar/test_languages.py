"""The language files: one for each registered language, each holding what its type asks."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

import screen.languages
from screen.languages import LANGUAGES, language, languages
from screen.languages._loading import _filled
from screen.model.errors import ScreenError

FOLDER = Path(screen.languages.__file__).parent


def test_every_file_is_registered_and_every_language_has_a_file() -> None:
    assert sorted(LANGUAGES) == sorted(path.stem for path in FOLDER.glob("??.yaml"))


def test_a_file_s_header_tells_where_its_words_are_from() -> None:
    assert all("Source:" in (FOLDER / f"{code}.yaml").read_text(encoding="utf-8")[:300] for code in LANGUAGES)


@pytest.mark.parametrize("code", LANGUAGES)
def test_months_seasons_and_units_are_complete(code: str) -> None:
    dates = language(code).dates
    assert set(dates.months) == {str(month) for month in range(1, 13)}
    assert set(dates.seasons) == {"spring", "summer", "autumn", "winter"}
    assert set(dates.parts) == {"first", "start", "mid", "middle", "last", "end", "turn"}
    assert {"12", "1"} <= set(dates.units)
    assert all(float(name) > 0 for group in (dates.numbers, dates.units) for name in group)


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_list_holds_a_word_twice_in_two_months(code: str) -> None:
    words = [word for listed in language(code).dates.months.values() for word in listed]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("code", LANGUAGES)
def test_words_are_lower_case(code: str) -> None:
    one = language(code)
    for part in (one.dates, one.headings, one.changes):
        for field in fields(part):
            value = getattr(part, field.name)
            words = value if isinstance(value, tuple) else [word for listed in value.values() for word in listed]
            assert all(word == word.lower() and word == word.strip() for word in words), field.name


def test_languages_are_loaded_once() -> None:
    assert language("da") is languages()[0]


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(ScreenError, match="bad-language-file"):
        _filled(screen.languages.ChangeWords, {"sideways": []}, "xx.changes")


def test_no_danish_word_list_in_python() -> None:
    months = re.compile(r"\b(?:januar|kommune|medarbejdere|uddannelse)\b", re.IGNORECASE)
    code = (FOLDER.parent / "grammar").rglob("*.py")
    for path in code:
        bare = re.sub(r'"""[\s\S]*?"""|#.*', "", path.read_text(encoding="utf-8"))
        assert not months.search(bare), path
