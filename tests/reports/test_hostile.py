"""A hundred hostile strings in every format: nothing active, nothing broken."""

from __future__ import annotations

import csv
import re
from functools import cache
from html.parser import HTMLParser
from io import BytesIO, StringIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pypdfium2 as pdfium
import pytest
from markdown_it import MarkdownIt

from screen.reports import REPORTS, Options
from tests.reports.hostile import CODE, FORMULAS, MARKUP, SIGNS, STRINGS, field, papers


@cache
def made(name: str, most: int | None = None) -> bytes:
    strings = STRINGS if most is None else [*FORMULAS, *MARKUP, *CODE, *SIGNS][::most]
    return REPORTS[name].render(field(strings), Options(papers=lambda: papers(strings)))


def test_there_are_a_hundred() -> None:
    assert len(set(STRINGS)) >= 100


def test_no_cell_of_a_csv_is_a_formula_and_none_is_lost() -> None:
    rows = list(csv.reader(StringIO(made("csv").decode("utf-8-sig"), newline=""), delimiter=";"))
    assert len(rows) == len(STRINGS) + 1
    assert len({len(row) for row in rows}) == 1
    starts = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
    assert [cell for row in rows for cell in row if cell.lstrip(" \u00a0").startswith(starts)] == []


def test_markdown_is_read_as_the_text_that_it_is() -> None:
    page = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(made("markdown").decode())
    tags = set(re.findall(r"<(\w+)", page))
    assert tags <= {"h1", "h2", "p", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "strong"}
    assert page.count("<td") == len(STRINGS) * 5


@pytest.mark.parametrize("name", ["xlsx", "docx"])
def test_office_files_are_sound_and_hold_nothing_active(name: str) -> None:
    with ZipFile(BytesIO(made(name, None if name == "xlsx" else 3))) as package:
        assert package.testzip() is None
        parts = {n: package.read(n) for n in package.namelist()}
    assert not [n for n in parts if re.search(r"vba|macro|embeddings|externalLink|\.bin$", n, re.IGNORECASE)]
    text = b"".join(data for n, data in parts.items() if n.endswith((".xml", ".rels")))
    assert not re.search(rb'<f[ >]|TargetMode="External"|<hyperlink|<w:hyperlink|DDEAUTO', text)
    assert set(re.findall(rb'w:instr="(\w+)', text)) <= {b"PAGE", b"NUMPAGES"}
    for part, data in parts.items():
        if part.endswith((".xml", ".rels")):
            ElementTree.fromstring(data)


class Elements(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_the_page_holds_its_own_script_and_style_and_no_other() -> None:
    found = Elements(made("html").decode()).found
    tags = [tag for tag, _ in found]
    assert (tags.count("script"), tags.count("style")) == (1, 1)
    assert not {"img", "iframe", "object", "embed", "link", "base", "audio", "video"} & set(tags)
    attributes = [(tag, name, value or "") for tag, given in found for name, value in given.items()]
    assert [a for a in attributes if a[1].startswith("on") or a[1] in ("src", "style", "srcset", "action")] == []
    assert [a for a in attributes if a[1] == "href" and not a[2].startswith("#")] == []


def test_ids_on_the_page_are_there_once_and_every_link_leads_somewhere() -> None:
    found = Elements(made("html").decode()).found
    ids = [given["id"] for _, given in found if "id" in given]
    assert len(ids) == len(set(ids))
    links = {(given.get("href") or "")[1:] for tag, given in found if tag == "a"}
    assert links <= set(ids)


def test_the_pdf_is_made_and_says_the_texts_as_they_are() -> None:
    data = made("pdf", 2)
    document = pdfium.PdfDocument(data)
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    assert [s for s in ("${7*7}", "%s%s%n", "{name}", "#read(1)") if s not in text] == []
    assert b"/JavaScript" not in data
    assert b"/Launch" not in data
    assert b"/URI" not in data


def test_no_output_for_people_steers_a_terminal_or_turns_a_line() -> None:
    for name in ("table", "markdown", "csv", "html", "compare"):
        assert not re.search(
            "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b]", made(name).decode("utf-8-sig")
        )
