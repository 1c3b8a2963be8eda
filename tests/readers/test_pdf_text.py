"""What a PDF's lines say: letters, bullets, page furniture, hidden text, and why a file cannot be read."""

from __future__ import annotations

import pytest

from screen.model.errors import Unreadable
from screen.readers.pdf import _engine, read
from tests.readers.pages import HEIGHT, Piece, block, bold, fill, hidden, pdf, put, rule, texts

BODY = ["Skoleleder på Vestby Skole siden 2019, med hele ansvaret", "for fyrre lærere og seks hundrede børn."]
PHOTO = "/XObject << /Im 99 0 R >>"


def spaced(x: float, top: float, text: str, by: float) -> Piece:
    return put(x, top, text, state=f"{by} Tc")


# --- letters ----------------------------------------------------------------------------------------------------------
def test_danish_letters_sizes_and_bold() -> None:
    document = read("cv.pdf", pdf([bold(60, 60, "Åse Kjærgård", 20), put(60, 90, "Født på Ærø")]))
    assert texts(document) == ["Åse Kjærgård", "Født på Ærø"]
    assert [(n.look.size, n.look.bold) for n in document.lines] == [(20.0, True), (10.0, False)]
    assert [n.look.page for n in document.lines] == [1, 1]
    assert not any(n.look.heading for n in document.lines)


@pytest.mark.parametrize("by", [2, 3, 5, 8])
def test_letter_spaced_words(by: float) -> None:
    page = [spaced(60, 60, "ERHVERVSERFARING OG LEDELSE", by), spaced(60, 90, "2019 – 2023", by), *block(60, 110, BODY)]
    assert texts(read("cv.pdf", pdf(page)))[:2] == ["ERHVERVSERFARING OG LEDELSE", "2019 – 2023"]


def test_classes_of_a_driving_licence_are_no_word() -> None:
    assert "A B C D E" in texts(read("cv.pdf", pdf([put(60, 60, "Kategori A B C D E"), *block(60, 90, BODY)])))[0]


def test_a_hyphen_at_the_line_end_stays() -> None:
    lines = texts(
        read(
            "cv.pdf", pdf([*block(60, 60, ["Ansvar for hele kommunens finan-", "siering og for økonomi-", "udvalget"])])
        )
    )
    assert lines == ["Ansvar for hele kommunens finan-", "siering og for økonomi-", "udvalget"]


def test_text_drawn_twice_is_read_once() -> None:
    page = [put(60, 60, "Fed skrift"), put(60.3, 60, "Fed skrift"), *block(60, 90, BODY)]
    assert texts(read("cv.pdf", pdf(page))) == ["Fed skrift", *BODY]


def test_a_cpr_number_is_masked() -> None:
    assert (
        texts(read("cv.pdf", pdf([put(60, 60, "Cpr-nr. 010170-0000"), *block(60, 90, BODY)])))[0]
        == "Cpr-nr. ■■■■■■-■■■■"
    )


# --- list items -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("mark", "font"),
    [("•", "F1"), ("\xb7", "F5"), ("o", "F3"), ("l", "F4"), ("n", "F4"), ("»", "F1")],
    ids=["bullet", "symbol", "courier-o", "dingbat-l", "dingbat-n", "guillemet"],
)
def test_marks_become_bullets(mark: str, font: str) -> None:
    items = ["Ledede fyrre lærere", "Budget på 38 mio. kr.", "Halverede sygefraværet"]
    page = [put(60, 60, "Opgaver:")]
    for i, item in enumerate(items):
        page += [put(64, 80 + 14 * i, mark, 9, font), put(80, 80 + 14 * i, item)]
    assert texts(read("cv.pdf", pdf(page))) == ["Opgaver:", *(f"• {item}" for item in items)]


