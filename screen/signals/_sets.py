"""Which positions a named set holds, and where else `in` may point."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from screen.grammar.mentions import Mention
from screen.model.criteria import EntryKind, PositionFilter
from screen.model.cv import Position
from screen.signals._reading import STUDIED, Reading, Spoken

_ROLE_SECTIONS = {"boards": "board", "elected": "elected", "volunteer": "volunteer"}
"""Sections whose lines speak of such a role even where no position was made of them."""


def members(reading: Reading, name: str) -> frozenset[int]:
    """The positions that the set of that name holds, or all jobs for `any`."""
    if name not in reading.members:
        positions = reading.cv.positions
        if name == "any":
            found = (i for i, p in enumerate(positions) if p.role == "job")
        else:
            asked = reading.context.sets[name].filters if name in reading.context.sets else ()
            found = (i for i in range(len(positions)) if any(why_outside(reading, i, f) is None for f in asked))
        reading.members[name] = frozenset(found)
    return reading.members[name]


def union(reading: Reading, names: Iterable[str]) -> frozenset[int]:
    """The positions that any of the sets holds."""
    return frozenset().union(*(members(reading, name) for name in names))


def why_outside(reading: Reading, at: int, asked: PositionFilter) -> str | None:
    """The first demand of a filter that a position does not meet (a code); `None` where it meets all.

    What it is called comes first: a code other than `title` and `place` tells of a position that looked like one.
    """
    position = reading.cv.positions[at]
    if not _titled(reading, at, asked):
        return "title"
    if not _placed(reading, at, asked):
        return "place"
    if position.role not in asked.roles:
        return position.role
    if not _acted(position, asked):
        return "acting"
    if asked.sectors and position.sector not in asked.sectors:
        return "sector"
    if not _sized(position, asked):
        return "staff"
    return None if _told(reading, at, asked) else "topic"


def _titled(reading: Reading, at: int, asked: PositionFilter) -> bool:
    names = _names(reading, at, "titles")
    return (not asked.titles or not names.isdisjoint(asked.titles)) and names.isdisjoint(asked.not_titles)


def _placed(reading: Reading, at: int, asked: PositionFilter) -> bool:
    if not asked.places and not asked.not_places:
        return True
    names = _names(reading, at, "places")
    return (not asked.places or not names.isdisjoint(asked.places)) and names.isdisjoint(asked.not_places)


def _names(reading: Reading, at: int, kind: EntryKind) -> frozenset[str]:
    """The entries that a position's title, or its employer and heading, name."""
    position = reading.cv.positions[at]

    def made() -> frozenset[str]:
        heading = (p.span.of(reading.cv.texts[p.path]) for p in position.heading)
        texts = (position.title or "",) if kind == "titles" else (position.employer or "", *heading)
        return frozenset(m.entry for text in texts if text for m in reading.named(text, position, kind))

    return reading.context.once(("names", kind, at), made)


def _acted(position: Position, asked: PositionFilter) -> bool:
    return asked.acting == "included" or position.acting == (asked.acting == "only")


def _sized(position: Position, asked: PositionFilter) -> bool:
    if asked.staff is None:
        return True
    if position.staff is None:
        return asked.staff.unknown == "included"
    low, high = asked.staff.at_least, asked.staff.at_most
    return (low is None or position.staff >= low) and (high is None or position.staff <= high)


def _told(reading: Reading, at: int, asked: PositionFilter) -> bool:
    if asked.topics and not any(True for _ in told(reading, at, asked.topics)):
        return False
    return not (asked.not_topics and any(True for _ in told(reading, at, asked.not_topics)))


def told(reading: Reading, at: int, topics: Iterable[str]) -> Iterator[tuple[Spoken, tuple[Mention, ...]]]:
    """What is said of a position about the topics, its holder's own and not set aside."""
    names = frozenset(topics)
    yield from reading.context.once(("told", names), lambda: _told_by_position(reading, names)).get(at, ())


def _told_by_position(reading: Reading, topics: Iterable[str]) -> dict[int, list[tuple[Spoken, tuple[Mention, ...]]]]:
    out: dict[int, list[tuple[Spoken, tuple[Mention, ...]]]] = {}
    for spoken, mentions in reading.about(topics):
        at = spoken.statement.position
        if at is not None and spoken.at >= 0:
            own = tuple(m for m in mentions if reading.why_not(spoken, m) is None)
            if own:
                out.setdefault(at, []).append((spoken, own))
    return out


def topics_of(reading: Reading, names: Iterable[str]) -> frozenset[str]:
    """Every topic that the sets ask for in some filter: where a member tells of one, it is worth quoting."""
    sets = (reading.context.sets[n] for n in names if n in reading.context.sets)
    return frozenset(t for s in sets for f in s.filters for t in f.topics)


def why_elsewhere(reading: Reading, spoken: Spoken, places: Sequence[str]) -> str | None:
    """Why a statement does not stand where `in` points (a code); `None` where it does."""
    statement = spoken.statement
    if statement.position is not None:
        role = reading.cv.positions[statement.position].role
        if any(statement.position in members(reading, n) for n in places if n not in ("studies", "loose")):
            return None
        return role if role != "job" else "elsewhere"
    if statement.study is not None or statement.section in STUDIED:
        return None if "studies" in places else "course"
    if "loose" in places:
        return None
    return _ROLE_SECTIONS.get(statement.section, "claim")


def why_aside(reading: Reading, spoken: Spoken, mention: Mention, places: Sequence[str]) -> str | None:
    """Why a mention does not count for a signal that looks in `places` (a code); `None`: it does."""
    why = reading.why_not(spoken, mention)
    if why == "course" and "studies" in places:
        return None
    return why or why_elsewhere(reading, spoken, places)
