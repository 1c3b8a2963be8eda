"""The text of a posting that lies among the applications: told by its shape, and never where there is any doubt."""

from __future__ import annotations

import re

from screen.identity import written_name
from screen.intake._kinds import has_career
from screen.intake._words import anywhere, load
from screen.model.text import Document

_WORD = re.compile(r"[^\W\d_]+")
FEWEST_PHRASES = 3
"""Different phrases that stand in postings."""
FEWEST_WORDS = 50
"""A shorter text may be anything."""
FEWEST_ADDRESSES = 2
"""Words that address the reader as the one who is to apply."""
MOST_OWN = 2
"""Words by which a single writer speaks of herself."""


def is_posting(document: Document) -> bool:
    """Whether a text asks for applications, offers and addresses, and is plainly nobody's own paper."""
    words = [w.lower() for w in _WORD.findall(document.text)]
    if len(words) < FEWEST_WORDS or not anywhere("posting_asks").search(document.text):
        return False
    own, said_to = (sum(w in load()[key] for w in words) for key in ("own_singular", "addressed"))
    if own > MOST_OWN or said_to < FEWEST_ADDRESSES:
        return False
    phrases = {m.lower() for m in anywhere("posting_phrases").findall(document.text)}
    lines = [line.span.of(document.text).strip() for line in document.lines]
    return len(phrases) >= FEWEST_PHRASES and not has_career(lines) and written_name(document) is None
