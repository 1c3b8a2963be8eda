"""The lines of a PDF stand in reading order, whatever the layout and the order of the file."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screen.readers.pdf import read
from tests.readers.pages import Piece, block, bold, by_lane, fill, pdf, put, rule, shuffled, texts

JOBS = [
    (
        "2019 – nu",
        "Skoleleder",
        "Vestby Skole",
        ["Leder fyrre lærere på en skole med to spor, og har", "hele ansvaret."],
    ),
    (
        "2014 – 2019",
        "Souschef",
        "Nordby Skole",
        ["Skemaer, vikarer og sygefravær i en travl hverdag,", "siden budget."],
    ),
    ("2008 – 2014", "Lærer", "Sønderby Skole", ["Dansk og historie i udskolingen, tillidsvalgt i de", "sidste år."]),
]
PROSE = [
    "Jeg har ledet skoler i mange år og gør det gerne",
    "længe endnu, helst tæt på de mennesker, som det",
    "hele drejer sig om.",
]
Order = Callable[[list[Piece]], list[Piece]]


def as_written(page: list[Piece]) -> list[Piece]:
    return page


@pytest.fixture(params=[as_written, shuffled], ids=["as-written", "shuffled"])
def order(request: pytest.FixtureRequest) -> Order:
    chosen: Order = request.param
    return chosen


def job(x: float, top: float, at: int) -> list[Piece]:
    _, title, employer, body = JOBS[at]
    return [bold(x, top, title), put(x, top + 13, employer), *block(x, top + 26, body)]


def job_lines(at: int) -> list[str]:
    date, title, employer, body = JOBS[at]
    return [f"{date}\t{title}", employer, *body]


def timeline(x: float, text: float, top: float) -> list[Piece]:
    return [p for i in range(3) for p in [put(x, top + 70 * i, JOBS[i][0]), *job(text, top + 70 * i, i)]]


def test_one_column(order: Order) -> None:
    page = [bold(60, 60, "Ida Prøvesen", 20), *block(60, 100, PROSE), bold(60, 160, "Erfaring", 13), *job(60, 180, 0)]
    document = read("cv.pdf", pdf(order(page)))
    assert texts(document) == ["Ida Prøvesen", *PROSE, "Erfaring", "Skoleleder", "Vestby Skole", *JOBS[0][3]]
    assert {line.look.lane for line in document.lines} == {0}


def test_a_date_stands_on_its_jobs_line(order: Order) -> None:
    document = read("cv.pdf", pdf(order([bold(60, 80, "Erfaring", 13), *timeline(60, 160, 110)])))
    assert texts(document) == ["Erfaring", *job_lines(0), *job_lines(1), *job_lines(2)]


def test_a_smaller_date_a_little_higher(order: Order) -> None:
    page = [p for i in range(3) for p in [put(60, 108 + 70 * i, JOBS[i][0], 8), *job(160, 110 + 70 * i, i)]]
    assert texts(read("cv.pdf", pdf(order(page)))) == [*job_lines(0), *job_lines(1), *job_lines(2)]


def test_a_date_at_the_middle_of_its_cell(order: Order) -> None:
    page = [p for i in range(3) for p in [put(60, 129.5 + 75 * i, JOBS[i][0]), *job(160, 110 + 75 * i, i)]]
    assert texts(read("cv.pdf", pdf(order(page)))) == [*job_lines(0), *job_lines(1), *job_lines(2)]


def test_a_date_in_two_lines_is_one(order: Order) -> None:
    dates = [["1. august 2019 – i", "dag"], ["september 2014 –", "juli 2019"], ["1/8 2008 – 31/8", "2014"]]
    page = [p for i in range(3) for p in [*block(60, 110 + 70 * i, dates[i]), *job(160, 110 + 70 * i, i)]]
    lines = texts(read("cv.pdf", pdf(order(page))))
    assert [lines[0], lines[4], lines[8]] == [
        "1. august 2019 – i dag\tSkoleleder",
        "september 2014 – juli 2019\tSouschef",
        "1/8 2008 – 31/8 2014\tLærer",
    ]


def test_a_place_below_a_date_goes_with_its_own_line(order: Order) -> None:
    page = [p for i in range(3) for p in [*block(60, 110 + 70 * i, [JOBS[i][0], "Vestby"]), *job(160, 110 + 70 * i, i)]]
    assert texts(read("cv.pdf", pdf(order(page))))[:4] == ["2019 – nu\tSkoleleder", "Vestby\tVestby Skole", *JOBS[0][3]]


def test_short_dated_rows_close_below_each_other(order: Order) -> None:
    rows = [("2003", "Læreruddannelse, Vestby"), ("2010", "Diplom i ledelse"), ("2016", "Master i ledelse, Nordby")]
    page = [bold(60, 100, "Uddannelse", 13)]
    page += [p for i, (a, b) in enumerate(rows) for p in [put(60, 120 + 13 * i, a), put(110, 120 + 13 * i, b)]]
    assert texts(read("cv.pdf", pdf(order(page)))) == ["Uddannelse", *(f"{a}\t{b}" for a, b in rows)]


def test_dates_at_the_right_edge(order: Order) -> None:
    page = [p for i in range(3) for p in [put(450, 110 + 70 * i, JOBS[i][0]), *job(60, 110 + 70 * i, i)]]
    lines = texts(read("cv.pdf", pdf(order(page))))
    assert [lines[0], lines[4], lines[8]] == ["Skoleleder\t2019 – nu", "Souschef\t2014 – 2019", "Lærer\t2008 – 2014"]
    assert lines[1:4] == ["Vestby Skole", *JOBS[0][3]]


SIDE = [
    "Kontakt",
    "Vestervej 1",
    "7000 Vestby",
    "20 00 11 22",
    "",
    "Sprog",
    "Dansk",
    "Engelsk",
    "",
    "Fritid",
    "Løb og sang",
]
SIDE_LINES = [s for s in SIDE if s]


@pytest.mark.parametrize(("side", "main"), [(40, 220), (420, 50)], ids=["left", "right"])
@pytest.mark.parametrize("dark", [True, False])
def test_a_side_column_with_a_rhythm_of_its_own(side: float, main: float, dark: bool, order: Order) -> None:
    page = [fill(side - 20, 0, 170, 842, 0.1)] if dark else []
    page += block(side, 63, SIDE, step=15.5, grey=1 if dark else 0)
    page += [bold(main, 60, "Ida Prøvesen", 18), *[p for i in range(3) for p in job(main, 100 + 70 * i, i)]]
    document = read("cv.pdf", pdf(order(page)))
    runs = dict(by_lane(document))
    assert runs[1] == SIDE_LINES
    assert runs[0] == ["Ida Prøvesen", *(x for i in range(3) for x in job_lines(i) for x in [x.split("\t")[-1]])]
    assert not document.hidden


def test_a_side_column_beside_a_timeline(order: Order) -> None:
    page = [*block(40, 63, SIDE, step=15.5), *timeline(220, 300, 80)]
    runs = dict(by_lane(read("cv.pdf", pdf(order(page)))))
    assert runs == {1: SIDE_LINES, 0: [*job_lines(0), *job_lines(1), *job_lines(2)]}


def test_dates_at_the_right_edge_beside_a_side_column(order: Order) -> None:
    page = [p for i in range(3) for p in [put(350, 80 + 70 * i, JOBS[i][0]), *job(40, 80 + 70 * i, i)]]
    page += block(450, 63, SIDE, step=15.5)
    runs = dict(by_lane(read("cv.pdf", pdf(order(page)))))
    assert runs[1] == SIDE_LINES
    assert "Skoleleder\t2019 – nu" in runs[0]
    assert "Lærer\t2008 – 2014" in runs[0]


def test_two_columns_on_one_grid_are_not_rows() -> None:
    left = [f"Venstre linje nummer {i} fortæller om noget helt" for i in range(14)]
    right = [f"Højre linje nummer {i} handler om andet end det" for i in range(14)]
    document = read("cv.pdf", pdf(block(40, 80, left) + block(305, 80, right)))
    assert texts(document) == left + right


def test_full_width_text_between_bands_of_columns(order: Order) -> None:
    first = [f"Profilens linje {i} er bred nok til en spalte" for i in range(5)]
    second = [f"Punkt {i} om noget andet, skrevet i højre side" for i in range(5)]
    third = [f"Neden under står linje {i} i venstre spalte" for i in range(5)]
    fourth = [f"Og til højre for den står linje {i} alene" for i in range(5)]
    page = block(40, 80, first) + block(310, 84, second, step=14)
    page += [put(40, 180, "En linje, som går hen over begge spalter og skiller det øverste fra det nederste på siden.")]
    page += block(40, 210, third) + block(310, 214, fourth, step=14)
    lines = texts(read("cv.pdf", pdf(order(page))))
    assert [lines[:5], lines[5:10], lines[11:16], lines[16:]] == [first, second, third, fourth]


def test_a_heading_below_columns_goes_with_what_it_heads(order: Order) -> None:
    left = [f"Kompetence nummer {i} i venstre side" for i in range(4)]
    right = [f"Sprog nummer {i} i den højre side" for i in range(4)]
    wide = "En lang linje, som begynder i venstre side og går hele vejen hen over til den højre kant af siden."
    page = [*block(40, 80, left), *block(310, 83, right, step=14), bold(40, 165, "Erfaring", 13), put(40, 182, wide)]
    assert texts(read("cv.pdf", pdf(order(page)))) == [*left, *right, "Erfaring", wide]


def test_headings_in_the_left_margin_stand_before_their_text(order: Order) -> None:
    page = [bold(40, 80, "Profil"), *block(160, 80, PROSE), bold(40, 150, "Erfaring")]
    page += [p for i in range(3) for p in job(160, 150 + 70 * i, i)]
    lines = texts(read("cv.pdf", pdf(order(page))))
    assert lines[:6] == ["Profil", *PROSE, "Erfaring", "Skoleleder"]


def test_keys_and_values(order: Order) -> None:
    rows = [
        ("Navn", "Ida Prøvesen"),
        ("Adresse", "Vestervej 1, 7000 Vestby"),
        ("Telefon", "20 00 11 22"),
        ("Stilling", "Skoleleder siden 2019"),
    ]
    page = [p for i, (a, b) in enumerate(rows) for p in [put(60, 80 + 15 * i, a), put(180, 80 + 15 * i, b)]]
    assert texts(read("cv.pdf", pdf(order(page)))) == [f"{a}\t{b}" for a, b in rows]


def test_the_cells_of_a_ruled_table_row_stand_on_one_line(order: Order) -> None:
    page: list[Piece] = [rule(55, 95, 480)]
    for i in range(3):
        date, title, employer, body = JOBS[i]
        top = 110 + 45 * i
        page += [put(60, top, date), *block(140, top, [title + ",", employer]), *block(260, top, body)]
        page.append(rule(55, top + 30, 480))
    lines = texts(read("cv.pdf", pdf(order(page))))
    assert lines[0] == f"2019 – nu\tSkoleleder,\tVestby Skole\t{JOBS[0][3][0]}" or lines[0] == (
        f"2019 – nu\tSkoleleder, Vestby Skole\t{JOBS[0][3][0]}"
    )
    assert lines[1] == JOBS[0][3][1]
    assert lines[2].startswith("2014 – 2019\tSouschef,")


def test_a_table_with_a_rule_below_its_head_only(order: Order) -> None:
    rows = [("Periode", "Titel", "Sted"), *((j[0], j[1], j[2]) for j in JOBS)]
    page = [rule(55, 87, 400)]
    page += [put(x, 80 + 16 * i, t) for i, row in enumerate(rows) for x, t in zip((60, 160, 300), row, strict=True)]
    assert texts(read("cv.pdf", pdf(order(page)))) == ["\t".join(row) for row in rows]


def test_sections_in_the_margin_before_dates_before_jobs(order: Order) -> None:
    page = [bold(40, 80, "Profil"), *block(140, 80, PROSE), rule(40, 128, 500), bold(40, 145, "Erfaring")]
    page += [p for i in range(3) for p in [put(140, 145 + 70 * i, JOBS[i][0]), *job(240, 145 + 70 * i, i)]]
    lines = texts(read("cv.pdf", pdf(order(page))))
    assert lines == ["Profil", *PROSE, "Erfaring", *job_lines(0), *job_lines(1), *job_lines(2)]


def test_cards_side_by_side_stay_whole(order: Order) -> None:
    cards = [
        [
            f"Kort {i} om en stilling",
            f"Arbejdsplads nummer {i}",
            f"Ansvar for opgave {i} og den slags",
            f"Mere om kort {i}",
        ]
        for i in range(4)
    ]
    page = [p for i in range(4) for p in block(40 + 270 * (i % 2), 80 + 90 * (i // 2), cards[i])]
    lines = texts(read("cv.pdf", pdf(order(page))))
    starts = [lines.index(card[0]) for card in cards]
    assert [lines[s : s + 4] for s in starts] == cards


def test_two_lists_of_dated_rows_side_by_side(order: Order) -> None:
    left = [("2003", "Læreruddannelse"), ("2010", "Diplom i ledelse"), ("2016", "Master")]
    right = [("2011", "Kursus i jura"), ("2013", "Coaching"), ("2019", "Lean")]
    page = [bold(40, 80, "Uddannelse"), bold(310, 80, "Kurser")]
    for x, rows in ((40, left), (310, right)):
        page += [p for i, (a, b) in enumerate(rows) for p in [put(x, 96 + 14 * i, a), put(x + 45, 96 + 14 * i, b)]]
    assert texts(read("cv.pdf", pdf(order(page)))) == [
        "Uddannelse", *(f"{a}\t{b}" for a, b in left), "Kurser", *(f"{a}\t{b}" for a, b in right),
    ]  # fmt: skip


WORDS = st.lists(
    st.tuples(
        st.integers(20, 480),
        st.integers(20, 820),
        st.sampled_from(["2019 – 2023", "2020", "marts 2014 –", "Leder af skolen", "ERFARING", "Skolen i vest"]),
        st.sampled_from([8, 10, 10, 10, 14]),
    ),
    min_size=1,
    max_size=40,
)  # fmt: skip


@settings(max_examples=60, deadline=None, derandomize=True)
@given(WORDS)
def test_no_layout_loses_a_word(pieces: list[tuple[int, int, str, int]]) -> None:
    apart = [p for i, p in enumerate(pieces) if not any(_close(p, q) for q in pieces[:i])]
    document = read("cv.pdf", pdf([put(x, top, text, size) for x, top, text, size in apart]))
    assert sorted(document.text.split()) == sorted(" ".join(text for _, _, text, _ in apart).split())


def _close(one: tuple[int, int, str, int], two: tuple[int, int, str, int]) -> bool:
    """Whether two texts would be drawn upon each other."""
    return abs(one[1] - two[1]) < 16 and abs(one[0] - two[0]) < 260


def test_the_same_column_has_the_same_lane_on_every_page() -> None:
    page = [*block(40, 63, SIDE, step=15.5), *[p for i in range(3) for p in job(220, 80 + 70 * i, i)]]
    second = [*block(220, 80, PROSE), *block(40, 67, ["Flere sprog", "Tysk", "Fransk", "Svensk"], step=15.5)]
    third = block(220, 80, PROSE)
    document = read("cv.pdf", pdf(page, second, third))
    lanes = {line.span.of(document.text): line.look.lane for line in document.lines if line.look.page in {2, 3}}
    assert lanes["Tysk"] == 1
    assert lanes[PROSE[0]] == 0


def test_text_that_runs_on_in_the_next_column_is_one_lane() -> None:
    left = [
        bold(40, 80, "Erfaring", 13),
        *block(40, 100, [f"Linje {i} i en tekst, der løber videre i næste" for i in range(20)]),
    ]
    right = block(310, 80, [f"spalte som linje {i} uden nogen overskrift over" for i in range(20)])
    document = read("cv.pdf", pdf(left + right))
    assert {line.look.lane for line in document.lines} == {0}


def test_a_gap_is_more_white_than_between_lines() -> None:
    page = [*block(60, 80, PROSE), *block(60, 135, PROSE)]
    looks = [line.look for line in read("cv.pdf", pdf(page)).lines]
    assert [look.gap for look in looks] == [True, False, False, True, False, False]


def stretched(x: float, top: float, words: str, wide: float) -> list[Piece]:
    """Words as a justified narrow column sets them: the same white space between each two (widths of Helvetica)."""
    pieces: list[Piece] = []
    for word in words.split():
        pieces.append(put(x, top, word))
        x += sum(2.78 if c in ".ft" else 2.22 if c in "ijl" else 5.0 if c in "kv" else 5.56 for c in word) + wide
    return pieces


def test_a_date_that_is_stretched_over_its_column(order: Order) -> None:
    dates = [("aug. 2019 – okt.", "2025"), ("feb. 2014 – juli", "2019"), ("nov. 2008 – jan.", "2014")]
    page = [bold(60, 80, "Erfaring", 13)]
    for i, (first, second) in enumerate(dates):
        top = 110 + 70 * i
        page += [*stretched(60, top, first, 9), put(60, top + 13, second), *job(160, top, i)]
    expected = [[f"{a} {b}\t{JOBS[i][1]}", *job_lines(i)[1:]] for i, (a, b) in enumerate(dates)]
    assert texts(read("cv.pdf", pdf(order(page)))) == ["Erfaring", *expected[0], *expected[1], *expected[2]]


def test_a_year_beside_words_is_not_drawn_to_them(order: Order) -> None:
    page = [p for i in range(3) for p in [put(60, 110 + 20 * i, "2014 –"), put(112, 110 + 20 * i, "Lærer i dansk")]]
    assert texts(read("cv.pdf", pdf(order(page)))) == ["2014 –\tLærer i dansk"] * 3


def test_a_title_that_had_no_room_on_its_line(order: Order) -> None:
    page = [
        put(60, 110, "2015 – 2020"),
        bold(160, 110, "Centerchef for børn"),
        bold(160, 123, "og familier"),
        put(160, 136, "Vestby Kommune"),
        *block(160, 149, JOBS[0][3]),
        put(60, 200, "2010 – 2015"),
        bold(160, 200, "Lærer"),
        put(160, 213, "Nordby Skole"),
        *block(160, 226, JOBS[1][3]),
    ]
    expected = ["2015 – 2020\tCenterchef for børn og familier", "Vestby Kommune", *JOBS[0][3]]
    assert texts(read("cv.pdf", pdf(order(page))))[:4] == expected


def test_an_employer_broken_beside_its_date(order: Order) -> None:
    page = [p for i in range(3) for p in [put(60, 110 + 60 * i, "Leder, Vest-"), put(300, 110 + 60 * i, f"20{10 + i}")]]
    page += [p for i in range(3) for p in [put(60, 123 + 60 * i, "jyllands skoler"), put(60, 136 + 60 * i, "Ansvar.")]]
    told = texts(read("cv.pdf", pdf(order(page))))
    assert told[:2] == ["Leder, Vestjyllands skoler\t2010", "Ansvar."]


def test_a_date_under_a_title_is_no_part_of_it(order: Order) -> None:
    page = [bold(60, 110, "Lærer, Nordby Skole"), bold(60, 123, "maj 2018 – nu", 8), *block(60, 140, PROSE)]
    assert texts(read("cv.pdf", pdf(order(page))))[:2] == ["Lærer, Nordby Skole", "maj 2018 – nu"]
