"""Job titles by their shape: a head, alone or at the end of a compound, and the words that stand before it."""

from __future__ import annotations

from functools import cache, lru_cache

from screen.lexicon._data import words

_FILE = "_reading/titles.yaml"
_VOWEL = frozenset("aeiouyæøåäö")
_LEAST_BEFORE = 3
"""Letters before the head of a compound: "vicechef", not "skchef"."""
_LEAST_HEAD = 4
"""Letters of a head that may end a compound without a hyphen."""
_LEAST_PLAIN = 6
"""Letters of a head that is also known without æ, ø and å: shorter ones end too many other words ("afklarer")."""
_PLAIN = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe"})
_BARE = str.maketrans({"æ": "a", "ø": "o", "å": "a", "ä": "a", "ö": "o"})


def unaccented(word: str) -> tuple[str, str]:
    """As the word is written on a foreign keyboard: direktoer, direktor."""
    return word.translate(_PLAIN), word.translate(_BARE)


@cache
def _heads() -> frozenset[str]:
    """Heads that also end compounds."""
    native = {*words(_FILE, "heads", "da"), *words(_FILE, "heads", "nb"), *words(_FILE, "heads", "sv")}
    return frozenset(native | {plain for word in native if len(word) > _LEAST_PLAIN for plain in unaccented(word)})


@cache
def _alone() -> frozenset[str]:
    keys = ("da_alone", "en", "nb_alone", "sv_alone")
    return frozenset(word for key in keys for word in words(_FILE, "heads", key))


@cache
def _excluded() -> tuple[frozenset[str], tuple[str, ...]]:
    written = words(_FILE, "not")
    ends = tuple(word[1:] for word in written if word.startswith("*"))
    return frozenset(word for word in written if not word.startswith("*")), ends


@cache
def _modifiers() -> frozenset[str]:
    keys = ("da", "en", "nb", "sv")
    return frozenset(word.strip(".-") for key in keys for word in words(_FILE, "modifiers", key))


@lru_cache(maxsize=20_000)
def title_head(word: str) -> bool:
    """Whether the lower-case word is, or as a compound ends in, a job title's head."""
    word = word.strip(".,:;()•-")
    whole, ends = _excluded()
    if word in whole:
        return False
    if word in _heads() or word in _alone():
        return True
    if word.endswith(ends):
        return False
    last = word.replace("/", "-").rpartition("-")[2]
    if last != word and title_head(last):
        return True
    return any(word[at:] in _heads() and _before(word[:at]) for at in range(_LEAST_BEFORE, len(word) - _LEAST_HEAD + 1))


@cache
def _english() -> frozenset[str]:
    return frozenset(words(_FILE, "heads", "en")) - _heads()


def english_head(low: str) -> bool:
    """Whether the lower-case word is a head in English only: nouns before it stand apart."""
    return low in _english()


def _before(part: str) -> bool:
    return not _VOWEL.isdisjoint(part)


@lru_cache(maxsize=20_000)
def modifier(word: str) -> bool:
    """Whether the lower-case word ordinarily stands before a title's head."""
    word = word.strip(".,()-")
    return word in _modifiers() or word.endswith(_adjectives())


@cache
def _adjectives() -> tuple[str, ...]:
    return words(_FILE, "adjective_ends")


@cache
def _acting() -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    return frozenset(words(_FILE, "acting")), words(_FILE, "acting_ends"), words(_FILE, "acting_starts")


def acting_word(word: str) -> bool:
    """Whether the lower-case word says that the holder was acting."""
    whole, ends, starts = _acting()
    word = word.strip(".")
    return word in whole or word.endswith(ends) or word.startswith(starts)
