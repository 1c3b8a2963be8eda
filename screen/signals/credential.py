"""Education, licences, certificates, courses, language levels, with their state."""

from __future__ import annotations

from dataclasses import dataclass

from screen.grammar.grades import grade_in
from screen.grammar.mentions import Mention
from screen.grammar.status import first_person, learnt
from screen.grammar.validity import validity
from screen.model.cv import CV, State, Study
from screen.model.finding import Finding
from screen.signals._aside import Judged, evidence_and_aside
from screen.signals._context import Context, Names, SignalParameters
from screen.signals._months import BARE_END, MONTHS_A_YEAR, as_of_index, index
from screen.signals._quotes import MOST, Support
from screen.signals._reading import STUDIED, Reading, Spoken, read

ASKS = {
    "held": "flag", "applied": "flag", "in_progress": "flag", "partial": "flag", "found": "flag",
    "grade": "minimum", "since": "maximum",
}  # fmt: skip
"""What a level may ask, and how it is compared; `found` is any state."""

_WORTH: dict[State, int] = {"held": 0, "in_progress": 1, "partial": 2, "applied": 3, "broken_off": 4}
"""States from what documents most to least."""


class Parameters(SignalParameters):
    """`{credential: [name]}`."""

    credential: Names
    """Credentials."""


@dataclass(frozen=True, slots=True)
class _Told:
    """One statement of a credential, with what it says of it."""

    support: Support
    state: State
    since: float | None
    """Years from its last date to the as-of date."""
    grade: float | None


def find(cv: CV, name: str, parameters: Parameters, context: Context) -> Finding:
    """The credentials among studies, certificates, profile and diplomas."""
    reading = read(cv, context)
    told: list[_Told] = []
    judged: list[Judged] = []
    for spoken, mentions in reading.about(parameters.credential, "credentials"):
        codes = [(m, reading.why_not(spoken, m) or _why_elsewhere(spoken, m)) for m in mentions]
        own = tuple(m for m, why in codes if why in {None, "course"})
        judged += [(spoken, m, why) for m, why in codes if m not in own]
        if own:
            told.append(_told(reading, Support(spoken, own, "credential")))
    told.sort(key=lambda t: (_WORTH[t.state], t.support.spoken.statement.study is None, t.support.spoken.at))
    evidence, aside = evidence_and_aside(reading, (t.support for t in told[:MOST]), judged)
    return Finding(name, "credential", _values(told), evidence, aside)


def _values(told: list[_Told]) -> dict[str, float | bool]:
    states = {t.state for t in told}
    values: dict[str, float | bool] = {
        "held": "held" in states,
        "applied": "applied" in states,
        "in_progress": "in_progress" in states,
        "partial": "partial" in states,
        "found": bool(told),
    }
    held = [t for t in told if t.state == "held"]
    since = [t.since for t in held if t.since is not None]
    grades = [t.grade for t in held if t.grade is not None]
    if since:
        values["years_since"] = min(since)
    if grades:
        values["grade"] = max(grades)
    return values


def _why_elsewhere(spoken: Spoken, mention: Mention) -> str | None:
    """A credential that a job's text or a letter names is not documented by it, unless as a course that was taken.

    Words that name a field of work as well ("kommunal økonomi") are a credential only where one learns them.
    """
    statement = spoken.statement
    if statement.study is not None or (statement.section in STUDIED and not first_person(spoken.scene)):
        return None
    if statement.letter:
        return "claim"
    if statement.position is not None and not statement.heading:
        return None if learnt(spoken.scene, mention) else "elsewhere"
    field = any(m.kind == "topics" and m.span.meets(mention.span) for m in spoken.mentions)
    return "claim" if field and not learnt(spoken.scene, mention) else None


def _told(reading: Reading, support: Support) -> _Told:
    statement = support.spoken.statement
    study = reading.cv.studies[statement.study] if statement.study is not None else None
    passage = study.passage if study else statement.passage
    text = reading.cv.texts[passage.path]
    gained, until = _dates(text, support.spoken, study)
    now = as_of_index(reading.context.as_of)
    return _Told(
        support,
        _state(study, gained, until, now),
        None if gained is None else max(0, now - gained) / MONTHS_A_YEAR,
        grade_in(text, passage.span),
    )


def _dates(text: str, spoken: Spoken, study: Study | None) -> tuple[int | None, int | None]:
    """The last month that a study's line tells of, and the last one until which it is valid."""
    happened, until = validity(text, study.passage.span if study else spoken.statement.passage.span)
    ends = max((index(p.year, p.month or MONTHS_A_YEAR) for d in until if (p := d.last or d.first)), default=None)
    if ends is None and study and study.period and study.period.last:
        return index(study.period.last.year, study.period.last.month or BARE_END), None
    # A period that tells how long it is valid also tells from when: "gyldig 2019 – 2022".
    points = [d.last or d.first for d in happened] + [d.first for d in until if d.last]
    return max((index(p.year, p.month or BARE_END) for p in points if p), default=None), ends


def _state(study: Study | None, last: int | None, until: int | None, now: int) -> State:
    """As read; what ends after the as-of date is still going on, what is no longer valid is not held."""
    state: State = study.state if study else "held"
    if state == "held" and until is not None and until < now:
        return "broken_off"
    return "in_progress" if state == "held" and last is not None and last > now else state
