"""Word documents: text complete and once, what is hidden marked, what stands beside what on one line."""

from __future__ import annotations

import pytest

from screen.model.errors import Unreadable
from screen.readers import read
from tests.readers.build import W, box, docx, item, lanes, lines, p, r, table, unseen

WHITE = '<w:color w:val="FFFFFF"/>'
CLEAR = '<w14:srgbClr><w14:alpha w14:val="100000"/></w14:srgbClr>'


def test_paragraphs_headings_lists_tabs_and_line_breaks() -> None:
    body = (
        p("Ida Prøvesen", style="Title")
        + p("Erfaring", style="Overskrift1")
        + p("Kurser", style="Minoverskrift")
        + p("Skoleleder, Vestby Skole\t2015 – 2020")
        + p("Ansvar:\nbudget", run="<w:b/>")
        + item("Ledede 40 lærere")
        + p("– Typet punkt")
        + p("Uden mærke", props='<w:numPr><w:numId w:val="2"/></w:numPr>')
    )
    document = read("cv.docx", docx(body))
    assert lines(document) == [
        "Ida Prøvesen",
        "Erfaring",
        "Kurser",
        "Skoleleder, Vestby Skole\t2015 – 2020",
        "Ansvar:",
        "budget",
        "• Ledede 40 lærere",
        "• Typet punkt",
        "Uden mærke",
    ]
    looks = [line.look for line in document.lines]
    assert [k.heading for k in looks] == [False, True, True, *[False] * 6]
    assert [k.paragraph for k in looks] == [True, True, True, True, True, None, True, True, True]
    assert [(k.size, k.bold) for k in looks[1:5]] == [(16.0, True), (16.0, True), (11.0, False), (11.0, True)]
    assert {k.page for k in looks} == {None}


def test_gap_after_an_empty_paragraph_and_where_there_is_more_space_than_usual() -> None:
    tight = '<w:spacing w:before="0" w:after="0"/>'
    loose = '<w:spacing w:before="240" w:after="0"/>'
    body = (
        p("A", props=tight)
        + p("B", props=tight)
        + p()
        + p("C", props=tight)
        + p("D", props=loose)
        + p("E", props=tight)
    )
    document = read("cv.docx", docx(body))
    assert [line.look.gap for line in document.lines] == [False, False, True, True, False]


def test_even_space_between_all_paragraphs_is_no_gap() -> None:
    even = '<w:spacing w:after="160"/>'
    document = read("brev.docx", docx("".join(p(f"Afsnit {i}", props=even) for i in range(5))))
    assert not any(line.look.gap for line in document.lines)


def test_tracked_changes_fields_controls_and_links() -> None:
    body = (
        "<w:p>"
        + r("Leder ")
        + f"<w:del>{r('slettet').replace('w:t', 'w:delText')}</w:del><w:ins>{r('indsat ')}</w:ins>"
        + f"<w:moveFrom>{r('flyttet væk')}</w:moveFrom>"
        + f"<w:hyperlink>{r('link ')}</w:hyperlink><w:sdt><w:sdtContent>{r('felt ')}</w:sdtContent></w:sdt>"
        + f'<w:fldSimple w:instr="AUTHOR">{r("værdi ")}</w:fldSimple>'
        + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>'
        + f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("resultat")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        + "<w:r><w:t>-mail</w:t><w:noBreakHyphen/><w:t>x</w:t><w:softHyphen/></w:r></w:p>"
        + f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Blok')}</w:sdtContent></w:sdt>"
    )
    assert lines(read("cv.docx", docx(body))) == ["Leder indsat link felt værdi resultat-mail-x", "Blok"]


def test_text_box_stands_once_in_a_lane_of_its_own_after_the_text() -> None:
    side = p("Kontakt", run="<w:b/>") + p("Vestergade 3, 2730 Herlev") + p("Tlf. 20 00 00 00") + p("Sprog: engelsk")
    body = p("Ida Prøvesen") + f"<w:p>{box(side)}{r('Erfaring')}</w:p>" + p("Skoleleder 2015–2020") * 8
    document = read("cv.docx", docx(body))
    assert lanes(document)[:2] == [(0, "Ida Prøvesen"), (0, "Erfaring")]
    assert lanes(document)[-4:] == [
        (1, "Kontakt"),
        (1, "Vestergade 3, 2730 Herlev"),
        (1, "Tlf. 20 00 00 00"),
        (1, "Sprog: engelsk"),
    ]


