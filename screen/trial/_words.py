"""What a trial says, wherever it says it."""

from __future__ import annotations

from screen.model.errors import Notice
from screen.wording import say


def sentence(doubt: Notice, language: str) -> str:
    """What is worth a second look."""
    facts = dict(doubt.facts)
    if why := facts.get("why"):
        facts["why"] = say(f"aside-{why}", language)
    return say(doubt.code, language, **facts)
