"""From pixels to lines: how Tesseract's answer is taken, which side is up, which language; what is said without it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from screen.model.errors import Unreadable
from screen.readers import _ocr, read
from screen.readers._dots import has_dot
from screen.readers._hocr import ScanLine, ScanWord, lines_of
from screen.readers._ocr import Grey, ScanPage, Scribe, data_for
from screen.readers._strokes import stroke
from screen.readers.pdf import lines_of as raw_lines_of
from screen.readers.pdf._engine import sheets
from screen.readers.pdf._scans import sheet_of
from tests.readers.pages import fill, pdf, put, rule, texts
from tests.readers.scans import LINES, drawn, letter, needs_pillow, needs_tesseract, scanned


def hocr(*lines: str) -> bytes:
    return f"<?xml version='1.0'?><!DOCTYPE html><html><body>{''.join(lines)}</body></html>".encode()


def line(*words: tuple[str, int, int], top: int = 100, high: int = 30) -> str:
    """Words as (text, left, confidence); each letter is 15 pixels wide."""
    inner = "".join(
        f"<span class='ocrx_word' title='bbox {x} {top} {x + 15 * len(t)} {top + high}; x_wconf {c}'>{t}</span>"
        for t, x, c in words
    )
    title = f"bbox 0 {top} 900 {top + high}; baseline 0.01 -7; x_size 31; x_descenders 5; x_ascenders 8"
    return f'<span class="ocr_line" title="{title}">{inner}</span>'


# --- what Tesseract tells ---------------------------------------------------------------------------------------------
def test_words_baseline_and_confidence() -> None:
    (found,) = lines_of(hocr(line(("Kære", 100, 96), ("læser", 200, 80))))
    assert [w.text for w in found.words] == ["Kære", "læser"]
    assert [w.confidence for w in found.words] == [0.96, 0.8]
    assert (found.slope, found.size, found.base) == (0.01, 31, 124)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ([("Leder", 100, 90), ("|", 300, 90)], ["Leder"]),
        ([("Leder", 100, 90), ("~.:", 300, 30)], ["Leder"]),
        ([("Leder", 100, 90), ("qxv", 300, 10)], ["Leder"]),
        ([("2012", 100, 90), ("–", 170, 8), ("2014", 220, 90)], ["2012", "–", "2014"]),
        ([("—", 100, 90)], []),
    ],
)
def test_dirt_and_frames_are_no_words(words: list[tuple[str, int, int]], kept: list[str]) -> None:
    assert [w.text for found in lines_of(hocr(line(*words))) for w in found.words] == kept


def test_a_line_that_runs_up_the_page_is_none() -> None:
    assert lines_of(hocr(line(("Leder", 100, 90), ("Skole", 100, 90), high=300))) == []


@pytest.mark.parametrize(
    ("text", "meant"),
    [("direktøØr", "direktør"), ("ÅBNE", "ÅBNE"), ("Aarhus", "Aarhus"), ("MacCoy", "MacCoy")],
)
def test_a_letter_that_is_read_twice_is_one(text: str, meant: str) -> None:
    assert lines_of(hocr(line((text, 100, 90))))[0].words[0].text == meant


def test_a_broken_answer_is_no_page() -> None:
    assert lines_of(b"<html><body>") == []


# --- on the page ------------------------------------------------------------------------------------------------------
def page(*lines: tuple[str, int, int], size: float = 30, slope: float = 0.0, wide: int = 1650) -> ScanPage:
    """Lines as (words, left, baseline)."""
    out = []
    for text, left, base in lines:
        words, x = [], float(left)
        for word in text.split():
            words.append(ScanWord(word, x, base - size, x + 14 * len(word), base, 0.9))
            x += 14 * (len(word) + 1)
        out.append(ScanLine(tuple(words), base, slope, size))
    return ScanPage(wide, 2334, tuple(out))


def told(found: ScanPage) -> list[str]:
    return [raw.text for raw in raw_lines_of([sheet_of(found, 1)])]


def test_dates_stay_beside_their_jobs_and_bullets_are_mended() -> None:
    jobs = ["Skoleleder, Vestby Skole", "Lærer på mellemtrinnet i Østerby", "Pædagog i Nørreby Børnehave"]
    lines = [(f"{2000 + 5 * i} - {2005 + 5 * i}", 170, 300 + 120 * i) for i in range(3)]
    lines += [(job, 600, 300 + 120 * i) for i, job in enumerate(jobs)]
    lines += [("« Fik økonomien i balance", 600, 340 + 120 * i) for i in range(3)]
    found = told(page(*lines))
    assert found[0] == "2000 - 2005\tSkoleleder, Vestby Skole"
    assert found[1] == "• Fik økonomien i balance"
    assert [f for f in found if "\t" in f] == [f"{2000 + 5 * i} - {2005 + 5 * i}\t{job}" for i, job in enumerate(jobs)]


def test_a_small_slope_parts_no_row() -> None:
    slope = 0.015
    lines = [(f"{2000 + i}", 170, round(400 + 45 * i + slope * 170)) for i in range(8)]
    lines += [(f"Leder af skole nummer {i}", 1100, round(400 + 45 * i + slope * 1100)) for i in range(8)]
    assert told(page(*lines, slope=slope)) == [f"{2000 + i}\tLeder af skole nummer {i}" for i in range(8)]


def test_confidence_and_place_are_told_and_sizes_are_even() -> None:
    raw = raw_lines_of([sheet_of(page(("Kære læser af dette brev", 170, 300), ("Med venlig hilsen", 170, 345)), 3)])
    assert [r.look.confidence for r in raw] == [0.9, 0.9]
    assert {r.look.page for r in raw} == {3}
    assert {r.look.bold for r in raw} == {None}
    assert len({r.look.size for r in raw}) == 1
    assert raw[0].look.box is not None
    assert 590 < sheet_of(page(("x", 1, 1)), 1).width < 600


def test_thick_strokes_are_bold_and_thin_ones_say_nothing() -> None:
    found = page(
        ("Erhvervserfaring", 170, 300), ("Leder af skolen i fire år", 170, 345), ("og af mange børn", 170, 390)
    )
    heading, *rest = found.lines
    thick = replace(heading, words=tuple(replace(w, stroke=6.0) for w in heading.words))
    thin = (replace(n, words=tuple(replace(w, stroke=3.0) for w in n.words)) for n in rest)
    raw = raw_lines_of([sheet_of(replace(found, lines=(thick, *thin)), 1)])
    assert [r.look.bold for r in raw] == [True, None, None]


@pytest.mark.parametrize(("ink", "paper"), [(0, 255), (40, 180), (255, 0)])
def test_strokes_are_measured_in_dark_and_in_light_letters(ink: int, paper: int) -> None:
    row = bytes([paper] * 5 + [ink] * 3 + [paper] * 9 + [ink] * 5 + [paper] * 8)
    assert stroke(row * 20, len(row), (0, 0, 30, 20)) == 4.0


def before_a_word(*boxes: tuple[int, int, int, int], ink: int = 20, paper: int = 240) -> bool:
    """Boxes of ink as (left, top, right, bottom) before a word at 100 whose baseline is at 50 and that is 30 high."""
    rows = [bytearray([paper] * 120) for _ in range(70)]
    for left, top, right, bottom in (*boxes, (100, 28, 118, 50)):
        for row in rows[top:bottom]:
            row[left:right] = bytes([ink] * (right - left))
    return has_dot(b"".join(rows), 120, 100, 50, 30)


def test_a_bullet_is_a_small_full_spot_alone_before_the_word() -> None:
    assert before_a_word((70, 36, 77, 43))
    assert before_a_word((70, 36, 77, 43), ink=250, paper=30)
    assert not before_a_word()
    assert not before_a_word((70, 40, 73, 41))  # dirt
    assert not before_a_word((70, 28, 76, 50))  # a letter
    assert not before_a_word((62, 36, 68, 43), (70, 36, 77, 43))  # dots of a row
    assert not before_a_word((70, 36, 77, 43), ink=220)  # a shadow


# --- which side is up, which language --------------------------------------------------------------------------------
class Lying:
    """A picture that reads well from one side only, and tells how often it was looked at."""

    def __init__(self, up: int) -> None:
        self.up = up
        self.seen: list[tuple[int, float]] = []

    def grey(self, turn: int, tilt: float, zoom: float) -> Grey | None:
        self.seen.append((turn, tilt))
        return Grey(1650, 2334, b"up" if turn == self.up else b"no")


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> None:
    good = page(*((text, 170, 300 + 40 * i) for i, text in enumerate(LINES)))
    poor = ScanPage(1650, 2334, page(("uapn 2e3j", 170, 300)).lines)
    monkeypatch.setattr(_ocr, "recognised", lambda grey, data: good if grey.pixels == b"up" else poor)


@pytest.mark.usefixtures("answers")
@pytest.mark.parametrize("up", [0, 1, 2, 3])
def test_a_page_is_read_from_its_right_side_and_the_next_one_first(up: int) -> None:
    scribe, first, second = Scribe(), Lying(up), Lying(up)
    found = scribe.read(first)
    assert found is not None
    assert LINES[0] in found.text
    scribe.read(second)
    assert second.seen == [(up, 0.0)]


@pytest.mark.usefixtures("answers")
def test_a_document_has_its_share_and_no_more() -> None:
    scribe = Scribe()
    pages = [Lying(7) for _ in range(_ocr.MOST_OCR_PAGES + 5)]
    for picture in pages:
        scribe.read(picture)
    assert sum(len(p.seen) for p in pages) == _ocr.MOST_PASSES
    scribe = Scribe()
    assert [scribe.read(Lying(0)) is None for _ in range(22)] == [False] * 20 + [True] * 2


@pytest.mark.parametrize(
    ("text", "data"),
    [
        (" ".join(LINES), "dan"),
        ("Jag har varit chef och haft ansvar for ekonomin samt arbetat med att utveckla kommunen", "swe"),
        ("I have been the head of the department and was responsible for all of its staff", "eng"),
        ("", "dan"),
    ],
)
def test_the_words_tell_the_language(text: str, data: str) -> None:
    assert data_for(text) == data


# --- without Tesseract ------------------------------------------------------------------------------------------------
@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(_ocr, "program", lambda: None)
    _ocr.installed_data.cache_clear()
    yield
    _ocr.installed_data.cache_clear()


def refusal(name: str, data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read(name, data)
    return caught.value.code


PNG = b"\x89PNG\r\n\x1a\n" + bytes(60)


@pytest.mark.usefixtures("without")
def test_without_tesseract_scans_and_pictures_are_told() -> None:
    assert refusal("cv.pdf", scanned(drawn(letter(), 40))) == "no-text-layer"
    assert refusal("cv.png", PNG) == "image-needs-ocr"


def test_without_danish_data_nothing_is_misread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_ocr, "program", lambda: "tesseract")
    monkeypatch.setattr(_ocr, "installed_data", lambda: frozenset({"eng", "osd"}))
    assert refusal("cv.pdf", scanned(drawn(letter(), 40))) == "ocr-needs-danish"
    assert refusal("cv.png", PNG) == "ocr-needs-danish"


@pytest.mark.skipif(os.name == "nt", reason="a script is no program there")
def test_a_program_that_fails_or_hangs_costs_its_page_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = tmp_path / "tesseract"
    fake.write_text(
        f"#!{sys.executable}\nimport sys, time\n"
        "if '--list-langs' in sys.argv: print('List (1):'); print('dan'); sys.exit()\n"
        "time.sleep(60)\n"
    )
    fake.chmod(0o755)
    monkeypatch.setattr(_ocr, "program", lambda: str(fake))
    monkeypatch.setattr(_ocr, "PAGE_SECONDS", 0.3)
    monkeypatch.setattr(_ocr, "MOST_PASSES", 2)
    _ocr.installed_data.cache_clear()
    try:
        monkeypatch.setattr(_ocr, "installed_data", lambda: frozenset({"dan"}))
        assert refusal("cv.pdf", scanned(drawn(letter(), 40))) == "no-text-found"
    finally:
        monkeypatch.undo()
        _ocr.installed_data.cache_clear()


def test_a_page_with_text_is_never_read_by_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_ocr, "_told", lambda *a: pytest.fail("Tesseract was asked"))
    assert texts(read("cv.pdf", pdf([put(60, 60, "Skoleleder på Vestby Skole siden 2019")])))


@pytest.mark.parametrize("strips", [1, 5])
def test_a_scan_in_strips_is_a_scan(strips: int) -> None:
    (sheet,) = sheets(scanned(drawn(letter(), 60), strips=strips))
    assert sheet.scan


@pytest.mark.parametrize("page", [[], [fill(50, 50, 300, 300, 0.5)], [put(60, 60, "Bilag 1")], [rule(60, 60, 400)]])
def test_a_page_with_little_on_it_is_no_scan(page: list[str]) -> None:
    (sheet,) = sheets(pdf(page))
    assert not sheet.scan


# --- with it ----------------------------------------------------------------------------------------------------------
@needs_tesseract
@pytest.mark.parametrize("turns", [0, 1])
def test_a_scanned_page(turns: int) -> None:
    picture = drawn(letter())
    for _ in range(turns):
        picture = picture.turned()
    document = read("cv.pdf", scanned(picture))
    lines = texts(document)
    assert set(LINES) <= set(lines)
    periods = [t.replace("–", "-").replace("—", "-").replace(" - ", "-") for t in lines]
    assert periods[-2:] == ["2012-2019\tSkoleleder, Vestby Skole", "2003-2012\tLærer, Østerby Skole"]
    assert document.pages == 1
    assert all(n.look.confidence is not None and n.look.confidence > 0.6 for n in document.lines)


@needs_tesseract
def test_only_the_scanned_page_of_a_file_is_read_so() -> None:
    blank = drawn(pdf([]), 40)
    document = read("cv.pdf", scanned(drawn(letter()), blank))
    assert [(w.code, dict(w.facts)) for w in document.warnings] == [("page-without-text", {"page": 2})]


@needs_tesseract
@needs_pillow
@pytest.mark.parametrize(("form", "options"), [("JPEG", {"quality": 60}), ("PNG", {}), ("WEBP", {})])
def test_a_picture(form: str, options: dict[str, int]) -> None:
    from tests.readers.pictures import picture

    document = read("cv.bin", picture(drawn(letter()), form, **options))
    assert set(LINES) <= set(texts(document))
    assert document.lines[0].look.page == 1


@needs_tesseract
@needs_pillow
def test_a_fax_of_two_pages_one_askew_and_in_shadow() -> None:
    from tests.readers.pictures import fax

    document = read("cv.tif", fax(drawn(letter())))
    assert document.pages == 2
    assert all(sum(t in n for n in texts(document)) == 2 for t in LINES)


@needs_tesseract
@needs_pillow
def test_pictures_that_cannot_be() -> None:
    from tests.readers.pictures import huge

    assert refusal("cv.png", huge()) == "too-many-pixels"
    assert refusal("cv.png", PNG) == "damaged"
    assert refusal("cv.jpg", b"\xff\xd8\xff\xe0" + bytes(50)) == "damaged"


@needs_pillow
def test_a_broken_fax_is_no_noise_on_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    from tests.readers.pictures import torn_fax

    monkeypatch.setattr(_ocr, "program", lambda: "tesseract")
    monkeypatch.setattr(_ocr, "installed_data", lambda: frozenset({"dan"}))
    monkeypatch.setattr(_ocr, "_told", lambda *a: b"")
    assert refusal("cv.tif", torn_fax(drawn(letter()))) in {"damaged", "no-text-found"}
    assert capfd.readouterr() == ("", "")


@needs_tesseract
@needs_pillow
def test_a_telephone_s_photograph_that_lies_on_its_side() -> None:
    """HEIC, which no library in the project can write: `letter()` from a PDF, turned, saved by a program that can."""
    pytest.importorskip("pi_heif")
    document = read("photo.heic", (Path(__file__).parent / "photo.heic").read_bytes())
    found = document.text.splitlines()
    assert found[0] == "Kjærgård Søndergaard Vestby"
    assert found[-2:] == ["2012 - 2019\tSkoleleder, Vestby Skole", "2003 - 2012\tLærer, Østerby Skole"]
