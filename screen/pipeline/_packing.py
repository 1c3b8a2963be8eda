"""Documents between processes and in waiting: small, so that a run's memory does not grow with its text."""

from __future__ import annotations

import pickle
import zlib
from dataclasses import dataclass, replace

from screen.model.application import Application, Filed
from screen.model.criteria import Criteria, Requirement
from screen.model.finding import Assessment, Mark
from screen.model.text import Document, Line, Look, Span

LEVEL = 1
"""Of zlib: the fastest; text packs to a third."""

_Row = tuple[int, int, int, int]
"""Start, end, number, index of the look."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A document that was read, folded up."""

    path: str
    blob: bytes


def pack(document: Document) -> Packed:
    """Folds a document up; looks that lines share are kept once."""
    looks: dict[Look, int] = {}
    rows: list[_Row] = []
    for line in document.lines:
        rows.append((line.span.start, line.span.end, line.number, looks.setdefault(line.look, len(looks))))
    data = (replace(document, lines=()), rows, list(looks))
    return Packed(document.path, zlib.compress(pickle.dumps(data, pickle.HIGHEST_PROTOCOL), LEVEL))


def unpack(packed: Packed) -> Document:
    """The very document that was folded up."""
    document, rows, looks = pickle.loads(zlib.decompress(packed.blob))
    return _with_lines(document, rows, looks)


def lean(packed: Packed) -> Document:
    """The document as intake needs it: its lines share their looks, without their boxes."""
    document, rows, looks = pickle.loads(zlib.decompress(packed.blob))
    shared: dict[Look, Look] = {}
    without = [shared.setdefault(look, look) for look in (replace(look, box=None) for look in looks)]
    return _with_lines(document, rows, without)


def _with_lines(document: Document, rows: list[_Row], looks: list[Look]) -> Document:
    return replace(document, lines=tuple(Line(Span(start, end), number, looks[at]) for start, end, number, at in rows))


def hollow(application: Application) -> Application:
    """The application with its documents' paths and hashes only."""
    bare = (Filed(Document(f.document.path, f.document.sha256, "", ()), f.kind) for f in application.documents)
    return replace(application, documents=tuple(bare))


def filled(application: Application, packed: tuple[Packed, ...]) -> Application:
    """The hollow application with its documents unfolded."""
    whole = {p.path: p for p in packed}
    return replace(
        application, documents=tuple(Filed(unpack(whole[f.document.path]), f.kind) for f in application.documents)
    )


def thin(assessment: Assessment) -> Assessment:
    """The row as reports need it: what a mark quotes stands in the mark, so its findings keep their values only.

    Months stay where a rule asks how recent they are.
    """
    return replace(assessment, marks=tuple(_thin_mark(m) for m in assessment.marks))


def _thin_mark(mark: Mark) -> Mark:
    conditions = [c for rule in mark.requirement.rules for a in rule.alternatives for c in a]
    dated = {c.signal for c in conditions if any(ask.what == "recent" for ask in c.asks)}
    findings = (
        replace(f, evidence=(), set_aside=(), months=f.months if f.signal in dated else frozenset())
        for f in mark.findings
    )
    return replace(mark, findings=tuple(findings))


def linked(assessment: Assessment, criteria: Criteria) -> Assessment:
    """The row with this process's own requirements and rules instead of the copies that came with it."""
    own = {r.id: r for r in criteria.requirements}
    return replace(assessment, marks=tuple(_linked_mark(m, own[m.requirement.id]) for m in assessment.marks))


def _linked_mark(mark: Mark, requirement: Requirement) -> Mark:
    rule = next((r for r in requirement.rules if mark.rule and r.level == mark.rule.level), None)
    return replace(mark, requirement=requirement, rule=rule)
