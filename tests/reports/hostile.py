"""Strings that some program would run, follow or break on, as everything that an applicant can write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from screen.model.cv import Month, Passage
from screen.model.errors import Notice, Problem
from screen.model.finding import Assessment, FileRecord, Placed, Ranking
from screen.model.papers import Paper, PaperLine, Papers
from screen.model.text import Span
from tests.reports.fakes import LEADING, WELLBEING, anne, mark, position, quote, ranking

FORMULAS = [
    "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", '=HYPERLINK("http://x","y")', " =1+1",
    "\u00a0=1", "＋1", "－1", "＠x", "%x", "|x",
]  # fmt: skip
MARKUP = [
    "<script>alert(1)</script>", "</script><script>alert(2)</script>", "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)', "' autofocus onfocus=alert(1) x='", "</style><script>x</script>", "<!-- c -->", "]]>",
    "<?xml version='1.0'?>", "<w:t>x</w:t>", "</w:p>", "<a href=x>", "&lt;b&gt;", "&#60;",
    "&amp", "<svg/onload=alert(1)>",
    "<iframe src=http://x>", "<base href=http://x>", "<meta http-equiv=refresh content=0>", "<style>*{}</style>",
]  # fmt: skip
CODE = [
    "{{7*7}}", "${7*7}", "#{7*7}", "%s%s%n", "{0}", "{name}", "\\u0041", "#let x = 1", '#read("/etc/passwd")', "$x^2$",
    "#pagebreak()", "#v(1000cm)", "@label", "<label>", "~", "---", "\\", "//comment", "/*c*/", "$(x)", "`x`", "%00",
    "%PDF-1.4", "endobj", "(a) Tj", "\\(", "PK\x03\x04", "[/x]", "[bold]", "[link=http://x]", "#import \"x\"",
]  # fmt: skip
MARKDOWN = [
    "*bold*", "_it_", "`code`", "[link](javascript:alert(1))", "![i](http://x/y.png)", "| a | b |", "# head", "1. x",
    "- x", "+ x", "> q", "``` x", "~~s~~", "<http://x>", "http://evil.example", "www.evil.example",
    "a@b.example", "===",
]  # fmt: skip
SIGNS = [
    "\x1b[31mred", "\x00nul", "a\u202egnp.exe", "\u2066x", "\u200bzero", "\ud800", "\n\nnew", "a\rb",
    "\ufeffbom", "\ufffe",
    "\U000e0041", "e\u0301\u0301\u0301" * 20, "محمد العربي", "שלום כהן", "王小明", "😀😀", "𝒜𝓃𝓃𝑒", "ＡＢＣ", "﷽" * 5,
    "A" * 300, "x" * 80 + " " + "y" * 80, "Ø" * 120, "../../etc/passwd", "C:\\x\\y", "javascript:alert(1)",
    "data:text/html,<script>", "'quoted", '"dq"', "«»", "_x0041_", "-", " ", "■■■", "?",
]  # fmt: skip
STRINGS = [*FORMULAS, *MARKUP, *CODE, *MARKDOWN, *SIGNS]


def applicant(at: int, text: str) -> Assessment:
    """Somebody whose name, files, titles, employers, quotes and notices are all this text."""
    said = replace(quote(text[:240], "topic", document=text), passage=Passage(text, Span(0, 3)))
    broken = FileRecord(f"{text}2", "b" * 64, "other", None, Problem.of(f"{text}2", "internal-error", reason=text))
    led = frozenset(range(24000, 24050))
    return replace(
        anne(),
        id=f"{at:012x}",
        name=text,
        files=(FileRecord(text, "a" * 64, "cv", 2), broken),
        positions=((position(text, text, Month(2014), None, text), text, 1, 4),),
        marks=(
            mark(LEADING, 4, {"found": True, "years": 12.0}, (said,), (replace(said, why=text),), led),
            mark(WELLBEING, 0, {"found": False, "count": 0}, (), (said,)),
        ),
        notices=(Notice.of("undated-position", title=text),),
        unaccounted=(said,),
    )


def field(strings: list[str]) -> Ranking:
    """As many applicants as strings, of whom every one is hostile, and so is the posting."""
    found = ranking()
    placed = tuple(Placed(applicant(at, s), at + 1, 90 - at / 10, True) for at, s in enumerate(strings))
    posting = replace(found.criteria.posting, title="</title><script>=1+1#let", organisation='=HYPERLINK("http://x")')
    requirements = tuple(
        replace(r, label=f"=1<b>{r.label}", source="#read(1)</script>", ask="<script>*x*") for r in (LEADING, WELLBEING)
    )
    criteria = replace(found.criteria, posting=posting, requirements=requirements)
    by_id = {r.id: r for r in requirements}
    marked = tuple(
        replace(
            p,
            assessment=replace(
                p.assessment,
                marks=tuple(replace(m, requirement=by_id[m.requirement.id]) for m in p.assessment.marks),
            ),
        )
        for p in placed
    )
    problems = tuple(Problem.of(s, "encrypted") for s in strings)
    return replace(found, criteria=criteria, placed=marked, problems=problems)


def papers(strings: list[str]) -> Iterator[Papers]:
    """A document each, of one line."""
    for at, text in enumerate(strings):
        line = f"{text} text"
        yield Papers(f"{at:012x}", (Paper(text, "cv", line, (PaperLine(Span(0, len(line)), 1, 1),)),))
