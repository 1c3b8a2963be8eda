"""Text to tokens: one pass, words broken at line ends joined."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from screen.languages import languages
from screen.model.text import MASK, Span


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a single mark."""

    span: Span
    """In the text that was tokenized; over the line break where the word was broken there."""
    word: str
    """Lower case, NFC, without soft hyphens and without the break; marks are themselves."""
    raw: str
    """As `word`, in the case of the text."""


_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphen and characters without width: inside a word they are no part of it."""
_LETTER = rf"(?:[^\W\d_]|[\u0300-\u036f{_UNSEEN}])"
_HYPHEN = "[-‐‑]"

# A word: letters and later digits ("CO2"), with inner hyphens and apostrophes ("HR-chef"); a legal form ("A/S").
# A hyphen at its beginning or end is suspended ("børne-", "-opfølgning") and belongs to it.
_TOKEN = re.compile(
    rf"""
    (?P<form>(?<!\w)[^\W\d_]/[^\W\d_](?![\w/]))
    | (?P<word>
        (?:(?<=[ ,(]){_HYPHEN}(?=[a-zæøåäö]{{3}}))?
        [^\W\d_](?:{_LETTER}|\d)*
        (?:(?:{_HYPHEN}|['’])[^\W\d_](?:{_LETTER}|\d)*)*
        (?P<open>{_HYPHEN}(?![\w–—-]))?
      )
    | (?P<number>\d+(?:[.,]\d+)*[½¼¾]?|[½¼¾])
    | (?P<mask>{MASK}+)
    | (?P<mark>[^\s{_UNSEEN}])
    """,
    re.VERBOSE,
)
# The rest of a word that was broken at the line's end: it goes on in lower case.
_REST = re.compile(
    rf"[ ]*\n[ ]*(?P<rest>(?:(?![A-ZÆØÅÄÖ])[^\W\d_])(?:{_LETTER}|\d)*(?:{_HYPHEN}[^\W\d_](?:{_LETTER}|\d)*)*)"
)
_SOFT_REST = re.compile(rf"\n[ ]*(?P<rest>[^\W\d_](?:{_LETTER}|\d)*)")


@cache
def _joiners() -> frozenset[str]:
    return frozenset(word for language in languages() for word in language.joiners)


def _plain(raw: str) -> str:
    if raw.isascii():
        return raw
    for unseen in _UNSEEN:
        raw = raw.replace(unseen, "")
    return unicodedata.normalize("NFC", raw.replace("’", "'").replace("‐", "-").replace("‑", "-"))


def _token(start: int, end: int, raw: str) -> Token:
    return Token(Span(start, end), raw.lower(), raw)


def _broken(text: str, match: re.Match[str], stop: int) -> tuple[int, str] | None:
    """Where a word that is broken at its line's end goes on to, and the whole word."""
    head = match.group()
    if head.endswith("\u00ad"):
        rest = _SOFT_REST.match(text, match.end(), stop)
        return (rest.end(), _plain(head + rest["rest"])) if rest else None
    if not match["open"]:
        return None
    rest = _REST.match(text, match.end(), stop)
    if rest is None or not rest["rest"][0].islower() or rest["rest"].lower() in _joiners():
        return None
    # An abbreviation keeps its own hyphen: "HR-" and "chef" are "HR-chef".
    stem = head if head[:-1].isupper() and len(head) < 6 else head[:-1]
    return rest.end(), _plain(stem + rest["rest"])


def tokenize(text: str, span: Span | None = None) -> tuple[Token, ...]:
    """The tokens of `text`, or of the run `span` of it; spans count from the start of `text`."""
    at, stop = (0, len(text)) if span is None else (span.start, span.end)
    tokens: list[Token] = []
    while match := _TOKEN.search(text, at, stop):
        at = match.end()
        whole = _broken(text, match, stop) if match["word"] else None
        if whole:
            at = whole[0]
            tokens.append(_token(match.start(), at, whole[1]))
        else:
            tokens.append(_token(match.start(), at, _plain(match.group())))
    return tuple(tokens)
