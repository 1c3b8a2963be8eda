"""A mail's own text as a file: an application, or only what says that one is attached."""

from __future__ import annotations

import re

from screen.unpack._parts import LETTER_WORDS

_WORD = re.compile(r"[^\W\d_]{2,}")
_UNSEEN = re.compile(r"<(style|script|head)\b.*?</\1\s*>|<!--.*?-->|<[^<>]*>|&#?\w+;", re.I | re.S)
_RTF = re.compile(r"\{\\\*[^{}]*\}|\\[a-z]+-?\d* ?|[{}]")


def words(text: str, ending: str) -> int:
    """How many words the text has, without what is markup."""
    if ending == "html":
        text = _UNSEEN.sub(" ", text)
    elif ending == "rtf":
        text = _RTF.sub(" ", text)
    return len(_WORD.findall(text))


def name_of(count: int, ending: str) -> str:
    """What the text is called in the result."""
    return f"{'letter' if count >= LETTER_WORDS else 'message'}.{ending}"
