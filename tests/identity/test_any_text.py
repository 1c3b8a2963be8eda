import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screen.identity import find_masks, name_of, read_file_name
from screen.intake import group
from screen.model.text import Document

from .frames import document

WORDS = """Født|gift med|to børn|og|54 år|20 00 11 22|Lone Vester|Navn:|•|Medlem af Venstre|Barsel 2012|Erfaring
Personligt|2010 – nu|Vej 3|4000 Roskilde|-|,|.|(|æ|a@b.cd|■■■■■■-■■■■"""
PIECES = st.sampled_from([*WORDS.replace("\n", "|").split("|"), "\t", "\u00ad"])
LINES = st.lists(st.one_of(st.lists(PIECES, max_size=8).map(" ".join), st.text(max_size=40)), max_size=12)


@settings(max_examples=150, deadline=None)
@given(LINES)
def test_masks_of_any_text_lie_in_it_and_apart(lines: list[str]) -> None:
    whole = document(*lines)
    end = 0
    for mask in find_masks([whole]):
        assert end <= mask.span.start < mask.span.end <= len(whole.text)
        end = mask.span.end


@settings(max_examples=100, deadline=None)
@given(st.lists(LINES, max_size=4), st.text(max_size=30))
def test_any_files_are_grouped(papers: list[list[str]], path: str) -> None:
    documents: list[Document] = [document(*lines, path=f"{path}{n}") for n, lines in enumerate(papers)]
    assert sum(len(a.documents) for a in group(documents, [])) == len(documents)
    name_of(documents)
    read_file_name(path)


REPEATED = """gift med to børn og |Lone Vester |1 2 3 4 5 6 7 8 9 0 |A|Vej |født i |a.b.|Medlem af Venstre, |(|Xx yy-
på 3, 4 og 5 børn |a@|■|8-|tlf. """.replace("\n", "|")


@pytest.mark.parametrize("piece", REPEATED.split("|"))
def test_no_text_takes_long(piece: str) -> None:
    whole = document("Lone Vester", "Personlige oplysninger", piece * (24_000 // len(piece)))
    started = time.process_time()
    find_masks([whole])
    assert time.process_time() - started < 2.5
