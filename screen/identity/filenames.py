"""What a file's name says: whose it is, an id, words for what it is."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import unquote

from screen.identity._fold import fold
from screen.identity._persons import Name, is_given
from screen.identity._words import folded, folded_given, words
from screen.lexicon import reading

_EXTENSION = re.compile(r"(?:\.[A-Za-z0-9]{1,5}){1,2}$")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_CAMEL = re.compile(
    r"(?<=[^\W\d_A-ZÆØÅÄÖÉÜ])(?=[A-ZÆØÅÄÖÉÜ])|(?<=[A-ZÆØÅÄÖ]{2})(?=[A-ZÆØÅÄÖ][a-zæøåäö])|(?<=[A-Za-zæøåäö]{3})(?=(?:19|20)\d\d$)"
)
_ID = re.compile(r"(?=\w*\d)[a-zæøå]{0,4}\d{1,8}[a-z]?$")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_DATE = re.compile(
    r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d$"
)
_SHORT_DATE = re.compile(r"\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d$")
_PARTS = re.compile(r"\s[-–—]+\s|_|–|—|,|[()\[\]]|\s\+\s")


@cache
def _copy() -> re.Pattern[str]:
    """The marks of a copy or a version at the end of a file's name."""
    said = "|".join(sorted(words("copies")))
    return re.compile(rf"\(\d{{1,2}}\)|(?<=\w)[ _-]+(?:{said})\b.*$|[ _-][vV]\d+\b")


@dataclass(frozen=True, slots=True)
class FileName:
    """A file's or folder's name, read."""

    words: tuple[str, ...]
    """What may be a name, in order, as written, NFC."""
    tokens: tuple[str, ...]
    """The same, folded."""
    id: str | None
    """A number or code in front ("d09", "12", "A-17"), folded."""
    kinds: tuple[str, ...]
    """Words that say what the file is, folded, in order."""

    @property
    def bare(self) -> bool:
        """It says only what the file is."""
        return not self.tokens and self.id is None


def is_document_word(word: str) -> bool:
    """Whether a folded word says what a file is."""
    if word in folded("document_words"):
        return True
    return len(word) > 5 and any(word.endswith(h) or word.startswith(h) for h in folded("document_heads"))


def _mended(name: str) -> str:
    """Percent signs and the commonest mix-up of encodings undone, NFC."""
    if "%" in name:
        name = unquote(name)
    if "Ã" in name:
        with suppress(UnicodeError):
            name = name.encode("cp1252").decode("utf-8")
    return unicodedata.normalize("NFC", name)


def _split(part: str) -> list[str]:
    found = [w for w in _WORD.findall(part) if w]
    return [piece for w in found for piece in _CAMEL.split(w)]


def _turns(word: str) -> bool:
    return word.islower() and fold(word) in folded("turning_words")


def _name_words(part: str) -> tuple[list[str], list[str]]:
    """Possible name words and document words of one part of a file's name."""
    names: list[str] = []
    kinds: list[str] = []
    for word in _split(part):
        low = fold(word)
        if _turns(word):
            kinds.append(low)
            break
        if is_document_word(low) and not (low in folded_given() and names):
            kinds.append(low)
        elif not any(c.isdigit() for c in word) and not reading.title_head(word.lower()):
            names.append(word)
    return names, kinds


def _leading_id(stem: str) -> str | None:
    """A code before the name: the first word with a digit, unless a year, a date or the number of a paper."""
    before = ""
    for place, word in enumerate(re.findall(r"[^\W_]+", stem)):
        low = fold(word)
        dated = _YEAR.match(low) or _DATE.match(low) or _SHORT_DATE.match(low) or (len(low) == 2 and before == "date")
        if dated:
            before = "date"
        elif _ID.match(low):
            tells = place == 0 or len(low) >= 3 or before == "date" or before in folded("numbered")
            return (low.lstrip("0") or low) if tells else None
        elif is_document_word(low) or len(low) == 1:
            before = low
        else:
            return None
    return None


@lru_cache(maxsize=4096)
def read_file_name(path: str, folder: bool = False) -> FileName:
    """What the last part of a path says."""
    last = _mended(path.rsplit("/", 1)[-1])
    stem = last if folder else _EXTENSION.sub("", last) or last
    stem = _copy().sub(" ", stem)
    names: list[str] = []
    kinds: list[str] = []
    for part in _PARTS.split(stem):
        more, said = _name_words(part)
        names += more
        kinds += said
    names = [n for n in names if len(n) > 1 or n.isupper()]
    return FileName(tuple(names), tuple(fold(n) for n in names), _leading_id(stem), tuple(kinds))


def name_from(path: str, folder: bool = False) -> Name | None:
    """The name that a file's or folder's name seems to hold; a lone word only if it is a given name."""
    read = read_file_name(path, folder)
    if not read.tokens or len(read.tokens) > 6:
        return None
    if len(read.tokens) == 1 and not is_given(read.tokens[0]):
        return None
    shown = [w if w[0].isupper() and not w.isupper() else w.lower().capitalize() for w in read.words]
    shown = [f"{w}." if len(w) == 1 else w for w in shown]
    tokens = list(read.tokens)
    if "," in path.rsplit("/", 1)[-1] and len(tokens) >= 2 and not is_given(tokens[0]) and is_given(tokens[1]):
        shown, tokens = [*shown[1:], shown[0]], [*tokens[1:], tokens[0]]
    return Name(" ".join(shown), tuple(tokens))
