"""Laws that hold for any text: nothing raises, spans lie within the run, in order, and quote what they point to."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from screen.grammar.amounts import find_amounts
from screen.grammar.changes import find_changes
from screen.grammar.dates import find_dates
from screen.grammar.headings import heading_kind
from screen.grammar.language import detect
from screen.model.text import Span

WORDS = """2012|2019|14|08|1.|31.12.2020|l995|012014|aug.|maj|nu|siden|fra|til|mellem|og|–|-|/|.|,|(|)|'|’09|½|år|mdr.
syv|primo|forår|kvartal|Q3|?|…|→|kr.|mio.|%|ansatte|leder for|kommunen har|faldt|med|en tredjedel|halveret|underskud
overskud|vendte|Direktør|Erfaring|i|3.000|2,1|■■"""
PIECES = [*WORDS.replace("\n", "|").split("|"), "\t", "\n", " ", "  ", "\u00ad", "å\u0301"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | st.lists(
    st.sampled_from(PIECES), max_size=14
).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_dates_amounts_and_changes_of_any_text(text: str) -> None:
    for found in (find_dates(text), find_amounts(text), find_changes(text)):
        assert all(0 <= one.span.start < one.span.end <= len(text) for one in found)
    dates = find_dates(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(dates))
    for dated in dates:
        assert (dated.kind == "duration") == (dated.first is None and dated.last is None)
        assert not (dated.running and dated.last)
        assert dated.first is None or dated.last is None or dated.first.year <= dated.last.year
    heading_kind(text)
    detect(text)


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_only_the_run_is_read(text: str, start: int, length: int) -> None:
    run = Span(min(start, len(text)), min(start + length, len(text)))
    for found in (find_dates(text, run), find_amounts(text, run), find_changes(text, run)):
        assert all(run.holds(one.span) for one in found)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_nothing_raises(text: str) -> None:
    find_dates(text)
    find_amounts(text)
    find_changes(text)
    heading_kind(text)
