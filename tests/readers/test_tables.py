"""In which order tables are read; the same code serves every format, so Word's tables stand for all."""

from __future__ import annotations

import pytest

from screen.readers import read
from tests.readers.build import docx, item, lanes, lines, p, table

JOB = p("Direktør", run="<w:b/>") + p("Herlev Kommune") + item("Budget")
OLDER = p("Chef", run="<w:b/>") + item("Personale")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            table(("2018–2023", JOB), ("2010–2018", OLDER)),
            ["2018–2023\tDirektør", "Herlev Kommune", "• Budget", "2010–2018\tChef", "• Personale"],
            id="date on the left",
        ),
        pytest.param(
            table((JOB, "2018–2023"), (OLDER, "2010–2018")),
            ["Direktør\t2018–2023", "Herlev Kommune", "• Budget", "Chef\t2010–2018", "• Personale"],
            id="date on the right",
        ),
        pytest.param(
            table(("Stilling", "Sted", "Periode"), ("Direktør", "Herlev", "2018–2023")),
            ["Stilling\tSted\tPeriode", "Direktør\tHerlev\t2018–2023"],
            id="date in the third column",
        ),
        pytest.param(
            table(("Direktør", "2018–2023", "Ansvar for økonomi og personale i hele kommunen og meget andet"),),
            ["Direktør\t2018–2023\tAnsvar for økonomi og personale i hele kommunen og meget andet"],
            id="date in the middle",
        ),
        pytest.param(
            table(("2018–2023\nHerlev", JOB), ("2010–2018\nVestby", OLDER)),
            ["2018–2023\tDirektør", "Herlev\tHerlev Kommune", "• Budget", "2010–2018\tChef", "Vestby", "• Personale"],
            id="date and place",
        ),
        pytest.param(
            table(("aug. 2018 –\ndec. 2023", JOB),),
            ["aug. 2018 – dec. 2023\tDirektør", "Herlev Kommune", "• Budget"],
            id="period broken in two",
        ),
        pytest.param(
            table(("2018–2023", "Direktør"), ("", "Ansvar for økonomi"), ("", "Personale")),
            ["2018–2023\tDirektør", "Ansvar for økonomi", "Personale"],
            id="rows that go on",
        ),
        pytest.param(
            table(("ERFARING", p("Direktør 2018–2023") + p("Chef 2010–2018")), ("SPROG", "Engelsk")),
            ["ERFARING", "Direktør 2018–2023", "Chef 2010–2018", "SPROG", "Engelsk"],
            id="headings on the left",
        ),
        pytest.param(
            table(("Erfaring", "2018–2023", "Direktør"), ("", "2010–2018", "Chef"), ("", "2005–2010", "Konsulent")),
            ["Erfaring", "2018–2023\tDirektør", "2010–2018\tChef", "2005–2010\tKonsulent"],
            id="headings in a column of their own before dates",
        ),
        pytest.param(
            table(("Herlev Kommune", JOB), ("Vestby Kommune", OLDER)),
            ["Herlev Kommune", "Direktør", "Herlev Kommune", "• Budget", "Vestby Kommune", "Chef", "• Personale"],
            id="employers on the left",
        ),
        pytest.param(
            table(("Erhvervserfaring", ""), ("Datoer", "2018 →"), ("Stilling", "Skoleleder"), ("Ansvar", "Et\nTo")),
            ["Erhvervserfaring", "Datoer\t2018 →", "Stilling\tSkoleleder", "Ansvar", "Et", "To"],
            id="keys and values",
        ),
        pytest.param(
            table((p("2018–2023") + p() + p() + p("2010–2018"), JOB + p("Chef", run="<w:b/>")),),
            ["2018–2023\tDirektør", "Herlev Kommune", "• Budget", "2010–2018\tChef"],
            id="several dates in one cell, level with their jobs",
        ),
        pytest.param(
            table((p("2018–2023") + p("2010–2018"), JOB + OLDER),),
            ["2018–2023\tDirektør", "Herlev Kommune", "• Budget", "2010–2018\tChef", "• Personale"],
            id="several dates in one cell, jobs in bold",
        ),
        pytest.param(
            table(("1999\n2005\n2010", "Cand.polit.\nMPA\nDiplom"),),
            ["1999\tCand.polit.", "2005\tMPA", "2010\tDiplom"],
            id="as many dates as lines",
        ),
        pytest.param(
            table(("2018–2023", p("Direktør") + table(("Budget", "300 mio. kr."), ("Ansatte", "120"))),),
            ["2018–2023\tDirektør", "Budget\t300 mio. kr.", "Ansatte\t120"],
            id="table in a table",
        ),
        pytest.param(
            table((item("Ledelse") + item("Økonomi"), item("Politik") + item("Budget")), widths=(50, 50)),
            ["• Ledelse", "• Økonomi", "• Politik", "• Budget"],
            id="lists beside each other",
        ),
    ],
)  # fmt: skip
def test_rows(body: str, expected: list[str]) -> None:
    document = read("cv.docx", docx(body))
    assert lines(document) == expected
    assert {line.look.lane for line in document.lines} == {0}


def test_merged_cells_stand_once() -> None:
    top = '<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + p("2018–2023") + "</w:tc>"
    below = "<w:tc><w:tcPr><w:vMerge/></w:tcPr>" + p("2018–2023") + "</w:tc>"
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("Erfaring") + "</w:tc>"
    right = ["<w:tc>" + p(t) + "</w:tc>" for t in ("Direktør", "Herlev Kommune")]
    body = f"<w:tbl><w:tr>{wide}</w:tr><w:tr>{top}{right[0]}</w:tr><w:tr>{below}{right[1]}</w:tr></w:tbl>"
    assert lines(read("cv.docx", docx(body))) == ["Erfaring", "2018–2023\tDirektør", "Herlev Kommune"]


@pytest.mark.parametrize("widths", [(3000, 7000), ()])
def test_page_in_two_columns_has_the_wide_one_as_main_lane(widths: tuple[int, ...]) -> None:
    side = "".join(p(t) for t in ("Kontakt", "Vestergade 3", "2730 Herlev", "Tlf.", "Sprog", "Dansk"))
    main = p("Ida Prøvesen") + p("Erfaring", style="Overskrift1") + table(("2018–2023", JOB)) * 3
    document = read("cv.docx", docx(table((side, main), widths=widths)))
    assert [lane for lane, _ in lanes(document)] == [1] * 6 + [0] * 11
    assert lines(document)[8] == "2018–2023\tDirektør"


def test_rows_of_several_lines_have_a_gap_between() -> None:
    document = read("cv.docx", docx(table(("2018–2023", JOB), ("2010–2018", OLDER), ("2005", "Konsulent"))))
    assert [line.look.gap for line in document.lines] == [False, False, False, True, False, True]
