"""Employers by the shape of their names: which sector, and whether a text is such a name at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from screen.lexicon._data import load, words
from screen.lexicon._patterns import Patterns, Word, words_of
from screen.lexicon._titles import title_head

_FILE = "_reading/employers.yaml"
_ABROAD = "udland-offentlig"
_SWEDISH = frozenset("äö")


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark of an employer in a text."""

    sector: str
    kind: str
    """by-place, legal-form, establishment, institution, home or empty."""
    first: int
    """Index of the mark's first word."""
    last: int
    """Index behind its last word."""


@dataclass(frozen=True, slots=True)
class _Group:
    sector: str
    kind: str
    patterns: Patterns


@cache
def _groups() -> tuple[_Group, ...]:
    return tuple(
        _Group(group.get("sector", ""), group.get("kind", ""), Patterns(group.get("words", ())))
        for group in load(_FILE)["groups"]
    )


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(words(_FILE, key))


@cache
def _department_ends() -> tuple[str, ...]:
    return words(_FILE, "department_ends")


def department_word(low: str) -> bool:
    """Whether the lower-case word names a department or a field of work, not an employer."""
    bare = low.strip("-.")
    return bare in _set("departments") or low in _set("departments") or bare.endswith(_department_ends())


def small(low: str) -> bool:
    """Whether the lower-case word only joins others."""
    return low in _set("small")


def _own(word: Word) -> bool:
    """It could be (part of) a proper name."""
    low = word.low.removesuffix("s")
    return (
        not word.mark
        and word.raw[0].isupper()
        and not department_word(word.low)
        and not {word.low, low} & _set("towns")
        and not small(word.low)
    )


def proper_name(tokens: Sequence[Word]) -> bool:
    """Whether a name stands there that is neither department, town nor title."""
    names = [word for word in tokens if not word.mark and not word.raw[0].isdigit() and not small(word.low)]
    return bool(names) and any(_own(word) and not title_head(word.low) for word in names)


def _municipality(tokens: Sequence[Word]) -> Marked | None:
    """ "X Kommune" in any of the Nordic languages, of which only the name tells the country."""
    kinds: dict[str, str] = load(_FILE)["places"]
    for at, word in enumerate(tokens):
        if word.low not in kinds:
            continue
        first = at
        while first and not tokens[first - 1].mark and _of_name(tokens[first - 1]):
            first -= 1
        name = [w.low for w in tokens[first:at]]
        last = at + 1
        while last < len(tokens) and first == at and not tokens[last].mark and _of_name(tokens[last]):
            last += 1
        if first == at and at + 2 < len(tokens) and small(tokens[at + 1].low) and _of_name(tokens[at + 2]):
            last = at + 3
        if first == at and last == at + 1 and word.low != "kommune":
            continue
        abroad = any(_SWEDISH & set(n) or {n, n.removesuffix("s")} & _set("norwegian") for n in name)
        return Marked(_ABROAD if abroad else kinds[word.low], "by-place", first, last)
    return None


def _of_name(word: Word) -> bool:
    return word.raw[0].isupper() and not title_head(word.low)


def _is_capitals(tokens: Sequence[Word]) -> bool:
    letters = [word for word in tokens if word.raw[0].isalpha()]
    return len(letters) > 1 and all(word.raw.isupper() for word in letters)


@lru_cache(maxsize=20_000)
def marked(text: str) -> Marked | None:
    """The strongest mark of an employer in the text."""
    tokens = words_of(text)
    if all(word.mark or small(word.low) or word.low in _set("departments") for word in tokens):
        return None
    capitals = _is_capitals(tokens)
    for group in _groups():
        if group.kind == "by-place":
            found = _municipality(tokens)
            if found is not None:
                return found
            continue
        run = group.patterns.find(tokens, capitals)
        if run is not None and group.kind != "department":
            return Marked(group.sector, group.kind, *run)
        if run is not None and not any(_tells(word) for word in (*tokens[: run[0]], *tokens[run[1] :])):
            return None
    return None


def _tells(word: Word) -> bool:
    """Whether a word beside a department's name may be an employer's."""
    return not (word.mark or small(word.low) or department_word(word.low) or word.raw.endswith("-"))


def _is_abroad(tokens: Sequence[Word]) -> bool:
    return any({word.low, word.low.removesuffix("s")} & _set("abroad") for word in tokens)


@lru_cache(maxsize=20_000)
def sector(employer: str) -> str | None:
    """The sector that the employer's name tells; a plain proper name is a company's."""
    tokens = words_of(employer)
    found = marked(employer)
    if found is None:
        return "privat" if proper_name(tokens) else None
    public = found.sector not in ("privat", "forening") and found.kind not in ("legal-form", "home")
    return _ABROAD if public and _is_abroad(tokens) else found.sector


def certainty(employer: str) -> int:
    """3 "X Kommune", a legal form; 2 a public name or an association's; 1 another mark, as departments bear; 0 none."""
    found = marked(employer)
    if found is None:
        return 0
    if found.kind in ("by-place", "legal-form"):
        return 3
    return 2 if found.sector not in ("privat", "") and found.kind != "institution" else 1


@cache
def _titles() -> tuple[tuple[str, Patterns], ...]:
    return tuple((sector, Patterns(written)) for sector, written in load(_FILE)["titles"].items())


@lru_cache(maxsize=20_000)
def title_sector(title: str) -> str | None:
    """The sector of a title that only one sector has."""
    tokens = words_of(title)
    return next((sector for sector, patterns in _titles() if patterns.find(tokens) is not None), None)


@lru_cache(maxsize=20_000)
def organisation(text: str) -> bool:
    """Whether the text is, as a whole, an employer's name with a mark by which it can be known."""
    tokens = words_of(text)
    found = marked(text)
    if found is None or not tokens or len(tokens) > _LONGEST_NAME or not tokens[0].raw[0].isalnum():
        return False
    if not (tokens[0].raw[0].isupper() or tokens[0].raw[0].isdigit()) and found.first != 0:
        return False
    outside = [word for at, word in enumerate(tokens) if not found.first <= at < found.last and not word.mark]
    if found.kind != "legal-form" and any(title_head(word.low) for word in outside):
        return False
    lower = [
        word for word in outside if word.raw[0].islower() and not small(word.low) and not department_word(word.low)
    ]
    return len(lower) <= 1


_LONGEST_NAME = 14
"""Words and marks: "Børne- og Undervisningsministeriet, Departementet, Kontoret for …" and the like."""
