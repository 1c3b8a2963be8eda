"""What kind of section a heading opens."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import cast, get_args

from screen.grammar.dates import find_dates
from screen.languages import HeadingWords, languages
from screen.model.cv import SectionKind

LONGEST = 60
"""Characters: a longer line is a sentence."""
MOST_WORDS = 7
LONG = 8
"""Letters: a shorter heading without its spaces could be another word."""
_BULLET = "• "
"""A list item, as readers write it: never a heading."""
_COMPOUNDS = ("experience", "boards", "skills", "languages")
"""Kinds whose heads may end a compound: "Direktionserfaring" heads a section, "Læreruddannelse" is a study."""
_GO_ON = ("experience", "results", "boards", "skills", "projects", "references", "publications")
"""Kinds that a preposition may follow: "Erfaring fra direktionsniveau", but "Uddannelse i ledelse" is a study."""
_NUMBERED = re.compile(
    r"^(?:[•·▪●○◦‣■►▶❖*#>|_=~–—-]+[ ]*|\(?(?:\d{1,2}(?:\.\d)?|[ivx]{1,4}|[a-h])[.)]\s+)+", re.IGNORECASE
)
_TRAILING = re.compile(r"\s*\([^()]*\)\s*$|[\s:.;|_=~*#•–—-]+$")
_CLOSED = re.compile(r"[\s)\].:]*$")
_SPACED = re.compile(r"(?:(?<=^)|(?<=[ ]))(?:[^\W\d_]|&)(?:[ ](?:[^\W\d_]|&)){2,}(?=$|[ ])")
_WORD = re.compile(r"[^\W_]+(?:[-'.][^\W_]+)*-?|[&+/,]")
_SENTENCE = re.compile(r"[.!?]\s+\S|\w[.!?]$|@|;")
_MORE = {"&": "og", "+": "og", "/": "og", ",": "og", "and": "og", "och": "og", "samt": "og", "eller": "og", "or": "og"}


def heading_kind(text: str) -> SectionKind | None:
    """The kind of section that a line opens as its heading; None where it is no heading of a section."""
    plain = _plain(text)
    if not plain or plain in _tasks():
        return None
    told = _exact().get(plain) or _by_parts(_without_tail(plain), text) or _in_person(plain)
    return told or _closed_up().get(plain.replace(" ", ""))


@cache
def _closed_up() -> Mapping[str, SectionKind]:
    """Long enough headings without their spaces: "FRIVILLIGT ARBE JDE" was set with wide letters."""
    return {joined: kind for phrase, kind in _exact().items() if len(joined := phrase.replace(" ", "")) >= LONG}


@cache
def _persons() -> tuple[tuple[frozenset[str], Mapping[str, SectionKind]], ...]:
    return tuple(
        (frozenset(one.asking), {verb: _kind(kind) for kind, listed in one.verbs.items() for verb in listed})
        for one in _words()
    )


def _in_person(plain: str) -> SectionKind | None:
    """ "Hvad jeg har læst", "Det, jeg kan": small words, and a verb that tells the kind."""
    for asking, verbs in _persons():
        words = plain.replace(" og ", " ").split()
        small = [word for word in words if word in asking]
        verb = " ".join(word for word in words if word not in asking)
        if len(small) >= 2 and verb in verbs:
            return verbs[verb]
    return None


def task_heading(text: str) -> bool:
    """Whether a line heads a list within a position ("Ansvarsområder", "Key responsibilities")."""
    return _plain(text) in _tasks()


def _plain(text: str) -> str:
    """The heading in lower case, without number, bullet, colon, dates and spaces between letters; "" for no heading."""
    line = unicodedata.normalize("NFC", text.replace("\u00ad", "").strip())
    if not line or len(line) > 3 * LONGEST or "\t" in line or line.startswith(_BULLET):
        return ""
    line = _unspaced(_NUMBERED.sub("", line))
    while line != (shorter := _undated(_TRAILING.sub("", line).strip())):
        line = shorter
    if len(line) > LONGEST:
        return ""
    words = _WORD.findall(line.lower())
    return " ".join(_MORE.get(word, word) for word in words if word != "-")


def _undated(line: str) -> str:
    """Without the dates that it ends in, and the word before them: "Ansættelser før 2000"."""
    if not any(map(str.isdigit, line)):
        return line
    dates = [dated for dated in find_dates(line) if dated.kind != "duration"]
    if not dates or not _CLOSED.match(line, dates[-1].span.end):
        return line
    words = line[: dates[-1].span.start].rstrip(" ,(–-").rsplit(maxsplit=1)
    return words[0] if len(words) > 1 and words[-1].lower() in _listed("prepositions") else " ".join(words)


def _unspaced(line: str) -> str:
    """Closes up spaced letters: "E R F A R I N G"; wider gaps part the words."""
    if not _SPACED.search(line):
        return line
    parts = re.split(r"[ \u00a0]{2,}", line)
    return " ".join(_SPACED.sub(lambda found: found.group().replace(" ", ""), part) for part in parts)


@cache
def _tails() -> re.Pattern[str]:
    tails = sorted({_joined(tail) for words in _words() for tail in words.tails}, key=len, reverse=True)
    return re.compile(rf"(?: (?:og )?(?:{'|'.join(map(re.escape, tails))}))+$")


def _without_tail(plain: str) -> str:
    """ "Kurser i udvalg" is "Kurser"."""
    return _tails().sub("", plain)


def _joined(phrase: str) -> str:
    return " ".join(_MORE.get(word, word) for word in _WORD.findall(phrase.lower()))


@cache
def _words() -> tuple[HeadingWords, ...]:
    return tuple(language.headings for language in languages())


@cache
def _exact() -> Mapping[str, SectionKind]:
    """Whole headings; Danish wins where languages disagree."""
    out: dict[str, SectionKind] = {}
    for words in _words():
        for kind, phrases in words.exact.items():
            for phrase in phrases:
                out.setdefault(_joined(phrase), _kind(kind))
    return out


def _kind(name: str) -> SectionKind:
    assert name in get_args(SectionKind)
    return cast("SectionKind", name)


@cache
def _tasks() -> frozenset[str]:
    return frozenset(_joined(phrase) for words in _words() for phrase in words.tasks)


@cache
def _heads() -> Mapping[str, SectionKind]:
    return {
        word: _kind(kind) for words in reversed(_words()) for kind, listed in words.heads.items() for word in listed
    }


@cache
def _modifiers() -> Mapping[str, SectionKind]:
    return {w: _kind(kind) for words in reversed(_words()) for kind, listed in words.modifiers.items() for w in listed}


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(word for words in _words() for word in getattr(words, name))


def _head(word: str) -> SectionKind | None:
    """The kind that a word tells: the word itself, or the end of a compound whose beginning may outweigh it."""
    heads = _heads()
    if word in heads or word in _exact():
        return heads.get(word) or _exact()[word]
    for cut in range(2, len(word) - 2):
        kind = heads.get(word[cut:])
        if kind in _COMPOUNDS:
            return _modified(word[:cut]) or kind
        if word[cut:] in _listed("lists") and (told := _modified(word[:cut])):
            return told
    return None


@cache
def _told() -> frozenset[str]:
    """Words that tell studies and courses by themselves: heads, and compounds that are lists."""
    lists = {first + last for first in _modifiers() for last in _listed("lists")}
    return frozenset(_heads()) | lists


def _modified(word: str) -> SectionKind | None:
    return _modifiers().get(word) or _modifiers().get(word.rstrip("-s")) or _modifiers().get(word + "s")


def _by_parts(plain: str, text: str) -> SectionKind | None:
    """A heading that no list holds: qualifiers, connectors and words that tell a kind, and nothing else."""
    words = plain.split()
    if (
        not words
        or len(words) > MOST_WORDS
        or any(map(str.isdigit, plain))
        or _SENTENCE.search(text.strip().rstrip(":."))
    ):
        return None
    for i in range(2, len(words)):
        # "Kort om mig som leder"
        if words[i] in _listed("prepositions") and (kind := _exact().get(" ".join(words[:i]))):
            return kind
    words = _before_preposition(words)
    kinds: list[SectionKind] = []
    modified: SectionKind | None = None
    for word in words:
        kind = _head(word)
        if kind in ("education", "courses") and word not in _told() and "og" not in words:
            # "Offentlig lederuddannelse" is a study, "Lederuddannelse og kurser" a heading.
            return None
        if kind:
            kinds.append(modified or kind)
            modified = None
        elif word in _modifiers() or word.endswith("-"):
            modified = _modified(word)
        elif word not in _carried(" og " in plain):
            return None
    return kinds[0] if kinds else None


@cache
def _carried(combined: bool) -> frozenset[str]:
    """Words that tell no kind and may stand in a heading; in a combined one also companions."""
    return _listed("qualifiers") | _listed("connectors") | (_listed("companions") if combined else frozenset())


def _before_preposition(words: list[str]) -> list[str]:
    """Cuts "Erfaring fra direktionsniveau" to its head, where a head comes first."""
    for i, word in enumerate(words[1:], 1):
        if word in _listed("prepositions") and _head(words[i - 1]):
            return words[:i] if _head(words[i - 1]) in _GO_ON else words
    return words
