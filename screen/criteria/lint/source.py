"""A requirement whose `source` does not stand in the posting."""

from __future__ import annotations

from collections.abc import Iterator

from screen.criteria.lint._case import Checked, Warned
from screen.criteria.lint._posting import nearest_in, stands_in


def look(checked: Checked) -> Iterator[Warned]:
    """What the committee is told that the posting says, it says."""
    if checked.posting is None:
        return
    for at, requirement in checked.requirements():
        if not stands_in(requirement.source, checked.posting):
            near = nearest_in(checked.posting, requirement.source)
            code = "lint-source-near" if near else "lint-source"
            yield Warned(at.get("source"), code, {"words": near} if near else {})
