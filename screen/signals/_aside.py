"""What looked like evidence and did not count, quoted with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from screen.grammar.mentions import Mention
from screen.model.finding import Evidence, cite
from screen.signals._quotes import Support, dedupe, plain_first, quoted, window
from screen.signals._reading import Reading, Spoken
from screen.signals._sets import why_aside

Judged = tuple[Spoken, Mention, str | None]
"""A mention, where it stands, and the reason against it, if any."""


def set_aside(reading: Reading, judged: Iterable[Judged]) -> Iterator[Evidence]:
    """The statements whose mention has a reason against it, once each."""
    seen = set()
    for spoken, mention, why in judged:
        passage = window(spoken, (mention,))
        if why is not None and (passage, why) not in seen:
            seen.add((passage, why))
            yield cite(reading.cv, passage, why)


def sorted_out(reading: Reading, topics: Iterable[str], places: tuple[str, ...]) -> tuple[list[Support], list[Judged]]:
    """The statements that count for a signal looking in `places`, and every mention with its reason against it."""
    counted: list[Support] = []
    judged: list[Judged] = []
    for spoken, mentions in reading.about(topics):
        codes = [(m, why_aside(reading, spoken, m, places)) for m in mentions]
        own = tuple(m for m, why in codes if why is None)
        if own:
            loose = spoken.statement.position is None and spoken.statement.study is None
            counted.append(Support(spoken, own, "loose" if loose else "topic"))
        judged += [(spoken, m, why) for m, why in codes]
    return counted, judged


def evidence_and_aside(
    reading: Reading,
    best: Iterable[Support],
    judged: Iterable[Judged],
) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...]]:
    """Quotes of what counted, and of what did not and is not quoted already."""
    evidence = plain_first(reading.cv, dedupe(quoted(reading.cv, s) for s in best))
    return evidence, dedupe(set_aside(reading, judged), but=evidence)
