"""Whether two texts mean the same place of a CV: quote and labelled string, title and labelled title."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

from rapidfuzz import fuzz

LONGEST_QUOTE = 600
"""Characters; a longer quote shows nobody where to look, so it meets nothing."""
ALIKE = 85
"""Of 100: from here two titles or employers are the same but for spelling."""
LIKE_OCR = 90
"""Of 100: the same words but for what recognition of characters gets wrong."""
LIKE_TRAP = 94
"""Of 100; stricter, since a slip is a grave word."""

_BROKEN = re.compile(r"(?<=[^\W\d_])[-‐]\s*\n\s*(?=[^\W\d_])|\u00ad\s*\n\s*|\u00ad")
"""A word broken at the end of a line is one word."""


def plain(text: str) -> str:
    """The text without case, line breaks and hyphens at line ends."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"\s+", " ", _BROKEN.sub("", folded)).strip()


def words(text: str) -> str:
    """The words alone, with a blank around each: a run of whole words is then a substring."""
    return " " + re.sub(r"\W+", " ", plain(text)).strip() + " "


def meets(quote: str, labelled: str) -> bool:
    """Whether the quote holds the labelled string, a run of words of a third of it, or nearly so."""
    said, wanted = plain(quote), plain(labelled)
    if not said or not wanted or len(said) > LONGEST_QUOTE:
        return False
    enough = max(12.0, len(wanted) / 3)
    shorter = min(len(said), len(wanted))
    if wanted in said:
        return True
    if shorter >= 20 and len(said) >= enough and fuzz.partial_ratio(said, wanted) >= LIKE_OCR:
        return True
    a, b = words(said).split(), words(wanted).split()
    run = SequenceMatcher(None, a, b, autojunk=False).find_longest_match(0, len(a), 0, len(b))
    return run.size >= min(2, len(b)) and len(" ".join(a[run.a : run.a + run.size])) >= enough


def falls_on(quote: str, trap: str) -> bool:
    """Whether the quote holds the trap, is a run of whole words of it, or is nearly it."""
    said, wrong = words(quote), words(trap)
    if wrong in said or (len(said) >= 14 and said in wrong):
        return True
    near = min(len(said), len(wrong)) >= 16 and len(said) >= 0.6 * len(wrong)
    return near and fuzz.partial_ratio(said, wrong) >= LIKE_TRAP


def title_likeness(read: str, labelled: str) -> float:
    """0–100; a run of whole words of the other is nearly the same, a whole heading is no title."""
    got, wanted = plain(read), plain(labelled)
    if len(got) > 1.5 * len(wanted) + 15:
        return 0.0
    run = words(got).strip() and (words(got) in words(wanted) or words(wanted) in words(got))
    part = fuzz.partial_ratio(got, wanted) - 5 if min(len(got), len(wanted)) >= 6 else 0.0
    return max(fuzz.ratio(got, wanted) if got else 0.0, 95.0 if run else 0.0, part)


def same_employer(read: str | None, labelled: str) -> bool:
    """Whether it is the employer, with a department at most beside it."""
    got, wanted = plain(read or ""), plain(labelled)
    fits = len(wanted) / 2.5 <= len(got) <= 1.5 * len(wanted) + 25
    return fits and fuzz.partial_ratio(got, wanted) >= ALIKE


def same_date(read: str | None, labelled: str | None) -> bool:
    """Whether it is the date, to the precision that the label has."""
    if read is None or labelled is None:
        return read is labelled
    return read[: len(labelled)] == labelled
