"""The level of one requirement: which rule holds, and how far it is to the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest

from screen.model.criteria import LEVELS, Ask, Condition, Requirement, Rule
from screen.model.finding import Evidence, Finding, Mark
from screen.signals import KINDS

MOST_QUOTES = 8
"""Quotes of one mark: what a committee reads before it trusts a level."""
FEW_QUOTES = 3
"""With fewer, what another alternative rests on is worth showing too."""
TOLERANCE = 1e-9
"""Years are twelfths, which floats do not hold exactly."""
MONTHS_A_YEAR = 12


def mark(requirement: Requirement, findings: Sequence[Finding]) -> Mark:
    """The highest rule that holds decides; the evidence is that of the signals it asked for."""
    found = {f.signal: f for f in findings}
    rules = sorted(requirement.rules, key=lambda r: -LEVELS[r.level])
    decided = next((r for r in rules if any(_holds(a, found) for a in r.alternatives)), None)
    level = LEVELS[decided.level] if decided else 0
    evidence = _evidence(decided, found) if decided else ()
    return Mark(
        requirement=requirement,
        level=level,
        rule=decided,
        progress=_progress(rules, level, found),
        findings=tuple(findings),
        evidence=evidence,
        set_aside=_set_aside(findings, evidence),
    )


def _set_aside(findings: Sequence[Finding], evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """What no signal of the requirement counted; "elsewhere" is no reason where another signal looks there."""
    counted = {e.passage for f in findings for e in f.evidence}
    rest = (e for f in findings for e in f.set_aside if e.why != "elsewhere" or e.passage not in counted)
    return _once(rest, but=evidence)


def got(ask: Ask, finding: Finding) -> float:
    """How much of what is asked was found, 0–1; 1 where the ask is met."""
    how = KINDS[finding.kind].ASKS.get(ask.what, "flag")
    if how == "flag":
        return float(bool(finding.values.get(ask.what, False)) == bool(ask.value))
    if how == "recent":
        years, of_last = ask.value if isinstance(ask.value, tuple) else (float(ask.value), float("inf"))
        since = finding.values.get("as_of_month", 0) - of_last * MONTHS_A_YEAR
        return _share(sum(m > since for m in finding.months) / MONTHS_A_YEAR, years)
    asked = float(ask.value) if not isinstance(ask.value, tuple) else ask.value[0]
    if how == "maximum":
        value = finding.values.get(_PUBLISHED.get(ask.what, ask.what))
        return 0.0 if value is None else _share(asked, float(value))
    return _share(float(finding.values.get(ask.what, 0.0)), asked)


_PUBLISHED: Mapping[str, str] = {"ended_within": "ended_years_ago", "since": "years_since"}
"""Maximums ask in the words of a rule what findings tell in the words of a fact."""


def _share(part: float, whole: float) -> float:
    return 1.0 if part + TOLERANCE >= whole else max(0.0, part / whole)


def _shares(conditions: Iterable[Condition], found: Mapping[str, Finding]) -> list[float]:
    return [got(a, found[c.signal]) if c.signal in found else 0.0 for c in conditions for a in c.asks]


def _holds(conditions: Sequence[Condition], found: Mapping[str, Finding]) -> bool:
    return all(share >= 1.0 for share in _shares(conditions, found))


def _progress(rules: Sequence[Rule], level: int, found: Mapping[str, Finding]) -> float:
    """Towards the lowest rule above the level: the mean over what its best alternative asks."""
    above = [r for r in rules if LEVELS[r.level] > level]
    if not above:
        return 1.0
    following = min(above, key=lambda r: LEVELS[r.level])
    shares = (_shares(a, found) for a in following.alternatives)
    return max((sum(s) / len(s) for s in shares if s), default=0.0)


def _evidence(rule: Rule, found: Mapping[str, Finding]) -> tuple[Evidence, ...]:
    """From the first alternative that holds, and from the next while there are few quotes."""
    quotes: tuple[Evidence, ...] = ()
    for alternative in rule.alternatives:
        if len(quotes) < FEW_QUOTES and _holds(alternative, found):
            queues = [_told(found[s].evidence, quotes) for s in dict.fromkeys(c.signal for c in alternative)]
            # Turn by turn, so that no signal crowds out another.
            turns = (e for turn in zip_longest(*queues) for e in turn if e is not None)
            quotes = _once((*quotes, *turns))
    return quotes[:MOST_QUOTES]


def _told(evidence: Sequence[Evidence], quotes: Sequence[Evidence]) -> list[Evidence]:
    """What adds to the quotes there are: a claim with no position behind it adds nothing to one that has."""
    return [e for e in evidence if not quotes or e.why != "loose"]


def _once(evidence: Iterable[Evidence], but: Iterable[Evidence] = ()) -> tuple[Evidence, ...]:
    """Each run of text once, and none that `but` quotes."""
    taken = [e.passage for e in but]
    out: list[Evidence] = []
    for e in evidence:
        if not any(p.path == e.passage.path and p.span.meets(e.passage.span) for p in taken):
            taken.append(e.passage)
            out.append(e)
    return tuple(out)
