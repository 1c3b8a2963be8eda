"""Years in a set of positions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from screen.model.cv import CV
from screen.model.finding import Evidence, Finding
from screen.signals._aside import set_aside
from screen.signals._context import Context, Names, SignalParameters
from screen.signals._months import MONTHS_A_YEAR, as_of_index
from screen.signals._quotes import MOST, Support, dedupe, headings, ordered, plain_first, quoted, relevance
from screen.signals._reading import Reading, read
from screen.signals._sets import told, topics_of, union, why_outside

ASKS = {"years": "minimum", "ended_within": "maximum", "recent": "recent", "found": "flag"}
"""What a level may ask, and how it is compared."""
_UNLIKE = frozenset({"title", "place", "topic"})
"""A position that is called otherwise, or tells nothing of the topic, never looked like a member of the set."""


class Parameters(SignalParameters):
    """`{tenure: name}` or `{tenure: [name, name]}`."""

    tenure: Names
    """Position sets; several count as their union."""


def find(cv: CV, name: str, parameters: Parameters, context: Context) -> Finding:
    """The union of months of the positions in the sets, up to and with the as-of month."""
    reading = read(cv, context)
    inside = union(reading, parameters.tenure)
    months: frozenset[int] = frozenset()
    stated = 0
    for i in inside:
        position = cv.positions[i]
        months |= reading.months(i)
        if position.period is None:
            stated += position.stated_months or 0
    evidence = _evidence(reading, inside, parameters.tenure)
    aside = (*_outside(reading, inside, parameters.tenure), *_spoken_of(reading, parameters.tenure))
    return Finding(
        signal=name,
        kind="tenure",
        values=_values(bool(inside), months, stated, as_of_index(context.as_of)),
        evidence=evidence,
        set_aside=dedupe(aside, but=evidence),
        months=months,
    )


def _values(found: bool, months: frozenset[int], stated: int, now: int) -> dict[str, float | bool]:
    values: dict[str, float | bool] = {
        "found": found,
        "years": (len(months) + stated) / MONTHS_A_YEAR,
        "years_stated": stated / MONTHS_A_YEAR,
        "as_of_month": now,
    }
    if months:
        values["ended_years_ago"] = (now - max(months)) / MONTHS_A_YEAR
    return values


def _evidence(reading: Reading, inside: frozenset[int], names: tuple[str, ...]) -> tuple[Evidence, ...]:
    """Position by position, the latest first: what best tells of the set's topics, the heading, the size."""
    asked = [f for n in names if n in reading.context.sets for f in reading.context.sets[n].filters]
    topics = topics_of(reading, names)
    sized = any(f.staff for f in asked)
    # Where a set asks for nothing but the employer, the employer is what supports it.
    employed = not any(f.titles or f.topics for f in asked)
    rank = relevance(reading)
    rounds: list[tuple[int, tuple[int, int], Evidence]] = []
    for i in sorted(inside, key=lambda at: (rank[at], at)):
        best = ordered(reading, (Support(s, m) for s, m in told(reading, i, topics))) if topics else []
        heads = headings(reading.cv, reading.cv.positions[i])
        first = [quoted(reading.cv, s) for s in best[:1]]
        size = [quoted(reading.cv, s) for s in _sizes(reading, i, only_house=bool(best))[:1]] if sized else []
        first += heads[::-1][:1] if employed else heads[:1]
        later = [*size, *(quoted(reading.cv, s) for s in best[1:3])]
        rounds += [(0, rank[i], e) for e in first] + [(1 + turn, rank[i], e) for turn, e in enumerate(later)]
    rounds.sort(key=lambda entry: entry[:2])
    return plain_first(reading.cv, dedupe(e for *_, e in rounds))[:MOST]


def _sizes(reading: Reading, at: int, only_house: bool) -> list[Support]:
    """The statements of a position that tell how large the house was, or else how many people it was over."""
    out = []
    for spoken in reading.spoken:
        if spoken.statement.position == at and not spoken.statement.heading:
            found = reading.amounts(spoken)
            heads = max(((a.employer, a.value) for a in found if a.unit == "people"), default=None)
            if heads and (heads[0] or not only_house):
                out.append((not heads[0], -heads[1], spoken.at, Support(spoken, (), "amount")))
    return [s for *_, s in sorted(out, key=lambda entry: entry[:3])]


def _outside(reading: Reading, inside: frozenset[int], names: tuple[str, ...]) -> Iterator[Evidence]:
    """The headings of positions that are called like members and lack something else."""
    filters = [f for n in names if n in reading.context.sets for f in reading.context.sets[n].filters if f.titles]
    for i, position in enumerate(reading.cv.positions):
        if i in inside or not position.heading:
            continue
        codes = [why_outside(reading, i, f) for f in filters]
        why = next((c for c in codes if c and c not in _UNLIKE), None)
        if why:
            quote = headings(reading.cv, position)[0]
            yield Evidence(
                quote.passage, quote.quote, quote.document, quote.page, quote.line, quote.ocr, why, quote.masks
            )


def _spoken_of(reading: Reading, names: tuple[str, ...]) -> Iterable[Evidence]:
    """Sentences with the sets' titles or topics that are a wish, somebody else's, hidden and the like."""
    filters = [f for n in names if n in reading.context.sets for f in reading.context.sets[n].filters]
    titles = frozenset(t for f in filters for t in f.titles)
    topics = frozenset(t for f in filters for t in f.topics)

    def made() -> tuple[Evidence, ...]:
        # "Syv chefer" are nobody's title: only one person's looks like the writer's own.
        named = ((s, tuple(m for m in found if not m.plural)) for s, found in reading.about(titles, "titles"))
        pairs = [*named, *reading.about(topics)]
        return tuple(set_aside(reading, ((s, m, reading.why_not(s, m)) for s, found in pairs for m in found)))

    # Sets that differ in sector or size only speak of the same.
    return reading.context.once(("spoken-of", titles, topics), made)
