"""Education, courses, certificates and languages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from screen.lexicon import reading
from screen.model.cv import Passage, SectionKind, Study
from screen.model.text import Document, Span
from screen.understand._row import Row, field_spans
from screen.understand._words import phrases, study_state
from screen.understand.positions import period_of

STUDY_SECTIONS: tuple[SectionKind, ...] = ("education", "courses", "languages")
_TRIM = " \t\n,;:|·•–—-."


def _study(rows: Sequence[Row], section: SectionKind) -> Study | None:
    spans = [s for row in rows for s in field_spans(row)]
    if not spans:
        return None
    texts = [s.shifted(-row.start).of(row.text).strip(_TRIM) for row in rows for s in field_spans(row)]
    whole = Span(rows[0].line.span.start, rows[-1].line.span.end)
    dated = next((d for row in rows for d in row.dates if d.kind == "period"), None)
    said = " ".join(row.text for row in rows)
    return Study(
        what=re.sub(r"\s+", " ", texts[0]),
        where=re.sub(r"\s+", " ", texts[1]) if len(texts) > 1 else None,
        period=period_of(dated, rows[0].path),
        state=study_state(said, dated is not None and dated.running),
        passage=Passage(rows[0].path, whole),
        section=section,
    )


def _blocks(rows: Sequence[Row]) -> list[list[Row]]:
    """One study per dated row or bullet; undated rows go on with the study before them where dates lead."""
    lead = sum(bool(r.dates) for r in rows) >= max(1, len(rows) // 3)
    out: list[list[Row]] = []
    for row in rows:
        new = bool(row.dates) or row.bullet or not lead or not out or row.line.look.gap or _tells_its_own_end(row)
        if new or out[-1][-1].line.look.lane != row.line.look.lane:
            out.append([row])
        else:
            out[-1].append(row)
    return out


def _tells_its_own_end(row: Row) -> bool:
    """Names something that has lapsed or lacks its exam: "Lead Implementer, kursus uden eksamen"."""
    found = (phrases(key).search(row.bare) for key in ("study_without_exam", "study_lapsed"))
    return any(m and re.search(r"\w\s*[,(–:]", row.bare[: m.start()]) for m in found)


def studies(rows: Sequence[Row], section: SectionKind) -> list[Study]:
    """The studies of one section."""
    found = [_study(block, section) for block in _blocks(rows)]
    return [s for s in found if s]


def diploma(document: Document, text: str) -> Study | None:
    """The study that a certificate documents: all of its text counts as one passage."""
    lines = [x for x in document.lines if x.span.of(text).strip()]
    if not lines:
        return None
    whole = Span(lines[0].span.start, lines[-1].span.end)
    return Study(
        what=" ".join(lines[min(1, len(lines) - 1)].span.of(text).split()),
        where=" ".join(lines[0].span.of(text).split()),
        period=None,
        state=study_state(whole.of(text), running=False, diploma=True),
        passage=Passage(document.path, whole),
    )


LEAST_STUDIES = 2
"""Rows that make a section of studies, under a heading that does not say so."""


def tells_studies(rows: Sequence[Row]) -> bool:
    """Whether the dated rows of a section tell of studies: each a qualification or a school, one a qualification."""
    dated = [r for r in rows if r.dates and not r.sentence]
    named = [r for r in dated if phrases("study_marks").search(r.bare) or phrases("study_places").search(r.bare)]
    return len(named) >= LEAST_STUDIES and len(named) == len(dated) and any(map(_qualifies, named))


def tells_study(head: Sequence[Row]) -> bool:
    """Whether a head begins with a qualification and names no job title: "Cand.jur., Københavns Universitet"."""
    parts = [s.shifted(-row.start).of(row.text) for row in head for s in field_spans(row)]
    marked = any(phrases("study_marks").match(part) for part in parts)
    return marked and not any(reading.title_span(part) for part in parts)


def _qualifies(row: Row) -> bool:
    return bool(phrases("study_marks").search(row.bare))
