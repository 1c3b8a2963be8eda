"""Who stands on the shortlist: the first N; nobody is parted from those who share a rank."""

from __future__ import annotations

from screen.model.finding import Placed, Ranking


def shortlisted(ranking: Ranking, top: int | None) -> tuple[Placed, ...]:
    """The first `top` applicants that could be read, and whoever shares the last one's rank; `None`: all of them."""
    read = [p for p in ranking.placed if p.rank is not None]
    if top is None or top >= len(read):
        return tuple(read)
    last = read[top - 1].rank or 0
    return tuple(p for p in read if (p.rank or 0) <= last)


def annexed(ranking: Ranking, top: int | None) -> tuple[Placed, ...]:
    """Everyone else, in the ranking's order."""
    named = {p.assessment.id for p in shortlisted(ranking, top)}
    return tuple(p for p in ranking.placed if p.assessment.id not in named)
