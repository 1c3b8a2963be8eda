"""Documents between processes, in waiting and in the cache: small, so that memory does not grow with their text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from screen.cache import Broken, folded, unfolded
from screen.model.application import Application, Filed
from screen.model.criteria import Criteria, Requirement
from screen.model.errors import Notice
from screen.model.finding import Assessment, Mark
from screen.model.text import Document, Hidden, Line, Look, Span

_Row = tuple[int, int, int, int]
"""Start, end, number, index of the look."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A document that was read, folded up."""

    path: str
    blob: bytes
    """All but its path: the same file has the same blob wherever it lies."""


@dataclass(frozen=True, slots=True)
class _Content:
    """What a blob holds: looks that lines share are kept once."""

    sha256: str
    text: str
    hidden: tuple[Hidden, ...]
    pages: int | None
    warnings: tuple[Notice, ...]
    rows: tuple[_Row, ...]
    looks: tuple[Look, ...]

    def document(self, path: str, looks: list[Look]) -> Document:
        """The document, its lines with these looks."""
        rows = ((Span(start, end), number, looks[at]) for start, end, number, at in self.rows)
        lines = tuple(Line(*row) for row in rows)
        return Document(path, self.sha256, self.text, lines, self.hidden, self.pages, self.warnings)


def pack(document: Document) -> Packed:
    """Folds a document up."""
    looks: dict[Look, int] = {}
    rows: list[_Row] = []
    for line in document.lines:
        rows.append((line.span.start, line.span.end, line.number, looks.setdefault(line.look, len(looks))))
    content = _Content(
        document.sha256,
        document.text,
        document.hidden,
        document.pages,
        document.warnings,
        tuple(rows),
        tuple(looks),
    )
    return Packed(document.path, folded(content))


def unpack(packed: Packed) -> Document:
    """The very document that was folded up.

    Raises:
        Broken: it came from a cache, and is something else.
    """
    content = _content(packed)
    return content.document(packed.path, list(content.looks))


def lean(packed: Packed) -> Document:
    """The document as intake needs it: its lines share their looks, without their boxes.

    Raises:
        Broken: as for `unpack`.
    """
    content = _content(packed)
    shared: dict[Look, Look] = {}
    without = (replace(look, box=None) for look in content.looks)
    return content.document(packed.path, [shared.setdefault(look, look) for look in without])


def _content(packed: Packed) -> _Content:
    content: _Content = unfolded(packed.blob, _Content)
    if content.rows and not 0 <= max(at for *_, at in content.rows) < len(content.looks):
        raise Broken
    return content


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
