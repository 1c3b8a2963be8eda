"""Words that no document can answer: personal qualities."""

from __future__ import annotations

from collections.abc import Iterator

from screen.criteria._data import lexicon, mentions, told
from screen.criteria.lint._case import Checked, Warned

_WORDS = "asking.yaml"
QUALITY = "quality"
"""The entry of personal qualities; every other entry is something that a document can show."""


def look(checked: Checked) -> Iterator[Warned]:
    """Requirements that ask for a quality and for nothing that can be shown, and topics made of qualities."""
    for at, _ in checked.requirements():
        for key in ("label", "source"):
            place = at.get(key)
            found = list(told(lexicon(_WORDS), place.value if isinstance(place.value, str) else ""))
            if found and all(entry == QUALITY for entry, _ in found):
                yield Warned(place, "lint-vague", {"words": found[0][1]})
                break
    for entry, place, word in checked.own_words():
        whole = (m for m in mentions(lexicon(_WORDS), word) if len(m.span) == len(word.strip()))
        if entry.kind in ("topics", "credentials") and any(m.entry == QUALITY and m.form == "exact" for m in whole):
            yield Warned(place, "lint-vague-word", {"word": word, "name": entry.name})
