"""Documents between processes, in waiting and in the cache: small, so that memory does not grow with their text."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from sys import intern
from typing import TypeVar, cast

from screen.cache import Broken, folded, unfolded
from screen.model.application import Application, Filed
from screen.model.criteria import Criteria, Requirement
from screen.model.cv import Passage, Period, Position
from screen.model.errors import Notice
from screen.model.finding import Assessment, Evidence, Finding, Mark
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

    Of a tenure's months those stay that a rule asks for. What is equal is kept once: three requirements set much the
    same sentences aside.
    """
    once = _Once()
    return replace(
        assessment,
        positions=tuple((_position(p, once), once(path), page, line) for p, path, page, line in assessment.positions),
        marks=tuple(_thin_mark(m, once) for m in assessment.marks),
    )


class _Once:
    """Hands out one object for all that are equal, so that processes exchange it once, and keep it once."""

    def __init__(self) -> None:
        self._known: dict[object, object] = {}

    def __call__(self, value: Kind) -> Kind:
        return cast("Kind", self._known.setdefault((type(value), value), value))

    def values(self, values: Mapping[str, float | bool]) -> Mapping[str, float | bool]:
        """A finding's values; 1 and True are two things."""
        key = tuple((name, type(value), value) for name, value in values.items())
        return cast("Mapping[str, float | bool]", self._known.setdefault(key, values))


Kind = TypeVar("Kind", bound=Hashable)


def _thin_mark(mark: Mark, once: _Once) -> Mark:
    conditions = [c for rule in mark.requirement.rules for a in rule.alternatives for c in a]
    window: dict[str, float] = {}
    for signal, ask in ((c.signal, ask) for c in conditions for ask in c.asks):
        if ask.what == "recent" and isinstance(ask.value, tuple):
            window[signal] = max(window.get(signal, 0), ask.value[1])
    return replace(
        mark,
        findings=tuple(_thin_finding(f, window.get(f.signal, 0), once) for f in mark.findings),
        evidence=tuple(_quote(e, once) for e in mark.evidence),
        set_aside=tuple(_quote(e, once) for e in mark.set_aside),
    )


def _thin_finding(finding: Finding, years: float, once: _Once) -> Finding:
    since = finding.values.get("as_of_month", 0) - 12 * years
    months = once(frozenset(m for m in finding.months if m > since) if years else frozenset())
    return replace(finding, values=once.values(finding.values), evidence=(), set_aside=(), months=months)


def _quote(evidence: Evidence, once: _Once) -> Evidence:
    passage = once(Passage(once(evidence.passage.path), evidence.passage.span))
    return once(replace(evidence, passage=passage, document=once(evidence.document), why=once(evidence.why)))


def _position(position: Position, once: _Once) -> Position:
    period = position.period
    if period is not None:
        passage = Passage(once(period.passage.path), period.passage.span)
        period = Period(once(period.first), once(period.last), once(passage))
    heading = tuple(once(Passage(once(p.path), p.span)) for p in position.heading)
    return replace(position, period=period, heading=heading, section=once(position.section), role=once(position.role))


def linked(assessment: Assessment, criteria: Criteria) -> Assessment:
    """The row with this process's own requirements, rules and names instead of the copies that came with it."""
    own = {r.id: r for r in criteria.requirements}
    return replace(assessment, marks=tuple(_linked_mark(m, own[m.requirement.id]) for m in assessment.marks))


def _linked_mark(mark: Mark, requirement: Requirement) -> Mark:
    rule = next((r for r in requirement.rules if mark.rule and r.level == mark.rule.level), None)
    names = {s.name: s.name for s in requirement.signals}
    findings = (replace(f, signal=names.get(f.signal, f.signal), kind=intern(f.kind)) for f in mark.findings)
    return replace(mark, requirement=requirement, rule=rule, findings=tuple(findings))
