"""What a person's name looks like, and when two spellings are one person's."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from screen.identity._fold import fold
from screen.identity._words import folded, folded_given, given, words
from screen.lexicon import reading

_WORD = re.compile(r"[^\W\d_][\w'’\u0300-\u036f]*(?:[-‐‑][^\W\d_][\w'’\u0300-\u036f]*)*\.?")
_NEVER = re.compile(r"[\d@&/+_%!?§©*=<>\[\]{}■#]")
MOST_WORDS = 6
"""Of a full name, with particles and initials."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as it was found."""

    text: str
    """In ordinary case, NFC."""
    units: tuple[str, ...]
    """Its words, folded; a hyphenated given name is one; particles are left out, initials are one letter."""

    @property
    def full(self) -> tuple[str, ...]:
        """The units that are no initials."""
        return tuple(u for u in self.units if len(u) > 1)

    @property
    def joined(self) -> str:
        """All units as one string, for spellings with and without hyphens."""
        return "".join(self.units)


def _ordinary_case(word: str) -> str:
    """LONE-MARIE as Lone-Marie; a word in mixed case stays."""
    letters = [c for c in word if c.isalpha()]
    if len(letters) < 3 or not all(c.isupper() for c in letters):
        return word
    return re.sub(r"[^\W\d_]+", lambda m: m.group()[0] + m.group()[1:].lower(), word)


def _is_initial(word: str) -> bool:
    return (len(word) == 2 and word[1] == ".") or (len(word) == 1 and word.isupper())


def _fits(word: str) -> bool:
    """A capitalised word that names neither a thing, a post nor a place of work."""
    if not word[0].isupper() or len(word) < 2 or (word.endswith(".") and not _is_initial(word)):
        return False
    low = word.lower()
    if low in given() or low in words("ordinary"):
        return True
    if low in words("not_names"):
        return False
    if fold(low) in folded("ordinary") or fold(low) in folded_given():
        return True
    return fold(low) not in folded("not_names") and not reading.title_head(low)


def name_in(text: str) -> Name | None:
    """The name that a whole line or cell is, else `None`: two to six capitalised words, initials and particles."""
    text = unicodedata.normalize("NFC", " ".join(text.split())).strip(" ,.:;–—-•·|\"'()")
    if not 4 <= len(text) <= 60 or _NEVER.search(text):
        return None
    found = _WORD.findall(text)
    if not 2 <= len(found) <= MOST_WORDS or "".join(found) != text.replace(" ", ""):
        return None
    return _named(found)


def _named(found: list[str]) -> Name | None:
    shown: list[str] = []
    units: list[str] = []
    if found and fold(found[0]) in folded("titles_before"):
        found = found[1:]
    for word in found:
        if fold(word) in folded("particles") and units and (word.islower() or word != found[-1]):
            shown.append(word.lower())
        elif _is_initial(word):
            shown.append(word)
            units.append(fold(word))
        elif _fits(word):
            shown.append(_ordinary_case(word))
            units.append(fold(word))
        else:
            return None
    name = Name(" ".join(shown), tuple(units))
    return name if len(name.full) >= 2 or (name.full and len(units) >= 2 and len(units[0]) == 1) else None


def is_given(unit: str) -> bool:
    """Whether a folded word is a common given name, or a hyphenated pair of them."""
    return unit in folded_given() or any(
        unit[:i] in folded_given() and unit[i:] in folded_given() for i in range(2, len(unit) - 1)
    )


def is_ordinary(unit: str) -> bool:
    """Whether a folded name is an ordinary word, too."""
    return unit in folded("ordinary")


def _stands_for(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) == 1 and a[0] == b[0])


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the short units stand in the long ones, in order, initials for words."""
    rest = iter(long)
    return all(any(_stands_for(unit, other) for other in rest) for unit in short)


def same_person(a: Name, b: Name) -> bool:
    """Whether two names may be one person's: equal, or one leaves out middle names or the last of several surnames."""
    if a.joined == b.joined:
        return True
    short, long = sorted((a, b), key=lambda n: len(n.units))
    if len(short.units) < 2 or not short.full:
        return False
    return _stands_for(short.units[0], long.units[0]) and _within(short.units, long.units)
