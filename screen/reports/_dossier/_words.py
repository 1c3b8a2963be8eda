"""Texts from strangers as a page may hold them."""

from __future__ import annotations

import re

from screen.model.text import MASK
from screen.wording import one_line, say

_MASKED = re.compile(f"{MASK}+(?:[ ,./@+-]*{MASK}+)*")
BULLET = "• "
"""What readers put before every list item; within quotation marks it says nothing."""


def told(text: str, language: str) -> str:
    """One harmless line; runs that are masked become a word, which can be read aloud and tells no length."""
    line = one_line(text)
    return _MASKED.sub(lambda _: say("masked", language), line) if MASK in line else line


def quoted(text: str, language: str) -> str:
    """A quote without the sign of a list item."""
    return told(text, language).removeprefix(BULLET)
