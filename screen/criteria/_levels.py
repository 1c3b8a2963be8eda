"""Checks of requirements and their level rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from screen.criteria._cursor import At
from screen.criteria._file import kind_tag
from screen.criteria._names import Case
from screen.criteria._translate import nearest
from screen.criteria._tree import Flaw
from screen.model.criteria import LEVELS
from screen.signals import KINDS

_NEVER_FOR_MORE = "loose"
"""What is said outside every position and study documents nothing beyond the lowest level."""

BARE = "bare"
"""What a signal's name alone asks: that it was found, or is held."""
NOTHING = ""
"""What an empty mapping asks."""

Thing = tuple[str, str]
"""A signal and what is asked of it."""
Alternative = Mapping[Thing, float]


@dataclass(frozen=True, slots=True)
class Asked:
    """One demand of a rule, with its place."""

    signal_at: At
    """Where the signal is named."""
    at: At
    """Where the demand stands."""
    signal: str
    ask: str
    value: object


def check_ids(case: Case) -> Iterator[Flaw]:
    """Each requirement has an id of its own."""
    seen: dict[str, int] = {}
    for requirement in case.root.get("requirements").each():
        at = requirement.get("id")
        if not isinstance(at.value, str):
            continue
        if at.value in seen:
            yield at.flaw("id-twice", id=at.value, first=seen[at.value])
        seen.setdefault(at.value, case.root.tree.at_value(at.path).line)


def check_rules(case: Case) -> Iterator[Flaw]:
    """Rules name signals of their requirement and ask what these can answer."""
    for requirement in case.root.get("requirements").each():
        kinds = kinds_of(requirement)
        levels = requirement.get("levels")
        if levels.value == {}:
            yield levels.flaw("no-levels")
        wanted = requirement.get("must_have")
        named = isinstance(wanted.value, str) and wanted.value in LEVELS
        if named and isinstance(levels.value, dict) and wanted.value not in levels.value:
            known = ", ".join(name for name in LEVELS if name in levels.value)
            yield wanted.flaw("must-have-no-level", level=str(wanted.value), known=known)
        for level in levels.items():
            for asked in demands(level):
                yield from _demand(asked, kinds, level.name)
            yield from _loose(requirement, level)


def kinds_of(requirement: At) -> dict[str, str]:
    """The requirement's signals and their kinds; no kind where the signal is misshapen."""
    return {at.name: (kind_tag(at.value) or "").removeprefix("kind:") for at in requirement.get("signals").items()}


def alternatives(level: At) -> Iterator[list[Asked]]:
    """The alternatives of a rule, each with all that it asks."""
    for part in level.each():
        if isinstance(part.value, str):
            yield [Asked(part, part, part.value, BARE, True)]
        else:
            yield [asked for condition in part.items() for asked in _asked(condition)]


def _asked(condition: At) -> Iterator[Asked]:
    """What one condition asks of its signal: a word is a yes-or-no, a mapping holds several demands."""
    if isinstance(condition.value, str):
        yield Asked(condition, condition, condition.name, condition.value, True)
    elif condition.value == {}:
        yield Asked(condition, condition, condition.name, NOTHING, None)
    for at in condition.items():
        yield Asked(condition, at, condition.name, at.name, at.value)


def demands(level: At) -> Iterator[Asked]:
    """Every demand of a rule."""
    for alternative in alternatives(level):
        yield from alternative


def _demand(asked: Asked, kinds: Mapping[str, str], level: str) -> Iterator[Flaw]:
    """One demand: the signal is there, and its kind can answer."""
    if asked.signal not in kinds:
        facts: dict[str, str] = {"near": nearest(asked.signal, kinds), "known": ", ".join(kinds)}
        bare = asked.ask == BARE
        yield asked.signal_at.flaw("unknown-signal", key=not bare, name=asked.signal, level=level, **facts)
        return
    if asked.ask == NOTHING:
        yield asked.signal_at.flaw("asks-nothing", key=True, name=asked.signal)
        return
    kind = kinds[asked.signal]
    answers = KINDS[kind].ASKS if kind else {asked.ask: ""}
    if asked.ask != BARE and asked.ask not in answers:
        told = {"signal": asked.signal, "kind": kind, "ask": asked.ask, "answers": ", ".join(answers)}
        yield asked.at.flaw("signal-cannot", key=True, near=nearest(asked.ask, answers), **told)
    elif asked.value is True and answers.get(asked.ask, "flag") not in ("flag", ""):
        yield asked.at.flaw("ask-without-number", ask=asked.ask, signal=asked.signal)
    elif isinstance(asked.value, dict):
        yield from _recent(asked)


