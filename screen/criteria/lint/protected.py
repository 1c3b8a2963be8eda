"""Demands on protected grounds, or on what stands in for them."""

from __future__ import annotations

from collections.abc import Iterator

from screen.criteria._cursor import At
from screen.criteria._data import exactly, lexicon
from screen.criteria._levels import alternatives
from screen.criteria.lint._case import Checked, Warned

_WORDS = "lint/protected.yaml"
_TEXTS = ("label", "source", "ask")
_PARENTAL = "leave"
"""The role that mostly is parental leave."""


def look(checked: Checked) -> Iterator[Warned]:
    """Words of requirements and entries, rules that ask for an unbroken career, and sets that count leave."""
    for at, _ in checked.requirements():
        yield from _texts(at)
        yield from _unbroken(at)
    for _, place, word in checked.own_words():
        for found in exactly(lexicon(_WORDS), word):
            if len(found.span) == len(word.strip()):
                yield _warned(place, found.entry, word)
    for named in checked.root.get("positions").items():
        for part in named.each():
            for role, place in part.get("roles").words():
                if role == _PARENTAL:
                    yield _warned(place, "family", role)


def _texts(requirement: At) -> Iterator[Warned]:
    """The grounds that a requirement's texts name, each once."""
    seen = set()
    for key in _TEXTS:
        at = requirement.get(key)
        text = at.value if isinstance(at.value, str) else ""
        for found in exactly(lexicon(_WORDS), text):
            if found.entry not in seen:
                seen.add(found.entry)
                yield _warned(at, found.entry, found.span.of(text))


def _unbroken(requirement: At) -> Iterator[Warned]:
    """Five years within the last five: nobody who was on leave, ill or out of work has them."""
    for level in requirement.get("levels").items():
        for alternative in alternatives(level):
            for asked in alternative:
                years, of_last = asked.at.get("years").value, asked.at.get("of_last").value
                if asked.ask == "recent" and years is not None and years == of_last:
                    yield Warned(asked.at, "lint-unbroken", {"years": str(years)}, key=True)


def _warned(at: At, ground: str, words: str) -> Warned:
    return Warned(at, f"lint-protected-{ground}", {"words": words})
