from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

BASE = Path(__file__).parents[1] / "cases" / "criteria" / "base.yaml"
HERLEV = Path(__file__).parents[2] / "criteria" / "herlev-kommunaldirektoer.yaml"


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_page_tells_weight_source_must_have_levels_and_question(call, language: str) -> None:
    done = call("criteria", "show", BASE, "--language", language)
    assert done.code == 0
    told = " ".join(done.out.split())
    assert "40 (67 %)" in told
    assert "du har erfaring med at lede en skole" in told
    assert "Hvad ændrede sig på din skole" in told
    expected = {
        "da": ("skal-krav på niveauet solid", "Mindst 2 år i gruppen »leder«"),
        "en": ("must-have at the level solid", "At least 2 years in the group “leder”"),
    }
    assert all(part in told for part in expected[language])


def test_every_level_and_group_of_a_long_file_is_told(call) -> None:
    out = " ".join(call("criteria", "show", HERLEV).out.split())
    assert "direktion offentlig: Stillinger med en titel som kommunaldirektør" in out
    assert "executive" not in out  # a packaged entry's name is a code, which is told by its words


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag, attributes) -> None:
        self.links += [value for name, value in attributes if name in ("src", "href")]
        if tag not in ("meta",):
            self.open.append(tag)

    def handle_endtag(self, tag) -> None:
        assert self.open.pop() == tag


def test_html_stands_alone_and_is_whole(call, tmp_path) -> None:
    path = tmp_path / "side.html"
    hostile = tmp_path / "krav.yaml"
    hostile.write_text(BASE.read_text("utf-8").replace("Vestby Kommune", "'<script>x</script>'"), "utf-8")
    assert call("criteria", "show", hostile, "-o", path).code == 0
    text = path.read_text("utf-8")
    page = Page()
    page.feed(text)
    assert page.open == []
    assert page.links == []
    assert "<script>" not in text
    assert "»leder«" in text


def test_markdown(call, tmp_path) -> None:
    path = tmp_path / "side.md"
    assert call("criteria", "show", BASE, "-o", path).code == 0
    text = path.read_text("utf-8")
    assert text.startswith("# Kriterier: Skoleleder, Vestby Kommune\n")
    assert "| **3 solid** | Mindst 2 år i gruppen »leder«" in text


def test_an_ending_that_is_not_written(call, tmp_path) -> None:
    done = call("criteria", "show", BASE, "-o", tmp_path / "side.pptx")
    assert done.code == 2
    assert ".md" in done.err
    assert call("criteria", "show", BASE, "-o", tmp_path / "ingen" / "side.md").code == 4
