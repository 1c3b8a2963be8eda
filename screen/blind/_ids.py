"""Neutral ids: short enough to be said aloud, and telling nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from screen.model.finding import Ranking

LETTERS = "BCDFGHJKLMNPQRSTVXZ"
"""No vowels: they make no words and no initials that could be read as a name."""
SHAPE = (3, 2)
"""Letters and digits: 686,000 ids, so that 300 applicants hardly ever meet."""


def neutral_ids(ranking: Ranking) -> dict[str, str]:
    """Application's id → neutral id: the same in every run of a case, whoever else applies and in whatever order."""
    posting = ranking.criteria.posting
    taken: dict[str, str] = {}
    for id_ in sorted(p.assessment.id for p in ranking.placed):
        seed = f"{posting.organisation}\n{posting.title}\n{id_}"
        taken[next(n for n in _neutral(seed) if n not in taken)] = id_
    return {id_: neutral for neutral, id_ in taken.items()}


def _neutral(seed: str) -> Iterator[str]:
    """One id after another, until one is free."""
    for attempt in range(1_000_000):
        at = int.from_bytes(hashlib.sha256(f"{seed}\n{attempt}".encode()).digest())
        letters, digits = "", ""
        for _ in range(SHAPE[0]):
            at, rest = divmod(at, len(LETTERS))
            letters += LETTERS[rest]
        for _ in range(SHAPE[1]):
            at, rest = divmod(at, 10)
            digits += str(rest)
        yield f"{letters}{digits}"
