"""OpenDocument texts."""

from __future__ import annotations

import pytest

from screen.model.errors import Unreadable
from screen.readers import read, sniff
from tests.readers.build import OFFICE, lanes, lines, odt, unseen

AUTOMATIC = """
<style:style style:name="Fed" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Skjult" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="Hvid" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>
<style:style style:name="Lille" style:family="text"><style:text-properties fo:font-size="1pt"/></style:style>
<style:style style:name="Mork" style:family="table-cell">
<style:table-cell-properties fo:background-color="#203040"/></style:style>
<style:style style:name="Luft" style:family="paragraph"><style:paragraph-properties fo:margin-top="24pt"/></style:style>
<style:style style:name="K1" style:family="table-column">
<style:table-column-properties style:column-width="4cm"/></style:style>
<style:style style:name="K2" style:family="table-column">
<style:table-column-properties style:column-width="12cm"/></style:style>
<style:style style:name="Overskrift" style:family="paragraph" style:parent-style-name="Heading_20_1"/>
<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>
<text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format=""/></text:list-style>
"""
STYLES = """
<office:styles><style:style style:name="Heading_20_1" style:family="paragraph" style:default-outline-level="1">
<style:text-properties fo:font-size="16pt" fo:font-weight="bold"/></style:style></office:styles>
<office:master-styles><style:master-page style:name="Standard">
<style:header><text:p>Ida Prøvesen</text:p></style:header>
<style:footer><text:p>Side <text:page-number>1</text:page-number></text:p></style:footer>
</style:master-page></office:master-styles>
"""


def test_text_headings_lists_tabs_and_spaces() -> None:
    body = (
        '<text:h text:style-name="Overskrift" text:outline-level="1">Erfaring</text:h>'
        '<text:p>2018–2023<text:tab/>Direktør,<text:s text:c="2"/>Herlev\n   Kommune</text:p>'
        '<text:p><text:span text:style-name="Fed">Fed</text:span><text:line-break/>linje</text:p>'
        '<text:list text:style-name="L1"><text:list-item><text:p>Et</text:p><text:p>fortsat</text:p>'
        "<text:list><text:list-item><text:p>Indre</text:p></text:list-item></text:list></text:list-item></text:list>"
        '<text:list text:style-name="L2"><text:list-item><text:p>Uden mærke</text:p></text:list-item></text:list>'
        '<text:p text:style-name="Luft">Efter luft</text:p>'
    )
    document = read("cv.odt", odt(body, automatic=AUTOMATIC, styles=STYLES))
    assert lines(document) == [
        "Ida Prøvesen",
        "Erfaring",
        "2018–2023\tDirektør, Herlev Kommune",
        "Fed",
        "linje",
        "• Et",
        "fortsat",
        "• Indre",
        "Uden mærke",
        "Efter luft",
        "Side 1",
    ]
    looks = [line.look for line in document.lines]
    assert (looks[1].heading, looks[1].size, looks[1].bold) == (True, 16.0, True)
    assert [k.paragraph for k in looks[3:5]] == [True, None]
    assert looks[9].gap
    assert [k.furniture for k in looks] == [False] * 10 + [True]


def test_deleted_text_comments_and_hidden_fields_are_not_read() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>slettet</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:p>Leder<office:annotation><text:p>bemærkning</text:p></office:annotation>"
        '<text:hidden-text text:string-value="x">hemmelig</text:hidden-text>'
        "<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>Orlov 2012</text:p></text:note-body></text:note> i Vestby</text:p>"
    )  # fmt: skip
    assert lines(read("cv.odt", odt(body))) == ["Leder i Vestby", "Orlov 2012"]


def test_what_cannot_be_seen_is_marked() -> None:
    body = (
        '<text:p>Synlig <text:span text:style-name="Skjult">skjult</text:span> '
        '<text:span text:style-name="Hvid">hvid</text:span> '
        '<text:span text:style-name="Lille">lille</text:span></text:p>'
        '<text:section text:display="none"><text:p>afsnit</text:p></text:section>'
        '<table:table><table:table-row><table:table-cell table:style-name="Mork"><text:p>'
        '<text:span text:style-name="Hvid">synlig på mørk</text:span></text:p>'
        "</table:table-cell></table:table-row></table:table>"
    )
    document = read("cv.odt", odt(body, automatic=AUTOMATIC))
    assert unseen(document) == [("vanish", "skjult"), ("white", "hvid"), ("tiny", "lille"), ("vanish", "afsnit")]


def test_table_and_text_box() -> None:
    box = (
        '<draw:frame text:anchor-type="paragraph" svg:width="4cm" svg:x="13cm"><draw:text-box>'
        + "".join(f"<text:p>{t}</text:p>" for t in ("Kontakt", "Vestergade 3", "2730 Herlev", "Sprog: dansk"))
        + "</draw:text-box></draw:frame>"
    )
    row = (
        "<table:table-row><table:table-cell><text:p>2018–2023</text:p></table:table-cell>"
        "<table:table-cell><text:p>Direktør i en kommune</text:p><text:p>Vestby</text:p></table:table-cell>"
        "</table:table-row>"
    )
    columns = '<table:table-column table:style-name="K1"/><table:table-column table:style-name="K2"/>'
    body = f"<text:p>{box}Ida Prøvesen</text:p><table:table>{columns}{row * 4}</table:table>"
    document = read("cv.odt", odt(body, automatic=AUTOMATIC))
    assert lanes(document)[:3] == [(0, "Ida Prøvesen"), (0, "2018–2023\tDirektør i en kommune"), (0, "Vestby")]
    assert [lane for lane, _ in lanes(document)] == [0] * 9 + [1] * 4


def test_flat_file() -> None:
    flat = (
        f'<?xml version="1.0"?><office:document {OFFICE} office:mimetype="application/vnd.oasis.opendocument.text">'
        "<office:body><office:text><text:p>Leder</text:p></office:text></office:body></office:document>"
    )
    assert sniff("cv.fodt", flat.encode()) == "odt"
    assert lines(read("cv.fodt", flat.encode())) == ["Leder"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (odt("<text:p>x</text:p>", manifest="<manifest:encryption-data/>".replace(":", "-")), "encrypted"),
        (odt("<text:p/>"), "empty"),
        (odt("<text:p>"), "damaged"),
        (odt("<text:section>" * 500 + "<text:p>x</text:p>" + "</text:section>" * 500), "too-many-levels"),
    ],
)
def test_what_cannot_be_read_has_a_name(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read("cv.odt", data)
    assert caught.value.code == code
