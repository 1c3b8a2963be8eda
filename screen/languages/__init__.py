"""Family, data only: what each language calls months, headings, cues."""

from __future__ import annotations

from screen.languages._loading import AmountWords, ChangeWords, DateWords, HeadingWords, Language, given_names, language

LANGUAGES = ("da", "en", "nb", "sv")
"""One YAML file beside this module for each."""


def languages() -> tuple[Language, ...]:
    """All of them: a Danish CV may hold an English job."""
    return tuple(language(code) for code in LANGUAGES)


__all__ = [
    "LANGUAGES",
    "AmountWords",
    "ChangeWords",
    "DateWords",
    "HeadingWords",
    "Language",
    "given_names",
    "language",
    "languages",
]