def _recent(asked: Asked) -> Iterator[Flaw]:
    years, of_last = asked.at.get("years").value, asked.at.get("of_last").value
    if isinstance(years, int | float) and isinstance(of_last, int | float) and years > of_last:
        yield asked.at.flaw("recent-too-long", key=True, years=float(years), of_last=float(of_last))


def _loose(requirement: At, level: At) -> Iterator[Flaw]:
    """Loose passages in a rule above the lowest level."""
    if LEVELS.get(level.name, 0) <= LEVELS["peripheral"]:  # type: ignore[call-overload]
        return
    named = dict.fromkeys(asked.signal for asked in demands(level))
    loose = [name for name in named if _reads_loose(requirement, requirement.get("signals").get(name))]
    if loose:
        yield level.flaw("loose-too-high", key=True, signal=", ".join(loose), level=level.name)


def _reads_loose(requirement: At, signal: At) -> bool:
    """Whether a signal looks at loose passages too."""
    kind = (kind_tag(signal.value) or "").removeprefix("kind:")
    if not kind or "in_" not in KINDS[kind].Parameters.model_fields:
        return False
    where = signal.get("in") if signal.get("in").value is not None else requirement.get("in")
    return any(place == _NEVER_FOR_MORE for place, _ in where.words())


def check_order(case: Case) -> Iterator[Flaw]:
    """A higher level asks for more than a lower one."""
    for requirement in case.root.get("requirements").each():
        kinds = kinds_of(requirement)
        rules = {at.name: at for at in requirement.get("levels").items() if at.name in LEVELS}
        ordered = sorted(rules, key=lambda name: LEVELS[name], reverse=True)  # type: ignore[index]
        for index, higher in enumerate(ordered):
            for lower in ordered[index + 1 :]:
                yield from _pair(rules[higher], rules[lower], kinds)


def _pair(higher: At, lower: At, kinds: Mapping[str, str]) -> Iterator[Flaw]:
    """Two levels of one requirement."""
    high, low = _alternatives(higher, kinds), _alternatives(lower, kinds)
    if not high or not low:
        return
    things = set.intersection(*(set(a) for a in (*high, *low)))
    for signal, ask in sorted(things):
        most, least = (max(a[signal, ask] for a in high), min(a[signal, ask] for a in low))
        if most < least:
            facts = {"signal": signal, "ask": ask.split()[0], "higher": higher.name, "lower": lower.name}
            yield higher.flaw("asks-less", key=True, **facts)
            return
    if all(any(_implies(below, above) for above in high) for below in low):
        yield lower.flaw("never-reached", key=True, higher=higher.name, lower=lower.name)


def _alternatives(level: At, kinds: Mapping[str, str]) -> Sequence[Alternative]:
    """A rule's alternatives as numbers that grow with what is asked."""
    told = []
    for alternative in alternatives(level):
        if any(not kinds.get(asked.signal) for asked in alternative):
            return ()
        pairs = ((asked.signal, *pair) for asked in alternative for pair in _strictness(asked, kinds[asked.signal]))
        told.append({(signal, ask): value for signal, ask, value in pairs})
    return told


def _strictness(asked: Asked, kind: str) -> Iterator[tuple[str, float]]:
    """How much a demand asks: the more, the greater; whatever is asked asks that something was found, too."""
    how = KINDS[kind].ASKS
    ask = asked.ask if asked.ask != BARE else bare_ask(kind)
    value = asked.value
    yield "found", 1.0
    if how.get(ask) == "recent" and isinstance(value, dict):
        yield f"{ask} {value.get('of_last')}", float(value["years"]) if _is_number(value.get("years")) else 0.0
    elif how.get(ask) == "maximum" and _is_number(value):
        yield ask, -float(value)  # type: ignore[arg-type]
    else:
        yield ask, float(value) if _is_number(value) else 1.0  # type: ignore[arg-type]


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _implies(first: Alternative, second: Alternative) -> bool:
    """Whoever meets the first meets the second."""
    return all(thing in first and first[thing] >= value for thing, value in second.items())


def bare_ask(kind: str) -> str:
    """What a bare signal name asks: that it is held, or else that something was found."""
    return "held" if "held" in KINDS[kind].ASKS else "found"
