from __future__ import annotations

import pickle
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from screen.model.application import Application, Filed
from screen.model.text import Box, Document, Look, RawLine
from screen.pipeline._packing import filled, hollow, lean, linked, pack, thin, unpack
from screen.reports import REPORTS, Options
from tests.reports.fakes import CRITERIA, ranking

looks = st.builds(
    Look,
    page=st.one_of(st.none(), st.integers(1, 3)),
    lane=st.integers(0, 2),
    bold=st.one_of(st.none(), st.booleans()),
    box=st.one_of(st.none(), st.builds(Box, *[st.floats(0, 800)] * 4)),
)
documents = st.lists(st.builds(RawLine, st.text(max_size=40), looks), max_size=20).map(
    lambda raw: Document.from_lines("a/b.pdf", "f" * 64, raw, pages=3)
)


@given(documents)
def test_a_document_comes_back_as_it_was(document: Document) -> None:
    assert unpack(pack(document)) == document


@given(documents)
def test_a_lean_document_has_the_same_words_in_the_same_places(document: Document) -> None:
    thin = lean(pack(document))
    assert thin.text == document.text
    assert [(x.span, x.number, x.look.page, x.look.lane) for x in thin.lines] == [
        (x.span, x.number, x.look.page, x.look.lane) for x in document.lines
    ]
    assert all(line.look.box is None for line in thin.lines)


@given(documents)
def test_an_application_is_hollowed_and_filled(document: Document) -> None:
    application = Application("0" * 12, None, (Filed(document, "cv"),))
    empty = hollow(application)
    assert empty.documents[0].document.text == ""
    assert filled(empty, (pack(document),)) == application


def test_a_thin_row_is_reported_as_the_whole_one_is() -> None:
    whole = ranking()
    placed = (
        replace(p, assessment=linked(pickle.loads(pickle.dumps(thin(p.assessment))), CRITERIA)) for p in whole.placed
    )
    packed = replace(whole, placed=tuple(placed))
    for report in REPORTS.values():
        assert report.render(packed, Options(width=100)) == report.render(whole, Options(width=100))
    marks = [m for p in packed.placed for m in p.assessment.marks]
    assert all(m.requirement is own for m in marks for own in CRITERIA.requirements if own.id == m.requirement.id)
    assert not any(f.evidence or f.set_aside for m in marks for f in m.findings)


def test_what_is_equal_is_kept_once_also_behind_a_process() -> None:
    """Three requirements set much the same aside: a row of them must not take three times the memory."""
    assessment = next(p.assessment for p in ranking().placed if any(m.evidence for m in p.assessment.marks))
    mark = next(m for m in assessment.marks if m.evidence)
    again = tuple(replace(e, quote=f"{e.quote} "[:-1]) for e in mark.evidence)
    row = replace(assessment, marks=(replace(mark, set_aside=again), replace(mark, set_aside=again)))
    packed = linked(pickle.loads(pickle.dumps(thin(row))), CRITERIA)
    first, second = packed.marks
    assert first.set_aside == again
    assert all(a is b is c for a, b, c in zip(first.evidence, first.set_aside, second.set_aside, strict=True))
    assert all(a.values is b.values for a, b in zip(first.findings, second.findings, strict=True))