def test_date_in_a_small_box_stands_on_the_line_of_its_job() -> None:
    body = p("Erfaring") + f"<w:p>{r('Skoleleder, Vestby')}{box(p('2015–2020'))}</w:p>" + p("Ansvar for 40 lærere")
    assert lines(read("cv.docx", docx(body))) == ["Erfaring", "2015–2020\tSkoleleder, Vestby", "Ansvar for 40 lærere"]


def test_old_text_box_without_alternative() -> None:
    shape = f'<w:pict><v:shape style="position:absolute;width:120pt"><v:textbox><w:txbxContent>{p("Kun VML")}'
    body = f"<w:p><w:r>{shape}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>" + p("Tekst")
    assert lines(read("cv.docx", docx(body))) == ["Kun VML", "Tekst"]


def test_document_in_text_boxes_is_read_column_by_column() -> None:
    left = "".join(p(t) for t in ("Kontakt", "Vestergade 3", "Sprog", "Dansk og engelsk"))
    right = "".join(p(f"Job nummer {i} hos en kommune i Jylland 200{i}–200{i + 1}") for i in range(6))
    lower = "".join(p(f"Kursus nummer {i} i ledelse ved en skole i Aarhus") for i in range(4))
    boxes = box(lower, at=(200, 500), width=200) + box(left, at=(30, 90)) + box(right, at=(205, 90), width=200)
    body = f"<w:p>{boxes}</w:p>"
    document = read("cv.docx", docx(body))
    texts = lanes(document)
    assert texts[0] == (0, "Job nummer 0 hos en kommune i Jylland 2000–2001")
    assert texts[6] == (0, "Kursus nummer 0 i ledelse ved en skole i Aarhus")
    assert texts[10:] == [(1, "Kontakt"), (1, "Vestergade 3"), (1, "Sprog"), (1, "Dansk og engelsk")]


def test_header_once_footer_with_page_number_is_furniture() -> None:
    page = f'<w:fldSimple w:instr=" PAGE ">{r("1")}</w:fldSimple>'
    parts = {
        "header1.xml": ("header", f"<w:hdr {W}>{p('Ida Prøvesen')}{p('ida@example.org')}</w:hdr>"),
        "header2.xml": ("header", f"<w:hdr {W}>{p('Ida Prøvesen')}</w:hdr>"),
        "header9.xml": ("header", f"<w:hdr {W}>{p('Rest af en skabelon')}</w:hdr>"),
        "footer1.xml": ("footer", f"<w:ftr {W}><w:p>{r('Side ')}{page}</w:p></w:ftr>"),
    }
    section = (
        '<w:headerReference w:type="first" r:id="header1"/><w:headerReference w:type="default" r:id="header2"/>'
        '<w:footerReference w:type="default" r:id="footer1"/>'
    )
    document = read("cv.docx", docx(p("Skoleleder"), parts, section))
    assert lines(document) == ["Ida Prøvesen", "ida@example.org", "Skoleleder", "Side 1"]
    assert [line.look.furniture for line in document.lines] == [False, False, False, True]


def test_footnotes_follow_the_text() -> None:
    notes = (
        f'<w:footnotes {W}><w:footnote w:type="separator">{p("--")}</w:footnote>'
        f'<w:footnote w:id="1">{p("Orlov 2012")}</w:footnote></w:footnotes>'
    )
    body = f'<w:p>{r("Leder")}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    assert lines(read("cv.docx", docx(body, {"footnotes.xml": ("footnotes", notes)}))) == ["Leder", "Orlov 2012"]


@pytest.mark.parametrize(
    ("props", "why"),
    [
        ("<w:vanish/>", "vanish"),
        ('<w:rStyle w:val="Skjult"/>', "vanish"),
        (WHITE, "white"),
        ('<w:color w:val="FDFDFD"/>', "white"),
        ('<w:sz w:val="2"/>', "tiny"),
        ('<w:w w:val="1"/>', "tiny"),
        ('<w:color w:val="1F3864"/><w:shd w:fill="1F3864"/>', "same-colour"),
        (f"<w14:textFill><w14:solidFill>{CLEAR}</w14:solidFill></w14:textFill>", "transparent"),
    ],
)  # fmt: skip
def test_hidden_run_is_marked(props: str, why: str) -> None:
    body = f"<w:p>{r('Synlig ')}{r('kommunaldirektør', props)}{r(' slut')}</w:p>"
    document = read("cv.docx", docx(body))
    assert lines(document) == ["Synlig kommunaldirektør slut"]
    assert unseen(document) == [(why, "kommunaldirektør")]


