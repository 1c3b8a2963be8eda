"""One applicant's page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from screen.model.criteria import LEVELS
from screen.model.cv import Position
from screen.model.finding import Assessment, Evidence, FileRecord, Mark, Placed, Ranking
from screen.reports import _levels as levels
from screen.reports._dossier._parts import Alternative, Cell, FileLine, Job, Person, Quote, Row, Verdict
from screen.reports._dossier._words import quoted, told
from screen.reports._options import Options
from screen.reports._rules import Told, alternatives, next_rule
from screen.reports._timeline import ends, newest, period_text, traits
from screen.wording import knows, one_line, say, spoken

LEAST_YEARS = 4
"""On the axis: a career of one year is not drawn across the page."""
MOST_TICKS = 8
"""Years written below the axis."""
STEPS = (1, 2, 5, 10, 20, 50)
"""Years between two ticks."""


def person(placed: Placed, row: Row, ranking: Ranking, options: Options) -> Person:
    """The page of one applicant."""
    who, language = placed.assessment, options.language
    axis = _axis(who, ranking.as_of)
    rows = sorted(who.positions, key=lambda r: newest(r[0], ranking.as_of))
    return Person(
        row=row,
        lead=lead(placed, ranking, language),
        verdicts=tuple(_verdict(at, m, row.cells[at], ranking, options) for at, m in enumerate(who.marks)),
        jobs=tuple(_job(*r, axis=axis, as_of=ranking.as_of, language=language) for r in rows),
        ticks=_ticks(axis) if any(r[0].period for r in rows) else (),
        files=tuple(file_line(f, language) for f in who.files),
        notices=tuple(told(spoken(n, language), language) for n in who.notices),
        unaccounted=tuple(_quote(e, None, language) for e in who.unaccounted),
    )


def lead(placed: Placed, ranking: Ranking, language: str) -> str:
    """Rank and total in words."""
    count = sum(p.rank is not None for p in ranking.placed)
    if placed.rank is None or placed.score is None:
        return say("explain-unread", language)
    tied = "=" in levels.rank_text(placed, ranking)
    rank = say("explain-tied" if tied else "explain-rank", language, rank=placed.rank, count=count)
    return f"{rank} · {say('explain-total', language, score=levels.score_text(placed, language))}"


def _verdict(at: int, mark: Mark, cell: Cell, ranking: Ranking, options: Options) -> Verdict:
    language = options.language
    return Verdict(
        requirement=at,
        cell=cell,
        phrase=levels.level_phrase(mark.level, language, cell.open),
        decided=_decided(mark, language),
        decided_by=tuple(_alternatives(mark, ranking.as_of, options)),
        quotes=tuple(_quote(e, "why", language) for e in mark.evidence),
        aside=tuple(_quote(e, "aside", language) for e in mark.set_aside),
        open=tuple(_open(mark, ranking.as_of, options)),
        next=_next(mark, language),
    )


def _decided(mark: Mark, language: str) -> str:
    if mark.rule is None:
        return say("decided-none", language)
    return say("decided", language, level=say(f"level-{mark.level}", language))


def _alternatives(mark: Mark, as_of: date, options: Options) -> Iterator[Alternative]:
    if mark.rule:
        for every in alternatives(mark.rule, mark, as_of, options.language, options.naming):
            yield Alternative(tuple(_line(t, options.language) for t in every))


def _line(condition: Told, language: str) -> str:
    return told(f"{condition.asked} ({condition.got})", language)


def _open(mark: Mark, as_of: date, options: Options) -> Iterator[str]:
    """Of the next level's alternatives, the one that is nearest: what of it is not documented yet."""
    rule = next_rule(mark)
    if rule:
        every = [[t for t in a if not t.met] for a in alternatives(rule, mark, as_of, options.language, options.naming)]
        yield from (_line(t, options.language) for t in min(every, key=len, default=[]))


def _next(mark: Mark, language: str) -> str:
    rule = next_rule(mark)
    return say("open-for", language, level=say(f"level-{LEVELS[rule.level]}", language)) if rule else ""


def _quote(evidence: Evidence, kind: str | None, language: str) -> Quote:
    code = f"{kind}-{evidence.why}"
    why = "" if kind is None else say(code, language) if knows(code) else one_line(evidence.why)
    span = evidence.passage.span
    return Quote(
        text=quoted(evidence.quote, language),
        place=told(levels.place_text(evidence, language), language),
        why=why,
        ocr=evidence.ocr,
        path=evidence.passage.path,
        start=span.start,
        end=span.end,
    )


def _axis(who: Assessment, as_of: date) -> tuple[int, int]:
    """First month and the one after the last."""
    dated = [ends(p.period, as_of) for p, *_ in who.positions if p.period]
    end = max([as_of.year * 12 + as_of.month, *(last + 1 for _, last in dated)])
    start = min([end - LEAST_YEARS * 12, *(first for first, _ in dated)])
    return start - start % 12, end


def _ticks(axis: tuple[int, int]) -> tuple[tuple[str, float], ...]:
    start, end = axis
    first, last = start // 12, (end - 1) // 12
    step = next((s for s in STEPS if (last - first) / s <= MOST_TICKS), STEPS[-1])
    years = range(first + -first % step, last + 1, step)
    return tuple((str(year), round((year * 12 - start) / (end - start), 4)) for year in years)


def _job(
    position: Position, path: str, page: int | None, line: int, *, axis: tuple[int, int], as_of: date, language: str
) -> Job:
    period = position.period
    first, last = ends(period, as_of) if period else (0, 0)
    wide = axis[1] - axis[0]
    title = told(position.title or "", language) or say("title-unknown", language)
    return Job(
        title=title,
        employer=told(position.employer or "", language),
        traits=", ".join(say(code, language) for code in traits(position) if knows(code)),
        period=period_text(position, language),
        place=told(levels.place(path, page, line, language), language),
        start=round((first - axis[0]) / wide, 4) if period else None,
        end=round((last + 1 - axis[0]) / wide, 4) if period else None,
        role=say(f"role-{position.role}", language),
        first=str(period.first) if period else "",
        last=str(period.last) if period and period.last else "",
        path=told(path, language),
        page=page,
        line=line,
        acting=position.acting,
        sector=say(f"sector-{position.sector}", language) if position.sector else "",
        plain=position.role == "job" and not position.acting,
    )


def file_line(record: FileRecord, language: str) -> FileLine:
    """A file as it is listed."""
    return FileLine(
        path=told(record.path, language),
        kind=say(f"kind-{record.kind}", language),
        pages=say("pages", language, count=record.pages) if record.pages else "",
        sha256=record.sha256,
        problem=spoken(record.problem, language) if record.problem else "",
    )
