"""What is masked in applicants' texts besides what `identity` found in the documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from screen.identity import fold, is_given, name_from
from screen.model.finding import Assessment
from screen.model.text import MASK

# Shapes, not words: an address with @, a link, and runs of digits that are long enough to be a telephone or a CPR
# number. Amounts have a unit or a dot between their thousands, years and periods have at most eight digits by fours.
_SHAPES = re.compile(
    r"[^\s@<>()\[\]\"'|;,]+@[^\s@<>()\[\]\"'|;,]+"
    r"|(?:https?://|www\.)\S+"
    r"|\b(?:linkedin|facebook|github|twitter|x|instagram)\.com/\S+"
    r"|(?<![\d.,])\+\d{1,3}(?:[ .-]?\d){6,11}\b"
    r"|(?<![\d.,/-])\d{2} \d{2} \d{2} \d{2}(?![\d.,/-])"
    r"|(?<![\d.,/-])(?!(?:19|20)\d{2} (?:19|20)\d{2})\d{4} \d{4}(?![\d.,/-])"
    r"|(?<![\d.,/-])(?!(?:19|20)\d{2}(?:19|20)\d{2})\d{8}(?![\d.,/-])"
    r"|(?<![\d.,/-])\d{6}[-‐– ]?\d{4}(?![\d.,/-])",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
SHORTEST = 3
"""Letters of a name's part that is masked by itself, unless it is a given name ("Bo"); initials and particles are
masked where `identity` found the name."""


@dataclass(frozen=True, slots=True)
class Cover:
    """The words of the applicants' names, folded."""

    names: frozenset[str]

    def over(self, text: str) -> str:
        """The text, of equal length, with names, addresses and numbers masked."""
        return _SHAPES.sub(_hide, _WORD.sub(self._name, text))

    def _name(self, found: re.Match[str]) -> str:
        word = found.group()
        if not word[0].isupper():
            return word
        low = fold(word)
        # The genitive: "Annes team".
        return MASK * len(word) if low in self.names or low.removesuffix("s") in self.names else word


def _hide(found: re.Match[str]) -> str:
    return re.sub(r"\S", MASK, found.group())


def cover_for(everyone: Iterable[Assessment]) -> Cover:
    """From the applicants' names, and from files that are called by them."""
    words = (fold(word) for who in everyone for name in _names(who) for word in _WORD.findall(name))
    return Cover(frozenset(word for word in words if len(word) >= SHORTEST or (len(word) > 1 and is_given(word))))


def _names(who: Assessment) -> Iterator[str]:
    if who.name:
        yield who.name
    for part in {part for file in who.files for part in file.path.split("/")}:
        name = name_from(part)
        if name and _fits(name.text, who.name):
            yield name.text


def _fits(called: str, name: str | None) -> bool:
    words = {fold(w) for w in _WORD.findall(called)}
    if name is None:
        return any(is_given(word) for word in words)
    return bool(words & {fold(w) for w in _WORD.findall(name)})