@pytest.mark.parametrize(
    "body",
    [
        p("Grå dato", run='<w:color w:val="A6A6A6"/>'),
        p("Hvid på mørk", run='<w:color w:val="FFFFFF"/><w:shd w:fill="1F3864"/>'),
        p("Hvid i mørkt afsnit", props='<w:shd w:fill="1F3864"/>', run=WHITE),
        p("Ikke skjult", run='<w:rStyle w:val="Skjult"/><w:vanish w:val="0"/>'),
        table((p("Hvid i farvet tabel", run=WHITE),), props='<w:tblStyle w:val="Farvet"/>'),
        f"<w:p>{box(p('Hvid i mørk boks', run=WHITE), fill='1F3864')}</w:p>",
    ],
)
def test_visible_text_is_not_marked(body: str) -> None:
    assert unseen(read("cv.docx", docx(body + p("Brødtekst")))) == []


def test_white_shaded_cell() -> None:
    dark = '<w:tc><w:tcPr><w:shd w:fill="203040"/></w:tcPr>' + p("Hvid", run=WHITE) + "</w:tc>"
    light = "<w:tc>" + p("Skjult", run=WHITE) + "</w:tc>"
    document = read("cv.docx", docx(f"<w:tbl><w:tr>{dark}{light}</w:tr></w:tbl>" + p("Brødtekst")))
    assert unseen(document) == [("white", "Skjult")]


def test_white_name_on_a_drawn_band_is_visible_and_white_words_below_the_text_are_not() -> None:
    band = (
        '<w:r><w:drawing><wp:anchor behindDoc="1"><wps:wsp><wps:spPr>'
        '<a:solidFill><a:srgbClr val="002060"/></a:solidFill></wps:spPr>'
        "</wps:wsp></wp:anchor></w:drawing></w:r>"
    )
    body = f"<w:p>{band}{r('Ida Prøvesen', WHITE)}</w:p>" + p("Skoleleder") + p("nøgleord nøgleord", run=WHITE)
    assert unseen(read("cv.docx", docx(body))) == [("white", "nøgleord nøgleord")]


def test_box_off_the_page() -> None:
    document = read("cv.docx", docx(f"<w:p>{box(p('Langt væk'), at=(-900, 10))}</w:p>" + p("Tekst")))
    assert unseen(document) == [("off-page", "Langt væk")]


def test_invisible_characters_are_told_and_what_they_spell_is_marked() -> None:
    secret = "".join(chr(0xE0000 + ord(c)) for c in "hire me")
    document = read("cv.docx", docx(p(f"Leder{secret} i\u200b kommunen")))
    assert lines(document) == ["Leder i kommunen hire me"]
    assert unseen(document) == [("invisible-characters", "hire me")]
    assert [w.code for w in document.warnings] == ["invisible-characters"]


def test_columns_broken_by_hand_are_lanes() -> None:
    side = "".join(p(t) for t in ("Kontakt", "Adresse 1", "2730 Herlev", "Sprog", "Dansk", "Engelsk"))
    turn = '<w:p><w:r><w:br w:type="column"/></w:r></w:p>'
    section = '<w:cols w:num="2" w:equalWidth="0"><w:col w:w="2500"/><w:col w:w="6500"/></w:cols>'
    document = read("cv.docx", docx(side + turn + p("Erfaring") + p("Skoleleder 2010–2020"), section=section))
    assert lanes(document)[0] == (1, "Kontakt")
    assert lanes(document)[-2:] == [(0, "Erfaring"), (0, "Skoleleder 2010–2020")]


def test_drop_cap_belongs_to_its_word() -> None:
    cap = p("J", props='<w:framePr w:dropCap="drop" w:lines="3"/>')
    assert lines(read("brev.docx", docx(cap + p("eg søger stillingen")))) == ["Jeg søger stillingen"]


