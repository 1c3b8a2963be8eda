"""What all members of the family hand over, and the limits that they keep."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from screen.model.errors import Fact, Unreadable

MB = 1_000_000
MOST_PARTS = 1_000
"""Entries of an archive, attachments of a mail; an applicant-tracking system packs some hundred applicants."""
MOST_BYTES = 100 * MB
"""Of an archive or mail."""
MOST_OF_PART = 64 * MB
"""Of one part, unpacked: no reader takes more."""
MOST_UNPACKED = 1_000 * MB
"""Of all parts together."""
LETTER_WORDS = 60
"""Words from where a mail's own text may be an application, not only what says that one is attached."""


@dataclass(frozen=True, slots=True)
class Part:
    """A file in the archive, the text of the mail, or an attachment."""

    name: str
    """As it shall stand in the result behind the archive's own: `/` as separator, leads nowhere out."""
    code: str | None = None
    """Why it cannot be read, where that is known before it is opened."""
    facts: tuple[tuple[str, Fact], ...] = ()


@dataclass(frozen=True, slots=True)
class Container:
    """An archive or mail, opened."""

    parts: Sequence[Part]
    read: Callable[[int], bytes]
    """A part's bytes by its place in `parts`. Raises Unreadable: damaged, encrypted, too-big, packed-too-tight."""


def check_size(data: bytes) -> None:
    """Refuses what is too large to be taken apart.

    Raises:
        Unreadable: too-big.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable("too-big", limit=MOST_BYTES // MB)


def check_count(count: int) -> None:
    """Refuses what has too many parts.

    Raises:
        Unreadable: too-many-parts.
    """
    if count > MOST_PARTS:
        raise Unreadable("too-many-parts", limit=MOST_PARTS)
