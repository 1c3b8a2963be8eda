"""The whole shortlist from a ranking."""

from __future__ import annotations

from screen.model.criteria import LEVELS, Requirement
from screen.model.finding import Placed, Ranking
from screen.model.result import SCHEMA
from screen.reports import _levels as levels
from screen.reports._dossier._parts import Alternative, Cell, Dossier, Fact, Level, Row, Want
from screen.reports._dossier._person import file_line, person
from screen.reports._dossier._words import told
from screen.reports._options import Options
from screen.reports._shortlist import annexed, shortlisted
from screen.wording import day, number, say, spoken
from screen.wording.rules import sentences


def dossier(ranking: Ranking, options: Options, everyone: bool = False) -> Dossier:
    """The shortlist in words.

    Args:
        ranking: What was found.
        options: Language, and how many stand on the shortlist.
        everyone: Pages for those of the annex too.
    """
    language, posting = options.language, ranking.criteria.posting
    listed, annex = shortlisted(ranking, options.top), annexed(ranking, options.top)
    wants = tuple(_want(r, ranking, options) for r in ranking.criteria.requirements)
    names = {p.assessment.id for p in listed}
    rows = tuple(_row(p, ranking, options, p.assessment.id in names) for p in ranking.placed)
    by_id = {row.id: row for row in rows}
    pages = (*listed, *annex) if everyone else listed
    return Dossier(
        language=language,
        title=told(posting.title, language),
        organisation=told(posting.organisation, language),
        head=say("head-post", language, title=posting.title, organisation=posting.organisation),
        as_of=day(ranking.as_of, language),
        as_of_iso=ranking.as_of.isoformat(),
        cover=_cover(ranking, len(listed), options),
        wants=wants,
        rows=rows,
        listed=tuple(by_id[p.assessment.id] for p in listed),
        annex=tuple(by_id[p.assessment.id] for p in annex),
        people=tuple(person(p, by_id[p.assessment.id], ranking, options) for p in pages),
        legend=_legend(ranking, language),
        notices=tuple(spoken(n, language) for n in ranking.notices),
        problems=tuple(Fact(told(p.path, language), spoken(p, language)) for p in ranking.all_problems),
        record=_record(ranking, options),
        files=tuple(file_line(f, language) for p in ranking.placed for f in p.assessment.files),
        blind=options.blind,
    )


def _want(requirement: Requirement, ranking: Ranking, options: Options) -> Want:
    must, language = requirement.must_have, options.language
    scale = (
        Level(
            LEVELS[rule.level],
            say(f"level-{LEVELS[rule.level]}", language),
            tuple(Alternative((s,)) for s in sentences(requirement, rule, language, options.naming)),
        )
        for rule in requirement.rules
    )
    return Want(
        id=requirement.id,
        label=told(requirement.label, language),
        source=told(requirement.source, language),
        weight=levels.weight_text(requirement, ranking, language),
        heft=float(requirement.weight),
        must=say(f"level-{LEVELS[must]}", language) if must else "",
        ask=told(requirement.ask or "", language),
        scale=tuple(scale),
    )


def _row(placed: Placed, ranking: Ranking, options: Options, listed: bool) -> Row:
    who, language = placed.assessment, options.language
    return Row(
        id=who.id,
        name=told(levels.name_of(who, language), language),
        rank=placed.rank,
        rank_text=levels.rank_text(placed, ranking),
        score=placed.score,
        score_text=levels.score_text(placed, language),
        cells=tuple(cell_of(placed, r, language) for r in ranking.criteria.requirements),
        flags=tuple(say("must-open", language, label=m.requirement.label) for m in who.marks if not m.met),
        remarks=_remarks(placed, language),
        listed=listed,
    )


def cell_of(placed: Placed, requirement: Requirement, language: str) -> Cell:
    """A level as a table has it."""
    mark = levels.mark_of(placed.assessment, requirement)
    level = mark.level if mark else None
    partial = placed.assessment.status == "partial"
    return Cell(level, levels.level_word(level, language, partial), bool(mark and not mark.met), partial)


def _remarks(placed: Placed, language: str) -> tuple[str, ...]:
    """What may have kept levels low: lines that were not placed, files that were not read."""
    who = placed.assessment
    out = [say("lines-open", language, count=len(who.unaccounted))] if who.unaccounted else []
    broken = [f.problem for f in who.files if f.problem]
    out += [say("file-problem", language, path=p.path, text=spoken(p, language)) for p in broken]
    return tuple(out)


def _cover(ranking: Ranking, listed: int, options: Options) -> tuple[Fact, ...]:
    language, criteria = options.language, ranking.criteria
    facts = [
        ("cover-organisation", criteria.posting.organisation),
        ("cover-as-of", day(ranking.as_of, language)),
        ("cover-applicants", str(len(ranking.placed))),
        ("cover-listed", str(listed)),
        ("cover-criteria", _file(ranking)),
    ]
    if options.blind:
        facts.append(("cover-names", say("cover-blind", language)))
    return tuple(Fact(say(code, language), told(value, language)) for code, value in facts if value)


def _file(ranking: Ranking) -> str:
    return ranking.criteria.file.replace("\\", "/").rpartition("/")[2]


def _legend(ranking: Ranking, language: str) -> tuple[str, ...]:
    marks = [m for p in ranking.placed for m in p.assessment.marks]
    out = [say("legend-levels", language), say("legend-total", language)]
    if any("=" in levels.rank_text(p, ranking) for p in ranking.placed):
        out.append(say("legend-tie", language))
    if any(m.level == 0 for m in marks):
        out.append(say("legend-zero", language))
    if any(not m.met for m in marks):
        out.append(say("legend-flag", language, flag=levels.flag(unicode=True)))
    if any(p.assessment.status == "partial" for p in ranking.placed):
        out.append(say("legend-open", language))
    return tuple(out)


def _record(ranking: Ranking, options: Options) -> tuple[Fact, ...]:
    language = options.language
    weights = (f"{r.label}: {number(float(r.weight), language)}" for r in ranking.criteria.requirements)
    facts = (
        ("record-program", f"screen {ranking.version}"),
        ("record-schema", SCHEMA),
        ("record-as-of", ranking.as_of.isoformat()),
        ("record-criteria", _file(ranking)),
        ("record-criteria-hash", ranking.criteria.sha256),
        ("record-weights", " · ".join(weights)),
        ("record-read", str(sum(len(p.assessment.files) for p in ranking.placed))),
        ("record-passed-over", str(ranking.passed_over)),
    )
    return tuple(Fact(say(code, language), told(value, language)) for code, value in facts)
