"""Rich Text Format."""

from __future__ import annotations

import pytest

from screen.model.errors import Unreadable
from screen.readers import read
from tests.readers.build import lanes, lines, unseen

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Calibri;}{\f1\fcharset2 Symbol;}{\f2\fcharset204 Arial;}}"
    r"{\colortbl;\red255\green255\blue255;\red32\green48\blue64;}"
    r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0\b\fs32 Overskrift;}{\s2\sbasedon1 Egen;}}"
)


def rtf(body: str, head: str = HEAD) -> bytes:
    return (head + body + "}").encode("cp1252")


def test_paragraphs_lists_tabs_and_headings() -> None:
    body = (
        r"\pard\s1\b\fs32 Erfaring\par\pard\plain\s2 Egen\par"
        r"\pard\plain 2018\endash 2023\tab Direkt\'f8r\line Herlev\par"
        r"{\listtext\f1\'b7\tab}\pard\ls1 Ansvar for \b budget\b0\par"
        "\n\\pard Kort\\\nny\\par"
    )
    document = read("cv.rtf", rtf(body))
    assert lines(document) == ["Erfaring", "Egen", "2018–2023\tDirektør", "Herlev", "• Ansvar for budget", "Kort", "ny"]
    looks = [line.look for line in document.lines]
    assert [k.heading for k in looks] == [True, True, *[False] * 5]
    assert (looks[0].size, looks[0].bold, looks[3].paragraph) == (16.0, True, None)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"K\'e6re \u230\'e6\u248?\u229a", "Kære æøå"),
        (r"\uc0 \u230 \u248 x", "æøx"),
        (r"\uc2 a\u8211\'96\'96 x", "a– x"),
        (r"{\f2 \'ca\'e0}", "Ка"),
        (r"a\u-10179?\u-8640?", "a\U0001f640"),
        (r"a\~b\-c\_d \{e\}", "a bc-d {e}"),
        (r"{\upr{ascii}{\*\ud{unicode}}}", "unicode"),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}", "link"),
        (r"{\*\ukendt skjult {x}}{\info{\author Nogen}}{\pict 0a0b{x}}tekst", "tekst"),
        (r"{\pict\bin5 {{{{{}tekst", "tekst"),
        (r"{\deleted slettet}{\revised indsat}", "indsat"),
    ],
)
def test_letters(body: str, expected: str) -> None:
    assert lines(read("cv.rtf", rtf(body))) == [expected]


def test_old_mac_and_raw_bytes() -> None:
    mac = b"{\\rtf1\\mac Direkt\\'bfr p" + "å".encode("mac_roman") + b"}"
    assert lines(read("cv.rtf", mac)) == ["Direktør på"]
    assert lines(read("cv.rtf", b"{\\rtf1\\ansi Direkt\xf8r}")) == ["Direktør"]


def row(*cells: str) -> str:
    return r"\trowd\cellx2000\cellx9000" + "".join(rf"\pard\intbl {c}\cell" for c in cells) + r"\row"


def test_table_rows_and_nested_table() -> None:
    nested = (
        r"Direkt\'f8r\par\pard\intbl\itap2 Budget\nestcell\pard\intbl\itap2 300 mio.\nestcell"
        r"{\*\nesttableprops\trowd\cellx100\cellx200\nestrow}{\nonesttables\par}"
    )
    body = row("2018", nested) + row("2010", r"Chef\par Vestby") + r"\pard Slut\par"
    document = read("cv.rtf", rtf(body))
    assert lines(document) == ["2018\tDirektør", "Budget\t300 mio.", "2010\tChef", "Vestby", "Slut"]


def test_text_box_header_footer_and_footnote() -> None:
    side = r"Kontakt\par Vestergade 3\par 2730 Herlev\par Sprog: dansk\par"
    shape = r"{\shp{\*\shpinst\shpleft7000\shpright9500{\sp{\sn fFilled}{\sv 0}}{\shptxt " + side + r"}}{\shprslt x}}"
    body = (
        r"{\header Ida Pr\'f8vesen\par}{\footer Side {\field{\*\fldinst PAGE}{\fldrslt 1}}\par}"
        + shape
        + r"Leder af skolen{\footnote Orlov 2012} i mange \'e5r og med mange opgaver i hele kommunen\par"
    )
    document = read("cv.rtf", rtf(body))
    assert lanes(document) == [
        (0, "Ida Prøvesen"),
        (0, "Leder af skolen i mange år og med mange opgaver i hele kommunen"),
        (1, "Kontakt"),
        (1, "Vestergade 3"),
        (1, "2730 Herlev"),
        (1, "Sprog: dansk"),
        (0, "Orlov 2012"),
        (0, "Side 1"),
    ]
    assert [line.look.furniture for line in document.lines] == [False] * 7 + [True]


def test_what_cannot_be_seen_is_marked() -> None:
    body = (
        r"Synlig {\v skjult} {\cf1 hvid} {\fs2 lille}\par {\cf1\cb2 hvid p\'e5 m\'f8rk}\par"
        r"\trowd\clcbpat2\cellx2000\pard\intbl{\cf1 i m\'f8rk celle}\cell\row"
    )
    assert unseen(read("cv.rtf", rtf(body))) == [("vanish", "skjult"), ("white", "hvid"), ("tiny", "lille")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (rtf(""), "empty"),
        (rtf("{" * 3000 + "x"), "too-many-levels"),
        (rtf("ord " * 120_000), "too-much-text"),
    ],
)
def test_what_cannot_be_read_has_a_name(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read("cv.rtf", data)
    assert caught.value.code == code


def test_cut_off_and_overclosed_files_are_read_as_far_as_they_go() -> None:
    assert lines(read("cv.rtf", rtf(r"Leder\par {\b for")[:-1])) == ["Leder", "for"]
    assert lines(read("cv.rtf", rtf(r"Leder}}} mere"))) == ["Leder"]


def test_picture_of_many_megabytes_is_passed_over_quickly() -> None:
    data = rtf(r"{\pict " + ("0123456789abcdef" * 8 + "\n") * 60_000 + "}Leder")
    assert lines(read("cv.rtf", data)) == ["Leder"]
