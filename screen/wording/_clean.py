"""Text from strangers, made harmless before anybody's terminal or report sees it."""

from __future__ import annotations

import re
import unicodedata

# Anchored on Unicode's own categories and properties: C0 and C1 controls (but newline and tab), lone surrogates,
# the soft hyphen, zero-width characters, every bidirectional control, line separators, the byte order mark,
# interlinear marks and the invisible tag characters.
UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)
"""What must not reach a terminal or a page as it is."""


def clean_text(text: str) -> str:
    """The text in normal form C without anything that could steer a terminal or turn a line around."""
    return unicodedata.normalize("NFC", UNSAFE.sub("", text))


def one_line(text: str) -> str:
    """Clean text whose white space, line breaks too, is single blanks."""
    return " ".join(clean_text(text.replace("\r", "\n").replace("\u2028", "\n")).split())
