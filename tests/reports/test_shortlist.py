"""The shortlist in every format: who stands on it, what it says, the same bytes each time."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from io import BytesIO, StringIO
from zipfile import ZipFile

import page
import pypdfium2 as pdfium
import pytest

from screen.model.finding import Placed, Ranking
from screen.model.papers import Paper, PaperLine, Papers
from screen.model.text import Span
from screen.reports import REPORTS, Options
from screen.reports._dossier import dossier
from screen.reports._shortlist import annexed, shortlisted
from tests.blind.read import words
from tests.reports.fakes import CRITERIA, anne, bo, ranking, unread
from tests.reports.hostile import STRINGS, field

PAPER = ("pdf", "docx", "html", "markdown", "xlsx", "csv", "table")
NEVER = re.compile(r"\bafvist|\bafslag|opfylder ikke|\bmangler\b|\brejected|\bunqualified", re.IGNORECASE)


def text(name: str, found: Ranking | None = None, **options: object) -> str:
    data = REPORTS[name].render(found or ranking(), Options(annex=True, **options))  # type: ignore[arg-type]
    return words(data).replace(" | ", " ")


def ids(placed: tuple[Placed, ...]) -> list[str]:
    return [p.assessment.id for p in placed]


def test_whoever_shares_the_last_rank_is_on_the_shortlist() -> None:
    assert len(shortlisted(ranking(), 1)) == 1
    assert len(shortlisted(ranking(), 2)) == 3
    assert len(shortlisted(ranking(), 99)) == 3


@pytest.mark.parametrize("top", [1, 2, 3, None])
def test_nobody_disappears(top: int | None) -> None:
    found = ranking()
    assert ids(shortlisted(found, top)) + ids(annexed(found, top)) == ids(found.placed)


def test_who_could_not_be_read_is_never_on_it_and_always_in_the_annex() -> None:
    assert unread().id in ids(annexed(ranking(), None))


@pytest.mark.parametrize("name", PAPER)
@pytest.mark.parametrize("language", ["da", "en"])
def test_every_applicant_every_problem_and_the_questions_are_told(name: str, language: str) -> None:
    shown = text(name, top=1, language=language).replace("\\", "")
    post = () if name == "csv" else ("Skoleleder", "Vestby Kommune")
    for told in (
        "Anne Test Birkedal",
        "Bo Prøve",
        "Dorte Prøve",
        "Scannet ansøgning.pdf",
        *post,
    ):
        assert told in shown, told
    assert NEVER.search(shown) is None


@pytest.mark.parametrize("name", ["pdf", "docx", "html", "xlsx"])
def test_quotes_places_and_what_is_open_are_told(name: str) -> None:
    shown = text(name)
    assert "Sænkede elevfraværet fra 9 til 5 pct." in shown
    assert "anne/CV.pdf, side 1, linje 6" in shown
    assert "Hvad ændrede sig på din skole" in shown
    assert "2009-2012 Konsulent??" in shown
    assert "ikke dokumenteret i materialet" in shown
    assert "c" * 64 in re.sub(r"[\s\u200b|]", "", shown)


def test_danish_numbers_and_dates() -> None:
    for name in ("pdf", "docx", "html"):
        assert "90,0" in text(name)
        assert "15. maj 2026" in text(name)
        assert "90.0" in text(name, language="en")
        assert "15 May 2026" in text(name, language="en")


@pytest.mark.parametrize("name", sorted(set(REPORTS) - {"json"}))
def test_the_same_ranking_gives_the_same_bytes(name: str) -> None:
    assert REPORTS[name].render(ranking(), Options()) == REPORTS[name].render(ranking(), Options())


LONG = "Maria-Antoinette " * 5 + "Ø" * 40
ODD = {"long": LONG, "from right to left": "محمد بن عبد الله", "of one letter": "Ø", "missing": None}


@pytest.mark.parametrize("name", PAPER)
def test_odd_names_and_small_fields(name: str) -> None:
    for odd in ODD.values():
        alone = replace(ranking(), placed=(Placed(replace(bo(), name=odd), 1, 30.0, False),), problems=())
        assert "skoleleder" in text(name, alone)
    nobody = replace(ranking(), placed=(Placed(unread(), None, None, False),))
    assert "Scannet" in text(name, nobody)
    assert text(name, replace(ranking(), placed=(), problems=()))


# --- each format's own promises -----------------------------------------------------------------------------------


def test_the_pdf_is_tagged_and_titled_and_its_fonts_are_inside() -> None:
    data = REPORTS["pdf"].render(ranking(), Options())
    document = pdfium.PdfDocument(data)
    assert document.get_metadata_dict()["Title"] == "Shortlist: Skoleleder, Vestby Kommune"
    assert document.get_metadata_dict()["Author"] == ""
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data
    assert b"/MarkInfo<</Marked true" in data
    assert b"/Lang(da)" in data
    # Three of every four fonts are subsets with their program inside; a font by name only would have none.
    assert data.count(b"/FontFile3") + data.count(b"/FontFile2") >= data.count(b"/Type/FontDescriptor") > 0


@pytest.mark.parametrize("found", [ranking(), field(STRINGS[::4])], ids=["usual", "hostile"])
def test_the_pdf_is_accessible_as_a_checker_of_others_finds_it(found: Ranking) -> None:
    report = page.validate_pdf_bytes(REPORTS["pdf"].render(found, Options()), profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


def test_one_page_each_on_paper() -> None:
    document = pdfium.PdfDocument(REPORTS["pdf"].render(ranking(), Options()))
    starts = [sheet.get_textpage().get_text_bounded() for sheet in document]
    for who in ("Anne Test Birkedal", "Bo Prøve", "Dorte Prøve"):
        assert [s for s in starts if who in s.splitlines()[2:4] or who in s.splitlines()[:4]], who


def test_word_has_headings_tables_and_repeating_heads_and_tells_of_nobody() -> None:
    with ZipFile(BytesIO(REPORTS["docx"].render(ranking(), Options()))) as package:
        body, about = package.read("word/document.xml").decode(), package.read("docProps/core.xml").decode()
        assert not [n for n in package.namelist() if "thumbnail" in n]
        assert {i.date_time for i in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert body.count('w:val="Heading1"') >= 5
    assert body.count("<w:tblHeader") == body.count("<w:tbl>")
    assert "<dc:creator></dc:creator>" in about or "<dc:creator/>" in about
    assert "python-docx" not in about
    assert "2026-05-15" in about


def test_the_workbook_has_its_views_with_figures_as_figures() -> None:
    with ZipFile(BytesIO(REPORTS["xlsx"].render(ranking(), Options()))) as package:
        book = package.read("xl/workbook.xml").decode()
        first = package.read("xl/worksheets/sheet1.xml").decode()
        about = package.read("docProps/core.xml").decode()
    assert re.findall(r'<sheet name="([^"]+)', book) == [
        "Rangering", "Niveauer", "Belæg", "Stillinger", "Problemer", "Grundlag"]  # fmt: skip
    assert '<pane xSplit="2" ySplit="1"' in first
    assert "<autoFilter" in first
    assert first.count("<dataBar") >= 3
    assert "<v>90</v>" in first
    assert "<dc:creator></dc:creator>" in about or "<dc:creator/>" in about


def test_a_csv_has_a_row_each_and_the_language_s_separators() -> None:
    for language, mark, total in (("da", ";", "90,0"), ("en", ",", "90.0")):
        data = REPORTS["csv"].render(ranking(), Options(language=language, top=1)).decode("utf-8-sig")
        rows = list(csv.reader(StringIO(data), delimiter=mark))
        assert [row[1] for row in rows[1:]][:2] == ["Anne Test Birkedal", "Bo Prøve"]
        assert rows[1][4] == total
        assert [row[3] for row in rows[1:]] == (["ja", *["nej"] * 3] if language == "da" else ["yes", *["no"] * 3])


def test_markdown_is_short() -> None:
    assert len(REPORTS["markdown"].render(ranking(), Options(top=1))) < 3000


def test_the_page_marks_what_was_quoted_in_the_document() -> None:
    line = "Skoleleder, Søndervang Skole\t2014 – nu"
    shown = f"Anne Test Birkedal\n{line}"
    lines = (PaperLine(Span(0, 18), 1, 1), PaperLine(Span(19, len(shown)), 1, 2))
    who = anne()
    cited = replace(
        who.marks[0].evidence[0], passage=replace(who.marks[0].evidence[0].passage, span=Span(19, len(shown)))
    )
    who = replace(who, marks=(replace(who.marks[0], evidence=(cited,)),))
    found = replace(ranking(), placed=(Placed(who, 1, 90.0, True),))
    papers = (Papers(who.id, (Paper("anne/CV.pdf", "cv", shown, lines),)),)
    shown_page = REPORTS["html"].render(found, Options(papers=lambda: iter(papers))).decode()
    anchor = f"m-{who.id}-0-19"
    assert f'<mark id="{anchor}" tabindex="-1">Skoleleder, Søndervang Skole' in shown_page
    assert f'<a href="#{anchor}">' in shown_page


def test_documents_are_shown_of_the_shortlist_only() -> None:
    papers = [Papers(a.id, (Paper(f"{a.id}.txt", "cv", "x", ()),)) for a in (anne(), bo())]
    shown_page = REPORTS["html"].render(ranking(), Options(top=1, papers=lambda: iter(papers))).decode()
    assert f"{anne().id}.txt" in shown_page
    assert f"{bo().id}.txt" not in shown_page


def test_the_dossier_says_of_the_next_level_only_what_is_open() -> None:
    made = dossier(ranking(), Options())
    bo_s = next(p for p in made.people if p.row.name == "Bo Prøve")
    assert bo_s.verdicts[0].open == (
        "mindst 2 år i grupperne »leder« eller »viceleder« (lagt sammen) (dokumenteret: 1,4)",
    )
    assert made.people[0].verdicts[0].open == ()
    assert [want.label for want in made.wants] == [r.label for r in CRITERIA.requirements]