def test_marks_that_are_drawn_are_bullets_and_dots_of_a_timeline_are_not() -> None:
    page = [bold(80, 60, "Skoleleder"), fill(60, 53, 7, 7, 0.3)]
    page += [x for i in range(2) for x in [fill(68, 75 + 14 * i, 3, 3, 0), put(80, 80 + 14 * i, f"Punkt {i}")]]
    page += [put(80, 108, "som går videre"), put(80, 130, "Dansk"), fill(120, 125, 3, 3, 0), put(130, 130, "Engelsk")]
    assert texts(read("cv.pdf", pdf(page))) == [
        "Skoleleder", "• Punkt 0", "• Punkt 1", "som går videre", "Dansk\tEngelsk",
    ]  # fmt: skip


def test_dashes_and_numbers_stay() -> None:
    page = [
        put(64, 60, "–"),
        put(80, 60, "Et punkt"),
        put(64, 80, "2."),
        put(80, 80, "Et andet"),
        *block(60, 110, BODY),
    ]
    assert texts(read("cv.pdf", pdf(page)))[1] == "2. Et andet"


def test_a_dot_between_words_is_no_bullet() -> None:
    page = [bold(60, 60, "Skoleleder"), put(115, 60, "·"), put(120, 60, "2019 – nu"), *block(60, 90, BODY)]
    assert texts(read("cv.pdf", pdf(page)))[0] == "Skoleleder · 2019 – nu"


def test_a_bullet_beside_a_date_begins_a_line_of_its_own() -> None:
    page = [
        p
        for i in range(3)
        for p in [
            put(60, 60 + 40 * i, f"20{10 + i} – 20{11 + i}"),
            put(150, 60 + 40 * i, "•"),
            put(160, 60 + 40 * i, "Ledede skolen"),
            put(160, 73 + 40 * i, "i to år"),
        ]
    ]
    assert texts(read("cv.pdf", pdf(page)))[:3] == ["2010 – 2011", "• Ledede skolen", "i to år"]


# --- headers and footers ----------------------------------------------------------------------------------------------
def test_headers_and_page_numbers_are_furniture() -> None:
    pages = [
        [put(60, 30, "CV Ida Prøvesen"), *block(60, 200, BODY), put(500, 820, f"Side {i} af 3")] for i in (1, 2, 3)
    ]
    document = read("cv.pdf", pdf(*pages))
    marked = [(n.look.page, n.span.of(document.text)) for n in document.lines if n.look.furniture]
    assert marked == [
        (1, "Side 1 af 3"),
        (2, "CV Ida Prøvesen"),
        (2, "Side 2 af 3"),
        (3, "CV Ida Prøvesen"),
        (3, "Side 3 af 3"),
    ]
    assert document.pages == 3


def test_a_year_at_the_foot_is_no_page_number() -> None:
    document = read("cv.pdf", pdf([*block(60, 100, BODY), put(60, 820, "Vestby 2026")]))
    assert not any(n.look.furniture for n in document.lines)


# --- what cannot be seen ----------------------------------------------------------------------------------------------
DECOY = "kommunaldirektør med erfaring"
UNSEEN: dict[str, list[Piece]] = {
    "white": [put(60, 60, DECOY, grey=1)],
    "nearly-white": [put(60, 60, DECOY, grey=0.98)],
    "tiny": [put(60, 60, DECOY, size=0.9)],
    "no-ink": [put(60, 60, DECOY, state="3 Tr")],
    "transparent": [put(60, 60, DECOY, state="/Clear gs")],
    "off-the-page": [put(-400, 60, DECOY)],
    "below-the-page": [put(60, HEIGHT + 40, DECOY)],
    "covered": [put(60, 60, DECOY), fill(50, 48, 300, 20, 1)],
    "covered-in-colour": [put(60, 60, DECOY), fill(50, 48, 300, 20, 0.7)],
    "ground-of-its-colour": [fill(50, 40, 300, 30, 0.2), put(60, 60, DECOY, grey=0.2)],
    "squeezed": [put(60, 60, DECOY, state="1 Tz")],
    "clipped": ["q 0 0 5 5 re W n", put(60, 60, DECOY), "Q"],
    "across-a-rule": [put(60, 60, DECOY, grey=1), rule(50, 57, 300)],
    "under-other-words": [put(60, 60, DECOY, grey=1), put(60, 60, "Ganske andre ord står her oven på")],
}  # fmt: skip


