"""Word files of the old kind (.doc)."""

from __future__ import annotations

from pathlib import Path

import pytest

from screen.model.errors import Unreadable
from screen.readers import read
from tests.readers.build import lanes, lines, unseen

FOLDER = Path(__file__).parent / "old_word"


def old(name: str) -> bytes:
    return (FOLDER / f"{name}.doc").read_bytes()


def test_letters_lists_fields_headings_and_changes() -> None:
    document = read("cv.doc", old("letters"))
    assert lines(document) == [
        "Erfaring",
        "Kære læser – “citat” 😀 ½ €",
        "2018–2023\tDirektør",
        "Herlev Kommune",
        "• Ansvar for budget",
        "• Ledelse",
        "Se linket",
        "indsat",
    ]
    looks = [line.look for line in document.lines]
    assert [k.heading for k in looks] == [True, *[False] * 7]
    assert (looks[0].size, looks[0].bold, looks[1].size, looks[3].paragraph) == (16.0, True, 11.0, None)


def test_table_rows_and_nested_table() -> None:
    assert lines(read("cv.doc", old("tables"))) == [
        "2018–2023\tDirektør",
        "Herlev Kommune",
        "2010–2018\tBudget\t300 mio.",
        "efter",
        "Slut",
    ]


def test_what_cannot_be_seen_is_marked_and_white_on_dark_is_seen() -> None:
    assert unseen(read("cv.doc", old("unseen"))) == [
        ("vanish", "skjult tekst"),
        ("white", "hvid tekst"),
        ("tiny", "lille tekst"),
        ("vanish", "hemmelig"),
        ("white", "i hvid celle"),
    ]


def test_text_box_stands_beside_the_text_and_its_paint_counts() -> None:
    document = read("cv.doc", old("boxes"))
    assert [lane for lane, _ in lanes(document)] == [0, 0, 1, 1, 1, 1]
    assert lanes(document)[2] == (1, "Kontakt oplysninger mine")
    assert unseen(document) == []


def test_header_footer_and_footnote() -> None:
    document = read("cv.doc", old("edges"))
    assert lines(document) == [
        "Ida Prøvesen",
        "Leder af skolen i mange år og med mange opgaver i hele kommunen",
        "Orlov 2012",
        "Side 1",
    ]
    assert [line.look.furniture for line in document.lines] == [False, False, False, True]


HEAD = old("letters").index(b"\xec\xa5")
"""Where the main stream begins."""


def changed(at: int, value: bytes) -> bytes:
    """A file with bytes of its main stream's head changed."""
    data = old("letters")
    return data[: HEAD + at] + value + data[HEAD + at + len(value) :]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (changed(0, b"\xdc\xa5"), "legacy-doc"),
        (changed(0, b"\x00\x00"), "damaged"),
        (changed(11, bytes([old("letters")[HEAD + 11] | 1])), "encrypted"),
        (changed(76, b"\xff\xff\xff\x7f"), "too-much-text"),
        (changed(76, b"\xff\xff\xff\xff"), "damaged"),
        (changed(154 + 8 * 33, b"\xff\xff\xff\x00"), "damaged"),
        (old("letters")[:6000], "damaged"),
    ],
)
def test_what_cannot_be_read_has_a_name(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read("cv.doc", data)
    assert caught.value.code == code
