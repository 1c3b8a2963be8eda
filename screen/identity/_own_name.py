"""Where a document says its applicant's name: in full, in part, in the genitive, with initials."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from screen.identity._facts import Fact, Where
from screen.identity._fold import fold
from screen.identity._persons import Name, is_given, is_ordinary
from screen.identity._words import folded, words

_INITIALS = re.compile(r"(?:(?<=\s)|(?<=\A)|(?<=[\n(:•]))(?:[A-ZÆØÅ]\.\s?){1,3}$")
_CAPITAL_BEFORE = re.compile(r"(?P<word>[A-ZÆØÅÄÖ][\w'’.]*)(?:\s?(?:&|/|\+)\s?|[ -])$")
_LETTERS = {"a": "(?:a|aa|å|æ|ä|ae|a\u030a)", "o": "(?:o|ø|ö|oe|o\u0308)"}
_MAPPED = str.maketrans({"æ": "a", "ä": "a", "å": "a", "ø": "o", "ö": "o"})


@cache
def _gap() -> re.Pattern[str]:
    """What may stand between two parts of a name."""
    small = "|".join(sorted(words("particles")))
    return re.compile(rf"(?:\s*[-‐]\s*|\s+|\s*,\s*|\s+(?:[A-ZÆØÅ]\.?\s?)+|\s+(?:{small})\s+)", re.I)


@cache
def _goes_on() -> re.Pattern[str]:
    """A capitalised word follows: the name is part of an employer's or somebody else's."""
    return re.compile(rf"(?:\s?(?:&|/|\+)\s?|[ -]|\s(?:{_joining()})\s)[A-ZÆØÅÄÖ0-9]")


@cache
def _joined_before() -> re.Pattern[str]:
    return re.compile(rf"(?:\w-|&\s?|/\s?|\b[A-ZÆØÅÄÖ][\w'’]*\s(?:{_joining()})\s)$")


def _joining() -> str:
    return "|".join(sorted(words("joining")))


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    end: int
    unit: str


def _spelled(word: str) -> str:
    """An expression for a name's word in all its spellings."""
    low = unicodedata.normalize("NFC", word).lower()
    for pair, letter in (("aa", "a"), ("ae", "a"), ("oe", "o")):
        low = low.replace(pair, letter)
    return "".join(_LETTERS.get(c.translate(_MAPPED), re.escape(c)) for c in low)


def _words_of(names: Sequence[Name]) -> dict[str, str]:
    """Folded part of a name → as written; hyphenated names also give their halves."""
    parts: dict[str, str] = {}
    for name in names:
        for word in name.text.split():
            for piece in {word, *re.split(r"[-‐‑]", word)}:
                if len(piece.rstrip(".")) > 1 and fold(piece) not in folded("particles"):
                    parts.setdefault(fold(piece), piece)
    return parts


class OwnName:
    """The applicant's names, ready to be looked for."""

    def __init__(self, names: Sequence[Name]) -> None:
        parts = _words_of(names)
        self._given = {u for n in names for u in _given_units(n)}
        spelled = "|".join(_spelled(w) for w in sorted(parts.values(), key=lambda w: (-len(w), w)))
        self._pattern = re.compile(rf"(?<![^\W_])(?:{spelled})(?:s|['’]s?)?(?![^\W_])", re.I) if spelled else None

    def facts(self, text: str, where: Callable[[int], Where]) -> Iterator[Fact]:
        """Every run that names the applicant."""
        for run in self._runs(text):
            start = run[0].start
            initials = _INITIALS.search(text, max(0, start - 9), start)
            if initials or len(run) > 1 or self._alone(text, run[0], where(start)):
                yield Fact(initials.start() if initials else start, run[-1].end, "name")

    def _runs(self, text: str) -> Iterator[list[_Part]]:
        """Parts of the name that stand side by side."""
        run: list[_Part] = []
        for met in self._pattern.finditer(text) if self._pattern else ():
            if not text[met.start()].isupper():
                continue
            part = _Part(met.start(), met.end(), _unit(met.group(), self._given))
            if run and not _gap().fullmatch(text, run[-1].end, part.start):
                yield run
                run = []
            run.append(part)
        if run:
            yield run

    def _alone(self, text: str, part: _Part, where: Where) -> bool:
        """Whether a single part of the name speaks of the applicant, not of a place, an employer or somebody else."""
        left = text[max(0, part.start - 30) : part.start].rpartition("\n")[2]
        left = re.split(r"[\t|·]", left)[-1]
        right = re.split(r"[\n\t|·]", text[part.end : part.end + 30])[0]
        if not left.strip(" •(") and not right.strip(" ,.:)"):
            return where != "career"
        if _goes_on().match(right) or _joined_before().search(left) or right[:1] == "-":
            return False
        before = _CAPITAL_BEFORE.search(left)
        if before and before.start() > 0 and left[: before.start()].rstrip()[-1:] not in ("", ".", "!", "?", ":", "•"):
            return False
        if is_ordinary(part.unit):
            return False
        if part.unit in self._given:
            return True
        return _surname_alone(left, right)


def _surname_alone(left: str, right: str) -> bool:
    """Whether a surname alone is a person's: not after a word that leads to an employer, not at a sentence's head."""
    last = left.rsplit(maxsplit=1)[-1].lower() if left.split() else ""
    if last in words("near_employers"):
        return False
    if left.rstrip()[-1:] in ("", ".", "!", "?", "•"):
        after = right.split()
        return bool(after) and after[0].lower() in words("third_person")
    return True


def _unit(found: str, given: set[str]) -> str:
    """The folded part, without the genitive."""
    whole = fold(found)
    bare = fold(re.sub(r"['’]s?$", "", found))
    return bare[:-1] if bare not in given and bare[:-1] in given and bare.endswith("s") else (bare or whole)


def _given_units(name: Name) -> set[str]:
    """What of a name is a given name: its first word, and the common given names before the last."""
    full = name.full
    if not full:
        return set()
    first = {full[0]} if name.units[0] == full[0] else set()
    return first | {u for u in full[:-1] if is_given(u)} | {fold(p) for p in re.split(r"[-‐‑]", name.text.split()[0])}
