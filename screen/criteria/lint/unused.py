"""Names that nothing uses: mostly one that was forgotten in a rule."""

from __future__ import annotations

from collections.abc import Iterator

from screen.criteria.lint._case import Checked, Warned
from screen.model.criteria import Requirement
from screen.model.vocabulary import KINDS


def look(checked: Checked) -> Iterator[Warned]:
    """Signals that no rule asks, sets that no signal reads, entries that no set and no signal names."""
    for at, requirement in checked.requirements():
        asked = _asked(requirement)
        for signal in at.get("signals").items():
            if signal.name not in asked:
                yield Warned(signal, "lint-unused-signal", {"name": signal.name}, key=True)
    sets = _sets(checked)
    for named in checked.root.get("positions").items():
        if named.name not in sets:
            yield Warned(named, "lint-unused-set", {"name": named.name}, key=True)
    names = _entries(checked)
    for kind in KINDS:
        for entry in checked.root.get("vocabulary").get(kind).items():
            if (kind, entry.name) not in names:
                yield Warned(entry, "lint-unused-entry", {"name": entry.name, "section": kind}, key=True)


def _asked(requirement: Requirement) -> set[str]:
    return {c.signal for rule in requirement.rules for way in rule.alternatives for c in way}


def _sets(checked: Checked) -> set[str]:
    signals = (s for r in checked.criteria.requirements for s in r.signals)
    return {name for s in signals for key in ("tenure", "in_") for name in getattr(s.parameters, key, ())}


def _entries(checked: Checked) -> set[tuple[str, str]]:
    """Section and name of every entry that is named somewhere, or belongs to one that is."""
    signals = [s.parameters for r in checked.criteria.requirements for s in r.signals]
    filters = [part for named in checked.criteria.sets for part in named.filters]
    named: set[tuple[str, str]] = set()
    for key in ("mention", "change", "near"):
        named |= {("topics", name) for p in signals for name in getattr(p, key, ())}
    named |= {("credentials", name) for p in signals for name in getattr(p, "credential", ())}
    for section in ("titles", "places", "topics"):
        for part in filters:
            named |= {(section, n) for n in (*getattr(part, section), *getattr(part, f"not_{section}"))}
    return _with_included(checked, named)


def _with_included(checked: Checked, named: set[tuple[str, str]]) -> set[tuple[str, str]]:
    fresh = named
    while fresh:
        entries = [e for e in checked.criteria.vocabulary.entries if (e.kind, e.name) in fresh]
        below: set[tuple[str, str]] = {(e.kind, included) for e in entries for included in e.include}
        fresh = below - named
        named = named | fresh
    return named
