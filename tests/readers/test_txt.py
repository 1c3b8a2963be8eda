"""Plain text: encodings, columns laid out with spaces, underlined headings."""

from __future__ import annotations

import pytest

from screen.model.errors import Unreadable
from screen.readers import read
from screen.readers._decode import decode
from tests.readers.build import lines

DANISH = "Kære Grethe Vængegård\r\nÆblegård, Øster Å – økonomi i André Müllers skole"
SHORT = ("på", "Kære", "Årsregnskab og år", "ÆRØ kommune", "Rødekro")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"])
def test_encodings(encoding: str) -> None:
    assert decode(DANISH.encode(encoding)) == DANISH


@pytest.mark.parametrize("encoding", ["latin-1", "cp865", "cp850"])
def test_encodings_without_dashes(encoding: str) -> None:
    text = DANISH.replace("–", "-")
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "mac_roman", "cp865"])
@pytest.mark.parametrize("text", SHORT)
def test_short_texts(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_utf8_with_a_broken_letter_stays_utf8() -> None:
    assert decode("Kære Rødekro på Ærø".encode() + b"\xc3") == "Kære Rødekro på Ærø\ufffd"


def test_declared_encoding_counts_unless_it_is_false() -> None:
    assert decode("Jõgeva".encode("iso-8859-13"), "iso-8859-13") == "Jõgeva"
    assert decode("Rødekro".encode("cp1252"), "utf-8") == "Rødekro"
    assert decode("Rødekro".encode("cp1252"), "ukendt-tegn") == "Rødekro"


def test_columns_by_spaces_bullets_gaps_and_rules() -> None:
    text = (
        "IDA PRØVESEN\n============\n\nE R F A R I N G\n\n2018 - 2023      Direktør, Herlev\n"
        "                 Ansvar for alt.  To mellemrum efter punktum.\n"
        "* Budget\n- Personale\n– 2020\n2010\tChef\n\n----------\nUddannelse  og  mere\n"
    )
    document = read("cv.txt", text.encode())
    assert lines(document) == [
        "IDA PRØVESEN",
        "ERFARING",
        "2018 - 2023\tDirektør, Herlev",
        "Ansvar for alt. To mellemrum efter punktum.",
        "• Budget",
        "• Personale",
        "– 2020",
        "2010\tChef",
        "Uddannelse\tog\tmere",
    ]
    looks = [line.look for line in document.lines]
    assert [k.heading for k in looks] == [True, *[False] * 8]
    assert [k.gap for k in looks] == [False, True, True, False, False, False, False, False, True]
    assert {k.paragraph for k in looks} == {None}


def test_justified_prose_has_no_columns() -> None:
    text = "Jeg  har  i  mange  år  arbejdet  med  ledelse  i  kommuner  og  regioner  over  hele  landet"
    assert lines(read("brev.txt", text.encode())) == [" ".join(text.split())]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        ("\ufeff\u200b".encode(), "empty"),
        (b"ord og " * 800_000, "too-big"),
        (b"ord og\n" * 70_000, "too-much-text"),
    ],
)
def test_what_cannot_be_read_has_a_name(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read("cv.txt", data)
    assert caught.value.code == code
