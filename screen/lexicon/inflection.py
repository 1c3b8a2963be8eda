"""Word forms by rule, from a dictionary form or from one that was written inflected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from screen.lexicon._data import load

_FILE = "_inflection.yaml"
_VOWELS = frozenset("aeiouyæøåäöé")
_INFLECTED = ("en", "erne", "ene", "arna", "ens", "ets", "ernes")
"""Ends of words that are inflected already; "-et" is not among them for the sake of "budget"."""
_VERB = ("e", "er", "a", "ar", "år", "ør", "ær", "ing", "d", "t", "k")
_SHORTEST_UNDONE = 6
"""Letters of a word that may itself be an inflected form: shorter ones are mostly stems ("egen", "møde")."""


class Features(NamedTuple):
    """What a word form tells."""

    definite: bool = False
    plural: bool = False


FEATURES = tuple(Features(definite, plural) for definite in (False, True) for plural in (False, True))
"""All there are."""
_PLAIN = FEATURES[0]
_KEYS = dict(zip(("singular", "plural", "definite", "definite_plural"), FEATURES, strict=True))


@dataclass(frozen=True, slots=True)
class _Rule:
    ends: tuple[str, ...]
    but: tuple[str, ...]
    cut: int
    double: bool
    endings: tuple[tuple[str, Features], ...]

    def forms(self, word: str) -> Iterator[tuple[str, Features]]:
        """The forms that this rule makes of `word`."""
        if not word.endswith(self.ends) or (self.but and word.endswith(self.but)):
            return
        stem = word[: len(word) - self.cut]
        if len(stem) < 2:
            return
        if self.double:
            stem += stem[-1]
        for ending, features in self.endings:
            yield stem + ending, features


def _rule(data: Mapping[str, str]) -> _Rule:
    endings = tuple(_forms(data))
    ends, but = tuple(data["ends"].split()) or ("",), tuple(data.get("but", "").split())
    return _Rule(ends, but, int(data.get("cut", 0)), data.get("double") == "true", endings)


@cache
def _rules(language: str, part: str) -> tuple[_Rule, ...]:
    return tuple(_rule(data) for data in load(_FILE)[language][part])


_Forms = tuple[tuple[str, Features], ...]


@cache
def _irregular(language: str) -> dict[str, tuple[bool, _Forms]]:
    """Word → whether it is a verb, and its forms."""
    table: dict[str, dict[str, str]] = load(_FILE)[language]["irregular"]
    return {word: (not {"definite", "plural"} & set(data), tuple(_forms(data))) for word, data in table.items()}


def _forms(data: Mapping[str, str]) -> Iterator[tuple[str, Features]]:
    for key, features in _KEYS.items():
        for form in data.get(key, "").split():
            yield form, features


@cache
def invariable(language: str) -> frozenset[str]:
    """Words that have one form only."""
    return frozenset(load(_FILE)[language]["invariable"].split())


@cache
def function_words() -> frozenset[str]:
    """Words that hold a phrase together, in any of the languages."""
    return frozenset(word for language in ("da", "nb", "sv", "en") for word in invariable(language))


def _splits(word: str) -> tuple[int, ...]:
    """Where an irregular word may begin: at the front, or behind two letters or more."""
    return (0, *range(2, len(word) - 1))


def _by_irregular(word: str, language: str, verbs: bool) -> Iterator[tuple[str, Features]]:
    """The forms of an irregular word, also as the last part of a compound ("rådmand")."""
    table = _irregular(language)
    for at in _splits(word):
        verb, forms = table.get(word[at:], (False, ()))
        if forms:
            if verb == verbs:
                for form, features in forms:
                    yield word[:at] + form, features
                    if not form.endswith("s"):
                        yield word[:at] + form + "s", features
            return


def _nouns(word: str, language: str) -> Iterator[tuple[str, Features]]:
    irregular = tuple(_by_irregular(word, language, verbs=False))
    yield from irregular
    if not irregular:
        for rule in _rules(language, "noun"):
            yield from rule.forms(word)
    else:
        yield word + "s", _PLAIN
        return
    for rule in _rules(language, "adjective"):
        yield from rule.forms(word)


def _verbs(word: str, language: str) -> Iterator[tuple[str, Features]]:
    yield from _by_irregular(word, language, verbs=True)
    for rule in _rules(language, "verb"):
        yield from rule.forms(word)


@cache
def _undo(language: str) -> tuple[tuple[tuple[str, ...], int], ...]:
    return tuple((tuple(data["ends"].split()), int(data["cut"])) for data in load(_FILE)[language]["undo"])


def _stems(word: str, language: str) -> Iterator[str]:
    """What the word may be an inflected form of."""
    if len(word) < _SHORTEST_UNDONE:
        return
    for ends, cut in _undo(language):
        if word.endswith(ends):
            stem = word[: len(word) - cut]
            yield stem
            if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
                yield stem[:-1]


@lru_cache(maxsize=20_000)
def inflect(word: str, language: str, phrase: bool = False) -> Mapping[str, Features]:
    """Every form of a lower-case word; in a phrase it may be any part of speech, and itself inflected."""
    if len(word) < 3 or word in invariable(language) or not word[-1].isalpha():
        return {word: _PLAIN}
    forms: dict[str, Features] = {word: _PLAIN}
    if not (phrase and word.endswith(_INFLECTED) and any(_stems(word, language))):
        for form, features in _nouns(word, language):
            forms.setdefault(form, features)
    if (phrase and word.endswith(_VERB)) or _is_verb(word, language):
        for form, features in _verbs(word, language):
            forms.setdefault(form, features)
    if phrase:
        forms.setdefault(word + "s", _PLAIN)
        written = as_written(word, language)
        forms[word] = written
        for stem in _stems(word, language):
            forms.setdefault(stem, _PLAIN)
            for form, features in _nouns(stem, language):
                forms.setdefault(form, features)
    return forms


def _is_verb(word: str, language: str) -> bool:
    return word.endswith("era" if language == "sv" else "ere") and language != "en"


def as_written(word: str, language: str) -> Features:
    """What the written form itself tells: "direktionen" in a phrase is definite."""
    for stem in _stems(word, language):
        features = dict(_nouns(stem, language)).get(word)
        if features is not None:
            return features
    return _PLAIN