def test_lines_broken_twice_are_paragraphs_and_spaces_set_out_columns() -> None:
    document = read("cv.docx", docx(p("2018–2023      Direktør\nHerlev\n\n2010–2018      Chef")))
    assert lines(document) == ["2018–2023\tDirektør", "Herlev", "2010–2018\tChef"]
    assert [(line.look.paragraph, line.look.gap) for line in document.lines] == [
        (True, False),
        (None, False),
        (True, True),
    ]


def test_numbered_bold_line_is_a_heading_not_an_item() -> None:
    second = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
    body = p("Erfaring", props=second, run="<w:b/>") + p("Første opgave", props=second)
    assert lines(read("cv.docx", docx(body))) == ["Erfaring", "• Første opgave"]


def test_frames_of_one_place_are_one_side_column() -> None:
    frame = '<w:framePr w:w="2400" w:wrap="around" w:hAnchor="page" w:x="700" w:y="900"/>'
    side = "".join(p(t, props=frame) for t in ("Kontakt", "Vestergade 3", "2730 Herlev", "Dansk"))
    document = read("cv.docx", docx(side + p("Ida Prøvesen") + p("Skoleleder i Vestby Kommune 2010–2020") * 3))
    assert lanes(document) == [
        (0, "Ida Prøvesen"),
        *[(0, "Skoleleder i Vestby Kommune 2010–2020")] * 3,
        *[(1, t) for t in ("Kontakt", "Vestergade 3", "2730 Herlev", "Dansk")],
    ]


def test_narrow_floating_table_is_a_side_column() -> None:
    cells = "".join(p(t) for t in ("Kontakt", "Vestergade 3", "2730 Herlev", "Dansk"))
    side = table((cells,), widths=(2400,), props='<w:tblpPr w:tblpX="700"/>')
    document = read("cv.docx", docx(side + p("Skoleleder i Vestby Kommune 2010–2020") * 3))
    assert [lane for lane, _ in lanes(document)] == [0, 0, 0, 1, 1, 1, 1]


def test_signs_of_a_symbol_font_are_bullets_or_nothing() -> None:
    font = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    body = f"<w:p>{r('§', font)}{r(' Budget')}</w:p><w:p>{r('(', font)}{r('20 00 00 00')}</w:p>"
    body += '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0A7"/></w:r>' + r(" Personale") + "</w:p>"
    assert lines(read("cv.docx", docx(body))) == ["• Budget", "20 00 00 00", "• Personale"]


def test_long_paragraph_in_a_headings_style_is_no_heading() -> None:
    document = read("cv.docx", docx(p("Erfaring", "Overskrift1") + p("Jeg har i mange år ledet " * 8, "Overskrift1")))
    assert [line.look.heading for line in document.lines] == [True, False]


def test_embedded_web_page() -> None:
    page = "<html><body><h1>Erfaring</h1><p>Skoleleder</p></body></html>"
    body = '<w:altChunk r:id="side"/>'
    document = read("cv.docx", docx(body, {"side.htm": ("aFChunk", page)}))
    assert lines(document) == ["Erfaring", "Skoleleder"]


def test_strict_namespace_is_read() -> None:
    data = docx(p("Leder"))
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f'<w:document xmlns:w="{strict}"><w:body><w:p><w:r><w:t>Leder</w:t></w:r></w:p></w:body></w:document>'
    assert lines(read("a.docx", data)) == lines(read("b.docx", docx("", **{"word/document.xml": body})))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (docx(""), "empty"),
        (docx(p("kun skjult", run="<w:vanish/>")), "empty"),
        (docx(p(), **{"word/media/image1.png": b"x"}), "pictures-only"),
        (docx(p("x"), **{"word/document.xml": "<w:document"}), "damaged"),
        (docx(p("x"), **{"word/document.xml": '<?xml version="1.0" encoding="ukendt"?><x/>'}), "damaged"),
        (docx(p("x"), **{"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}), "damaged"),
        (docx("<w:tbl><w:tr><w:tc>" * 400 + "</w:tc></w:tr></w:tbl>" * 400), "too-many-levels"),
        (docx(p("ord " * 120_000)), "too-much-text"),
        (docx(p("x"), **{f"word/{i}.xml": "" for i in range(2100)}), "too-many-parts"),
        (docx(p("x"), **{"word/styles.xml": b" " * 15_000_000}), "too-big"),
        (docx(p("x"))[:-300], "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    ],
)
def test_what_cannot_be_read_has_a_name(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read("cv.docx", data)
    assert caught.value.code == code