@pytest.mark.parametrize("how", UNSEEN)
def test_what_cannot_be_seen_is_told(how: str) -> None:
    document = read("cv.pdf", pdf([*UNSEEN[how], *block(60, 120, BODY)]))
    assert DECOY in hidden(document)
    assert not any(line in hidden(document) for line in BODY)
    assert texts(document)[-1] == DECOY


SEEN: dict[str, list[Piece]] = {
    "white-on-dark": [fill(0, 0, 200, 842, 0.15), put(20, 60, "Kontakt", grey=1)],
    "bold-white-on-dark": [fill(50, 50, 300, 14, 0.3), put(60, 60, "It", 9, "F2", grey=1)],
    "light-grey": [put(60, 60, "2019 – 2023", grey=0.75)],
    "small": [put(60, 60, "Fiktivt dokument", size=5)],
    "outlined": [put(60, 60, "Ida Prøvesen", size=20, state="1 Tr")],
    "underscores": [put(60, 60, "_______________")],
}


@pytest.mark.parametrize("how", SEEN)
def test_what_can_be_seen_is_not_hidden(how: str) -> None:
    assert hidden(read("cv.pdf", pdf([*SEEN[how], *block(260, 120, BODY)]))) == {}


# --- pages ------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_pages_that_are_shown_turned(turn: int) -> None:
    document = read("cv.pdf", pdf([put(60, 60, "Erfaring"), *block(60, 90, BODY)], rotate=turn))
    assert texts(document) == ["Erfaring", *BODY]


def test_text_up_the_margin_stands_apart() -> None:
    side = "q 0 g BT /F1 10 Tf 0 1 -1 0 30 300 Tm (CURRICULUM VITAE) Tj ET Q"
    assert texts(read("cv.pdf", pdf([side, *block(60, 90, BODY)]))) == [*BODY, "CURRICULUM VITAE"]


def test_boxes_count_from_the_top_left_corner() -> None:
    box = read("cv.pdf", pdf([put(60, 100, "Erfaring", 10), *block(60, 130, BODY)])).lines[0].look.box
    assert box is not None
    assert (box.left, round(box.top), round(box.bottom)) == (60.0, 92, 102)
    assert 95 <= box.right < 105


# --- what cannot be read ----------------------------------------------------------------------------------------------
def refusal(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read("cv.pdf", data)
    return caught.value.code


def test_damaged_files() -> None:
    whole = pdf(block(60, 90, BODY))
    assert refusal(b"%PDF-1.7 og saa ikke mere") == "damaged"
    assert refusal(b"") == "empty"
    assert texts(read("cv.pdf", b"x" * 5000 + whole)) == BODY


def test_no_text_at_all() -> None:
    assert refusal(pdf([fill(50, 50, 300, 300, 0.5)])) == "no-text-layer"
    assert refusal(pdf([put(60, 60, DECOY, state="3 Tr")])) == "no-text-layer"


def test_a_file_that_is_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    assert refusal(pdf(*[[put(60, 60, "Side")]] * 61)) == "too-many-pages"
    monkeypatch.setattr(_engine, "MOST_CHARACTERS", 150)
    assert texts(read("cv.pdf", pdf(block(60, 90, BODY)))) == BODY
    assert refusal(pdf(block(60, 90, BODY), block(60, 90, BODY))) == "too-much-text"


def test_the_same_bytes_give_the_same_document() -> None:
    data = pdf([bold(60, 60, "Ida Prøvesen", 20), *block(60, 90, BODY)])
    assert read("cv.pdf", data) == read("cv.pdf", data)
