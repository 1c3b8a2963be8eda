from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screen.wording import clean_text, one_line


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b[31mred", "\x1b]8;;http://x\x07link", "\x9b2J", "a\u202egnp.exe", "\u2066x\u2069", "\u200bzero\ufeff",
        "\udc80lone", "bell\x07", "back\x08space", "\x7f", "\U000e0041tag", "soft\u00adhyphen", "line\u2028sep",
    ],
)  # fmt: skip
def test_nothing_that_steers_a_terminal_is_left(hostile: str) -> None:
    for char in clean_text(hostile):
        assert unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Zl", "Zp")


def test_danish_in_both_normal_forms_is_one() -> None:
    assert clean_text("A\u030aben") == clean_text("\u00c5ben") == "Åben"


def test_line_breaks_and_tabs_stay_unless_one_line_is_asked() -> None:
    assert clean_text("a\tb\nc") == "a\tb\nc"
    assert one_line(" a\tb\r\nc ") == "a b c"


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
