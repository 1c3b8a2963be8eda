"""Understanding never raises, places what it finds in the documents, and is the same for the same text."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from screen.model.application import Application, Filed
from screen.model.text import Document, Look, RawLine
from screen.understand import understand

PIECES = [
    *(
        "Erhvervserfaring",
        "Uddannelse",
        "Bestyrelsesposter",
        "Ansættelser:",
        "Profil",
        "Referencer",
        "Karriere",
        "Kurser",
    ),
    *(
        "2012 – 2016",
        "siden 2019",
        "2019 –",
        "nu",
        "1998",
        "aug. 2007 – juli 2011",
        "(2004-08)",
        "fra 2010",
        "i syv år",
        "2016 – 2012",
    ),
    *("Kommunaldirektør", "økonomichef", "Elev og senere", "medlem af direktionen", "Studentermedhjælper", "Konsulent"),
    *(
        "Nordhavn Kommune",
        "Kvist & Aabo A/S",
        "Region Sjælland",
        "Retten i",
        "Møbelgården",
        "Stilling:",
        "Arbejdsgiver",
    ),
    *(
        "jeg har været",
        "Fra 2003 til",
        "blev jeg",
        "hos",
        "i",
        "og",
        ",",
        ", ",
        ".",
        ": ",
        " · ",
        " | ",
        " – ",
        "\t",
        "• ",
        "(",
        ")",
        "■■■■",
        "»",
    ),
    *(
        "Ansvar for 40 medarbejdere og et budget på 3 mio. kr.",
        "Leder af",
        "Ledelse.",
        "100 %",
        "\u00a0",
        "\u200b",
        "é",
        "ß",
        "1.",
        "-",
    ),
]
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=7).map(" ".join), st.text(max_size=40))
LOOKS = st.builds(
    Look,
    page=st.sampled_from([None, 1, 2]),
    lane=st.sampled_from([0, 0, 0, 1]),
    paragraph=st.sampled_from([None, None, True, False]),
    gap=st.booleans(),
    heading=st.sampled_from([False, False, False, True]),
    size=st.sampled_from([None, 10.0, 14.0]),
    bold=st.sampled_from([None, False, True]),
    furniture=st.sampled_from([False, False, False, True]),
)
LINES = st.lists(st.builds(RawLine, TEXTS, LOOKS), max_size=25)
KINDS = st.sampled_from(["cv", "cv", "letter", "other"])


@settings(max_examples=250, deadline=None)
@given(st.lists(st.tuples(LINES, KINDS), max_size=3))
def test_any_text_is_understood(files: list[tuple[list[RawLine], str]]) -> None:
    filed = [Filed(Document.from_lines(f"{i}.txt", "0" * 64, lines), kind) for i, (lines, kind) in enumerate(files)]  # type: ignore[arg-type]
    application = Application("0" * 12, None, tuple(filed))
    cv = understand(application)
    texts = {f.document.path: f.document.text for f in filed}
    heads = itertools.chain.from_iterable(p.heading for p in cv.positions)
    for passage in (*heads, *(s.passage for s in cv.statements), *cv.unaccounted):
        assert 0 <= passage.span.start <= passage.span.end <= len(texts[passage.path])
    for statement in cv.statements:
        assert statement.position is None or statement.position < len(cv.positions)
        assert statement.study is None or statement.study < len(cv.studies)
    assert cv == understand(application)
