"""Paragraphs by look, sentences by tests/cases/sentences.yaml."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from screen.grammar.sentences import paragraphs, sentences
from screen.model.text import Box, Document, Look, RawLine, Span

CASES = yaml.load((Path(__file__).parent.parent / "cases/sentences.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)


@pytest.mark.parametrize("case", [case for group in CASES.values() for case in group], ids=lambda case: case[0][:40])
def test_sentences(case: list[str]) -> None:
    text, *want = (part.replace("␉", "\t") for part in case)
    assert [span.of(text) for span in sentences(text, Span(0, len(text)))] == (want or [text])


@given(st.text(alphabet="ab. \n\tÆkr!•12", max_size=60))
def test_sentences_lose_nothing_but_white_space(text: str) -> None:
    spans = sentences(text, Span(0, len(text)))
    assert all(not text[i].strip() for i in range(len(text)) if not any(s.start <= i < s.end for s in spans))


def joined(lines: list[RawLine]) -> list[str]:
    document = Document.from_lines("cv.pdf", "0", lines)
    return [" ".join(line.span.of(document.text) for line in part) for part in paragraphs(document, document.lines)]


def placed(text: str, left: float = 50, right: float | None = None, size: float = 10, **look: object) -> RawLine:
    """A line of about 5 points a character, unless its right edge is told."""
    box = Box(left, 0, right if right is not None else left + 5 * len(text), 12)
    return RawLine(text, Look(page=1, box=box, size=size, **look))  # type: ignore[arg-type]


def test_the_format_s_word_counts() -> None:
    lines = [
        RawLine("Leder for", Look(paragraph=True)),
        RawLine("Budget", Look(paragraph=False)),
        RawLine("Ny", Look(paragraph=True)),
    ]
    assert joined(lines) == ["Leder for Budget", "Ny"]


def test_a_full_line_goes_on_in_the_next() -> None:
    full = "Medlem af direktionen og øverste ansvarlig for økonomi, it og personale. Byrådets"
    lines = [placed(full, right=500), placed(full, right=498), placed(full, right=502), placed("Rådgiver siden 2019.")]
    assert joined(lines) == [" ".join([full, full, full, "Rådgiver siden 2019."])]


def test_a_short_line_was_ended_on_purpose() -> None:
    long = "Medlem af direktionen og øverste ansvarlig for økonomi, it og personale i alt"
    lines = [placed(long, right=500), placed("Vestby Kommune"), placed("Region Nord"), placed(long, right=500)]
    assert joined(lines) == [long, "Vestby Kommune", "Region Nord", long]


def test_a_gap_begins_a_paragraph() -> None:
    full = "Medlem af direktionen og øverste ansvarlig for økonomi, it og personale og"
    assert len(joined([placed(full, right=500), placed("Byggeri", gap=True)])) == 2


def test_a_gap_between_pages_does_not() -> None:
    first = RawLine("Ansvar for økonomien og", Look(page=1, box=Box(50, 700, 200, 712)))
    second = RawLine("personalet i centret.", Look(page=2, gap=True, box=Box(50, 40, 180, 52)))
    assert joined([first, second]) == ["Ansvar for økonomien og personalet i centret."]


def test_what_hangs_under_a_bullet_belongs_to_it() -> None:
    lines = [
        placed("• Omstilling på 160 mio. kr. efter en", left=50),
        placed("proces, hvor alle skrev med", left=60),
        placed("KL bistod", left=60),
        placed("• Næste", left=50),
    ]
    assert joined(lines) == [
        "• Omstilling på 160 mio. kr. efter en proces, hvor alle skrev med KL bistod",
        "• Næste",
    ]


def test_an_entry_s_period_begins_anew() -> None:
    assert joined([RawLine("Økonomidirektør"), RawLine("april 2012 – dec. 2016")]) == [
        "Økonomidirektør",
        "april 2012 – dec. 2016",
    ]


def test_a_period_may_end_an_entry() -> None:
    assert joined([RawLine("Formand for havnens bestyrelse,"), RawLine("2019-2022")]) == [
        "Formand for havnens bestyrelse, 2019-2022"
    ]


@pytest.mark.parametrize(
    "look",
    [{"size": 14.0}, {"bold": True}, {"heading": True}, {"lane": 1}],
    ids=["size", "bold", "heading", "lane"],
)
def test_another_look_begins_anew(look: dict[str, object]) -> None:
    full = "Medlem af direktionen og øverste ansvarlig for økonomi, it og personale og"
    other = RawLine("Budget", Look(page=1, box=Box(50, 0, 90, 12), **{"size": 10.0, "bold": False} | look))  # type: ignore[arg-type]
    lines = [placed(full, right=500, bold=False)] * 3 + [other]
    assert joined(lines)[-1] == "Budget"


def test_a_line_that_ends_in_and_goes_on() -> None:
    assert joined([RawLine("Ansvar for økonomi og"), RawLine("HR")]) == ["Ansvar for økonomi og HR"]


def test_rows_of_a_table_stand_alone() -> None:
    assert len(joined([RawLine("2019\tDirektør"), RawLine("2012\tChef")])) == 2


def test_without_geometry_a_long_line_goes_on() -> None:
    long = "Regnskabskontrol og budgetopfølgning for teknik- og kulturområdet. Afstemmer"
    assert joined([RawLine(long), RawLine("Anlægsregnskaber hver måned.")]) == [long + " Anlægsregnskaber hver måned."]
